/** How a group of rows is signed: decided over all of them, never row by row. */

import type { Role } from '../domain/record';
import type { Side } from './amounts';
import { READ } from './valueColumns';
import type { NumberColumn } from './valueColumns';

/** unsigned: all amounts are positive · signed: all are negative · mixed: both occur · none: no amount but zero. */
export type Signs = 'unsigned' | 'signed' | 'mixed' | 'none';

export function signsOf(column: NumberColumn | null, count: number, belongs: (index: number) => boolean): Signs {
  let positive = 0;
  let negative = 0;
  if (column === null) return 'none';
  for (let index = 0; index < count; index += 1) {
    if (column.state[index] !== READ || !belongs(index)) continue;
    const value = column.values[index] ?? 0;
    if (value > 0) positive += 1;
    else if (value < 0) negative += 1;
  }
  if (positive > 0 && negative > 0) return 'mixed';
  return positive > 0 ? 'unsigned' : negative > 0 ? 'signed' : 'none';
}

/** Money received and revenue are credits to a bank and in a ledger of revenue; what customers owe is debited to them. */
const CREDITED: ReadonlySet<Role | 'ignore'> = new Set<Role>(['receipts', 'schedule']);

/**
 * A column that marks some amounts as of the other side ("200.00 CR" among invoices) and others not, none with a minus, is
 * signed by these words: the other side is negative. Where all amounts bear it, or a minus stands beside one, the column is
 * signed as it is written.
 */
export function withSides(column: NumberColumn, role: Role | 'ignore'): NumberColumn {
  const { sides, values } = column;
  const negative: Side = CREDITED.has(role) ? 'dr' : 'cr';
  if (sides?.includes(negative) !== true) return column;
  if (sides.every((side, index) => side === negative || values[index] === 0)) return column;
  if (sides.some((side, index) => side !== '' && (values[index] ?? 0) < 0)) return column;
  return { ...column, values: values.map((value, index) => (sides[index] === negative && value !== 0 ? -value : value)) };
}
