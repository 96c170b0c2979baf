/** Short prints of what was read, so that the next opening can tell which sources are still the same. */

import { printOf } from '../domain/fingerprint';
import type { RawCell, SourceGrid } from '../domain/grid';

type Read = Pick<SourceGrid, 'sheet' | 'table' | 'top' | 'left'> & { readonly values: readonly (readonly RawCell[])[] };

/** By source: its sheet, with its table or place where the sheet holds several. Formats and hidden rows do not count. */
export function fingerprintsOf(grids: readonly Read[]): Record<string, string> {
  return Object.fromEntries(
    grids.map((grid) => {
      const isAlone = grids.filter(({ sheet }) => sheet === grid.sheet).length === 1;
      const place = isAlone ? '' : ` · ${grid.table ?? `${String(grid.top + 1)}, ${String(grid.left + 1)}`}`;
      return [`${grid.sheet}${place}`, printOf(grid.values)];
    }),
  );
}
