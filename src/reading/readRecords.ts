/** From mapped sheets to records: every row is used, or left out with its cause. */

import { SteadyProgress } from './steadyProgress';
import type { SourceGrid } from '../domain/grid';
import type { Currency, Minor } from '../domain/money';
import type { OnProgress } from '../domain/progress';
import type {
  CustomerRecord,
  Deal,
  Invoice,
  LeftOutCause,
  LeftOutRow,
  Rate,
  ReadFault,
  Receipt,
  ReconciledRecord,
  Records,
  Revenue,
  Role,
} from '../domain/record';
import type { SourceMapping } from '../settings/mapping';
import { readContext } from './context';
import type { ReadContext, SheetReader } from './context';
import { statedCurrencies } from './currencyOfRow';
import { byDocument } from './documents';
import { keyOf } from './drafts';
import type { LeftOutFacts, PendingFault, ReadRow } from './drafts';
import { identify, withKey } from './identify';
import { hasCurrencyMarks } from './marks';
import { pairSources } from './pairSources';
import { readDeals } from './readDeals';
import { readInvoices } from './readInvoices';
import { rateReader, readCustomer } from './readLists';
import { readReceipts } from './readReceipts';
import { readSchedule } from './readSchedule';
import { identityOf } from './rowOutcome';
import { openSheet } from './sheet';
import type { SourceSheet } from './sheet';
import type { StatusWords } from './statusWords';
import { classifyRows, EMPTY_ROW, TOTAL_ROW } from './totals';

/** Rows and amount that one source holds of one role in one currency: what used and left out must add up to. */
export interface ReadCount {
  readonly sheet: string;
  /** Which of the sheet's sources, where it holds several. */
  readonly part: number;
  readonly table: string | null;
  readonly role: Role;
  readonly currency: Currency;
  readonly rows: number;
  /** Minor units, signed as read; rows without a readable amount add nothing. */
  readonly amount: Minor;
}

export interface ReadResult {
  readonly records: Records;
  readonly leftOut: readonly LeftOutRow[];
  readonly faults: readonly ReadFault[];
  readonly read: readonly ReadCount[];
  /** Deals that are in the sheet but not won: an invoice may name one. */
  readonly notWon: readonly Deal[];
  /** Left out because their currency is not known: what belongs to them cannot be compared. */
  readonly noCurrency: readonly ReconciledRecord[];
}

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
  return readSheets(pairSources(grids, mappings).map(openSheet), words, onProgress);
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
  for (const sheet of sheets) {
    const kinds = classifyRows(sheet);
    const listed = listReader(sheet, customers, rates);
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
  const result = gather(rows, customers, rates);
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

/** Reads rows of lists into `customers` and `rates`; null for roles whose rows are records. An owners list adds nothing yet. */
function listReader(
  sheet: SourceSheet,
  customers: CustomerRecord[],
  rates: Rate[],
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
      return () => null;
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

function gather(read: readonly ReadRow[], customers: readonly CustomerRecord[], rates: readonly Rate[]): ReadResult {
  const { rows, keys, sameKey } = identify(read);
  const records: ReconciledRecord[] = [];
  const leftOut: LeftOutRow[] = [];
  const aside: { readonly cause: LeftOutCause; readonly record: ReconciledRecord }[] = [];
  const faults: ReadFault[] = [];
  const counts: Counts = new Map();
  rows.forEach((row, at) => {
    const named = keys[at] ?? [];
    const [key = keyOf(row.role, row.entity, row.id)] = named;
    row.drafts.forEach((draft, n) => records.push(withKey(draft, named[n] ?? key)));
    if (row.left !== null) {
      const { role, source, id, day, customer, amount, currency } = row;
      leftOut.push({ ...row.left, role, source, record: id, day, customer, amount, currency, key });
      if (row.aside !== null) aside.push({ cause: row.left.cause, record: withKey(row.aside, key) });
    }
    for (const fault of row.faults) faults.push(faultOf(row, fault, named.length > 0 ? [key] : []));
    count(counts, row);
  });
  for (const group of sameKey) {
    const [first, ...others] = group.flatMap((at) => rows[at] ?? []);
    if (first === undefined) continue;
    const named = group.map((at) => keys[at]?.[0] ?? '');
    const places = others.map(({ source }) => `${source.sheet} row ${source.row}`).join(', ');
    faults.push(
      faultOf(first, { code: 'duplicate-key', column: first.sheet.letters('id'), text: `${first.id}: ${places}` }, named),
    );
  }
  records.sort((a, b) => a.day - b.day || (a.key < b.key ? -1 : 1));
  return {
    records: {
      deals: records.filter((record): record is Deal => record.role === 'deal'),
      invoices: records.filter((record): record is Invoice => record.role === 'invoice'),
      revenue: records.filter((record): record is Revenue => record.role === 'revenue'),
      receipts: records.filter((record): record is Receipt => record.role === 'receipt'),
      customers,
      rates,
    },
    leftOut,
    faults,
    read: [...counts.values()].flatMap((own) => [...own.values()]),
    notWon: aside.flatMap(({ cause, record }) => (cause === 'not-won' && record.role === 'deal' ? [record] : [])),
    noCurrency: aside.flatMap(({ cause, record }) => (cause === 'no-currency' ? [record] : [])),
  };
}

function placeOf({ grid }: SourceSheet): Pick<ReadCount, 'sheet' | 'part' | 'table'> {
  return { sheet: grid.sheet, part: grid.part, table: grid.table };
}

function faultOf(row: ReadRow, { code, column, text }: PendingFault, keys: readonly string[]): ReadFault {
  const { role, source, customer, day, amount, currency } = row;
  return { code, role, source, column, text, keys, customer, day, amount, currency };
}

type Counts = Map<SourceSheet, Map<string, { -readonly [K in keyof ReadCount]: ReadCount[K] }>>;

function count(counts: Counts, { sheet, role, currency, amount, rows = 1 }: ReadRow): void {
  let own = counts.get(sheet);
  if (own === undefined) {
    own = new Map();
    counts.set(sheet, own);
  }
  const key = `${role} ${currency}`;
  const known = own.get(key);
  if (known === undefined) own.set(key, { ...placeOf(sheet), role, currency, rows, amount: amount ?? 0 });
  else {
    known.rows += rows;
    known.amount += amount ?? 0;
  }
}
