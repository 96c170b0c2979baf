/** The usual sheets of a small workbook, rows added by each test. */

import { linesOf } from '../support/book';
import type { WholeRun } from '../support/commandLine';

export const CRM = 'Deal ID | Account | Amount | Currency | Close Date | Stage | Owner';
export const LEDGER = 'Invoice No | Customer | Invoice Date | Net | Currency | Deal | Status';
export const CASH = 'Receipt No | Payer | Payment Date | Amount | Currency | Invoice';
export const PLAN = 'Invoice No | Customer | Month | Amount | Currency';

export const dealRows = (...rows: readonly string[]): string => [CRM, ...rows].join('\n');
export const invoiceRows = (...rows: readonly string[]): string => [LEDGER, ...rows].join('\n');
export const receiptRows = (...rows: readonly string[]): string => [CASH, ...rows].join('\n');

/** A deal, its invoice and its receipt, all in order: what is bad stands beside it. */
export const SOUND = {
  deal: 'D-1 | Acme Ltd | 1200 | EUR | 2026-03-05 | Won | Ann',
  invoice: 'I-1 | Acme Ltd | 2026-03-20 | 1200 | EUR | D-1 | Paid',
  receipt: 'R-1 | Acme Ltd | 2026-04-30 | 1200 | EUR | I-1',
} as const;

/** `Deals 3  unreadable: Amount …` as the sheet lists it. */
export const leftOutOf = ({ workbook }: WholeRun): string[] =>
  linesOf(workbook, 'tblLeftOut', 'Source', 'Row', 'Record', 'Cause code');

export const exceptionsOf = ({ workbook }: WholeRun): string[] =>
  linesOf(workbook, 'tblExceptions', 'Code', 'Customer', 'Amount', 'Deal', 'Invoice', 'Receipt');

export const openCodes = ({ workbook }: WholeRun): string[] => linesOf(workbook, 'tblExceptions', 'Code').sort();

/** The four totals as printed. */
export function totalsOf({ printed }: WholeRun): string {
  return ['Booked', 'Invoiced', 'Recognised', 'Cash']
    .map((measure) => new RegExp(`^${measure} +(.+)$`, 'm').exec(printed)?.[1] ?? '?')
    .join(' | ');
}
