/** Receipts to the invoices that they name: those first whose amounts agree, then those that pay a part, more, or others too. */

import type { Deal, Invoice, Receipt } from '../numbered';
import { byDayAndKey } from '../desk';
import type { Desk, Proposal } from '../desk';
import { evidence } from '../matchWeight';
import { narrow, surest } from '../narrow';
import { tolerance } from '../options';
import { maySettle, waiting } from '../payable';
import { Completion } from './completion';
import { agreeing, exactly, likeliest, namingOf, sumOf, toMeant } from './naming';
import type { Naming } from './naming';
import type { Finding } from './pass';
import { isExact, settle } from './settle';

const KIND = 'invoice-receipt';

export function* receiptByReference(desk: Desk): Generator<Finding> {
  const others: Naming[] = [];
  for (const receipt of desk.receipts) {
    const naming = desk.open.free(KIND, receipt) <= 0 ? null : namingOf(desk, receipt);
    if (naming === null) continue;
    const agreed = agreeing(desk, naming);
    if (agreed === null) others.push(naming);
    else yield { links: settle(desk, receipt, toMeant(agreed, naming)) };
  }
  const completion = new Completion(desk);
  const left: Naming[] = [];
  for (const naming of others) {
    const finding = restOf(desk, naming, completion);
    if (finding === null) {
      left.push(naming);
      continue;
    }
    yield finding;
    if ('links' in finding) completion.refresh(finding.links.map(({ left }) => left as Invoice));
  }
  // Of several receipts that name one invoice the first has it.
  const claimed = left.flatMap((naming) => likeliest(desk, naming).map(({ invoice }) => [invoice, naming.receipt] as const));
  desk.claimantOf = new Map(claimed.reverse());
}

/** Receipts whose amount is not that of the invoices named: a part of it, or more where others surely make up the difference. */
function restOf(desk: Desk, naming: Naming, completion: Completion): Finding | null {
  const { receipt, shared, twice, cut } = naming;
  // What agreed before may have been paid meanwhile, and what did not may agree now.
  const agreed = agreeing(desk, naming);
  if (agreed !== null) return linksOf(settle(desk, receipt, toMeant(agreed, naming)));
  const meant = likeliest(desk, naming);
  if (meant.length > 0) {
    if (pays(desk, naming) === 'more') return linksOf(completion.find(receipt, meant) ?? []);
    return linksOf(settle(desk, receipt, toMeant(meant, naming)));
  }
  if (twice.length > 0) {
    const candidates = [...twice].sort(byDayAndKey).map(({ key }) => [key]);
    const why = `${twice.length} invoices have the number that it names`;
    return { search: { anchor: receipt, outcome: 'ambiguous', candidates, why } };
  }
  const links = settle(desk, receipt, toMeant(exactly(desk, shared, receipt) ?? shared, { single: shared }));
  return links.length > 0 ? { links } : cut ? { cut: receipt } : null;
}

/** Whether a receipt holds more, by more than the tolerance, than what is open on all that it likeliest means. */
function pays(desk: Desk, naming: Naming): 'more' | 'part' {
  const { receipt } = naming;
  const invoices = likeliest(desk, naming).map(({ invoice }) => invoice);
  if (invoices.some(({ currency }) => currency !== receipt.currency)) return 'part';
  const due = sumOf(invoices.map((invoice) => Math.max(0, desk.open.due(invoice, receipt.day))));
  return desk.open.free(KIND, receipt) > due + tolerance(desk.options, due) ? 'more' : 'part';
}

function linksOf(links: readonly Proposal[]): Finding | null {
  return links.length > 0 ? { links } : null;
}

/** Receipts that pay more than they name, where nothing was found that makes up the rest: it stays unapplied. */
export function* beyondReference(desk: Desk): Generator<Finding> {
  for (const receipt of waiting(desk, desk.receipts)) {
    const naming = namingOf(desk, receipt);
    const links = naming === null ? [] : settle(desk, receipt, toMeant(likeliest(desk, naming), naming));
    if (links.length > 0) yield { links };
  }
  desk.claimantOf = new Map();
}

/** What a receipt names must be among what it pays. */
export function holdsNamed(desk: Desk, receipt: Receipt, invoices: ReadonlySet<Invoice>): boolean {
  const naming = namingOf(desk, receipt);
  return (
    naming === null ||
    likeliest(desk, naming).every(({ invoice }) => desk.open.due(invoice, receipt.day) <= 0 || invoices.has(invoice))
  );
}

/** Receipts that name a deal, contract or order: the deal's invoice of that amount, else its invoices oldest first. */
export function* receiptByDeal(desk: Desk): Generator<Finding> {
  for (const receipt of waiting(desk, desk.receipts)) {
    const invoices = invoicesOfDeals(desk, receipt);
    const exact = invoices.filter((invoice) => isExact(desk, invoice, receipt));
    const chosen = exact.length > 0 ? exact.slice(0, 1) : invoices;
    const why = [evidence('reference', 'names the deal of the invoice', 11)];
    const links = settle(
      desk,
      receipt,
      chosen.map((invoice) => ({ invoice, why })),
    );
    if (links.length > 0) yield { links };
  }
}

/** The invoices of the deals that a receipt names. */
export function invoicesOfDeals(desk: Desk, receipt: Receipt): Invoice[] {
  const deals = surest(desk.named.dealsOf(receipt)).flatMap((one) => narrow<Deal>(desk, receipt, one));
  const invoices = deals.flatMap((deal) =>
    desk
      .linksOf('deal-invoice', deal)
      .flatMap(({ right }) =>
        right.role === 'invoice' && right.kind === 'invoice' && maySettle(desk, right, receipt) ? [right] : [],
      ),
  );
  return [...new Set(invoices)].sort(byDayAndKey);
}
