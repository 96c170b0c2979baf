/** Which items a person must settle, and under which key they are remembered. */

import type { Day } from '../domain/day';
import type { Gap } from '../domain/measure';
import type { Note, PairName, Treatment } from '../domain/reconciliation';
import type { RecordKey } from '../domain/record';
import type { Candidate, VarianceOptions } from './input';
import type { Item } from './item';
import { inOrder } from './itemOrder';
import type { ToSettle } from './items';
import { REASONS } from './reasons/catalogue';
import type { Code, Form } from './reasons/catalogue';

/** `gap.family.role.entity.document`; faults of reading belong to no gap. Code, amount, month and names are not in it. */
export function exceptionKey(gap: Gap | null, family: string, anchor: RecordKey): string {
  return `${gap ?? 'any'}.${family}.${anchor}`;
}

export interface Settleable {
  readonly code: Code;
  readonly form: Form;
  readonly treatment: Treatment;
  /** The date it should have happened. */
  readonly since: Day;
}

/** Act at once, or once it is older than the days set for its kind; only what stands open grows late. */
export function mustBeSettled({ code, form, treatment, since }: Settleable, asOf: Day, options: VarianceOptions): boolean {
  if (treatment === 'Expected') return false;
  switch (REASONS[code].exception) {
    case 'yes':
      return true;
    case 'no':
      return treatment === 'Act';
    case 'overdue':
      return form === 'single' && asOf - since > options.overdueAfter;
    case 'unapplied':
      return form === 'single' && asOf - since > options.unappliedAfter;
  }
}

/**
 * One candidate an anchor and family; its amount is the net of its items, a pair counting once, at the anchor's own end.
 * @param placeOf the order of the items of one candidate.
 */
export function candidatesOf(
  toSettle: readonly ToSettle[],
  notes: readonly NoteToSettle[],
  placeOf: (item: Item) => number,
): Candidate[] {
  const groups = new Map<string, ToSettle[]>();
  for (const each of toSettle) {
    const group = groups.get(each.key);
    if (group === undefined) groups.set(each.key, [each]);
    else group.push(each);
  }
  const candidates = [...groups].map(([key, group]) =>
    candidateOf(
      key,
      inOrder(group, ({ item }) => placeOf(item)),
    ),
  );
  for (const { note, gap, family, anchor, day } of notes) {
    const key = exceptionKey(gap, family, anchor);
    if (groups.has(key)) continue;
    groups.set(key, []);
    const { code, customer, owner, month } = note;
    candidates.push({ key, gap, family, code, anchor, customer, owner, month, amount: 0, day, items: [], note });
  }
  return candidates;
}

/** A note that asks for a person all the same: a missing owner, a suggested match within one line. */
export interface NoteToSettle {
  readonly note: Note;
  readonly gap: Gap;
  readonly family: string;
  readonly anchor: RecordKey;
  readonly day: Day;
}

function candidateOf(key: string, group: readonly ToSettle[]): Candidate {
  const [any] = group;
  if (any === undefined) throw new Error(`no item behind exception ${key}`);
  const { anchor, family } = any;
  const counted = group.filter(
    ({ item }) => item.form !== 'pair' || item.record === anchor || !pairHasEndAt(group, item.pair, anchor),
  );
  const net = counted.filter(
    ({ item }, i) => item.form !== 'pair' || counted.findIndex((other) => other.item.pair === item.pair) === i,
  );
  const largest = net.reduce((a, b) => (Math.abs(b.item.amount) > Math.abs(a.item.amount) ? b : a), net[0] ?? any);
  const own = group.find(({ item }) => item.record === anchor) ?? largest;
  return {
    key,
    gap: largest.item.gap,
    family,
    code: largest.item.code,
    anchor,
    customer: own.item.customer,
    owner: own.item.owner,
    month: own.item.month,
    amount: net.reduce((sum, { item }) => sum + item.amount, 0),
    day: group.reduce<Day>((earliest, { since }) => (since < earliest ? since : earliest), any.since),
    items: group.map(({ item }) => item),
    note: null,
  };
}

function pairHasEndAt(group: readonly ToSettle[], pair: PairName | null, anchor: RecordKey): boolean {
  return group.some(({ item }) => item.pair === pair && item.record === anchor);
}
