/** From one measure to the next, step by step: each reason's net, gross and count, over `tblVariances`. */

import { GAP_SIDES } from '../../domain/measure';
import type { Gap, Measure } from '../../domain/measure';
import { minorDigits } from '../../domain/money';
import { cellAddress, columnOf } from '../a1';
import type { ReportContext } from '../context';
import { CLASS_MARKS } from '../palette';
import type { PlannedCell } from '../plan';
import { byClassThenSize, reasonSums } from '../reasonSums';
import type { ReasonSum } from '../reasonSums';
import { classAndReason } from '../reasonWords';
import { VARIANCES } from '../tableNames';
import { measureTitle, NOT_PROVIDED } from '../wording';
import { listing } from './section';
import type { Corner, Section } from './section';
import { totalCell } from './totals';

/** Reasons shown for one gap; the smallest beyond them are one row. */
const MAX_REASONS = 9;

interface Step {
  readonly cells: readonly PlannedCell[];
  readonly isTotal?: boolean;
}

/** @param gaps in the order walked: BI then IC, or IR. */
export function bridge(corner: Corner, title: string, gaps: readonly Gap[], context: ReportContext): Section {
  const [firstGap] = gaps;
  if (firstGap === undefined) throw new RangeError('a bridge crosses at least one gap');
  const body = corner.row + 2;
  const net = (index: number): string => cellAddress(body + index, corner.column + 1);
  const start = GAP_SIDES[firstGap].left;
  const rows: Step[] = [{ cells: [measureTitle(start, context.result), totalOf(start, context)], isTotal: true }];
  for (const gap of gaps) {
    const { right } = GAP_SIDES[gap];
    if (!context.providedGaps.includes(gap)) {
      rows.push({ cells: [measureTitle(right, context.result), totalOf(right, context)], isTotal: true });
      continue;
    }
    const from = rows.length - 1;
    rows.push(...stepsOf(gap, context, (count) => `${net(from + 1)}:${net(from + count)}`));
    const last = rows.length - 1;
    const check = { formula: `=IF(ABS(${net(last + 1)}-${totalCell(right)})<${context.money.half},"ties","does not tie")` };
    rows.push({
      cells: [measureTitle(right, context.result), { formula: `=SUM(${net(from)}:${net(last)})` }, null, null, check],
      isTotal: true,
    });
  }
  const amount = { numberFormat: context.money.format, align: 'Right' } as const;
  const section = listing(corner, {
    title,
    header: ['Step', 'Net', 'Gross', 'Rows in Variances', 'Check'],
    rows,
    formats: [{}, amount, amount, { numberFormat: '0', align: 'Right' }, { align: 'Center' }],
  });
  return {
    ...section,
    marks: CLASS_MARKS.map((mark) => ({ row: body, column: corner.column, rows: rows.length, columns: 1, mark })),
  };
}

function totalOf(measure: Measure, { result }: ReportContext): PlannedCell {
  return result.provided[measure] ? { formula: `=${totalCell(measure)}` } : NOT_PROVIDED;
}

/** A step takes off what the gap's items add, so that the column adds up from the one measure to the other. */
function stepsOf(gap: Gap, { periodItems, money }: ReportContext, areaAbove: (count: number) => string): Step[] {
  const sums = reasonSums(periodItems, gap);
  const bySize = [...sums].sort((a, b) => b.gross - a.gross || (a.code < b.code ? -1 : 1));
  const shown = new Set(sums.length > MAX_REASONS ? bySize.slice(0, MAX_REASONS - 1) : bySize);
  const steps = byClassThenSize(sums.filter((sum) => shown.has(sum))).map((sum) => stepOf(sum, minorDigits(money.currency)));
  const hidden = sums.length - shown.size;
  if (hidden > 0) {
    const rest = (whole: string, column: number): PlannedCell => ({
      formula: `=${whole}-SUM(${shifted(areaAbove(steps.length), column)})`,
    });
    const of = `${column('Gap')},"${gap}"`;
    steps.push({
      cells: [
        `Other reasons (${hidden})`,
        rest(`-SUMIFS(${column('Amount')},${of})`, 0),
        rest(grossOf(of), 1),
        rest(`COUNTIFS(${of})`, 2),
      ],
    });
  }
  return steps;
}

/** @param digits of the currency: sums of doubles that come to nothing show as nothing. */
function stepOf({ gap, code, reasonClass }: ReasonSum, digits: number): Step {
  const of = `${column('Gap')},"${gap}",${column('Code')},"${code}"`;
  return {
    cells: [
      classAndReason(reasonClass, code),
      { formula: `=ROUND(-SUMIFS(${column('Amount')},${of}),${digits})` },
      { formula: `=${grossOf(of)}` },
      { formula: `=COUNTIFS(${of})` },
    ],
  };
}

const column = (header: string): string => columnOf(VARIANCES, header);

/** Sum of sizes over rows that meet the criteria. */
function grossOf(criteria: string): string {
  const amount = column('Amount');
  return `SUMIFS(${amount},${criteria},${amount},">0")-SUMIFS(${amount},${criteria},${amount},"<0")`;
}

/** The same rows, some columns to the right: `B31:B40` → `C31:C40`. */
function shifted(area: string, columns: number): string {
  return area.replace(/[A-Z]+/g, (letters) => String.fromCharCode(letters.charCodeAt(0) + columns));
}
