/** An entry put into a cell: its value or formula, and the look that it brings. */
import { readsClock } from '../calc/volatile';
import type { FormulaCell } from './chunk';
import { yearNow } from './clock';
import { readEntry, type Entry } from './entry';
import { formatOfFormula } from './formulaFormat';
import { Refusal, type Scalar, type Style } from './model';
import type { WorkbookSheet } from './sheet';

/**
 * Reads an entry as if it were typed. Neither tells of it nor asks for leave.
 * @throws Refusal InvalidArgument on a formula that cannot be read
 */
export function enterOne(sheet: WorkbookSheet, row: number, column: number, entry: string | number | boolean): void {
  const style = sheet.style(row, column);
  const read = checkedFormula(
    sheet,
    row,
    column,
    entry,
    readEntry(entry, style.numberFormat, () => yearNow(sheet.core.clock)),
  );
  put(sheet, row, column, read);
  styleEntered(sheet, row, column, style, read);
}

/**
 * What begins with a sign but is no formula after all stays a text.
 * @throws Refusal InvalidArgument on what begins with "=" and cannot be read
 */
function checkedFormula(sheet: WorkbookSheet, row: number, column: number, entry: string | number | boolean, read: Entry): Entry {
  if (read.kind !== 'formula' || sheet.core.calculator.isReadable(read.formula, row, column)) return read;
  if (String(entry).startsWith('=')) throw new Refusal('InvalidArgument', "There's a problem with this formula.");
  return { kind: 'value', value: String(entry), numberFormat: null, quotePrefix: false };
}

function put(sheet: WorkbookSheet, row: number, column: number, entry: Entry): void {
  const now = sheet.core.nextChange();
  const content =
    entry.kind === 'formula' ? newFormula(entry.formula, undefined, now) : entry.kind === 'empty' ? null : entry.value;
  sheet.store.set(row, column, typeof content === 'string' ? sheet.core.texts.share(content) : content, now);
}

/** The number format that an entry brings to a General cell, and whether it was quoted. */
function styleEntered(sheet: WorkbookSheet, row: number, column: number, style: Style, entry: Entry): void {
  const given =
    entry.kind === 'value'
      ? entry.numberFormat
      : entry.kind === 'formula'
        ? formatOfFormula(sheet, row, column, entry.formula)
        : null;
  const isQuoted = entry.kind === 'value' && entry.quotePrefix;
  const numberFormat = style.numberFormat === 'General' && given !== null ? given : style.numberFormat;
  if (numberFormat === style.numberFormat && isQuoted === style.quotePrefix) return;
  const index = sheet.core.styles.patch(sheet.styleIndex(row, column), { numberFormat, quotePrefix: isQuoted });
  sheet.store.setStyle(row, column, index + 1);
}

/** @param cached what a file says it came to; not believed of one that reads the clock. */
export function newFormula(formula: string, cached: Scalar | undefined, now: number): FormulaCell {
  const isKnown = cached !== undefined && cached !== null && !readsClock(formula);
  return { formula, value: cached ?? null, checkedAt: isKnown ? now : -1, changedAt: now, program: null };
}
