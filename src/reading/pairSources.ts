/** Mappings with the tables they are about. */

import type { SourceGrid } from '../domain/grid';
import type { SourceMapping } from '../settings/mapping';
import { blocksOf } from './blocks';
import { straighten, withStraightColumns } from './straighten';
import type { StraightGrid } from './straighten';

export interface PairedSource {
  readonly grid: StraightGrid;
  /** With the columns of `grid`. */
  readonly mapping: SourceMapping;
}

/**
 * Each mapping with its table, by sheet, table and block; sources that are ignored, and grids without a mapping, are left away.
 * @throws RangeError where a mapping names a table that is not there.
 */
export function pairSources(grids: readonly SourceGrid[], mappings: readonly SourceMapping[]): PairedSource[] {
  const parts = new Map<string, number>();
  return mappings
    .filter(({ role }) => role !== 'ignore')
    .map((mapping) => {
      const { sheet, table, block, headerRow, headerRows } = mapping;
      const grid = grids.find((each) => each.sheet === sheet && each.table === table);
      const own = grid === undefined ? undefined : blocksOf(grid)[block];
      if (own === undefined) throw new RangeError(`no source “${table ?? sheet}” to read`);
      const part = parts.get(sheet) ?? 0;
      parts.set(sheet, part + 1);
      return pairSource({ ...straighten(own, headerRow, headerRows), part }, mapping);
    });
}

export function pairSource(grid: StraightGrid, mapping: SourceMapping): PairedSource {
  return { grid, mapping: withStraightColumns(grid, mapping) };
}
