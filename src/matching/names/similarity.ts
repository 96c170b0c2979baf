/** The Dice score that a person reads in the evidence; candidate pairs only. */

import { compareTwoStrings } from 'string-similarity';

/** Shared letter pairs of two normalised texts, 0…1. Case counts: feed it normalised names. */
export function similarity(a: string, b: string): number {
  return compareTwoStrings(a, b);
}
