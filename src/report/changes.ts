/** What a run found otherwise than the last: totals and what moved them, exceptions that came and went, settings. */

import { isoDay } from '../domain/day';
import { GAPS } from '../domain/measure';
import type { Gap } from '../domain/measure';
import { exactMinor } from '../domain/money';
import type { Exception } from '../domain/reconciliation';
import type { PreviousException } from '../settings/decisions';
import type { CountAndAmount, LastRun, LoggedSetting, RunChanges, RunFacts, SettingChange } from '../settings/lastRun';
import { isOwnRow, isStatus } from './context';
import type { ReportContext } from './context';
import { reasonSums } from './reasonSums';
import { periodText } from './summary/headline';

/** Older entries of the log are forgotten: the workbook's settings are no archive. */
const LOGGED = 100;

/**
 * This run for the next one to compare with. A run that finds nothing otherwise than the last keeps what that one told, so
 * that running again changes nothing.
 */
export function runRecord(context: ReportContext): LastRun {
  const { lastRun } = context.kept;
  const facts = factsOf(context);
  if (lastRun === null) return { version: 1, facts, changes: null, log: [] };
  const changes = changesOf(lastRun.facts, facts, exceptionChanges(context, lastRun.facts.currency === facts.currency));
  if (isNothing(changes) && isSameDay(lastRun.facts, facts)) return { ...lastRun, facts };
  const logged = changes.settings.map((change): LoggedSetting => ({
    ...change,
    asOf: facts.asOf,
    currency: facts.currency,
    moved: Object.fromEntries(Object.entries(changes.gaps).map(([gap, { moves }]) => [gap, sumOf(Object.values(moves))])),
  }));
  return { version: 1, facts, changes, log: [...logged, ...lastRun.log].slice(0, LOGGED) };
}

/** Whether the last run had the figures of this one: the same period, currency, and reasons to the cent. */
export function isSameRun(context: ReportContext): boolean {
  const { lastRun } = context.kept;
  if (lastRun === null) return false;
  const facts = factsOf(context);
  const isEqual = (a: Readonly<Record<string, number>> = {}, b: Readonly<Record<string, number>> = {}): boolean =>
    [...new Set([...Object.keys(a), ...Object.keys(b)])].every((code) => (a[code] ?? 0) === (b[code] ?? 0));
  return isSameDay(lastRun.facts, facts) && GAPS.every((gap) => isEqual(lastRun.facts.gaps[gap], facts.gaps[gap]));
}

function factsOf({ result, periodItems, providedGaps }: ReportContext): RunFacts {
  return {
    period: periodText(result.period),
    asOf: isoDay(result.asOf),
    currency: result.currency,
    gaps: Object.fromEntries(
      providedGaps.map((gap) => [gap, Object.fromEntries(reasonSums(periodItems, gap).map(({ code, net }) => [code, net]))]),
    ),
    settings: Object.fromEntries(result.settingsUsed.map(({ key, value }) => [key, value])),
  };
}

const isSameDay = (a: RunFacts, b: RunFacts): boolean => a.period === b.period && a.asOf === b.asOf && a.currency === b.currency;

function changesOf(before: RunFacts, now: RunFacts, exceptions: RunChanges['exceptions']): RunChanges {
  const { period, asOf, currency } = before;
  const comparable = before.currency === now.currency ? GAPS.filter((gap) => gap in before.gaps && gap in now.gaps) : [];
  return {
    since: { period, asOf, currency },
    gaps: Object.fromEntries(comparable.map((gap) => [gap, gapChange(before.gaps[gap] ?? {}, now.gaps[gap] ?? {})])),
    exceptions,
    settings: settingChanges(before, now),
  };
}

function gapChange(before: Readonly<Record<string, number>>, now: Readonly<Record<string, number>>): RunChanges['gaps'][string] {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  const moves = codes.map((code): [string, number] => [code, (now[code] ?? 0) - (before[code] ?? 0)]);
  return { from: sumOf(Object.values(before)), moves: Object.fromEntries(moves.filter(([, amount]) => amount !== 0)) };
}

/** A setting that only one of the two versions knows has not been changed by anybody. */
function settingChanges(before: RunFacts, now: RunFacts): SettingChange[] {
  return Object.entries(now.settings).flatMap(([key, to]) => {
    const from = before.settings[key];
    return from === undefined || String(from) === String(to) ? [] : [{ key, from, to }];
  });
}

/**
 * Against the rows of `Exceptions` as they stood before the run; the first of pasted copies is the live one.
 * @param isSameCurrency where it is not, reasons are compared and amounts left out: all are 0.
 */
function exceptionChanges({ result, kept }: ReportContext, isSameCurrency: boolean): RunChanges['exceptions'] {
  const before = new Map<string, PreviousException>();
  for (const row of kept.previous) if (!before.has(row.key)) before.set(row.key, row);
  const amountBefore = ({ amount }: PreviousException): number => exactMinor(amount, result.currency) ?? 0;
  const tally = { found: nothing(), gone: nothing(), changed: nothing(), reopened: nothing() };
  const add = (kind: keyof typeof tally, amount: number): void => {
    tally[kind].count += 1;
    if (isSameCurrency) tally[kind].amount += Math.abs(amount);
  };
  for (const exception of result.exceptions) {
    if (isStatus(exception.status, 'Copy') || isOwnRow(exception)) continue;
    const row = before.get(exception.key);
    if (row === undefined) add('found', exception.amount);
    else if (isGone(exception)) {
      if (isStatus(exception.status, 'Resolved') && !isStatus(row.status, 'Resolved')) add('gone', amountBefore(row));
    } else if (isStatus(exception.status, 'Reopened') && !isStatus(row.status, 'Reopened')) add('reopened', exception.amount);
    else if (isSameCurrency && exception.amount !== amountBefore(row)) add('changed', exception.amount - amountBefore(row));
    else if (exception.code !== row.code) add('changed', 0);
  }
  return tally;
}

/** Its row stands as an earlier run wrote it. */
const isGone = ({ keptCells }: Exception): boolean => keptCells !== null;

const nothing = (): { -readonly [K in keyof CountAndAmount]: CountAndAmount[K] } => ({ count: 0, amount: 0 });

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

function isNothing({ gaps, exceptions, settings }: RunChanges): boolean {
  return (
    settings.length === 0 &&
    Object.values(exceptions).every(({ count }) => count === 0) &&
    Object.values(gaps).every(({ moves }) => Object.keys(moves).length === 0)
  );
}

export interface Move {
  readonly code: string;
  readonly byGap: Readonly<Partial<Record<Gap, number>>>;
}

/** What each reason moved the gaps by, the largest first. */
export function movesOf({ gaps }: RunChanges): Move[] {
  const moves = new Map<string, Partial<Record<Gap, number>>>();
  for (const gap of GAPS)
    for (const [code, amount] of Object.entries(gaps[gap]?.moves ?? {})) moves.set(code, { ...moves.get(code), [gap]: amount });
  const size = ({ byGap }: Move): number => sumOf(Object.values(byGap).map(Math.abs));
  return [...moves].map(([code, byGap]) => ({ code, byGap })).sort((a, b) => size(b) - size(a) || (a.code < b.code ? -1 : 1));
}
