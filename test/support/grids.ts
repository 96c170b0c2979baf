/** Text tables as the grids that reading gets. */

import type { RawCell, SourceGrid } from '../../src/domain/grid';
import { bookOf } from './book';
import type { Sheets } from './book';

export function gridsFromText(sheets: Sheets): SourceGrid[] {
  return bookOf(sheets).sheets.map((sheet) => {
    const area = sheet.usedArea(true);
    if (area === null) throw new Error(`${sheet.name} is empty`);
    const rows = Array.from({ length: area.bottom + 1 }, (_, row) => row);
    const columns = Array.from({ length: area.right + 1 }, (_, column) => column);
    return {
      sheet: sheet.name,
      table: null,
      top: 0,
      left: 0,
      values: rows.map((row) => columns.map((column): RawCell => cellOf(sheet.value(row, column)))),
      formatSamples: rows.map((row) => ({ row, formats: columns.map((column) => sheet.style(row, column).numberFormat) })),
      hiddenRows: 0,
    };
  });
}

const cellOf = (value: unknown): RawCell =>
  typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : '';
