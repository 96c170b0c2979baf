/** Cells of a result that people type into, and how they are typed into it again. */

import type { RawCell } from '../domain/grid';
import type { SheetPlan } from '../report/plan';
import { numbered } from './existing';
import type { ExistingTable } from './existing';
import { typeCell } from './keyedCells';
import { typedName } from './registry';

type CellsByHeader = Readonly<Record<string, RawCell>>;

export interface WatchedRow {
  /** What the row is known by; empty where that is its place. */
  readonly key: CellsByHeader;
  /** What people type into. */
  readonly cells: CellsByHeader;
}

/** By the text that tells them apart. */
export type WatchedRows = ReadonlyMap<string, WatchedRow>;

/** What came of asking. */
export interface Asked {
  /** As Excel gave them, one after another. */
  readonly values: () => readonly RawCell[];
  readonly rows: () => WatchedRows;
}

export interface Watched {
  /** The sheet's name. */
  readonly name: string;
  readonly cells: number;
  /** Asks for them as they stand when the request is carried out. @returns what gives them once they came. */
  readonly ask: (context: Excel.RequestContext) => Asked;
  /** Types them into the result that stands now. */
  readonly type: (context: Excel.RequestContext, typed: WatchedRows) => Promise<void>;
}

/** A sheet of a result that a run writes over. */
export interface WatchedSheet {
  readonly id: string;
  readonly name: string;
  readonly plan: SheetPlan;
  readonly tables: readonly ExistingTable[];
}

/** Those with a label, for people to fill in. */
export function typedCells({ id, name, plan }: WatchedSheet): Watched {
  const rangeOf = (context: Excel.RequestContext, label: string): Excel.Range =>
    context.workbook.worksheets.getItem(id).names.getItemOrNullObject(typedName(label)).getRangeOrNullObject();
  return {
    name,
    cells: plan.typed.length,
    ask(context) {
      const ranges = plan.typed.map(({ label }) => ({ label, range: rangeOf(context, label).load('values') }));
      const cells = () => ranges.map(({ label, range }) => ({ label, cell: range.isNullObject ? '' : cellOf(range, 0) }));
      return {
        values: () => cells().map(({ cell }) => cell),
        rows: () => new Map(cells().map(({ label, cell }) => [label, inPlace({ [label]: cell })])),
      };
    },
    async type(context, typed) {
      for (const [label, { cells }] of typed) typeCell(rangeOf(context, label), cells[label] ?? '');
      await context.sync();
    },
  };
}

/** Further right nobody writes beside a title. */
const COLUMNS_ABOVE = 30;

/** Free cells above the first table; where the result has something of its own now it keeps that. */
export function cellsAbove({ id, name, plan }: WatchedSheet): Watched {
  const rows = plan.tables[0]?.row ?? 0;
  const above = (context: Excel.RequestContext): Excel.Range =>
    context.workbook.worksheets.getItem(id).getRangeByIndexes(0, 0, rows, COLUMNS_ABOVE).load('formulas');
  const placesOf = ({ formulas }: Excel.Range) =>
    (formulas as RawCell[][]).flatMap((line, row) =>
      line.map((cell, column) => ({ row, column, cell, key: `${String(row)} ${String(column)}` })),
    );
  return {
    name,
    cells: rows * COLUMNS_ABOVE,
    ask(context) {
      const range = above(context);
      return {
        values: () => (range.formulas as RawCell[][]).flat(),
        rows: () =>
          new Map(placesOf(range).flatMap(({ key, cell }) => (isFormula(cell) ? [] : [[key, inPlace({ [key]: cell })]]))),
      };
    },
    async type(context, typed) {
      const range = above(context);
      await context.sync();
      for (const { row, column, cell, key } of placesOf(range)) {
        const again = typed.get(key)?.cells[key];
        if (cell === '' && again !== undefined) typeCell(range.getCell(row, column), again);
      }
      await context.sync();
    },
  };
}

/** A row that the result does not have comes to it, with its key. */
export function tableCells({ id, name }: WatchedSheet, { plan, actual, rows, added, renamed, missing }: ExistingTable): Watched {
  const there = plan.columns.filter(({ header }) => !missing.includes(header));
  const own = added.filter(({ formulasR1C1 }) => !formulasR1C1.some(isFormula));
  const typed = [...there.filter(({ reviewer }) => reviewer === true), ...own].map(({ header }) => header);
  const isKeyed = plan.key.every((header) => !missing.includes(header));
  const called = new Map(renamed.map(({ from, to }) => [to, from]));
  const tableOf = (context: Excel.RequestContext): Excel.Table => context.workbook.worksheets.getItem(id).tables.getItem(actual);
  const column = (table: Excel.Table, header: string): Excel.Range =>
    table.columns.getItem(header).getDataBodyRange().load('values');
  return {
    name,
    cells: isKeyed ? typed.length * rows : 0,
    ask(context) {
      const table = tableOf(context);
      const columnAsItStands = (header: string): Excel.Range => column(table, called.get(header) ?? header);
      const askFor = (headers: readonly string[]): Column[] =>
        headers.map((header) => ({ header, range: columnAsItStands(header) }));
      const [keys, cells] = [askFor(plan.key), askFor(typed)];
      return {
        values: () => [...keys, ...cells].flatMap(({ range }) => (range.values as RawCell[][]).flat()),
        rows: () =>
          new Map(keysOf(keys).map((key, row) => [key, { key: cellsOf(keys, row), cells: cellsOf(cells, row) }] as const)),
      };
    },
    async type(context, late) {
      const table = tableOf(context);
      const keys = plan.key.map((header) => ({ header, range: column(table, header) }));
      await context.sync();
      const rowOfKey = new Map(keysOf(keys).map((key, row) => [key, row]));
      let last = rowOfKey.size;
      for (const [key, { key: known, cells }] of late) {
        const row = rowOfKey.get(key) ?? last++;
        const isThere = rowOfKey.has(key);
        if (!isThere) table.rows.add();
        for (const [header, cell] of Object.entries(isThere ? cells : { ...known, ...cells }))
          typeCell(table.columns.getItem(header).getDataBodyRange().getCell(row, 0), cell);
      }
      await context.sync();
    },
  };
}

const isFormula = (cell: RawCell): boolean => typeof cell === 'string' && cell.startsWith('=');

const inPlace = (cells: CellsByHeader): WatchedRow => ({ key: {}, cells });

interface Column {
  readonly header: string;
  readonly range: Excel.Range;
}

const cellOf = ({ values }: Excel.Range, row: number): RawCell => (values as RawCell[][])[row]?.[0] ?? '';

const cellsOf = (columns: readonly Column[], row: number): CellsByHeader =>
  Object.fromEntries(columns.map(({ header, range }) => [header, cellOf(range, row)]));

function keysOf(columns: readonly Column[]): string[] {
  const rows = columns[0]?.range.values.length ?? 0;
  return numbered(
    Array.from({ length: rows }, (_, row) => columns.map(({ range }) => String(cellOf(range, row))).join('\u0000')),
  );
}
