/** Excel's operators on values, and their lifting over arrays. */
import type { ErrorValue, Scalar } from '../workbook/model';
import { isError } from '../workbook/values';
import type { Calculation } from './calculator';
import { compareValues, DIV_ERROR, NA_ERROR, NUM_ERROR, toNumber, toText } from './coercion';
import { isScalar, matrix, type Operand } from './operands';
import { toMatrix } from './scan';

const finite = (value: number): number | ErrorValue => (Number.isFinite(value) ? value : NUM_ERROR);

/** Below this part of the larger operand a sum's rest is the noise of binary fractions, and Excel says 0. */
const NOISE = 2 ** -50;

/** A sum as Excel gives it: 0 where only rounding noise is left of its operands. */
export function cleanSum(one: number, other: number): number {
  const sum = one + other;
  return Math.abs(sum) < Math.max(Math.abs(one), Math.abs(other)) * NOISE ? 0 : sum;
}

export function power(base: number, exponent: number): number | ErrorValue {
  if (base === 0 && exponent === 0) return NUM_ERROR;
  if (base === 0 && exponent < 0) return DIV_ERROR;
  return finite(base ** exponent);
}

const arithmetic =
  (work: (one: number, other: number) => number | ErrorValue) =>
  (one: Scalar, other: Scalar): Scalar => {
    const left = typeof one === 'number' ? one : toNumber(one);
    if (typeof left !== 'number') return left;
    const right = typeof other === 'number' ? other : toNumber(other);
    return typeof right === 'number' ? work(left, right) : right;
  };

const comparison =
  (holds: (order: number) => boolean) =>
  (one: Scalar, other: Scalar): Scalar => {
    if (isError(one)) return one;
    if (isError(other)) return other;
    return holds(compareValues(one, other));
  };

function joinedText(one: Scalar, other: Scalar): Scalar {
  const left = toText(one);
  if (typeof left !== 'string') return left;
  const right = toText(other);
  return typeof right === 'string' ? left + right : right;
}

export const binaryOperators: ReadonlyMap<string, (one: Scalar, other: Scalar) => Scalar> = new Map([
  ['+', arithmetic((one, other) => finite(cleanSum(one, other)))],
  ['-', arithmetic((one, other) => finite(cleanSum(one, -other)))],
  ['*', arithmetic((one, other) => finite(one * other))],
  ['/', arithmetic((one, other) => (other === 0 ? DIV_ERROR : finite(one / other)))],
  ['^', arithmetic(power)],
  ['&', joinedText],
  ['=', comparison((order) => order === 0)],
  ['<>', comparison((order) => order !== 0)],
  ['<', comparison((order) => order < 0)],
  ['>', comparison((order) => order > 0)],
  ['<=', comparison((order) => order <= 0)],
  ['>=', comparison((order) => order >= 0)],
]);

const ofNumber =
  (work: (value: number) => number) =>
  (value: Scalar): Scalar => {
    const number = toNumber(value);
    return typeof number === 'number' ? work(number) : number;
  };

export const unaryOperators: ReadonlyMap<string, (value: Scalar) => Scalar> = new Map([
  ['-', ofNumber((value) => (value === 0 ? 0 : -value))],
  ['+', (value: Scalar): Scalar => value],
  ['%', ofNumber((value) => value / 100)],
]);

/** A work on single values done on each place of arrays; a single row, column or value is repeated. */
export function lifted(
  calculation: Calculation,
  operands: readonly Operand[],
  work: (values: readonly Scalar[]) => Scalar,
): Operand {
  if (operands.every(isScalar)) return work(operands);
  const matrices = operands.map((operand) => toMatrix(calculation, operand));
  const rows = Math.max(...matrices.map((each) => each.rows));
  const columns = Math.max(...matrices.map((each) => each.columns));
  const values: Scalar[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      values.push(
        work(
          matrices.map((each) => {
            const atRow = each.rows === 1 ? 0 : row;
            const atColumn = each.columns === 1 ? 0 : column;
            return atRow < each.rows && atColumn < each.columns
              ? (each.values[atRow * each.columns + atColumn] ?? null)
              : NA_ERROR;
          }),
        ),
      );
    }
  }
  return rows === 1 && columns === 1 ? (values[0] ?? null) : matrix(rows, columns, values);
}
