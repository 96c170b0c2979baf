/** Pairs of parties as links that a person reads: names, ids and a row of each side. */

import { matchKey } from '../../domain/link';
import type { CustomerLink, Evidence } from '../../domain/link';
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
  const keyed = links.map((joined) => {
    const link = customerLink(joined, list, customerOf);
    return { link, key: matchKey('customer', link.left, link.right) + link.leftRecord + link.rightRecord };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ link }) => link);
}

function customerLink(link: Joined, list: readonly Party[], customerOf: (party: number) => string): CustomerLink {
  const isOrdered = sideOrder((list[link.query] as Party).side) < sideOrder((list[link.target] as Party).side);
  const leftAt = isOrdered ? link.query : link.target;
  const left = list[leftAt] as Party;
  const right = list[isOrdered ? link.target : link.query] as Party;
  const strongest = strongestOf(link.evidence);
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
    leftRecord: left.record,
    rightRecord: right.record,
  };
}

/** The first of the heaviest; undefined where there is none. */
function strongestOf(list: readonly Evidence[]): Evidence | undefined {
  let strongest = list[0];
  for (const one of list) if (strongest === undefined || one.weight > strongest.weight) strongest = one;
  return strongest;
}
