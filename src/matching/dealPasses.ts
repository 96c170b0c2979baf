/** Deals to invoices, each pass a search over the desk. Never by date order alone. */

import type { Evidence } from '../domain/link';
import type { Minor } from '../domain/money';
import { distribute } from '../domain/money';
import type { Deal, Invoice, RecordKey } from '../domain/record';
import { gross, invoiceable } from './allocation';
import { between, byDayAndKey, STEPS_A_SEARCH } from './desk';
import type { Desk, Proposal } from './desk';
import { amountEvidence, customerEvidence, grossAmount, lagEvidence, nearAmount, referenceEvidence } from './linkEvidence';
import { evidence } from './matchWeight';
import type { Named } from './named';
import { narrow, surest } from './narrow';
import { fold } from './normalise';
import { tolerance } from './options';
import type { Finding } from './passes';
import { sumEvidence, tellingSize } from './setEvidence';
import { findSubset } from './subset';
import type { SubsetResult } from './subset';

const KIND = 'deal-invoice';
/** Days before its close from which an invoice may still be a deal's: bills run ahead of the CRM. */
const EARLY = 62;
/** Days after the normal lag up to which an equal amount is still taken for a deal's late invoice. */
const LATE = 183;
const YEAR = 366;
/** Days that a deal may be won before its first bill, delayed start included. */
const LONGEST_LEAD = 2 * YEAR;
const MOST_ITEMS = 10;

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

/** Deals that look like one entered twice: the same name or none, and won within the days that count as the same. */
function sameDeal(a: Deal, b: Deal, days: number): boolean {
  const [nameA, nameB] = [fold(a.name), fold(b.name)];
  return a.amount === b.amount && Math.abs(a.day - b.day) <= days && (nameA === nameB || nameA === '' || nameB === '');
}

/** Documents of a block that no deal has, deals of which something is open. */
function freeInvoices(desk: Desk, documents: readonly Invoice[]): Invoice[] {
  return documents.filter(
    (invoice) => !desk.isLinked(KIND, invoice.key) && !desk.isUnsettled(KIND, invoice.key) && invoice.amount !== 0,
  );
}

/** Deals of which something is left to invoice; one that is invoiced beyond its value has nothing to look for. */
function openDeals(desk: Desk, deals: readonly Deal[]): Deal[] {
  return deals.filter((deal) => desk.open.deal(deal) * Math.sign(deal.amount) > 0 && !desk.isUnsettled(KIND, deal.key));
}

/** The day from which a deal's first bill is expected. */
function billableFrom(deal: Deal): number {
  return deal.start !== null && deal.start > deal.day ? deal.start : deal.day;
}

function inWindow(desk: Desk, deal: Deal, invoice: Invoice): boolean {
  const latest = billableFrom(deal) + desk.options.invoicingLag + LATE;
  return invoice.day >= deal.day - EARLY && invoice.day <= latest && !desk.isRefused(KIND, deal.key, invoice.key);
}

function dateEvidence(desk: Desk, deal: Deal, invoice: Invoice): Evidence {
  const from = invoice.day < billableFrom(deal) ? deal.day : billableFrom(deal);
  return lagEvidence(invoice.day - from, desk.options.invoicingLag, desk.options.matchDays);
}

/** Rivals looked at for one invoice; more equal amounts than these in one window tell nothing apart. */
const MOST_RIVALS = 12;

/** One deal and one document of the same amount, customer and currency. */
export function* exactDeal(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const documents = freeInvoices(desk, [...block.invoices, ...block.credits].sort(byDayAndKey));
    const byAmount = groupBy(documents, ({ amount }) => amount);
    for (const [amount, deals] of groupBy(openDeals(desk, block.deals), (deal) => desk.open.deal(deal))) {
      const equal = byAmount.get(amount);
      if (equal !== undefined) yield* pairEquals(desk, deals, equal);
    }
  }
}

interface Pairing {
  readonly deal: Deal;
  readonly invoice: Invoice;
  readonly distance: number;
}

/** Pairs deals and documents of one amount, nearest dates first; where fewer documents than near deals are left, none is chosen. */
function* pairEquals(desk: Desk, deals: readonly Deal[], invoices: readonly Invoice[]): Generator<Finding> {
  const { matchDays } = desk.options;
  // An invoice before the close is the odder explanation of two equally near ones.
  const distance = (deal: Deal, invoice: Invoice): number =>
    invoice.day >= deal.day - matchDays ? Math.abs(invoice.day - deal.day) : 2 * (deal.day - invoice.day);
  const pairings = invoices.flatMap((invoice): Pairing[] =>
    deals
      .filter((deal) => inWindow(desk, deal, invoice))
      .map((deal) => ({ deal, invoice, distance: distance(deal, invoice) }))
      .sort((a, b) => a.distance - b.distance || byDayAndKey(a.deal, b.deal))
      .slice(0, MOST_RIVALS),
  );
  pairings.sort((a, b) => a.distance - b.distance || byDayAndKey(a.deal, b.deal) || byDayAndKey(a.invoice, b.invoice));
  const done = new Set<RecordKey>();
  for (const { deal: nearest, invoice, distance: days } of pairings) {
    if (done.has(nearest.key) || done.has(invoice.key)) continue;
    const near = pairings.filter(
      (other) => other.invoice === invoice && !done.has(other.deal.key) && Math.abs(other.distance - days) <= matchDays,
    );
    // Of a deal entered twice the first has the trail.
    const twins = near.filter((other) => sameDeal(other.deal, nearest, matchDays)).map((other) => other.deal);
    const deal = twins.sort(byDayAndKey)[0] ?? nearest;
    const others = near.filter((other) => !twins.includes(other.deal));
    const contested = new Set([deal, ...others.map((other) => other.deal)]);
    const supply = new Set(pairings.filter((p) => contested.has(p.deal) && !done.has(p.invoice.key)).map((p) => p.invoice));
    done.add(invoice.key);
    if (others.length > 0 && supply.size < contested.size) {
      yield {
        search: {
          anchor: invoice.key,
          outcome: 'ambiguous',
          candidates: [...contested].sort(byDayAndKey).map(({ key }) => [key]),
        },
      };
      continue;
    }
    done.add(deal.key);
    const rival = near.find((other) => other.deal !== deal);
    yield {
      links: [
        {
          left: deal,
          right: invoice,
          allocated: invoice.amount,
          evidence: [evidence('amount', 'equal', 8), customerEvidence(desk, deal, invoice), dateEvidence(desk, deal, invoice)],
          ...(rival === undefined ? {} : { runnerUp: `${label(rival.deal)}: the same amount, ${rival.distance} days apart` }),
        },
      ],
    };
  }
}

function label(record: Deal | Invoice): string {
  return record.id === '' ? record.key : record.id;
}

/** Where a customer has more open documents than these, the nearest in time are searched for sets. */
const MOST_SEARCHED = 60;

/** Among many documents only small sets are searched: larger ones cost much and prove little. */
const MANY = 24;
const MOST_OF_MANY = 4;

/** The set of candidates that adds up to the target, with its evidence; sizes at which it would prove nothing are not searched. */
function searchSet(desk: Desk, amounts: readonly Minor[], target: Minor): { result: SubsetResult; sum: Evidence } | null {
  const maxItems = tellingSize(amounts, target, amounts.length > MANY ? MOST_OF_MANY : MOST_ITEMS);
  if (maxItems < 2) return null;
  const result = findSubset(amounts, target, { minItems: 2, maxItems, steps: STEPS_A_SEARCH, equalsAlike: false }, desk.budget);
  if (result.outcome === 'nothing') return null;
  const items = result.outcome === 'found' ? result.items.length : (result.sets[0]?.length ?? maxItems);
  return { result, sum: sumEvidence(items, amounts, target) };
}

/** One deal, several invoices that add up to what is open of it. */
export function* splitDeal(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    for (const deal of openDeals(desk, block.deals)) {
      const target = desk.open.deal(deal);
      if (target <= 0) continue;
      const until =
        Math.max(deal.end ?? 0, deal.day + (deal.termMonths ?? 0) * 31, billableFrom(deal) + YEAR) + desk.options.invoicingLag;
      const invoices = freeInvoices(desk, between(block.invoices, deal.day - EARLY, until))
        .filter(({ key, amount }) => amount > 0 && amount < target && !desk.isRefused(KIND, deal.key, key))
        .slice(0, MOST_SEARCHED);
      const amounts = invoices.map(({ amount }) => amount);
      const found = searchSet(desk, amounts, target);
      if (found === null) continue;
      if (found.result.outcome === 'found') {
        const set = found.result.items.map((i) => invoices[i] as Invoice);
        const date = dateEvidence(desk, deal, set[0] as Invoice);
        yield {
          links: set.map((invoice) => ({
            left: deal,
            right: invoice,
            allocated: invoice.amount,
            evidence: [found.sum, customerEvidence(desk, deal, invoice), date],
          })),
        };
      } else if (found.result.outcome !== 'nothing') {
        yield { search: { anchor: deal.key, outcome: found.result.outcome, candidates: keysOf(found.result.sets, invoices) } };
      }
    }
  }
}

/** One invoice, several deals whose open amounts add up to it. */
export function* combinedInvoice(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    for (const invoice of freeInvoices(desk, block.invoices)) {
      if (invoice.amount <= 0) continue;
      const deals = openDeals(desk, between(block.deals, invoice.day - LONGEST_LEAD, invoice.day + EARLY))
        .filter((deal) => desk.open.deal(deal) > 0 && desk.open.deal(deal) < invoice.amount && inWindow(desk, deal, invoice))
        .sort((a, b) => Math.abs(a.day - invoice.day) - Math.abs(b.day - invoice.day) || byDayAndKey(a, b))
        .slice(0, MOST_SEARCHED)
        .sort(byDayAndKey);
      const amounts = deals.map((deal) => desk.open.deal(deal));
      const found = searchSet(desk, amounts, invoice.amount);
      if (found === null) continue;
      if (found.result.outcome === 'found') {
        yield {
          links: found.result.items.map((i) => {
            const deal = deals[i] as Deal;
            const list = [found.sum, customerEvidence(desk, deal, invoice), dateEvidence(desk, deal, invoice)];
            return { left: deal, right: invoice, allocated: amounts[i] ?? 0, evidence: list };
          }),
        };
      } else if (found.result.outcome !== 'nothing') {
        yield { search: { anchor: invoice.key, outcome: found.result.outcome, candidates: keysOf(found.result.sets, deals) } };
      }
    }
  }
}

function keysOf(sets: readonly (readonly number[])[], records: readonly { readonly key: RecordKey }[]): RecordKey[][] {
  return sets.map((set) => set.map((i) => records[i]?.key ?? ''));
}

/** Months between bills that a plan may have. */
const RHYTHMS = [1, 3, 6, 12] as const;
const MOST_INSTALMENTS = 60;
const LONGEST_PLAN = 5 * YEAR;

/** Equal instalments at a steady rhythm: of a deal that states its billing, or at least two that divide it. */
export function* planOfDeal(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    for (const deal of openDeals(desk, block.deals)) {
      const whole = invoiceable(deal);
      if (whole <= 0 || desk.open.deal(deal) !== whole) continue;
      const free = freeInvoices(desk, between(block.invoices, deal.day - EARLY, deal.day + LONGEST_PLAN)).filter(
        ({ key, amount }) => amount > 0 && amount < whole && !desk.isRefused(KIND, deal.key, key),
      );
      for (const plan of plansOf(deal, free)) {
        const rivals = openDeals(desk, between(block.deals, deal.day - YEAR, deal.day + YEAR)).filter(
          (other) => other !== deal && plansOf(other, plan.invoices).some(({ part }) => part === plan.part),
        );
        if (rivals.length > 0) {
          const [first] = plan.invoices;
          const candidates = [deal, ...rivals].sort(byDayAndKey).map(({ key }) => [key]);
          if (first !== undefined) yield { search: { anchor: first.key, outcome: 'ambiguous', candidates } };
          break;
        }
        const level = `${plan.invoices.length} of ${plan.count} equal instalments`;
        const amount = evidence('amount', level, plan.stated ? 7 : Math.min(7, 3 + plan.invoices.length));
        yield {
          links: plan.invoices.map((invoice) => ({
            left: deal,
            right: invoice,
            allocated: invoice.amount,
            evidence: [amount, customerEvidence(desk, deal, invoice), dateEvidence(desk, deal, plan.invoices[0] ?? invoice)],
          })),
        };
        break;
      }
    }
  }
}

interface Plan {
  readonly count: number;
  readonly part: Minor;
  readonly stated: boolean;
  readonly invoices: readonly Invoice[];
}

/** Plans of a deal that invoices bear out, the stated one first, then the one with most of them. */
function plansOf(deal: Deal, free: readonly Invoice[]): Plan[] {
  const whole = invoiceable(deal);
  const term = deal.termMonths ?? (deal.start !== null && deal.end !== null ? Math.round((deal.end - deal.start) / 30.44) : null);
  const stated =
    term !== null && deal.billingMonths !== null && deal.billingMonths > 0 ? Math.round(term / deal.billingMonths) : null;
  const plans: Plan[] = [];
  for (const [part, equal] of groupBy(free, ({ amount }) => amount)) {
    const count = Math.round(whole / part);
    // Instalments of a sum that does not divide differ by a cent.
    if (count < 2 || count > MOST_INSTALMENTS || Math.abs(whole - part * count) >= count) continue;
    const isStated = count === stated;
    const rhythms = isStated && deal.billingMonths !== null ? [deal.billingMonths] : RHYTHMS;
    for (const months of rhythms) {
      const invoices = steady(equal, months, count);
      if (invoices.length >= (isStated ? 1 : 2)) plans.push({ count, part, stated: isStated, invoices });
    }
  }
  return plans.sort((a, b) => Number(b.stated) - Number(a.stated) || b.invoices.length - a.invoices.length || a.count - b.count);
}

/** From the first on, at most one invoice a period, in unbroken periods. */
function steady(invoices: readonly Invoice[], months: number, count: number): Invoice[] {
  const [first] = invoices;
  if (first === undefined) return [];
  const kept: Invoice[] = [first];
  for (const invoice of invoices.slice(1)) {
    const due = first.day + kept.length * months * 30.44;
    if (kept.length < count && Math.abs(invoice.day - due) <= 10) kept.push(invoice);
  }
  return kept;
}

/** Amounts within tolerance, or a deal that holds the tax: for a person to confirm. */
export function* nearDeal(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    for (const invoice of freeInvoices(desk, block.invoices)) {
      if (invoice.amount <= 0) continue;
      const deals = openDeals(desk, between(block.deals, invoice.day - LONGEST_LEAD, invoice.day + EARLY));
      const near = deals.flatMap((deal) => {
        const open = desk.open.deal(deal);
        const amount =
          invoice.tax !== 0 && open === gross(invoice)
            ? grossAmount()
            : Math.abs(open - invoice.amount) <= tolerance(desk.options, open)
              ? nearAmount('contract')
              : null;
        return amount !== null && open > 0 && inWindow(desk, deal, invoice) ? [{ deal, amount }] : [];
      });
      const [only] = near;
      if (only === undefined) continue;
      if (near.length > 1) {
        yield { search: { anchor: invoice.key, outcome: 'ambiguous', candidates: near.map(({ deal }) => [deal.key]) } };
        continue;
      }
      const list = [only.amount, customerEvidence(desk, only.deal, invoice), dateEvidence(desk, only.deal, invoice)];
      yield { links: [{ left: only.deal, right: invoice, allocated: invoice.amount, evidence: list }] };
    }
  }
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
