/** Formulas and constants of conditional formats and validations. */
import { NAME_ERROR, numberOfText } from '../calc/coercion';
import type { Scalar } from './model';
import type { WorkbookSheet } from './sheet';

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * The value of a rule's formula for a cell: `=A1*2`, a number, a date, or, as a file has it, a formula without "=".
 * What is neither is a text.
 * @param written the cell for which its relative references are written
 */
export function ruleValue(sheet: WorkbookSheet, formula: string, place: Place, written: Place): Scalar {
  const { calculator } = sheet.core;
  const frame = { sheet, ...place };
  if (formula.startsWith('=')) return calculator.evaluateOne(formula, frame, written);
  const number = numberOfText(formula);
  if (number !== null) return number;
  const value = calculator.evaluateOne(formula, frame, written);
  return value === NAME_ERROR ? formula : value;
}
