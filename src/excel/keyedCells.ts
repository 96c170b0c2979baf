/** Writes cells of rows that are known by their key, wherever sorting, filters or a person moved them, all or none. */

import type { RawCell } from '../domain/grid';
import type { KeyedCells } from '../settings/decisions';
import { setNumberFormat } from './looks';
import type { OpenTable } from './openTable';
import { readValues } from './readArea';
import { cellText } from './readTables';
import { TroubleError } from './trouble';

/** Rows nearer to each other than this are written as one area, the ones between left as they are. */
const NEAR = 50;
const MOST_ROWS = 1_000;
/** Areas in one request: each is a handful of actions. */
const MOST_AREAS = 200;

/**
 * first: of rows with one key the first alone · each: every row with the key, and of several writes with one key the first
 * goes into the first row, the second into the second · own: the same, but each write goes into one row only.
 */
export type Placing = 'first' | 'each' | 'own';

export interface KeyedWriting {
  /** One, or the parts of one in their order. */
  readonly tables: readonly OpenTable[];
  /** The header of the keys. */
  readonly key: string;
  readonly placing: Placing;
}

/**
 * @returns what stood in the cells before, for each row that was found, in their order: writing that again takes this back.
 * None where none of the keys is there.
 * @throws TroubleError where the rows moved, or say otherwise than expected, at that very moment; then nothing was written.
 */
export async function writeKeyedCells(
  context: Excel.RequestContext,
  writing: KeyedWriting,
  writes: readonly KeyedCells[],
): Promise<KeyedCells[]> {
  const placed = await place(context, writing, writes);
  const before: KeyedCells[] = [];
  try {
    for (const { table, rows } of placed)
      for (const areas of inRequests(areasOf(rows))) before.push(...(await writeAreas(context, table, writing.key, areas)));
  } catch (error) {
    // All or nothing: what earlier requests wrote is taken back as far as Excel lets us.
    if (before.length > 0) await writeKeyedCells(context, { ...writing, placing: 'own' }, before).catch(() => undefined);
    throw error;
  }
  return before;
}

/** By table, the rows that are written. */
async function place(
  context: Excel.RequestContext,
  { tables, key, placing }: KeyedWriting,
  writes: readonly KeyedCells[],
): Promise<{ readonly table: OpenTable; readonly rows: readonly Placed[] }[]> {
  const waiting = new Map<string, KeyedCells[]>();
  for (const write of writes) {
    const same = waiting.get(write.key);
    if (same === undefined) waiting.set(write.key, [write]);
    else same.push(write);
  }
  const done = new Set<string>();
  const rowOf = ([cell]: readonly RawCell[], row: number): Placed[] => {
    const rowKey = cellText(cell);
    const same = waiting.get(rowKey) ?? [];
    if (placing === 'first' && done.has(rowKey)) return [];
    done.add(rowKey);
    const write = placing === 'own' || same.length > 1 ? same.shift() : same[0];
    return write === undefined ? [] : [{ row, write }];
  };
  const placed: { table: OpenTable; rows: Placed[] }[] = [];
  for (const table of tables)
    placed.push({ table, rows: (await readValues(context, table.sheet, table.column(key))).flatMap(rowOf) });
  return placed;
}

interface Placed {
  readonly row: number;
  readonly write: KeyedCells;
}

/** Rows from `top` on, some of which are written. */
interface WrittenArea {
  readonly top: number;
  readonly rows: number;
  readonly placed: readonly Placed[];
}

function areasOf(placed: readonly Placed[]): WrittenArea[] {
  const areas: { top: number; rows: number; placed: Placed[] }[] = [];
  for (const one of placed) {
    const last = areas.at(-1);
    if (last !== undefined && one.row - (last.top + last.rows) < NEAR && one.row - last.top < MOST_ROWS) {
      last.rows = one.row - last.top + 1;
      last.placed.push(one);
    } else areas.push({ top: one.row, rows: 1, placed: [one] });
  }
  return areas;
}

function inRequests(areas: readonly WrittenArea[]): WrittenArea[][] {
  const requests: WrittenArea[][] = [];
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
 * since they were looked up, or a cell is not as expected, the cells get back what they held.
 * @returns what stood in the cells.
 */
async function writeAreas(
  context: Excel.RequestContext,
  table: OpenTable,
  key: string,
  areas: readonly WrittenArea[],
): Promise<KeyedCells[]> {
  const written = headersOf(areas, ({ cells }) => cells);
  const headers = [...new Set([key, ...written, ...headersOf(areas, ({ expected = {} }) => expected)])];
  const ranges = areas.map(({ top, rows }) =>
    headers.map((header) => {
      const range = table.cells(header, top, rows);
      range.load('values');
      return range;
    }),
  );
  for (const area of areas) writeArea(table, written, area);
  await context.sync();
  const held = ranges.map((columns) => columns.map((range) => (range.values as RawCell[][]).map(([cell]) => cell ?? '')));
  const cellAt = (area: number, header: string, row: number): RawCell =>
    held[area]?.[headers.indexOf(header)]?.[row - (areas[area]?.top ?? 0)] ?? '';
  const isAsFound = ({ row, write }: Placed, area: number): boolean => cellText(cellAt(area, key, row)) === write.key;
  const isAsExpected = ({ row, write }: Placed, area: number): boolean =>
    Object.entries(write.expected ?? {}).every(([header, cell]) => isSameCell(cellAt(area, header, row), cell));
  const trouble = !areas.every(({ placed }, area) => placed.every((one) => isAsFound(one, area)))
    ? moved(table.name)
    : !areas.every(({ placed }, area) => placed.every((one) => isAsExpected(one, area)))
      ? changed(table.name)
      : null;
  if (trouble !== null) {
    areas.forEach(({ top, rows }, area) =>
      written.forEach((header) => {
        writeColumn(table, header, top, held[area]?.[headers.indexOf(header)] ?? Array<null>(rows).fill(null));
      }),
    );
    await context.sync();
    throw trouble;
  }
  return areas.flatMap(({ placed }, area) =>
    placed.map(({ row, write }) => ({
      key: write.key,
      cells: Object.fromEntries(Object.keys(write.cells).map((header) => [header, typedCell(cellAt(area, header, row))])),
    })),
  );
}

function headersOf(areas: readonly WrittenArea[], of: (write: KeyedCells) => KeyedCells['cells']): string[] {
  return [...new Set(areas.flatMap(({ placed }) => placed.flatMap(({ write }) => Object.keys(of(write)))))];
}

function writeArea(table: OpenTable, headers: readonly string[], { top, rows, placed }: WrittenArea): void {
  for (const header of headers) {
    // Null leaves a cell as it is.
    const column = Array<RawCell | null>(rows).fill(null);
    for (const { row, write } of placed) column[row - top] = write.cells[header] ?? null;
    writeColumn(table, header, top, column);
  }
}

/** A text that looks like a formula stays a text, whatever format a reviewer gave the column. */
function writeColumn(table: OpenTable, header: string, top: number, column: readonly (RawCell | null)[]): void {
  const isFormulaLike = (cell: RawCell | null): cell is string => typeof cell === 'string' && /^[=+\-@']/.test(cell);
  column.forEach((cell, row) => {
    if (isFormulaLike(cell)) setNumberFormat(table.cells(header, top + row, 1), 'General');
  });
  const input = column.map((cell) => [isFormulaLike(cell) ? `'${cell}` : cell]);
  table.cells(header, top, column.length).values = input;
}

const typedCell = (cell: RawCell): string | number => (typeof cell === 'number' ? cell : String(cell));

const isSameCell = (a: RawCell, b: RawCell): boolean => cellText(a) === cellText(b);

function moved(sheet: string): TroubleError {
  return new TroubleError({
    what: `The ${sheet} sheet was sorted or changed at this very moment.`,
    next: 'Nothing was written. Try again.',
    where: null,
  });
}

function changed(sheet: string): TroubleError {
  return new TroubleError({
    what: `Somebody changed this row of the ${sheet} sheet in the meantime.`,
    next: 'Nothing was written. Select the row again to see what it says now, then decide anew.',
    where: null,
    isLasting: true,
  });
}
