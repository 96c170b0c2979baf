/** Range: an area of one sheet. */

import { cellsOf } from '../area';
import { cellArea, columnsOf, isWholeColumns, isWholeRows, rowsOf } from '../../workbook/area';
import type { Area } from '../../workbook/model';
import { Cells } from '../cells';
import { refuse } from '../errors';
import { leftOf, topOf } from '../measures';
import { guardOption } from '../protection';
import { defineKind, reads, type Property, type Kind } from '../schema';
import { NORMAL, setCellStyle } from './cellStyle';
import {
  getCellProperties, getColumnProperties, getRowProperties, setCellProperties, setColumnProperties, setRowProperties,
} from './cellProperties'; // prettier-ignore
import { conditionalFormatsKind } from './conditionalFormats';
import { contentScalars } from './contents';
import { rangeActions, rangeEdits } from './editing';
import { formatKind } from './format';
import {
  beside, bounding, entireColumn, entireRow, extendedRange, getCell, getColumn, getRow, intersecting, lastCell, lastColumn, lastRow,
  offset, rangeEdge, resized, resizedTo, surroundingRegion, usedWithin,
} from './geometry'; // prettier-ignore
import { readHyperlink, writeHyperlink } from './hyperlink';
import { areasKind, mergedAreas, specialCells } from './rangeAreas';
import { rangeViewKind } from './rangeView';
import { findIn, replaceIn } from './search';
import { group, hideGroupDetails, showGroupDetails, ungroup } from './outline';
import { rangeSortKind } from './sort';
import { tablesWithin } from './tables';
import { validationKind } from './validation';
import { worksheetKind } from './worksheet';

const everyRow = (area: Area, test: (row: number) => boolean): boolean => {
  for (let row = area.top; row <= area.bottom; row += 1) if (!test(row)) return false;
  return true;
};

const everyColumn = (area: Area, test: (column: number) => boolean): boolean => {
  for (let column = area.left; column <= area.right; column += 1) if (!test(column)) return false;
  return true;
};

/** True, false, or null where some are and some are not. */
const mixed = (all: boolean, none: boolean): boolean | null => (all ? true : none ? false : null);

const readFlag = (value: unknown): boolean => {
  if (typeof value !== 'boolean') throw refuse('InvalidArgument');
  return value;
};

const rowHidden: Property<Cells> = {
  get: ({ sheet, area }) =>
    mixed(
      everyRow(area, (row) => sheet.rowHidden(row)),
      everyRow(area, (row) => !sheet.rowHidden(row)),
    ),
  set: ({ sheet, area }, value) => {
    guardOption(sheet, 'allowFormatRows');
    sheet.setRowHidden(area.top, area.bottom, readFlag(value));
  },
};

const columnHidden: Property<Cells> = {
  get: ({ sheet, area }) =>
    mixed(
      everyColumn(area, (column) => sheet.columnHidden(column)),
      everyColumn(area, (column) => !sheet.columnHidden(column)),
    ),
  set: ({ sheet, area }, value) => {
    guardOption(sheet, 'allowFormatColumns');
    sheet.setColumnHidden(area.left, area.right, readFlag(value));
  },
};

const address = reads<Cells>((cells) => cells.address);

const layoutScalars: Readonly<Record<string, Property<Cells>>> = {
  Address: address,
  AddressLocal: address,
  CellCount: reads(({ area }) => (cellsOf(area) > 2 ** 31 - 1 ? -1 : cellsOf(area))),
  RowIndex: reads(({ area }) => area.top),
  ColumnIndex: reads(({ area }) => area.left),
  RowCount: reads(({ area }) => rowsOf(area)),
  ColumnCount: reads(({ area }) => columnsOf(area)),
  IsEntireRow: reads(({ area }) => isWholeRows(area)),
  IsEntireColumn: reads(({ area }) => isWholeColumns(area)),
  RowHidden: rowHidden,
  ColumnHidden: columnHidden,
  Hidden: reads(({ sheet, area }) => {
    const isHidden = everyRow(area, (row) => sheet.rowHidden(row)) || everyColumn(area, (column) => sheet.columnHidden(column));
    const isShown = everyRow(area, (row) => !sheet.rowHidden(row)) && everyColumn(area, (column) => !sheet.columnHidden(column));
    return mixed(isHidden, isShown);
  }),
  Left: reads(({ sheet, area }) => leftOf(sheet, area.left)),
  Top: reads(({ sheet, area }) => topOf(sheet, area.top)),
  Width: reads(({ sheet, area }) => leftOf(sheet, area.right + 1) - leftOf(sheet, area.left)),
  Height: reads(({ sheet, area }) => topOf(sheet, area.bottom + 1) - topOf(sheet, area.top)),
  // The host has no dynamic arrays that spill, nor linked data types.
  HasSpill: reads(() => false),
  SavedAsArray: reads(() => false),
  LinkedDataTypeState: reads(({ area }, { limits }) =>
    cellsOf(area) > limits.cells
      ? null
      : Array.from({ length: rowsOf(area) }, () => Array<string>(columnsOf(area)).fill('None')),
  ),
  Hyperlink: { get: readHyperlink, set: writeHyperlink },
  Style: { get: () => NORMAL, set: setCellStyle },
};

export const rangeKind: Kind<Cells> = defineKind<Cells>('Range', () => ({
  scalars: {
    ...contentScalars,
    ...layoutScalars,
    _ReferenceId: reads((cells, session) => session.referenceOf(cells) ?? ''),
  },
  navigations: {
    Worksheet: ({ sheet }) => worksheetKind(sheet),
    Format: ({ sheet, area }) => formatKind({ sheet, areas: [area] }),
    Sort: (cells) => rangeSortKind(cells),
    ConditionalFormats: ({ sheet, area }) => conditionalFormatsKind({ sheet, areas: [area] }),
    DataValidation: ({ sheet, area }) => validationKind({ sheet, areas: [area] }),
  },
  objects: {
    GetCell: (cells, args) => rangeKind(getCell(cells, args)),
    GetRow: (cells, args) => rangeKind(getRow(cells, args)),
    GetColumn: (cells, args) => rangeKind(getColumn(cells, args)),
    GetRowsAbove: (cells, args) => rangeKind(beside('above')(cells, args)),
    GetRowsBelow: (cells, args) => rangeKind(beside('below')(cells, args)),
    GetColumnsBefore: (cells, args) => rangeKind(beside('before')(cells, args)),
    GetColumnsAfter: (cells, args) => rangeKind(beside('after')(cells, args)),
    GetResizedRange: (cells, args) => rangeKind(resized(cells, args)),
    GetAbsoluteResizedRange: (cells, args) => rangeKind(resizedTo(cells, args)),
    GetOffsetRange: (cells, args) => rangeKind(offset(cells, args)),
    GetBoundingRect: (cells, args, session) => rangeKind(bounding(cells, args, session)),
    GetIntersection: (cells, args, session) => {
      const found = intersecting(cells, args, session);
      return found && rangeKind(found);
    },
    GetEntireRow: (cells) => rangeKind(entireRow(cells)),
    GetEntireColumn: (cells) => rangeKind(entireColumn(cells)),
    GetLastCell: (cells) => rangeKind(lastCell(cells)),
    GetLastRow: (cells) => rangeKind(lastRow(cells)),
    GetLastColumn: (cells) => rangeKind(lastColumn(cells)),
    GetUsedRange: (cells, args) => {
      const used = usedWithin(cells, args.flag(0, false));
      return rangeKind(new Cells(cells.sheet, used ?? cellArea(cells.area.top, cells.area.left)));
    },
    GetUsedRangeOrNullObject: (cells, args) => {
      const used = usedWithin(cells, args.flag(0, false));
      return used && rangeKind(new Cells(cells.sheet, used));
    },
    GetRangeEdge: (cells, args, session) => rangeKind(rangeEdge(cells, args, session)),
    GetExtendedRange: (cells, args, session) => rangeKind(extendedRange(cells, args, session)),
    GetSurroundingRegion: (cells) => rangeKind(surroundingRegion(cells)),
    GetVisibleView: (cells) => rangeViewKind({ cells, row: null }),
    GetTables: ({ sheet, area }, args) => tablesWithin({ sheet, areas: [area] }, args.flag(0, false)),
    GetSpecialCells: ({ sheet, area }, args) => {
      const found = specialCells({ sheet, areas: [area] }, args);
      return found && areasKind(found);
    },
    GetMergedAreas: ({ sheet, area }) => {
      const found = mergedAreas(sheet, area);
      return found && areasKind(found);
    },
    Find: (cells, args) => {
      const [found] = findIn({ sheet: cells.sheet, areas: [cells.area] }, args.text(0), args.record(1), 'first');
      return found ? rangeKind(new Cells(cells.sheet, found)) : null;
    },
    ...rangeEdits,
  },
  actions: {
    ...rangeActions,
    SetCellProperties: setCellProperties,
    SetRowProperties: setRowProperties,
    SetColumnProperties: setColumnProperties,
    GetCellProperties: getCellProperties,
    GetRowProperties: getRowProperties,
    GetColumnProperties: getColumnProperties,
    Group: group,
    Ungroup: ungroup,
    HideGroupDetails: hideGroupDetails,
    ShowGroupDetails: showGroupDetails,
    ReplaceAll: ({ sheet, area }, args, session) => replaceIn({ sheet, areas: [area] }, args, session),
    _ValidateArraySize: (cells, args) => {
      const isSame = rowsOf(cells.area) === args.integer(0) && columnsOf(cells.area) === args.integer(1);
      if (!isSame)
        throw refuse(
          'InvalidArgument',
          "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
        );
    },
  },
}));
