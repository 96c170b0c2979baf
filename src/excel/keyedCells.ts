/** Writes cells of rows that are known by their key, wherever sorting, filters or a person moved them. */

import type { RawCell } from '../domain/grid';
import type { KeyedCells } from '../settings/decisions';
import { setNumberFormat } from './looks';
import type { OpenTable } from './openTable';
import { readValues } from './readArea';
import { cellText } from './readTables';
import { inRequests } from './together';
import type { Part, Prepared } from './together';
import { TroubleError } from './trouble';

/** Rows nearer to each other than this are written as one area, the ones between left as they are. */
const NEAR = 50;
const MOST_ROWS = 1_000;

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
 * @returns what stands in the cells, for each row that was found, in their order: writing that again takes the write back. None
 * where none of the keys is there.
 * @throws TroubleError where a row says otherwise than expected.
 */
export async function prepareKeyedCells(
  context: Excel.RequestContext,
  writing: KeyedWriting,
  writes: readonly KeyedCells[],
): Promise<{ readonly before: readonly KeyedCells[]; readonly prepared: Prepared }> {
  const areas = (await place(context, writing, writes)).flatMap(({ table, rows }) =>
    areasOf(rows).map((area) => ({ ...area, table, headers: headersOf(writing.key, area) })),
  );
  const parts: AreaPart[] = [];
  for (const request of inRequests(areas)) {
    const asked = request.map((area) => ({ area, found: ask(area) }));
    await context.sync();
    for (const { area, found } of asked) parts.push(partOf(area, writing.key, found()));
  }
  return {
    before: parts.flatMap(({ before }) => before),
    prepared: {
      parts,
      async takeBack(sent) {
        const before = parts.flatMap((part) => (sent.has(part) ? part.before : []));
        return (await prepareKeyedCells(context, { ...writing, placing: 'own' }, before)).prepared;
      },
    },
  };
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

interface TableArea extends WrittenArea {
  readonly table: OpenTable;
  /** Of the keys, of what is written, and of what is expected. */
  readonly headers: readonly string[];
}

/** Cells of an area by header. */
type Held = ReadonlyMap<string, readonly RawCell[]>;

interface AreaPart extends Part {
  readonly before: readonly KeyedCells[];
}

/**
 * Reads and writes in one request, so that nobody can sort the table in between: where the area is otherwise than it was
 * looked up, it gets back what it held.
 * @throws TroubleError where a row says otherwise than expected.
 */
function partOf(area: TableArea, key: string, stood: Held): AreaPart {
  const { table, headers, top, rows, placed } = area;
  const cellIn = (held: Held, header: string, row: number): RawCell => held.get(header)?.[row - top] ?? '';
  const isExpected = ({ row, write: { expected = {} } }: Placed): boolean =>
    Object.entries(expected).every(([header, cell]) => isSameCell(cellIn(stood, header, row), cell));
  if (!placed.every(isExpected)) throw changed(table.name);
  let found = (): Held => stood;
  return {
    rows,
    before: placed.map(({ row, write: { key: rowKey, cells } }) => ({
      key: rowKey,
      cells: Object.fromEntries(Object.keys(cells).map((header) => [header, typedCell(cellIn(stood, header, row))])),
    })),
    queue() {
      found = ask(area);
      writeArea(area);
    },
    putBack() {
      const held = found();
      const isAsFound = (header: string): boolean =>
        placed.every(({ row }) => isSameCell(cellIn(held, header, row), cellIn(stood, header, row)));
      if (headers.every(isAsFound)) return null;
      for (const header of writtenIn(area)) writeColumn(table, header, top, held.get(header) ?? []);
      return isAsFound(key) ? changed(table.name) : moved(table.name);
    },
  };
}

/** @returns what gives the cells once they came. */
function ask({ table, headers, top, rows }: TableArea): () => Held {
  const ranges = headers.map((header) => {
    const range = table.cells(header, top, rows);
    range.load('values');
    return { header, range };
  });
  return () =>
    new Map(ranges.map(({ header, range }) => [header, (range.values as RawCell[][]).map(([cell]) => cell ?? '')] as const));
}

function headersOf(key: string, area: WrittenArea): string[] {
  const expected = area.placed.flatMap(({ write }) => Object.keys(write.expected ?? {}));
  return [...new Set([key, ...writtenIn(area), ...expected])];
}

const writtenIn = ({ placed }: WrittenArea): string[] => [...new Set(placed.flatMap(({ write }) => Object.keys(write.cells)))];

function writeArea(area: TableArea): void {
  const { table, top, rows, placed } = area;
  for (const header of writtenIn(area)) {
    // Null leaves a cell as it is.
    const column = Array<RawCell | null>(rows).fill(null);
    for (const { row, write } of placed) column[row - top] = write.cells[header] ?? null;
    writeColumn(table, header, top, column);
  }
}

/** A text that looks like a formula stays a text, whatever format a reviewer gave the column. */
export function typeCell(range: Excel.Range, cell: RawCell): void {
  if (isFormulaLike(cell)) setNumberFormat(range, 'General');
  range.values = [[isFormulaLike(cell) ? `'${cell}` : cell]];
}

const isFormulaLike = (cell: RawCell | null): cell is string => typeof cell === 'string' && /^[=+\-@']/.test(cell);

/** The same for rows one below the other. */
function writeColumn(table: OpenTable, header: string, top: number, column: readonly (RawCell | null)[]): void {
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
