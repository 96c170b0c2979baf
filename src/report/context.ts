/** What every sheet needs of the run: its items in order, what is accepted, how amounts and places are shown. */

import type { Month } from '../domain/day';
import { monthsOf } from '../domain/fiscal';
import type { Months } from '../domain/fiscal';
import { GAP_SIDES, GAPS } from '../domain/measure';
import type { Gap } from '../domain/measure';
import type { Minor } from '../domain/money';
import type { Exception, Line, LineKey, ReasonClass, Reconciliation, VarianceItem } from '../domain/reconciliation';
import type { Provenance, ReconciledRecord, RecordKey } from '../domain/record';
import { writtenOffReason } from '../settings/reviewWords';
import type { Decisions, PreviousException } from '../settings/decisions';
import type { RefusedSetting } from '../settings/definitions';
import type { LastRun } from '../settings/lastRun';
import type { Wording } from '../variance/describe';
import { cellAddress } from './a1';
import { moneyCells } from './money';
import type { MoneyCells } from './money';
import { tablesFor } from './parts';
import { EXCEPTIONS, MAX_TABLE_ROWS, RECONCILIATION } from './tableNames';

/** What the workbook kept and the sheets show again. */
export interface ReportKept {
  readonly typed: Readonly<Record<string, string | number>>;
  readonly decisions: Decisions;
  readonly refusedSettings: readonly RefusedSetting[];
  /** Rows of `Exceptions` before the run. */
  readonly previous: readonly PreviousException[];
  readonly lastRun: LastRun | null;
}

export const NOTHING_KEPT: ReportKept = {
  typed: {},
  decisions: { aliases: [], links: [] },
  refusedSettings: [],
  previous: [],
  lastRun: null,
};

export interface GapFigures {
  readonly variance: Minor;
  readonly expected: Minor;
  readonly toSettle: Minor;
  /** Part of `toSettle`. */
  readonly unexplained: Minor;
}

export interface ReportContext {
  readonly result: Reconciliation;
  readonly kept: ReportKept;
  readonly money: MoneyCells;
  /** The fiscal months. */
  readonly months: Months;
  readonly providedGaps: readonly Gap[];
  /** Items whose month is in the period: those of its lines, and of lines made only by legs. */
  readonly periodItems: readonly VarianceItem[];
  readonly itemsOfLine: ReadonlyMap<LineKey, readonly VarianceItem[]>;
  /** Of each gap over all lines. */
  readonly figures: Readonly<Record<Gap, GapFigures>>;
  readonly isToSettle: (item: VarianceItem) => boolean;
  isAccepted(exceptionKey: string | null): boolean;
  record(key: RecordKey | null): ReconciledRecord | null;
  /** A record's own id, or its source cell where it has none; "" without a record. */
  nameOf(key: RecordKey | null): string;
  /** Amounts, records and customers as the sentences of the sheets write them. */
  readonly wording: Wording;
  /** The tables that hold a table's rows, in their order: one, unless it has more rows than a sheet holds. */
  readonly tablesOf: (table: string) => readonly string[];
  /** A customer's name by its key; a name that no customer has, as an earlier run wrote it, stays. */
  customerName(key: string): string;
}

/** @param limit rows that a sheet holds. */
export function reportContext(result: Reconciliation, kept: ReportKept, limit = MAX_TABLE_ROWS): ReportContext {
  const { from, to } = result.period;
  const periodItems = result.items.filter((item) => isWithin(item.month, from, to));
  const itemsOfLine = new Map<LineKey, VarianceItem[]>();
  for (const item of periodItems) {
    const before = itemsOfLine.get(item.line);
    if (before === undefined) itemsOfLine.set(item.line, [item]);
    else before.push(item);
  }
  const accepted = new Set(
    result.exceptions
      .filter(({ status }) => isStatus(status, 'Accepted') || writtenOffReason(status) !== null)
      .map(({ key }) => key),
  );
  const isAccepted = (key: string | null): boolean => key !== null && accepted.has(key);
  const record = (key: RecordKey | null): ReconciledRecord | null => (key === null ? null : (result.records.get(key) ?? null));
  const money = moneyCells(result.currency);
  const customerName = (key: string): string => result.customers.get(key)?.name ?? key;
  const isToSettle = (item: VarianceItem): boolean =>
    mustSettle(item.reasonClass, item.treatment) && !isAccepted(item.exceptionKey);
  let figures: ReportContext['figures'] | null = null;
  return {
    result,
    kept,
    money,
    months: monthsOf(result.calendar),
    providedGaps: GAPS.filter((gap) => isProvided(result, gap)),
    periodItems,
    itemsOfLine,
    isAccepted,
    isToSettle,
    get figures() {
      return (figures ??= figuresOfLines(result.lines, itemsOfLine, isToSettle));
    },
    record,
    nameOf(key) {
      const found = record(key);
      if (found === null) return key ?? '';
      return found.id === '' ? sourceText(found.source) : found.id;
    },
    tablesOf: (table) =>
      tablesFor(
        table,
        table === RECONCILIATION ? result.lines.length : table === EXCEPTIONS ? result.exceptions.length : 1,
        limit,
      ),
    customerName,
    wording: { amount: money.text, record: (key) => result.records.get(key), customer: customerName },
  };
}

export function isProvided(result: Reconciliation, gap: Gap): boolean {
  const { left, right } = GAP_SIDES[gap];
  return result.provided[left] && result.provided[right];
}

/** A row of `Exceptions` that a person wrote: no exception of Tieout's. */
export function isOwnRow({ key }: Exception): boolean {
  return key === '';
}

export function isStatus(typed: string, status: string): boolean {
  return typed.trim().toLowerCase() === status.toLowerCase();
}

function mustSettle(reasonClass: ReasonClass, treatment: VarianceItem['treatment']): boolean {
  return treatment === 'Act' || reasonClass === 'Unexplained';
}

function isWithin(month: Month, from: Month, to: Month): boolean {
  return month >= from && month <= to;
}

/** Figures of one gap over items; their variance is the sum of the items. */
export function figuresOf(items: readonly VarianceItem[], gap: Gap, context: ReportContext): GapFigures {
  let [expected, toSettle, unexplained] = [0, 0, 0];
  for (const item of items) {
    if (item.gap !== gap) continue;
    if (!context.isToSettle(item)) expected += item.amount;
    else {
      toSettle += item.amount;
      if (item.reasonClass === 'Unexplained') unexplained += item.amount;
    }
  }
  return { variance: expected + toSettle, expected, toSettle, unexplained };
}

/** Figures of each gap over the lines of `Reconciliation`, as its totals show them. */
function figuresOfLines(
  lines: readonly Line[],
  itemsOfLine: ReportContext['itemsOfLine'],
  isToSettle: ReportContext['isToSettle'],
): Readonly<Record<Gap, GapFigures>> {
  const sums = { BI: noFigures(), IR: noFigures(), IC: noFigures() };
  for (const line of lines) {
    for (const gap of GAPS) {
      const { left, right } = GAP_SIDES[gap];
      sums[gap].variance += (line.measures[left] ?? 0) - (line.measures[right] ?? 0);
    }
    for (const item of itemsOfLine.get(line.key) ?? []) {
      const sum = sums[item.gap];
      if (!isToSettle(item)) sum.expected += item.amount;
      else {
        sum.toSettle += item.amount;
        if (item.reasonClass === 'Unexplained') sum.unexplained += item.amount;
      }
    }
  }
  return sums;
}

function noFigures(): { -readonly [K in keyof GapFigures]: GapFigures[K] } {
  return { variance: 0, expected: 0, toSettle: 0, unexplained: 0 };
}

/** Cell a record stands in, as text: `Invoices!A12`. Column A: the row is what counts. */
export function sourceText(source: Provenance | null): string {
  return source === null ? '' : `${source.sheet}!${cellAddress(source.row - 1, 0)}`;
}
