/** `Variances`: every item behind every difference, the proof. */

import { GAPS } from '../domain/measure';
import type { PairName, VarianceItem } from '../domain/reconciliation';
import type { RecordKey } from '../domain/record';
import { describeItem } from '../variance/describe';
import { toMajor } from '../domain/money';
import { placeOf } from './a1';
import { sourceText } from './context';
import type { ReportContext } from './context';
import { mixedFormat } from './money';
import { CLASS_MARKS, CLASS_COLOURS, TREATMENT_MARKS } from './palette';
import type { LinkPlan, PlannedCell, SheetPlan } from './plan';
import { reasonName } from './reasonWords';
import { MAX_LINKS, monthCell, monthColumn, monthRange, numberColumn, tableSheet, textCell, textColumn } from './tablePlan';
import { varianceRows } from './varianceRows';
import type { VarianceRow, VarianceRows } from './varianceRows';
import { VARIANCES } from './tableNames';

export const GAP_LEGEND = 'BI booked less invoiced · IR invoiced less recognised · IC invoiced less cash';

/** How rows are summed where not all items fit. */
export const SUMMED_TO: Readonly<Record<Exclude<VarianceRows['grain'], 'invoice'>, string>> = {
  expected: 'rows of what is expected are summed to line, gap and reason',
  line: 'rows are summed to line, gap and reason',
  month: 'rows are summed to month, owner, gap and reason',
  reason: 'rows are summed to month, gap and reason',
};

const HEADERS_OF_PLACES = ['Source', 'Other source'] as const;

/** The rows as written, shared with Summary, which says whether they were summed. @param limit rows the sheet holds. */
export function writtenVariances(context: ReportContext, limit: number): VarianceRows {
  const nameOf = ({ customer }: VarianceItem): string => context.customerName(customer);
  // The lines first: rows that come in their order are nearly sorted.
  const lines = [...context.itemsOfLine.values()].flatMap((items) =>
    items[0] === undefined ? [] : [{ items, first: items[0], customer: nameOf(items[0]) }],
  );
  lines.sort((a, b) => order(a.customer, b.customer) || byMonthAndOwner(a.first, b.first));
  const { rows, grain } = varianceRows(
    lines.map(({ items }) => items),
    limit,
  );
  const named = rows.map((row) => ({ row, customer: nameOf(row.first) }));
  named.sort((a, b) => order(a.customer, b.customer) || byLine(a.row.first, b.row.first));
  return { rows: named.map(({ row }) => row), grain };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byMonthAndOwner = (a: VarianceItem, b: VarianceItem): number => a.month - b.month || order(a.owner, b.owner);

/** As the lines of `Reconciliation` stand, gap by gap; the rest by what the row says, whatever made it first. */
function byLine(a: VarianceItem, b: VarianceItem): number {
  return (
    byMonthAndOwner(a, b) ||
    GAPS.indexOf(a.gap) - GAPS.indexOf(b.gap) ||
    order(a.code, b.code) ||
    order(a.record, b.record) ||
    order(a.otherRecord ?? '', b.otherRecord ?? '')
  );
}

export function variancesSheet(context: ReportContext, { rows, grain }: VarianceRows): SheetPlan {
  const { money } = context;
  const pairs = pairNumbers(rows);
  const columns = [
    textColumn('Line key', 42),
    textColumn('Customer', 28),
    monthColumn('Month', context.result.calendar),
    textColumn('Owner', 18),
    textColumn('Gap', 7),
    textColumn('Class', 14, { marks: CLASS_MARKS }),
    textColumn('Treatment', 13, { marks: TREATMENT_MARKS }),
    textColumn('Code', 8),
    textColumn('Reason', 38),
    numberColumn('Amount', 15, money.format),
    textColumn('Certainty', 13),
    textColumn('Pair', 18),
    textColumn('Other customer', 28),
    textColumn('Other month', 20),
    textColumn('Other owner', 16),
    textColumn('Expected month', 20),
    textColumn('Deal', 14),
    textColumn('Invoice', 14),
    textColumn('Schedule', 30),
    textColumn('Receipt', 14),
    numberColumn('Document amount', 15, mixedFormat(currenciesOf(rows))),
    textColumn('Document currency', 13),
    textColumn('Source', 28),
    textColumn('Other source', 28),
    textColumn('Exception key', 36),
    textColumn('Explanation', 110),
  ];
  const places = HEADERS_OF_PLACES.map((header) => columns.findIndex((column) => column.header === header));
  return tableSheet({
    name: 'Variances',
    tabColor: CLASS_COLOURS.Definition,
    title: 'Variances: every difference, item by item',
    notes: [
      grain === 'invoice'
        ? `${GAP_LEGEND}. Items of a line and gap add up to its difference.`
        : `${GAP_LEGEND}. More items than the sheet holds: ${SUMMED_TO[grain]}.`,
    ],
    frozenColumns: 1,
    printed: columns.findIndex(({ header }) => header === 'Pair'),
    above: { 'Line key': 'Total of the rows shown', Amount: { formula: '=SUBTOTAL(109,tblVariances[Amount])' } },
    table: {
      name: VARIANCES,
      columns,
      rows: rows.map((row) => rowOf(row, pairs, context)),
      key: ['Line key', 'Gap', 'Code', 'Certainty', 'Deal', 'Invoice'],
      links: linksOf(rows, places, context),
    },
  });
}

function rowOf(row: VarianceRow, pairs: ReadonlyMap<PairName, number>, context: ReportContext): PlannedCell[] {
  const { first, items } = row;
  const { money } = context;
  const document = documentOf(items);
  return [
    shared(items, (item) => item.line),
    shared(items, (item) => context.customerName(item.customer)) ?? SEVERAL,
    monthCell(first.month, context.months),
    shared(items, (item) => item.owner) ?? SEVERAL,
    first.gap,
    first.reasonClass,
    shared(items, (item) => item.treatment) ?? 'Act',
    first.code,
    reasonName(first.code),
    money.cell(row.amount),
    first.certainty.charAt(0).toUpperCase() + first.certainty.slice(1),
    textCell(pairText(items, pairs)),
    listed(items, (item) => (item.otherCustomer === null ? null : context.customerName(item.otherCustomer))),
    textCell(monthRange(items, ({ otherMonth }) => otherMonth)),
    listed(items, (item) => item.otherOwner),
    textCell(monthRange(items, ({ expectedMonth }) => expectedMonth)),
    listed(items, (item) => nameOf(item.deal, context)),
    listed(items, (item) => nameOf(item.invoice, context)),
    listed(items, (item) => nameOf(item.schedule, context)),
    listed(items, (item) => nameOf(item.receipt, context)),
    document === null ? null : toMajor(document.minor, document.currency),
    document?.currency ?? null,
    placeText(items, (item) => item.record, context),
    placeText(items, (item) => item.otherRecord, context),
    listed(items, (item) => item.exceptionKey),
    textCell(explanationText(row, context)),
  ];
}

/** Pairs and moves are numbered in the order in which the sheet names them first: both ends bear one number. */
function pairNumbers(rows: readonly VarianceRow[]): ReadonlyMap<PairName, number> {
  const numbers = new Map<PairName, number>();
  for (const { items } of rows)
    for (const { pair } of items) if (pair !== null && !numbers.has(pair)) numbers.set(pair, numbers.size + 1);
  return numbers;
}

/** Customers or owners of a row that sums lines. */
const SEVERAL = '(several)';

const pairName = (number: number): string => `P-${String(number).padStart(4, '0')}`;

/** "P-0007", "P-0007 to P-0011", "P-0007, P-0009 to P-0011". */
function pairText(items: readonly VarianceItem[], pairs: ReadonlyMap<PairName, number>): string {
  const numbers = items.flatMap(({ pair }) => (pair === null ? [] : [pairs.get(pair) ?? 0]));
  if (numbers.length < 2) return numbers.map(pairName).join('');
  const runs: [first: number, last: number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? pairName(first) : `${pairName(first)} to ${pairName(last)}`)).join(', ');
}

const nameOf = (key: RecordKey | null, context: ReportContext): string | null => (key === null ? null : context.nameOf(key));

/** The value that all items have; null where they differ. */
function shared<T>(items: readonly VarianceItem[], valueOf: (item: VarianceItem) => T): T | null {
  const [first] = items;
  if (first === undefined) return null;
  const value = valueOf(first);
  return items.every((item) => valueOf(item) === value) ? value : null;
}

/** What the items name, the first one and how many more. */
function listed(items: readonly VarianceItem[], valueOf: (item: VarianceItem) => string | null): PlannedCell {
  const [only] = items;
  if (items.length === 1 && only !== undefined) return textCell(valueOf(only) ?? '');
  const values = new Set<string>();
  for (const item of items) {
    const value = valueOf(item);
    if (value !== null && value !== '') values.add(value);
  }
  const [first] = values;
  if (first === undefined) return null;
  return values.size === 1 ? first : `${first} +${values.size - 1} more`;
}

function placeText(
  items: readonly VarianceItem[],
  keyOf: (item: VarianceItem) => RecordKey | null,
  context: ReportContext,
): PlannedCell {
  return listed(items, (item) => sourceText(context.record(keyOf(item))?.source ?? null));
}

/** Documents behind a row, each once; null where they are of several currencies. */
function documentOf(items: readonly VarianceItem[]): { readonly minor: number; readonly currency: string } | null {
  const currency = shared(items, (item) => item.documentCurrency);
  if (currency === null) return null;
  const [only] = items;
  if (items.length === 1 && only !== undefined) return { minor: only.documentAmount, currency };
  const amounts = new Map(items.map((item) => [item.record, item.documentAmount]));
  return { minor: [...amounts.values()].reduce((sum, amount) => sum + amount, 0), currency };
}

/** The sentence of the item, or of its largest with how many more the row sums. */
function explanationText({ items, first }: VarianceRow, { wording }: ReportContext): string {
  const largest = items.reduce((most, item) => (Math.abs(item.amount) > Math.abs(most.amount) ? item : most), first);
  const sentence = describeItem(largest, wording);
  return items.length === 1 ? sentence : `${sentence}; ${items.length - 1} more alike`;
}

function linksOf(rows: readonly VarianceRow[], places: readonly number[], context: ReportContext): LinkPlan[] {
  const [own, other] = places;
  const links: LinkPlan[] = [];
  rows.slice(0, MAX_LINKS).forEach(({ first }, row) => {
    for (const [column, key] of [
      [own, first.record],
      [other, first.otherRecord],
    ] as const) {
      const source = context.record(key)?.source;
      if (source !== undefined && column !== undefined)
        links.push({ row, column, target: placeOf(source.sheet, `A${source.row}`), tip: 'Show the source row' });
    }
  });
  return links;
}

function currenciesOf(rows: readonly VarianceRow[]): Set<string> {
  return new Set(rows.map(({ first }) => first.documentCurrency));
}
