/** What the formula of a defined name comes to. */
import { engineSheet } from './engineSheet';
import type { Scalar, Sheet } from './model';

/** @param sheet where the name counts; its first cell stands for the cell that uses it. */
export function nameValues(sheet: Sheet, formula: string): readonly Scalar[] {
  const own = engineSheet(sheet);
  return own.core.calculator.valuesOf(`=${formula}`, { sheet: own, row: 0, column: 0 });
}
