/** Sums, counts and other figures of many numbers. */
import type { ErrorValue } from '../../workbook/model';
import { isError } from '../../workbook/values';
import type { Calculation } from '../calculator';
import { NA_ERROR, NUM_ERROR, sameNumber, toNumber, VALUE_ERROR } from '../coercion';
import { isReference, type Operand, type Reference } from '../operands';
import { scan, sizeOf, toMatrix } from '../scan';
import { MANY, ofOperands, type FunctionEntry, type FunctionTable } from './define';
import { countFilled, countNumbers, eachNumber, figures, greatest, least, median, numbersOf } from './figures';
import { subtotalled } from './subtotal';

/** A figure of all numbers among the arguments. */
const ofAll = (work: (numbers: readonly number[]) => number | ErrorValue): FunctionEntry =>
  ofOperands(1, MANY, (operands, calculation) => {
    const numbers = numbersOf(calculation, operands);
    return Array.isArray(numbers) ? work(numbers) : numbers;
  });

function blanks(calculation: Calculation, area: Reference): number {
  const { rows, columns } = sizeOf(area);
  let filled = 0;
  scan(calculation, area, (value) => {
    if (value !== '') filled++;
    return true;
  });
  return rows * columns - filled;
}

/** The k-th number from the end that `order` puts first. */
const kth = (order: (one: number, other: number) => number): FunctionEntry =>
  ofOperands(2, 2, ([operand = null, place = null], calculation) => {
    const numbers = numbersOf(calculation, [operand]);
    if (!Array.isArray(numbers)) return numbers;
    const k = toNumber(toMatrix(calculation, place).values[0] ?? null);
    if (typeof k !== 'number') return k;
    return numbers.toSorted(order)[Math.ceil(k) - 1] ?? NUM_ERROR;
  });

/** Products of arrays of one size, place by place; what is no number counts as 0. */
function sumOfProducts(calculation: Calculation, operands: readonly Operand[]): Operand {
  const matrices = operands.map((operand) => toMatrix(calculation, operand));
  const [first] = matrices;
  if (
    first === undefined ||
    operands.some(
      (operand) =>
        sizeOf(operand).rows !== sizeOf(operands[0] ?? null).rows ||
        sizeOf(operand).columns !== sizeOf(operands[0] ?? null).columns,
    )
  )
    return VALUE_ERROR;
  let total = 0;
  for (let i = 0; i < first.values.length; i++) {
    let product = 1;
    for (const { values } of matrices) {
      const value = values[i] ?? null;
      if (isError(value)) return value;
      product *= typeof value === 'number' ? value : 0;
    }
    total += product;
  }
  return total;
}

const rank = ofOperands(2, 3, ([wanted = null, operand = null, ascending = null], calculation) => {
  const value = toNumber(toMatrix(calculation, wanted).values[0] ?? null);
  const numbers = numbersOf(calculation, [operand]);
  const order = toNumber(toMatrix(calculation, ascending).values[0] ?? null);
  if (typeof value !== 'number') return value;
  if (!Array.isArray(numbers)) return numbers;
  if (typeof order !== 'number') return order;
  if (!numbers.some((each) => sameNumber(each, value))) return NA_ERROR;
  return 1 + numbers.filter((each) => (order === 0 ? each > value : each < value) && !sameNumber(each, value)).length;
});

export const statisticalFunctions: FunctionTable = {
  SUM: ofOperands(1, MANY, (operands, calculation) => {
    let total = 0;
    return (
      eachNumber(calculation, operands, (value) => {
        total += value;
      }) ?? total
    );
  }),
  PRODUCT: ofAll(figures.product),
  AVERAGE: ofAll(figures.average),
  MIN: ofAll(least),
  MAX: ofAll(greatest),
  MEDIAN: ofAll(median),
  STDEV: ofAll(figures.deviation),
  'STDEV.S': ofAll(figures.deviation),
  STDEVP: ofAll(figures.deviationOfAll),
  'STDEV.P': ofAll(figures.deviationOfAll),
  VAR: ofAll(figures.variance),
  VARP: ofAll(figures.varianceOfAll),
  COUNT: ofOperands(1, MANY, (operands, calculation) => countNumbers(calculation, operands)),
  COUNTA: ofOperands(1, MANY, (operands, calculation) => countFilled(calculation, operands)),
  COUNTBLANK: ofOperands(1, 1, ([operand = null], calculation) =>
    isReference(operand) ? blanks(calculation, operand) : VALUE_ERROR,
  ),
  LARGE: kth((one, other) => other - one),
  SMALL: kth((one, other) => one - other),
  RANK: rank,
  'RANK.EQ': rank,
  SUMPRODUCT: ofOperands(1, MANY, (operands, calculation) => sumOfProducts(calculation, operands)),
  SUBTOTAL: ofOperands(
    2,
    MANY,
    ([kind = null, ...operands], calculation) =>
      subtotalled(calculation, toMatrix(calculation, kind).values[0] ?? null, operands),
    { seesHidden: true },
  ),
};
