/** Payments listed among the invoices, as ledgers of receivables do. */

import { savedBook } from '../support/book';
import { runOn } from '../support/commandLine';

const DEALS = 'Deal ID | Account | Amount | Currency | Close Date | Stage\nD-1 | Acme | 1200 | EUR | 2026-03-04 | Won';
const LEDGER =
  'Type | No | Date | Customer | Amount | Currency\nInvoice | INV-1 | 2026-03-05 | Acme | 1200 | EUR\nPayment | P-1 | 2026-03-31 | Acme | -900 | EUR';
const RECEIPTS = 'Payment ID | Payer | Payment Date | Amount received | Currency\nP-1 | Acme | 2026-03-31 | 900 | EUR';

test('are the cash where no sheet gives receipts, and tie', async () => {
  const run = await runOn({ 'in.xlsx': savedBook({ Deals: DEALS, Ledger: LEDGER }) }, 'in.xlsx', '--out', 'out.xlsx');
  expect([run.exit, run.errors]).toEqual([0, '']);
  expect(run.printed).toMatch(/^Cash +900\.00$/m);
  expect(run.printed).toMatch(/^Ledger +invoices +used +1 +1,200\.00 EUR +1,200\.00 EUR +ties$/m);
  expect(run.printed).toMatch(/^Ledger +receipts +used +1 +900\.00 EUR +900\.00 EUR +ties$/m);
  expect(run.printed).not.toContain('DOES NOT TIE');
});

test('are left out where a sheet gives receipts, and tie', async () => {
  const book = savedBook({ Deals: DEALS, Ledger: LEDGER, Receipts: RECEIPTS });
  const run = await runOn({ 'in.xlsx': book }, 'in.xlsx', '--out', 'out.xlsx');
  expect([run.exit, run.errors]).toEqual([0, '']);
  expect(run.printed).toMatch(/^Cash +900\.00$/m);
  expect(run.printed).toMatch(/^Ledger +receipts +repeat-document +1 +900\.00 EUR +ties$/m);
  expect(run.printed).not.toContain('DOES NOT TIE');
});
