/** `Reconciliation`: a row for each customer, month and owner with any measure in the period. */

import { GAP_SIDES, GAPS, MEASURES } from '../domain/measure';
import type { Line } from '../domain/reconciliation';
import { columnOf, thisRow } from './a1';
import { isToSettle } from '../settings/reviewWords';
import { figuresOf } from './context';
import type { ReportContext } from './context';
import { expectedHeader, reasonHeader, toSettleHeader } from './gapHeaders';
import { RECONCILIATION } from './tableNames';
import { CLASS_MARKS, HEAD } from './palette';
import type { PlannedCell, SheetPlan, TableColumnPlan } from './plan';
import { reasonSums } from './reasonSums';
import type { ReasonSum } from './reasonSums';
import { classAndReason } from './reasonWords';
import { formulaColumn, monthCell, monthColumn, numberColumn, tableSheet, textCell, textColumn } from './tablePlan';
import { gapTitle, measureTitle, NOT_PROVIDED } from './wording';

const EXPLAINED = 5;

export function reconciliationSheet(context: ReportContext): SheetPlan {
  const { result, money } = context;
  const columns = columnsOf(context);
  const summed = columns.filter(({ look, kind }) => kind !== 'text' && kind !== 'date' && look.numberFormat === money.format);
  const totals = summed.map(({ header }): [string, PlannedCell] => [
    header,
    { formula: `=SUBTOTAL(109,${columnOf(RECONCILIATION, header)})` },
  ]);
  const open = openStatuses(context);
  return tableSheet({
    name: 'Reconciliation',
    tabColor: HEAD,
    title: 'Reconciliation by customer, month and owner',
    notes: [`${money.currency}. Differences are formulas; expected and to settle add up to them on every line.`],
    above: Object.fromEntries([['Customer', 'Total of the rows shown'], ...totals]),
    frozenColumns: 3,
    printed: columns.findIndex(({ header }) => header === 'Explanation'),
    // A printed page for each gap, the measures on the first.
    breaks: (['IR', 'IC'] as const).map((gap) => columns.findIndex(({ header }) => header === gapTitle(gap))),
    table: {
      name: RECONCILIATION,
      columns,
      rows: result.lines.map((line) => rowOf(line, context, open)),
      key: ['Line key'],
      links: [],
    },
  });
}

/** Room for the largest total in bold with its sign; the words of the headers need as much anyway. */
function amountWidth({ result, money }: ReportContext): number {
  const sizes = MEASURES.map((measure) => result.lines.reduce((sum, line) => sum + Math.abs(line.measures[measure] ?? 0), 0));
  return Math.max(13, money.text(-Math.max(...sizes)).length + 2);
}

function columnsOf(context: ReportContext): TableColumnPlan[] {
  const { result, money, providedGaps } = context;
  const width = amountWidth(context);
  const measureColumns = MEASURES.map((measure): TableColumnPlan => {
    const header = measureTitle(measure, result);
    const otherHeader = measureTitle(measure, { isDerived: !result.isDerived });
    const column = result.provided[measure] ? numberColumn(header, width, money.format) : textColumn(header, 13);
    return otherHeader === header ? column : { ...column, otherHeader };
  });
  const gapColumns = GAPS.flatMap((gap) => {
    const { left, right } = GAP_SIDES[gap];
    const isProvided = providedGaps.includes(gap);
    const amount = (header: string): TableColumnPlan =>
      isProvided ? numberColumn(header, width, money.format) : textColumn(header, 13);
    const difference = `=${thisRow(measureTitle(left, result))}-${thisRow(measureTitle(right, result))}`;
    return [
      isProvided ? formulaColumn(gapTitle(gap), width, money.format, difference) : textColumn(gapTitle(gap), 13),
      amount(expectedHeader(gap)),
      amount(toSettleHeader(gap)),
      textColumn(reasonHeader(gap), isProvided ? 38 : 13, { marks: CLASS_MARKS }),
    ];
  });
  return [
    textColumn('Customer', 26),
    monthColumn('Month', result.calendar),
    textColumn('Owner', 17),
    ...measureColumns,
    ...gapColumns,
    numberColumn('Open exceptions', 14, '0;-0;"–"'),
    textColumn('Explanation', 160),
    textColumn('Line key', 42),
  ];
}

function rowOf(line: Line, context: ReportContext, open: ReadonlySet<string>): PlannedCell[] {
  const { result, money, providedGaps } = context;
  const items = context.itemsOfLine.get(line.key) ?? [];
  const measures = MEASURES.map((measure) => {
    if (!result.provided[measure]) return NOT_PROVIDED;
    return money.cell(line.measures[measure] ?? 0);
  });
  const sums = GAPS.map((gap) => (providedGaps.includes(gap) ? reasonSums(items, gap) : []));
  const gaps = GAPS.flatMap((gap, index): PlannedCell[] => {
    if (!providedGaps.includes(gap)) return [NOT_PROVIDED, NOT_PROVIDED, NOT_PROVIDED, null];
    const { expected, toSettle } = figuresOf(items, gap, context);
    return [null, money.cell(expected), money.cell(toSettle), textCell(reasonText(sums[index] ?? []))];
  });
  const exceptions = new Set(items.map(({ exceptionKey }) => exceptionKey).filter((key) => key !== null && open.has(key)));
  return [
    context.customerName(line.customer),
    monthCell(line.month, context.months),
    line.owner,
    ...measures,
    ...gaps,
    exceptions.size,
    textCell(explanationText(sums.flat(), context)),
    line.key,
  ];
}

/** Keys of exceptions that wait for somebody: neither accepted nor resolved. */
function openStatuses({ result }: ReportContext): ReadonlySet<string> {
  return new Set(result.exceptions.filter(({ status }) => isToSettle(status)).map(({ key }) => key));
}

/** "Timing: invoiced in a later month +2 more": the reason with the largest net first. */
function reasonText([first, ...others]: readonly ReasonSum[]): string {
  if (first === undefined) return '';
  const more = others.length === 0 ? '' : ` +${others.length} more`;
  return classAndReason(first.reasonClass, first.code) + more;
}

/** Up to five reasons with their amounts, gap by gap. */
function explanationText(sums: readonly ReasonSum[], { money }: ReportContext): string {
  const named = sums.slice(0, EXPLAINED);
  const parts = named.map(({ gap, reasonClass, code, net }, index) => {
    const opening = named[index - 1]?.gap === gap ? '' : `${gapTitle(gap)}: `;
    return `${opening}${classAndReason(reasonClass, code)} ${money.text(net)}`;
  });
  const more = sums.length - named.length;
  return parts.join('; ') + (more > 0 ? `; +${more} more` : '');
}
