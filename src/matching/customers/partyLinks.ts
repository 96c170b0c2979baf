/** Parties of one side matched to parties of another: candidates, evidence, the best of them or an abstention. */

import type { Evidence } from '../../domain/link';
import { matchKey } from '../../domain/link';
import { evidence, probabilityOf, stateOf, SUGGESTED_FROM, totalWeight } from '../matchWeight';
import { PRIOR } from '../names/fitted';
import { gapEvidence, gapLevel, gapWeight } from '../names/gaps';
import { NAME, ONLY_LIKE } from '../names/levels';
import { diceEvidence, linesOf, nameEvidence, whereBehind } from '../names/nameEvidence';
import type { NameLines } from '../names/nameEvidence';
import type { NameTable } from '../names/nameTable';
import { fold } from '../names/normalise';
import { cosineOf, nameIndex } from '../names/ranking';
import type { NameIndex } from '../names/ranking';
import { findRivals } from '../names/rivals';
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
}

export interface LinkOptions {
  /** The probability from which a link is told; only measurements ask for less than is shipped. */
  readonly least?: number;
  /** Only names of the same words, and facts: what joins a second account to a customer. */
  readonly isSameWordsOnly?: boolean;
}

/** Against a second account of one name: likely the same customer, but for a person to say. */
const SECOND_ACCOUNT = evidence('account', 'another bears the name more closely', -5.5);
/** Among so many names (log2) likeness with the best of them tells; of fewer the best may be anybody, so much a halving. */
const MANY_NAMES = 11;
const A_HALVING = -0.5;
/** Two targets nearer than this are a tie, which nobody but a person can settle. */
const TIE = 0.15;

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
  const told: Told = { ...context, index, lines: linesOf(index) };
  const few = evidence('names at hand', 'few, so likeness tells little', A_HALVING * (MANY_NAMES - chance));
  const prior = evidence('prior', `one of ${targets.length.toLocaleString('en')}`, PRIOR - chance);
  for (let q = 0; q < queries.length; q++) {
    const best = pairs.start[q] as number;
    if (best === pairs.start[q + 1]) continue;
    const gapTo = (rival: number): number => (rival < 0 ? Infinity : (pairs.weight[best] as number) - (pairs.weight[rival] as number));
    const isFact = pairs.isFact[best] === 1;
    const [rival, claimant] = [rivals.nextTarget[q] as number, rivals.nextQuery[q] as number];
    const [nextTarget, nextQuery] = [gapTo(rival), isFact ? Infinity : gapTo(claimant)];
    if (nextTarget < TIE || nextQuery < TIE) continue;
    const isSecond = !isFact && (isSameWordsOnly || rivals.isSecond[q] === 1);
    const [targetLevel, queryLevel] = [gapLevel(nextTarget), gapLevel(nextQuery)];
    const weight =
      (pairs.weight[best] as number) + PRIOR + (isSecond ? SECOND_ACCOUNT.weight : 0) + gapWeight('next target', targetLevel) + gapWeight('next query', queryLevel);
    if (probabilityOf(weight) < least) continue;
    const [query, target] = [queries[q] as number, targets[pairs.target[best] as number] as number];
    const compared = pairEvidence(query, target, told);
    const isOnlyLike = !isFact && !isSameWordsOnly && (index.comparing.levels[NAME] as number) >= ONLY_LIKE;
    const list = [
      ...compared,
      ...(isOnlyLike && chance < MANY_NAMES ? [few] : []),
      ...(targetLevel === 0 ? [] : [gapEvidence('next target', targetLevel)]),
      ...(queryLevel === 0 ? [] : [gapEvidence('next query', queryLevel)]),
      ...(isSecond ? [SECOND_ACCOUNT] : []),
      prior,
    ];
    const probability = probabilityOf(totalWeight(list));
    if (probability < least) continue;
    links.push({
      query,
      target,
      evidence: [...list, diceEvidence((parties[query] as Party).normal, (parties[target] as Party).normal)],
      probability,
      state: stateOf(probability) ?? 'suggested',
      runnerUp: targetLevel === 0 ? '' : runnerUp(query, targets[pairs.target[rival] as number] as number, nextTarget, compared, told),
    });
  }
  return links;
}

function distinctNames({ nameOf }: NameTable, positions: readonly number[]): Uint32Array {
  return Uint32Array.from(new Set(positions.map((party) => nameOf[party] as number))).sort();
}

/** What telling of pairs needs. */
interface Told extends PartyContext {
  readonly index: NameIndex;
  readonly lines: NameLines;
}

/** The evidence of two parties but for their rivals and the prior. */
function pairEvidence(query: number, target: number, context: Told): Evidence[] {
  const { parties, names, index, lines } = context;
  const [a, b] = [parties[query] as Party, parties[target] as Party];
  const facts = compareFacts(a, b, context.shared(query), target, index.comparing.chance, context);
  if (a.normal.key === '' || b.normal.key === '') return facts;
  const [nameA, nameB] = [names.nameOf[query] as number, names.nameOf[target] as number];
  const compared = nameEvidence(index, lines, nameA, nameB, cosineOf(names, nameA, nameB), a.normal.folded === b.normal.folded);
  const isOther = facts.some(({ weight }) => weight > 0) && totalWeight(compared) < OTHER_NAME;
  return [...facts, ...(isOther ? [evidence('name', 'another', OTHER_NAME)] : compared)];
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

/** The identifying words and the legal form; "" for a name without words. */
function accountOf({ normal }: Party): string {
  if (normal.key === '') return '';
  return normal.forms.length === 0 ? normal.key : `${normal.key}|${normal.forms.join('|')}`;
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
