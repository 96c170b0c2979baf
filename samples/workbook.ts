/** Sample sheets as a workbook of the host, styled as an export that somebody tidied a little. */

import type { Workbook } from '../host/workbook/model';
import { countedIds, createWorkbook } from '../host/workbook/workbook';
import type { SampleSheet } from './sheet';

export function sampleWorkbook(name: string, sheets: readonly SampleSheet[]): Workbook {
  const workbook = createWorkbook(name, { newId: countedIds() });
  const blank = workbook.sheets[0];
  workbook.transact('load', () => {
    for (const sample of sheets) addSampleSheet(workbook, sample);
    if (blank !== undefined) workbook.deleteSheet(blank);
    const [first] = workbook.sheets;
    if (first !== undefined) workbook.activate(first);
  });
  return workbook;
}

function addSampleSheet(workbook: Workbook, sample: SampleSheet): void {
  const sheet = workbook.addSheet(sample.name);
  if (sample.rows.length === 0) return;
  const last = sample.rows.length - 1;
  sample.columns.forEach(({ format, width }, column) => {
    sheet.setColumnWidth(column, column, width);
    sheet.patchStyle({ top: sample.headerRow + 1, left: column, bottom: last, right: column }, { numberFormat: format });
  });
  sample.rows.forEach((row, r) => row.forEach((cell, c) => sheet.setValue(r, c, cell)));
  const header = { top: sample.headerRow, left: 0, bottom: sample.headerRow, right: sample.columns.length - 1 };
  sheet.patchStyle(header, { font: { bold: true } });
  if (sample.headerRow > 0) sheet.patchStyle({ top: 0, left: 0, bottom: 0, right: 0 }, { font: { bold: true, size: 14 } });
  sheet.freeze = { rows: sample.headerRow + 1, columns: 0 };
  if (sample.table !== null) workbook.addTable(sheet, { ...header, bottom: last }, true, sample.table);
}
