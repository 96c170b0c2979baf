/**
 * Formulas without a value. A program that cannot calculate writes none, or 0 or "" for all of them; Excel works such a file
 * out when it opens it, and so must the host: a blank or a zero that nobody calculated is never taken for data.
 */
import { cellText } from '../workbook/address';
import type { Scalar, Sheet } from '../workbook/model';
import { isError } from '../workbook/values';
import type { Findings } from './problem';

interface Waiting {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  /** The 0 or "" that the file has; undefined for none. */
  readonly saved: Scalar | undefined;
}

export class Uncalculated {
  private readonly waiting: Waiting[] = [];
  /** Some formula of the file has a value that only calculation gives. */
  private hasResults = false;

  /** @param isVouched the file says which version of Excel calculated it last, and does not ask for it again */
  constructor(private readonly isVouched: boolean) {}

  /** The value to take over for a formula; undefined where it is to be worked out. */
  taken(sheet: Sheet, row: number, column: number, saved: Scalar | undefined): Scalar | undefined {
    const isResult = saved !== undefined && saved !== null && saved !== 0 && saved !== '';
    if (isResult) this.hasResults = true;
    if (isResult || (this.isVouched && saved !== undefined)) return saved;
    this.waiting.push({ sheet, row, column, saved });
    return undefined;
  }

  /**
   * Once all is read: what the host has no function for keeps the file's 0 or "" where the file was calculated at all, else it
   * is an error and is listed.
   */
  settle(findings: Findings): void {
    for (const { sheet, row, column, saved } of this.waiting) {
      if (sheet.isCalculable(row, column)) continue;
      const formula = sheet.formula(row, column);
      if (typeof formula !== 'string') continue;
      if (saved !== undefined && this.hasResults) sheet.setFormula(row, column, formula, saved);
      else if (isError(sheet.value(row, column)))
        findings.add('formulaNotCalculated', sheet.name, `${cellText(row, column)} ${formula}`);
    }
  }
}
