/** Parties of one side matched to parties of another: candidates, evidence, the best of them or an abstention. */

import type { Evidence } from '../../domain/link';
import { matchKey } from '../../domain/link';
import { indexNames } from '../names/blocking';
import { compareNames, diceEvidence } from '../names/comparison';
import { compareForms } from '../names/legalForms';
import { evidence, probabilityOf, stateOf, totalWeight } from '../matchWeight';
import { fold } from '../names/normalise';
import type { Party } from './parties';
import type { Rejection } from './customerHints';
import { isIdentifying } from './factWeights';
import { compareFacts, indexFacts } from './partyFacts';
import type { FactContext } from './partyFacts';
import type { WordWeight } from '../names/wordWeights';

export interface PartyLink {
  readonly query: number;
  readonly target: number;
  readonly evidence: readonly Evidence[];
  readonly probability: number;
  readonly state: 'matched' | 'suggested';
  readonly runnerUp: string;
}

export interface PartyContext extends FactContext {
  readonly parties: readonly Party[];
  readonly weight: WordWeight;
  /** The set a party belongs to so far: parties of one set are not rivals. */
  readonly rootOf: (party: number) => number;
  /** Match keys of customer pairs that a person refused. */
  readonly refused: ReadonlySet<string>;
  /** Told of the best target of each query that got none. */
  readonly rejected: (rejection: Rejection) => void;
}

const CANDIDATES = 12;
/** A rival whose weight is nearer than this leaves the choice open. */
const LEAST_GAP = 2;
const OTHER_NAME = -4;
/**
 * The best target of each query where it is good enough and clear of the next.
 * @param targets parties that a query may join; never itself.
 */
export function linkParties(queries: readonly number[], targets: readonly number[], context: PartyContext): PartyLink[] {
  if (targets.length === 0) return [];
  const { parties } = context;
  const index = indexNames(targets.map((t) => (parties[t] as Party).normal));
  const facts = indexFacts(targets, parties, context);
  const chance = chanceOf(targets.length);
  const exact = exactPartners(queries, targets, parties);
  return queries.flatMap((query) => {
    const party = parties[query] as Party;
    const shared = context.shared(query);
    const candidates = new Set([
      ...index.nearest(party.normal, CANDIDATES).map((at) => targets[at] as number),
      ...facts.partners(query),
    ]);
    const partner = exact.get(query);
    const scored = [...candidates]
      .filter((target) => target !== query && !isRefused(party, parties[target] as Party, context.refused))
      .map((target) => {
        const other = parties[target] as Party;
        const list = [...compareFacts(party, other, shared, target, chance, context), ...namesOf(party, other, context.weight)];
        return { target, list, weight: totalWeight(list) - chance };
      })
      // Where both sides write one customer alike, another name joins it only by more than its name.
      .filter(({ target, list }) => partner === undefined || target === partner || list.some(isIdentifying))
      .sort((a, b) => b.weight - a.weight || a.target - b.target);
    const [best] = scored;
    if (best === undefined) return [];
    const rival = scored.find(({ target }) => context.rootOf(target) !== context.rootOf(best.target));
    const probability = probabilityOf(best.weight);
    const state = stateOf(probability);
    const gap = rival === undefined ? Infinity : best.weight - rival.weight;
    if (state === null || gap < LEAST_GAP) {
      const isTie = state !== null && rival !== undefined;
      context.rejected({ query, target: best.target, rival: isTie ? rival.target : null, gap });
      return [];
    }
    const target = parties[best.target] as Party;
    const runnerUp =
      rival === undefined || rival.weight < -chance
        ? ''
        : `${(parties[rival.target] as Party).name}: ${(best.weight - rival.weight).toFixed(1)} less weight`;
    return [
      {
        query,
        target: best.target,
        evidence: [...best.list, diceEvidence(party.normal, target.normal)],
        probability,
        state,
        runnerUp,
      },
    ];
  });
}

/** All evidence of a pair as `linkParties` weighs it, with the Dice score for the reader; `chance` as there. */
export function compareParties(query: number, target: number, context: PartyContext, chance: number): Evidence[] {
  const [a, b] = [context.parties[query] as Party, context.parties[target] as Party];
  const facts = compareFacts(a, b, context.shared(query), target, chance, context);
  return [...facts, ...namesOf(a, b, context.weight), diceEvidence(a.normal, b.normal)];
}

/** log2 of the number of targets, of few as if they were 16: what a link's evidence has to outweigh. */
export function chanceOf(targets: number): number {
  return Math.log2(Math.max(targets, 16));
}

function namesOf(a: Party, b: Party, weight: WordWeight): Evidence[] {
  const names = compareNames(a.normal, b.normal, weight);
  return names.length > 0 || a.normal.key === '' || b.normal.key === '' ? names : [evidence('name', 'another', OTHER_NAME)];
}

function isRefused(a: Party, b: Party, refused: ReadonlySet<string>): boolean {
  return (
    refused.has(matchKey('customer', fold(a.name), fold(b.name))) || refused.has(matchKey('customer', fold(b.name), fold(a.name)))
  );
}

/** The one target that bears a query's name to the letter, where there is just one on either side. */
function exactPartners(queries: readonly number[], targets: readonly number[], parties: readonly Party[]): Map<number, number> {
  const byName = (positions: readonly number[]): Map<string, number[]> => {
    const groups = new Map<string, number[]>();
    for (const position of positions) {
      const { normal } = parties[position] as Party;
      if (normal.text === '') continue;
      const name = normal.text;
      const same = groups.get(name);
      if (same === undefined) groups.set(name, [position]);
      else same.push(position);
    }
    return groups;
  };
  const named = byName(targets);
  const partners = new Map<number, number>();
  for (const [name, same] of byName(queries)) {
    const [target, other] = named.get(name) ?? [];
    if (target !== undefined && other === undefined) for (const query of same) partners.set(query, target);
  }
  return partners;
}

/** Whether a party may join one that already has a partner: by the same identifying words under no conflicting form. */
export function sameButForm(a: Party, b: Party): boolean {
  return a.normal.key !== '' && a.normal.key === b.normal.key && compareForms(a.normal.forms, b.normal.forms) !== 'conflict';
}
