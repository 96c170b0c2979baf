/** A block seen by itself: its header and columns, the mapping that a person settled for it, and what it is used for. */

import type { SourceGrid } from '../domain/grid';
import type { Role } from '../domain/record';
import type { SourceMapping } from '../settings/mapping';
import { blocksOf } from './blocks';
import { quartersIn } from './monthColumns';
import { savedFor, savedHere } from './savedMapping';
import { understand } from './understand';
import type { Understood } from './understand';

/** Below this no role is believed. */
const LEAST_ROLE_SCORE = 2.5;

export interface Look {
  readonly grid: SourceGrid;
  /** Place of the grid among those given, and of the block in it. */
  readonly at: number;
  readonly block: number;
  readonly known: Understood | null;
  readonly saved: SourceMapping | null;
  readonly role: Role | 'ignore';
  /** Something else stood here when it was left out, which looked like no source or was not wanted. */
  readonly wasLeftOut: boolean;
}

/** Every block of every grid. */
export function lookAt(grids: readonly SourceGrid[], saved: readonly SourceMapping[]): Look[] {
  return grids.flatMap((grid, at) => blocksOf(grid).map((own, block) => look(own, at, block, saved)));
}

function look(grid: SourceGrid, at: number, block: number, saved: readonly SourceMapping[]): Look {
  const first = understand(grid, block);
  const known = placedByHand(grid, block, first, saved) ?? first;
  const mapping = savedFor(grid, block, known?.fingerprint ?? null, saved);
  const guessed = guessedRole(known);
  const isOther = mapping?.role === 'ignore' && mapping.fingerprint !== '' && mapping.fingerprint !== known?.fingerprint;
  if (isOther && guessed !== 'ignore') return { grid, at, block, known, saved: null, role: guessed, wasLeftOut: true };
  return { grid, at, block, known, saved: mapping, role: mapping?.role ?? guessed, wasLeftOut: false };
}

function guessedRole(known: Understood | null): Role | 'ignore' {
  const [best] = known?.roles ?? [];
  if (known === null || best === undefined || best.score < LEAST_ROLE_SCORE) return 'ignore';
  // Amounts by quarter are no list of names, and no months either.
  return LISTS.has(best.role) && quartersIn(known.headers).length >= 2 ? 'ignore' : best.role;
}

const LISTS: ReadonlySet<Role> = new Set<Role>(['customers', 'owners']);

/** The table with its header where a person put it, just now or in a run before: known by its texts where they are kept. */
function placedByHand(
  grid: SourceGrid,
  block: number,
  first: Understood | null,
  saved: readonly SourceMapping[],
): Understood | null {
  const here = savedHere(grid, block, saved);
  if (here === null || (here.headerRow === first?.headerRow && here.headerRows === first.headerRows)) return null;
  const placed = understand(grid, block, { row: here.headerRow, rows: here.headerRows === 2 ? 2 : 1 });
  return here.fingerprint === '' || here.fingerprint === placed?.fingerprint ? placed : null;
}
