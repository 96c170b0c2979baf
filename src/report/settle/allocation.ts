/** How a document is spread over its links, and how much each may carry. */

import { matchKey } from '../../domain/link';
import type { ReportContext } from '../context';
import { sideOf } from '../matchRows';
import { documentSide } from '../review';
import { linksWithout } from './lookUp';
import type { AllocationTold, Ends, OpenAfter } from './lookUp';

/** Null where nothing is linked to the right end. */
export function allocationTold(
  { kind, left: own, right }: Ends,
  context: ReportContext,
  openAfter: OpenAfter,
): AllocationTold | null {
  const links = context.result.links.filter((link) => link.kind === kind && link.right === right.key);
  if (links.length === 0) return null;
  const openOf = openAfter(linksWithout(kind, (_, end) => end === right.key, context));
  const told = links.flatMap(({ left, allocated }) => {
    const record = context.record(left);
    if (record === null) return [];
    return [
      {
        key: matchKey(kind, left, right.key),
        left: documentSide(sideOf(left, context), context),
        carried: allocated,
        most: openOf({ kind, left: record, right }).left,
      },
    ];
  });
  return {
    kind: 'allocation',
    currency: right.currency,
    right: documentSide(sideOf(right.key, context), context),
    whole: openOf({ kind, left: own, right }).right,
    links: told,
  };
}
