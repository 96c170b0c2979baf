/** Sample sheets as the grids that reading gets. */

import type { SampleSheet } from '../../samples/sheet';
import type { SourceGrid } from '../../src/domain/grid';

export function gridsOf(sheets: readonly SampleSheet[]): SourceGrid[] {
  return sheets.map((sheet) => {
    const width = sheet.columns.length;
    const formats = sheet.columns.map(({ format }) => format);
    return {
      sheet: sheet.name,
      table: sheet.table,
      top: 0,
      left: 0,
      values: sheet.rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? '')),
      formatSamples: [{ row: sheet.headerRow + 1, formats }],
      hiddenRows: 0,
    };
  });
}
