/** Parties of one side matched to parties of another: candidates, evidence, the best of them or an abstention. */

import type { Evidence } from '../../domain/link';
import { matchKey } from '../../domain/link';
import { evidence, probabilityOf, stateOf, SUGGESTED_FROM, totalWeight } from '../matchWeight';
import { PRIOR } from '../names/fitted';
import { gapEvidence, gapLevel, gapWeight, TIE } from '../names/gaps';
import { NAME, ONLY_LIKE } from '../names/levels';
import { diceEvidence, linesOf, nameEvidence, whereBehind } from '../names/nameEvidence';
import type { NameLines } from '../names/nameEvidence';
import { distinctNames } from '../names/nameTable';
import type { NameTable } from '../names/nameTable';
import { fold } from '../names/normalise';
import { cosineOf, nameIndex } from '../names/ranking';
import type { NameIndex } from '../names/ranking';
import { findRivals } from '../names/rivals';
import { HINTS_A_SIDE } from './customerHints';
import type { Rejection } from './customerHints';
import { isIdentifying } from './factWeights';
import { gatherCandidates, OTHER_NAME } from './partyCandidates';
import type { Party } from './parties';
import { compareFacts } from './partyFacts';
import type { FactContext } from './partyFacts';

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
  /** The names of all parties, by position. */
  readonly names: NameTable;
  /** The set a party belongs to so far: parties of one set are not rivals. */
  readonly rootOf: (party: number) => number;
  /** Match keys of customer pairs that a person refused. */
  readonly refused: ReadonlySet<string>;
  /** Told of the best target of each query that got none. */
  readonly rejected: (rejection: Rejection) => void;
}

export interface LinkOptions {
  /** The probability from which a link is told; only measurements ask for less than is shipped. */
  readonly least?: number;
  /** Only names of the same words, and facts: what joins a second account to a customer. */
  readonly isSameWordsOnly?: boolean;
}

/** A second account of one name weighs at most so much in all: likely the same customer, but for a person to say. */
const SECOND_ACCOUNT = 3;
/** Among so many names (log2) likeness with the best of them tells; of fewer the best may be anybody, so much a halving. */
const MANY_NAMES = 11;
const A_HALVING = -0.5;

/**
 * The best target of each query where it is good enough and clear of the next. By its name alone a query joins a target
 * only if no other query bears that name more clearly, unless both are one name.
 * @param targets parties that a query may join; never itself.
 */
export function linkParties(
  queries: readonly number[],
  targets: readonly number[],
  context: PartyContext,
  { least = SUGGESTED_FROM, isSameWordsOnly = false }: LinkOptions = {},
): PartyLink[] {
  if (targets.length === 0 || queries.length === 0) return [];
  const { parties, names, rootOf } = context;
  const index = nameIndex(names, distinctNames(names, queries), distinctNames(names, targets));
  const chance = index.comparing.chance;
  const isAllowed = (a: Party, b: Party): boolean => !isRefused(a, b, context.refused);
  const pairs = gatherCandidates(queries, targets, index, context, isAllowed, isSameWordsOnly);
  const rivals = findRivals(pairs, {
    account: accountsOf(queries, parties),
    name: Uint32Array.from(queries, (query) => names.nameOf[query] as number),
    set: Uint32Array.from(queries, rootOf),
    targetSet: Uint32Array.from(targets, rootOf),
  });
  const links: PartyLink[] = [];
  const lost: Lost[] = [];
  const told: Told = { ...context, index, lines: linesOf(index), few: fewNames(chance) };
  const prior = evidence('prior', `one of ${targets.length.toLocaleString('en')}`, PRIOR - chance);
  for (let q = 0; q < queries.length; q++) {
    const best = pairs.start[q] as number;
    if (best === pairs.start[q + 1]) continue;
    const gapTo = (rival: number): number =>
      rival < 0 ? Infinity : (pairs.weight[best] as number) - (pairs.weight[rival] as number);
    const isFact = pairs.isFact[best] === 1;
    const rival = rivals.nextTarget[q] as number;
    const nextTarget = gapTo(rival);
    const nextQuery = isFact ? Infinity : gapTo(rivals.nextQuery[q] as number);
    const isSecond = !isFact && (isSameWordsOnly || rivals.isSecond[q] === 1);
    const targetLevel = gapLevel(nextTarget);
    const queryLevel = gapLevel(nextQuery);
    const weight =
      (pairs.weight[best] as number) + PRIOR + gapWeight('next target', targetLevel) + gapWeight('next query', queryLevel);
    const query = queries[q] as number;
    const target = targets[pairs.target[best] as number] as number;
    const isTied = nextTarget < TIE || nextQuery < TIE;
    if (isTied || probabilityOf(weight) < least) {
      const next = isTied && nextTarget < TIE ? (targets[pairs.target[rival] as number] as number) : null;
      lost.push({ query, target, rival: next, gap: nextTarget, levels: [targetLevel, queryLevel] });
      continue;
    }
    const compared = pairEvidence(query, target, told);
    const sum = [...compared, ...gapsEvidence([targetLevel, queryLevel]), prior];
    const list = isSecond ? [...sum, ...unsureSecond(totalWeight(sum))] : sum;
    const probability = probabilityOf(totalWeight(list));
    if (probability < least) {
      lost.push({ query, target, rival: null, gap: nextTarget, levels: [targetLevel, queryLevel] });
      continue;
    }
    links.push({
      query,
      target,
      evidence: [...list, diceEvidence((parties[query] as Party).normal, (parties[target] as Party).normal)],
      probability,
      state: stateOf(probability) ?? 'suggested',
      runnerUp:
        targetLevel === 0 ? '' : runnerUp(query, targets[pairs.target[rival] as number] as number, nextTarget, compared, told),
    });
  }
  tellLost(lost, prior, told);
  return links;
}

/** What keeps a second account of one name from being sure. */
function unsureSecond(weight: number): Evidence[] {
  return weight <= SECOND_ACCOUNT ? [] : [evidence('account', 'another bears the name as well', SECOND_ACCOUNT - weight)];
}

/** A query's best target that it did not get, with the levels of the gaps to its rivals. */
interface Lost extends Omit<Rejection, 'evidence'> {
  readonly levels: readonly [target: number, query: number];
}

function gapsEvidence([target, query]: Lost['levels']): Evidence[] {
  return [
    ...(target === 0 ? [] : [gapEvidence('next target', target)]),
    ...(query === 0 ? [] : [gapEvidence('next query', query)]),
  ];
}

/** Evidence is made for the queries of most records, as many as get hints. */
function tellLost(lost: readonly Lost[], prior: Evidence, told: Told): void {
  const { parties } = told;
  const size = ({ query }: Lost): number => (parties[query] as Party).size;
  [...lost]
    .sort((a, b) => size(b) - size(a) || a.query - b.query)
    .forEach(({ levels, ...one }, at) => {
      const { query, target } = one;
      const evidence = at < HINTS_A_SIDE ? [...pairEvidence(query, target, told), ...gapsEvidence(levels), prior] : null;
      told.rejected({ ...one, evidence });
    });
}

/** What telling of pairs needs. */
interface Told extends PartyContext {
  readonly index: NameIndex;
  readonly lines: NameLines;
  /** What is said of names that are only alike where few are at hand; null where they are many. */
  readonly few: Evidence | null;
}

function fewNames(chance: number): Evidence | null {
  if (chance >= MANY_NAMES) return null;
  return evidence('names at hand', 'few, so likeness tells little', A_HALVING * (MANY_NAMES - chance));
}

/** The evidence of two parties but for their rivals and the prior. */
function pairEvidence(query: number, target: number, context: Told): Evidence[] {
  const { parties, names, index, lines, few } = context;
  const [a, b] = [parties[query] as Party, parties[target] as Party];
  const facts = compareFacts(a, b, context.shared(query), target, index.comparing.chance, context);
  if (a.normal.key === '' || b.normal.key === '') return facts;
  const [nameA, nameB] = [names.nameOf[query] as number, names.nameOf[target] as number];
  const compared = nameEvidence(index, lines, nameA, nameB, cosineOf(names, nameA, nameB), a.normal.folded === b.normal.folded);
  if (facts.some(isIdentifying)) {
    return [...facts, ...(totalWeight(compared) < OTHER_NAME ? [evidence('name', 'another', OTHER_NAME)] : compared)];
  }
  const isOnlyLike = (index.comparing.levels[NAME] as number) >= ONLY_LIKE;
  return [...facts, ...compared, ...(isOnlyLike && few !== null ? [few] : [])];
}

/** The next best target and why it lost: "Halden GmbH: 2.1 less weight (legal form: conflict)". */
function runnerUp(query: number, rival: number, gap: number, compared: readonly Evidence[], context: Told): string {
  const why = whereBehind(compared, pairEvidence(query, rival, context));
  return `${(context.parties[rival] as Party).name}: ${gap.toFixed(1)} less weight${why === '' ? '' : ` (${why})`}`;
}

/** A number for each party, the same for those that may share a customer by their names. */
function accountsOf(positions: readonly number[], parties: readonly Party[]): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(positions, (party, i) => {
    const account = accountOf(parties[party] as Party);
    const number = account === '' ? parties.length + i : (numbers.get(account) ?? i);
    if (number === i) numbers.set(account, i);
    return number;
  });
}

/** The identifying words, the legal form and the security; "" for a name without words. */
function accountOf({ normal }: Party): string {
  if (normal.key === '') return '';
  const { key, forms, security } = normal;
  return forms.length + security.length === 0 ? key : `${key}|${forms.join('|')}|${security.join('|')}`;
}

function isRefused(a: Party, b: Party, refused: ReadonlySet<string>): boolean {
  if (refused.size === 0) return false;
  return (
    refused.has(matchKey('customer', fold(a.name), fold(b.name))) || refused.has(matchKey('customer', fold(b.name), fold(a.name)))
  );
}

/** Whether a party may join one that already has a partner: by the same identifying words under the same legal form, if any. */
export function sameButForm(a: Party, b: Party): boolean {
  return a.normal.key !== '' && a.normal.key === b.normal.key && accountOf(a) === accountOf(b);
}
