/** The tie-out: every source's rows and amounts, read = used + left out by cause, used → measure. */

import type { Currency, Minor } from '../domain/money';
import type { TieOutRow } from '../domain/reconciliation';
import type { LeftOutRow, ReconciledRecord, RecordKey, Role } from '../domain/record';

/** What reading counted in one source and currency, before anything was set aside. */
export interface ReadCount {
  readonly sheet: string;
  readonly role: Role;
  readonly currency: Currency;
  readonly rows: number;
  readonly amount: Minor;
}

interface Sum {
  rows: Set<number>;
  amount: Minor;
  measure: Minor;
}

const group = (sheet: string, role: Role, currency: Currency): string => JSON.stringify([sheet, role, currency]);

/**
 * @param measureOf a record's contribution to its measure in the reporting currency, minor units.
 * Rows are counted once, though a row may hold several records (months across) or one record span several rows.
 */
export function tieOut(
  read: readonly ReadCount[],
  used: readonly ReconciledRecord[],
  leftOut: readonly LeftOutRow[],
  measureOf: (key: RecordKey) => Minor,
  roleOf: (sheet: string) => Role,
): TieOutRow[] {
  const sums = new Map<string, { sheet: string; role: Role; currency: Currency; causes: Map<string, Sum> }>();
  const at = (sheet: string, role: Role, currency: Currency, cause: string): Sum => {
    const key = group(sheet, role, currency);
    const source = sums.get(key) ?? { sheet, role, currency, causes: new Map<string, Sum>() };
    sums.set(key, source);
    const sum = source.causes.get(cause) ?? { rows: new Set<number>(), amount: 0, measure: 0 };
    source.causes.set(cause, sum);
    return sum;
  };
  for (const record of used) {
    const sum = at(record.source.sheet, roleOf(record.source.sheet), record.currency, 'used');
    for (let row = record.source.row; row <= (record.source.lastRow ?? record.source.row); row += 1) sum.rows.add(row);
    sum.amount += record.amount;
    sum.measure += measureOf(record.key);
  }
  for (const row of leftOut) {
    const sum = at(row.source.sheet, roleOf(row.source.sheet), row.currency, row.cause);
    for (let line = row.source.row; line <= (row.source.lastRow ?? row.source.row); line += 1) sum.rows.add(line);
    sum.amount += row.amount ?? 0;
  }
  const result: TieOutRow[] = [];
  for (const count of [...read].sort((a, b) =>
    group(a.sheet, a.role, a.currency) < group(b.sheet, b.role, b.currency) ? -1 : 1,
  )) {
    const source = sums.get(group(count.sheet, count.role, count.currency));
    const base = { sheet: count.sheet, role: count.role, currency: count.currency };
    result.push({ ...base, cause: 'read', rows: count.rows, amount: count.amount, adjustments: null, measure: null });
    const causes = [...(source?.causes ?? [])].sort(([a], [b]) => (a === 'used' ? -1 : b === 'used' ? 1 : a < b ? -1 : 1));
    for (const [cause, sum] of causes) {
      const tied =
        cause === 'used' ? { adjustments: sum.measure - sum.amount, measure: sum.measure } : { adjustments: null, measure: null };
      result.push({ ...base, cause, rows: sum.rows.size, amount: sum.amount, ...tied });
    }
  }
  return result;
}
