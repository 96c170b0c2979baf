/** A sheet's copy, with its cells, looks and objects. */
import { replaceStructured } from '../calc/renameStructured';
import { replaceReferences } from '../calc/scanReferences';
import { WHOLE_SHEET } from './area';
import { isFormulaCell } from './chunk';
import type { Core } from './core';
import { quoteSheetName } from './address';
import { sameName } from './shift';
import { WorkbookSheet } from './sheet';

/** The copy is not yet in the workbook. Tables get names of their own; formulas that name the sheet itself name the copy. */
export function copyOfSheet(core: Core, source: WorkbookSheet, name: string): WorkbookSheet {
  const copy = new WorkbookSheet(core, core.newId(), name);
  const names = copyTables(core, source, copy);
  const own = (formula: string): string => {
    const renamed = replaceReferences(formula, (found) =>
      found.sheet !== null && sameName(found.sheet, source.name)
        ? `${quoteSheetName(name)}!${formula.slice(found.localStart, found.end)}`
        : null,
    );
    return names.reduce((text, { before, after }) => replaceStructured(text, { kind: 'table', before, after }), renamed);
  };
  const now = core.nextChange();
  source.store.forEach(WHOLE_SHEET, (row, column, content, style) => {
    if (isFormulaCell(content))
      copy.store.set(
        row,
        column,
        { ...content, formula: own(content.formula), checkedAt: -1, changedAt: now, program: null },
        now,
      );
    else if (content !== null) copy.store.set(row, column, content, now);
    if (style !== 0) copy.store.setStyle(row, column, style);
  });
  for (const { from, to, line } of source.rows.runs()) copy.rows.change(from, to, () => line);
  for (const { from, to, line } of source.columns.runs()) copy.columns.change(from, to, () => line);
  copyObjects(core, source, copy, own);
  return copy;
}

function copyTables(
  core: Core,
  source: WorkbookSheet,
  copy: WorkbookSheet,
): { readonly before: string; readonly after: string }[] {
  const taken = new Set(core.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name.toLowerCase())));
  let number = Math.max(0, ...core.sheets.flatMap((sheet) => sheet.tables.map((table) => table.number)));
  return source.tables.map((table) => {
    let after = '';
    for (let i = 1; after === '' || taken.has(after.toLowerCase()); i++) after = `${table.name}${i}`;
    taken.add(after.toLowerCase());
    number++;
    copy.tables.push({
      ...table,
      id: core.newId(),
      number,
      name: after,
      columns: table.columns.map((column) => ({ ...column })),
    });
    return { before: table.name, after };
  });
}

function copyObjects(core: Core, source: WorkbookSheet, copy: WorkbookSheet, own: (formula: string) => string): void {
  const { freeze, zoom, tabColor, showGridlines, showHeadings, standardWidth, standardHeight, autoFilter } = source;
  Object.assign(copy, { freeze, zoom, tabColor, showGridlines, showHeadings, standardWidth, standardHeight, autoFilter });
  Object.assign(copy.pageLayout, structuredClone(source.pageLayout));
  Object.assign(copy.protection, structuredClone(source.protection));
  copy.merges.push(...source.merges);
  copy.hyperlinks.push(...source.hyperlinks.map((link) => ({ ...link, documentReference: own(link.documentReference) })));
  copy.conditionalFormats.push(...source.conditionalFormats.map((format) => ({ ...structuredClone(format), id: core.newId() })));
  copy.validations.push(...structuredClone(source.validations));
  copy.comments.push(
    ...source.comments.map((comment) => ({
      ...comment,
      id: core.newId(),
      replies: comment.replies.map((reply) => ({ ...reply, id: core.newId() })),
    })),
  );
  for (const chart of source.charts) {
    const { series } = chart;
    copy.charts.push({
      ...structuredClone({ ...chart, series: [] }),
      id: core.newId(),
      series: series.map((each) => ({
        ...structuredClone(each),
        values: own(each.values),
        categories: each.categories === null ? null : own(each.categories),
        nameFormula: each.nameFormula === null ? null : own(each.nameFormula),
      })),
    });
  }
}
