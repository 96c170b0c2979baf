/** Many exceptions accepted at once, as cells to write. */

import { serialOfDay } from '../../../domain/day';
import type { Day } from '../../../domain/day';
import type { KeyedCells } from '../../../settings/decisions';
import type { QueuedException } from '../../ports';

/**
 * What somebody settled or wrote since the rows were read is not gone over: that row is told.
 * @param comment goes below what stands in the row already; "" for none
 * @param until the last day on which they stay accepted; null: the dates of the rows stay as they are
 */
export function acceptedAll(rows: readonly QueuedException[], comment: string, until: Day | null): KeyedCells[] {
  const accepted = { Status: 'Accepted', ...(until === null ? {} : { 'Accept until': serialOfDay(until) }) };
  return rows.map(({ key, status, comment: said }) => {
    const note = said === '' ? comment : `${said}\n${comment}`;
    return comment === ''
      ? { key, cells: accepted, expected: { Status: status } }
      : { key, cells: { ...accepted, Comment: note }, expected: { Status: status, Comment: said } };
  });
}
