/** What stands in a reviewer's cells now wins over what stood there at the run. */

import { dayFromSerial, isoDay } from '../../../domain/day';
import type { RawCell } from '../../../domain/grid';
import type { ExceptionTold } from '../../../report/explain/explanation';

/** A cell of a date column as text: a serial as an ISO day. */
export function asTyped(cell: RawCell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'number' ? isoDay(dayFromSerial(cell)) : String(cell).trim();
}

export function withTyped(exception: ExceptionTold, cells: Readonly<Record<string, RawCell>>): ExceptionTold {
  if (!Object.hasOwn(cells, 'Status')) return exception;
  return {
    ...exception,
    status: asTyped(cells['Status']),
    assignee: asTyped(cells['Assignee']),
    comment: asTyped(cells['Comment']),
  };
}
