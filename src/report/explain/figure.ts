/** What a cell of `Summary` is about, told from the words beside and above it. */

import { GAPS, MEASURES } from '../../domain/measure';
import type { Gap } from '../../domain/measure';
import type { Line, VarianceItem } from '../../domain/reconciliation';
import type { ReportContext } from '../context';
import { expectedHeader, reasonHeader, toSettleHeader } from '../gapHeaders';
import { classAndReason } from '../reasonWords';
import { gapTitle, measureTitle } from '../wording';

/** A part of the result. */
export interface Figure {
  readonly lines: readonly Line[];
  readonly gap: Gap | null;
  /** Code of the reason whose items the figure sums; null: every reason of the gap. */
  readonly code: string | null;
}

/** The gap that a column of `Reconciliation` is about; null for the others. */
export function gapOfHeader(header: string): Gap | null {
  return GAPS.find((gap) => [gapTitle, expectedHeader, toSettleHeader, reasonHeader].some((of) => of(gap) === header)) ?? null;
}

export function figureOf(beside: readonly string[], above: readonly string[], context: ReportContext): Figure | null {
  const { result, periodItems } = context;
  const [word = ''] = beside;
  const gapAbove = first(above, (text) => GAPS.find((gap) => gapTitle(gap) === text));
  const gapBeside = GAPS.find((gap) => gapTitle(gap) === word);
  if (gapBeside !== undefined) return { lines: result.lines, gap: gapBeside, code: null };
  const reason = periodItems.find(({ reasonClass, code }) => classAndReason(reasonClass, code) === word);
  if (reason !== undefined) return ofReason(reason, gapAbove ?? null, context);
  if (MEASURES.some((measure) => measureTitle(measure, result) === word)) return { lines: result.lines, gap: null, code: null };
  if (gapAbove !== undefined) return { lines: result.lines, gap: gapAbove, code: null };
  const named = result.lines.filter(({ customer, owner }) => context.customerName(customer) === word || owner === word);
  return named.length === 0 ? null : { lines: named, gap: null, code: null };
}

/** Lines that have the reason; a code stands in one gap or in those where the sheet names it. */
function ofReason({ code, gap }: VarianceItem, asked: Gap | null, { result, periodItems }: ReportContext): Figure {
  const keys = new Set(
    periodItems.filter((item) => item.code === code && (asked === null || item.gap === asked)).map(({ line }) => line),
  );
  return { lines: result.lines.filter(({ key }) => keys.has(key)), gap: asked ?? gap, code };
}

function first<T>(texts: readonly string[], find: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = find(text);
    if (found !== undefined) return found;
  }
  return undefined;
}
