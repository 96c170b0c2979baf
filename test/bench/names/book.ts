/** Rows of names as the records that the product matches: a deal for each left row, an invoice for each right one. */

import type { Day } from '../../../src/domain/day';
import type { Deal, Invoice, Records } from '../../../src/domain/record';
import type { MatchOptions } from '../../../src/matching/matchRecords';
import type { NamedRow } from './folder';

const DAY = 19_800 as Day;

export const OPTIONS: MatchOptions = {
  matchAmount: 100,
  matchPercent: 0.5,
  matchDays: 5,
  invoicingLag: 30,
  paymentTime: 30,
  customerLevel: 'account',
  asOf: DAY,
  suggestedInNumbers: true,
};

/** Every row is a customer of its own, by its id; no two amounts are equal, so nothing but the row's own columns speaks. */
export function bookOf(left: readonly NamedRow[], right: readonly NamedRow[]): Records {
  return { deals: left.map(dealOf), invoices: right.map(invoiceOf), revenue: [], receipts: [], customers: [], rates: [] };
}

function dealOf(row: NamedRow, at: number): Deal {
  return {
    role: 'deal',
    ...common('deal', row, at, 200 * at + 100),
    name: '',
    stage: 'Closed Won',
    dealType: '',
    parent: '',
    start: null,
    end: null,
    termMonths: null,
    billingMonths: null,
    references: [],
    tax: 0,
    discount: 0,
    margin: 0,
  };
}

function invoiceOf(row: NamedRow, at: number): Invoice {
  return {
    role: 'invoice',
    ...common('invoice', row, at, 200 * at + 200),
    kind: 'invoice',
    status: 'open',
    due: null,
    tax: 0,
    references: [],
    appliesTo: '',
    serviceStart: null,
    serviceEnd: null,
    open: null,
    writtenOff: false,
    final: false,
  };
}

function common(role: 'deal' | 'invoice', row: NamedRow, at: number, amount: number) {
  return {
    key: `${role}.${row.id}`,
    id: `${role}-${row.id}`,
    source: { sheet: role, row: at + 2 },
    entity: '',
    customer: row.name,
    customerId: row.id,
    taxNumber: row.taxNumber,
    domain: row.domain,
    owner: '',
    currency: 'EUR',
    amount,
    rate: null,
    reportingAmount: null,
    day: DAY,
    text: '',
  };
}
