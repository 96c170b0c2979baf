/** Ranges found from ranges. */

import { checkedArea } from '../area';
import { cellArea, columnsOf, intersect, rowsOf, union } from '../../workbook/area';
import type { Area, Sheet } from '../../workbook/model';
import { MAX_COLUMNS, MAX_ROWS } from '../../workbook/model';
import type { Args } from '../args';
import { Cells, findCells } from '../cells';
import { refuse } from '../errors';
import type { Session } from '../session';
import { rangeKind } from './range';

/** A range given as an object or as an address. @throws Refusal InvalidArgument */
export const readRange = (value: unknown, session: Session, home: Sheet | null): Cells => {
  const cells = rangeKind.read(value) ?? (typeof value === 'string' ? findCells(session.workbook, value, home) : null);
  if (!cells) throw refuse('InvalidArgument');
  return cells;
};

export const getCell = ({ sheet, area }: Cells, args: Args): Cells => {
  const [row, column] = [area.top + args.integer(0), area.left + args.integer(1)];
  return new Cells(sheet, checkedArea(row, column, row, column));
};

export const getRow = ({ sheet, area }: Cells, args: Args): Cells => {
  const row = args.integer(0);
  // Rows below the range may be asked for; they are the range's columns further down.
  return new Cells(sheet, checkedArea(area.top + row, area.left, area.top + row, area.right));
};

export const getColumn = ({ sheet, area }: Cells, args: Args): Cells => {
  const column = args.integer(0);
  return new Cells(sheet, checkedArea(area.top, area.left + column, area.bottom, area.left + column));
};

type Side = 'above' | 'below' | 'before' | 'after';

/** Rows or columns beside a range; a negative count means on the other side, inside the range. */
export const beside =
  (side: Side) =>
  ({ sheet, area }: Cells, args: Args): Cells => {
    const count = args.optionalInteger(0) ?? 1;
    if (count === 0) throw refuse('InvalidArgument');
    const span = (edge: number, direction: 1 | -1): [number, number] => {
      const near = count > 0 ? edge + direction : edge;
      const far = count > 0 ? edge + direction * count : edge + direction * (count + 1);
      return [Math.min(near, far), Math.max(near, far)];
    };
    if (side === 'above' || side === 'below') {
      const [top, bottom] = side === 'above' ? span(area.top, -1) : span(area.bottom, 1);
      return new Cells(sheet, checkedArea(top, area.left, bottom, area.right));
    }
    const [left, right] = side === 'before' ? span(area.left, -1) : span(area.right, 1);
    return new Cells(sheet, checkedArea(area.top, left, area.bottom, right));
  };

export const resized = ({ sheet, area }: Cells, args: Args): Cells =>
  new Cells(
    sheet,
    checkedArea(area.top, area.left, area.bottom + (args.optionalInteger(0) ?? 0), area.right + (args.optionalInteger(1) ?? 0)),
  );

export const resizedTo = ({ sheet, area }: Cells, args: Args): Cells =>
  new Cells(sheet, checkedArea(area.top, area.left, area.top + args.integer(0) - 1, area.left + args.integer(1) - 1));

export const offset = ({ sheet, area }: Cells, args: Args): Cells => {
  const [rows, columns] = [args.optionalInteger(0) ?? 0, args.optionalInteger(1) ?? 0];
  return new Cells(sheet, checkedArea(area.top + rows, area.left + columns, area.bottom + rows, area.right + columns));
};

export const bounding = (cells: Cells, args: Args, session: Session): Cells => {
  const other = readRange(args.at(0), session, cells.sheet);
  if (other.sheet !== cells.sheet) throw refuse('InvalidArgument');
  return new Cells(cells.sheet, union(cells.area, other.area));
};

export const intersecting = (cells: Cells, args: Args, session: Session): Cells | null => {
  const other = readRange(args.at(0), session, cells.sheet);
  if (other.sheet !== cells.sheet) throw refuse('InvalidArgument');
  const area = intersect(cells.area, other.area);
  return area && new Cells(cells.sheet, area);
};

export const entireRow = ({ sheet, area }: Cells): Cells => new Cells(sheet, { ...area, left: 0, right: MAX_COLUMNS - 1 });
export const entireColumn = ({ sheet, area }: Cells): Cells => new Cells(sheet, { ...area, top: 0, bottom: MAX_ROWS - 1 });
export const lastCell = ({ sheet, area }: Cells): Cells => new Cells(sheet, cellArea(area.bottom, area.right));
export const lastRow = ({ sheet, area }: Cells): Cells => new Cells(sheet, { ...area, top: area.bottom });
export const lastColumn = ({ sheet, area }: Cells): Cells => new Cells(sheet, { ...area, left: area.right });

/** The smallest area inside a range with anything in it; null where there is nothing. */
export const usedWithin = ({ sheet, area }: Cells, valuesOnly: boolean): Area | null => sheet.usedArea(valuesOnly, area);

const isFilled = (sheet: Sheet, row: number, column: number): boolean => sheet.content(row, column).kind !== 'empty';

const DIRECTIONS = { Left: [0, -1], Right: [0, 1], Up: [-1, 0], Down: [1, 0] } as const;
type Direction = keyof typeof DIRECTIONS;

const DIRECTION_WORDS = Object.keys(DIRECTIONS) as Direction[];

/** Where Ctrl and an arrow key lead from a cell. */
const edgeFrom = (sheet: Sheet, row: number, column: number, direction: Direction): { row: number; column: number } => {
  const [down, right] = DIRECTIONS[direction];
  const used = sheet.usedArea(true);
  const isOn = (r: number, c: number): boolean => r >= 0 && c >= 0 && r < MAX_ROWS && c < MAX_COLUMNS;
  const isBeyond = (r: number, c: number): boolean =>
    !used ||
    (down > 0 && r > used.bottom) ||
    (down < 0 && r < used.top) ||
    (right > 0 && c > used.right) ||
    (right < 0 && c < used.left);
  const border = {
    row: down > 0 ? MAX_ROWS - 1 : down < 0 ? 0 : row,
    column: right > 0 ? MAX_COLUMNS - 1 : right < 0 ? 0 : column,
  };
  let [r, c] = [row + down, column + right];
  if (!isOn(r, c)) return { row, column };
  if (isFilled(sheet, row, column) && isFilled(sheet, r, c)) {
    while (isOn(r + down, c + right) && isFilled(sheet, r + down, c + right)) [r, c] = [r + down, c + right];
    return { row: r, column: c };
  }
  while (!isFilled(sheet, r, c)) {
    if (isBeyond(r, c) || !isOn(r + down, c + right)) return border;
    [r, c] = [r + down, c + right];
  }
  return { row: r, column: c };
};

/** The cell that a search from a range starts at: the active cell handed in, else the range's first. */
const startOf = (cells: Cells, args: Args, session: Session): { row: number; column: number } => {
  const start = args.isGiven(1) ? readRange(args.at(1), session, cells.sheet).area : cells.area;
  return { row: start.top, column: start.left };
};

export const rangeEdge = (cells: Cells, args: Args, session: Session): Cells => {
  const start = startOf(cells, args, session);
  const edge = edgeFrom(cells.sheet, start.row, start.column, args.choice(0, DIRECTION_WORDS));
  return new Cells(cells.sheet, cellArea(edge.row, edge.column));
};

export const extendedRange = (cells: Cells, args: Args, session: Session): Cells => {
  const start = startOf(cells, args, session);
  const edge = edgeFrom(cells.sheet, start.row, start.column, args.choice(0, DIRECTION_WORDS));
  return new Cells(cells.sheet, union(cells.area, cellArea(edge.row, edge.column)));
};

const hasAny = (sheet: Sheet, area: Area): boolean => {
  let found = false;
  sheet.forEachCell(area, (_row, _column, content) => (found ||= content.kind !== 'empty'));
  return found;
};

/** The block around a range that empty rows and columns, or the sheet's edges, close off (Ctrl+Shift+*). */
export const surroundingRegion = ({ sheet, area }: Cells): Cells => {
  let region = area;
  for (;;) {
    const { top, left, bottom, right } = region;
    const grown = { ...region };
    const [from, to] = [Math.max(left - 1, 0), Math.min(right + 1, MAX_COLUMNS - 1)];
    const [first, last] = [Math.max(top - 1, 0), Math.min(bottom + 1, MAX_ROWS - 1)];
    if (top > 0 && hasAny(sheet, { top: top - 1, bottom: top - 1, left: from, right: to })) grown.top -= 1;
    if (bottom < MAX_ROWS - 1 && hasAny(sheet, { top: bottom + 1, bottom: bottom + 1, left: from, right: to })) grown.bottom += 1;
    if (left > 0 && hasAny(sheet, { top: first, bottom: last, left: left - 1, right: left - 1 })) grown.left -= 1;
    if (right < MAX_COLUMNS - 1 && hasAny(sheet, { top: first, bottom: last, left: right + 1, right: right + 1 }))
      grown.right += 1;
    if (rowsOf(grown) === rowsOf(region) && columnsOf(grown) === columnsOf(region)) return new Cells(sheet, region);
    region = grown;
  }
};
