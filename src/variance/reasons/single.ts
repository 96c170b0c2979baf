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

/** Rules in the order in which they are asked, and the family that an exception of theirs belongs to. */
export interface RuleList {
  readonly family: string;
  readonly rules: readonly Rule[];
}

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
 * Rules that tell by the amount alone. What a column states wins; where two infer the whole rest with equal right, none is
 * asserted and all are named.
 */
export function byAmount(...rules: readonly Rule[]): Rule {
  return (single, books) => {
    const found = rules.map((rule) => rule(single, books)).filter((shares) => shares.length > 0);
    const stated = found.find((shares) => shares.every(({ certainty }) => certainty === 'stated'));
    const codes = [...new Set(found.flatMap((shares) => shares.map(({ code }) => code)))];
    if (stated !== undefined || codes.length < 2) return stated ?? found[0] ?? [];
    return [{ code: 'Q38', amount: single.rest, certainty: 'inferred', facts: { possible: codes.join(' ') } }];
  };
}

/** A rule whose finding also names what may lie behind it but cannot be proved. */
export function hinting(rule: Rule, possible: (single: Single, books: Books) => readonly Code[]): Rule {
  return (single, books) => {
    const shares = rule(single, books);
    const codes = shares.length === 0 ? [] : possible(single, books);
    if (codes.length === 0) return shares;
    return shares.map((share) => ({ ...share, facts: { ...share.facts, possible: codes.join(' ') } }));
  };
}

/**
 * Lets the rules take their amounts in turn until nothing is left; each takes no more than it shows. Effects that a rule
 * keeps apart may have opposite signs: they are taken together or not at all.
 * What no rule takes is unexplained.
 */
export function takeApart(single: Single, rules: readonly Rule[], books: Books): Share[] {
  const shares: Share[] = [];
  const { gap, entry, record } = single;
  let { rest, restDoc } = single;
  // What is left of it, made anew only where a rule took something.
  let left = single;
  const take = (share: Share, amount: Minor): void => {
    restDoc -= amount === rest ? restDoc : Math.round(restDoc * (amount / rest));
    rest -= amount;
    left = { gap, entry, record, rest, restDoc };
    shares.push({ ...share, amount });
  };
  for (const rule of rules) {
    if (rest === 0) break;
    const found = rule(left, books);
    if (rest > 0 && found.some(({ amount }) => amount < 0)) {
      const net = found.reduce((sum, { amount }) => sum + amount, 0);
      if (net > 0 && net <= rest) for (const share of inLeast(found)) take(share, share.amount);
      continue;
    }
    for (const share of found) {
      if (rest === 0 || (rest > 0 && share.amount <= 0)) continue;
      take(share, rest < 0 ? rest : Math.min(share.amount, rest));
    }
  }
  if (rest !== 0) shares.push({ code: 'Q38', amount: rest, certainty: 'inferred' });
  return shares;
}

/** Those that add first, so that what is left never falls to nothing on the way. */
function inLeast(shares: readonly Share[]): Share[] {
  return [...shares].sort((a, b) => a.amount - b.amount).filter(({ amount }) => amount !== 0);
}
