/** Whether an entry is one that a cell's validation lets in. */
import { toText } from '../calc/coercion';
import { containsCell } from './area';
import { yearNow } from './clock';
import { ruleValue } from './criterionFormula';
import { engineSheet } from './engineSheet';
import { readEntry } from './entry';
import type { Scalar, Sheet, Validation, ValidationRule } from './model';
import { meets } from './operatorTest';
import type { WorkbookSheet } from './sheet';
import { isError } from './values';

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The validation of a cell; null for none. */
export const validationAt = (sheet: Sheet, row: number, column: number): Validation | null =>
  sheet.validations.find((each) => each.areas.some((area) => containsCell(area, row, column))) ?? null;

/** The choices of a cell's list validation as texts; null where it has none. */
export function listChoices(sheet: Sheet, row: number, column: number): string[] | null {
  const validation = validationAt(sheet, row, column);
  return validation?.rule.type === 'list'
    ? choicesOf(engineSheet(sheet), validation.rule.source, { row, column }, writtenFor(validation))
    : null;
}

/** The alert of the validation that an entry of a person breaks; null where it may stand. */
export function brokenValidation(
  sheet: Sheet,
  row: number,
  column: number,
  entry: string | number | boolean,
): Validation['errorAlert'] | null {
  const validation = validationAt(sheet, row, column);
  if (validation?.errorAlert.show !== true) return null;
  const own = engineSheet(sheet);
  const read = readEntry(entry, own.style(row, column).numberFormat, () => yearNow(own.core.clock));
  if (read.kind === 'empty') return null;
  const value = read.kind === 'formula' ? own.core.calculator.evaluateOne(read.formula, { sheet: own, row, column }) : read.value;
  return isLetIn(own, validation, { row, column }, value) ? null : validation.errorAlert;
}

/** Whether what a cell holds now obeys its validation; a cell without one does. */
export function isValid(sheet: Sheet, row: number, column: number): boolean {
  const validation = validationAt(sheet, row, column);
  const value = sheet.value(row, column);
  if (validation === null || (value === null && validation.ignoreBlanks)) return true;
  return isLetIn(engineSheet(sheet), validation, { row, column }, value);
}

function writtenFor({ areas }: Validation): Place {
  return { row: Math.min(...areas.map((area) => area.top)), column: Math.min(...areas.map((area) => area.left)) };
}

function isLetIn(sheet: WorkbookSheet, validation: Validation, place: Place, value: Scalar): boolean {
  const { rule } = validation;
  const written = writtenFor(validation);
  if (isError(value)) return false;
  switch (rule.type) {
    case 'list':
      return isChoice(sheet, rule.source, place, written, value);
    case 'custom':
      return withValue(sheet, place, value, () => {
        const truth = ruleValue(sheet, rule.formula.startsWith('=') ? rule.formula : `=${rule.formula}`, place, written);
        return truth === true || (typeof truth === 'number' && truth !== 0);
      });
    case 'textLength':
      return isWithin(sheet, rule, place, written, textOf(value).length);
    case 'wholeNumber':
      return typeof value === 'number' && Number.isInteger(value) && isWithin(sheet, rule, place, written, value);
    case 'decimal':
    case 'date':
    case 'time':
      return typeof value === 'number' && isWithin(sheet, rule, place, written, value);
  }
}

type BoundedRule = Extract<ValidationRule, { readonly formula1: string }>;

function isWithin(sheet: WorkbookSheet, rule: BoundedRule, place: Place, written: Place, value: number): boolean {
  const second = rule.formula2 === undefined ? null : ruleValue(sheet, rule.formula2, place, written);
  return meets(value, rule.operator, ruleValue(sheet, rule.formula1, place, written), second);
}

/** A written list tells capitals from small letters, one in cells does not. */
function isChoice(sheet: WorkbookSheet, source: string, place: Place, written: Place, value: Scalar): boolean {
  const text = textOf(value);
  const choices = choicesOf(sheet, source, place, written);
  if (!source.startsWith('=')) return choices.includes(text.trim());
  return choices.some((choice) => choice.toLowerCase() === text.toLowerCase());
}

function choicesOf(sheet: WorkbookSheet, source: string, place: Place, written: Place): string[] {
  if (!source.startsWith('=')) return source.split(',').map((choice) => choice.trim());
  return sheet.core.calculator
    .valuesOf(source, { sheet, ...place }, written)
    .flatMap((value) => (value === null || isError(value) ? [] : [textOf(value)]));
}

/** Does something as if the cell held a value. */
function withValue<T>(sheet: WorkbookSheet, { row, column }: Place, value: Scalar, work: () => T): T {
  const before = sheet.store.get(row, column);
  sheet.store.set(row, column, value, sheet.core.nextChange());
  try {
    return work();
  } finally {
    sheet.store.set(row, column, before, sheet.core.nextChange());
  }
}

const textOf = (value: Scalar): string => {
  const text = toText(value);
  return typeof text === 'string' ? text : text.error;
};
