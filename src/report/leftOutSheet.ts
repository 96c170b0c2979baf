/** `Left out`: every source row that is in no measure, and why. */

import { toMajor } from '../domain/money';
import { LEFT_OUT_CAUSES, NAMED_CAUSES } from '../domain/record';
import type { LeftOutRow } from '../domain/record';
import { placeOf } from './a1';
import { mixedFormat } from './money';
import { QUIET } from './palette';
import type { LinkPlan, PlannedCell, SheetPlan } from './plan';
import { dateColumn, dayCell, MAX_LINKS, numberColumn, tableSheet, textCell, textColumn } from './tablePlan';
import { LEFT_OUT } from './tableNames';

export function leftOutSheet(rows: readonly LeftOutRow[]): SheetPlan {
  const columns = [
    textColumn('Source', 24),
    numberColumn('Row', 8, '0'),
    textColumn('Record', 30),
    dateColumn('Date'),
    textColumn('Customer', 28),
    numberColumn('Amount', 15, mixedFormat(new Set(rows.map(({ currency }) => currency)))),
    textColumn('Currency', 10),
    textColumn('Cause code', 20),
    textColumn('Cause', 30),
    textColumn('Source link', 30),
  ];
  return tableSheet({
    name: 'Left out',
    tabColor: QUIET,
    title: 'Left out: rows that are in no measure, and why',
    notes: ['Read = used + left out, for every source: see the tie-out on Summary.'],
    frozenColumns: 2,
    above: { Source: 'Total of the rows shown', Amount: { formula: `=SUBTOTAL(109,${LEFT_OUT}[Amount])` } },
    table: {
      name: LEFT_OUT,
      columns,
      rows: rows.map(rowOf),
      key: ['Source', 'Row'],
      links: rows.slice(0, MAX_LINKS).map((row, index) => linkOf(row, index, columns.length - 1)),
    },
  });
}

function rowOf(row: LeftOutRow): PlannedCell[] {
  return [
    row.source.sheet,
    row.source.row,
    textCell(row.record === '' ? row.text : row.record),
    dayCell(row.day),
    textCell(row.customer),
    row.amount === null ? null : toMajor(row.amount, row.currency),
    textCell(row.currency),
    row.cause,
    NAMED_CAUSES.has(row.cause) ? `${LEFT_OUT_CAUSES[row.cause]}: ${row.text}` : LEFT_OUT_CAUSES[row.cause],
    `${row.source.sheet}!${cellOf(row)}`,
  ];
}

/** The cell that decided, else the row's first. */
function cellOf({ column, source }: LeftOutRow): string {
  return `${column ?? 'A'}${source.row}`;
}

function linkOf(row: LeftOutRow, index: number, column: number): LinkPlan {
  return { row: index, column, target: placeOf(row.source.sheet, cellOf(row)), tip: 'Show the source cell' };
}
