/** What evidence joins, pass by pass: ledger accounts to CRM accounts, CRM accounts left over, payers and schedules last. */

import { groupBy } from '../groupBy';
import { evidence, probabilityOf } from '../matchWeight';
import type { MatchOptions } from '../options';
import type { Rejection } from './customerHints';
import type { CustomerSets, Obstacle } from './customerSets';
import { isContradicted, isStated } from './factWeights';
import { partnered } from './joined';
import type { Joined } from './joined';
import type { Party, Side } from './parties';
import { linkParties } from './partyLinks';
import type { LinkOptions, PartyContext } from './partyLinks';
import { secondAccount, unconfirmed } from './secondAccounts';

/**
 * The links of each pass, the surest first; joins their sets.
 * @param rejections gets why a party found no partner, by its position
 */
export function inferredLinks(
  stated: readonly Joined[],
  sets: CustomerSets,
  context: PartyContext,
  rejections: Map<number, Rejection>,
  { suggestedInNumbers }: MatchOptions,
): Joined[] {
  const { parties: list } = context;
  const links: Joined[] = [];
  /** 1 for those that are a link's query, and for those that any link joins. */
  const isLinked = new Uint8Array(list.length);
  const isTaken = partnered(stated, list.length);
  for (const { query } of stated) isLinked[query] = 1;
  const positions = (...sides: Side[]): number[] => list.flatMap(({ side }, at) => (sides.includes(side) ? [at] : []));
  const reject = ({ query, target, evidence: compared }: Joined, obstacle: string): void => {
    rejections.set(query, { query, target, rival: null, gap: 0, evidence: compared, obstacle });
  };
  const accept = (link: Joined): void => {
    const { query, target, state } = link;
    const isJoined = state === 'matched' || suggestedInNumbers;
    const obstacle = isJoined ? sets.join(query, target, link.evidence.some(isStated)) : refusal(sets, query, target);
    if (obstacle !== null) {
      reject(link, OBSTACLES[obstacle]);
      return;
    }
    links.push(link);
    isLinked[query] = 1;
    isTaken[query] = isTaken[target] = 1;
  };
  const surest = (queries: readonly number[], targets: readonly number[], options?: LinkOptions): Joined[] =>
    linkParties(queries, targets, context, options)
      .map((link) => (isContradicted(link.evidence) ? unconfirmed(link) : link))
      .sort((a, b) => b.probability - a.probability || a.query - b.query);

  for (const link of signLinks(list)) if (isTaken[link.query] === 0 && isTaken[link.target] === 0) accept(link);
  for (const link of surest(
    positions('ledger').filter((party) => isLinked[party] === 0),
    positions('crm'),
  ))
    accept(link);
  const lonely = positions('crm').filter((party) => isTaken[party] === 0);
  for (const link of surest(lonely, positions('ledger'), { isSameWordsOnly: true })) {
    // A second account of a customer joins what the first has joined. A ledger account that chose nobody had its reason.
    const outcome = isTaken[link.target] === 1 ? secondAccount(link, list, sets) : null;
    if (outcome === null) rejections.set(link.query, unchosen(link, rejections.get(link.target)));
    else if (typeof outcome === 'string') reject(link, outcome);
    else accept(outcome);
  }
  for (const link of surest(
    positions('other').filter((party) => isLinked[party] === 0),
    positions('crm', 'ledger'),
  ))
    accept(link);
  return links;
}

/** Emoji and other pictures; punctuation stands for "unknown" as often as for a name. */
const PICTURE = /\p{So}/u;
const SAME_SIGNS = 12;

/** Names without a letter or digit cannot be compared by likeness: equal ones that one party of each side bears join. */
function signLinks(list: readonly Party[]): Joined[] {
  const pictured = list.flatMap(({ side, normal: { key, folded } }, at) =>
    side !== 'other' && key === '' && PICTURE.test(folded) ? [at] : [],
  );
  return [...groupBy(pictured, (at) => (list[at] as Party).normal.folded).values()].flatMap((same) => {
    const [target, query] = same;
    if (target === undefined || query === undefined || same.length > 2) return [];
    if ((list[target] as Party).side === (list[query] as Party).side) return [];
    const name = evidence('name', 'same text', SAME_SIGNS);
    return [{ query, target, evidence: [name], probability: probabilityOf(SAME_SIGNS), state: 'matched', runnerUp: '' }];
  });
}

/** What keeps two sets apart, as a hint says it. */
export const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  refused: 'a person refused it',
  'kept apart': 'it would join two customers that both sides keep apart',
};

function refusal(sets: CustomerSets, query: number, target: number): Obstacle | null {
  return sets.areRefused(query, target) ? 'refused' : null;
}

/** Why a ledger account did not choose the account that would choose it: the account that came as near. */
function unchosen({ query, target, evidence: compared }: Joined, of: Rejection | undefined): Rejection {
  const other = of?.target === query ? of.rival : (of?.target ?? null);
  return {
    query,
    target,
    rival: other === query ? null : other,
    gap: of?.rival === null ? 0 : (of?.gap ?? 0),
    evidence: compared,
  };
}
