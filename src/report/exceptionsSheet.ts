/** `Exceptions`: what a person must settle, with the reviewer's own columns. */

import { STATUSES } from '../domain/reconciliation';
import type { Exception } from '../domain/reconciliation';
import type { RecordKey } from '../domain/record';
import { placeOf } from './a1';
import { isOwnRow, sourceText } from './context';
import type { ReportContext } from './context';
import { CLASS_COLOURS, CLASS_MARKS } from './palette';
import type { LinkPlan, PlannedCell, SheetPlan, TableColumnPlan } from './plan';
import { reasonName, suggestedAction } from './reasonWords';
import {
  dateColumn,
  dayCell,
  MAX_LINKS,
  monthCell,
  monthColumn,
  numberColumn,
  tableSheet,
  textCell,
  textColumn,
} from './tablePlan';
import { GAP_LEGEND } from './variancesSheet';
import { EXCEPTIONS } from './tableNames';

/** A typed word: kept as it is, a serial as the number it is. */
const typedCell = (typed: string | number | boolean): PlannedCell => (typed === '' ? null : typed);

type Cell = (exception: Exception, context: ReportContext) => PlannedCell;

const named =
  (keyOf: (exception: Exception) => RecordKey | null): Cell =>
  (exception, context) =>
    textCell(context.nameOf(keyOf(exception)));

interface ExceptionColumn {
  readonly column: (context: ReportContext) => TableColumnPlan;
  readonly cell: Cell;
}

const field = (column: TableColumnPlan, cell: Cell): ExceptionColumn => ({ column: () => column, cell });

const REVIEWER = { reviewer: true } as const;

const FIELDS: readonly ExceptionColumn[] = [
  field(textColumn('Exception key', 36), ({ key }) => key),
  field(textColumn('Priority', 11), ({ priority }) => priority),
  field(textColumn('Gap', 7), ({ gap }) => gap),
  field(textColumn('Class', 14, { marks: CLASS_MARKS }), ({ reasonClass }) => reasonClass),
  field(textColumn('Code', 8), ({ code }) => code),
  field(textColumn('Reason', 36), ({ code }) => reasonName(code)),
  field(textColumn('Customer', 28), ({ customer }, context) => textCell(context.customerName(customer))),
  field(textColumn('Owner', 18), ({ owner }) => textCell(owner)),
  {
    column: ({ result }) => monthColumn('Month', result.calendar),
    cell: ({ month }, { months }) => monthCell(month, months),
  },
  {
    column: ({ money }) => numberColumn('Amount', 15, money.format),
    cell: ({ amount }, { money }) => money.cell(amount),
  },
  field(numberColumn('Age (days)', 10, '0'), ({ ageDays }) => ageDays),
  field(dateColumn('First seen'), ({ firstSeen }) => dayCell(firstSeen)),
  field(dateColumn('Last seen'), ({ lastSeen }) => dayCell(lastSeen)),
  field(textColumn('Fix in', 16), ({ fixIn }) => textCell(fixIn)),
  field(textColumn('Suggested action', 40), ({ code }) => textCell(suggestedAction(code))),
  field(textColumn('Present value', 26), ({ presentValue }) => textCell(presentValue)),
  field(textColumn('Proposed value', 26), ({ proposedValue }) => textCell(proposedValue)),
  field(textColumn('Evidence', 110), ({ evidence }) => textCell(evidence)),
  field(
    textColumn('Deal', 14),
    named(({ deal }) => deal),
  ),
  field(
    textColumn('Invoice', 14),
    named(({ invoice }) => invoice),
  ),
  field(
    textColumn('Receipt', 14),
    named(({ receipt }) => receipt),
  ),
  field(textColumn('Source', 28), ({ source }) => textCell(sourceText(source))),
  field(
    textColumn('Status', 12, {
      ...REVIEWER,
      list: {
        choices: STATUSES,
        message:
          'Usual words: Open, In review, Waiting, Accepted, Resolved; a small amount: Written off: why. Another word is kept and counts as In review.',
      },
    }),
    ({ status }) => status,
  ),
  field(textColumn('Assignee', 16, REVIEWER), ({ assignee }) => textCell(assignee)),
  field(dateColumn('Due by', REVIEWER), ({ dueBy }) => typedCell(dueBy)),
  field(dateColumn('Accept until', REVIEWER), ({ acceptUntil }) => typedCell(acceptUntil)),
  field(textColumn('Comment', 40, REVIEWER), ({ comment }) => textCell(comment)),
  field(textColumn('Resolution', 22), ({ resolution }) => textCell(resolution)),
  field(dateColumn('Closed on'), ({ closedOn }) => dayCell(closedOn)),
  field(textColumn('What changed', 60), ({ whatChanged }) => textCell(whatChanged)),
];

/** Columns whose cells live on in a row that this run did not find. */
const OWN_LIFE: ReadonlySet<string> = new Set([
  'Exception key',
  'Amount',
  'First seen',
  'Last seen',
  'Status',
  'Assignee',
  'Due by',
  'Accept until',
  'Comment',
  'Resolution',
  'Closed on',
  'What changed',
]);

export function exceptionsSheet(context: ReportContext): SheetPlan {
  const { exceptions } = context.result;
  const columns = FIELDS.map(({ column }) => column(context));
  return tableSheet({
    name: 'Exceptions',
    tabColor: CLASS_COLOURS['Data quality'],
    title: 'Exceptions: what somebody must settle',
    notes: [`${GAP_LEGEND}. Columns on a yellow ground, and any you add, are yours: they are kept at every run.`],
    frozenColumns: 1,
    printed: columns.findIndex(({ header }) => header === 'Present value'),
    above: { 'Exception key': 'Total of the rows shown', Amount: { formula: '=SUBTOTAL(109,tblExceptions[Amount])' } },
    table: {
      name: EXCEPTIONS,
      columns,
      rows: exceptions.map((exception) => rowOf(exception, columns, context)),
      key: ['Exception key'],
      links: linksOf(exceptions, columns),
    },
  });
}

function rowOf(exception: Exception, columns: readonly TableColumnPlan[], context: ReportContext): PlannedCell[] {
  const { keptCells } = exception;
  if (keptCells !== null && isOwnRow(exception)) return columns.map(({ header }) => typedCell(keptCells[header] ?? ''));
  return FIELDS.map(({ cell }, index) => {
    const header = columns[index]?.header ?? '';
    if (keptCells === null || OWN_LIFE.has(header)) return cell(exception, context);
    return keptCells[header] ?? null;
  });
}

function linksOf(exceptions: readonly Exception[], columns: readonly TableColumnPlan[]): LinkPlan[] {
  const column = columns.findIndex(({ header }) => header === 'Source');
  return exceptions
    .slice(0, MAX_LINKS)
    .flatMap(({ source }, row) =>
      source === null ? [] : [{ row, column, target: placeOf(source.sheet, `A${source.row}`), tip: 'Show the source row' }],
    );
}
