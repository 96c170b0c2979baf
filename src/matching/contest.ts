/** Who of several gets records that more than one of them claims: the surest claim first, none where two are as good. */

import { groupBy } from './groupBy';

export interface Claim<O, R> {
  readonly owner: O;
  readonly takes: readonly R[];
}

export interface Rules<O, R, C extends Claim<O, R>> {
  /** The best claim of an owner on records that are not taken; null for none. */
  readonly claimOf: (owner: O, isTaken: (record: R) => boolean) => C | null;
  /** Looks at the claims of a round side by side before they are put in order. */
  readonly weigh?: (claims: readonly C[], isTaken: (record: R) => boolean) => readonly C[];
  /** Surest first; never 0 for claims of two owners. */
  readonly order: (a: C, b: C) => number;
  readonly isAsGood: (claim: C, other: C) => boolean;
  /** Whether two owners are one thing entered twice: the first of them then gets the records. */
  readonly isTwin: (a: O, b: O) => boolean;
}

export interface Award<C> {
  readonly claim: C;
  /** Claims on the same records that are as good: nobody gets them. */
  readonly ties: readonly C[];
  /** The surest of the claims that lost. */
  readonly rival: C | undefined;
}

/** An owner whose records went to others and that did not get to claim again. */
export interface Cut<O> {
  readonly cut: O;
}

/** Claims that are made anew in all: where hundreds claim the same records, each round serves few. */
const MOST_CLAIMS = 5_000;

/**
 * Awards records claim by claim; a claim that comes too late is made anew on what is left, round by round while one is
 * awarded anything.
 */
export function* contest<O, R, C extends Claim<O, R>>(owners: readonly O[], rules: Rules<O, R, C>): Generator<Award<C> | Cut<O>> {
  const taken = new Set<R>();
  const isTaken = (record: R): boolean => taken.has(record);
  const done = new Set<O>();
  let waiting = owners;
  for (let left = MOST_CLAIMS + owners.length; waiting.length > 0 && waiting.length <= left;) {
    left -= waiting.length;
    const made = waiting.flatMap((owner) => rules.claimOf(owner, isTaken) ?? []);
    const claims = [...(rules.weigh?.(made, isTaken) ?? made)].sort(rules.order);
    const claimsOn = groupBy(
      claims.flatMap((claim) => claim.takes.map((record) => ({ record, claim }))),
      ({ record }) => record,
    );
    const again: O[] = [];
    for (const claim of claims) {
      if (done.has(claim.owner)) continue;
      if (claim.takes.some(isTaken)) {
        again.push(claim.owner);
        continue;
      }
      const others = [...new Set(claim.takes.flatMap((record) => (claimsOn.get(record) ?? []).map((one) => one.claim)))].filter(
        (other) => other !== claim && !done.has(other.owner),
      );
      /** A rival that claims as well without these records does not contest them. */
      const needsThese = (other: C): boolean => {
        const elsewhere = rules.claimOf(other.owner, (record) => isTaken(record) || claim.takes.includes(record));
        return elsewhere === null || !rules.isAsGood(other, elsewhere);
      };
      const ties = others.filter(
        (other) => rules.isAsGood(claim, other) && !rules.isTwin(claim.owner, other.owner) && needsThese(other),
      );
      done.add(claim.owner);
      for (const record of claim.takes) taken.add(record);
      for (const tie of ties) done.add(tie.owner);
      yield { claim, ties, rival: others.sort(rules.order)[0] };
    }
    waiting = again.filter((owner) => !done.has(owner));
  }
  for (const cut of waiting) yield { cut };
}
