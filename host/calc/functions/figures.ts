/** Figures of many numbers, and how numbers are taken from arguments. */
import type { ErrorValue, Scalar } from '../../workbook/model';
import { isError } from '../../workbook/values';
import type { Calculation } from '../calculator';
import { DIV_ERROR, NUM_ERROR, toNumber } from '../coercion';
import { isReference, isScalar, isUnion, type Operand } from '../operands';
import { scan } from '../scan';

/** Gives each number among arguments: in cells and arrays only true numbers, written arguments converted. An error ends it. */
export function eachNumber(
  calculation: Calculation,
  operands: readonly Operand[],
  take: (value: number) => void,
): ErrorValue | null {
  const faults: ErrorValue[] = [];
  const see = (value: Scalar): boolean => {
    if (typeof value === 'number') take(value);
    else if (isError(value)) faults.push(value);
    return faults.length === 0;
  };
  for (const operand of operands) {
    if (isScalar(operand)) {
      const number = toNumber(operand);
      if (typeof number !== 'number') return number;
      take(number);
    } else if (isReference(operand)) scan(calculation, operand, see);
    else if (isUnion(operand)) operand.parts.every((part) => scan(calculation, part, see));
    else operand.values.every(see);
    if (faults[0] !== undefined) return faults[0];
  }
  return null;
}

export function numbersOf(calculation: Calculation, operands: readonly Operand[]): number[] | ErrorValue {
  const numbers: number[] = [];
  return eachNumber(calculation, operands, (value) => numbers.push(value)) ?? numbers;
}

export const sum = (numbers: readonly number[]): number => {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
};

export const least = (numbers: readonly number[]): number =>
  numbers.reduce((best, each) => Math.min(best, each), numbers[0] ?? 0);
export const greatest = (numbers: readonly number[]): number =>
  numbers.reduce((best, each) => Math.max(best, each), numbers[0] ?? 0);

export function median(numbers: readonly number[]): number | ErrorValue {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return NUM_ERROR;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Sum of squared distances from the mean, over the count less `less`. */
function spread(numbers: readonly number[], less: 0 | 1): number | ErrorValue {
  if (numbers.length <= less) return DIV_ERROR;
  const mean = sum(numbers) / numbers.length;
  return numbers.reduce((total, each) => total + (each - mean) ** 2, 0) / (numbers.length - less);
}

const rooted = (value: number | ErrorValue): number | ErrorValue => (typeof value === 'number' ? Math.sqrt(value) : value);

export const figures = {
  average: (numbers: readonly number[]): number | ErrorValue =>
    numbers.length === 0 ? DIV_ERROR : sum(numbers) / numbers.length,
  max: greatest,
  min: least,
  product: (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : numbers.reduce((total, each) => total * each, 1)),
  deviation: (numbers: readonly number[]): number | ErrorValue => rooted(spread(numbers, 1)),
  deviationOfAll: (numbers: readonly number[]): number | ErrorValue => rooted(spread(numbers, 0)),
  sum,
  variance: (numbers: readonly number[]): number | ErrorValue => spread(numbers, 1),
  varianceOfAll: (numbers: readonly number[]): number | ErrorValue => spread(numbers, 0),
};

/** Counts what passes; in cells and arrays empty places never do. */
function counted(
  calculation: Calculation,
  operands: readonly Operand[],
  passes: (value: Exclude<Scalar, null>) => boolean,
  isWritten: (value: Scalar) => boolean,
): number {
  let count = 0;
  const see = (value: Scalar): boolean => {
    if (value !== null && passes(value)) count++;
    return true;
  };
  for (const operand of operands) {
    if (isScalar(operand)) count += isWritten(operand) ? 1 : 0;
    else if (isReference(operand)) scan(calculation, operand, see);
    else if (isUnion(operand)) operand.parts.forEach((part) => scan(calculation, part, see));
    else operand.values.forEach(see);
  }
  return count;
}

export const countNumbers = (calculation: Calculation, operands: readonly Operand[]): number =>
  counted(
    calculation,
    operands,
    (value) => typeof value === 'number',
    (value) => typeof toNumber(value) === 'number',
  );

export const countFilled = (calculation: Calculation, operands: readonly Operand[]): number =>
  counted(
    calculation,
    operands,
    () => true,
    () => true,
  );
