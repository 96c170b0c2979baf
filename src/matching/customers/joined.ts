/** A pair of parties that stand for the same customer, and why. */

import type { LinkState } from '../../domain/link';
import type { PartyLink } from './partyLinks';

export interface Joined extends Omit<PartyLink, 'state'> {
  readonly state: LinkState;
}
