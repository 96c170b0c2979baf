/** Which of a customer's bills fit a plan of a deal, and what that proves. */

import type { Evidence } from '../domain/link';
import type { Minor } from '../domain/money';
import type { Deal, Invoice } from './numbered';
import { invoiceable } from './allocation';
import { billableFrom, EARLY, LATE } from './dealWindow';
import { between, byDayAndKey } from './desk';
import { clamped, evidence } from './matchWeight';
import { nearestFitting } from './openList';
import type { MatchOptions } from './options';
import { instalmentsOf, MONTH, partsOf } from './plans';
import type { Instalments, Parts } from './plans';
import { roundness } from './setEvidence';

/** Days by which a bill may miss the day that the rhythm gives it. */
const SLACK = 10;
/** Days within which the next part follows where a plan has no rhythm. */
const NEXT_PART = 366;
/** First bills that are tried, nearest to the day on which one is due. */
const MOST_STARTS = 6;
/** Weight of a plan of which one was to be expected by chance, and of each further bill at its rhythm. */
const PLAN = 2.5;
const FURTHER = 2;
const FULL = 7;
/** Weight of parts of which one set was to be expected by chance. */
const PARTS = 1;
/** Plans that begin alike. */
const FORETOLD = 3;
/** No more plans, and no more parts of one, are looked for than these. */
const MOST_SHAPES = 40;
const MOST_PARTS = 5;
/** A plan in parts whose first alone is billed says too little to be matched. */
const FIRST_PART_ONLY = 4;
/** Weight of what speaks against a plan beside its amounts. */
const LOOSE = -4;
const MISSING = -2;

/** The bills among which a deal looks for its plan. */
export interface Billing {
  readonly options: MatchOptions;
  /** Bills that the deal has already, in order. */
  readonly own: readonly Invoice[];
  /** What is left to bill. */
  readonly open: Minor;
  /** All bills of an amount, in order, and whether the deal has or may have one of them. */
  readonly billed: (amount: Minor) => readonly Invoice[];
  readonly mayBill: (bill: Invoice) => boolean;
  /** How many different amounts there are among the customer's bills, and how many deals look for plans. */
  readonly amounts: number;
  readonly rivals: number;
}

export interface Plan {
  readonly owner: Deal;
  /** All bills of the plan in order, and those that the deal does not have yet. */
  readonly all: readonly Invoice[];
  readonly takes: readonly Invoice[];
  /** Equal bills at the rhythm right before and after it. */
  readonly beside: readonly Invoice[];
  /** Bills that the plan has in all. */
  readonly count: number;
  /** 0 where the deal's columns state the plan, 1 where they state its term, else 2. */
  readonly rank: number;
  /** Days from when the first bill was due. */
  readonly distance: number;
  /** What speaks against it beside its amounts, as the end of a sentence; "" for nothing. */
  readonly loose: string;
  readonly level: string;
  readonly evidence: Evidence;
}

/** The best plan of equal instalments: stated ones first, then the one with most bills. */
export function bestInstalments(deal: Deal, billing: Billing, accepts: (plan: Plan) => boolean): Plan | null {
  const whole = invoiceable(deal);
  if (!isPlain(deal, billing)) return null;
  const shapes = instalmentsOf(deal);
  let best: Plan | null = null;
  for (const shape of shapes) {
    const { count } = shape;
    const [low, high] = [Math.floor(whole / count), Math.ceil(whole / count)];
    // Among the bills of a giant not even the whole plan would say something.
    if (low <= 0 || instalmentWeight(billing, shape, shapes.length, low, whole, count) <= 0) continue;
    if (billing.own.some(({ amount }) => amount !== low && amount !== high)) continue;
    const equal = billedAt(billing, low, high);
    if (equal.length === 0) continue;
    const all = steady(deal, equal, shape, billing);
    const weight = (bills: number): number => instalmentWeight(billing, shape, shapes.length, low, whole, bills);
    const plan = all === null ? null : instalmentPlan(deal, billing, shape, all, weight(all.all.length));
    if (plan !== null && accepts(plan) && (best === null || isBetter(plan, best))) best = plan;
  }
  return best;
}

const NO_BILLS: readonly never[] = [];

/** The bills of each amount from one to another that any has: of most amounts that are tried there are none. */
function billedAt({ billed }: Billing, least: Minor, most: Minor): readonly (readonly Invoice[])[] {
  let found: (readonly Invoice[])[] | undefined;
  for (let amount = least; amount <= most; amount++) {
    const bills = billed(amount);
    if (bills.length > 0) (found ??= []).push(bills);
  }
  return found ?? NO_BILLS;
}

/** Whether a deal is whole, or open by just what its bills leave of it. */
function isPlain(deal: Deal, { open, own }: Billing): boolean {
  return open > 0 && open + own.reduce((sum, { amount }) => sum + amount, 0) === invoiceable(deal);
}

function isBetter(a: Plan, b: Plan): boolean {
  if (a.rank !== b.rank) return a.rank < b.rank;
  if ((a.loose === '') !== (b.loose === '')) return a.loose === '';
  return a.all.length !== b.all.length ? a.all.length > b.all.length : a.count < b.count;
}

function instalmentPlan(
  deal: Deal,
  billing: Billing,
  { months, count, stated }: Instalments,
  { all, beside }: Run,
  weight: number,
): Plan | null {
  const takes = all.filter((bill) => !billing.own.includes(bill));
  const [first, last] = [all[0], all[all.length - 1]];
  if (takes.length === 0 || first === undefined || last === undefined || all.length < (stated === 'plan' ? 1 : 2)) return null;
  const level = `${all.length} of ${count} equal instalments`;
  const plan: Plan = {
    owner: deal,
    all,
    takes,
    beside: stated === 'plan' ? [] : beside,
    count,
    rank: stated === 'plan' ? 0 : stated === 'term' ? 1 : 2,
    distance: distanceOf(deal, first),
    loose: '',
    level,
    evidence: evidence('amount', level, clamped(weight, FULL)),
  };
  const { asOf, matchDays } = billing.options;
  const isMissing = all.length < count && last.day + months * MONTH + SLACK + matchDays < asOf;
  return isMissing ? loosened(plan, 'the next bill is missing', MISSING) : plan;
}

/** The same plan with what speaks against it. */
export function loosened(plan: Plan, loose: string, weight = LOOSE): Plan {
  const { comparison, level, weight: before } = plan.evidence;
  return { ...plan, loose, evidence: evidence(comparison, `${level}, ${loose}`, before + weight) };
}

/** What so many bills of a plan prove: the first may be of any, each further one comes when the rhythm says. */
function instalmentWeight(
  { amounts, rivals }: Billing,
  { stated }: Instalments,
  shapes: number,
  part: Minor,
  whole: Minor,
  bills: number,
): number {
  const ways = stated === 'plan' ? 1 : stated === 'term' ? 4 : shapes;
  const chance = (amounts * ways * roundness([part]) * Math.max(1, rivals / 2)) / whole;
  return PLAN + FURTHER * (bills - 1) - Math.log2(chance);
}

function distanceOf(deal: Deal, first: Invoice): number {
  // A bill before the close is the odder explanation of two equally near ones.
  return first.day >= deal.day ? Math.abs(first.day - billableFrom(deal)) : 2 * (deal.day - first.day);
}

interface Run {
  readonly all: readonly Invoice[];
  /** Bills that would go on with it at its rhythm. */
  readonly beside: readonly Invoice[];
}

/**
 * The longest run of bills at the rhythm, one a period in unbroken periods, that begins when a first bill may be due and holds
 * the deal's own.
 */
function steady(
  deal: Deal,
  equal: readonly (readonly Invoice[])[],
  { months, count }: Instalments,
  { own, mayBill }: Billing,
): Run | null {
  const at = (start: Invoice, period: number, run: readonly Invoice[]): Invoice | null => {
    const due = start.day + period * months * MONTH;
    const isLeft = (bill: Invoice): boolean => !run.includes(bill) && mayBill(bill);
    return nearestOf(equal, [due - SLACK, due + SLACK], due, 1, isLeft)[0] ?? null;
  };
  let best: Run | null = null;
  for (const start of startsOf(deal, equal, mayBill)) {
    const run = [start];
    while (run.length < count) {
      const next = at(start, run.length, run);
      if (next === null) break;
      run.push(next);
    }
    if (!own.every((bill) => run.includes(bill)) || (best !== null && run.length <= best.all.length)) continue;
    best = { all: run, beside: [at(start, -1, run), at(start, run.length, run)].filter((bill) => bill !== null) };
    if (run.length === count) break;
  }
  return best;
}

/** The bills that may be a deal's first, nearest to the day on which one is due. */
function startsOf(deal: Deal, equal: readonly (readonly Invoice[])[], mayBill: Billing['mayBill']): Invoice[] {
  const expected = billableFrom(deal);
  const early = nearestOf(equal, [deal.day - EARLY, deal.day - 1], deal.day, MOST_STARTS, mayBill);
  const late = nearestOf(equal, [deal.day, expected + LATE], expected, MOST_STARTS, mayBill);
  return [...early, ...late].sort((a, b) => distanceOf(deal, a) - distanceOf(deal, b) || byDayAndKey(a, b)).slice(0, MOST_STARTS);
}

/** The bills of each list between two days that fit, nearest to one day; so many of each. */
function nearestOf(
  lists: readonly (readonly Invoice[])[],
  [from, to]: readonly [number, number],
  day: number,
  count: number,
  fits: (bill: Invoice) => boolean,
): Invoice[] {
  const dayOf = (bill: Invoice): number => bill.day;
  const away = (other: number): number => Math.abs(other - day);
  return lists
    .flatMap((bills) => nearestFitting(between(bills, Math.ceil(from), Math.floor(to)), dayOf, day, away, count, fits))
    .sort((a, b) => away(a.day) - away(b.day) || byDayAndKey(a, b));
}

/** The best plan in unequal parts of which the first ones are billed; the last would make the deal whole. */
export function bestParts(deal: Deal, billing: Billing): Plan | null {
  if (!isPlain(deal, billing) || deal.billingMonths === 0) return null;
  const whole = invoiceable(deal);
  // Among the bills of a giant not even all parts but one would say something.
  if (partsWeight(billing, whole, MOST_SHAPES, MOST_PARTS - 1, 1) <= 0) return null;
  const shapes = partsOf(deal);
  let best: Plan | null = null;
  for (const shape of shapes) {
    const all = inTurnOf(deal, billing, shape);
    const plan = all === null ? null : partPlan(deal, billing, shape, all, shapes.length);
    if (plan !== null && (best === null || plan.evidence.weight > best.evidence.weight)) best = plan;
  }
  return best;
}

/** The bills of the first parts, one after the other; null where the deal's own are not among them. */
function inTurnOf(deal: Deal, billing: Billing, { shares, months }: Parts): readonly Invoice[] | null {
  const { mayBill, own } = billing;
  const whole = invoiceable(deal);
  const run: Invoice[] = [];
  for (const share of shares.slice(0, -1)) {
    const part = Math.round(whole * share);
    // Where the parts do not divide, some bill is a cent off.
    const equal = billedAt(billing, part - 1, part + 1);
    if (equal.length === 0) break;
    const last = run[run.length - 1];
    const due = last === undefined ? billableFrom(deal) : last.day + (months ?? 1) * MONTH;
    const [from, to] =
      last === undefined
        ? [deal.day - EARLY, billableFrom(deal) + LATE]
        : months === null
          ? [last.day, last.day + NEXT_PART]
          : [due - 2 * SLACK, due + 2 * SLACK];
    const isLeft = (bill: Invoice): boolean => !run.includes(bill) && mayBill(bill);
    const isOwn = (bill: Invoice): boolean => own.includes(bill) && isLeft(bill);
    const next =
      (own.length > 0 ? nearestOf(equal, [from, to], due, 1, isOwn)[0] : undefined) ??
      nearestOf(equal, [from, to], due, 1, isLeft)[0];
    if (next === undefined) break;
    run.push(next);
  }
  return own.every((bill) => run.includes(bill)) ? run : null;
}

/** What so many bills prove that are the first parts of a plan: the first may be of any, each further one is foretold by it. */
function partsWeight({ amounts, rivals }: Billing, whole: Minor, shapes: number, bills: number, unit: Minor): number {
  const byChance = (ways: number): number => (amounts * ways * unit) / whole;
  return PARTS - Math.log2(Math.max(1, rivals / 2) * byChance(shapes) * Math.min(1, byChance(FORETOLD)) ** (bills - 1));
}

function partPlan(deal: Deal, billing: Billing, { shares, name }: Parts, all: readonly Invoice[], shapes: number): Plan | null {
  const takes = all.filter((bill) => !billing.own.includes(bill));
  const [first] = all;
  if (takes.length === 0 || first === undefined) return null;
  const unit = roundness(takes.map(({ amount }) => amount));
  const most = all.length === 1 ? FIRST_PART_ONLY : FULL;
  const level = `${all.length} of ${shares.length} parts, ${name}`;
  return {
    owner: deal,
    all,
    takes,
    beside: [],
    count: shares.length,
    rank: 3,
    distance: distanceOf(deal, first),
    loose: '',
    level,
    evidence: evidence('amount', level, clamped(partsWeight(billing, invoiceable(deal), shapes, all.length, unit), most)),
  };
}
