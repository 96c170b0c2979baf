/** Pairs of parties as links that a person reads: names, ids and a row of each side. */

import { matchKey } from '../../domain/link';
import type { CustomerLink } from '../../domain/link';
import { isStated } from './factWeights';
import type { Joined } from './joined';
import { sideOrder } from './parties';
import type { Party } from './parties';

/** The links with the CRM's name on the left, in the order of their match keys. */
export function customerLinks(
  links: readonly Joined[],
  list: readonly Party[],
  customerOf: (party: number) => string,
): CustomerLink[] {
  return links
    .map((link) => customerLink(link, list, customerOf))
    .map((link) => ({ link, key: matchKey('customer', link.left, link.right) + link.leftRecord + link.rightRecord }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ link }) => link);
}

function customerLink(link: Joined, list: readonly Party[], customerOf: (party: number) => string): CustomerLink {
  const [query, target] = [list[link.query] as Party, list[link.target] as Party];
  const [left, right, leftAt] =
    sideOrder(query.side) < sideOrder(target.side) ? [query, target, link.query] : [target, query, link.target];
  const strongest = [...link.evidence].sort((a, b) => b.weight - a.weight)[0];
  const aliased = right.aliasOf !== '' || left.aliasOf !== '';
  const sameText = strongest?.comparison === 'name' && strongest.level === 'same text';
  return {
    left: left.aliasOf === '' ? left.name : left.aliasOf,
    right: right.aliasOf === '' ? right.name : right.aliasOf,
    leftId: left.shownId,
    rightId: right.shownId,
    customer: customerOf(leftAt),
    pass: aliased ? 'alias' : (strongest?.comparison ?? 'name'),
    probability: link.probability,
    certainty: aliased || sameText || link.evidence.some(isStated) ? 'stated' : 'inferred',
    evidence: link.evidence,
    runnerUp: link.runnerUp,
    state: aliased ? 'confirmed' : link.state,
    leftRecord: left.records[0] ?? '',
    rightRecord: right.records[0] ?? '',
  };
}
