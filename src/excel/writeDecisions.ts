/** Writes what a person decides in the pane as if it were typed: into the row of `Matches` with the key, or into `Aliases`. */

import { dictionary } from '../domain/dictionary';
import type { RawCell } from '../domain/grid';
import { ALIASES, MATCHES } from '../report/tableNames';
import type { Alias, KeyedCells, LinkNote, LinkWrite } from '../settings/decisions';
import { NOT_TOLD } from '../settings/typedText';
import { writeKeyedCells } from './keyedCells';
import type { OpenTable } from './openTable';
import { gone, openOwn } from './openOwn';
import { readValues } from './readArea';
import { dateText } from './readDecisions';
import { cellText, textOf } from './readTables';
import { withExcel } from './session';

const KEY = 'Match key';
const CELLS = {
  Decision: (note: LinkNote) => note.typed,
  'Decided by': (note: LinkNote) => note.decidedBy,
  'Decided at': (note: LinkNote) => note.decidedAt,
} as const;
const HEADERS = Object.keys(CELLS) as (keyof typeof CELLS)[];

/**
 * Writes each note into every row that has its key. Of several notes with one key the first goes into the first row of that
 * key, the second into the second. A note without words clears the cells.
 * @returns what stood there before, a note for each row that was found, in their order: writing that again takes this back.
 * @throws TroubleError where none of the keys is there any more, or a row says another word than expected; then nothing was written.
 */
export function writeDecisions(notes: readonly LinkWrite[]): Promise<readonly LinkNote[]> {
  return withExcel(async (context) => {
    const tables = await openOwn(context, MATCHES, [KEY, ...HEADERS]);
    const writes = notes.map((note) => ({
      key: note.matchKey,
      cells: cellsOf(note),
      ...(note.expected === undefined ? {} : { expected: { Decision: note.expected } }),
    }));
    const before = await writeKeyedCells(context, { tables, key: KEY, placing: 'each' }, writes);
    if (before.length === 0) throw gone('The row of this match is no longer on the Matches sheet.', tables[0].name);
    return before.map(noteOf);
  });
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

/** Adds an alias to those of the Definitions sheet. @returns false where it is there already. */
export async function addAlias(alias: Alias): Promise<boolean> {
  return withExcel(async (context) => {
    const [table] = await openOwn(context, ALIASES, Object.keys(ALIAS_CELLS));
    const rows = await readValues(context, table.sheet, table.body);
    if (rows.some((row) => isAlias(table, row, alias))) return false;
    const blank = rows.findIndex((row) => row.every((cell) => cell === ''));
    if (blank < 0) {
      const cells = table.headers.map((header) => ALIAS_CELLS[header]?.(alias) ?? null);
      table.table.rows.add(undefined, [cells as string[]]);
    } else {
      for (const [header, cellOf] of Object.entries(ALIAS_CELLS)) table.cells(header, blank, 1).values = [[cellOf(alias)]];
    }
    await context.sync();
    return true;
  });
}

/**
 * Takes an alias away again: its row is left blank, which no run reads.
 * @throws TroubleError where it is not there any more.
 */
export async function removeAlias(alias: Alias): Promise<void> {
  await withExcel(async (context) => {
    const [table] = await openOwn(context, ALIASES, Object.keys(ALIAS_CELLS));
    const rows = await readValues(context, table.sheet, table.body);
    const found = rows.flatMap((row, at) => (isAlias(table, row, alias) ? [at] : []));
    if (found.length === 0) throw gone('This alias is no longer on the Definitions sheet.', table.name);
    for (const at of found) for (const header of Object.keys(ALIAS_CELLS)) table.cells(header, at, 1).values = [['']];
    await context.sync();
  });
}

function isAlias(table: OpenTable, row: readonly RawCell[], { kind, from, to }: Alias): boolean {
  const cell = (header: string): string => cellText(row[table.headers.indexOf(header)]);
  return cell('Kind') === kind && cell('From') === from.trim() && cell('To') === to.trim();
}
