/** The data of a chart: series guessed from a block of cells. */

import { printAddress } from '../../workbook/address';
import { cellArea, columnsOf, rowsOf } from '../../workbook/area';
import type { ChartSeries, Sheet } from '../../workbook/model';
import { readText } from '../args';
import type { Cells } from '../cells';
import { refuse } from '../errors';
import { wireValue } from './contents';

const isTextOrEmpty = (sheet: Sheet, row: number, column: number): boolean => typeof sheet.value(row, column) !== 'number';

export const emptySeries = (): ChartSeries => ({
  name: '', nameFormula: null, values: '', categories: null, type: null, color: null, pointColors: new Map(), gapWidth: null, overlap: null, dataLabels: false,
}); // prettier-ignore

export const reference = (sheet: Sheet, area: Cells['area']): string => printAddress(sheet.name, area, '$');

/** Series from a block of cells as Excel guesses them: a first row or column of texts gives names and categories. */
export const seriesFrom = ({ sheet, area }: Cells, by: 'Auto' | 'Columns' | 'Rows'): ChartSeries[] => {
  const hasHeader =
    rowsOf(area) > 1 &&
    range(area.left + (columnsOf(area) > 1 ? 1 : 0), area.right).every((column) => isTextOrEmpty(sheet, area.top, column));
  const hasLabels =
    columnsOf(area) > 1 &&
    range(area.top + (rowsOf(area) > 1 ? 1 : 0), area.bottom).every((row) => isTextOrEmpty(sheet, row, area.left));
  const first = { row: area.top + (hasHeader ? 1 : 0), column: area.left + (hasLabels ? 1 : 0) };
  const isByColumns = by === 'Columns' || (by === 'Auto' && area.bottom - first.row >= area.right - first.column);
  if (isByColumns) {
    return range(first.column, area.right).map((column, index) => ({
      ...emptySeries(),
      name: hasHeader ? String(wireValue(sheet.value(area.top, column))) : `Series${index + 1}`,
      nameFormula: hasHeader ? reference(sheet, cellArea(area.top, column)) : null,
      values: reference(sheet, { top: first.row, bottom: area.bottom, left: column, right: column }),
      categories: hasLabels ? reference(sheet, { top: first.row, bottom: area.bottom, left: area.left, right: area.left }) : null,
    }));
  }
  return range(first.row, area.bottom).map((row, index) => ({
    ...emptySeries(),
    name: hasLabels ? String(wireValue(sheet.value(row, area.left))) : `Series${index + 1}`,
    nameFormula: hasLabels ? reference(sheet, cellArea(row, area.left)) : null,
    values: reference(sheet, { top: row, bottom: row, left: first.column, right: area.right }),
    categories: hasHeader ? reference(sheet, { top: area.top, bottom: area.top, left: first.column, right: area.right }) : null,
  }));
};

export const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(last - first + 1, 0) }, (_unused, index) => first + index);

export const SERIES_BY = ['Auto', 'Columns', 'Rows'] as const;

/** Chart types that the host draws; Excel has more. */
const TYPES = [
  'ColumnClustered', 'ColumnStacked', 'ColumnStacked100', 'BarClustered', 'BarStacked', 'BarStacked100', 'Line', 'LineMarkers', 'LineStacked',
  'LineMarkersStacked', 'Pie', 'Doughnut', 'Area', 'AreaStacked', 'XYScatter', 'XYScatterLines', 'Waterfall',
] as const; // prettier-ignore

export const readType = (value: unknown): string => {
  const word = readText(value);
  const type = TYPES.find((known) => known.toLowerCase() === word.toLowerCase());
  if (!type) throw refuse('ApiNotFound', `The chart type ${word} is not part of this host.`);
  return type;
};
