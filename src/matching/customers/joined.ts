/** A pair of parties that stand for the same customer, and why. */

import type { LinkState } from '../../domain/link';
import type { PartyLink } from './partyLinks';

export interface Joined extends Omit<PartyLink, 'state'> {
  readonly state: LinkState;
}

/** 1 for each of the parties, by position, that a link joins with another. */
export function partnered(links: readonly Joined[], parties: number): Uint8Array {
  const has = new Uint8Array(parties);
  for (const { query, target } of links) has[query] = has[target] = 1;
  return has;
}
