/** What the other sources say, for the questions about one. */

import type { Day } from '../domain/day';
import type { Surroundings } from './questions';
import { READ } from './sheet';
import type { SourceSheet } from './sheet';

export function surroundings(sheets: readonly (SourceSheet | null)[], at: number, stated: ReadonlySet<string>): Surroundings {
  const others = sheets.flatMap((sheet, other) => (sheet === null || other === at ? [] : [sheet.conventions]));
  const orders = new Set(others.flatMap(({ dateOrder }) => (dateOrder === 'dmy' || dateOrder === 'mdy' ? [dateOrder] : [])));
  const decimals = new Set(others.flatMap(({ decimal }) => decimal ?? []));
  return {
    stated,
    dateOrder: orders.size === 1 ? ([...orders][0] ?? null) : null,
    decimal: decimals.size === 1 ? ([...decimals][0] ?? null) : null,
  };
}

/** First and last day of the documents at hand. */
export function daysOf(sheets: readonly (SourceSheet | null)[]): { readonly first: Day; readonly last: Day } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const sheet of sheets) {
    const column = sheet?.days('date');
    column?.days.forEach((day, index) => {
      if (column.state[index] !== READ) return;
      first = Math.min(first, day);
      last = Math.max(last, day);
    });
  }
  return first > last ? null : { first: first as Day, last: last as Day };
}
