/** When timing is expected to reverse: open Timing of the closing balances by the month its partner comes. */

import { isoMonth } from '../../domain/day';
import { GAPS } from '../../domain/measure';
import type { VarianceItem } from '../../domain/reconciliation';
import type { ReportContext } from '../context';
import type { PlannedCell } from '../plan';
import { NOT_PROVIDED, gapTitle } from '../wording';
import { listing } from './section';
import type { Corner, Section } from './section';

const MONTHS = 6;

export function timingByMonth(corner: Corner, { result, money }: ReportContext): Section {
  const { to } = result.period;
  const sums = new Map<string, number[]>();
  for (const item of result.items) {
    if (item.reasonClass !== 'Timing' || item.month > to || !isOpenAt(item, to)) continue;
    const label = labelOf(item);
    const amounts = sums.get(label) ?? GAPS.map(() => 0);
    amounts[GAPS.indexOf(item.gap)] = (amounts[GAPS.indexOf(item.gap)] ?? 0) + item.amount;
    sums.set(label, amounts);
  }
  const sorted = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
  const shown = sorted.length > MONTHS ? sorted.slice(0, MONTHS - 1) : sorted;
  const rest = sorted.slice(shown.length).map(([, amounts]) => amounts);
  const cells = (label: string, amounts: readonly number[]): PlannedCell[] => [
    label,
    ...GAPS.map((gap, index) => (result.rollForward[gap] === null ? NOT_PROVIDED : money.cell(amounts[index] ?? 0))),
  ];
  const rows = shown.map(([label, amounts]) => ({ cells: cells(label, amounts) }));
  if (rest.length > 0)
    rows.push({
      cells: cells(
        'Later',
        GAPS.map((_, index) => rest.reduce((sum, amounts) => sum + (amounts[index] ?? 0), 0)),
      ),
    });
  const amount = { numberFormat: money.format, align: 'Right' } as const;
  return listing(corner, {
    title: 'Timing by the month it is expected to reverse',
    header: ['Month', ...GAPS.map(gapTitle)],
    rows: rows.length === 0 ? [{ cells: ['No timing is open'] }] : rows,
    formats: [{}, amount, amount, amount],
  });
}

/** A single stays open; a pair is open at the period's end where its other end comes after it. */
function isOpenAt(item: VarianceItem, to: number): boolean {
  return item.form === 'single' || (item.otherMonth !== null && item.otherMonth > to);
}

/** Sorts as it reads: months first, then what has none. */
function labelOf(item: VarianceItem): string {
  const month = item.form === 'single' ? item.expectedMonth : item.otherMonth;
  return month === null ? 'No month stated' : isoMonth(month);
}
