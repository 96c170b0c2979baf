/** Which values of a table's column are let through by its filter. Pure. */

import type { Sheet, Table, TableColumn } from '../workbook/model';
import type { Cell } from './movement';
import { hasFilterButton, tableAt } from './tableLook';

export interface FilterPlace {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly column: TableColumn;
  /** Column of the table, from 0. */
  readonly index: number;
}

/** The filter that a header cell opens; null where the cell has none. */
export function filterAt(sheet: Sheet, cell: Cell): FilterPlace | null {
  const table = tableAt(sheet, cell.row, cell.column);
  if (table === null || !hasFilterButton(table, cell.row)) return null;
  const index = cell.column - table.area.left;
  const column = table.columns[index];
  return column === undefined ? null : { sheet, table, column, index };
}

/** Texts of a column, each once, in the order of their values: numbers, then texts. */
export function valuesOf({ sheet, table, index }: FilterPlace): string[] {
  const numbers = new Map<string, number>();
  const texts = new Set<string>();
  const column = table.area.left + index;
  const last = table.area.bottom - (table.showTotals ? 1 : 0);
  for (let row = table.area.top + 1; row <= last; row += 1) {
    const value = sheet.value(row, column);
    if (typeof value === 'number') numbers.set(sheet.text(row, column), value);
    else texts.add(sheet.text(row, column));
  }
  const sorted = [...numbers].sort(([, one], [, other]) => one - other).map(([text]) => text);
  return [...sorted, ...[...texts].sort((one, other) => one.localeCompare(other, 'en'))];
}

/** More values than this are not worth ticking one by one; the search reaches the others. */
export const MOST_LISTED = 2000;

export interface FilterChoice {
  /** What is searched for is what is to be shown; "" goes back to what was chosen before. */
  search(text: string): void;
  /** Values that the search found, as far as they are listed. */
  listed(): readonly string[];
  /** How many the search found besides. */
  unlisted(): number;
  isOn(value: string): boolean;
  /** Whether all that the search found is on. */
  isAll(): boolean;
  set(value: string, isOn: boolean): void;
  setAll(isOn: boolean): void;
  /** Values to let through; null where that is all. */
  kept(): string[] | null;
}

/** @param before values that the filter lets through now, in any case; null without a filter */
export function createFilterChoice(values: readonly string[], before: readonly string[] | null): FilterChoice {
  const earlier = before === null ? null : new Set(before.map((value) => value.toLowerCase()));
  const chosen = values.filter((value) => earlier?.has(value.toLowerCase()) ?? true);
  let on = new Set(chosen);
  let found = values;
  const set = (value: string, isOn: boolean): void => {
    if (isOn) on.add(value);
    else on.delete(value);
  };
  return {
    search: (text) => {
      const wanted = text.trim().toLowerCase();
      found = values.filter((value) => value.toLowerCase().includes(wanted));
      on = new Set(wanted === '' ? chosen : found);
    },
    listed: () => found.slice(0, MOST_LISTED),
    unlisted: () => Math.max(0, found.length - MOST_LISTED),
    isOn: (value) => on.has(value),
    isAll: () => found.every((value) => on.has(value)),
    set,
    setAll: (isOn) => found.forEach((value) => set(value, isOn)),
    kept: () => (on.size === values.length ? null : values.filter((value) => on.has(value))),
  };
}
