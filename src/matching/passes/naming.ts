/** Which invoices a receipt means by the numbers that it quotes. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../numbered';
import type { Block } from '../blocks';
import type { Desk } from '../desk';
import { label } from '../label';
import type { Named } from '../named';
import { narrow, rankOf } from '../narrow';
import { nearEvidence } from '../nearNumbers';
import { tolerance } from '../options';
import { isTimely, maySettle } from '../payable';
import { findSubset } from '../subset';
import { isExact } from './settle';
import type { Meant } from './settle';

const KIND = 'invoice-receipt';
/** A number of more invoices of a customer tells none of them apart. */
const MOST_BEARERS = 100;
/** Invoices named by one receipt among which the amount may choose. */
const MOST_CHOSEN = 24;
/** What a payer names is told apart at once, or not at all. */
const STEPS_A_CHOICE = 5_000;

export interface Candidate {
  readonly invoice: Invoice;
  readonly named: Named<Invoice>;
  /** Of the customer that pays, or nobody knows whose the money is. */
  readonly isOwn: boolean;
}

export interface Naming {
  readonly receipt: Receipt;
  /** Numbers of one invoice each, the surest first. */
  readonly single: readonly Candidate[];
  /** Invoices that share a contract's or order's number. */
  readonly shared: readonly Candidate[];
  /** Invoices under one number that is given twice. */
  readonly twice: readonly Invoice[];
  /** A number of too many invoices to look at. */
  readonly cut: boolean;
}

/** Null where a receipt names no invoice. */
export function namingOf(desk: Desk, receipt: Receipt): Naming | null {
  const quoted = desk.named.documentsOf(receipt);
  if (quoted.length === 0) return null;
  let single: readonly Candidate[] = NOBODY;
  let shared: readonly Candidate[] = NOBODY;
  let twice: readonly Invoice[] = [];
  let cut = false;
  const all = quoted.length < 2 ? quoted : [...quoted].sort((a, b) => rankOf(a) - rankOf(b));
  for (const named of all) {
    if (named.records.length > MOST_BEARERS && desk.customerOf(receipt) === undefined) {
      cut = true;
      continue;
    }
    const bearers = narrow(desk, receipt, named);
    if (bearers.length > MOST_BEARERS) {
      cut = true;
      continue;
    }
    const invoices = bearers.filter((invoice) => invoice.kind === 'invoice' && maySettle(desk, invoice, receipt));
    const exact = invoices.length > 1 ? invoices.filter((invoice) => isExact(desk, invoice, receipt)) : invoices;
    if (exact.length === 1) single = withMeant(desk, receipt, single, exact, named);
    else if (named.number === 'shared') shared = withMeant(desk, receipt, shared, invoices, named);
    else twice = invoices.length > 1 ? invoices : twice;
  }
  return { receipt, single, shared, twice, cut };
}

const NOBODY: readonly Candidate[] = [];

/** The candidates and the invoices that a number means, each once. */
function withMeant(
  desk: Desk,
  receipt: Receipt,
  known: readonly Candidate[],
  invoices: readonly Invoice[],
  named: Named<Invoice>,
): readonly Candidate[] {
  const others = invoices.filter(
    (invoice, at) => invoices.indexOf(invoice) === at && !known.some((candidate) => candidate.invoice === invoice),
  );
  const more = others.map((invoice) => ({ invoice, named, isOwn: isOwn(desk, invoice, receipt) }));
  return known.length === 0 ? more : known.concat(more);
}

function isOwn(desk: Desk, invoice: Invoice, receipt: Receipt): boolean {
  const [payer, customer] = [desk.customerOf(receipt), desk.customerOf(invoice)];
  return payer === undefined || customer === undefined || payer === customer || desk.groupOf(payer) === desk.groupOf(customer);
}

/** The invoices named that the receipt pays to the cent: the payer's own before others', all of them before some. */
export function agreeing(desk: Desk, { receipt, single }: Naming): readonly Candidate[] | null {
  const comparable = single.filter(({ invoice }) => invoice.currency === receipt.currency);
  const own = comparable.filter((candidate) => candidate.isOwn);
  return exactly(desk, own, receipt) ?? (own.length < comparable.length ? exactly(desk, comparable, receipt) : null);
}

/** All of them, one, or some that the receipt pays to the cent. */
export function exactly(desk: Desk, candidates: readonly Candidate[], receipt: Receipt): readonly Candidate[] | null {
  if (candidates.length === 0) return null;
  const free = desk.open.free(KIND, receipt);
  const [first] = candidates;
  if (candidates.length === 1 && first !== undefined) return isPaidOff(desk, first, receipt, free) ? candidates : null;
  const dues = candidates.map(({ invoice }) => Math.max(0, desk.open.due(invoice, receipt.day)));
  if (sumOf(dues) === free) return candidates;
  const afterCredits = candidates.map(({ invoice }) => Math.max(0, desk.open.dueAfterCredits(invoice)));
  if (sumOf(afterCredits) === free) return candidates;
  const exact = candidates.filter(({ invoice }) => isExact(desk, invoice, receipt));
  if (exact.length > 0) return exact.length === 1 ? exact : null;
  if (candidates.length < 3 || candidates.length > MOST_CHOSEN) return null;
  const rules = { minItems: 2, maxItems: candidates.length - 1, steps: STEPS_A_CHOICE, equalsAlike: false };
  const chosen = findSubset(dues, free, rules, { steps: STEPS_A_CHOICE });
  return chosen.outcome === 'found' ? chosen.items.map((at) => candidates[at] as Candidate) : null;
}

function isPaidOff(desk: Desk, { invoice }: Candidate, receipt: Receipt, free: Minor): boolean {
  return Math.max(0, desk.open.due(invoice, receipt.day)) === free || Math.max(0, desk.open.dueAfterCredits(invoice)) === free;
}

export function sumOf(amounts: readonly Minor[]): Minor {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

export function toMeant(chosen: readonly Candidate[], { single }: Pick<Naming, 'single'>): Meant[] {
  const left = single.find((candidate) => !chosen.includes(candidate));
  const runnerUp = left === undefined ? '' : `${label(left.invoice)}: named too, its amount does not fit`;
  return chosen.map(({ invoice, named }) => ({ invoice, why: [named.evidence], runnerUp }));
}

/** The surest numbers; the payer's own invoices before others', and where they are too many those that are due about now. */
export function likeliest(desk: Desk, { receipt, single }: Naming): readonly Candidate[] {
  const [first] = single;
  if (first === undefined) return [];
  const own = single.filter((candidate) => candidate.isOwn);
  const known = own.length > 0 ? own : single;
  const best = rankOf((known[0] as Candidate).named);
  const surely = known.filter(({ named }) => rankOf(named) === best);
  const open = surely.filter(({ invoice }) => desk.open.due(invoice, receipt.day) > 0);
  const total = sumOf(open.map(({ invoice }) => desk.open.due(invoice, receipt.day)));
  const free = desk.open.free(KIND, receipt);
  if (open.length < 2 || total <= free + tolerance(desk.options, free)) return surely;
  const timely = open.filter(({ invoice }) => isTimely(desk, invoice, receipt));
  return timely.length > 0 ? timely : surely;
}

/** What a receipt's numbers say for one invoice that was found by amounts: it is named, or nearly; none where they do not. */
export function quotedEvidence(desk: Desk, block: Block, invoice: Invoice, receipt: Receipt): readonly Evidence[] {
  const named = desk.named.documentsOf(receipt).filter(({ records }) => records.includes(invoice));
  const [surest] = named.sort((a, b) => rankOf(a) - rankOf(b));
  return surest === undefined ? nearEvidence(desk, block, invoice, receipt) : [surest.evidence];
}
