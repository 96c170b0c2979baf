/** What becomes of areas and formulas when cells are inserted or deleted. */
import { replaceReferences, type Corner, type FoundReference } from '../calc/scanReferences';
import { columnLetters } from './address';
import { MAX_COLUMNS, MAX_ROWS, type Area } from './model';

/** Lines opened (count > 0) or taken out (count < 0) at a place, within a band of the other axis. */
export interface Shift {
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
  /** Columns of a shift of rows; rows of one of columns. */
  readonly band: { readonly from: number; readonly to: number };
}

/** Where a stretch of lines comes to lie; null where it is taken out whole or pushed off the sheet. */
export function movedStretch(
  from: number,
  to: number,
  { at, count, axis }: Shift,
): { readonly from: number; readonly to: number } | null {
  const limit = axis === 'rows' ? MAX_ROWS : MAX_COLUMNS;
  if (count > 0) {
    const start = from >= at ? from + count : from;
    const end = Math.min(to >= at ? to + count : to, limit - 1);
    return start < limit ? { from: start, to: end } : null;
  }
  const after = at - count;
  const start = from < at ? from : Math.max(at, from + count);
  const end = to < at ? to : to >= after ? to + count : at - 1;
  return start <= end ? { from: start, to: end } : null;
}

/** The area after a shift; one that does not lie within the band as a whole stays where it is. */
export function movedArea(area: Area, shift: Shift): Area | null {
  const isRows = shift.axis === 'rows';
  const isInBand = isRows
    ? area.left >= shift.band.from && area.right <= shift.band.to
    : area.top >= shift.band.from && area.bottom <= shift.band.to;
  if (!isInBand) return area;
  const moved = isRows ? movedStretch(area.top, area.bottom, shift) : movedStretch(area.left, area.right, shift);
  if (moved === null) return null;
  return isRows ? { ...area, top: moved.from, bottom: moved.to } : { ...area, left: moved.from, right: moved.to };
}

export const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * A formula after cells of a sheet moved.
 * @param home name of the sheet that the formula stands on
 * @param moved name of the sheet whose cells moved
 */
export function shiftedFormula(formula: string, home: string, moved: string, shift: Shift): string {
  if (!sameName(home, moved) && !formula.toLowerCase().includes(moved.toLowerCase().replaceAll("'", "''"))) return formula;
  return replaceReferences(formula, (found) =>
    sameName(found.sheet ?? home, moved) ? shiftedReference(formula, found, shift) : null,
  );
}

function shiftedReference(formula: string, found: FoundReference, shift: Shift): string | null {
  const to = found.to ?? found.from;
  const area = areaOf(found.from, to);
  const isWholeLine = shift.axis === 'rows' ? found.from.row === null : found.from.column === null;
  if (isWholeLine) return null;
  const after = movedArea(area, shift);
  if (after === area) return null;
  const prefix = formula.slice(found.start, found.localStart);
  if (after === null) return `${prefix}#REF!`;
  const isTopFirst = (found.from.row ?? 0) <= (to.row ?? 0);
  const isLeftFirst = (found.from.column ?? 0) <= (to.column ?? 0);
  const first = {
    ...found.from,
    ...place(found.from, isTopFirst ? after.top : after.bottom, isLeftFirst ? after.left : after.right),
  };
  const last = { ...to, ...place(to, isTopFirst ? after.bottom : after.top, isLeftFirst ? after.right : after.left) };
  return prefix + cornerText(first) + (found.to === null ? '' : `:${cornerText(last)}`);
}

const place = (corner: Corner, row: number, column: number): { row: number | null; column: number | null } => ({
  row: corner.row === null ? null : row,
  column: corner.column === null ? null : column,
});

export const areaOf = (from: Corner, to: Corner): Area => ({
  top: Math.min(from.row ?? 0, to.row ?? 0),
  left: Math.min(from.column ?? 0, to.column ?? 0),
  bottom: Math.max(from.row ?? MAX_ROWS - 1, to.row ?? MAX_ROWS - 1),
  right: Math.max(from.column ?? MAX_COLUMNS - 1, to.column ?? MAX_COLUMNS - 1),
});

export const cornerText = (corner: Corner): string => {
  const column = corner.column === null ? '' : `${corner.fixedColumn ? '$' : ''}${columnLetters(corner.column)}`;
  return corner.row === null ? column : `${column}${corner.fixedRow ? '$' : ''}${corner.row + 1}`;
};

/** A formula copied from one cell to another: relative references keep their distance, those that leave the sheet are #REF!. */
export function copiedFormula(formula: string, rows: number, columns: number): string {
  const move = (corner: Corner): Corner => ({
    ...corner,
    row: corner.row === null || corner.fixedRow ? corner.row : corner.row + rows,
    column: corner.column === null || corner.fixedColumn ? corner.column : corner.column + columns,
  });
  const isOn = ({ row, column }: Corner): boolean =>
    (row === null || (row >= 0 && row < MAX_ROWS)) && (column === null || (column >= 0 && column < MAX_COLUMNS));
  return replaceReferences(formula, (found) => {
    const from = move(found.from);
    const to = found.to === null ? null : move(found.to);
    const prefix = formula.slice(found.start, found.localStart);
    if (!isOn(from) || (to !== null && !isOn(to))) return `${prefix}#REF!`;
    return prefix + cornerText(from) + (to === null ? '' : `:${cornerText(to)}`);
  });
}
