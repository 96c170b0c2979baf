/** Runs a book through the whole engine and tells what came of it, a line each. */

import { isoDay, isoMonth, monthOf, serialOfDay } from '../../../src/domain/day';
import type { SourceGrid } from '../../../src/domain/grid';
import type { Link } from '../../../src/domain/link';
import { GAPS, GAP_SIDES } from '../../../src/domain/measure';
import { toMajor } from '../../../src/domain/money';
import type { Exception, Reconciliation } from '../../../src/domain/reconciliation';
import type { RecordKey } from '../../../src/domain/record';
import { inspect, reconcile } from '../../../src/reconcile';
import type { ReconcileInput } from '../../../src/reconcile';
import type { PreviousException } from '../../../src/settings/decisions';
import { inOrder, show } from '../../variance/support/show';
import { sheetsOf } from './sheets';

type Settings = Partial<Omit<ReconcileInput, 'grids' | 'mappings'>>;

/** Reads, matches and explains; nothing may be left to ask, and every identity must hold. */
export function run(book: string | readonly SourceGrid[], asOf: string, settings: Settings = {}): Reconciliation {
  const grids = typeof book === 'string' ? sheetsOf(book) : book;
  const { sources, questions, obstacles } = inspect(grids, []);
  expect([questions, obstacles]).toEqual([[], []]);
  const result = reconcile({
    grids,
    mappings: sources.map(({ mapping }) => mapping),
    reasons: {},
    decisions: { aliases: [], links: [] },
    previous: [],
    ...settings,
    definitions: { asOf, ...settings.definitions },
  });
  expect(result.identities.filter(({ holds }) => !holds)).toEqual([]);
  return result;
}

/**
 * What came of a run:
 * `BI  Mar +1,000 = T2 +1,000`  a line's difference and its items, ° marks one without a partner
 * `reason  BI  T2  Timing  Expected  stated`
 * `link  D-1 > I-1  1,000  stated`
 * `note  Q14  D-1, I-1, I-2`
 * `settle  BI.unbilled.deal.D-1  Q1  1,000  Open`
 * `left out  D-2  not-won  500`
 */
export function outcomeOf(result: Reconciliation): string[] {
  const id = idIn(result);
  const nameOf = (customer: string): string => nameIn(result, customer);
  const gaps = GAPS.filter((gap) => result.provided[GAP_SIDES[gap].left] && result.provided[GAP_SIDES[gap].right]);
  const reasons = result.items.map(({ gap, code, reasonClass, treatment, certainty }) =>
    ['reason', gap, code, reasonClass, treatment, certainty].join('  '),
  );
  return [
    ...gaps.flatMap((gap) => show(result, gap, nameOf).map((line) => `${gap}  ${line}`)),
    ...[...new Set(reasons)],
    ...result.links.map((link) => linkLine(link, id)),
    ...result.notes.map(({ code, records }) => `note  ${code}  ${records.map(id).join(', ')}`),
    ...result.exceptions.map(
      ({ key, code, amount, status }) => `settle  ${key}  ${code}  ${plain(amount, result.currency)}  ${status}`,
    ),
    ...result.leftOut.map(
      ({ record, text, cause, amount, currency }) =>
        `left out  ${record || text || '-'}  ${cause}  ${amount === null ? '-' : plain(amount, currency)}`,
    ),
  ];
}

/** The whole outcome, in whatever order; lines that begin with a word of `without` are not looked at. */
export function expectOutcome(result: Reconciliation, expected: string, ...without: readonly string[]): void {
  const written = expected
    .split('\n')
    .map((line) => line.trim().replace(/\s{2,}/g, '  '))
    .filter((line) => line !== '');
  const told = outcomeOf(result).filter((line) => !without.some((word) => line.startsWith(`${word}  `)));
  expect(told.map(inOrderOf).sort()).toEqual(written.map(inOrderOf).sort());
}

const inOrderOf = (line: string): string => (line.includes(' = ') ? inOrder(line) : line);

function linkLine({ left, right, allocated, currency, certainty, state }: Link, id: (key: RecordKey) => string): string {
  const sure = state === 'matched' ? certainty : `${certainty}, ${state}`;
  return `link  ${id(left)} > ${id(right)}  ${plain(allocated, currency)}  ${sure}`;
}

/** A record by its own number, a month of a schedule by the month. */
function idIn({ records }: Reconciliation): (key: RecordKey) => string {
  return (key) => {
    const record = records.get(key);
    return record === undefined ? key : record.role === 'revenue' ? isoMonth(monthOf(record.day)) : record.id || '-';
  };
}

export function nameIn({ customers }: Reconciliation, customer: string): string {
  return customers.get(customer)?.name ?? customer;
}

function plain(minor: number, currency: string): string {
  return toMajor(minor, currency).toLocaleString('en', { maximumFractionDigits: 2 });
}

/** `Exceptions` as the next run finds it, with what a reviewer typed by exception key. */
export function reviewed(
  result: Reconciliation,
  typed: Readonly<Record<string, Partial<PreviousException>>> = {},
): PreviousException[] {
  return result.exceptions.map((exception) => ({ ...previousOf(exception, result), ...typed[exception.key] }));
}

function previousOf(exception: Exception, { currency }: Reconciliation): PreviousException {
  const { key, status, resolution, assignee, dueBy, acceptUntil, comment, code, gap, whatChanged, amount } = exception;
  return {
    ...{ key, status, resolution, assignee, dueBy, acceptUntil, comment, code, whatChanged },
    gap: gap ?? '',
    amount: toMajor(amount, currency),
    firstSeen: serialOfDay(exception.firstSeen),
    lastSeen: serialOfDay(exception.lastSeen),
    closedOn: exception.closedOn === null ? null : serialOfDay(exception.closedOn),
    cells: {},
  };
}

/** Key, status, resolution and what a person typed. */
export function lives(result: Reconciliation): string[] {
  return result.exceptions
    .map(({ key, status, resolution, comment, firstSeen }) =>
      [key, status, resolution || '-', isoDay(firstSeen), comment || '-'].join('  '),
    )
    .sort();
}
