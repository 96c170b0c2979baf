/** Deals to invoices, each pass a search over the desk. Never by date order alone. */

import type { Evidence } from '../../domain/link';
import { distribute } from '../../domain/money';
import type { Minor } from '../../domain/money';
import type { Deal, Invoice } from '../numbered';
import { gross, invoiceable } from '../allocation';
import { dateEvidence, freeAmount, inWindow, openAmount, openDeals, sameDeal, unbilled } from '../dealWindow';
import { byDayAndKey, CANDIDATES_SHOWN, candidatesFound } from '../desk';
import type { Desk, Proposal } from '../desk';
import { amountEvidence, customerEvidence, grossAmount, nearAmount, PRIOR } from '../linkEvidence';
import { clamped, evidence, totalWeight } from '../matchWeight';
import type { Named } from '../named';
import { narrow, surest } from '../narrow';
import { AmountList, firstFitting } from '../openList';
import { tolerance } from '../options';
import type { Finding } from './pass';

const KIND = 'deal-invoice';

interface DealMeant {
  readonly deal: Deal;
  readonly named: Named<Deal>;
}

/** Invoices, and credits that answer a downsell, that name their deals. */
export function* invoiceByReference(desk: Desk): Generator<Finding> {
  for (const invoice of [...desk.invoices, ...desk.credits].sort(byDayAndKey)) {
    const named = desk.named.dealsOf(invoice);
    if (named.length === 0 || desk.open.free(KIND, invoice) === 0) continue;
    const [only, other] = named;
    const deal = only !== undefined && other === undefined ? onlyDeal(dealsMeant(desk, invoice, only)) : null;
    if (only !== undefined && deal !== null) {
      yield { links: [whole(desk, invoice, { deal, named: only })] };
      continue;
    }
    const groups = surest(named).map((one) => ({ named: one, deals: dealsMeant(desk, invoice, one) }));
    const twice = groups.find(({ named: one, deals }) => one.number === 'own' && deals.length > 1);
    if (twice !== undefined) {
      const why = `${twice.deals.length} deals have the number ${twice.named.written}`;
      yield { search: { anchor: invoice, outcome: 'ambiguous', candidates: twice.deals.map(({ key }) => [key]), why } };
      continue;
    }
    const deals = new Map<number, DealMeant>();
    for (const group of groups) for (const deal of group.deals) deals.set(deal.at, { deal, named: group.named });
    const links = cutOver(desk, invoice, [...deals.values()]);
    if (links.length > 0) yield { links };
  }
}

/** The deals that one number means: of the document's sign, not refused; of equals one, by exact amount where that tells. */
function dealsMeant(desk: Desk, invoice: Invoice, named: Named<Deal>): readonly Deal[] {
  const fitting = narrow(desk, invoice, named).filter(
    (deal) => Math.sign(deal.amount) * Math.sign(invoice.amount) >= 0 && !desk.isRefused(KIND, deal, invoice),
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
function cutOver(desk: Desk, invoice: Invoice, meant: readonly DealMeant[]): Proposal[] {
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return [whole(desk, invoice, only)];
  const ordered = [...meant].sort((a, b) => byDayAndKey(a.deal, b.deal));
  const open = ordered.map(({ deal }) => Math.max(0, desk.open.deal(deal) * Math.sign(deal.amount)));
  const weights = open.some((weight) => weight > 0) ? open : ordered.map(({ deal }) => Math.abs(invoiceable(deal)));
  if (ordered.length === 0) return [];
  const parts = distribute(desk.open.free(KIND, invoice), weights);
  const together = ordered.reduce((sum, { deal }) => sum + desk.open.deal(deal), 0);
  return ordered.flatMap((one, i) => {
    const allocated = parts[i] ?? 0;
    return allocated === 0 ? [] : [part(desk, invoice, one, allocated, together)];
  });
}

function whole(desk: Desk, invoice: Invoice, meant: DealMeant): Proposal {
  return part(desk, invoice, meant, desk.open.free(KIND, invoice), desk.open.deal(meant.deal));
}

function onlyDeal(deals: readonly Deal[]): Deal | null {
  return deals.length === 1 ? (deals[0] ?? null) : null;
}

function part(desk: Desk, invoice: Invoice, { deal, named }: DealMeant, allocated: Minor, together: Minor): Proposal {
  const amount = amountEvidence(together, invoice.amount, deal.currency === invoice.currency);
  return { left: deal, right: invoice, allocated, evidence: [named.evidence, amount, customerEvidence(desk, deal, invoice)] };
}

/** Amounts within tolerance, or a deal that holds the tax: for a person to confirm. */
export function* nearDeal(desk: Desk): Generator<Finding> {
  const { matchAmount } = desk.options;
  for (const block of desk.blocks) {
    const invoices = unbilled(desk, block).filter(({ amount }) => amount > 0);
    if (invoices.length === 0) continue;
    const deals = new AmountList(openDeals(desk, block.deals), (deal) => desk.open.deal(deal));
    for (const invoice of invoices) {
      if (freeAmount(desk, invoice) === 0) continue;
      const isNear = (deal: Deal): boolean => {
        const open = openAmount(desk, deal);
        return open > 0 && Math.abs(open - invoice.amount) <= tolerance(desk.options, open) && inWindow(desk, deal, invoice);
      };
      const holdsTax = (deal: Deal): boolean => openAmount(desk, deal) === gross(invoice) && inWindow(desk, deal, invoice);
      const first = (least: Minor, most: Minor, fits: (deal: Deal) => boolean): Deal[] =>
        firstFitting(deals.within(least, most), CANDIDATES_SHOWN, fits);
      const near = first(invoice.amount - matchAmount, invoice.amount + matchAmount, isNear);
      const withTax = invoice.tax === 0 ? [] : first(gross(invoice), gross(invoice), holdsTax);
      const either = [...new Set([...withTax, ...near])].sort(byDayAndKey).slice(0, CANDIDATES_SHOWN);
      const [only, other] = either;
      if (only === undefined) continue;
      const around = deals.count(invoice.amount * (1 - AROUND), invoice.amount * (1 + AROUND)) - 1;
      const amount = withTax.includes(only) ? grossAmount() : nearContract(around, 2 * matchAmount, 2 * AROUND * invoice.amount);
      const list = [amount, customerEvidence(desk, only, invoice), dateEvidence(desk, only, invoice)];
      if (totalWeight(list) + PRIOR < 0) continue;
      if (other !== undefined) {
        const why = `${candidatesFound(either)} deals are as near to it`;
        yield { search: { anchor: invoice, outcome: 'ambiguous', candidates: either.map(({ key }) => [key]), why } };
        continue;
      }
      yield { links: [{ left: only, right: invoice, allocated: invoice.amount, evidence: list }] };
    }
  }
}

/** Share of an amount around it in which the customer's other deals are counted. */
const AROUND = 0.25;

/** Nearness says the less the more deals there are of about that amount. */
function nearContract(around: number, width: Minor, range: Minor): Evidence {
  const certain = nearAmount('contract');
  if (around < 1) return certain;
  return evidence(certain.comparison, certain.level, clamped(-Math.log2((around * width) / range) - 1, certain.weight));
}
