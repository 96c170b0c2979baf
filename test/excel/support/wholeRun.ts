/** The whole add-in on an open workbook: read, reconcile, write, as the pane does it. */

import type { Workbook } from '../../../host/workbook/model';
import { inspect, reconcile } from '../../../src/reconcile';
import { planReport } from '../../../src/report/planReport';
import { bookOf } from '../../support/book';
import type { Sheets } from '../../support/book';
import { openWorkbook, patient, silent } from './open';
import type { OpenBook } from './open';

/** A won deal that nobody invoiced, one that is invoiced and paid, a lost one, and an invoice that has no deal. */
export const SMALL_BOOK: Sheets = {
  Deals: `
    Deal ID | Account | Owner | Amount | Currency | Close Date | Stage
    D-1 | Acme Ltd | Ann | 1000 | EUR | 2026-01-10 | Closed Won
    D-2 | Birch GmbH | Ben | 2000 | EUR | 2026-01-15 | Closed Won
    D-3 | Elm Inc | Ben | 500 | EUR | 2026-01-20 | Lost`,
  Invoices: `
    Invoice No. | Customer | Invoice Date | Net | Tax | Currency | Deal ID | Status
    INV-2 | Birch GmbH | 2026-02-03 | 2000 | 0 | EUR | D-2 | Paid
    INV-9 | Cedar SA | 2026-03-20 | 300 | 0 | EUR | | Open`,
  Receipts: `
    Receipt No. | Customer | Date | Amount | Currency | Invoice No.
    R-2 | Birch GmbH | 2026-04-30 | 2000 | EUR | INV-2`,
};

export const UNBILLED = 'BI.unbilled.deal.D-1';
export const NO_DEAL = 'BI.nodeal.invoice.INV-9';

export function openSmallBook(options: Parameters<typeof openWorkbook>[1] = {}): OpenBook {
  return openWorkbook(bookOf(SMALL_BOOK), options);
}

/** @param rowsASheet as many as a sheet of the result holds. @returns what the run tells its user. */
export async function wholeRun({ port }: OpenBook, rowsASheet?: number): Promise<readonly string[]> {
  const grids = await port.readSources(silent, patient());
  const kept = await port.readKept();
  const mappings = inspect(grids, kept.mappings)
    .sources.map(({ mapping }) => mapping)
    .filter(({ role }) => role !== 'ignore');
  const plan = planReport(reconcile({ ...kept, grids, mappings }), kept, rowsASheet);
  const { messages } = await port.write(plan, grids, silent, patient());
  return messages;
}

/** Does something to the workbook as a person would. */
export function byHand(workbook: Workbook, work: () => void): void {
  workbook.transact('person', work);
}
