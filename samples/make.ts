/** Makes the samples of the catalogue. */

import type { Workbook } from '../host/workbook/model';
import type { SampleFile } from './catalogue';
import { germanSample } from './german';
import { largeSample } from './large';
import { messyWorkbook } from './messy';
import { STORY } from './story';
import { sampleWorkbook } from './workbook';

const EMPTY = { name: 'Sheet1', table: null, headerRow: -1, rows: [], columns: [] } as const;

const MAKERS: Readonly<Record<SampleFile, () => Workbook>> = {
  'story.xlsx': () => sampleWorkbook('story.xlsx', STORY),
  'large.xlsx': () => sampleWorkbook('large.xlsx', largeSample(2000)),
  'messy.xlsx': messyWorkbook,
  'german.xlsx': () => sampleWorkbook('german.xlsx', germanSample()),
  'empty.xlsx': () => sampleWorkbook('empty.xlsx', [EMPTY]),
};

export const makeSample = (file: SampleFile): Workbook => MAKERS[file]();
