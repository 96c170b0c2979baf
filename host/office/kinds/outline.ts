/** Outlines: groups of rows and columns whose details can be hidden. Levels are kept while the workbook is open. */

import { isWholeColumns, isWholeRows } from '../../workbook/area';
import type { Sheet } from '../../workbook/model';
import type { Args } from '../args';
import type { Cells } from '../cells';
import { refuse } from '../errors';
import { guardSheet } from '../protection';
import type { Session } from '../session';
import { range } from './chartData';

type Axis = 'ByRows' | 'ByColumns';

/** Excel has eight levels: the sheet itself and seven of groups. */
const DEEPEST = 7;

/** Level of each row or column that is in a group. */
const levelsOf = (sheet: Sheet, axis: Axis, session: Session): Map<number, number> => {
  const beside = session.besideOf(sheet);
  const known = beside.get(`outline:${axis}`) as Map<number, number> | undefined;
  const levels = known ?? new Map<number, number>();
  if (!known) beside.set(`outline:${axis}`, levels);
  return levels;
};

const readAxis = ({ area }: Cells, args: Args): Axis => {
  const axis = args.choice(0, ['ByRows', 'ByColumns'] as const);
  if ((axis === 'ByRows' && isWholeColumns(area)) || (axis === 'ByColumns' && isWholeRows(area))) throw refuse('InvalidArgument');
  return axis;
};

const linesOf = ({ area }: Cells, axis: Axis): number[] =>
  axis === 'ByRows' ? range(area.top, area.bottom) : range(area.left, area.right);

const setHidden = (sheet: Sheet, axis: Axis, line: number, hidden: boolean): void => {
  if (axis === 'ByRows') sheet.setRowHidden(line, line, hidden);
  else sheet.setColumnHidden(line, line, hidden);
};

export const group = (cells: Cells, args: Args, session: Session): void => {
  guardSheet(cells.sheet);
  const axis = readAxis(cells, args);
  const levels = levelsOf(cells.sheet, axis, session);
  const lines = linesOf(cells, axis);
  if (lines.some((line) => (levels.get(line) ?? 0) >= DEEPEST)) throw refuse('InvalidOperation');
  for (const line of lines) levels.set(line, (levels.get(line) ?? 0) + 1);
};

export const ungroup = (cells: Cells, args: Args, session: Session): void => {
  guardSheet(cells.sheet);
  const axis = readAxis(cells, args);
  const levels = levelsOf(cells.sheet, axis, session);
  const lines = linesOf(cells, axis);
  if (!lines.some((line) => levels.has(line))) throw refuse('InvalidOperation');
  for (const line of lines) {
    const level = (levels.get(line) ?? 0) - 1;
    if (level > 0) levels.set(line, level);
    else levels.delete(line);
    setHidden(cells.sheet, axis, line, false);
  }
};

const setDetails =
  (hidden: boolean) =>
  (cells: Cells, args: Args, session: Session): void => {
    guardSheet(cells.sheet);
    const axis = readAxis(cells, args);
    const levels = levelsOf(cells.sheet, axis, session);
    for (const line of linesOf(cells, axis)) if (levels.has(line)) setHidden(cells.sheet, axis, line, hidden);
  };

export const hideGroupDetails = setDetails(true);
export const showGroupDetails = setDetails(false);

/** Shows the groups above a level and hides those from it on; a level of 0 leaves an axis as it is. */
export const showOutlineLevels = (sheet: Sheet, args: Args, session: Session): void => {
  guardSheet(sheet);
  for (const [axis, shown] of [
    ['ByRows', args.integer(0)],
    ['ByColumns', args.integer(1)],
  ] as const) {
    if (shown < 0 || shown > DEEPEST + 1) throw refuse('InvalidArgument');
    if (shown === 0) continue;
    for (const [line, level] of levelsOf(sheet, axis, session)) setHidden(sheet, axis, line, level >= shown);
  }
};
