/** Which deals and documents still look for each other, and within which days. */

import type { Evidence } from '../domain/link';
import type { Minor } from '../domain/money';
import type { Deal, Invoice } from './numbered';
import type { Block } from './blocks';
import type { Desk } from './desk';
import { lagEvidence } from './linkEvidence';
import { evidence } from './matchWeight';
import { fold } from './names/normalise';

const KIND = 'deal-invoice';
/** Days before its close from which an invoice may still be a deal's: bills run ahead of the CRM. */
export const EARLY = 62;
/** Days after the normal lag up to which an equal amount is still taken for a deal's late invoice. */
export const LATE = 183;
export const YEAR = 366;
/** Days that a deal may be won before its first bill, delayed start included. */
export const LONGEST_LEAD = 2 * YEAR;

/** What of a document no deal has: all of it or nothing. */
export function freeAmount(desk: Desk, invoice: Invoice): Minor {
  return desk.isLinked(KIND, invoice) || desk.isUnsettled(KIND, invoice) ? 0 : invoice.amount;
}

/** The invoices of a block that no deal has. What a deal has it keeps: fewer as the passes go. */
export function unbilled(desk: Desk, block: Block): readonly Invoice[] {
  block.unbilled = freeDocuments(desk, block.unbilled);
  return block.unbilled;
}

/** Documents that no deal has. */
export function freeDocuments(desk: Desk, documents: readonly Invoice[]): Invoice[] {
  return documents.filter((invoice) => freeAmount(desk, invoice) !== 0);
}

/** What is left to invoice of a deal, with its sign; one that is invoiced beyond its value has nothing to look for. */
export function openAmount(desk: Desk, deal: Deal): Minor {
  const open = desk.open.deal(deal);
  return open * Math.sign(deal.amount) > 0 && !desk.isUnsettled(KIND, deal) ? open : 0;
}

/** Deals of which something is left to invoice. */
export function openDeals(desk: Desk, deals: readonly Deal[]): Deal[] {
  return deals.filter((deal) => openAmount(desk, deal) !== 0);
}

/** The day from which a deal's first bill is expected. */
export function billableFrom(deal: Deal): number {
  return deal.start !== null && deal.start > deal.day ? deal.start : deal.day;
}

export function inWindow(desk: Desk, deal: Deal, invoice: Invoice): boolean {
  const latest = billableFrom(deal) + desk.options.invoicingLag + LATE;
  return invoice.day >= deal.day - EARLY && invoice.day <= latest && !desk.isRefused(KIND, deal, invoice);
}

/** Whether an invoice came when a deal's first bill is to be expected. */
export function isInTime(desk: Desk, deal: Deal, invoice: Invoice): boolean {
  const { invoicingLag, matchDays } = desk.options;
  return invoice.day >= deal.day - matchDays && invoice.day <= billableFrom(deal) + invoicingLag + matchDays;
}

/** A bill so long before the close is seldom the deal's. */
const LONG_BEFORE = -2.5;

export function dateEvidence(desk: Desk, deal: Deal, invoice: Invoice): Evidence {
  const { invoicingLag, matchDays } = desk.options;
  const early = deal.day - invoice.day;
  if (early > invoicingLag) return evidence('date', `${early} days before`, LONG_BEFORE);
  return lagEvidence(invoice.day - (invoice.day < billableFrom(deal) ? deal.day : billableFrom(deal)), invoicingLag, matchDays);
}

/** Deals that look like one entered twice: the same name or none, and won within the days that count as the same. */
export function sameDeal(a: Deal, b: Deal, days: number): boolean {
  if (a.amount !== b.amount || Math.abs(a.day - b.day) > days) return false;
  const [nameA, nameB] = [fold(a.name), fold(b.name)];
  return nameA === nameB || nameA === '' || nameB === '';
}
