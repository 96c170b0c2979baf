/** Writes what a person decides in the pane as if it were typed: into the row of `Matches` with the key, or into `Aliases`. */

import type { Alias, LinkNote } from '../settings/decisions';
import type { RawCell } from '../domain/grid';
import { areaOf, CORNERS, readValues } from './readArea';
import type { Area } from './readArea';
import { matchesTyped } from './readDecisions';
import type { KeptRow } from './readTables';
import { withExcel } from './session';
import { surveyWorkbook } from './survey';
import { TroubleError } from './trouble';

const KEY = 'Match key';
const CELLS = {
  Decision: (note: LinkNote) => note.typed,
  'Decided by': (note: LinkNote) => note.decidedBy,
  'Decided at': (note: LinkNote) => note.decidedAt,
} as const;
const HEADERS = Object.keys(CELLS) as (keyof typeof CELLS)[];

/** Rows nearer to each other than this are written as one area, the ones between left as they are. */
const NEAR = 50;
const MOST_ROWS = 1_000;
/** Areas in one request: each is a handful of actions. */
const MOST_AREAS = 200;

/**
 * Writes each note into every row that has its key, wherever sorting, filters or a person moved it. A note without words
 * clears the cells.
 * @returns what stood there before, of the keys that were found: writing that again takes this back.
 * @throws TroubleError where none of the keys is there any more; then nothing was written.
 */
export function writeDecisions(notes: readonly LinkNote[]): Promise<readonly LinkNote[]> {
  return withExcel((context) => write(context, notes, true));
}

async function write(context: Excel.RequestContext, notes: readonly LinkNote[], mayPutBack: boolean): Promise<LinkNote[]> {
  const table = await openTable(context, 'tblMatches', [KEY, ...HEADERS]);
  const keys = await readValues(context, table.sheet, table.column(KEY));
  const noteOfKey = new Map(notes.map((note) => [note.matchKey, note]));
  const placed = keys.flatMap(([cell], row) => {
    const note = noteOfKey.get(String(cell ?? '').trim());
    return note === undefined ? [] : [{ row, note }];
  });
  if (placed.length === 0) throw gone('The row of this match is no longer on the Matches sheet.', table.name);
  const before: LinkNote[] = [];
  try {
    for (const areas of inRequests(areasOf(placed))) before.push(...(await writeAreas(context, table, areas)));
  } catch (error) {
    // All or nothing: what earlier requests wrote is taken back as far as Excel lets us.
    if (mayPutBack && before.length > 0) await write(context, before, false).catch(() => undefined);
    throw error;
  }
  return before;
}

interface PlacedNote {
  readonly row: number;
  readonly note: LinkNote;
}

/** Rows from `top` on, some of which have a note. */
interface NotesArea {
  readonly top: number;
  readonly rows: number;
  readonly notes: readonly PlacedNote[];
}

function areasOf(placed: readonly PlacedNote[]): NotesArea[] {
  const areas: { top: number; rows: number; notes: PlacedNote[] }[] = [];
  for (const one of placed) {
    const last = areas.at(-1);
    if (last !== undefined && one.row - (last.top + last.rows) < NEAR && one.row - last.top < MOST_ROWS) {
      last.rows = one.row - last.top + 1;
      last.notes.push(one);
    } else areas.push({ top: one.row, rows: 1, notes: [one] });
  }
  return areas;
}

function inRequests(areas: readonly NotesArea[]): NotesArea[][] {
  const requests: NotesArea[][] = [];
  let rows = 0;
  for (const area of areas) {
    const last = requests.at(-1);
    if (last === undefined || last.length === MOST_AREAS || rows + area.rows > 2 * MOST_ROWS) {
      requests.push([area]);
      rows = area.rows;
    } else {
      last.push(area);
      rows += area.rows;
    }
  }
  return requests;
}

/**
 * Reads keys and cells and writes in one request, so that nobody can sort the table in between. Where the keys had moved
 * since they were looked up, the cells get back what they held.
 * @returns what stood in the cells.
 */
async function writeAreas(context: Excel.RequestContext, table: OpenTable, areas: readonly NotesArea[]): Promise<LinkNote[]> {
  const read = areas.map(({ top, rows }) =>
    [KEY, ...HEADERS].map((header) => {
      const range = table.cells(header, top, rows);
      range.load('values');
      return range;
    }),
  );
  for (const area of areas) writeArea(table, area);
  await context.sync();
  const columns = read.map((ranges) => ranges.map((range) => (range.values as RawCell[][]).map(([cell]) => cell ?? '')));
  const isMoved = areas.some(({ top, notes }, at) =>
    notes.some(({ row, note }) => String(columns[at]?.[0]?.[row - top] ?? '').trim() !== note.matchKey),
  );
  if (isMoved) {
    areas.forEach(({ top, rows }, at) =>
      HEADERS.forEach((header, column) => {
        table.cells(header, top, rows).values = (columns[at]?.[column + 1] ?? []).map((cell) => [cell]);
      }),
    );
    await context.sync();
    throw new TroubleError({
      what: 'The Matches sheet was sorted or changed at this very moment.',
      next: 'Nothing was written. Try again.',
      where: null,
    });
  }
  return areas.flatMap(({ top, notes }, at) =>
    notes.map(({ row, note }) => {
      const [decision, by, when] = HEADERS.map((_, column) => columns[at]?.[column + 1]?.[row - top] ?? '');
      return noteOf({ [KEY]: note.matchKey, Decision: decision ?? '', 'Decided by': by ?? '', 'Decided at': when ?? '' });
    }),
  );
}

/** Cells as the next run would read them. */
function noteOf(row: KeptRow): LinkNote {
  const { links, notes } = matchesTyped([row]);
  const blank = { matchKey: String(row[KEY]), typed: '', decidedBy: '', decidedAt: '' };
  return { ...blank, ...notes[0], ...links[0], typed: String(row['Decision'] ?? '') };
}

function writeArea(table: OpenTable, { top, rows, notes }: NotesArea): void {
  for (const header of HEADERS) {
    // Null leaves a cell as it is.
    const column: (string | null)[][] = Array.from({ length: rows }, () => [null]);
    for (const { row, note } of notes) column[row - top] = [CELLS[header](note)];
    table.cells(header, top, rows).values = column;
  }
}

const ALIAS_CELLS: Readonly<Record<string, (alias: Alias) => string>> = {
  Kind: ({ kind }) => kind,
  From: ({ from }) => from,
  To: ({ to }) => to,
  'From date': ({ fromDate }) => fromDate,
  'Decided by': ({ decidedBy }) => decidedBy,
  'Decided at': ({ decidedAt }) => decidedAt,
};

/** Adds an alias to those of the Definitions sheet. @returns false where it is there already. */
export async function addAlias(alias: Alias): Promise<boolean> {
  return withExcel(async (context) => {
    const table = await openTable(context, 'tblAliases', Object.keys(ALIAS_CELLS));
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

/** Takes an alias away again: its row is left blank, which no run reads. */
export async function removeAlias(alias: Alias): Promise<void> {
  await withExcel(async (context) => {
    const table = await openTable(context, 'tblAliases', Object.keys(ALIAS_CELLS));
    const rows = await readValues(context, table.sheet, table.body);
    rows.forEach((row, at) => {
      if (!isAlias(table, row, alias)) return;
      for (const header of Object.keys(ALIAS_CELLS)) table.cells(header, at, 1).values = [['']];
    });
    await context.sync();
  });
}

function isAlias(table: OpenTable, row: readonly RawCell[], { kind, from, to }: Alias): boolean {
  const cell = (header: string): string => String(row[table.headers.indexOf(header)] ?? '').trim();
  return cell('Kind') === kind && cell('From') === from.trim() && cell('To') === to.trim();
}

interface OpenTable {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly table: Excel.Table;
  readonly headers: readonly string[];
  readonly body: Area;
  readonly column: (header: string) => Area;
  /** Cells of a column, rows counted within the body. */
  readonly cells: (header: string, top: number, rows: number) => Excel.Range;
}

/** A table of ours as it stands today. @throws TroubleError where it or one of the columns is gone. */
async function openTable(context: Excel.RequestContext, planned: string, needed: readonly string[]): Promise<OpenTable> {
  const { ours } = await surveyWorkbook(context);
  const own = ours.find(({ tables }) => Object.hasOwn(tables, planned));
  const actual = own?.tables[planned];
  if (own === undefined || actual === undefined) throw gone('The sheet that holds the decisions is no longer there.', null);
  const sheet = context.workbook.worksheets.getItem(own.id);
  const table = sheet.tables.getItem(actual);
  const [range, header] = [table.getRange(), table.getHeaderRowRange()];
  range.load(CORNERS);
  header.load('values');
  await context.sync();
  const headers = (header.values[0] ?? []).map(String);
  const missing = needed.find((name) => !headers.includes(name));
  if (missing !== undefined) throw gone(`The column “${missing}” is no longer on the sheet ${own.name}.`, own.name);
  const whole = areaOf(range);
  const body = { ...whole, top: whole.top + 1, rows: whole.rows - 1 };
  const column = (name: string): Area => ({ ...body, left: body.left + headers.indexOf(name), columns: 1 });
  return {
    name: own.name,
    sheet,
    table,
    headers,
    body,
    column,
    cells: (name, top, rows) => sheet.getRangeByIndexes(body.top + top, column(name).left, rows, 1),
  };
}

function gone(what: string, sheet: string | null): TroubleError {
  const where = sheet === null ? null : { sheet, address: 'A1' };
  return new TroubleError({ what, next: 'Run again, then decide anew.', where });
}
