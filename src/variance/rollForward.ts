/** Opening + movement = closing, and what the closing balance is made of. */

import type { Month } from '../domain/day';
import { GAP_SIDES } from '../domain/measure';
import type { Gap } from '../domain/measure';
import type { Minor } from '../domain/money';
import type { Line, RollForward, VarianceItem } from '../domain/reconciliation';

interface Period {
  readonly from: Month;
  readonly to: Month;
}

/** Null where a side of the gap is not provided. `lines` are those of the whole horizon. */
export function rollForward(
  gap: Gap,
  lines: readonly Line[],
  items: readonly VarianceItem[],
  period: Period,
): RollForward | null {
  const { left: leftMeasure, right: rightMeasure } = GAP_SIDES[gap];
  let [opening, left, right] = [0, 0, 0];
  for (const { month, measures } of lines) {
    const [a, b] = [measures[leftMeasure], measures[rightMeasure]];
    if (a === null || b === null) return null;
    if (month < period.from) opening += a - b;
    else if (month <= period.to) {
      left += a;
      right += b;
    }
  }
  const closing = opening + left - right;
  return { opening, left, right, closing, closingByCode: closingByCode(gap, items, period.to) };
}

/** Singles up to the period's end, and the ends of pairs whose other end comes after it. Moves net to zero in their month. */
export function closingByCode(gap: Gap, items: readonly VarianceItem[], to: Month): Map<string, Minor> {
  const byCode = new Map<string, Minor>();
  for (const item of items) {
    if (item.gap !== gap || item.month > to || item.form === 'move') continue;
    if (item.form === 'pair' && item.otherMonth !== null && item.otherMonth <= to) continue;
    byCode.set(item.code, (byCode.get(item.code) ?? 0) + item.amount);
  }
  return byCode;
}
