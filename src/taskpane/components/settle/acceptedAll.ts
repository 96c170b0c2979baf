/** Many exceptions accepted at once, as cells to write. */

import type { KeyedCells } from '../../../settings/decisions';
import type { QueuedException } from '../../ports';

/**
 * What somebody settled or wrote since the rows were read is not gone over: that row is told.
 * @param comment goes below what stands in the row already; "" for none
 */
export function acceptedAll(rows: readonly QueuedException[], comment: string): KeyedCells[] {
  return rows.map(({ key, status, comment: said }) => {
    const note = said === '' ? comment : `${said}\n${comment}`;
    return comment === ''
      ? { key, cells: { Status: 'Accepted' }, expected: { Status: status } }
      : { key, cells: { Status: 'Accepted', Comment: note }, expected: { Status: status, Comment: said } };
  });
}
