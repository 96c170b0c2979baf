/** Links that people made: parties of confirmed names, and parties that an alias gave the name of another. */

import type { DecisionFault } from '../../domain/link';
import { groupBy } from '../groupBy';
import { evidence } from '../matchWeight';
import type { CustomerSets } from './customerSets';
import { exactly } from './customerDecisions';
import type { DecidedPair, PartiesOfName, Writing } from './customerDecisions';
import type { Joined } from './joined';
import { sideOrder } from './parties';
import type { Party } from './parties';

const DECIDED = 20;

interface Deciding {
  readonly list: readonly Party[];
  readonly sets: CustomerSets;
  /** Weight of the facts that two parties share, to choose among several of one name. */
  readonly weigh: (query: number, target: number) => number;
}

function decided(query: number, target: number, level: string): Joined {
  return {
    query,
    target,
    evidence: [evidence('decision', level, DECIDED)],
    probability: 1,
    state: 'confirmed',
    runnerUp: '',
  };
}

/** Joins every party of the two names of each confirmed pair, each right one with the left one that suits it best. */
export function confirmedLinks(
  confirmed: readonly DecidedPair[],
  ofName: PartiesOfName,
  writing: Writing,
  deciding: Deciding,
): { readonly links: readonly Joined[]; readonly faults: readonly DecisionFault[] } {
  const links: Joined[] = [];
  const faults: DecisionFault[] = [];
  const done = new Set<string>();
  for (const { matchKey, left, right } of [...confirmed].sort((a, b) => (a.matchKey < b.matchKey ? -1 : 1))) {
    const bearers = (name: string): Bearers => ({
      all: ofName.get(writing(name)) ?? [],
      exact: new Set(ofName.get(exactly(name))),
    });
    let [made, hindered] = [0, 0];
    for (const [query, target] of pairsOf(bearers(left), bearers(right), deciding)) {
      const obstacle = deciding.sets.join(query, target, true);
      if (obstacle === null) made += 1;
      else hindered += 1;
      if (obstacle !== null || done.has(`${query}|${target}`)) continue;
      done.add(`${query}|${target}`);
      links.push(decided(query, target, 'confirmed by a person'));
    }
    if (made === 0 && hindered > 0) faults.push({ code: 'overruled', decision: matchKey, by: '' });
  }
  return { links, faults };
}

/** The parties of a name, and which of them bear it letter for letter. */
interface Bearers {
  readonly all: readonly number[];
  readonly exact: ReadonlySet<number>;
}

/** Pairs of parties that two names stand for: each party of the later side with one of the earlier side, whichever name that has. */
function pairsOf(lefts: Bearers, rights: Bearers, deciding: Deciding): [number, number][] {
  const pairs = new Map<string, [number, number]>();
  const join = (queries: readonly number[], { all, exact }: Bearers): void => {
    const bySide = groupBy(all, (target) => orderOf(deciding, target));
    const exactBySide = groupBy([...exact], (target) => orderOf(deciding, target));
    for (const query of queries) {
      const order = [0, 1].find((side) => side < orderOf(deciding, query) && bySide.has(side));
      if (order === undefined) continue;
      const target = bestOf(query, exactBySide.get(order) ?? bySide.get(order) ?? [], deciding);
      if (target !== undefined) pairs.set(`${query}|${target}`, [query, target]);
    }
  };
  join(rights.all, lefts);
  join(lefts.all, rights);
  return [...pairs.values()];
}

function orderOf({ list }: Deciding, party: number): number {
  return sideOrder((list[party] as Party).side);
}

/** By what the facts say, then by the order of the parties. */
function bestOf(query: number, targets: readonly number[], deciding: Deciding): number | undefined {
  if (targets.length < 2) return targets[0];
  const weights = targets.slice(0, MOST_COMPARED).map((target) => ({ target, weight: deciding.weigh(query, target) }));
  return weights.reduce((a, b) => (b.weight > a.weight ? b : a)).target;
}

/** Of more parties of one name the facts of these are looked at: without facts the first is as good as any. */
const MOST_COMPARED = 50;

const NOBODY: ReadonlySet<number> = new Set();

/** Joins the parties that an alias renamed with those of other sides that bear the name. */
export function aliasLinks(deciding: Deciding): readonly Joined[] {
  const { list, sets } = deciding;
  if (!list.some(({ aliasOf }) => aliasOf !== '')) return [];
  const byName = groupBy([...list.keys()], (at) => (list[at] as Party).normal.folded);
  const links: Joined[] = [];
  for (const same of byName.values()) {
    const renamed = same.filter((at) => (list[at] as Party).aliasOf !== '');
    if (renamed.length === 0) continue;
    const isRenamed = new Set(renamed);
    for (const [query, target] of pairsOf({ all: renamed, exact: NOBODY }, { all: same, exact: NOBODY }, deciding)) {
      if (!isRenamed.has(query) && !isRenamed.has(target)) continue;
      if (sets.join(query, target, true) === null) links.push(decided(query, target, 'alias'));
    }
  }
  return links;
}
