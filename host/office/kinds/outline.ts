/** Outlines: groups of rows and columns whose details can be hidden. */

import { isWholeColumns, isWholeRows } from '../../workbook/area';
import { MAX_LEVEL, type Area, type Sheet } from '../../workbook/model';
import type { Args } from '../args';
import type { Cells } from '../cells';
import { refuse } from '../errors';
import { guardSheet } from '../protection';

type Axis = 'ByRows' | 'ByColumns';

/** Rows or columns next to each other with the same level. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

const readAxis = ({ area }: Cells, args: Args): Axis => {
  const axis = args.choice(0, ['ByRows', 'ByColumns'] as const);
  if ((axis === 'ByRows' && isWholeColumns(area)) || (axis === 'ByColumns' && isWholeRows(area))) throw refuse('InvalidArgument');
  return axis;
};

const grouped = (sheet: Sheet, axis: Axis): Stretch[] => {
  const runs =
    axis === 'ByRows'
      ? sheet.rowRuns().map(({ top, bottom, level }) => ({ from: top, to: bottom, level }))
      : sheet.columnRuns().map(({ left, right, level }) => ({ from: left, to: right, level }));
  return runs.filter(({ level }) => level > 0);
};

const linesOf = ({ top, bottom, left, right }: Area, axis: Axis): { readonly from: number; readonly to: number } =>
  axis === 'ByRows' ? { from: top, to: bottom } : { from: left, to: right };

/** The groups' lines in an area. */
const groupedIn = ({ sheet, area }: Cells, axis: Axis): Stretch[] => {
  const lines = linesOf(area, axis);
  return grouped(sheet, axis)
    .map(({ from, to, level }) => ({ from: Math.max(from, lines.from), to: Math.min(to, lines.to), level }))
    .filter(({ from, to }) => from <= to);
};

const changeLevels = ({ sheet, area }: Cells, axis: Axis, change: (level: number) => number): void => {
  if (axis === 'ByRows') sheet.changeRowLevels(area.top, area.bottom, change);
  else sheet.changeColumnLevels(area.left, area.right, change);
};

const setHidden = (sheet: Sheet, axis: Axis, { from, to }: Omit<Stretch, 'level'>, hidden: boolean): void => {
  if (axis === 'ByRows') sheet.setRowHidden(from, to, hidden);
  else sheet.setColumnHidden(from, to, hidden);
};

export const group = (cells: Cells, args: Args): void => {
  guardSheet(cells.sheet);
  const axis = readAxis(cells, args);
  if (groupedIn(cells, axis).some(({ level }) => level >= MAX_LEVEL)) throw refuse('InvalidOperation');
  changeLevels(cells, axis, (level) => level + 1);
};

export const ungroup = (cells: Cells, args: Args): void => {
  guardSheet(cells.sheet);
  const axis = readAxis(cells, args);
  if (groupedIn(cells, axis).length === 0) throw refuse('InvalidOperation');
  changeLevels(cells, axis, (level) => Math.max(0, level - 1));
  setHidden(cells.sheet, axis, linesOf(cells.area, axis), false);
};

const setDetails =
  (hidden: boolean) =>
  (cells: Cells, args: Args): void => {
    guardSheet(cells.sheet);
    const axis = readAxis(cells, args);
    for (const lines of groupedIn(cells, axis)) setHidden(cells.sheet, axis, lines, hidden);
  };

export const hideGroupDetails = setDetails(true);
export const showGroupDetails = setDetails(false);

/** Shows the groups above a level and hides those from it on; a level of 0 leaves an axis as it is. */
export const showOutlineLevels = (sheet: Sheet, args: Args): void => {
  guardSheet(sheet);
  for (const [axis, shown] of [
    ['ByRows', args.integer(0)],
    ['ByColumns', args.integer(1)],
  ] as const) {
    // The sheet itself is the first.
    if (shown < 0 || shown > MAX_LEVEL + 1) throw refuse('InvalidArgument');
    if (shown === 0) continue;
    for (const lines of grouped(sheet, axis)) setHidden(sheet, axis, lines, lines.level >= shown);
  }
};
