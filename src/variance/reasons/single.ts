/** A piece without a partner, and the rules that take it apart: an ordered list, each taking only what it can show. */

import type { Day, Month } from '../../domain/day';
import type { Certainty } from '../../domain/link';
import type { Gap } from '../../domain/measure';
import type { Minor } from '../../domain/money';
import type { ReconciledRecord, RecordKey } from '../../domain/record';
import type { Entry } from '../pieces/entry';
import type { Books } from './books';
import type { Code } from './index';

export interface Single {
  readonly gap: Gap;
  readonly entry: Entry;
  readonly record: ReconciledRecord;
  /** What is left to explain, minor units of the reporting currency. */
  readonly rest: Minor;
  /** The same in the record's currency. */
  readonly restDoc: Minor;
}

export type Facts = Readonly<Record<string, string | number>>;

/** What a rule knows beside the code. */
export interface Finding {
  readonly certainty: Certainty;
  /** When the missing partner is due. */
  readonly expected?: Month;
  /** The date it should have happened; the document's own where absent. */
  readonly since?: Day;
  readonly facts?: Facts;
  /** The record to be settled where it is another one. */
  readonly anchor?: RecordKey;
}

export interface Share extends Finding {
  readonly code: Code;
  /** Minor units of the reporting currency, at most the rest. */
  readonly amount: Minor;
}

export type Rule = (single: Single, books: Books) => readonly Share[];

/** A rule that takes all that is left, or nothing. */
export function whole(code: Code, find: (single: Single, books: Books) => Finding | null): Rule {
  return (single, books) => {
    const finding = find(single, books);
    return finding === null ? [] : [{ code, amount: single.rest, ...finding }];
  };
}

/** The last rule of a list: what nothing before it could show. */
export function otherwise(code: Code, finding: Finding = { certainty: 'inferred' }): Rule {
  return whole(code, () => finding);
}

/**
 * Lets the rules take their amounts in turn until nothing is left; each takes no more than it shows.
 * What no rule takes is unexplained.
 */
export function takeApart(single: Single, rules: readonly Rule[], books: Books): Share[] {
  const shares: Share[] = [];
  let { rest, restDoc } = single;
  for (const rule of rules) {
    if (rest === 0) break;
    for (const share of rule({ ...single, rest, restDoc }, books)) {
      if (rest === 0 || (rest > 0 && share.amount <= 0)) continue;
      const amount = rest < 0 ? rest : Math.min(share.amount, rest);
      restDoc -= amount === rest ? restDoc : Math.round(restDoc * (amount / rest));
      rest -= amount;
      shares.push({ ...share, amount });
    }
  }
  if (rest !== 0) shares.push({ code: 'Q38', amount: rest, certainty: 'inferred' });
  return shares;
}
