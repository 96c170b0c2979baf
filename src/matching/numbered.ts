/**
 * The records of one run as matching works on them: what it reads of each, in one shape a role, and a number. What becomes known
 * of a record lies in arrays by its number: a text key would be looked up a million times a run. Each field is named where it is
 * copied: over copies made by spreading, matching takes twice as long.
 */

import { KeyTable } from '../domain/byKey';
import type * as domain from '../domain/record';

type Common =
  | 'key'
  | 'id'
  | 'source'
  | 'entity'
  | 'customer'
  | 'customerId'
  | 'taxNumber'
  | 'domain'
  | 'place'
  | 'currency'
  | 'amount'
  | 'day'
  | 'text'
  | 'role'
  | 'references';
type Rated = 'otherId' | 'rate' | 'reportingAmount' | 'reportingCurrency' | 'tax';

/** The fields named, none absent; `at` counts from 0 through all the records of a run: deals, invoices, revenue, receipts. */
type Read<T, K extends keyof T> = { readonly at: number } & { readonly [F in K & string]: T[F] };

export type Deal = Read<
  domain.Deal,
  Common | Rated | 'name' | 'parent' | 'start' | 'end' | 'termMonths' | 'billingMonths' | 'discount' | 'margin'
>;
export type Invoice = Read<domain.Invoice, Common | Rated | 'kind' | 'due' | 'appliesTo'>;
export type Revenue = Read<domain.Revenue, Common>;
export type Receipt = Read<
  domain.Receipt,
  Common | 'kind' | 'fee' | 'withheld' | 'deduction' | 'deposit' | 'payerAccount' | 'applied'
>;
export type ReconciledRecord = Deal | Invoice | Revenue | Receipt;

/** What is known of the records' customers, by their numbers. */
export type CustomerBy = readonly (string | undefined)[];

export interface Records {
  readonly deals: readonly Deal[];
  readonly invoices: readonly Invoice[];
  readonly revenue: readonly Revenue[];
  readonly receipts: readonly Receipt[];
  readonly customers: readonly domain.CustomerRecord[];
  /** How many records there are: above every number. */
  readonly count: number;
  /** The table of their keys, and by the record's number the one of its key there. */
  readonly keys: KeyTable;
  readonly keyNumbers: Uint32Array;
}

export function numberRecords(records: domain.Records): Records {
  const { deals, invoices, revenue, receipts, customers } = records;
  const ofInvoices = deals.length;
  const ofRevenue = ofInvoices + invoices.length;
  const ofReceipts = ofRevenue + revenue.length;
  const count = ofReceipts + receipts.length;
  const keys = new KeyTable(count);
  return {
    deals: deals.map(numberDeal),
    invoices: invoices.map((invoice, i) => numberInvoice(invoice, ofInvoices + i)),
    revenue: revenue.map((row, i) => numberRevenue(row, ofRevenue + i)),
    receipts: receipts.map((receipt, i) => numberReceipt(receipt, ofReceipts + i)),
    customers,
    count,
    keys,
    keyNumbers: keys.enter([...deals, ...invoices, ...revenue, ...receipts]),
  };
}

export function numberRecord(record: domain.ReconciledRecord, at: number): ReconciledRecord {
  if (record.role === 'deal') return numberDeal(record, at);
  if (record.role === 'invoice') return numberInvoice(record, at);
  return record.role === 'receipt' ? numberReceipt(record, at) : numberRevenue(record, at);
}

function numberDeal(deal: domain.Deal, at: number): Deal {
  return {
    at,
    role: deal.role,
    key: deal.key,
    id: deal.id,
    day: deal.day,
    amount: deal.amount,
    currency: deal.currency,
    tax: deal.tax,
    discount: deal.discount,
    margin: deal.margin,
    start: deal.start,
    end: deal.end,
    termMonths: deal.termMonths,
    billingMonths: deal.billingMonths,
    name: deal.name,
    references: deal.references,
    text: deal.text,
    otherId: deal.otherId,
    rate: deal.rate,
    reportingAmount: deal.reportingAmount,
    reportingCurrency: deal.reportingCurrency,
    source: deal.source,
    entity: deal.entity,
    customer: deal.customer,
    customerId: deal.customerId,
    taxNumber: deal.taxNumber,
    domain: deal.domain,
    place: deal.place,
    parent: deal.parent,
  };
}

function numberInvoice(invoice: domain.Invoice, at: number): Invoice {
  return {
    at,
    role: invoice.role,
    kind: invoice.kind,
    key: invoice.key,
    id: invoice.id,
    day: invoice.day,
    amount: invoice.amount,
    currency: invoice.currency,
    tax: invoice.tax,
    due: invoice.due,
    appliesTo: invoice.appliesTo,
    references: invoice.references,
    text: invoice.text,
    otherId: invoice.otherId,
    rate: invoice.rate,
    reportingAmount: invoice.reportingAmount,
    reportingCurrency: invoice.reportingCurrency,
    source: invoice.source,
    entity: invoice.entity,
    customer: invoice.customer,
    customerId: invoice.customerId,
    taxNumber: invoice.taxNumber,
    domain: invoice.domain,
    place: invoice.place,
  };
}

function numberRevenue(row: domain.Revenue, at: number): Revenue {
  return {
    at,
    role: row.role,
    key: row.key,
    id: row.id,
    day: row.day,
    amount: row.amount,
    currency: row.currency,
    references: row.references,
    text: row.text,
    source: row.source,
    entity: row.entity,
    customer: row.customer,
    customerId: row.customerId,
    taxNumber: row.taxNumber,
    domain: row.domain,
    place: row.place,
  };
}

function numberReceipt(receipt: domain.Receipt, at: number): Receipt {
  return {
    at,
    role: receipt.role,
    kind: receipt.kind,
    key: receipt.key,
    id: receipt.id,
    day: receipt.day,
    amount: receipt.amount,
    currency: receipt.currency,
    fee: receipt.fee,
    withheld: receipt.withheld,
    deduction: receipt.deduction,
    deposit: receipt.deposit,
    applied: receipt.applied,
    references: receipt.references,
    text: receipt.text,
    source: receipt.source,
    entity: receipt.entity,
    customer: receipt.customer,
    customerId: receipt.customerId,
    taxNumber: receipt.taxNumber,
    domain: receipt.domain,
    place: receipt.place,
    payerAccount: receipt.payerAccount,
  };
}
