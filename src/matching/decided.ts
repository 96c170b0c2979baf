/** What people decided about links: refused ones never come back, confirmed ones are made first. */

import type { DecisionFault, Link, LinkKind } from '../domain/link';
import type { Minor } from '../domain/money';
import type { RecordKey } from '../domain/record';
import type { Deal, ReconciledRecord } from './numbered';
import { isSameDecision } from '../settings/decisions';
import type { Decisions, LinkDecision } from '../settings/decisions';
import { invoiceable } from './allocation';
import type { OpenAmounts } from './allocation';
import type { Desk } from './desk';
import { carriedByHand, mostBetween, openEnds } from './handAllocation';
import type { AmountTyped, Carried, Ends } from './handAllocation';
import { evidence } from './matchWeight';

const KINDS: readonly LinkKind[] = [
  'deal-invoice',
  'invoice-credit',
  'invoice-schedule',
  'deal-schedule',
  'invoice-receipt',
  'receipt-refund',
];

export interface Decided {
  readonly matchKey: string;
  readonly kind: LinkKind;
  readonly left: ReconciledRecord;
  readonly right: ReconciledRecord;
}

/** The decision that holds, by match key. */
export type LastDecisions = ReadonlyMap<string, LinkDecision>;

/** Match keys of refused links. */
export function refusedKeys(last: LastDecisions): ReadonlySet<string> {
  return new Set([...last].flatMap(([key, { decision }]) => (decision === 'refused' ? [key] : [])));
}

/** Decisions on record links that a later one on the same link overrules. */
export function overruled({ links }: Decisions, last: LastDecisions): DecisionFault[] {
  return links.flatMap((link) => {
    const { matchKey } = link;
    const holds = last.get(matchKey) ?? link;
    return matchKey.startsWith('customer|') || isSameDecision(holds, link)
      ? []
      : [{ code: 'overruled' as const, decision: matchKey, by: matchKey }];
  });
}

/** Decisions on record links whose two records are there, and the keys of those that are gone. */
export function resolveDecisions(
  last: LastDecisions,
  byKey: ReadonlyMap<RecordKey, ReconciledRecord>,
): { readonly confirmed: readonly Decided[]; readonly refused: readonly Decided[]; readonly gone: readonly string[] } {
  const [confirmed, refused]: [Decided[], Decided[]] = [[], []];
  const gone: string[] = [];
  for (const [key, { decision }] of [...last].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (key.startsWith('customer|')) continue;
    const ends = endsOf(key, byKey);
    if (ends === null) gone.push(key);
    else (decision === 'confirmed' ? confirmed : refused).push({ matchKey: key, ...ends });
  }
  return { confirmed, refused, gone };
}

/** The two records of a match key; a record key may hold the separator itself, so every cut is tried. */
function endsOf(key: string, byKey: ReadonlyMap<RecordKey, ReconciledRecord>): Omit<Decided, 'matchKey'> | null {
  const kind = KINDS.find((one) => key.startsWith(`${one}|`));
  if (kind === undefined) return null;
  for (const [leftKey, rightKey] of cutsOf(key, kind)) {
    const [left, right] = [byKey.get(leftKey), byKey.get(rightKey)];
    if (left !== undefined && right !== undefined) return { kind, left, right };
  }
  return null;
}

/** The pairs of record keys that a match key may be made of. */
function cutsOf(key: string, kind: LinkKind): [left: RecordKey, right: RecordKey][] {
  const parts = key.slice(kind.length + 1).split('|');
  return parts.slice(1).map((_, at) => [parts.slice(0, at + 1).join('|'), parts.slice(at + 1).join('|')]);
}

/** For each kind the records that a person confirmed with a partner which is no longer there. */
export function bereftOf(
  last: LastDecisions,
  gone: readonly string[],
  byKey: ReadonlyMap<RecordKey, ReconciledRecord>,
): ReadonlyMap<LinkKind, ReadonlySet<RecordKey>> {
  const bereft = new Map<LinkKind, Set<RecordKey>>();
  for (const key of gone) {
    const kind = KINDS.find((one) => key.startsWith(`${one}|`));
    if (kind === undefined || last.get(key)?.decision !== 'confirmed') continue;
    const ofKind = bereft.get(kind) ?? new Set();
    bereft.set(kind, ofKind);
    for (const end of cutsOf(key, kind).flat()) if (byKey.has(end)) ofKind.add(end);
  }
  return bereft;
}

/** What a person typed that a confirmed link carries, by match key. */
export type AmountsByHand = ReadonlyMap<string, AmountTyped>;

export function amountsByHand(last: LastDecisions): AmountsByHand {
  return new Map(
    [...last].flatMap(([key, { decision, amount, currency = '' }]) =>
      decision === 'confirmed' && amount !== undefined ? [[key, { amount, currency }] as const] : [],
    ),
  );
}

/**
 * Makes the confirmed links before any pass runs: those with an amount of their own, then the others with what is open on both
 * ends, oldest right record first.
 * @returns what of the amounts typed does not hold, and the links that nothing is left for.
 */
export function forceConfirmed(desk: Desk, confirmed: readonly Decided[], amounts: AmountsByHand): DecisionFault[] {
  const rankOf = ({ matchKey }: Decided): number => (amounts.has(matchKey) ? 0 : 1);
  const ordered = [...confirmed].sort(
    (a, b) => rankOf(a) - rankOf(b) || a.right.day - b.right.day || (a.matchKey < b.matchKey ? -1 : 1),
  );
  const faults: DecisionFault[] = [];
  const lastOn = new Map(ordered.map(({ kind, right, matchKey }) => [`${kind}|${right.at}`, matchKey]));
  for (const { matchKey, kind, left, right } of ordered) {
    const typed = amounts.get(matchKey);
    const ends = { kind, left, right };
    const { carried: allocated, fault } =
      typed === undefined
        ? carriedUntyped(desk, ends, lastOn.get(`${kind}|${right.at}`) === matchKey)
        : carriedByHand(desk.open, ends, typed);
    if (fault !== null) faults.push({ decision: matchKey, by: '', ...fault });
    if (allocated === 0) continue;
    const link: Link = {
      kind,
      left: left.key,
      right: right.key,
      allocated,
      currency: right.currency,
      pass: 'decision',
      probability: 1,
      certainty: 'stated',
      evidence: [evidence('decision', 'confirmed by a person', 20)],
      runnerUp: '',
      state: 'confirmed',
    };
    desk.addLink({ link, left, right });
  }
  return faults;
}

/** @param isLast whether no other confirmed link of the right record comes after it */
function carriedUntyped(desk: Desk, ends: Ends<ReconciledRecord>, isLast: boolean): Carried {
  const carried = openBetween(desk, ends, isLast);
  return { carried, fault: carried === 0 ? { code: 'nothing open' } : null };
}

/** A bill or credit goes to each that shares it up to what that holds; the last carries the rest, so that it is allocated whole. */
function openBetween({ open }: Desk, ends: Ends<ReconciledRecord>, isLast: boolean): Minor {
  const { kind, left, right } = ends;
  const between = openEnds(open, ends);
  const isBill = kind === 'deal-invoice' && left.role === 'deal';
  const isCredit = kind === 'invoice-credit' && left.role === 'invoice';
  if (isLast && (isBill || isCredit)) return between.right;
  if (isBill) return mostBetween({ ...between, left: billable(open, left, right) });
  if (isCredit) return mostBetween({ ...between, left: open.uncredited(left) });
  return mostBetween(between);
}

/** What of a deal a bill of either sign can carry: a credit takes back no more than the whole deal. */
function billable(open: OpenAmounts, deal: Deal, bill: ReconciledRecord): Minor {
  const whole = invoiceable(deal);
  const held = deal.currency === bill.currency ? open.deal(deal) : whole;
  return Math.sign(held) === Math.sign(bill.amount) ? held : -whole;
}
