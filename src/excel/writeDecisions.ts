/** Writes what a person decides in the pane as if it were typed: into the row of `Matches` with the key, or into `Aliases`. */

import { dictionary } from '../domain/dictionary';
import type { RawCell } from '../domain/grid';
import { ALIASES, MATCHES } from '../report/tableNames';
import type { Alias, KeyedCells, LinkNote, LinkWrite } from '../settings/decisions';
import { NOT_TOLD } from '../settings/typedText';
import { prepareKeyedCells } from './keyedCells';
import type { OpenTable } from './openTable';
import { gone, openOwn } from './openOwn';
import { rangeOf, readValues } from './readArea';
import { dateText } from './readDecisions';
import { cellText, textOf } from './readTables';
import { NOTHING_TO_WRITE } from './together';
import type { Prepared } from './together';

const KEY = 'Match key';
const CELLS = {
  Decision: (note: LinkNote) => note.typed,
  'Decided by': (note: LinkNote) => note.decidedBy,
  'Decided at': (note: LinkNote) => note.decidedAt,
} as const;
const HEADERS = Object.keys(CELLS) as (keyof typeof CELLS)[];

/**
 * Each note goes into every row that has its key. Of several notes with one key the first goes into the first row of that key,
 * the second into the second. A note without words clears the cells.
 * @returns what stands there, a note for each row that was found, in their order: writing that again takes this back.
 * @throws TroubleError where none of the keys is there any more, or a row says another word than expected.
 */
export async function prepareDecisions(
  context: Excel.RequestContext,
  notes: readonly LinkWrite[],
): Promise<{ readonly before: readonly LinkNote[]; readonly prepared: Prepared }> {
  const tables = await openOwn(context, MATCHES, [KEY, ...HEADERS]);
  const writes = notes.map((note) => ({
    key: note.matchKey,
    cells: cellsOf(note),
    ...(note.expected === undefined ? {} : { expected: { Decision: note.expected } }),
  }));
  const { before, prepared } = await prepareKeyedCells(context, { tables, key: KEY, placing: 'each' }, writes);
  if (before.length === 0) throw gone('The row of this match is no longer on the Matches sheet.', tables[0].name);
  return { before: before.map(noteOf), prepared };
}

function cellsOf(note: LinkNote): Record<string, string> {
  return Object.fromEntries(HEADERS.map((header) => [header, CELLS[header](note)]));
}

function noteOf({ key, cells }: KeyedCells): LinkNote {
  return {
    matchKey: key,
    typed: String(cells['Decision'] ?? ''),
    decidedBy: textOf(cells, 'Decided by'),
    // What can be read in two ways stays as it was typed.
    decidedAt: dateText(cells, 'Decided at', NOT_TOLD),
  };
}

const ALIAS_CELLS: Readonly<Record<string, (alias: Alias) => string>> = dictionary({
  Kind: ({ kind }) => kind,
  From: ({ from }) => from,
  To: ({ to }) => to,
  'From date': ({ fromDate }) => fromDate,
  'Decided by': ({ decidedBy }) => decidedBy,
  'Decided at': ({ decidedAt }) => decidedAt,
});

/** An alias that comes to those of the Definitions sheet. @returns null where it is there already. */
export async function prepareAlias(context: Excel.RequestContext, alias: Alias): Promise<Prepared | null> {
  const { table, rows, found } = await findAlias(context, alias);
  if (found.length > 0) return null;
  const cells = table.headers.map((header) => ALIAS_CELLS[header]?.(alias) ?? null);
  const blank = rows.findIndex((row) => row.every((cell) => cell === ''));
  return {
    parts: [{ rows: 1, queue: () => (blank < 0 ? addRow(table, cells) : writeRow(table, blank, cells)) }],
    takeBack: () => prepareWithoutAlias(context, alias),
  };
}

/**
 * Takes an alias away again: its row is left blank, which no run reads.
 * @throws TroubleError where it is not there any more.
 */
export async function prepareWithoutAlias(context: Excel.RequestContext, alias: Alias): Promise<Prepared> {
  const { table, found } = await findAlias(context, alias);
  if (found.length === 0) throw gone('This alias is no longer on the Definitions sheet.', table.name);
  const blank = table.headers.map((header) => (Object.hasOwn(ALIAS_CELLS, header) ? '' : null));
  return {
    parts: found.map((row) => ({ rows: 1, queue: () => writeRow(table, row, blank) })),
    takeBack: async () => (await prepareAlias(context, alias)) ?? NOTHING_TO_WRITE,
  };
}

/** @returns the rows, and within them those that say it. */
async function findAlias(context: Excel.RequestContext, alias: Alias) {
  const [table] = await openOwn(context, ALIASES, Object.keys(ALIAS_CELLS));
  const rows = await readValues(context, table.sheet, table.body);
  return { table, rows, found: rows.flatMap((row, at) => (isAlias(table, row, alias) ? [at] : [])) };
}

function addRow({ table }: OpenTable, cells: readonly (string | null)[]): void {
  table.rows.add(undefined, [cells as string[]]);
}

/** Null leaves a cell as it is. */
function writeRow({ sheet, body }: OpenTable, row: number, cells: readonly (string | null)[]): void {
  rangeOf(sheet, { ...body, top: body.top + row, rows: 1 }).values = [[...cells]];
}

function isAlias(table: OpenTable, row: readonly RawCell[], { kind, from, to }: Alias): boolean {
  const cell = (header: string): string => cellText(row[table.headers.indexOf(header)]);
  return cell('Kind') === kind && cell('From') === from.trim() && cell('To') === to.trim();
}
