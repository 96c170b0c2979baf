/** Links between deals and invoices against the true ones. */

import type { Matching } from '../../../src/domain/link';

interface Quality {
  /** 1 where nothing was linked. */
  readonly precision: number;
  /** Of all true links. */
  readonly recall: number;
}

export interface Judged {
  readonly matched: Quality;
  readonly suggested: Quality;
  readonly open: number;
}

/** @param truth `deal key|invoice key` of every true link */
export function judgeDeals({ links, openSearches }: Matching, truth: ReadonlyMap<string, string>): Judged {
  const quality = (state: string): Quality => {
    const made = links.filter(
      (link) => link.kind === 'deal-invoice' && link.state === state && link.right.startsWith('invoice.'),
    );
    const right = made.filter((link) => truth.has(`${link.left}|${link.right}`)).length;
    return { precision: made.length === 0 ? 1 : right / made.length, recall: right / truth.size };
  };
  const open = openSearches.filter(({ kind }) => kind === 'deal-invoice').length;
  return { matched: quality('matched'), suggested: quality('suggested'), open };
}
