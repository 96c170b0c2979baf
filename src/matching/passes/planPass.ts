/** Deals billed by a plan: equal instalments at a steady rhythm, or shares and yearly steps in their order. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Deal, Invoice } from '../numbered';
import { contest } from '../contest';
import { billableFrom, dateEvidence, openAmount, openDeals, sameDeal, unbilled } from '../dealWindow';
import { byDayAndKey, CANDIDATES_SHOWN } from '../desk';
import type { Block } from '../blocks';
import type { Desk, Proposal } from '../desk';
import { groupBy } from '../groupBy';
import { label } from '../label';
import { customerEvidence, PRIOR } from '../linkEvidence';
import { totalWeight } from '../matchWeight';
import type { Finding } from './pass';
import { bestInstalments, bestParts, loosened } from '../planFit';
import type { Billing, Plan } from '../planFit';

const KIND = 'deal-invoice';
const NONE: readonly Invoice[] = [];
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
  const deals = openDeals(desk, block.deals).filter(({ amount }) => amount > 0);
  if (deals.length === 0) return;
  const byAmount = groupBy(unbilled(desk, block), ({ amount }) => amount);
  if (byAmount.size === 0) return;
  const claimOf = (deal: Deal, isTaken: (bill: Invoice) => boolean): Plan | null => {
    const own = billsOf(desk, deal);
    if (own === null) return null;
    const mayBill = (bill: Invoice): boolean => own.includes(bill) || (!isTaken(bill) && !desk.isRefused(KIND, deal, bill));
    const billed = (amount: Minor): readonly Invoice[] => {
      const free = byAmount.get(amount) ?? NONE;
      if (own.length === 0) return free;
      const mine = own.filter((bill) => bill.amount === amount);
      return mine.length === 0 ? free : [...mine, ...free].sort(byDayAndKey);
    };
    const open = openAmount(desk, deal);
    const plan = planner(deal, {
      options: desk.options,
      own,
      open,
      amounts: byAmount.size,
      rivals: deals.length,
      billed,
      mayBill,
    });
    // What earns no link contests none either.
    return plan !== null && totalWeight(evidenceOf(desk, plan)) + PRIOR >= 0 ? plan : null;
  };
  const awards = contest<Deal, Invoice, Plan>(deals, {
    claimOf,
    weigh: weighLoose,
    order: surestFirst,
    isAsGood: (plan, other) =>
      plan.rank === other.rank &&
      (plan.loose === '') === (other.loose === '') &&
      other.all.length >= plan.all.length &&
      Math.abs(plan.distance - other.distance) <= desk.options.matchDays,
    isTwin: (a, b) => sameDeal(a, b, desk.options.matchDays),
  });
  for (const award of awards) {
    if ('cut' in award) yield { cut: award.cut };
    else if (award.ties.length > 0) yield tie(award.claim, award.ties);
    else yield { links: linksOf(desk, award.claim, award.rival) };
  }
}

/** A run of bills that goes on before or after the plan is another's, unless what goes on is a plan of its own. */
function weighLoose(plans: readonly Plan[], isTaken: (bill: Invoice) => boolean): Plan[] {
  const plansOn = groupBy(
    plans.flatMap((plan) => plan.takes.map((bill) => ({ bill, plan }))),
    ({ bill }) => bill,
  );
  return plans.map((plan) => {
    const goesOn = plan.beside.some(
      (bill) =>
        !isTaken(bill) && !(plansOn.get(bill) ?? []).some((other) => other.plan.takes.every((one) => !plan.takes.includes(one))),
    );
    return goesOn ? loosened(plan, 'their run goes on beyond it') : plan;
  });
}

/** Bills that a deal has already; null where one of them is no plain bill of its own currency, so that no plan can be told. */
function billsOf(desk: Desk, deal: Deal): readonly Invoice[] | null {
  const bills: Invoice[] = [];
  for (const { left, right: bill, link } of desk.linksOf(KIND, deal)) {
    const { allocated } = link;
    if (left !== deal || bill.role !== 'invoice' || bill.currency !== deal.currency) return null;
    if (bill.amount !== allocated || allocated <= 0) return null;
    bills.push(bill);
  }
  return bills.sort(byDayAndKey);
}

/** What the columns state first, then plans without loose ends, then those that begin nearest to when the first bill was due. */
function surestFirst(a: Plan, b: Plan): number {
  return (
    a.rank - b.rank ||
    Number(a.loose !== '') - Number(b.loose !== '') ||
    a.distance - b.distance ||
    b.all.length - a.all.length ||
    byDayAndKey(a.owner, b.owner)
  );
}

function tie(plan: Plan, others: readonly Plan[]): Finding {
  const [first, ...more] = plan.takes;
  const deals = [plan, ...others].map(({ owner }) => owner).sort(byDayAndKey);
  return {
    search: {
      anchor: first ?? plan.owner,
      outcome: 'ambiguous',
      candidates: deals.slice(0, CANDIDATES_SHOWN).map(({ key }) => [key]),
      why: `${deals.length} deals could be billed by ${plan.level}`,
    },
    holds: more,
  };
}

function linksOf(desk: Desk, plan: Plan, rival: Plan | undefined): Proposal[] {
  const { owner: deal, takes } = plan;
  const evidence = evidenceOf(desk, plan);
  const runnerUp = rival === undefined ? '' : `${label(rival.owner)}: could be billed by them too, ${whyLost(plan, rival)}`;
  return takes.map((bill) => ({ left: deal, right: bill, allocated: bill.amount, evidence, runnerUp }));
}

/** The same for all its bills: they are of one customer, and the first of them says whether it came in time. */
function evidenceOf(desk: Desk, { owner, all: [first], evidence }: Plan): Evidence[] {
  return first === undefined ? [evidence] : [evidence, customerEvidence(desk, owner, first), dateEvidence(desk, owner, first)];
}

function whyLost(plan: Plan, rival: Plan): string {
  if (rival.rank > plan.rank) return 'but its columns state no such plan';
  if (rival.loose && !plan.loose) return `but ${rival.loose}`;
  const days = (one: Plan): Minor => Math.abs((one.all[0]?.day ?? 0) - billableFrom(one.owner));
  return `but it is ${days(rival)} days from the first bill, not ${days(plan)}`;
}
