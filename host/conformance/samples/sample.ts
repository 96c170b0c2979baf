/** A short program for Excel, and what it gives there. Samples know the host by its public door alone. */

import type { EmbeddedExcel, StartOptions } from '../../index';

export interface Sample {
  readonly title: string;
  readonly start?: StartOptions;
  readonly run: (excel: EmbeddedExcel) => Promise<unknown>;
  /** What `run` answers. */
  readonly gives: unknown;
}

/** Works on the first sheet of the workbook. */
export const onSheet = <T>(
  { Excel: excel }: EmbeddedExcel,
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> => excel.run((context) => work(context.workbook.worksheets.getFirst(), context));

/** The code with which Excel refuses; "accepted" where it does not. */
export const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'accepted';
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return error.code;
    throw error;
  }
};

/** Lets events that were sent arrive. */
export const settled = async ({ idle }: EmbeddedExcel): Promise<void> => {
  await idle();
  await new Promise((resolve) => setTimeout(resolve, 0));
};

/** Sales of a small shop, as most samples need them. */
export const SALES = [
  ['Day', 'Item', 'Pieces', 'Price'],
  ['2026-01-05', 'Lamp', 3, 24.5],
  ['2026-01-06', 'Chair', 2, 60],
  ['2026-01-09', 'Lamp', 1, 24.5],
  ['2026-01-12', 'Table', 1, 180],
] as const;

export const withSales = (sheet: Excel.Worksheet): Excel.Range => {
  const range = sheet.getRange('A1:D5');
  range.values = SALES.map((row) => [...row]);
  return range;
};

/** As `onSheet`, on a sheet with the sales. */
export const onSales: typeof onSheet = (excel, work) =>
  onSheet(excel, (sheet, context) => {
    withSales(sheet);
    return work(sheet, context);
  });

export const salesTable = (sheet: Excel.Worksheet): Excel.Table => {
  withSales(sheet);
  const table = sheet.tables.add('A1:D5', true);
  table.name = 'Sales';
  return table;
};
