/** From mapped sheets to records: every row is used, or left out with its cause. */

import { SteadyProgress } from './steadyProgress';
import type { SourceGrid } from '../domain/grid';
import type { OnProgress } from '../domain/progress';
import type { CustomerRecord, OwnerRecord, Rate, Role } from '../domain/record';
import type { SourceMapping } from '../settings/mapping';
import { readContext } from './context';
import type { ReadContext, SheetReader } from './context';
import { statedCurrencies } from './currencyOfRow';
import { byDocument } from './documents';
import type { LeftOutFacts, PendingFault, ReadRow } from './drafts';
import { gather } from './gather';
import type { ReadResult } from './gather';
import { keepReading, recallReading } from './lately';
import { hasCurrencyMarks } from './marks';
import { pairSources } from './pairSources';
import { readDeals } from './readDeals';
import { readInvoices } from './readInvoices';
import { rateReader, readCustomer, readOwner } from './readLists';
import { readReceipts } from './readReceipts';
import { readSchedule } from './readSchedule';
import { identityOf } from './rowOutcome';
import { openSheet } from './sheet';
import type { SourceSheet } from './sheet';
import type { StatusWords } from './statusWords';
import { classifyRows, EMPTY_ROW, TOTAL_ROW } from './totals';

export type { ReadResult } from './gather';

/**
 * Reads every mapped source. Causes that need settings beyond the status words (as-of, internal customers, rates) are the
 * caller's. Records come by date, then key, so that the order of the rows does not matter.
 * @param words the settled lists; a word in none of them does not count.
 * @throws RangeError where a mapping names a source that is not among the grids.
 */
export function readRecords(
  grids: readonly SourceGrid[],
  mappings: readonly SourceMapping[],
  words: StatusWords,
  onProgress?: OnProgress,
): ReadResult {
  const last = recallReading(grids, mappings, words);
  if (last !== null) {
    onProgress?.('read', 1);
    return last;
  }
  const result = readSheets(pairSources(grids, mappings).map(openSheet), words, onProgress);
  keepReading(grids, mappings, words, result);
  return result;
}

/** The same of sources that are open already. */
export function readSheets(sheets: readonly SourceSheet[], words: StatusWords, onProgress?: OnProgress): ReadResult {
  const stated = statedCurrencies(sheets);
  const context = readContext(
    stated,
    stated.size === 0 && sheets.some(hasCurrencyMarks),
    words,
    sheets.some(({ mapping }) => mapping.role === 'receipts'),
  );
  const progress = new SteadyProgress(
    sheets.reduce((sum, { count }) => sum + count, 0),
    onProgress,
  );
  const rows: ReadRow[] = [];
  const customers: CustomerRecord[] = [];
  const rates: Rate[] = [];
  const owners: OwnerRecord[] = [];
  for (const sheet of sheets) {
    const kinds = classifyRows(sheet);
    const listed = listReader(sheet, customers, rates, owners);
    const reader = listed === null ? recordReader(sheet, context) : null;
    const own: ReadRow[] = [];
    for (let index = 0; index < sheet.count; index += 1) {
      progress.advance();
      if (kinds[index] === EMPTY_ROW) continue;
      if (kinds[index] === TOTAL_ROW) own.push(totalRow(sheet, index, reader));
      else if (reader !== null) own.push(reader(index));
      else own.push(listRow(sheet, index, listed?.(index) ?? null));
    }
    for (const row of byDocument(sheet, withSheetCurrency(own))) rows.push(row);
  }
  const result = gather(rows, customers, rates, owners);
  progress.finish();
  return result;
}

function recordReader(sheet: SourceSheet, context: ReadContext): SheetReader {
  switch (sheet.mapping.role) {
    case 'deals':
      return readDeals(sheet, context);
    case 'invoices':
    case 'credits':
      return readInvoices(sheet, context);
    case 'schedule':
      return readSchedule(sheet, context);
    case 'receipts':
      return readReceipts(sheet, context);
    case 'customers':
    case 'owners':
    case 'rates':
    case 'ignore':
      throw new RangeError(`rows of role “${sheet.mapping.role}” are no records`);
  }
}

/** Reads rows of lists into `customers`, `rates` and `owners`; null for roles whose rows are records. */
function listReader(
  sheet: SourceSheet,
  customers: CustomerRecord[],
  rates: Rate[],
  owners: OwnerRecord[],
): ((index: number) => LeftOutFacts | null) | null {
  switch (sheet.mapping.role) {
    case 'customers':
      return (index) => {
        const { read, left } = readCustomer(sheet, index);
        if (read !== null) customers.push(read);
        return left;
      };
    case 'rates': {
      const readRate = rateReader(sheet);
      return (index) => {
        const { read, left } = readRate(index);
        if (read !== null) rates.push(read);
        return left;
      };
    }
    case 'owners':
      return (index) => {
        owners.push(readOwner(sheet, index));
        return null;
      };
    case 'deals':
    case 'invoices':
    case 'credits':
    case 'schedule':
    case 'receipts':
    case 'ignore':
      return null;
  }
}

function roleOf(sheet: SourceSheet): Role {
  const { role } = sheet.mapping;
  if (role === 'ignore') throw new RangeError('an ignored source is not read');
  return role;
}

/** A total's amount is read as any row's, so that the tie-out shows what was not counted twice. */
function totalRow(sheet: SourceSheet, index: number, reader: SheetReader | null): ReadRow {
  const read = reader?.(index);
  const first = sheet.grid.values[sheet.mapping.headerRow + 1 + index]?.find(
    (cell, column) => column < sheet.grid.width && typeof cell === 'string' && cell.trim() !== '',
  );
  const left: LeftOutFacts = { cause: 'total', column: null, text: typeof first === 'string' ? first.trim() : '' };
  const bare = { ...identityOf(roleOf(sheet), sheet, index), day: null, amount: null, currency: '' };
  return { ...(read ?? bare), role: roleOf(sheet), id: '', drafts: [], faults: [], left, aside: null };
}

/** A total has no currency of its own in a column; where all rows of its sheet share one, it is that. */
function withSheetCurrency(rows: readonly ReadRow[]): ReadRow[] {
  const codes = new Set(rows.flatMap(({ currency, left }) => (left?.cause === 'total' || currency === '' ? [] : [currency])));
  const [only] = codes;
  if (codes.size !== 1 || only === undefined) return [...rows];
  return rows.map((row) => (row.left?.cause === 'total' && row.currency === '' ? { ...row, currency: only } : row));
}

function listRow(sheet: SourceSheet, index: number, left: LeftOutFacts | null): ReadRow {
  const faults: PendingFault[] = left === null ? [] : [{ code: 'unreadable', column: left.column, text: left.text }];
  return {
    ...identityOf(roleOf(sheet), sheet, index),
    day: null,
    amount: null,
    currency: '',
    drafts: [],
    left,
    aside: null,
    faults,
  };
}
