/** A folder of invoices, payments and the matches between them, read as the add-in reads sheets. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { csvRecords } from '../../../host/files/csvText';
import { csvValue } from '../../../host/files/csvValue';
import type { RawCell, SourceGrid } from '../../../src/domain/grid';
import type { RecordKey, Records } from '../../../src/domain/record';
import { readRecords } from '../../../src/reading/readRecords';
import { defaultStatusWords, statusWords } from '../../../src/reading/statusWords';
import { mappingSchema } from '../../../src/settings/mapping';
import type { Field, SourceMapping } from '../../../src/settings/mapping';

/** Invoices and payments that belong together, by their ids in the files. */
export interface TrueMatch {
  readonly category: string;
  readonly perturbations: readonly string[];
  readonly invoices: readonly string[];
  readonly payments: readonly string[];
}

export interface Folder {
  readonly records: Records;
  /** Ids in the files by record key. */
  readonly invoiceOf: ReadonlyMap<RecordKey, string>;
  readonly paymentOf: ReadonlyMap<RecordKey, string>;
  readonly matches: readonly TrueMatch[];
}

/** An open-item list as a ledger exports it: the document's number, and two more that customers quote. */
const INVOICE_COLUMNS: Readonly<Partial<Record<Field, string>>> = {
  id: 'Document Number',
  reference: 'Assignment Number',
  reference2: 'Billing Number',
  customerId: 'Customer ID',
  customer: 'Customer Name',
  currency: 'Currency Code',
  amount: 'Amount',
  date: 'Document Date',
  due: 'Due Date',
};

const PAYMENT_COLUMNS: Readonly<Partial<Record<Field, string>>> = {
  id: 'payment_id',
  customer: 'Business Partner',
  payerAccount: 'Account Number',
  text: 'Memo Line',
  amount: 'Amount',
  currency: 'Currency',
  date: 'Posting Date',
};

const REFERENCE_HEADERS = new Set(['Memo Line']);

/** @throws RangeError where a column is missing or a row could not be read. */
export function readFolder(folder: string, withReferences: boolean): Folder {
  const invoices = gridOf(folder, 'invoices.csv', new Set());
  const payments = gridOf(folder, 'payments.csv', withReferences ? new Set() : REFERENCE_HEADERS);
  const grids = [invoices, payments];
  const mappings = [mappingOf(invoices, 'invoices', INVOICE_COLUMNS), mappingOf(payments, 'receipts', PAYMENT_COLUMNS)] as const;
  const { records } = readRecords(grids, mappings, defaultStatusWords(statusWords(grids, mappings)));
  const invoiceOf = idsOf(invoices, 'invoice_id', records.invoices);
  const paymentOf = idsOf(payments, 'payment_id', records.receipts);
  const missing = invoices.values.length + payments.values.length - 2 - invoiceOf.size - paymentOf.size;
  if (missing !== 0) throw new RangeError(`${missing} rows of ${folder} are no invoices or payments`);
  return { records, invoiceOf, paymentOf, matches: matchesOf(folder) };
}

function gridOf(folder: string, file: string, blank: ReadonlySet<string>): SourceGrid {
  // The product's own way from a text file to cells, without the sheet between.
  const text = readFileSync(path.join(folder, file), 'utf8');
  const [header = [], ...rows] = [...csvRecords(text, ',')];
  const kept = header.map((name) => !blank.has(name));
  const values = rows.map((row) => row.map((cell, at): RawCell => (kept[at] ? (csvValue(cell) ?? '') : '') as RawCell));
  return { sheet: file, table: null, top: 0, left: 0, values: [header, ...values], formatSamples: [], hiddenRows: 0 };
}

function mappingOf(
  grid: SourceGrid,
  role: SourceMapping['role'],
  headers: Readonly<Partial<Record<Field, string>>>,
): SourceMapping {
  const columns = Object.entries(headers).map(([field, header]) => [field, columnOf(grid, header)] as const);
  return mappingSchema.parse({
    sheet: grid.sheet,
    role,
    headerRow: 0,
    columns: Object.fromEntries(columns),
    dateOrder: 'ymd',
    decimal: '.',
    fingerprint: '',
  });
}

function columnOf(grid: SourceGrid, header: string): number {
  const column = grid.values[0]?.indexOf(header) ?? -1;
  if (column < 0) throw new RangeError(`${grid.sheet} has no column “${header}”`);
  return column;
}

function idsOf(grid: SourceGrid, header: string, records: Records['invoices'] | Records['receipts']): Map<RecordKey, string> {
  const column = columnOf(grid, header);
  return new Map(records.map(({ key, source }) => [key, String(grid.values[source.row - 1]?.[column])]));
}

const listSchema = z.string().transform((text, context): string[] => {
  const parsed = z.array(z.union([z.string(), z.number()])).safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data.map(String);
  context.addIssue({ code: 'custom', message: `not a list: ${text}` });
  return z.NEVER;
});

const rowSchema = z.object({
  match_category: z.string(),
  perturbation_categories: listSchema,
  invoice_ids: listSchema,
  payment_ids: listSchema,
});

function matchesOf(folder: string): TrueMatch[] {
  const [header = [], ...rows] = [...csvRecords(readFileSync(path.join(folder, 'matches.csv'), 'utf8'), ',')];
  return rows.map((row) => {
    const match = rowSchema.parse(Object.fromEntries(header.map((name, at) => [name, row[at]])));
    return {
      category: match.match_category,
      perturbations: match.perturbation_categories,
      invoices: match.invoice_ids,
      payments: match.payment_ids,
    };
  });
}
