/** A book's sheets in an open workbook, and a run over it as the pane makes one. */

import type { Workbook } from '../../../host/workbook/model';
import { createWorkbook } from '../../../host/workbook/workbook';
import { inspect, reconcile } from '../../../src/reconcile';
import { planReport } from '../../../src/report/planReport';
import { fillSheet, openWorkbook, patient, silent } from '../../excel/support/open';
import type { OpenBook } from '../../excel/support/open';
import { sheetsOf } from './sheets';

export function openSheets(text: string): OpenBook {
  const workbook: Workbook = createWorkbook();
  const [blank] = workbook.sheets;
  workbook.transact('load', () => {
    for (const { sheet, values } of sheetsOf(text)) fillSheet(workbook.addSheet(sheet), values);
    if (blank !== undefined) workbook.deleteSheet(blank);
  });
  return openWorkbook(workbook);
}

/** @returns the messages that the pane would show. */
export async function runIn({ port }: OpenBook, asOf: string): Promise<readonly string[]> {
  const grids = await port.readSources(silent, patient());
  const kept = await port.readKept();
  const mappings = inspect(grids, kept.mappings).sources.map(({ mapping }) => mapping);
  const result = reconcile({ ...kept, grids, mappings, definitions: { ...kept.definitions, asOf } });
  return (await port.write(planReport(result, kept), grids, silent, patient())).messages;
}
