/** For parties without a partner the nearest candidate, and what spoke against it. */

import type { CustomerHint, Evidence } from '../../domain/link';
import { probabilityOf, SUGGESTED_FROM, totalWeight } from '../matchWeight';
import { diceEvidence } from '../names/nameEvidence';
import type { Party } from './parties';

/** The best target that a query did not get. */
export interface Rejection {
  readonly query: number;
  readonly target: number;
  /** The target that came next, where it came too near; null otherwise. */
  readonly rival: number | null;
  /** Weight by which it came nearer than a choice allows. */
  readonly gap: number;
  /** All that was compared, the prior among it; null where it was not made, so many there are. */
  readonly evidence: readonly Evidence[] | null;
  /** What hinders the pair, where it was not its evidence: said as it stands. */
  readonly obstacle?: string;
}

/** Hints are made for so many parties of each side, those of most records: a register of strangers is not explained one by one. */
export const HINTS_A_SIDE = 2000;

export interface CustomerHints {
  readonly hints: readonly CustomerHint[];
  /** Parties without a partner that have a candidate and got no hint. */
  readonly omitted: number;
}

/** @param rejections at most one for each query, of parties that found no partner */
export function customerHints(rejections: readonly Rejection[], list: readonly Party[]): CustomerHints {
  const hints: CustomerHint[] = [];
  let omitted = 0;
  for (const side of ['crm', 'ledger'] as const) {
    const own = rejections
      .filter(({ query }) => (list[query] as Party).side === side)
      .sort((a, b) => sizeOf(list, b.query) - sizeOf(list, a.query) || a.query - b.query);
    const told = own.filter(({ evidence }) => evidence !== null).slice(0, HINTS_A_SIDE);
    omitted += own.length - told.length;
    for (const rejection of told) hints.push(hintOf(rejection, list));
  }
  return { hints, omitted };
}

function sizeOf(list: readonly Party[], party: number): number {
  return (list[party] as Party).size;
}

function hintOf(rejection: Rejection, list: readonly Party[]): CustomerHint {
  const { query, target } = rejection;
  const [party, candidate] = [list[query] as Party, list[target] as Party];
  const evidence = [...(rejection.evidence ?? []), diceEvidence(party.normal, candidate.normal)];
  const probability = probabilityOf(totalWeight(evidence));
  return {
    side: party.side === 'crm' ? 'crm' : 'ledger',
    name: party.name,
    id: party.shownId,
    record: party.record,
    candidate: candidate.name,
    candidateId: candidate.shownId,
    candidateRecord: candidate.record,
    probability,
    evidence,
    reason: reasonOf(rejection, evidence, probability, list),
  };
}

function reasonOf(
  { rival, gap, obstacle }: Rejection,
  evidence: readonly Evidence[],
  probability: number,
  list: readonly Party[],
): string {
  if (obstacle !== undefined) return obstacle;
  if (rival !== null) {
    const { name, shownId } = list[rival] as Party;
    const shown = shownId === '' ? name : `${name} (${shownId})`;
    return gap < 0.05 ? `${shown} fits equally` : `${shown} fits nearly as well (weight ${gap.toFixed(1)} less)`;
  }
  const [heaviest] = evidence
    .filter(({ comparison, weight }) => weight < 0 && comparison !== 'prior')
    .sort((a, b) => a.weight - b.weight);
  if (heaviest !== undefined) return `${heaviest.comparison}: ${heaviest.level}`;
  return probability < SUGGESTED_FROM ? 'too little in common among so many' : 'another name is nearer to it';
}
