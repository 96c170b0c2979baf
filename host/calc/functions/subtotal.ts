/** SUBTOTAL: figures of the rows that a filter leaves, other subtotals passed over. */
import { isFormulaCell } from '../../workbook/chunk';
import type { Scalar } from '../../workbook/model';
import { isError } from '../../workbook/values';
import type { Calculation } from '../calculator';
import { toNumber, VALUE_ERROR } from '../coercion';
import { isReference, isUnion, matrix, type Operand, type Reference } from '../operands';
import { scan } from '../scan';
import { countFilled, countNumbers, figures } from './figures';

type Figure = (calculation: Calculation, values: readonly Exclude<Scalar, null>[]) => Operand;

const ofNumbersIn =
  (work: (numbers: readonly number[]) => Operand): Figure =>
  (_calculation, values) => {
    const fault = values.find(isError);
    return fault ?? work(values.filter((value) => typeof value === 'number'));
  };

/** By SUBTOTAL's number, 1 to 11. */
const FIGURES: readonly Figure[] = [
  ofNumbersIn(figures.average),
  (calculation, values) => countNumbers(calculation, [matrix(values.length, 1, values)]),
  (calculation, values) => countFilled(calculation, [matrix(values.length, 1, values)]),
  ofNumbersIn(figures.max),
  ofNumbersIn(figures.min),
  ofNumbersIn(figures.product),
  ofNumbersIn(figures.deviation),
  ofNumbersIn(figures.deviationOfAll),
  ofNumbersIn(figures.sum),
  ofNumbersIn(figures.variance),
  ofNumbersIn(figures.varianceOfAll),
];

const IS_SUBTOTAL = /\bSUBTOTAL\s*\(/i;

function isSubtotal({ sheet }: Reference, row: number, column: number): boolean {
  const content = sheet.store.get(row, column);
  return isFormulaCell(content) && IS_SUBTOTAL.test(content.formula);
}

/** @param kind 1 to 11 pass over rows that a filter hides, 101 to 111 over all hidden rows */
export function subtotalled(calculation: Calculation, kind: Scalar, operands: readonly Operand[]): Operand {
  const number = toNumber(kind);
  if (typeof number !== 'number') return number;
  const whole = Math.trunc(number);
  const figure = FIGURES[(whole > 100 ? whole - 100 : whole) - 1];
  if (figure === undefined) return VALUE_ERROR;
  const values: Exclude<Scalar, null>[] = [];
  for (const operand of operands) {
    const parts = isReference(operand) ? [operand] : isUnion(operand) ? operand.parts : null;
    if (parts === null) return VALUE_ERROR;
    for (const part of parts) {
      const { sheet } = part;
      scan(calculation, part, (value, row, column) => {
        const isPassedOver = whole > 100 ? sheet.rowHidden(row) : sheet.rowFiltered(row);
        if (!isPassedOver && !isSubtotal(part, row, column)) values.push(value);
        return true;
      });
    }
  }
  return figure(calculation, values);
}
