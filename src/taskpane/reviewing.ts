/** Decisions made in the pane since the last run, and what still waits: pure. */

import type { AlikeMatches, ReviewAmount, ReviewChoice, ReviewMatch, ReviewPlan } from '../report/plan';
import type { Alias, KeyedCells, LinkNote, LoggedDecision } from '../settings/decisions';
import type { Stepped } from './ports';

/**
 * alias: the two names are one customer · withdrawn: an earlier decision was taken back · relinked: another partner was taken ·
 * allocated: links got their amounts · accepted, status, noted, writtenOff: of exceptions.
 */
export type Verdict =
  'confirmed' | 'refused' | 'alias' | 'withdrawn' | 'relinked' | 'allocated' | 'accepted' | 'status' | 'noted' | 'writtenOff';

/** What a person decides: about these rows of `Matches`, told by a label. */
export interface Deciding {
  readonly keys: readonly string[];
  readonly label: string;
  readonly verdict: Verdict;
  /** The names of an alias; null for other verdicts. */
  readonly alias: { readonly from: string; readonly to: string } | null;
  /** Initials. */
  readonly by: string;
  /** What to look at afterwards, by its name among the items; null where nothing is left. */
  readonly next: string | null;
}

/** What a person settles otherwise: cells of `Exceptions`, words under `Decision` of `Matches`, told by a label. */
export interface Settling {
  readonly verdict: Verdict;
  readonly label: string;
  readonly reviews: readonly KeyedCells[];
  /** Links that `Matches` does not list get a row. */
  readonly links: readonly { readonly matchKey: string; readonly typed: string }[];
  /** Initials. */
  readonly by: string;
}

/** Cells of an exception's row before and after. */
export interface WrittenReview {
  readonly key: string;
  readonly before: KeyedCells['cells'];
  readonly after: KeyedCells['cells'];
}

/** A decision that stands in the workbook, and how it is taken back. */
export interface Made {
  readonly keys: readonly string[];
  readonly label: string;
  readonly verdict: Verdict;
  /** What stood in the rows before; none for an alias. */
  readonly before: readonly LinkNote[];
  /** The alias that was added. */
  readonly added: Alias | null;
  readonly reviews?: readonly WrittenReview[];
  /** Rows of `Matches` that were added. */
  readonly rows?: readonly KeyedCells[];
  readonly logged?: readonly LoggedDecision[];
}

export interface Reviewing {
  /** The latest last. */
  readonly made: readonly Made[];
  /** Made before the last run, which honoured them; they can still be taken back. */
  readonly honoured: readonly Made[];
  /** Of those before the last run the ones taken back since. */
  readonly takenBack: readonly Made[];
  /** What is said of the last step. @param gone rows that were no longer there to be taken back. */
  readonly told: { readonly what: Verdict | 'undone'; readonly label: string; readonly gone?: number } | null;
  /** The item that gets the focus, each time `turn` rises; null: the heading. */
  readonly at: string | null;
  readonly turn: number;
  /** Matches put off, in that order: they come after the others. */
  readonly skipped: readonly string[];
  /** Where the last step from exception to exception led; null before the first, and after a decision. */
  readonly stepped: Stepped | null;
}

export const NOTHING_MADE: Reviewing = {
  made: [],
  honoured: [],
  takenBack: [],
  told: null,
  at: null,
  turn: 0,
  skipped: [],
  stepped: null,
};

/** As many actions as a person may want to go back. */
const MOST_HONOURED = 50;

/** After a run: it honoured what was decided. */
export function withRun({ made, honoured }: Reviewing): Reviewing {
  return { ...NOTHING_MADE, honoured: [...honoured, ...made].slice(-MOST_HONOURED) };
}

/** What undoing takes back next; null where there is nothing. */
export function lastMade({ made, honoured }: Reviewing): { readonly last: Made; readonly isHonoured: boolean } | null {
  const last = made.at(-1) ?? honoured.at(-1);
  return last === undefined ? null : { last, isHonoured: made.length === 0 };
}

/** @param next the item that gets the focus; null: the heading. */
export function withMade(reviewing: Reviewing, made: Made, next: string | null): Reviewing {
  return {
    ...reviewing,
    made: [...reviewing.made, made],
    told: { what: made.verdict, label: made.label },
    at: next,
    turn: reviewing.turn + 1,
    stepped: null,
  };
}

/** Puts a match off; those put off before come first. */
export function withSkipped(reviewing: Reviewing, key: string, next: string | null): Reviewing {
  const skipped = [...reviewing.skipped.filter((one) => one !== key), key];
  return { ...reviewing, skipped, told: null, at: next, turn: reviewing.turn + 1 };
}

/** The cells of an exception as the pane wrote them since the run, over what they were. */
export function reviewedNow(
  { made, takenBack }: Reviewing,
  key: string,
  cells: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string | number>> {
  const reviewsOf = ({ reviews = [] }: Made): readonly WrittenReview[] => reviews.filter((review) => review.key === key);
  return [
    ...takenBack.flatMap(reviewsOf).map(({ before }) => before),
    ...made.flatMap(reviewsOf).map(({ after }) => after),
  ].reduce<Readonly<Record<string, string | number>>>((now, written) => ({ ...now, ...written }), cells);
}

/** Takes the last decision away; the item it was about comes back. @param gone rows that were no longer there. */
export function withoutLast(reviewing: Reviewing, gone = 0): Reviewing {
  const found = lastMade(reviewing);
  if (found === null) return reviewing;
  const { last, isHonoured } = found;
  const { made, takenBack } = reviewing;
  return {
    ...withoutHonoured(reviewing),
    made: made.slice(0, -1),
    takenBack: isHonoured ? [...takenBack, last] : takenBack,
    told: { what: 'undone', label: last.label, gone },
    at: last.keys[0] ?? null,
    turn: reviewing.turn + 1,
    stepped: null,
  };
}

/** A decision of before the run that can never be taken back is let go: the way to those before it is free. */
export function withoutHonoured(reviewing: Reviewing): Reviewing {
  return reviewing.made.length > 0 ? reviewing : { ...reviewing, honoured: reviewing.honoured.slice(0, -1) };
}

/** Keys of matches and exceptions that were decided on, or of which a decision was taken back, since the run. */
export function decidedKeys({ made, takenBack }: Reviewing): ReadonlySet<string> {
  return new Set([...takenBack, ...made].flatMap(({ keys }) => keys));
}

/** Matches of a state on which nothing was decided since the run, those put off last. */
export function stillOpen(review: ReviewPlan, reviewing: Reviewing, state: ReviewMatch['state']): readonly ReviewMatch[] {
  const decided = decidedKeys(reviewing);
  const open = review.matches.filter((match) => match.state === state && !decided.has(match.key));
  if (reviewing.skipped.length === 0) return open;
  const rankOf = ({ key }: ReviewMatch): number => reviewing.skipped.indexOf(key);
  return [...open].sort((a, b) => rankOf(a) - rankOf(b));
}

export interface Progress {
  /** Decided since the run, of all suggested matches of the run. */
  readonly done: number;
  readonly of: number;
  /** What those that still wait carry, by currency. */
  readonly amounts: readonly ReviewAmount[];
}

/** How far the suggested matches are decided. */
export function progressOf({ counts, alike }: ReviewPlan, reviewing: Reviewing): Progress {
  const decided = decidedKeys(reviewing);
  const members = alike.flatMap((group) => group.members);
  const waiting = members.filter(({ key }) => !decided.has(key));
  const of = counts.suggested ?? 0;
  return { done: members.length - waiting.length, of, amounts: sumsOf(waiting) };
}

function sumsOf(members: readonly { readonly amount: ReviewAmount | null }[]): ReviewAmount[] {
  const sums = new Map<string, number>();
  for (const { amount } of members)
    if (amount !== null) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.minor);
  return [...sums].map(([currency, minor]) => ({ minor, currency })).sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

export function openChoices(review: ReviewPlan, reviewing: Reviewing): readonly ReviewChoice[] {
  const decided = decidedKeys(reviewing);
  return review.choices.filter(({ candidates }) => !candidates.some(({ keys }) => keys.some((key) => decided.has(key))));
}

/** How many records that several candidates fit there are beyond those that the pane holds. */
export function choicesBeyond({ choices, choiceCount }: ReviewPlan): number {
  return choiceCount - choices.length;
}

/** How many of a state there are beyond those that the pane holds. */
export function beyondShown(review: ReviewPlan, state: ReviewMatch['state']): number {
  return (review.counts[state] ?? 0) - review.matches.filter((match) => match.state === state).length;
}

export interface Alike {
  readonly keys: readonly string[];
  readonly kind: string;
  readonly pass: string;
  /** The probability that all of them have at least. */
  readonly least: number;
  /** Sums by currency. */
  readonly amounts: readonly ReviewAmount[];
}

/** Suggested matches of the same kind and pass that are at least as sure, this one among them; null where it is alone. */
export function alikeOf(match: ReviewMatch, groups: readonly AlikeMatches[], reviewing: Reviewing): Alike | null {
  const { kind, pass, probability } = match;
  if (match.state !== 'suggested' || probability === null) return null;
  const decided = decidedKeys(reviewing);
  const members = (groups.find((group) => group.kind === kind && group.pass === pass)?.members ?? []).filter(
    (member) => member.probability >= probability && !decided.has(member.key),
  );
  if (members.length < 2) return null;
  return {
    keys: members.map(({ key }) => key),
    kind,
    pass,
    least: probability,
    amounts: sumsOf(members),
  };
}
