/** All samples by what they are about, and how each of them goes. */

import { isDeepStrictEqual } from 'node:util';
import { startExcel } from '../../index';
import { looks } from './looks';
import { people } from './people';
import { ranges } from './ranges';
import type { Sample } from './sample';
import { sheets } from './sheets';
import { store } from './store';
import { tables } from './tables';

export const SAMPLES: readonly (readonly [string, readonly Sample[]])[] = [
  ['Ranges', ranges],
  ['Tables and filters', tables],
  ['Worksheets, workbook, names, page', sheets],
  ['Conditional formats, validation, charts', looks],
  ['Comments and events', people],
  ['Settings, custom XML, properties, limits, files', store],
];

/** What a sample gives on a workbook of its own. */
export const runSample = async ({ start, run }: Sample): Promise<unknown> => {
  const excel = startExcel(start);
  try {
    return await run(excel);
  } finally {
    await excel.idle();
    excel.close();
  }
};

export interface Result {
  readonly area: string;
  readonly title: string;
  /** Null where it gave what it should. */
  readonly reason: string | null;
}

const resultOf = async (area: string, sample: Sample): Promise<Result> => {
  const { title, gives } = sample;
  try {
    const given = await runSample(sample);
    return { area, title, reason: isDeepStrictEqual(given, gives) ? null : `gave ${JSON.stringify(given)}` };
  } catch (error) {
    return { area, title, reason: error instanceof Error ? error.message : String(error) };
  }
};

/** Runs all samples, one after another. */
export const runSamples = async (): Promise<Result[]> => {
  const results: Result[] = [];
  for (const [area, samples] of SAMPLES) for (const sample of samples) results.push(await resultOf(area, sample));
  return results;
};
