/** Looks, conditional formats and lists of a plan on ranges of Excel. */

import type { Look, MarkPlan, TableColumnPlan } from '../report/plan';

/** Sets only what the look names. One setting a range, never a matrix. */
export function applyLook(range: Excel.Range, look: Look): void {
  const { format } = range;
  if (look.numberFormat !== undefined) setNumberFormat(range, look.numberFormat);
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.italic !== undefined) format.font.italic = look.italic;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.color !== undefined) format.font.color = look.color;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.align !== undefined) format.horizontalAlignment = look.align;
  if (look.valign !== undefined) format.verticalAlignment = look.valign;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.indent !== undefined) format.indentLevel = look.indent;
  if (look.borderTop !== undefined) setBorder(format.borders.getItem('EdgeTop'), look.borderTop);
  if (look.borderBottom !== undefined) setBorder(format.borders.getItem('EdgeBottom'), look.borderBottom);
}

function setBorder(border: Excel.RangeBorder, color: string): void {
  border.style = 'Continuous';
  border.color = color;
}

/** Excel takes one value for all cells of a range; its types only know matrices. */
const forAll = <T>(value: T): T[][] => value as unknown as T[][];

export function setNumberFormat(range: Excel.Range, numberFormat: string): void {
  range.numberFormat = forAll(numberFormat);
}

/** One formula in every cell, as Excel fills a table's column. */
export function fillFormula(range: Excel.Range, formula: string): void {
  range.formulas = forAll(formula);
}

/** One formula in R1C1 terms in every cell. */
export function fillFormulaR1C1(range: Excel.Range, formula: string): void {
  range.formulasR1C1 = forAll(formula);
}

export function addMark(range: Excel.Range, mark: MarkPlan): void {
  const { rule } = mark;
  if (rule.type === 'formula') {
    const { custom } = range.conditionalFormats.add('Custom');
    custom.rule.formula = rule.formula;
    applyMark(custom.format, mark);
    return;
  }
  const { textComparison } = range.conditionalFormats.add('ContainsText');
  textComparison.rule = { operator: rule.type === 'beginsWith' ? 'BeginsWith' : 'Contains', text: rule.text };
  applyMark(textComparison.format, mark);
}

function applyMark(format: Excel.ConditionalRangeFormat, mark: MarkPlan): void {
  if (mark.fill !== undefined) format.fill.color = mark.fill;
  if (mark.color !== undefined) format.font.color = mark.color;
  if (mark.bold !== undefined) format.font.bold = mark.bold;
  // The types know no setter that is a text, though Excel's own documentation sets one.
  if (mark.numberFormat !== undefined) format.set({ numberFormat: mark.numberFormat });
}

/** Warns and lets pass: what a person types outside the list is kept. */
export function addList(range: Excel.Range, { choices, message }: NonNullable<TableColumnPlan['list']>): void {
  const validation = range.dataValidation;
  validation.rule = { list: { inCellDropDown: true, source: choices.join(',') } };
  validation.errorAlert = { showAlert: true, style: 'Warning', title: 'Another word', message };
  validation.ignoreBlanks = true;
}

const POINTS_A_PIXEL = 0.75;

/** Characters of the default font, as a file counts a column's width, in points. */
export function widthInPoints(characters: number): number {
  return (characters * 7 + 5) * POINTS_A_PIXEL;
}
