/** The tie-out: every source's rows and amounts, read = used + left out by cause, used → measure. */

import type { Currency, Minor } from '../domain/money';
import type { TieOutRow } from '../domain/reconciliation';
import type { LeftOutRow, Provenance, ReconciledRecord, RecordKey, Role } from '../domain/record';

/** What reading counted in one source and currency, before anything was set aside. */
export interface ReadCount {
  readonly sheet: string;
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

interface Source {
  readonly sheet: string;
  readonly role: Role;
  readonly currency: Currency;
  readonly causes: Map<string, Sum>;
  readonly counted: Set<number>;
}

/** Lists are looked up, not measured: what was not left out of them is used. */
const LISTS: ReadonlySet<Role> = new Set<Role>(['customers', 'owners', 'rates']);

const group = (sheet: string, role: Role, currency: Currency): string => JSON.stringify([sheet, role, currency]);

/**
 * @param measureOf a record's contribution to its measure in the reporting currency, minor units.
 * A row counts once, though it may hold several records (months across) or one record span several rows: where some of
 * its months are used and others are not, it is a used row, and the others add their amount only.
 */
export function tieOut(
  read: readonly ReadCount[],
  used: readonly ReconciledRecord[],
  leftOut: readonly LeftOutRow[],
  measureOf: (key: RecordKey) => Minor,
  roleOf: (sheet: string) => Role,
): TieOutRow[] {
  const sources = new Map<string, Source>();
  const add = (place: Provenance, currency: Currency, cause: string, amount: Minor, measure: Minor): void => {
    const role = roleOf(place.sheet);
    const key = group(place.sheet, role, currency);
    const source = sources.get(key) ?? {
      sheet: place.sheet,
      role,
      currency,
      causes: new Map<string, Sum>(),
      counted: new Set<number>(),
    };
    sources.set(key, source);
    const sum = source.causes.get(cause) ?? { rows: 0, amount: 0, measure: 0 };
    source.causes.set(cause, sum);
    for (let row = place.row; row <= (place.lastRow ?? place.row); row += 1) {
      if (source.counted.has(row)) continue;
      source.counted.add(row);
      sum.rows += 1;
    }
    sum.amount += amount;
    sum.measure += measure;
  };
  for (const record of used) add(record.source, record.currency, 'used', record.amount, measureOf(record.key));
  for (const row of leftOut) add(row.source, row.currency, row.cause, row.amount ?? 0, 0);
  const result: TieOutRow[] = [];
  for (const count of [...read].sort((a, b) =>
    group(a.sheet, a.role, a.currency) < group(b.sheet, b.role, b.currency) ? -1 : 1,
  )) {
    const source = sources.get(group(count.sheet, count.role, count.currency));
    const base = { sheet: count.sheet, role: count.role, currency: count.currency };
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
