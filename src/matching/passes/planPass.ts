/** Deals billed by a plan: equal instalments at a steady rhythm, or shares and yearly steps in their order. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Deal, Invoice } from '../../domain/record';
import { label } from '../dealSets';
import { billableFrom, dateEvidence, freeAmount, openAmount, openDeals, sameDeal } from '../dealWindow';
import { byDayAndKey, CANDIDATES_SHOWN } from '../desk';
import type { Block, Desk, Proposal } from '../desk';
import { groupBy } from '../groupBy';
import { customerEvidence } from '../linkEvidence';
import type { Finding } from './passes';
import { bestInstalments, bestParts } from '../planFit';
import type { Billing, Plan } from '../planFit';

const KIND = 'deal-invoice';
/** Deals whose plan lost its bills to a surer one look again, so many times. */
const MOST_ROUNDS = 5;

/** Plans that the deal's own columns state, and plans of equal instalments that are billed to the last. */
export function* planOfDeal(desk: Desk): Generator<Finding> {
  yield* plans(desk, (deal, billing) =>
    bestInstalments(deal, billing, (plan) => plan.rank === 0 || plan.all.length === plan.count),
  );
}

/** Plans that are billed in part and stated by nothing but the amounts: the next parts of one are still to come. */
export function* partOfPlan(desk: Desk): Generator<Finding> {
  yield* plans(desk, (deal, billing) => bestInstalments(deal, billing, () => true) ?? bestParts(deal, billing));
}

type Planner = (deal: Deal, billing: Billing) => Plan | null;

function* plans(desk: Desk, planner: Planner): Generator<Finding> {
  for (const block of desk.blocks) {
    if (block.deals.length > 0 && block.invoices.length > 0) yield* plansOfBlock(desk, block, planner);
  }
}

function* plansOfBlock(desk: Desk, block: Block, planner: Planner): Generator<Finding> {
  const byAmount = groupBy(block.invoices, ({ amount }) => amount);
  const free = block.invoices.filter((invoice) => freeAmount(desk, invoice) > 0);
  let waiting = openDeals(desk, block.deals).filter(({ amount }) => amount > 0);
  const amounts = new Set(free.map(({ amount }) => amount)).size;
  const rivals = waiting.length;
  const taken = new Set<Invoice>();
  const settled = new Set<Deal>();
  const planOf = (deal: Deal, without: readonly Invoice[] = []): Plan | null => {
    const own = billsOf(desk, deal);
    if (own === null) return null;
    return planner(deal, {
      options: desk.options,
      own,
      open: openAmount(desk, deal),
      amounts,
      rivals,
      billed: (amount) =>
        (byAmount.get(amount) ?? []).filter(
          (invoice) =>
            own.includes(invoice) ||
            (freeAmount(desk, invoice) > 0 &&
              !taken.has(invoice) &&
              !without.includes(invoice) &&
              !desk.isRefused(KIND, deal.key, invoice.key)),
        ),
    });
  };

  for (let round = 0; round < MOST_ROUNDS && waiting.length > 0; round++) {
    const found = waiting.flatMap((deal) => planOf(deal) ?? []).sort(surestFirst);
    const rivalsOf = groupBy(
      found.flatMap((plan) => plan.bills.map((bill) => ({ bill, plan }))),
      ({ bill }) => bill,
    );
    const again: Deal[] = [];
    for (const plan of found) {
      if (settled.has(plan.deal)) continue;
      if (plan.bills.some((bill) => taken.has(bill))) {
        again.push(plan.deal);
        continue;
      }
      const others = new Set(plan.bills.flatMap((bill) => (rivalsOf.get(bill) ?? []).map((rival) => rival.plan)));
      const equal = [...others].filter(
        (other) =>
          other !== plan &&
          !settled.has(other.deal) &&
          isAsGood(desk, plan, other) &&
          !fitsElsewhere(other, planOf(other.deal, plan.bills)),
      );
      for (const bill of plan.bills) taken.add(bill);
      settled.add(plan.deal);
      const different = equal.filter((other) => !sameDeal(other.deal, plan.deal, desk.options.matchDays));
      if (different.length > 0) {
        for (const other of different) settled.add(other.deal);
        yield tie(plan, different);
      } else
        yield {
          links: linksOf(
            desk,
            plan,
            [...others].find((other) => other !== plan),
          ),
        };
    }
    waiting = again;
  }
}

/** Bills that a deal has already; null where one of them is no plain bill of its own currency, so that no plan can be told. */
function billsOf(desk: Desk, deal: Deal): readonly Invoice[] | null {
  const bills: Invoice[] = [];
  for (const { left, right, allocated } of desk.linksOf(KIND, deal.key)) {
    const bill = left === deal.key ? desk.byKey.get(right) : undefined;
    if (bill?.role !== 'invoice' || bill.currency !== deal.currency || bill.amount !== allocated || allocated <= 0) return null;
    bills.push(bill);
  }
  return bills.sort(byDayAndKey);
}

/** What the columns state first, then unbroken plans, then those that begin nearest to when the first bill was due. */
function surestFirst(a: Plan, b: Plan): number {
  return (
    a.rank - b.rank ||
    Number(a.broken) - Number(b.broken) ||
    a.distance - b.distance ||
    b.all.length - a.all.length ||
    byDayAndKey(a.deal, b.deal)
  );
}

function isAsGood(desk: Desk, plan: Plan, other: Plan): boolean {
  return (
    plan.rank === other.rank && plan.broken === other.broken && Math.abs(plan.distance - other.distance) <= desk.options.matchDays
  );
}

/** Whether a deal finds as good a plan among other bills, so that two deals do not contest these. */
function fitsElsewhere(plan: Plan, elsewhere: Plan | null): boolean {
  return elsewhere !== null && elsewhere.rank === plan.rank && elsewhere.all.length >= plan.all.length;
}

function tie(plan: Plan, others: readonly Plan[]): Finding {
  const [first, ...more] = plan.bills;
  const deals = [plan, ...others].map(({ deal }) => deal).sort(byDayAndKey);
  return {
    search: {
      anchor: first?.key ?? '',
      outcome: 'ambiguous',
      candidates: deals.slice(0, CANDIDATES_SHOWN).map(({ key }) => [key]),
      why: `${deals.length} deals could be billed by ${plan.level}`,
    },
    holds: more.map(({ key }) => key),
  };
}

function linksOf(desk: Desk, plan: Plan, rival: Plan | undefined): Proposal[] {
  const { deal, bills } = plan;
  const [first] = plan.all;
  const evidence = (bill: Invoice): Evidence[] => [
    plan.evidence,
    customerEvidence(desk, deal, bill),
    dateEvidence(desk, deal, first ?? bill),
  ];
  const runnerUp = rival === undefined ? '' : `${label(rival.deal)}: could be billed by them too, ${whyLost(plan, rival)}`;
  return bills.map((bill) => ({ left: deal, right: bill, allocated: bill.amount, evidence: evidence(bill), runnerUp }));
}

function whyLost(plan: Plan, rival: Plan): string {
  if (rival.rank > plan.rank) return 'but its columns state no such plan';
  if (rival.broken && !plan.broken) return 'but bills would be missing';
  const days = (one: Plan): Minor => Math.abs((one.all[0]?.day ?? 0) - billableFrom(one.deal));
  return `but it is ${days(rival)} days from the first bill, not ${days(plan)}`;
}
