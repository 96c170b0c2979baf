/** Deals to invoices, each pass a search over the desk. Never by date order alone. */

import { distribute } from '../../domain/money';
import type { Deal, Invoice, RecordKey } from '../../domain/record';
import { gross, invoiceable } from '../allocation';
import { dateEvidence, EARLY, freeInvoices, inWindow, LONGEST_LEAD, openAmount, sameDeal } from '../dealWindow';
import { byDayAndKey, CANDIDATES_SHOWN } from '../desk';
import type { Desk, Proposal } from '../desk';
import { amountEvidence, customerEvidence, grossAmount, nearAmount, referenceEvidence } from '../linkEvidence';
import type { Named } from '../named';
import { narrow, surest } from '../narrow';
import { OpenList } from '../openList';
import { tolerance } from '../options';
import type { Finding } from './passes';

const KIND = 'deal-invoice';

/** Invoices, and credits that answer a downsell, that name their deals. */
export function* invoiceByReference(desk: Desk): Generator<Finding> {
  for (const invoice of [...desk.invoices, ...desk.credits].sort(byDayAndKey)) {
    const named = desk.named.dealsOf.get(invoice.key);
    if (named === undefined || desk.open.free(KIND, invoice) === 0) continue;
    const groups = surest(named).map((one) => ({ named: one, deals: dealsMeant(desk, invoice, one) }));
    const twice = groups.find(({ named: one, deals }) => one.number === 'own' && deals.length > 1);
    if (twice !== undefined) {
      yield { search: { anchor: invoice.key, outcome: 'ambiguous', candidates: twice.deals.map(({ key }) => [key]) } };
      continue;
    }
    const deals = new Map<RecordKey, { deal: Deal; named: Named<Deal> }>();
    for (const group of groups) for (const deal of group.deals) deals.set(deal.key, { deal, named: group.named });
    const links = cutOver(desk, invoice, [...deals.values()]);
    if (links.length > 0) yield { links };
  }
}

/** The deals that one number means: of the document's sign, not refused; of equals one, by exact amount where that tells. */
function dealsMeant(desk: Desk, invoice: Invoice, named: Named<Deal>): readonly Deal[] {
  const fitting = narrow(desk, invoice, named).filter(
    (deal) => Math.sign(deal.amount) * Math.sign(invoice.amount) >= 0 && !desk.isRefused(KIND, deal.key, invoice.key),
  );
  if (fitting.length < 2) return fitting;
  const ordered = [...fitting].sort(byDayAndKey);
  const exact = ordered.filter((deal) => deal.currency === invoice.currency && desk.open.deal(deal) === invoice.amount);
  const [first] = exact;
  if (first !== undefined && (exact.length === 1 || exact.every((deal) => sameDeal(deal, first, desk.options.matchDays))))
    return [first];
  if (named.number === 'own') return ordered;
  // A shared number: the contract's deals that were won by then share the bill.
  const won = ordered.filter((deal) => deal.day <= invoice.day + desk.options.invoicingLag);
  return won.length > 0 ? won : ordered;
}

/** Cuts a document over the deals it names: whole where it names one, else in proportion to what is open on each. */
function cutOver(desk: Desk, invoice: Invoice, meant: readonly { deal: Deal; named: Named<Deal> }[]): Proposal[] {
  const ordered = [...meant].sort((a, b) => byDayAndKey(a.deal, b.deal));
  const open = ordered.map(({ deal }) => Math.max(0, desk.open.deal(deal) * Math.sign(deal.amount)));
  const weights = open.some((weight) => weight > 0) ? open : ordered.map(({ deal }) => Math.abs(invoiceable(deal)));
  if (ordered.length === 0) return [];
  const parts = distribute(desk.open.free(KIND, invoice), weights);
  const together = ordered.reduce((sum, { deal }) => sum + desk.open.deal(deal), 0);
  return ordered.flatMap(({ deal, named }, i) => {
    const allocated = parts[i] ?? 0;
    if (allocated === 0) return [];
    const sameCurrency = deal.currency === invoice.currency;
    const amount = amountEvidence(together, invoice.amount, sameCurrency);
    return [
      {
        left: deal,
        right: invoice,
        allocated,
        evidence: [referenceEvidence(named), amount, customerEvidence(desk, deal, invoice)],
      },
    ];
  });
}

/** Amounts within tolerance, or a deal that holds the tax: for a person to confirm. */
export function* nearDeal(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const open = new OpenList(block.deals, (deal) => openAmount(desk, deal));
    for (const invoice of freeInvoices(desk, block.invoices)) {
      if (invoice.amount <= 0) continue;
      const days = { from: invoice.day - LONGEST_LEAD, to: invoice.day + EARLY };
      const { matchAmount } = desk.options;
      const near = open
        .within({ ...days, least: invoice.amount - matchAmount, most: invoice.amount + matchAmount })
        .filter((deal) => Math.abs(open.open(deal) - invoice.amount) <= tolerance(desk.options, open.open(deal)));
      const withTax = invoice.tax === 0 ? [] : open.within({ ...days, least: gross(invoice), most: gross(invoice) });
      const either = withTax.length === 0 ? near : [...new Set([...withTax, ...near])].sort(byDayAndKey);
      const deals = either.filter((deal) => inWindow(desk, deal, invoice));
      const [only, other] = deals;
      if (only === undefined) continue;
      if (other !== undefined) {
        const candidates = deals.slice(0, CANDIDATES_SHOWN).map(({ key }) => [key]);
        yield { search: { anchor: invoice.key, outcome: 'ambiguous', candidates } };
        continue;
      }
      const amount = withTax.includes(only) ? grossAmount() : nearAmount('contract');
      const list = [amount, customerEvidence(desk, only, invoice), dateEvidence(desk, only, invoice)];
      yield { links: [{ left: only, right: invoice, allocated: invoice.amount, evidence: list }] };
      open.refresh([only]);
    }
  }
}
