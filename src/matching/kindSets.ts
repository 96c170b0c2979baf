/** For each record, by its number, a set of kinds of links. */

import { KIND_BIT } from '../domain/link';
import type { LinkKind } from '../domain/link';
import type { ReconciledRecord } from './numbered';

export class KindSets {
  private readonly sets: Uint8Array;

  constructor(count: number) {
    this.sets = new Uint8Array(count);
  }

  has(kind: LinkKind, { at }: ReconciledRecord): boolean {
    return ((this.sets[at] as number) & KIND_BIT[kind]) !== 0;
  }

  /** Whether a record has this kind and no other. */
  hasOnly(kind: LinkKind, { at }: ReconciledRecord): boolean {
    return this.sets[at] === KIND_BIT[kind];
  }

  add(kind: LinkKind, { at }: ReconciledRecord): void {
    this.sets[at] = (this.sets[at] as number) | KIND_BIT[kind];
  }
}
