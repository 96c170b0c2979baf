/** Where the last result stands today, and the way into its tables by their planned names. */

import { cellAddress } from '../report/a1';
import { openTables } from './openTable';
import type { OpenTable } from './openTable';
import { rangeOf, readValues } from './readArea';
import { cellText } from './readTables';
import { withExcel } from './session';
import { surveyWorkbook } from './survey';
import { TroubleError } from './trouble';

interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** By planned sheet name: its first table's header, else its corner. */
export function resultPlaces(): Promise<Record<string, Place>> {
  return withExcel(async (context) => {
    const { ours } = await surveyWorkbook(context);
    const asked = ours.map(({ id, planned, name, tables }) => {
      const [first] = Object.values(tables);
      const range = first === undefined ? null : context.workbook.worksheets.getItem(id).tables.getItem(first).getRange();
      range?.load('rowIndex,columnIndex');
      return { planned, name, range };
    });
    await context.sync();
    return Object.fromEntries(
      asked.map(({ planned, name, range }) => [
        planned,
        { sheet: name, address: range === null ? 'A1' : cellAddress(range.rowIndex, range.columnIndex) },
      ]),
    );
  });
}

/**
 * Selects a column's rows, or of them the first in which other columns hold these texts.
 * @param where texts by header; the whole column where no row holds them.
 * @throws TroubleError where the table or the column is gone.
 */
export function showColumn(table: string, header: string, where: Readonly<Record<string, string>> = {}): Promise<void> {
  return withExcel(async (context) => {
    const { ours } = await surveyWorkbook(context);
    const tables = await openTables(context, ours, table);
    const [first] = tables;
    const missing = [header, ...Object.keys(where)].find((name) => first?.headers.includes(name) !== true);
    if (first === undefined || missing !== undefined)
      throw new TroubleError({
        what: `The column “${missing ?? header}” is no longer in this workbook.`,
        next: 'Run again to write it anew.',
        where: first === undefined ? null : { sheet: first.name, address: 'A1' },
      });
    const { found, row } = (await firstHolding(context, tables, where)) ?? { found: first, row: -1 };
    const { sheet } = found;
    const area = found.column(header);
    sheet.activate();
    rangeOf(sheet, row < 0 ? area : { ...area, top: area.top + row, rows: 1 }).select();
    await context.sync();
  });
}

/** The first of a table's parts with a row that holds all of these texts. */
async function firstHolding(
  context: Excel.RequestContext,
  tables: readonly OpenTable[],
  where: Readonly<Record<string, string>>,
): Promise<{ readonly found: OpenTable; readonly row: number } | null> {
  for (const found of tables) {
    const row = await firstRow(context, found, where);
    if (row >= 0) return { found, row };
  }
  return null;
}

/** Within the body; -1 where no row holds all of them, or none is asked for. */
async function firstRow(
  context: Excel.RequestContext,
  { sheet, column }: OpenTable,
  where: Readonly<Record<string, string>>,
): Promise<number> {
  const held: boolean[][] = [];
  for (const [header, text] of Object.entries(where)) {
    const values = await readValues(context, sheet, column(header));
    held.push(values.map(([value]) => cellText(value) === text));
  }
  return held[0]?.findIndex((_, row) => held.every((rows) => rows[row])) ?? -1;
}
