/** What a table's style lays under its cells: header, bands and rules, by the names Excel gives its styles. */

import { containsCell } from '../workbook/area';
import type { Sheet, Table } from '../workbook/model';

export interface TableLook {
  readonly fill: string | null;
  readonly color: string | null;
  readonly isBold: boolean;
  /** Colour of a rule above and below. */
  readonly above: string | null;
  readonly below: string | null;
}

interface Accent {
  readonly strong: string;
  readonly pale: string;
}

/** The Office theme's accents and their palest tints; styles are numbered through them, none first. */
const ACCENTS: readonly Accent[] = [
  { strong: '#000000', pale: '#D9D9D9' },
  { strong: '#4472C4', pale: '#D9E1F2' },
  { strong: '#ED7D31', pale: '#FCE4D6' },
  { strong: '#A5A5A5', pale: '#EDEDED' },
  { strong: '#FFC000', pale: '#FFF2CC' },
  { strong: '#5B9BD5', pale: '#DDEBF7' },
  { strong: '#70AD47', pale: '#E2EFDA' },
];

const PLAIN: TableLook = { fill: null, color: null, isBold: false, above: null, below: null };

export function tableAt(sheet: Sheet, row: number, column: number): Table | null {
  return sheet.tables.find(({ area }) => containsCell(area, row, column)) ?? null;
}

/** Null outside of tables and for styles without a look. */
export function tableLook(table: Table | null, row: number): TableLook | null {
  const parsed = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(table?.style ?? '');
  if (table === null || parsed === null) return null;
  const { strong, pale } = ACCENTS[(Number(parsed[2]) - 1) % ACCENTS.length] ?? { strong: '#000000', pale: '#D9D9D9' };
  const isLight = parsed[1] === 'Light';
  const first = table.area.top + (table.showHeaders ? 1 : 0);
  const isHeader = row < first;
  const isTotal = table.showTotals && row === table.area.bottom;
  const above = row === table.area.top ? strong : null;
  const below = row === table.area.bottom || isHeader ? strong : null;
  if (isHeader)
    return isLight ? { ...PLAIN, isBold: true, above, below } : { ...PLAIN, isBold: true, fill: strong, color: '#FFFFFF' };
  const fill = table.showBandedRows && !isTotal && (row - first) % 2 === 0 ? pale : null;
  return { ...PLAIN, fill, isBold: isTotal, above: isTotal ? strong : null, below };
}

/** Whether a cell is a header with a filter button. */
export function hasFilterButton(table: Table | null, row: number): boolean {
  return table !== null && table.showHeaders && table.showFilterButton && row === table.area.top;
}
