/** Recognises a mapping that a person settled, this month or an earlier one. */

import type { SourceGrid } from '../domain/grid';
import type { SourceMapping } from '../settings/mapping';
import type { Understood } from './understand';

/** What was saved of this very source, whatever its header is now. */
export function savedHere({ sheet, table }: SourceGrid, block: number, saved: readonly SourceMapping[]): SourceMapping | null {
  return saved.find((mapping) => mapping.sheet === sheet && mapping.table === table && mapping.block === block) ?? null;
}

/**
 * The saved mapping for a grid: of the same sheet and table, else of the same header anywhere. A mapping that names only the
 * sheet and a role (no columns, no fingerprint) settles just that.
 */
export function savedFor(
  grid: SourceGrid,
  block: number,
  fingerprint: string | null,
  saved: readonly SourceMapping[],
): SourceMapping | null {
  const here = savedHere(grid, block, saved);
  if (here !== null && (here.fingerprint === '' || here.fingerprint === fingerprint || here.role === 'ignore')) return here;
  if (fingerprint === null) return null;
  return saved.find((mapping) => mapping.fingerprint === fingerprint && mapping.role !== 'ignore') ?? null;
}

/** Whether the saved columns can be used as they are: the same header, and months that did not move other columns. */
export function keepsColumns(saved: SourceMapping, known: Understood): boolean {
  if (Object.keys(saved.columns).length === 0) return false;
  if (saved.fingerprint !== '' && saved.fingerprint !== known.fingerprint) return false;
  if (Object.values(saved.columns).some((column) => column >= known.headers.length)) return false;
  if (saved.monthColumns.length === 0) return true;
  const first = Math.min(...known.months.map(({ column }) => column), ...saved.monthColumns.map(({ column }) => column));
  return saved.monthColumns.length === known.months.length || Object.values(saved.columns).every((column) => column < first);
}
