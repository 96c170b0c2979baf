/** What a pass is, and what it finds. */

import type { Certainty, LinkKind } from '../../domain/link';
import type { Step } from '../../domain/progress';
import type { Desk, Proposal, Search } from '../desk';
import type { ReconciledRecord } from '../numbered';

/**
 * What a pass found: links that stand or fall together · a search that ended open, which only a person settles now · a record
 * whose candidates were too many to be searched all, with nothing found among those that were: later passes go on, and where
 * they link nothing either it counts as stopped.
 */
export type Finding =
  | { readonly links: readonly Proposal[] }
  /** `holds`: further records that its answer settles. */
  | { readonly search: Omit<Search, 'kind' | 'pass'>; readonly holds?: readonly ReconciledRecord[] }
  | { readonly cut: ReconciledRecord };

export interface Pass {
  /** As the `Matches` sheet shows it. */
  readonly name: string;
  readonly kind: LinkKind;
  readonly step: Step;
  readonly certainty: Certainty;
  /** Yields one finding after the other; each is booked before the next is asked for. */
  readonly find: (desk: Desk) => Iterable<Finding>;
  /** The best state the pass can earn, whatever its weight. */
  readonly atMost?: 'suggested';
}
