/** The tie-out: every source's rows and amounts, read = used + left out by cause, used → measure. */

import type { Currency, Minor } from '../domain/money';
import type { Posted, TieOutRow } from '../domain/reconciliation';
import { NAMED_CAUSES } from '../domain/record';
import type { LeftOutRow, Provenance, ReconciledRecord, Role } from '../domain/record';

/** What reading counted in one source and currency, before anything was set aside. */
export interface ReadCount {
  readonly sheet: string;
  /** Which of the sheet's sources, where it holds several. */
  readonly part: number;
  readonly role: Role;
  readonly currency: Currency;
  readonly rows: number;
  readonly amount: Minor;
}

interface Sum {
  rows: number;
  amount: Minor;
  measure: Minor;
}

/** Rows of one sheet, role and currency. */
interface Source {
  readonly part: number;
  readonly role: Role;
  readonly currency: Currency;
  readonly causes: Map<string, Sum>;
  readonly counted: Set<number>;
}

/** Lists are looked up, not measured: what was not left out of them is used. */
const LISTS: ReadonlySet<Role> = new Set<Role>(['customers', 'owners', 'rates']);

/** A sheet has a few sources, and each of its rows asks for one: they are looked through, as a text key for each row costs more. */
function sourceAmong(sources: readonly Source[], part: number, role: Role, currency: Currency): Source | null {
  for (const source of sources) if (source.part === part && source.role === role && source.currency === currency) return source;
  return null;
}

function eachRow({ row, lastRow = row, rows }: Provenance, see: (row: number) => void): void {
  if (rows !== undefined) rows.forEach((each) => see(each));
  else for (let each = row; each <= lastRow; each += 1) see(each);
}

/** A sheet with several sources: the second and further ones are counted. */
const nameOf = ({ sheet, part }: ReadCount): string => (part === 0 ? sheet : `${sheet} (${part + 1})`);

/**
 * @param used each record with what it adds to its measure.
 * @param asRead the record with the amount that its sheet states.
 * A row counts once, though it may hold several records (months across) or one record span several rows: where some of
 * its months are used and others are not, it is a used row, and the others add their amount only.
 */
export function tieOut(
  read: readonly ReadCount[],
  used: readonly Posted[],
  leftOut: readonly LeftOutRow[],
  asRead: (record: ReconciledRecord) => ReconciledRecord,
  roleOf: (place: Provenance) => Role,
): TieOutRow[] {
  const sources = new Map<string, Source[]>();
  const sourceOf = ({ sheet, part = 0 }: Provenance, role: Role, currency: Currency): Source => {
    const ofSheet = sources.get(sheet) ?? [];
    const known = sourceAmong(ofSheet, part, role, currency);
    if (known !== null) return known;
    const source: Source = { part, role, currency, causes: new Map<string, Sum>(), counted: new Set<number>() };
    sources.set(sheet, [...ofSheet, source]);
    return source;
  };
  const add = (place: Provenance, role: Role, currency: Currency, cause: string, amount: Minor, measure: Minor): void => {
    const source = sourceOf(place, role, currency);
    const sum = source.causes.get(cause) ?? { rows: 0, amount: 0, measure: 0 };
    source.causes.set(cause, sum);
    eachRow(place, (row) => {
      if (source.counted.has(row)) return;
      source.counted.add(row);
      sum.rows += 1;
    });
    sum.amount += amount;
    sum.measure += measure;
  };
  // A payment listed among invoices is money received: it ties to cash, not to what is invoiced.
  const roleAt = (place: Provenance, isReceipt: boolean): Role => (isReceipt ? 'receipts' : roleOf(place));
  for (const { record, parts } of used) {
    const { source, role, currency, amount } = asRead(record);
    let measure: Minor = 0;
    for (const { measuredReporting } of parts) measure += measuredReporting;
    add(source, roleAt(source, role === 'receipt'), currency, 'used', amount, measure);
  }
  for (const { source, role, currency, cause, text, amount } of leftOut)
    add(
      source,
      roleAt(source, role === 'receipts'),
      currency,
      NAMED_CAUSES.has(cause) ? `${cause}: ${text}` : cause,
      amount ?? 0,
      0,
    );
  const result: TieOutRow[] = [];
  const keyOf = ({ sheet, part, role, currency }: ReadCount): string => `${sheet}\u0000${part}\u0000${role}\u0000${currency}`;
  for (const count of [...read].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const source = sourceAmong(sources.get(count.sheet) ?? [], count.part, count.role, count.currency);
    const base = { sheet: nameOf(count), role: count.role, currency: count.currency };
    result.push({ ...base, cause: 'read', rows: count.rows, amount: count.amount, adjustments: null, measure: null });
    if (LISTS.has(count.role)) {
      const left = [...(source?.causes.values() ?? [])].reduce((rows, sum) => rows + sum.rows, 0);
      result.push({ ...base, cause: 'used', rows: count.rows - left, amount: count.amount, adjustments: null, measure: null });
    }
    const causes = [...(source?.causes ?? [])].sort(([a], [b]) => (a === 'used' ? -1 : b === 'used' ? 1 : a < b ? -1 : 1));
    for (const [cause, sum] of causes) {
      const tied =
        cause === 'used' ? { adjustments: sum.measure - sum.amount, measure: sum.measure } : { adjustments: null, measure: null };
      result.push({ ...base, cause, rows: sum.rows, amount: sum.amount, ...tied });
    }
  }
  return result;
}
