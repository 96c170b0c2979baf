/** RangeView: the rows and columns of a range that are not hidden. */

import { printA1 } from '../../workbook/address';
import { cellArea } from '../../workbook/area';
import type { Sheet } from '../../workbook/model';
import { readList } from '../args';
import { Cells } from '../cells';
import { WRONG_ARRAY_SIZE, refuse } from '../errors';
import { defineKind, reads, type Property, type Kind } from '../schema';
import { contentScalars, toR1C1, valueType, wireValue } from './contents';
import { rangeKind } from './range';

interface View {
  readonly cells: Cells;
  /** Position among the visible rows of a view of one row; null for all. */
  readonly row: number | null;
}

const visibleRows = ({ sheet, area }: Cells): number[] => {
  const rows: number[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) if (!sheet.rowHidden(row)) rows.push(row);
  return rows;
};

const rowsOfView = ({ cells, row }: View): number[] =>
  row === null ? visibleRows(cells) : visibleRows(cells).slice(row, row + 1);

const columnsOfView = ({ cells: { sheet, area } }: View): number[] => {
  const columns: number[] = [];
  for (let column = area.left; column <= area.right; column += 1) if (!sheet.columnHidden(column)) columns.push(column);
  return columns;
};

const matrix = (read: (sheet: Sheet, row: number, column: number) => unknown): Property<View> =>
  reads((view) => {
    const columns = columnsOfView(view);
    return rowsOfView(view).map((row) => columns.map((column) => read(view.cells.sheet, row, column)));
  });

/** A matrix that can be written too: each visible row of visible cells as a range of its own would be. */
const entries = (
  name: 'Values' | 'Formulas' | 'FormulasR1C1' | 'NumberFormat',
  read: (sheet: Sheet, row: number, column: number) => unknown,
): Property<View> => ({
  ...matrix(read),
  set: (view, value, session) => {
    const [rows, columns] = [rowsOfView(view), columnsOfView(view)];
    const lines = readList(value).map(readList);
    if (lines.length !== rows.length || lines.some((line) => line.length !== columns.length))
      throw refuse('InvalidArgument', WRONG_ARRAY_SIZE);
    for (const [down, row] of rows.entries())
      for (const [right, column] of columns.entries())
        contentScalars[name]?.set?.(new Cells(view.cells.sheet, cellArea(row, column)), [[lines[down]?.[right]]], session);
  },
});

const formulas = entries('Formulas', (sheet, row, column) => wireValue(sheet.formula(row, column)));

export const rangeViewKind: Kind<View> = defineKind<View>('RangeView', () => ({
  scalars: {
    Values: entries('Values', (sheet, row, column) => wireValue(sheet.value(row, column))),
    Text: matrix((sheet, row, column) => sheet.text(row, column)),
    Formulas: formulas,
    FormulasLocal: formulas,
    FormulasR1C1: entries('FormulasR1C1', (sheet, row, column) => {
      const shown = wireValue(sheet.formula(row, column));
      return sheet.content(row, column).kind === 'formula' ? toR1C1(String(shown), row, column) : shown;
    }),
    NumberFormat: entries('NumberFormat', (sheet, row, column) => sheet.style(row, column).numberFormat),
    ValueTypes: matrix((sheet, row, column) => valueType(sheet.value(row, column))),
    CellAddresses: matrix((_sheet, row, column) => printA1(cellArea(row, column))),
    RowCount: reads((view) => rowsOfView(view).length),
    ColumnCount: reads((view) => columnsOfView(view).length),
    Index: reads(({ row }) => row ?? 0),
  },
  navigations: { Rows: ({ cells }) => rangeViewsKind(cells) },
  objects: {
    GetRange: (view) => {
      const [row] = rowsOfView(view);
      const { sheet, area } = view.cells;
      return rangeKind(
        view.row === null || row === undefined ? view.cells : new Cells(sheet, { ...area, top: row, bottom: row }),
      );
    },
  },
}));

const rangeViewsKind: Kind<Cells> = defineKind<Cells>('RangeViewCollection', () => ({
  items: (cells) => visibleRows(cells).map((_row, index) => rangeViewKind({ cells, row: index })),
  objects: {
    GetItemAt: (cells, args) =>
      args.integer(0) < visibleRows(cells).length ? rangeViewKind({ cells, row: args.integer(0) }) : null,
  },
  actions: { GetCount: (cells) => visibleRows(cells).length },
}));
