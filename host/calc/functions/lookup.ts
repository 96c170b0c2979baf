/** Looking up, and references made by functions. */
import { parseA1, splitSheet } from '../../workbook/address';
import { isOnSheet } from '../../workbook/area';
import type { ErrorValue, Scalar } from '../../workbook/model';
import { isError } from '../../workbook/values';
import type { Calculation } from '../calculator';
import { compareValues, NA_ERROR, REF_ERROR, toBoolean, toNumber, toText, VALUE_ERROR } from '../coercion';
import { scalarOf } from '../intersection';
import { lifted } from '../operators';
import {
  isMatrix,
  isReference,
  isScalar,
  isUnion,
  matrix,
  reference,
  type Frame,
  type Matrix,
  type Operand,
  type Reference,
} from '../operands';
import { scan, sizeOf, toMatrix } from '../scan';
import { wildcard } from '../wildcard';
import { ofOperands, type FunctionEntry, type FunctionTable } from './define';

type Grid = Reference | Matrix;

const isGrid = (operand: Operand): operand is Grid => isReference(operand) || isMatrix(operand);

function cellOf(calculation: Calculation, grid: Grid, row: number, column: number): Scalar {
  if (isMatrix(grid)) return grid.values[row * grid.columns + column] ?? null;
  return calculation.read(grid.sheet, grid.area.top + row, grid.area.left + column);
}

/** One row or column of a grid, counted from 0. */
function lineOf(grid: Grid, axis: 'row' | 'column', index: number): Grid {
  if (isReference(grid)) {
    const { area } = grid;
    return axis === 'row'
      ? reference(grid.sheet, { ...area, top: area.top + index, bottom: area.top + index })
      : reference(grid.sheet, { ...area, left: area.left + index, right: area.left + index });
  }
  const { rows, columns, values } = grid;
  return axis === 'row'
    ? matrix(1, columns, values.slice(index * columns, (index + 1) * columns))
    : matrix(
        rows,
        1,
        values.filter((_value, i) => i % columns === index),
      );
}

const lengthOf = (line: Grid): number => Math.max(sizeOf(line).rows, sizeOf(line).columns);

const lineCell = (calculation: Calculation, line: Grid, index: number): Scalar =>
  sizeOf(line).rows > 1 ? cellOf(calculation, line, index, 0) : cellOf(calculation, line, 0, index);

/** Place of the first equal value in a row or column; -1 for none. Texts may be patterns. */
function exactPlace(calculation: Calculation, line: Grid, wanted: Exclude<Scalar, ErrorValue>): number {
  const sought = wanted ?? 0;
  const pattern = typeof sought === 'string' ? wildcard(sought) : null;
  if (pattern === null) return calculation.index.offsetsOf(line, sought)[0] ?? -1;
  if (isMatrix(line)) return line.values.findIndex((value) => typeof value === 'string' && pattern.isWhole(value));
  let place = -1;
  scan(calculation, line, (value, row, column) => {
    if (typeof value !== 'string' || !pattern.isWhole(value)) return true;
    place = row - line.area.top + column - line.area.left;
    return false;
  });
  return place;
}

/** Last place not behind the wanted value in an ordered row or column, by halving as Excel does; -1 for none. */
function orderedPlace(calculation: Calculation, line: Grid, wanted: Exclude<Scalar, ErrorValue>, direction: 1 | -1): number {
  const sought = wanted ?? 0;
  const isLike = (value: Scalar): value is number | string | boolean => typeof value === typeof sought;
  let low = 0;
  let high = lengthOf(line) - 1;
  let place = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    // Values of another kind are passed over: look for the nearest of this kind to the left.
    let at = middle;
    let value = lineCell(calculation, line, at);
    while (at > low && !isLike(value)) value = lineCell(calculation, line, --at);
    if (!isLike(value)) {
      low = middle + 1;
      continue;
    }
    if (compareValues(value, sought) * direction <= 0) {
      place = at;
      low = middle + 1;
    } else high = at - 1;
  }
  return place;
}

function placeOf(calculation: Calculation, line: Grid, wanted: Scalar, kind: number): number | ErrorValue {
  if (isError(wanted)) return wanted;
  const place = kind === 0 ? exactPlace(calculation, line, wanted) : orderedPlace(calculation, line, wanted, kind > 0 ? 1 : -1);
  return place < 0 ? NA_ERROR : place;
}

/** Works a lookup out for each wanted value of an array, or for the one. */
function forWanted(calculation: Calculation, frame: Frame, wanted: Operand, work: (value: Scalar) => Scalar): Operand {
  if (isMatrix(wanted)) return lifted(calculation, [wanted], ([value = null]) => work(value));
  const { rows, columns } = sizeOf(wanted);
  return rows * columns === 1
    ? work(scalarOf(wanted, frame, calculation))
    : lifted(calculation, [wanted], ([value = null]) => work(value));
}

/** A written argument as a number; `otherwise` where it is left out. */
const numberAt = (
  calculation: Calculation,
  operands: readonly Operand[],
  index: number,
  frame: Frame,
  otherwise: number,
): number | ErrorValue => {
  const operand = operands[index];
  return operand === undefined ? otherwise : toNumber(scalarOf(operand, frame, calculation));
};

/** VLOOKUP and HLOOKUP. */
const lookedUp = (axis: 'row' | 'column'): FunctionEntry =>
  ofOperands(3, 4, (operands, calculation, frame) => {
    const [wanted = null, grid = null] = operands;
    if (!isGrid(grid)) return VALUE_ERROR;
    const index = numberAt(calculation, operands, 2, frame, 1);
    const isOrdered = operands[3] === undefined ? true : toBoolean(scalarOf(operands[3], frame, calculation));
    if (typeof index !== 'number') return index;
    if (typeof isOrdered !== 'boolean') return isOrdered;
    if (index < 1) return VALUE_ERROR;
    const { rows, columns } = sizeOf(grid);
    if (index > (axis === 'column' ? columns : rows)) return REF_ERROR;
    const line = lineOf(grid, axis, 0);
    return forWanted(calculation, frame, wanted, (value) => {
      const place = placeOf(calculation, line, value, isOrdered ? 1 : 0);
      if (typeof place !== 'number') return place;
      const found =
        axis === 'column'
          ? cellOf(calculation, grid, place, Math.trunc(index) - 1)
          : cellOf(calculation, grid, Math.trunc(index) - 1, place);
      return found ?? 0;
    });
  });

const lookup = ofOperands(2, 3, ([wanted = null, grid = null, results], calculation, frame) => {
  if (!isGrid(grid)) return VALUE_ERROR;
  const { rows, columns } = sizeOf(grid);
  const isWide = columns > rows;
  const isLine = rows === 1 || columns === 1;
  const line = isLine ? grid : lineOf(grid, isWide ? 'row' : 'column', 0);
  const answers = results ?? (isLine ? grid : lineOf(grid, isWide ? 'row' : 'column', isWide ? rows - 1 : columns - 1));
  if (!isGrid(answers)) return VALUE_ERROR;
  return forWanted(calculation, frame, wanted, (value) => {
    const place = placeOf(calculation, line, value, 1);
    return typeof place === 'number' ? (lineCell(calculation, answers, place) ?? 0) : place;
  });
});

const match = ofOperands(2, 3, (operands, calculation, frame) => {
  const [wanted = null, line = null] = operands;
  const kind = numberAt(calculation, operands, 2, frame, 1);
  if (typeof kind !== 'number') return kind;
  if (!isGrid(line) || (sizeOf(line).rows > 1 && sizeOf(line).columns > 1)) return NA_ERROR;
  return forWanted(calculation, frame, wanted, (value) => {
    const place = placeOf(calculation, line, value, kind);
    return typeof place === 'number' ? place + 1 : place;
  });
});

/** A cell, a row, a column or all of a grid; 0 means all of that axis. */
function indexed(grid: Grid, row: number, column: number): Operand {
  const { rows, columns } = sizeOf(grid);
  if (row < 0 || column < 0 || row > rows || column > columns) return row < 0 || column < 0 ? VALUE_ERROR : REF_ERROR;
  if (isReference(grid)) {
    const { area, sheet } = grid;
    return reference(sheet, {
      top: row === 0 ? area.top : area.top + row - 1,
      bottom: row === 0 ? area.bottom : area.top + row - 1,
      left: column === 0 ? area.left : area.left + column - 1,
      right: column === 0 ? area.right : area.left + column - 1,
    });
  }
  if (row === 0 && column === 0) return grid;
  if (row === 0) return lineOf(grid, 'column', column - 1);
  if (column === 0) return lineOf(grid, 'row', row - 1);
  return grid.values[(row - 1) * columns + column - 1] ?? null;
}

const index = ofOperands(2, 4, (operands, calculation, frame) => {
  const [given = null] = operands;
  const part = numberAt(calculation, operands, 3, frame, 1);
  if (typeof part !== 'number') return part;
  const chosen = isUnion(given) ? (given.parts[Math.trunc(part) - 1] ?? REF_ERROR) : given;
  const grid = isScalar(chosen) && !isError(chosen) ? matrix(1, 1, [chosen]) : chosen;
  if (!isGrid(grid)) return isScalar(grid) ? grid : VALUE_ERROR;
  const first = numberAt(calculation, operands, 1, frame, 0);
  const second = numberAt(calculation, operands, 2, frame, 0);
  if (typeof first !== 'number') return first;
  if (typeof second !== 'number') return second;
  const isOneRow = sizeOf(grid).rows === 1 && operands.length === 2;
  return indexed(grid, isOneRow ? 1 : Math.trunc(first), isOneRow ? Math.trunc(first) : Math.trunc(second));
});

const offset = ofOperands(
  3,
  5,
  (operands, calculation, frame) => {
    const [base = null] = operands;
    if (!isReference(base)) return VALUE_ERROR;
    const { rows, columns } = sizeOf(base);
    const numbers = [0, 0, rows, columns].map((otherwise, i) => numberAt(calculation, operands, i + 1, frame, otherwise));
    const fault = numbers.find((each) => typeof each !== 'number');
    if (fault !== undefined) return fault;
    const [down = 0, right = 0, height = rows, width = columns] = numbers.map((each) => Math.trunc(each as number));
    if (height === 0 || width === 0) return REF_ERROR;
    const top = base.area.top + down + Math.min(0, height + 1);
    const left = base.area.left + right + Math.min(0, width + 1);
    const area = { top, left, bottom: top + Math.abs(height) - 1, right: left + Math.abs(width) - 1 };
    return isOnSheet(area) ? reference(base.sheet, area) : REF_ERROR;
  },
  { isVolatile: true },
);

/** INDIRECT: an address in A1 style, or a defined name. */
const indirect = ofOperands(
  1,
  2,
  ([operand = null, style], calculation, frame) => {
    const isA1 = style === undefined ? true : toBoolean(scalarOf(style, frame, calculation));
    const text = toText(scalarOf(operand, frame, calculation));
    if (typeof text !== 'string') return text;
    if (isA1 !== true) return REF_ERROR;
    const { sheet: name, local } = splitSheet(text.trim());
    const sheet = name === null ? frame.sheet : calculation.host.sheetNamed(name);
    const area = parseA1(local);
    if (sheet === null) return REF_ERROR;
    if (area !== null) return reference(sheet, area);
    const found = calculation.nested(() => calculation.nameProgram(local, sheet)?.run(frame) ?? REF_ERROR, REF_ERROR);
    return isReference(found) ? found : REF_ERROR;
  },
  { isVolatile: true },
);

/** Numbers of the rows or columns of a reference; of the cell itself without one. */
const places = (axis: 'row' | 'column'): FunctionEntry =>
  ofOperands(0, 1, ([operand], _calculation, frame) => {
    if (operand === undefined) return frame[axis] + 1;
    if (!isReference(operand)) return VALUE_ERROR;
    const { area } = operand;
    const first = axis === 'row' ? area.top : area.left;
    const count = axis === 'row' ? area.bottom - area.top + 1 : area.right - area.left + 1;
    if (count === 1) return first + 1;
    const numbers = Array.from({ length: count }, (_none, i) => first + i + 1);
    return axis === 'row' ? matrix(count, 1, numbers) : matrix(1, count, numbers);
  });

const transpose = ofOperands(1, 1, ([operand = null], calculation) => {
  const { rows, columns, values } = toMatrix(calculation, operand);
  return matrix(
    columns,
    rows,
    Array.from({ length: rows * columns }, (_none, i) => values[(i % rows) * columns + Math.floor(i / rows)] ?? null),
  );
});

export const lookupFunctions: FunctionTable = {
  VLOOKUP: lookedUp('column'),
  HLOOKUP: lookedUp('row'),
  LOOKUP: lookup,
  MATCH: match,
  INDEX: index,
  OFFSET: offset,
  INDIRECT: indirect,
  ROW: places('row'),
  COLUMN: places('column'),
  ROWS: ofOperands(1, 1, ([operand = null]) => sizeOf(operand).rows),
  COLUMNS: ofOperands(1, 1, ([operand = null]) => sizeOf(operand).columns),
  TRANSPOSE: transpose,
};
