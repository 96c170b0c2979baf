/** Recognition schedules to the invoices and deals whose revenue they spread. */

import type { LinkKind } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Deal, Invoice, Revenue } from '../numbered';
import { between, CANDIDATES_SHOWN, candidatesFound } from '../desk';
import type { Desk, Proposal } from '../desk';
import { groupBy } from '../groupBy';
import { customerEvidence, lagEvidence, referenceEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import type { Named } from '../named';
import { narrow, once, surest } from '../narrow';
import { firstFitting } from '../openList';
import type { Finding } from './pass';

const KIND = 'invoice-schedule';
/** Days before its invoice from which a schedule may run (arrears), and after it (a multi-year prepayment). */
const BEFORE = 366;
const AFTER = 366;

/** Schedule rows that name an invoice or a credit. */
export function* scheduleByInvoice(desk: Desk): Generator<Finding> {
  for (const row of desk.revenue) {
    const link = nameOne(desk, KIND, row, desk.named.documentsOf(row));
    if (link !== null) yield { links: [link] };
  }
}

/** Schedule rows that name a deal or its contract and no invoice. */
export function* scheduleByDeal(desk: Desk): Generator<Finding> {
  for (const row of desk.revenue) {
    if (desk.isLinked(KIND, row)) continue;
    const link = nameOne<Deal>(desk, 'deal-schedule', row, desk.named.dealsOf(row));
    if (link !== null) yield { links: [link] };
  }
}

/** A link to the one record that a row surely names. */
function nameOne<T extends Invoice | Deal>(
  desk: Desk,
  kind: LinkKind,
  row: Revenue,
  named: readonly Named<T>[] = [],
): Proposal | null {
  const left = desk.open.free(kind, row);
  if (left === 0) return null;
  const meant = surest(named).flatMap((one) =>
    narrow(desk, row, one)
      .filter((record) => !desk.isRefused(kind, record, row))
      .map((record) => ({ record, named: one })),
  );
  const [only, other] = once(meant);
  if (only === undefined || other !== undefined) return null;
  return {
    left: only.record,
    right: row,
    allocated: left,
    evidence: [referenceEvidence(only.named), customerEvidence(desk, only.record, row)],
  };
}

/**
 * Rows that name nothing: the rows of one schedule (one id, else all of the customer) that add up to one invoice, or a row
 * that equals one.
 */
export function* scheduleByAmount(desk: Desk): Generator<Finding> {
  const isFree = (row: Revenue): boolean => !desk.isLinked(KIND, row) && !desk.isLinked('deal-schedule', row);
  for (const block of desk.blocks) {
    const rows = block.revenue.filter(isFree);
    if (rows.length === 0) continue;
    const unscheduled = block.invoices.filter((invoice) => !desk.isLinked(KIND, invoice));
    const byAmount = groupBy(unscheduled, ({ amount }) => amount);
    const find = (some: readonly Revenue[], total: Minor): Invoice[] => candidates(desk, byAmount.get(total) ?? [], some);
    for (const [, one] of [...groupBy(rows, ({ id }) => id)].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const total = one.reduce((sum, { amount }) => sum + amount, 0);
      yield* linkRows(desk, one, find(one, total), `${one.length} rows add up`);
    }
    for (const row of rows) if (isFree(row)) yield* linkRows(desk, [row], find([row], row.amount), 'equal');
  }
}

/** The first invoices of an amount that rows may spread; linked ones have their schedule. */
function candidates(desk: Desk, equal: readonly Invoice[], rows: readonly Revenue[]): Invoice[] {
  const first = rows[0]?.day ?? 0;
  return firstFitting(
    between(equal, first - AFTER, first + BEFORE),
    CANDIDATES_SHOWN,
    (invoice) => !desk.isLinked(KIND, invoice) && rows.every((row) => !desk.isRefused(KIND, invoice, row)),
  );
}

function* linkRows(desk: Desk, rows: readonly Revenue[], invoices: readonly Invoice[], level: string): Generator<Finding> {
  const [only, other] = invoices;
  const [first] = rows;
  if (only === undefined || first === undefined) return;
  if (other !== undefined) {
    if (rows.length === 1)
      yield {
        search: {
          anchor: first,
          outcome: 'ambiguous',
          candidates: invoices.map(({ key }) => [key]),
          why: `${candidatesFound(invoices)} invoices of the same amount`,
        },
      };
    return;
  }
  const date = lagEvidence(first.day - only.day, 31, 31);
  yield {
    links: rows.map((row) => ({
      left: only,
      right: row,
      allocated: row.amount,
      evidence: [evidence('amount', level, 8), customerEvidence(desk, only, row), date],
    })),
  };
}
