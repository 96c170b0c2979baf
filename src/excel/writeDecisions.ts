/** Writes what a person decides in the pane as if it were typed: into the row of `Matches` with the key, or into `Aliases`. */

import type { RawCell } from '../domain/grid';
import { ALIASES } from '../report/definitionsSheet';
import { MATCHES } from '../report/matchesSheet';
import type { Alias, LinkNote } from '../settings/decisions';
import { openTable } from './openTable';
import type { OpenTable } from './openTable';
import { readValues } from './readArea';
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
 * Writes each note into every row that has its key, wherever sorting, filters or a person moved it. Of several notes with one
 * key the first goes into the first row of that key, the second into the second. A note without words clears the cells.
 * @returns what stood there before, a note for each row that was found, in their order: writing that again takes this back.
 * @throws TroubleError where none of the keys is there any more; then nothing was written.
 */
export function writeDecisions(notes: readonly LinkNote[]): Promise<readonly LinkNote[]> {
  return withExcel((context) => write(context, notes, false));
}

/** @param isPuttingBack each note goes into one row only: the others of its key were not written. */
async function write(context: Excel.RequestContext, notes: readonly LinkNote[], isPuttingBack: boolean): Promise<LinkNote[]> {
  const table = await openOwn(context, MATCHES, [KEY, ...HEADERS]);
  const keys = await readValues(context, table.sheet, table.column(KEY));
  const notesOfKey = new Map<string, LinkNote[]>();
  for (const note of notes) {
    const before = notesOfKey.get(note.matchKey);
    if (before === undefined) notesOfKey.set(note.matchKey, [note]);
    else before.push(note);
  }
  const placed = keys.flatMap(([cell], row) => {
    const waiting = notesOfKey.get(String(cell ?? '').trim()) ?? [];
    const note = isPuttingBack || waiting.length > 1 ? waiting.shift() : waiting[0];
    return note === undefined ? [] : [{ row, note }];
  });
  if (placed.length === 0) throw gone('The row of this match is no longer on the Matches sheet.', table.name);
  const before: LinkNote[] = [];
  try {
    for (const areas of inRequests(areasOf(placed))) before.push(...(await writeAreas(context, table, areas)));
  } catch (error) {
    // All or nothing: what earlier requests wrote is taken back as far as Excel lets us.
    if (!isPuttingBack && before.length > 0) await write(context, before, true).catch(() => undefined);
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
    const table = await openOwn(context, ALIASES, Object.keys(ALIAS_CELLS));
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
    const table = await openOwn(context, ALIASES, Object.keys(ALIAS_CELLS));
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

/** @throws TroubleError where the table or one of the columns is gone. */
async function openOwn(context: Excel.RequestContext, planned: string, needed: readonly string[]): Promise<OpenTable> {
  const { ours } = await surveyWorkbook(context);
  const table = await openTable(context, ours, planned);
  if (table === null) throw gone('The sheet that holds the decisions is no longer there.', null);
  const missing = needed.find((header) => !table.headers.includes(header));
  if (missing !== undefined) throw gone(`The column “${missing}” is no longer on the sheet ${table.name}.`, table.name);
  return table;
}

function gone(what: string, sheet: string | null): TroubleError {
  const where = sheet === null ? null : { sheet, address: 'A1' };
  return new TroubleError({ what, next: 'Run again, then decide anew.', where });
}
