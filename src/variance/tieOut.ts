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
  readonly sheet: string;
  readonly part: number;
  readonly role: Role;
  readonly currency: Currency;
  used: Sum | null;
  /** What was left out, by cause. */
  readonly causes: Map<string, Sum>;
  readonly counted: Rows;
}

/** Rows of a sheet, each once. */
class Rows {
  private seen = new Uint8Array(1_024);

  /** False for a row that is there already. */
  add(row: number): boolean {
    if (row >= this.seen.length) {
      const before = this.seen;
      this.seen = new Uint8Array(Math.max(row + 1, 2 * before.length));
      this.seen.set(before);
    }
    if (this.seen[row] === 1) return false;
    this.seen[row] = 1;
    return true;
  }
}

/** Lists are looked up, not measured: what was not left out of them is used. */
const LISTS: ReadonlySet<Role> = new Set<Role>(['customers', 'owners', 'rates']);

function eachRow({ row, lastRow = row, rows }: Provenance, see: (row: number) => void): void {
  if (rows !== undefined) rows.forEach((each) => see(each));
  else for (let each = row; each <= lastRow; each += 1) see(each);
}

/** A sheet with several sources: the second and further ones are counted. */
const nameOf = ({ sheet, part }: ReadCount): string => (part === 0 ? sheet : `${sheet} (${part + 1})`);

export interface TieOut {
  /** A record that is used, with what it adds to its measure. */
  readonly used: (posting: Posted) => void;
  /** @param read what each source holds. */
  readonly close: (read: readonly ReadCount[], leftOut: readonly LeftOutRow[]) => TieOutRow[];
}

/**
 * A row counts once, though it may hold several records (months across) or one record span several rows: where some of
 * its months are used and others are not, it is a used row, and the others add their amount only.
 * @param asRead the record with the amount that its sheet states.
 */
export function tieOut(asRead: (record: ReconciledRecord) => ReconciledRecord, roleOf: (place: Provenance) => Role): TieOut {
  /** A workbook has a few, and each of its rows asks for one: they are looked through, as a text key for each row costs more. */
  const sources: Source[] = [];
  const known = (sheet: string, part: number, role: Role, currency: Currency): Source | null => {
    for (const source of sources)
      if (source.sheet === sheet && source.part === part && source.role === role && source.currency === currency) return source;
    return null;
  };
  // A payment listed among invoices is money received: it ties to cash, not to what is invoiced.
  const sourceOf = (place: Provenance, isReceipt: boolean, currency: Currency): Source => {
    const { sheet, part = 0 } = place;
    const role = isReceipt ? 'receipts' : roleOf(place);
    let source = known(sheet, part, role, currency);
    if (source === null) {
      source = { sheet, part, role, currency, used: null, causes: new Map<string, Sum>(), counted: new Rows() };
      sources.push(source);
    }
    return source;
  };
  const add = ({ counted }: Source, sum: Sum, place: Provenance, amount: Minor, measure: Minor): void => {
    eachRow(place, (row) => {
      if (counted.add(row)) sum.rows += 1;
    });
    sum.amount += amount;
    sum.measure += measure;
  };
  const leave = ({ source: place, role, currency, cause, text, amount }: LeftOutRow): void => {
    const source = sourceOf(place, role === 'receipts', currency);
    const name = NAMED_CAUSES.has(cause) ? `${cause}: ${text}` : cause;
    const sum = source.causes.get(name) ?? nothing();
    source.causes.set(name, sum);
    add(source, sum, place, amount ?? 0, 0);
  };
  const close = (read: readonly ReadCount[], leftOut: readonly LeftOutRow[]): TieOutRow[] => {
    leftOut.forEach(leave);
    const result: TieOutRow[] = [];
    const keyOf = ({ sheet, part, role, currency }: ReadCount): string => `${sheet}\u0000${part}\u0000${role}\u0000${currency}`;
    for (const count of [...read].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
      const { used = null, causes = NO_CAUSES } = known(count.sheet, count.part, count.role, count.currency) ?? {};
      const put = (cause: string, rows: number, amount: Minor, measure: Minor | null = null): void => {
        const base = { sheet: nameOf(count), role: count.role, currency: count.currency };
        result.push({ ...base, cause, rows, amount, adjustments: measure === null ? null : measure - amount, measure });
      };
      put('read', count.rows, count.amount);
      if (LISTS.has(count.role)) {
        const left = [...causes.values()].reduce((rows, sum) => rows + sum.rows, 0);
        put('used', count.rows - left, count.amount);
      }
      if (used !== null) put('used', used.rows, used.amount, used.measure);
      for (const [cause, sum] of [...causes].sort(([a], [b]) => (a < b ? -1 : 1))) put(cause, sum.rows, sum.amount);
    }
    return result;
  };
  return {
    used({ record, parts }) {
      const { source: place, role, currency, amount } = asRead(record);
      const source = sourceOf(place, role === 'receipt', currency);
      let measure: Minor = 0;
      for (const { measuredReporting } of parts) measure += measuredReporting;
      add(source, (source.used ??= nothing()), place, amount, measure);
    },
    close,
  };
}

const NO_CAUSES: ReadonlyMap<string, Sum> = new Map();

const nothing = (): Sum => ({ rows: 0, amount: 0, measure: 0 });
