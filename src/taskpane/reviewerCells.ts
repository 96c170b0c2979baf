/** What stands in a reviewer's cells of `Exceptions`, as text. */

import { dayFromSerial, isoDay } from '../domain/day';
import type { RawCell } from '../domain/grid';

/** The columns whose numbers are days. */
const DAYS: ReadonlySet<string> = new Set(['Due by', 'Accept until']);

export const isDayHeader = (header: string): boolean => DAYS.has(header);

/** @param cell a day as Excel's serial comes back as an ISO day. */
export function cellText(header: string, cell: RawCell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'number' && isDayHeader(header) ? isoDay(dayFromSerial(cell)) : String(cell);
}
