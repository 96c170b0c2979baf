/** The run in figures, for the pane and the command line. */

import { isoDay } from '../domain/day';
import { GAPS, MEASURES } from '../domain/measure';
import type { Gap } from '../domain/measure';
import { CLASSES } from '../domain/reconciliation';
import type { Exception, Priority, VarianceItem } from '../domain/reconciliation';
import type { LastRun } from '../settings/lastRun';
import type { ReportContext } from './context';
import type { Digest } from './plan';
import { headline, messages, periodText } from './summary/headline';
import type { Fit } from './summary/headline';
import { isOpen } from './summary/ranking';
import { changeSentences } from './summary/sinceLastRun';
import { ties } from './summary/tieOutTable';
import { gapTitle, measureTitle } from './wording';

const PRIORITIES: readonly Priority[] = ['High', 'Medium', 'Low'];

export function digest(context: ReportContext, fit: Fit, run: LastRun): Digest {
  const { result, periodItems, providedGaps } = context;
  return {
    currency: result.currency,
    period: periodText(result.period),
    asOf: isoDay(result.asOf),
    totals: MEASURES.map((measure) => ({
      measure: measureTitle(measure, result),
      amount: result.provided[measure] ? result.lines.reduce((sum, line) => sum + (line.measures[measure] ?? 0), 0) : null,
    })),
    gaps: GAPS.map((gap) => {
      const figures = context.figures[gap];
      return {
        gap,
        title: gapTitle(gap),
        headline: headline(gap, context),
        ...figures,
        variance: providedGaps.includes(gap) ? figures.variance : null,
        byClass: byClass(periodItems, gap),
      };
    }),
    exceptions: PRIORITIES.map((priority) => {
      const open = result.exceptions.filter((exception) => exception.priority === priority && isOpen(exception));
      return { priority, count: open.length, amount: open.reduce((sum, { amount }) => sum + Math.abs(amount), 0) };
    }),
    exceptionsByClass: openByClass(result.exceptions),
    lines: result.lines.length,
    items: periodItems.length,
    leftOut: result.leftOut.length,
    identitiesHold: result.identities.every(({ holds }) => holds),
    tieOut: result.tieOut.map((row) => ({
      source: row.sheet,
      role: row.role,
      currency: row.currency,
      cause: row.cause,
      rows: row.rows,
      amount: row.amount,
      measure: row.measure,
      ties: ties(row, result.tieOut),
    })),
    changes: changeSentences(run, context),
    messages: messages(context, fit),
  };
}

function openByClass(exceptions: readonly Exception[]): Digest['exceptionsByClass'] {
  return CLASSES.map((reasonClass) => {
    const open = exceptions.filter((exception) => exception.reasonClass === reasonClass && isOpen(exception));
    return { reasonClass, count: open.length, amount: open.reduce((sum, { amount }) => sum + Math.abs(amount), 0) };
  });
}

function byClass(items: readonly VarianceItem[], gap: Gap): Digest['gaps'][number]['byClass'] {
  const sums = new Map(CLASSES.map((reasonClass) => [reasonClass, { reasonClass, net: 0, gross: 0, count: 0 }]));
  for (const item of items) {
    const sum = item.gap === gap ? sums.get(item.reasonClass) : undefined;
    if (sum === undefined) continue;
    sum.net += item.amount;
    sum.gross += Math.abs(item.amount);
    sum.count += 1;
  }
  return [...sums.values()];
}
