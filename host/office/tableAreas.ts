/** The parts of a table. */

import type { Area, Table } from '../workbook/model';

export const headerArea = (table: Table): Area | null => (table.showHeaders ? { ...table.area, bottom: table.area.top } : null);
export const totalsArea = (table: Table): Area | null => (table.showTotals ? { ...table.area, top: table.area.bottom } : null);

/** Rows between header and totals; null where there is none. */
export const bodyArea = (table: Table): Area | null => {
  const top = table.area.top + (table.showHeaders ? 1 : 0);
  const bottom = table.area.bottom - (table.showTotals ? 1 : 0);
  return top <= bottom ? { ...table.area, top, bottom } : null;
};

/** The part of a table's area in one of its columns. */
export const inColumn = (area: Area, table: Table, index: number): Area => ({
  ...area,
  left: table.area.left + index,
  right: table.area.left + index,
});
