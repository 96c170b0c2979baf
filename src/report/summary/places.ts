/** Where Summary's parts stand. The upper part never moves, so that formulas elsewhere may point at it. */

import { MEASURES } from '../../domain/measure';
import type { ReportContext } from '../context';

/** Three panels side by side. The tie-out stands across the first two: its columns set the widths of theirs. */
export const LEFT = 0;
export const MIDDLE = 5;
/** Labels of the middle panel run over as many columns. */
export const MIDDLE_LABEL = 3;
/** After a gutter. */
export const RIGHT = 13;
/** Columns on the printed page. */
export const PRINTED = 17;
const LABELS: Readonly<Record<number, number>> = { [LEFT]: 43, 3: 22, 12: 3, [RIGHT]: 32 };
const AMOUNT = 14;

/** Characters, by column: causes of the tie-out stand in the fourth; every other column holds amounts, and is as wide as the largest needs. */
export function widthsFor({ money, result }: ReportContext): number[] {
  const sizes = MEASURES.map((measure) => result.lines.reduce((sum, line) => sum + Math.abs(line.measures[measure] ?? 0), 0));
  const needed = Math.max(AMOUNT, money.text(-Math.max(...sizes)).length + 2);
  return Array.from({ length: PRINTED }, (_, column) => LABELS[column] ?? needed);
}

export const HEADLINES = 3;
export const TOTALS = 8;
/** Booked, Invoiced, Recognised, Cash stand here, one a row, in the column after the labels. */
export const TOTALS_BODY = TOTALS + 2;
export const ROLL_FORWARD = 16;
export const CLOSING_REASONS = 8;
export const SIGN_OFF = 25;
/** What stands in the middle panel under the closing balances. */
export const CHARTS = 27;
export const BRIDGES = 29;

/** Figures behind the charts, right of the printed page. */
export const CHART_FIGURES = { row: BRIDGES, column: 19 } as const;
