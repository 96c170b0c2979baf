/** Rewrites every formula of a workbook: in cells, names, conditional formats, validations, charts, tables. */
import type { FormulaCell } from './chunk';
import type { Core } from './core';
import type { ChartSeries, ConditionalRule, ValidationRule } from './model';
import type { WorkbookSheet } from './sheet';

/** Gives the new text of a formula (with "=" only in cells) that stands on a sheet; the same text where nothing changes. */
export type Rewrite = (formula: string, home: WorkbookSheet, place?: { readonly row: number; readonly column: number }) => string;

/** @param keepsValues whether values stay right, as where only a name changed */
export function rewriteFormulas(core: Core, rewrite: Rewrite, keepsValues: boolean): void {
  const now = core.nextChange();
  for (const sheet of core.sheets) {
    rewriteCells(sheet, rewrite, keepsValues, now);
    for (const format of sheet.conditionalFormats) format.rule = rewrittenRule(format.rule, (formula) => rewrite(formula, sheet));
    for (const validation of sheet.validations)
      validation.rule = rewrittenValidation(validation.rule, (formula) => rewrite(formula, sheet));
    for (const chart of sheet.charts)
      for (const series of chart.series) rewriteSeries(series, (formula) => rewrite(formula, sheet));
    for (const table of sheet.tables) {
      for (const column of table.columns) if (column.calculated !== null) column.calculated = rewrite(column.calculated, sheet);
    }
    sheet.hyperlinks.forEach((link, i) => {
      if (link.documentReference !== '')
        sheet.hyperlinks[i] = { ...link, documentReference: rewrite(link.documentReference, sheet) };
    });
  }
  const [first] = core.sheets;
  for (const name of core.names) {
    const home = core.sheets.find((sheet) => sheet.id === name.scope) ?? first;
    if (home !== undefined) name.formula = rewrite(name.formula, home);
  }
}

function rewriteCells(sheet: WorkbookSheet, rewrite: Rewrite, keepsValues: boolean, now: number): void {
  let touched = 0;
  sheet.store.forEachFormula((row, column, cell: FormulaCell, chunk) => {
    const after = rewrite(cell.formula, sheet, { row, column });
    if (after === cell.formula) return;
    // Another cell, not the same one rewritten: a copy of the sheet may hold it too.
    const rewritten = { ...cell, formula: after, program: null, checkedAt: keepsValues ? cell.checkedAt : -1 };
    sheet.store.set(row, column, rewritten, keepsValues ? chunk.changedAt : now);
    touched++;
  });
  if (touched > 0) sheet.revision++;
}

function rewrittenRule(rule: ConditionalRule, rewrite: (formula: string) => string): ConditionalRule {
  switch (rule.type) {
    case 'custom':
      return { ...rule, formula: rewrite(rule.formula) };
    case 'cellValue':
      return {
        ...rule,
        formula1: rewrite(rule.formula1),
        ...(rule.formula2 === undefined ? {} : { formula2: rewrite(rule.formula2) }),
      };
    default:
      return rule;
  }
}

function rewrittenValidation(rule: ValidationRule, rewrite: (formula: string) => string): ValidationRule {
  if (rule.type === 'list') return rule.source.startsWith('=') ? { ...rule, source: rewrite(rule.source) } : rule;
  if (rule.type === 'custom') return { ...rule, formula: rewrite(rule.formula) };
  return {
    ...rule,
    formula1: rewrite(rule.formula1),
    ...(rule.formula2 === undefined ? {} : { formula2: rewrite(rule.formula2) }),
  };
}

function rewriteSeries(series: ChartSeries, rewrite: (formula: string) => string): void {
  series.values = rewrite(series.values);
  if (series.categories !== null) series.categories = rewrite(series.categories);
  if (series.nameFormula !== null) series.nameFormula = rewrite(series.nameFormula);
}
