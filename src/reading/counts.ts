/** What becomes of each source's rows, as far as the sheets alone tell. */

import type { LeftOutCause } from '../domain/record';
import type { SourceCounts } from '../settings/inspection';
import type { ReadResult } from './gather';
import type { SourceSheet } from './sheet';

/** As-of, internal customers and other settings of a run come later. */
export function countsOf(sheets: readonly SourceSheet[], { read, leftOut }: ReadResult): ReadonlyMap<SourceSheet, SourceCounts> {
  return new Map(
    sheets.map((sheet) => {
      const { sheet: name, part } = sheet.grid;
      const rows = read.filter((each) => each.sheet === name && each.part === part).reduce((sum, each) => sum + each.rows, 0);
      const causes = new Map<LeftOutCause, number>();
      for (const { source, cause } of leftOut)
        if (source.sheet === name && (source.part ?? 0) === part) causes.set(cause, (causes.get(cause) ?? 0) + 1);
      const left = [...causes].map(([cause, count]) => ({ cause, rows: count })).sort((a, b) => b.rows - a.rows);
      return [sheet, { used: rows - left.reduce((sum, each) => sum + each.rows, 0), leftOut: left }];
    }),
  );
}
