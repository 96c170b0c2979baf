/** Parties of one side matched to parties of another: candidates, evidence, the best of them or an abstention. */

import type { Evidence } from '../domain/link';
import { matchKey } from '../domain/link';
import { indexNames } from './blocking';
import { compareNames, diceEvidence } from './comparison';
import { compareForms } from './legalForms';
import { evidence, probabilityOf, stateOf, totalWeight } from './matchWeight';
import { fold } from './normalise';
import type { Party } from './parties';
import type { WordWeight } from './wordWeights';

export interface PartyLink {
  readonly query: number;
  readonly target: number;
  readonly evidence: readonly Evidence[];
  readonly probability: number;
  readonly state: 'matched' | 'suggested';
  readonly runnerUp: string;
}

export interface PartyContext {
  readonly parties: readonly Party[];
  readonly weight: WordWeight;
  /** The set a party belongs to so far: parties of one set are not rivals. */
  readonly rootOf: (party: number) => number;
  /** True where two sides number their customers alike, so that different ids are different customers. */
  readonly sameIds: (a: Party, b: Party) => boolean;
  /** Documents of the query party that name documents of the target party, and of how many that name anything. */
  readonly shared: (query: number) => ReadonlyMap<number, number>;
  /** Match keys of customer pairs that a person refused. */
  readonly refused: ReadonlySet<string>;
}

const CANDIDATES = 12;
/** A rival whose weight is nearer than this leaves the choice open. */
const LEAST_GAP = 2;
const CONFLICTING_ID = -60;
const SAME_ID = 12;
const SAME_TAX_NUMBER = 11;
const OTHER_TAX_NUMBER = -3;
const SAME_DOMAIN = 7;
const OTHER_DOMAIN = -1;
const OTHER_NAME = -4;
/** What one, two, three or more documents quoting the other side's say beyond chance. */
const SHARED_REFERENCES = [0, 5, 8, 10] as const;
/** Below it a party quotes several others' documents: a reseller or a parent, not the same customer. */
const SHARED_MAJORITY = 0.6;

/**
 * The best target of each query where it is good enough and clear of the next.
 * @param targets parties that a query may join; never itself.
 */
export function linkParties(queries: readonly number[], targets: readonly number[], context: PartyContext): PartyLink[] {
  if (targets.length === 0) return [];
  const { parties } = context;
  const index = indexNames(targets.map((t) => (parties[t] as Party).normal));
  const byFact = indexFacts(targets, parties);
  const chance = Math.log2(Math.max(targets.length, 16));
  const exact = exactPartners(queries, targets, parties);
  return queries.flatMap((query) => {
    const party = parties[query] as Party;
    const shared = context.shared(query);
    const candidates = new Set([
      ...index.nearest(party.normal, CANDIDATES).map((at) => targets[at] as number),
      ...factsOf(party).flatMap((fact) => byFact.get(fact) ?? []),
      ...[...shared.keys()].filter((t) => byFact.get(`party|${t}`) !== undefined),
    ]);
    const partner = exact.get(query);
    const scored = [...candidates]
      .filter((target) => target !== query && !isRefused(party, parties[target] as Party, context.refused))
      .map((target) => {
        const list = compareParties(party, parties[target] as Party, sharedEvidence(shared, target, chance), chance, context);
        return { target, list, weight: totalWeight(list) - chance };
      })
      // Where both sides write one customer alike, another name joins it only by more than its name.
      .filter(({ target, list }) => partner === undefined || target === partner || list.some(isFact))
      .sort((a, b) => b.weight - a.weight || a.target - b.target);
    const [best] = scored;
    if (best === undefined) return [];
    const rival = scored.find(({ target }) => context.rootOf(target) !== context.rootOf(best.target));
    const probability = probabilityOf(best.weight);
    const state = stateOf(probability);
    if (state === null) return [];
    if (rival !== undefined && best.weight - rival.weight < LEAST_GAP) return [];
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

/** Evidence other than the name itself. */
function isFact({ comparison, weight }: Evidence): boolean {
  return weight > 0 && comparison !== 'name' && comparison !== 'legal form';
}

function compareParties(a: Party, b: Party, shared: Evidence | null, chance: number, context: PartyContext): Evidence[] {
  const list: Evidence[] = [];
  if (a.id !== '' && b.id !== '' && context.sameIds(a, b)) {
    list.push(
      a.id === b.id ? evidence('customer id', 'same', SAME_ID + chance) : evidence('customer id', 'conflict', CONFLICTING_ID),
    );
  }
  if (a.taxNumbers.size > 0 && b.taxNumbers.size > 0) {
    const same = overlap(a.taxNumbers, b.taxNumbers);
    list.push(evidence('tax number', same ? 'same' : 'another', same ? SAME_TAX_NUMBER + chance : OTHER_TAX_NUMBER));
  }
  if (a.domains.size > 0 && b.domains.size > 0) {
    const same = overlap(a.domains, b.domains);
    list.push(evidence('domain', same ? 'same' : 'another', same ? SAME_DOMAIN + chance : OTHER_DOMAIN));
  }
  const names = compareNames(a.normal, b.normal, context.weight);
  if (names.length > 0) list.push(...names);
  else if (a.normal.key !== '' && b.normal.key !== '') list.push(evidence('name', 'another', OTHER_NAME));
  if (shared !== null) list.push(shared);
  return list;
}

function sharedEvidence(shared: ReadonlyMap<number, number>, target: number, chance: number): Evidence | null {
  const count = shared.get(target) ?? 0;
  const all = [...shared.values()].reduce((sum, n) => sum + n, 0);
  if (count === 0 || count < SHARED_MAJORITY * all) return null;
  const worth = SHARED_REFERENCES[Math.min(count, 3) as 1 | 2 | 3];
  return evidence('shared references', `${count} of ${all} documents quote its documents`, worth + chance);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const value of a) if (b.has(value)) return true;
  return false;
}

function isRefused(a: Party, b: Party, refused: ReadonlySet<string>): boolean {
  return (
    refused.has(matchKey('customer', fold(a.name), fold(b.name))) || refused.has(matchKey('customer', fold(b.name), fold(a.name)))
  );
}

/** Ids, tax numbers and domains by which candidates are found whatever their names. */
function factsOf(party: Party): string[] {
  return [
    ...(party.id === '' ? [] : [`id|${party.id}`]),
    ...[...party.taxNumbers].map((tax) => `tax|${tax}`),
    ...[...party.domains].map((domain) => `domain|${domain}`),
  ];
}

function indexFacts(targets: readonly number[], parties: readonly Party[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  const add = (fact: string, target: number): void => {
    const list = index.get(fact);
    if (list === undefined) index.set(fact, [target]);
    else list.push(target);
  };
  for (const target of targets) {
    add(`party|${target}`, target);
    for (const fact of factsOf(parties[target] as Party)) add(fact, target);
  }
  return index;
}

/** The one target that bears a query's name to the letter, where there is just one on either side. */
function exactPartners(queries: readonly number[], targets: readonly number[], parties: readonly Party[]): Map<number, number> {
  const byName = (positions: readonly number[]): Map<string, number[]> => {
    const groups = new Map<string, number[]>();
    for (const position of positions) {
      const { normal } = parties[position] as Party;
      if (normal.text === '') continue;
      const name = normal.text;
      groups.set(name, [...(groups.get(name) ?? []), position]);
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
