/** Deals billed in equal instalments at a steady rhythm. */

import type { Minor } from '../../domain/money';
import type { Deal, Invoice } from '../../domain/record';
import { invoiceable } from '../allocation';
import { dateEvidence, EARLY, freeAmount, openAmount, openDeals, YEAR } from '../dealWindow';
import { between, byDayAndKey } from '../desk';
import type { Desk } from '../desk';
import { groupBy } from '../groupBy';
import { customerEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import { OpenList } from '../openList';
import type { Finding } from './passes';

const KIND = 'deal-invoice';
/** Months between bills that a plan may have. */
const RHYTHMS = [1, 3, 6, 12] as const;
const MOST_INSTALMENTS = 60;
const LONGEST_PLAN = 5 * YEAR;

/** Equal instalments at a steady rhythm: of a deal that states its billing, or at least two that divide it. */
export function* planOfDeal(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const free = new OpenList(block.invoices, (invoice) => freeAmount(desk, invoice));
    const open = new OpenList(block.deals, (deal) => openAmount(desk, deal));
    const byAmount = groupBy(block.invoices, ({ amount }) => amount);
    for (const deal of openDeals(desk, block.deals)) {
      const whole = invoiceable(deal);
      if (whole <= 0 || desk.open.deal(deal) !== whole) continue;
      const equals = (part: Minor): Invoice[] =>
        between(byAmount.get(part) ?? [], deal.day - EARLY, deal.day + LONGEST_PLAN).filter(
          (invoice) => free.open(invoice) > 0 && !desk.isRefused(KIND, deal.key, invoice.key),
        );
      const [plan] = plansOf(deal, equals);
      if (plan === undefined) continue;
      const rivals = open
        .within({ from: deal.day - YEAR, to: deal.day + YEAR, least: 1, most: Infinity })
        .filter((other) => other !== deal && plansIn(other, plan.part, plan.invoices).length > 0);
      if (rivals.length > 0) {
        const [first] = plan.invoices;
        const candidates = [deal, ...rivals].sort(byDayAndKey).map(({ key }) => [key]);
        if (first !== undefined) yield { search: { anchor: first.key, outcome: 'ambiguous', candidates } };
      } else {
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
      }
      free.refresh(plan.invoices);
      open.refresh([deal]);
    }
  }
}

interface Plan {
  readonly count: number;
  readonly part: Minor;
  readonly stated: boolean;
  readonly invoices: readonly Invoice[];
}

/**
 * Plans of a deal that invoices bear out, the stated one first, then the one with most of them.
 * @param equals the free invoices of an amount, in order
 */
function plansOf(deal: Deal, equals: (part: Minor) => readonly Invoice[]): Plan[] {
  const whole = invoiceable(deal);
  const groups: { readonly part: Minor; readonly invoices: readonly Invoice[]; readonly first: Invoice }[] = [];
  for (let count = 2; count <= MOST_INSTALMENTS; count++) {
    const parts = new Set([Math.floor(whole / count), Math.ceil(whole / count)]);
    for (const part of parts) {
      if (part <= 0 || countOf(whole, part) !== count) continue;
      const invoices = equals(part);
      const [first] = invoices;
      if (first !== undefined) groups.push({ part, invoices, first });
    }
  }
  groups.sort((a, b) => byDayAndKey(a.first, b.first));
  return groups
    .flatMap(({ part, invoices }) => plansIn(deal, part, invoices))
    .sort((a, b) => Number(b.stated) - Number(a.stated) || b.invoices.length - a.invoices.length || a.count - b.count);
}

/** Into how many instalments of this size a sum divides; those of a sum that does not divide differ by a cent. Null for none. */
function countOf(whole: Minor, part: Minor): number | null {
  const count = Math.round(whole / part);
  return count < 2 || count > MOST_INSTALMENTS || Math.abs(whole - part * count) >= count ? null : count;
}

/** Plans of a deal whose instalments are these equal invoices, one for each rhythm that they keep. */
function plansIn(deal: Deal, part: Minor, equal: readonly Invoice[]): Plan[] {
  const count = countOf(invoiceable(deal), part);
  if (count === null) return [];
  const term = deal.termMonths ?? (deal.start !== null && deal.end !== null ? Math.round((deal.end - deal.start) / 30.44) : null);
  const { billingMonths } = deal;
  const stated =
    term !== null && billingMonths !== null && billingMonths > 0 && count === Math.round(term / billingMonths)
      ? billingMonths
      : null;
  const rhythms = stated === null ? RHYTHMS : [stated];
  return rhythms.flatMap((months) => {
    const invoices = steady(equal, months, count);
    return invoices.length < (stated === null ? 2 : 1) ? [] : [{ count, part, stated: stated !== null, invoices }];
  });
}

/** From the first on, at most one invoice a period, in unbroken periods. */
function steady(invoices: readonly Invoice[], months: number, count: number): Invoice[] {
  const [first] = invoices;
  if (first === undefined) return [];
  const kept: Invoice[] = [first];
  for (let i = 1; i < invoices.length && kept.length < count; i++) {
    const invoice = invoices[i] as Invoice;
    const due = first.day + kept.length * months * 30.44;
    if (invoice.day > due + 10) break;
    if (Math.abs(invoice.day - due) <= 10) kept.push(invoice);
  }
  return kept;
}
