/** Areas that structured references mean: `tbl[Col]`, `tbl[[#Headers],[A]:[C]]`, `[@Col]`. */
import type { Area, ErrorValue, Table, TableColumn } from '../workbook/model';
import { NULL_ERROR, REF_ERROR, VALUE_ERROR } from './coercion';

/** Rows of a table's data; null where it has none. */
export function dataRows(table: Table): { readonly top: number; readonly bottom: number } | null {
  const top = table.area.top + (table.showHeaders ? 1 : 0);
  const bottom = table.area.bottom - (table.showTotals ? 1 : 0);
  return top > bottom ? null : { top, bottom };
}

const indexes = new WeakMap<readonly TableColumn[], ReadonlyMap<string, number>>();

/** Place of a column in its table, by name without regard to case; -1 for none. */
export function columnIndex(table: Table, name: string): number {
  const key = name.toLowerCase();
  const known = indexes.get(table.columns)?.get(key);
  // Columns may have been renamed or moved since the index was made.
  if (known !== undefined && table.columns[known]?.name.toLowerCase() === key) return known;
  const index = new Map(table.columns.map((column, i) => [column.name.toLowerCase(), i] as const));
  indexes.set(table.columns, index);
  return index.get(key) ?? -1;
}

/**
 * @param sections such as "headers", "data", "totals", "all", "this row"; none means the data
 * @param columns none for all, one, or the two ends of a stretch
 * @param row of the cell that asks, for "this row"
 */
export function structuredArea(
  table: Table,
  sections: readonly string[],
  columns: readonly string[],
  row: number,
): Area | ErrorValue {
  const ends = columns.map((name) => columnIndex(table, name));
  if (ends.some((index) => index < 0)) return REF_ERROR;
  const left = table.area.left + (ends.length === 0 ? 0 : Math.min(...ends));
  const right = ends.length === 0 ? table.area.right : table.area.left + Math.max(...ends);
  const rows = sectionRows(table, sections.length === 0 ? ['data'] : sections, row);
  return 'error' in rows ? rows : { ...rows, left, right };
}

type Rows = { readonly top: number; readonly bottom: number };

function sectionRows(table: Table, sections: readonly string[], row: number): Rows | ErrorValue {
  const parts = sections.map((section) => oneSection(table, section.toLowerCase().replace('#', ''), row));
  const error = parts.find((part) => 'error' in part);
  if (error !== undefined) return error;
  const rows = parts.filter((part): part is Rows => 'top' in part);
  return { top: Math.min(...rows.map((part) => part.top)), bottom: Math.max(...rows.map((part) => part.bottom)) };
}

function oneSection(table: Table, section: string, row: number): Rows | ErrorValue {
  const { area } = table;
  const data = dataRows(table);
  switch (section) {
    case 'all':
      return area;
    case 'headers':
      return table.showHeaders ? { top: area.top, bottom: area.top } : NULL_ERROR;
    case 'totals':
      return table.showTotals ? { top: area.bottom, bottom: area.bottom } : NULL_ERROR;
    case 'this row':
    case '@':
      return data !== null && row >= data.top && row <= data.bottom ? { top: row, bottom: row } : VALUE_ERROR;
    default:
      return data ?? REF_ERROR;
  }
}
