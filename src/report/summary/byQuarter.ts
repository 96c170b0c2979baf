/** The same figures by quarter and year, as formulas over the tables: another view needs no other run. */

import { addDays, addMonths, isoDay, isoMonth } from '../../domain/day';
import type { Day, Month } from '../../domain/day';
import { fiscalQuarterOf, fiscalYearOf } from '../../domain/fiscal';
import type { MonthSpan } from '../../domain/fiscal';
import { GAP_SIDES, GAPS, MEASURES } from '../../domain/measure';
import type { Gap, Measure } from '../../domain/measure';
import { CLASSES } from '../../domain/reconciliation';
import { cellAddress, columnOf } from '../a1';
import type { ReportContext } from '../context';
import { CLASS_MARKS } from '../palette';
import type { PlannedCell } from '../plan';
import { toSettleHeader } from '../gapHeaders';
import { RECONCILIATION, VARIANCES } from '../tableNames';
import { gapTitle, measureTitle, NOT_PROVIDED } from '../wording';
import { listing, SURE_LINE } from './section';
import type { Corner, ListedRow, Section } from './section';

/** Columns that the page has room for. */
const MOST_SPANS = 11;

interface Span {
  readonly label: string;
  /** The first day of the first month, and of the first one after it. */
  readonly from: Day;
  readonly end: Day;
}

/** The four measures, then each gap with its classes; of a long period the latest quarters, which the title says. */
export function byQuarter(corner: Corner, context: ReportContext): Section {
  const { money } = context;
  const all = spansOf(context);
  const spans = all.slice(-MOST_SPANS);
  const body = corner.row + 2;
  const rows: ListedRow[] = MEASURES.map((measure) => ({
    cells: [measureTitle(measure, context.result), ...spans.map((span) => measureCell(measure, span, context))],
  }));
  const placeOf = (measure: Measure, span: number): string =>
    cellAddress(body + MEASURES.indexOf(measure), corner.column + 1 + span);
  for (const gap of GAPS) rows.push(...gapRows(gap, spans, context, placeOf));
  const section = listing(corner, {
    title: `By quarter and year${spans.length < all.length ? ', the latest' : ''}`,
    header: ['Amounts', ...spans.map(({ label }) => label)],
    rows,
    oneLine: SURE_LINE,
    formats: [{}, ...spans.map(() => ({ numberFormat: money.format, align: 'Right' }) as const)],
  });
  const marks = CLASS_MARKS.map((mark) => ({ row: body, column: corner.column, rows: rows.length, columns: 1, mark }));
  return { ...section, marks };
}

function measureCell(measure: Measure, span: Span, { result, tablesOf }: ReportContext): PlannedCell {
  if (!result.provided[measure]) return NOT_PROVIDED;
  return { formula: sumOf(tablesOf(RECONCILIATION), measureTitle(measure, result), [], span) };
}

/** The difference, what it is made of by class, and what of it is to settle. */
function gapRows(
  gap: Gap,
  spans: readonly Span[],
  { providedGaps, periodItems, tablesOf }: ReportContext,
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
            [VARIANCES],
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
              ...spans.map((span) => ({ formula: sumOf(tablesOf(RECONCILIATION), toSettleHeader(gap), [], span) })),
            ],
          },
        ]),
  ];
}

function sumOf(
  tables: readonly string[],
  header: string,
  criteria: readonly (readonly [string, string])[],
  { from, end }: Span,
): string {
  const sums = tables.map((table) => {
    const of = criteria.map(([column, value]) => `${columnOf(table, column)},"${value}"`);
    const month = columnOf(table, 'Month');
    return `SUMIFS(${[columnOf(table, header), ...of, `${month},">="&${dateOf(from)}`, `${month},"<"&${dateOf(end)}`].join(',')})`;
  });
  return `=${sums.join('+')}`;
}

function dateOf(day: Day): string {
  return `DATE(${isoDay(day).split('-').map(Number).join(',')})`;
}

/** Quarters and, after the last of each, years; the months of a period within one quarter. */
function spansOf({ result: { period, calendar }, months }: ReportContext): Span[] {
  const { from, to } = period;
  const cut = ({ first, name }: MonthSpan, count: number): Span => {
    const [begin, last] = [Math.max(first, from) as Month, Math.min(first + count - 1, to) as Month];
    const isPart = last - begin + 1 < count;
    return { from: months.first(begin), end: addDays(months.last(last), 1), label: isPart ? `${name} (part)` : name };
  };
  const quarters: MonthSpan[] = [];
  for (let next = from; next <= to; next = addMonths(quarters.at(-1)?.first ?? next, 3))
    quarters.push(fiscalQuarterOf(next, calendar));
  const [only] = quarters;
  if (quarters.length === 1 && only !== undefined) {
    const each = Array.from({ length: to - from + 1 }, (_, index) => addMonths(from, index));
    return [...each.map((first) => cut({ first, name: isoMonth(first) }, 1)), ...(each.length > 1 ? [cut(only, 3)] : [])];
  }
  const yearOf = ({ first }: MonthSpan): MonthSpan => fiscalYearOf(first, calendar);
  return quarters.flatMap((quarter, index) => {
    const year = yearOf(quarter);
    const next = quarters[index + 1];
    const isLast = next === undefined || yearOf(next).name !== year.name;
    const isAlone = quarters.filter((other) => yearOf(other).name === year.name).length === 1;
    return isLast && !isAlone ? [cut(quarter, 3), cut(year, 12)] : [cut(quarter, 3)];
  });
}
