/** CRM accounts that no ledger account came near enough to: what came nearest, for the hint. */

import { totalWeight } from '../matchWeight';
import { HINTS_A_SIDE } from './customerHints';
import type { Rejection } from './customerHints';
import { partnered } from './joined';
import type { Joined } from './joined';
import { linkParties } from './partyLinks';
import type { PartyContext } from './partyLinks';

/**
 * Adds a rejection for each CRM account without a partner that has none yet: the ledger account that would have liked it
 * best, else its own nearest. The search for the latter is left out where they are too many to be told of.
 * @returns accounts left out, whether or not there would have been a candidate
 */
export function explainLonely(links: readonly Joined[], context: PartyContext, rejections: Map<number, Rejection>): number {
  const { parties } = context;
  const hasPartner = partnered(links, parties.length);
  const isLonely = (party: number): boolean =>
    parties[party]?.side === 'crm' && hasPartner[party] === 0 && !rejections.has(party);
  const liked = [...rejections.values()]
    .filter(({ query, target, evidence }) => evidence !== null && hasPartner[query] === 0 && isLonely(target))
    .sort((a, b) => totalWeight(b.evidence ?? []) - totalWeight(a.evidence ?? []) || a.query - b.query);
  for (const one of liked) {
    if (!rejections.has(one.target)) rejections.set(one.target, { ...one, query: one.target, target: one.query, rival: null });
  }
  const rest = parties.flatMap((_, at) => (isLonely(at) ? [at] : []));
  if (rest.length > HINTS_A_SIDE) return rest.length;
  const rejected = (rejection: Rejection): void => void rejections.set(rejection.query, rejection);
  const ledger = parties.flatMap(({ side }, at) => (side === 'ledger' ? [at] : []));
  for (const { query, target, evidence } of linkParties(rest, ledger, { ...context, rejected }))
    rejected({ query, target, rival: null, gap: 0, evidence, obstacle: 'another account is nearer to it' });
  return 0;
}
