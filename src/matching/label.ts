import type { ReconciledRecord } from './numbered';

/** A record as a person knows it. */
export function label({ id, key }: ReconciledRecord): string {
  return id === '' ? key : id;
}
