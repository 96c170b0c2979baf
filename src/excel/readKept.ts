/** What the workbook keeps from earlier runs: settings, decisions, reviews, mappings, cells filled in by hand. */

import { z } from 'zod';
import { serialOfDay } from '../domain/day';
import { LEDGER_LABELS, SIGNED_ON } from '../report/summary/rollForward';
import { ALIASES, DECISION_LOG, DEFINITIONS, EXCEPTIONS, MATCHES } from '../report/tableNames';
import type { Decisions, PreviousException } from '../settings/decisions';
import { lastRunSchema } from '../settings/lastRun';
import type { LastRun } from '../settings/lastRun';
import { mappingSchema } from '../settings/mapping';
import type { SourceMapping } from '../settings/mapping';
import { typedDay, typedNumber } from '../settings/typedText';
import type { Writing } from '../settings/typedText';
import { loggedOf } from './decisionLog';
import { aliasesOf, definitionsOf, matchesTyped, previousOf } from './readDecisions';
import type { KeptDefinitions } from './readDecisions';
import { readFilledRows, readTable } from './readTables';
import { LAST_RUN, MAPPINGS, typedName } from './registry';
import type { OwnSheet } from './registry';
import { withExcel } from './session';
import { sampleNames } from './sampleSheets';
import { surveyWorkbook } from './survey';
import { readWriting } from './writing';

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
    const writing = await readWriting(context);
    const definitions = await readTable(context, ours, DEFINITIONS);
    const aliases = await readTable(context, ours, ALIASES);
    const log = loggedOf(await readTable(context, ours, DECISION_LOG));
    const matches = await readFilledRows(context, ours, MATCHES, 'Match key', ['Decision', 'Decided by', 'Decided at']);
    const exceptions = await readTable(context, ours, EXCEPTIONS);
    return {
      ...definitionsOf(definitions, writing),
      decisions: {
        aliases: aliasesOf(aliases, writing),
        ...matchesTyped(matches, writing),
        ...(log.length === 0 ? {} : { log }),
      },
      previous: previousOf(exceptions, writing),
      mappings: await readMappings(context),
      typed: await readTyped(context, ours, writing),
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
async function readTyped(
  context: Excel.RequestContext,
  ours: readonly OwnSheet[],
  writing: Writing,
): Promise<Record<string, string | number>> {
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
      if (typeof value === 'string' && value !== '') return [[label, asMeant(label, value, writing)]];
      return typeof value === 'number' ? [[label, value]] : [];
    }),
  );
}

/** A balance or date that Excel left a text, since it is not written as in its language. */
function asMeant(label: string, typed: string, writing: Writing): string | number {
  if (LEDGER_LABELS.has(label)) return typedNumber(typed, writing) ?? typed;
  const day = label === SIGNED_ON ? typedDay(typed, writing) : null;
  return day === null ? typed : serialOfDay(day);
}
