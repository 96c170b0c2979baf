/** Rows read, brought together: records by date, rows left out, faults, and the counts that must tie. */

import type { Day } from '../domain/day';
import type { Currency, Minor } from '../domain/money';
import type {
  CustomerRecord,
  Deal,
  Invoice,
  LeftOutCause,
  LeftOutRow,
  OwnerRecord,
  Rate,
  ReadFault,
  Receipt,
  ReconciledRecord,
  Records,
  Revenue,
  Role,
} from '../domain/record';
import { keyOf } from './drafts';
import type { PendingFault, ReadRow } from './drafts';
import { identify, withKey } from './identify';
import { ownersLeft } from './ownersLeft';
import type { SourceSheet } from './sheet';

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
  /** Owners of deals, as these write them, who have left by the list of owners. */
  readonly ownersLeft: ReadonlySet<string>;
  /** Documents that write invoices off, as credits; left out until the definitions let them reduce what is invoiced. */
  readonly writeOffs: readonly Invoice[];
  /** Left out because their currency is not known: what belongs to them cannot be compared. */
  readonly noCurrency: readonly ReconciledRecord[];
}

/** By date, then key: sorted day by day, since most of a year's records share their day with hundreds of others. */
function byDay(records: readonly ReconciledRecord[]): ReconciledRecord[] {
  const days = new Map<Day, ReconciledRecord[]>();
  for (const record of records) {
    const own = days.get(record.day);
    if (own === undefined) days.set(record.day, [record]);
    else own.push(record);
  }
  const inOrder = [...days].sort(([a], [b]) => a - b);
  return inOrder.flatMap(([, own]) => own.sort((a, b) => (a.key < b.key ? -1 : 1)));
}

/**
 * Made anew, records lie in memory by date, as nearly all that follows walks over them, ten times and more. As they were read
 * they lie in the order of their rows, and each would be fetched from far away each time.
 */
function copyOf(record: ReconciledRecord): ReconciledRecord {
  return { ...record, references: record.references.slice() };
}

export function gather(
  read: readonly ReadRow[],
  customers: readonly CustomerRecord[],
  rates: readonly Rate[],
  owners: readonly OwnerRecord[],
): ReadResult {
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
    const text = `${first.id}: ${placesInWords(others)}`;
    faults.push(faultOf(first, { code: 'duplicate-key', column: first.sheet.letters('id'), text }, named));
  }
  const ordered = byDay(records).map(copyOf);
  const deals = ordered.filter((record): record is Deal => record.role === 'deal');
  return {
    records: {
      deals,
      invoices: ordered.filter((record): record is Invoice => record.role === 'invoice'),
      revenue: ordered.filter((record): record is Revenue => record.role === 'revenue'),
      receipts: ordered.filter((record): record is Receipt => record.role === 'receipt'),
      customers,
      rates,
    },
    leftOut,
    faults,
    read: [...counts.values()].flatMap((own) => [...own.values()]),
    notWon: aside.flatMap(({ cause, record }) => (cause === 'not-won' && record.role === 'deal' ? [record] : [])),
    ownersLeft: ownersLeft(
      owners,
      deals.map(({ owner }) => owner),
    ),
    writeOffs: aside.flatMap(({ cause, record }) => (cause === 'status' && record.role === 'invoice' ? [record] : [])),
    noCurrency: aside.flatMap(({ cause, record }) => (cause === 'no-currency' ? [record] : [])),
  };
}

const PLACES_NAMED = 10;

function placesInWords(rows: readonly ReadRow[]): string {
  const named = rows.slice(0, PLACES_NAMED).map(({ source }) => `${source.sheet} row ${source.row}`);
  const more = rows.length - named.length;
  return named.join(', ') + (more === 0 ? '' : ` and ${more} more`);
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
