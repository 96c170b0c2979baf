/** Who has most to settle, by size of their open exceptions. */

import type { Exception } from '../../domain/reconciliation';
import { isToSettle } from '../../settings/reviewWords';
import { isOwnRow } from '../context';
import type { ReportContext } from '../context';
import { listing } from './section';
import type { Corner, Section } from './section';

const SHOWN = 5;

export function mostToSettle(
  corner: Corner,
  title: string,
  who: (exception: Exception) => string,
  { result, money }: ReportContext,
): Section {
  const sums = new Map<string, { gross: number; count: number }>();
  for (const exception of result.exceptions) {
    if (!isOpen(exception)) continue;
    const name = who(exception) === '' ? '(blank)' : who(exception);
    const sum = sums.get(name) ?? { gross: 0, count: 0 };
    sum.gross += Math.abs(exception.amount);
    sum.count += 1;
    sums.set(name, sum);
  }
  const first = [...sums].sort(([a, x], [b, y]) => y.gross - x.gross || (a < b ? -1 : 1)).slice(0, SHOWN);
  return listing(corner, {
    title,
    header: ['Name', 'To settle, gross', 'Exceptions'],
    rows:
      first.length === 0
        ? [{ cells: ['Nothing to settle'] }]
        : first.map(([name, { gross, count }]) => ({ cells: [name, money.cell(gross), count] })),
    formats: [{}, { numberFormat: money.format, align: 'Right' }, { numberFormat: '0', align: 'Right' }],
  });
}

export function isOpen(exception: Exception): boolean {
  const { status } = exception;
  return !isOwnRow(exception) && isToSettle(status);
}
