/** All that reading makes of some sheets, in lines: what is counted, what is left out, what is at fault and what is asked. */

import type { SourceGrid } from '../../../src/domain/grid';
import type { ReadFault } from '../../../src/domain/record';
import { inspect } from '../../../src/reading/inspect';
import type { ReadResult } from '../../../src/reading/readRecords';
import { leftLine, lineOf, read } from './table';

export interface Shown {
  /** Deals, invoices, revenue and receipts, each by date. */
  readonly records: readonly string[];
  readonly left: readonly string[];
  /** Of rows that count. */
  readonly faults: readonly string[];
  readonly asks: readonly string[];
}

export function shown(...grids: readonly SourceGrid[]): Shown {
  const result = read(grids);
  return {
    records: recordLines(result),
    left: result.leftOut.map(leftLine),
    faults: result.faults.filter(isOfCounted).map(({ source, code, text }) => `row ${source.row}: ${code} “${text}”`),
    asks: inspect(grids, []).questions.map(({ id }) => id),
  };
}

/** Of one measure each, without the currency where the sheet has none. */
export function recordLines({ records }: ReadResult): string[] {
  return [...records.deals, ...records.invoices, ...records.revenue, ...records.receipts].map(lineOf);
}

/** What is left out is listed as such. */
function isOfCounted({ code }: ReadFault): boolean {
  return code !== 'unreadable' && code !== 'no-date' && code !== 'no-currency';
}
