/** Sorting of rows. */
import { compareTexts } from '../calc/coercion';
import { dataRows } from '../calc/structured';
import type { FormulaCell } from './chunk';
import { engineSheet } from './engineSheet';
import type { Area, Scalar, Sheet, Table } from './model';
import { copiedFormula } from './shift';
import type { WorkbookSheet } from './sheet';
import { isError } from './values';

export interface SortKey {
  /** Column of the area, counted from 0. */
  readonly key: number;
  readonly ascending: boolean;
  readonly matchCase?: boolean;
}

/** Numbers, texts, FALSE and TRUE, errors; empty cells are always last. */
const rank = (value: Exclude<Scalar, null>): number =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3;

function order(one: Scalar, other: Scalar, { ascending, matchCase }: SortKey): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  const direction = ascending ? 1 : -1;
  const byRank = rank(one) - rank(other);
  if (byRank !== 0) return byRank * direction;
  if (typeof one === 'number' && typeof other === 'number') return (one - other) * direction;
  if (typeof one === 'string' && typeof other === 'string') {
    const byText = compareTexts(one, other);
    return (byText === 0 && matchCase === true ? one.localeCompare(other, 'en', { caseFirst: 'lower' }) : byText) * direction;
  }
  return typeof one === 'boolean' && typeof other === 'boolean' ? (Number(one) - Number(other)) * direction : 0;
}

interface SortedCell {
  readonly content: Scalar | FormulaCell;
  readonly style: number;
}

/** Sorts the rows of an area by their values; equal rows keep their order. Formulas move as copies do, links with their cells. */
export function sortRows(sheet: Sheet, area: Area, keys: readonly SortKey[]): void {
  const own = engineSheet(sheet);
  own.check('allowSort');
  own.checkCells(area);
  const values = new Map<number, readonly Scalar[]>();
  const rows: number[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    rows.push(row);
    values.set(
      row,
      keys.map(({ key }) => own.value(row, area.left + key)),
    );
  }
  const sorted = rows.toSorted((one, other) => {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      const by = key === undefined ? 0 : order(values.get(one)?.[i] ?? null, values.get(other)?.[i] ?? null, key);
      if (by !== 0) return by;
    }
    return one - other;
  });
  own.core.log.transact(own.core.log.trigger, () => {
    moveRows(own, area, sorted);
    own.edited(area);
  });
}

/** @param from the rows in their new order */
function moveRows(sheet: WorkbookSheet, area: Area, from: readonly number[]): void {
  const { store } = sheet;
  const width = area.right - area.left + 1;
  const cells: SortedCell[][] = from.map((row) =>
    Array.from({ length: width }, (_none, i) => ({
      content: store.get(row, area.left + i),
      style: store.style(row, area.left + i),
    })),
  );
  const now = sheet.core.nextChange();
  const newRow = new Map(from.map((row, i) => [row, area.top + i] as const));
  cells.forEach((line, i) => {
    const row = area.top + i;
    const before = from[i] ?? row;
    line.forEach(({ content, style }, at) => {
      store.set(row, area.left + at, moved(content, row - before, now), now);
      store.setStyle(row, area.left + at, style);
    });
  });
  sheet.hyperlinks.forEach((link, i) => {
    const { top, bottom, left, right } = link.area;
    const row = top === bottom && left >= area.left && right <= area.right ? newRow.get(top) : undefined;
    if (row !== undefined) sheet.hyperlinks[i] = { ...link, area: { ...link.area, top: row, bottom: row } };
  });
}

function moved(content: Scalar | FormulaCell, rows: number, now: number): Scalar | FormulaCell {
  if (content === null || typeof content !== 'object' || isError(content) || rows === 0) return content;
  return { formula: copiedFormula(content.formula, rows, 0), value: content.value, checkedAt: -1, changedAt: now, program: null };
}

/** Sorts a table's data and keeps the keys as its sort. */
export function sortTable(sheet: Sheet, table: Table, keys: readonly SortKey[]): void {
  const own = engineSheet(sheet);
  const rows = dataRows(table);
  own.core.log.transact(own.core.log.trigger, () => {
    if (rows !== null) sortRows(sheet, { ...rows, left: table.area.left, right: table.area.right }, keys);
    table.sort = keys.map(({ key, ascending }) => ({ key, ascending }));
    own.touch({ kind: 'tableChanged', sheet: sheet.id, table: table.id, trigger: own.core.log.trigger });
  });
}
