/** Arithmetic of single numbers. */
import type { ErrorValue } from '../../workbook/model';
import { DIV_ERROR, NUM_ERROR } from '../coercion';
import { power } from '../operators';
import { ofNumbers, type FunctionTable } from './define';

/** The number with its decimal point moved, free of the noise that multiplying by a power of ten brings. */
const scaled = (value: number, places: number): number => {
  const [digits = '0', exponent = '0'] = value.toExponential().split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
};

/** Rounds the size of a number to decimal places as its 15 decimal digits show it. */
function roundedBy(round: (size: number) => number, value: number, places: number): number {
  const digits = Math.trunc(places);
  const size = Number(Math.abs(value).toPrecision(15));
  const result = scaled(round(scaled(size, digits)), -digits);
  return value < 0 && result !== 0 ? -result : result;
}

/** Half away from zero. */
export const roundHalfUp = (value: number, places: number): number => roundedBy((size) => Math.floor(size + 0.5), value, places);

const root = (value: number): number | ErrorValue => (value < 0 ? NUM_ERROR : Math.sqrt(value));
const logarithm = (value: number, base: number): number | ErrorValue => {
  if (value <= 0 || base <= 0) return NUM_ERROR;
  if (base === 1) return DIV_ERROR;
  return base === 10 ? Math.log10(value) : Math.log(value) / Math.log(base);
};

function modulo(value: number, divisor: number): number | ErrorValue {
  if (divisor === 0) return DIV_ERROR;
  const rest = value - divisor * Math.floor(value / divisor);
  return Math.abs(rest) < Math.abs(divisor) * 2 ** -50 ? 0 : rest;
}

/** A multiple of a step, up or down. */
const stepped =
  (round: (quotient: number) => number) =>
  (value: number, step: number): number | ErrorValue => {
    if (step === 0) return 0;
    if (value > 0 && step < 0) return NUM_ERROR;
    return roundHalfUp(round(Number((value / step).toPrecision(15))) * step, 12);
  };

export const mathFunctions: FunctionTable = {
  ROUND: ofNumbers(2, 2, (value = 0, places = 0) => roundHalfUp(value, places)),
  ROUNDUP: ofNumbers(2, 2, (value = 0, places = 0) => roundedBy(Math.ceil, value, places)),
  ROUNDDOWN: ofNumbers(2, 2, (value = 0, places = 0) => roundedBy(Math.floor, value, places)),
  TRUNC: ofNumbers(1, 2, (value = 0, places = 0) => roundedBy(Math.floor, value, places)),
  INT: ofNumbers(1, 1, (value = 0) => Math.floor(Number(value.toPrecision(15)))),
  MOD: ofNumbers(2, 2, (value = 0, divisor = 0) => modulo(value, divisor)),
  ABS: ofNumbers(1, 1, (value = 0) => Math.abs(value)),
  SIGN: ofNumbers(1, 1, (value = 0) => Math.sign(value)),
  CEILING: ofNumbers(2, 2, (value = 0, step = 0) => stepped(Math.ceil)(value, step)),
  FLOOR: ofNumbers(2, 2, (value = 0, step = 0) => stepped(Math.floor)(value, step)),
  PI: ofNumbers(0, 0, () => Math.PI),
  POWER: ofNumbers(2, 2, (base = 0, exponent = 0) => power(base, exponent)),
  SQRT: ofNumbers(1, 1, (value = 0) => root(value)),
  EXP: ofNumbers(1, 1, (value = 0) => power(Math.E, value)),
  LN: ofNumbers(1, 1, (value = 0) => logarithm(value, Math.E)),
  LOG: ofNumbers(1, 2, (value = 0, base = 10) => logarithm(value, base)),
  LOG10: ofNumbers(1, 1, (value = 0) => logarithm(value, 10)),
};
