/** Sets of deals or documents that add up to one of the other side: what is searched, what it proves, and which of several it is. */

import type { Evidence } from '../domain/link';
import type { Minor } from '../domain/money';
import type { Deal, Invoice } from './numbered';
import { STEPS_A_SEARCH } from './desk';
import type { Block } from './blocks';
import { evidence } from './matchWeight';
import { label } from './label';
import { canonicalId } from './reference';
import { contractSumEvidence, tellingContractSize } from './setEvidence';
import { findSubset, MOST_MET, MOST_SETS, SMALL_SETS } from './subset';
import type { SubsetResult } from './subset';

/** Sets of more items prove little and are not looked for. */
const MOST_ITEMS = 10;
/** Where a customer has more open records than these in the window, larger sets than pairs are looked for among the nearest. */
export const MOST_SEARCHED = 60;

/** What is looked through for one target. */
export interface Candidates<T> {
  /** The nearest, in order. */
  readonly near: readonly T[];
  /** All that fit, asked for only where `near` is not all. */
  readonly all: (() => readonly T[]) | null;
  /** Open records within the bounds. */
  readonly open: number;
  readonly amountOf: (record: T) => Minor;
  /** How many targets look for sets among them. */
  readonly rivals: number;
  /** Whether a set's dates are what is to be expected. */
  readonly isTimely: (set: readonly T[]) => boolean;
}

export type SetFinding<T> =
  | { readonly outcome: 'found'; readonly set: readonly T[]; readonly why: readonly Evidence[]; readonly runnerUp: string }
  | { readonly outcome: 'ambiguous' | 'stopped'; readonly sets: readonly (readonly T[])[]; readonly why: string }
  /** `cut`: a set that would have told something may be among those that were not searched. */
  | { readonly outcome: 'nothing'; readonly cut: boolean };

/** The set of candidates that adds up to the target. Sizes at which a set would prove nothing are not searched. */
export function searchSet<T extends Deal | Invoice>(block: Block, candidates: Candidates<T>, target: Minor): SetFinding<T> {
  const { near, all, open, rivals } = candidates;
  const telling = tellingContractSize(near.length, target, rivals, MOST_ITEMS);
  if (telling < 2) return { outcome: 'nothing', cut: false };
  const branched = near.length <= MOST_MET / 2 ? telling : Math.min(telling, SMALL_SETS);
  const first = searchAmong(block, candidates, near, target, branched);
  if (first.outcome !== 'nothing') return first;
  if (branched < telling) {
    const larger = searchAmong(block, candidates, near.slice(0, MOST_MET), target, telling);
    if (larger.outcome !== 'nothing') return larger;
  }
  const unsearched = branched < telling && near.length > MOST_MET;
  if (all === null) return { outcome: 'nothing', cut: unsearched };
  const tellingOfAll = tellingContractSize(open, target, rivals, MOST_ITEMS);
  if (tellingOfAll < 2) return { outcome: 'nothing', cut: false };
  const pair = searchAmong(block, candidates, all(), target, 2);
  return pair.outcome === 'nothing' ? { outcome: 'nothing', cut: tellingOfAll > 2 || unsearched } : pair;
}

function searchAmong<T extends Deal | Invoice>(
  block: Block,
  { amountOf, rivals, isTimely }: Candidates<T>,
  records: readonly T[],
  target: Minor,
  maxItems: number,
): SetFinding<T> {
  const amounts = records.map(amountOf);
  const rules = { minItems: 2, maxItems, steps: STEPS_A_SEARCH, equalsAlike: false };
  const result = findSubset(amounts, target, rules, block.budget);
  if (result.outcome === 'nothing') return { outcome: 'nothing', cut: false };
  const positions = positionsOf(result);
  const sum = (set: readonly number[]): Evidence =>
    contractSumEvidence(
      set.map((i) => amounts[i] ?? 0),
      amounts,
      target,
      rivals,
    );
  const telling = positions.filter((set) => sum(set).weight > 0);
  const sets = telling.map((set) => set.map((i) => records[i] as T));
  if (result.outcome === 'stopped')
    return { outcome: 'stopped', sets, why: `searched ${records.length} of up to ${maxItems} together until the limit of steps` };
  const [only] = sets;
  if (only === undefined) return { outcome: 'nothing', cut: false };
  if (sets.length === 1) return { outcome: 'found', set: only, why: [sum(telling[0] ?? [])], runnerUp: '' };
  const apart = result.outcome === 'ambiguous' && result.complete ? tellApart(sets, isTimely) : null;
  if (apart === null)
    return {
      outcome: 'ambiguous',
      sets,
      why: `${positions.length === MOST_SETS ? `${sets.length} or more` : sets.length} sets add up to the same cent`,
    };
  const { at, why } = apart;
  const other = sets.find((_, i) => i !== at) ?? [];
  return {
    outcome: 'found',
    set: sets[at] ?? only,
    why: [sum(telling[at] ?? []), evidence('set', why, -1)],
    runnerUp: `${other.map(label).join(' + ')}: adds up too, but ${why} is this one`,
  };
}

function positionsOf(result: Exclude<SubsetResult, { outcome: 'nothing' }>): readonly (readonly number[])[] {
  return result.outcome === 'found' ? [result.items] : result.sets;
}

/** Of sets that all add up the only one that quotes one number throughout, else the only one whose dates are to be expected. */
function tellApart<T extends Deal | Invoice>(
  sets: readonly (readonly T[])[],
  isTimely: (set: readonly T[]) => boolean,
): { readonly at: number; readonly why: string } | null {
  const onlyOne = (fits: (set: readonly T[]) => boolean): number | null => {
    const fitting = [...sets.keys()].filter((i) => fits(sets[i] ?? []));
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  };
  const byNumber = onlyOne(quoteOne);
  if (byNumber !== null) return { at: byNumber, why: 'the only set that quotes one number' };
  const byDate = onlyOne(isTimely);
  return byDate === null ? null : { at: byDate, why: 'the only set in time' };
}

function quoteOne(set: readonly (Deal | Invoice)[]): boolean {
  const [first, ...others] = set.map(({ references }) => references.map(canonicalId).filter((id) => id !== ''));
  return first !== undefined && first.some((id) => others.every((list) => list.includes(id)));
}
