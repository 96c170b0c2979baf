/** A few lines added up, and the steps from one of their measures to the next. */

import { isoMonth } from '../../domain/day';
import { GAP_SIDES, MEASURES } from '../../domain/measure';
import type { Gap, Measure } from '../../domain/measure';
import type { Minor } from '../../domain/money';
import type { Line, VarianceItem } from '../../domain/reconciliation';
import { figuresOf } from '../context';
import type { ReportContext } from '../context';
import { byClassThenSize, reasonSums } from '../reasonSums';
import { reasonName } from '../reasonWords';
import { gapTitle, measureTitle } from '../wording';
import type { GapBridge, LinesTold, Listed } from './explanation';

/** Names of customers and owners that are listed. */
const NAMED = 3;

export function linesTold(lines: readonly Line[], context: ReportContext): LinesTold | null {
  const [first] = lines;
  if (first === undefined) return null;
  let [from, to] = [first.month, first.month];
  for (const { month } of lines) {
    if (month < from) from = month;
    if (month > to) to = month;
  }
  return {
    count: lines.length,
    key: lines.length === 1 ? first.key : null,
    customers: namesOf(lines, ({ customer }) => context.customerName(customer)),
    from: isoMonth(from),
    to: isoMonth(to),
    owners: namesOf(lines, ({ owner }) => owner),
    measures: measuresOf(lines, context),
  };
}

function namesOf(lines: readonly Line[], nameOf: (line: Line) => string): Listed<string> {
  const names = new Set(lines.map(nameOf));
  return { all: names.size, shown: [...names].slice(0, NAMED) };
}

function measuresOf(lines: readonly Line[], { result }: ReportContext): Record<Measure, Minor | null> {
  const sums = MEASURES.map((measure): [Measure, Minor | null] => [
    measure,
    result.provided[measure] ? lines.reduce((sum, line) => sum + (line.measures[measure] ?? 0), 0) : null,
  ]);
  return Object.fromEntries(sums) as Record<Measure, Minor | null>;
}

/** @param gap the one that is asked about; null: every gap that differs or has reasons that set each other off. */
export function bridgesOf(
  lines: readonly Line[],
  items: readonly VarianceItem[],
  gap: Gap | null,
  context: ReportContext,
): GapBridge[] {
  const measures = measuresOf(lines, context);
  return context.providedGaps.flatMap((one) => {
    if (gap !== null && one !== gap) return [];
    const steps = byClassThenSize(reasonSums(items, one)).map(({ code, reasonClass, net, count }) => ({
      code,
      reasonClass,
      reason: reasonName(code),
      change: 0 - net,
      count,
    }));
    if (gap === null && steps.length === 0) return [];
    const { left, right } = GAP_SIDES[one];
    const end = (measure: Measure): GapBridge['left'] => ({
      title: measureTitle(measure, context.result),
      amount: measures[measure] ?? 0,
    });
    const { expected, toSettle } = figuresOf(items, one, context);
    return [{ gap: one, title: gapTitle(one), left: end(left), right: end(right), steps, expected, toSettle }];
  });
}
