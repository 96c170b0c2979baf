/** What a Range stands for: an area on a sheet that moves when rows and columns are put in or taken out around it. */

import { splitAreas } from './area';
import { parseA1, printAddress, splitSheet } from '../workbook/address';
import type { Area, Change, Direction, Sheet, Workbook } from '../workbook/model';
import { columnsOf, rowsOf } from '../workbook/area';
import { movedArea } from '../workbook/shift';
import { refuse } from './errors';

export class Cells {
  constructor(
    readonly sheet: Sheet,
    private place: Area | null,
  ) {}

  /** @throws Refusal InvalidReference where the cells are gone. */
  get area(): Area {
    if (!this.place) throw refuse('InvalidReference');
    return this.place;
  }

  get address(): string {
    return printAddress(this.sheet.name, this.area);
  }

  follow(change: Shift): void {
    if (this.place && this.sheet.id === change.sheet) this.place = shifted(this.place, change);
  }
}

/** Several areas of one sheet, as a RangeAreas. */
export interface CellAreas {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

export interface Shift {
  readonly sheet: string;
  readonly area: Area;
  readonly to: Direction;
}

/** The shift that a change of cells made; null where none moved. */
export const shiftOf = (change: Change): Shift | null =>
  change.kind === 'cells' && change.to ? { sheet: change.sheet, area: change.area, to: change.to } : null;

/** Where an area is after a shift; null where it was deleted. */
const shifted = (area: Area, { area: at, to }: Shift): Area | null => {
  const isRows = to === 'Down' || to === 'Up';
  const lines = isRows ? rowsOf(at) : columnsOf(at);
  return movedArea(area, {
    axis: isRows ? 'rows' : 'columns',
    at: isRows ? at.top : at.left,
    count: to === 'Down' || to === 'Right' ? lines : -lines,
    band: isRows ? { from: at.left, to: at.right } : { from: at.top, to: at.bottom },
  });
};

/** The defined name that counts on a sheet: its own, else the workbook's. */
export const findName = (workbook: Workbook, name: string, sheet: Sheet | null) => {
  const same = workbook.names.filter((item) => item.name.toLowerCase() === name.toLowerCase());
  return same.find((item) => sheet !== null && item.scope === sheet.id) ?? same.find((item) => item.scope === null) ?? null;
};

/** The cells of a reference: an address with or without sheet, a defined name, a table or `Table[Column]`. */
export const findCells = (workbook: Workbook, text: string, home: Sheet | null): Cells | null => {
  const { sheet: sheetName, local } = splitSheet(text.trim().replace(/^=/, ''));
  const sheet = sheetName === null ? home : workbook.sheet(sheetName);
  if (sheetName !== null && !sheet) return null;
  const area = parseA1(local);
  if (area) return sheet && new Cells(sheet, area);
  const name = findName(workbook, local, sheet);
  if (name) return name.formula === text ? null : findCells(workbook, name.formula, sheet);
  return findTableCells(workbook, local);
};

const findTableCells = (workbook: Workbook, text: string): Cells | null => {
  const [, tableName = '', inner] = /^([^[\]]+)(?:\[(.*)\])?$/s.exec(text) ?? [];
  const found = tableName ? workbook.table(tableName) : null;
  if (!found || found.table.name.toLowerCase() !== tableName.toLowerCase()) return null;
  const { sheet, table } = found;
  const body = {
    ...table.area,
    top: table.area.top + (table.showHeaders ? 1 : 0),
    bottom: table.area.bottom - (table.showTotals ? 1 : 0),
  };
  if (inner === undefined || inner === '' || inner === '#Data') return new Cells(sheet, body);
  if (inner === '#All') return new Cells(sheet, table.area);
  if (inner === '#Headers') return table.showHeaders ? new Cells(sheet, { ...table.area, bottom: table.area.top }) : null;
  if (inner === '#Totals') return table.showTotals ? new Cells(sheet, { ...table.area, top: table.area.bottom }) : null;
  const column = table.columns.findIndex((item) => item.name.toLowerCase() === inner.toLowerCase());
  if (column < 0) return null;
  return new Cells(sheet, { ...body, left: table.area.left + column, right: table.area.left + column });
};

/** All areas of `A1:B2,D4`, which must lie on one sheet. @throws Refusal InvalidArgument */
export const findAreas = (workbook: Workbook, text: string, home: Sheet): CellAreas => {
  const found = splitAreas(text).map((part) => findCells(workbook, part, home));
  const areas = found.map((cells) => {
    if (cells?.sheet !== home) throw refuse('InvalidArgument');
    return cells.area;
  });
  if (areas.length === 0) throw refuse('InvalidArgument');
  return { sheet: home, areas };
};
