/** Errors as values, and the tests that tell the kinds of a cell's value apart. */
import type { ErrorCode, ErrorValue, Scalar } from './model';

const CODES: readonly ErrorCode[] = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
];

const ERRORS: ReadonlyMap<string, ErrorValue> = new Map(CODES.map((error) => [error, Object.freeze({ error })]));

/** The one object that stands for an error code. */
export function errorValue(code: ErrorCode): ErrorValue {
  const found = ERRORS.get(code);
  if (found === undefined) throw new RangeError(`No such error code: ${code}`);
  return found;
}

/** The error a text names (`#N/A`, in any case); null for any other text. */
export const errorNamed = (text: string): ErrorValue | null => ERRORS.get(text.toUpperCase()) ?? null;

export const isError = (value: unknown): value is ErrorValue => typeof value === 'object' && value !== null && 'error' in value;

/** The numbers by which the cell store keeps errors. */
export const errorNumber = (value: ErrorValue): number => CODES.indexOf(value.error);
export const errorOfNumber = (index: number): ErrorValue => errorValue(CODES[index] ?? '#VALUE!');

/** Whether two values are the same to Excel's eye of a change: same kind, same value (errors are one object a code). */
export const isSameValue = (one: Scalar, other: Scalar): boolean => Object.is(one, other);
