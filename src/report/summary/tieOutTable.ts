/** `tblTieOut`: every source's rows and amounts, read = used + left out, used → measure; the check is a formula. */

import { toMajor } from '../../domain/money';
import { LEFT_OUT_CAUSES } from '../../domain/record';
import type { Role } from '../../domain/record';
import type { TieOutRow } from '../../domain/reconciliation';
import { columnOf, thisRow } from '../a1';
import type { ReportContext } from '../context';
import { mixedFormat } from '../money';
import { INK, REFUSED } from '../palette';
import type { PlannedCell, TablePlan } from '../plan';
import { formulaColumn, numberColumn, TABLE_STYLE, textCell, textColumn } from '../tablePlan';
import { widthsFor } from './places';

const TIE_OUT = 'tblTieOut';

const ROLE_TITLES: Readonly<Record<Role, string>> = {
  deals: 'Deals',
  invoices: 'Invoices',
  credits: 'Credit notes',
  schedule: 'Schedule',
  receipts: 'Receipts',
  customers: 'Customers',
  owners: 'Owners',
  rates: 'FX rates',
};

export function tieOutTable(row: number, context: ReportContext): TablePlan {
  const { result, money } = context;
  // The table stands in Summary's columns.
  const widths = widthsFor(context);
  const width = (column: number): number => widths[column] ?? 14;
  const amounts = mixedFormat([money.currency, ...result.tieOut.map(({ currency }) => currency)]);
  const check = formulaColumn('Check', width(8), 'General', checkFormula(money.half), {
    marks: [{ rule: { type: 'beginsWith', text: 'does not' }, fill: REFUSED, color: INK, bold: true }],
  });
  return {
    name: TIE_OUT,
    row,
    column: 0,
    columns: [
      textColumn('Source', width(0)),
      textColumn('Role', width(1)),
      textColumn('Currency', width(2)),
      textColumn('Cause', width(3)),
      numberColumn('Rows', width(4), '#,##0'),
      numberColumn('Amount', width(5), amounts),
      numberColumn('Adjustments', width(6), amounts),
      numberColumn('Measure', width(7), money.format),
      { ...check, look: { ...check.look, align: 'Left', indent: 1 } },
    ],
    rows: result.tieOut.map((tied) => cellsOf(tied, money.currency)),
    style: TABLE_STYLE,
    key: ['Source', 'Role', 'Currency', 'Cause'],
    links: [],
  };
}

function cellsOf(tied: TieOutRow, reporting: string): PlannedCell[] {
  const amount = toMajor(tied.amount, tied.currency);
  const measure = tied.measure === null ? null : toMajor(tied.measure, reporting);
  const adjustments = measure === null ? null : roundTo(measure - amount);
  return [
    tied.sheet,
    ROLE_TITLES[tied.role],
    textCell(tied.currency),
    causeText(tied.cause),
    tied.rows,
    amount,
    adjustments,
    measure,
    null,
  ];
}

/** Takes the noise of one subtraction of doubles off. */
const roundTo = (major: number): number => Number(major.toFixed(3));

function causeText(cause: string): string {
  const [code = '', ...name] = cause.split(': ');
  if (!Object.hasOwn(LEFT_OUT_CAUSES, code)) return cause;
  return [LEFT_OUT_CAUSES[code as keyof typeof LEFT_OUT_CAUSES], ...name].join(': ');
}

/**
 * On `read`: rows and amount are those of all other rows of the same source, role and currency. On `used`: amount and
 * adjustments come to the measure. Sums by product, since a sheet's name may hold signs that SUMIFS reads as patterns.
 */
function checkFormula(half: string): string {
  const same = ['Source', 'Role', 'Currency'].map((header) => `(${columnOf(TIE_OUT, header)}=${thisRow(header)})`).join('*');
  const others = (header: string): string =>
    `SUMPRODUCT(${same}*(${columnOf(TIE_OUT, 'Cause')}<>"read")*${columnOf(TIE_OUT, header)})`;
  const read = `AND(${others('Rows')}=${thisRow('Rows')},ABS(${others('Amount')}-${thisRow('Amount')})<${half})`;
  const used = `ABS(${thisRow('Amount')}+${thisRow('Adjustments')}-${thisRow('Measure')})<${half}`;
  return `=IF(${thisRow('Cause')}="read",IF(${read},"ties","does not tie"),IF(${thisRow('Cause')}="used",IF(${used},"ties","does not tie"),"left out"))`;
}

/** Whether a source ties as the formula finds it: by `read` row, in the digest. */
export function ties(tied: TieOutRow, all: readonly TieOutRow[]): boolean {
  if (tied.cause !== 'read') return true;
  const others = all.filter(
    (row) => row.cause !== 'read' && row.sheet === tied.sheet && row.role === tied.role && row.currency === tied.currency,
  );
  const rows = others.reduce((sum, row) => sum + row.rows, 0);
  const amount = others.reduce((sum, row) => sum + row.amount, 0);
  return rows === tied.rows && amount === tied.amount;
}
