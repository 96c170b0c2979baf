/** What the workbook keeps from earlier runs: settings, decisions, reviews, mappings, cells filled in by hand. */

import { z } from 'zod';
import { ALIASES, DECISION_LOG, DEFINITIONS, EXCEPTIONS, MATCHES } from '../report/tableNames';
import type { Decisions, PreviousException } from '../settings/decisions';
import { lastRunSchema } from '../settings/lastRun';
import type { LastRun } from '../settings/lastRun';
import { mappingSchema } from '../settings/mapping';
import type { SourceMapping } from '../settings/mapping';
import { loggedOf } from './decisionLog';
import { aliasesOf, definitionsOf, matchesTyped, previousOf } from './readDecisions';
import type { KeptDefinitions } from './readDecisions';
import { readFilledRows, readTable } from './readTables';
import { LAST_RUN, MAPPINGS, typedName } from './registry';
import type { OwnSheet } from './registry';
import { withExcel } from './session';
import { sampleNames } from './sampleSheets';
import { surveyWorkbook } from './survey';

export interface Kept extends KeptDefinitions {
  readonly decisions: Decisions;
  readonly mappings: readonly SourceMapping[];
  readonly previous: readonly PreviousException[];
  readonly typed: Readonly<Record<string, string | number>>;
  readonly lastRun: LastRun | null;
  /** Names of the sample sheets that Tieout added. */
  readonly sample: readonly string[];
}

export async function readKept(): Promise<Kept> {
  return withExcel(async (context) => {
    const { ours } = await surveyWorkbook(context);
    const definitions = await readTable(context, ours, DEFINITIONS);
    const aliases = await readTable(context, ours, ALIASES);
    const log = loggedOf(await readTable(context, ours, DECISION_LOG));
    const matches = await readFilledRows(context, ours, MATCHES, 'Match key', ['Decision', 'Decided by', 'Decided at']);
    const exceptions = await readTable(context, ours, EXCEPTIONS);
    return {
      ...definitionsOf(definitions),
      decisions: { aliases: aliasesOf(aliases), ...matchesTyped(matches), ...(log.length === 0 ? {} : { log }) },
      previous: previousOf(exceptions),
      mappings: await readMappings(context),
      typed: await readTyped(context, ours),
      // Without its sheets a run is not the last one any more.
      lastRun: ours.length === 0 ? null : await readLastRun(context),
      sample: await sampleNames(context),
    };
  });
}

async function readMappings(context: Excel.RequestContext): Promise<SourceMapping[]> {
  const stored = context.workbook.settings.getItemOrNullObject(MAPPINGS);
  stored.load('value');
  await context.sync();
  // Mappings of another version are made anew from the headers.
  const parsed = z.array(mappingSchema).safeParse(stored.isNullObject ? [] : stored.value);
  return parsed.success ? parsed.data : [];
}

/** One of another version is no base for comparing. */
async function readLastRun(context: Excel.RequestContext): Promise<LastRun | null> {
  const stored = context.workbook.settings.getItemOrNullObject(LAST_RUN);
  stored.load('value');
  await context.sync();
  const parsed = lastRunSchema.safeParse(stored.isNullObject ? null : stored.value);
  return parsed.success ? parsed.data : null;
}

export async function saveMappings(mappings: readonly SourceMapping[]): Promise<void> {
  await withExcel(async (context) => {
    context.workbook.settings.add(MAPPINGS, [...mappings]);
    await context.sync();
  });
}

/** Cells that people fill in, by label; blank ones are left out. */
async function readTyped(context: Excel.RequestContext, ours: readonly OwnSheet[]): Promise<Record<string, string | number>> {
  const cells = ours.flatMap(({ id, typed }) => {
    const { names } = context.workbook.worksheets.getItem(id);
    return typed.map((label) => {
      const range = names.getItemOrNullObject(typedName(label)).getRangeOrNullObject();
      range.load('values');
      return { label, range };
    });
  });
  await context.sync();
  return Object.fromEntries(
    cells.flatMap(({ label, range }) => {
      const value: unknown = range.isNullObject ? '' : range.values[0]?.[0];
      return typeof value === 'number' || (typeof value === 'string' && value !== '') ? [[label, value]] : [];
    }),
  );
}
