/** A block seen by itself: its header and columns, the mapping that a person settled for it, and what it is used for. */

import type { SourceGrid } from '../domain/grid';
import type { Role } from '../domain/record';
import type { SourceMapping } from '../settings/mapping';
import { blocksOf } from './blocks';
import { savedFor } from './savedMapping';
import { understand } from './understand';
import type { Understood } from './understand';

/** Below this no role is believed. */
export const LEAST_ROLE_SCORE = 2.5;

export interface Look {
  readonly grid: SourceGrid;
  /** Place of the grid among those given, and of the block in it. */
  readonly at: number;
  readonly block: number;
  readonly known: Understood | null;
  readonly saved: SourceMapping | null;
  readonly role: Role | 'ignore';
}

/** Every block of every grid. */
export function lookAt(grids: readonly SourceGrid[], saved: readonly SourceMapping[]): Look[] {
  return grids.flatMap((grid, at) => blocksOf(grid).map((own, block) => look(own, at, block, saved)));
}

function look(grid: SourceGrid, at: number, block: number, saved: readonly SourceMapping[]): Look {
  const first = understand(grid, block);
  const mapping = savedFor(grid, block, first?.fingerprint ?? null, saved);
  const isPlaced = mapping !== null && mapping.sheet === grid.sheet && mapping.fingerprint === '';
  const place = { row: mapping?.headerRow ?? 0, rows: mapping?.headerRows === 2 ? (2 as const) : (1 as const) };
  const known = isPlaced && place.row !== first?.headerRow ? (understand(grid, block, place) ?? first) : first;
  const [best] = known?.roles ?? [];
  const role = mapping !== null ? mapping.role : best !== undefined && best.score >= LEAST_ROLE_SCORE ? best.role : 'ignore';
  return { grid, at, block, known, saved: mapping, role };
}
