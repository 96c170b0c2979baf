/** Mappings with the grids they are about. */

import type { SourceGrid } from '../domain/grid';
import type { SourceMapping } from '../settings/mapping';

export interface PairedSource {
  readonly grid: SourceGrid;
  readonly mapping: SourceMapping;
}

/**
 * Each mapping with its grid, by sheet and table; sources that are ignored, and grids without a mapping, are left away.
 * @throws RangeError where a mapping names a grid that is not there.
 */
export function pairSources(grids: readonly SourceGrid[], mappings: readonly SourceMapping[]): PairedSource[] {
  return mappings
    .filter(({ role }) => role !== 'ignore')
    .map((mapping) => {
      const grid = grids.find(({ sheet, table }) => sheet === mapping.sheet && table === mapping.table);
      if (grid === undefined) throw new RangeError(`no source “${mapping.table ?? mapping.sheet}” to read`);
      return { grid, mapping };
    });
}
