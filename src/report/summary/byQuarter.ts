/** The same figures by quarter and year, as formulas over the tables: another view needs no other run. */

import { isoMonth } from '../../domain/day';
import type { Month } from '../../domain/day';
import { GAP_SIDES, GAPS, MEASURES } from '../../domain/measure';
import type { Gap, Measure } from '../../domain/measure';
import { CLASSES } from '../../domain/reconciliation';
import { cellAddress, columnOf } from '../a1';
import type { ReportContext } from '../context';
import { CLASS_MARKS } from '../palette';
import type { PlannedCell } from '../plan';
import { RECONCILIATION, toSettleHeader } from '../reconciliationSheet';
import { VARIANCES } from '../variancesSheet';
import { gapTitle, MEASURE_TITLES, NOT_PROVIDED } from '../wording';
import { listing } from './section';
import type { Corner, ListedRow, Section } from './section';

/** Columns that the page has room for. */
const MOST_SPANS = 11;

interface Span {
  readonly label: string;
  /** The first month, and the first one after it. */
  readonly from: Month;
  readonly end: Month;
}

/** The four measures, then each gap with its classes; of a long period the latest quarters, which the title says. */
export function byQuarter(corner: Corner, context: ReportContext): Section {
  const { result, money } = context;
  const all = spansOf(result.period);
  const spans = all.slice(-MOST_SPANS);
  const body = corner.row + 2;
  const rows: ListedRow[] = MEASURES.map((measure) => ({
    cells: [MEASURE_TITLES[measure], ...spans.map((span) => measureCell(measure, span, context))],
  }));
  const placeOf = (measure: Measure, span: number): string =>
    cellAddress(body + MEASURES.indexOf(measure), corner.column + 1 + span);
  for (const gap of GAPS) rows.push(...gapRows(gap, spans, context, placeOf));
  const section = listing(corner, {
    title: `By quarter and year${spans.length < all.length ? ', the latest' : ''}`,
    header: ['Amounts', ...spans.map(({ label }) => label)],
    rows,
    formats: [{}, ...spans.map(() => ({ numberFormat: money.format, align: 'Right' }) as const)],
  });
  const marks = CLASS_MARKS.map((mark) => ({ row: body, column: corner.column, rows: rows.length, columns: 1, mark }));
  return { ...section, marks };
}

function measureCell(measure: Measure, span: Span, { result }: ReportContext): PlannedCell {
  if (!result.provided[measure]) return NOT_PROVIDED;
  return { formula: sumOf(RECONCILIATION, MEASURE_TITLES[measure], [], span) };
}

/** The difference, what it is made of by class, and what of it is to settle. */
function gapRows(
  gap: Gap,
  spans: readonly Span[],
  { providedGaps, periodItems }: ReportContext,
  cellOf: (measure: Measure, span: number) => string,
): ListedRow[] {
  if (!providedGaps.includes(gap)) return [{ cells: [gapTitle(gap), ...spans.map(() => NOT_PROVIDED)], isTotal: true }];
  const { left, right } = GAP_SIDES[gap];
  const there = new Set(periodItems.filter((item) => item.gap === gap).map(({ reasonClass }) => reasonClass));
  return [
    {
      cells: [gapTitle(gap), ...spans.map((_, index) => ({ formula: `=${cellOf(left, index)}-${cellOf(right, index)}` }))],
      isTotal: true,
    },
    ...CLASSES.filter((reasonClass) => there.has(reasonClass)).map((reasonClass) => ({
      cells: [
        reasonClass,
        ...spans.map((span) => ({
          formula: sumOf(
            VARIANCES,
            'Amount',
            [
              ['Gap', gap],
              ['Class', reasonClass],
            ],
            span,
          ),
        })),
      ],
    })),
    ...(there.size === 0
      ? []
      : [
          {
            cells: [
              'of which to settle',
              ...spans.map((span) => ({ formula: sumOf(RECONCILIATION, toSettleHeader(gap), [], span) })),
            ],
          },
        ]),
  ];
}

function sumOf(table: string, header: string, criteria: readonly (readonly [string, string])[], { from, end }: Span): string {
  const of = criteria.map(([column, value]) => `${columnOf(table, column)},"${value}"`);
  const month = columnOf(table, 'Month');
  return `=SUMIFS(${[columnOf(table, header), ...of, `${month},">="&${dateOf(from)}`, `${month},"<"&${dateOf(end)}`].join(',')})`;
}

function dateOf(month: Month): string {
  const [year, number] = isoMonth(month).split('-').map(Number);
  return `DATE(${String(year)},${String(number)},1)`;
}

/** Quarters and, after the last of each, years; the months of a period within one quarter. */
function spansOf({ from, to }: ReportContext['result']['period']): Span[] {
  const end = (to + 1) as Month;
  const cut = (first: number, months: number, name: string): Span => {
    const span = { from: Math.max(first, from) as Month, end: Math.min(first + months, end) as Month };
    return { ...span, label: span.end - span.from < months ? `${name} (part)` : name };
  };
  const year = (month: number): string => isoMonth(month as Month).slice(0, 4);
  const quarter = (first: number): Span => cut(first, 3, `${year(first)} Q${(first % 12) / 3 + 1}`);
  const firsts: number[] = [];
  for (let first = from - (from % 3); first < end; first += 3) firsts.push(first);
  const [only] = firsts;
  if (firsts.length === 1 && only !== undefined) {
    const months = Array.from({ length: end - from }, (_, index) => (from + index) as Month);
    return [...months.map((month) => cut(month, 1, isoMonth(month))), ...(months.length > 1 ? [quarter(only)] : [])];
  }
  return firsts.flatMap((first, index) => {
    const isLast = firsts[index + 1] === undefined || year(first) !== year(firsts[index + 1] ?? first);
    const isAlone = firsts.filter((other) => year(other) === year(first)).length === 1;
    return isLast && !isAlone ? [quarter(first), cut(first - (first % 12), 12, year(first))] : [quarter(first)];
  });
}
