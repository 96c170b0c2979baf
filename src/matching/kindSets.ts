/** For each record, by its number, a set of kinds of links. */

import type { LinkKind } from '../domain/link';
import type { ReconciledRecord } from './numbered';

const BIT: Readonly<Record<LinkKind, number>> = {
  'deal-invoice': 1,
  'invoice-credit': 2,
  'invoice-schedule': 4,
  'deal-schedule': 8,
  'invoice-receipt': 16,
  'receipt-refund': 32,
};

export class KindSets {
  private readonly sets: Uint8Array;

  constructor(count: number) {
    this.sets = new Uint8Array(count);
  }

  has(kind: LinkKind, { at }: ReconciledRecord): boolean {
    return ((this.sets[at] as number) & BIT[kind]) !== 0;
  }

  /** Whether a record has this kind and no other. */
  hasOnly(kind: LinkKind, { at }: ReconciledRecord): boolean {
    return this.sets[at] === BIT[kind];
  }

  add(kind: LinkKind, { at }: ReconciledRecord): void {
    this.sets[at] = (this.sets[at] as number) | BIT[kind];
  }
}
