/** Mappings of all blocks: guesses made beside each other, and what a person settled. */

import type { Grain, SourceMapping } from '../settings/mapping';
import { isSamePlace } from '../settings/place';
import { withCrossEvidence } from './crossEvidence';
import type { Assigned } from './crossEvidence';
import { grainOf } from './grain';
import type { GrainFound } from './grain';
import type { Look } from './look';
import { keepsColumns } from './savedMapping';
import { withStraightColumns } from './straighten';
import { mappingOf } from './understand';
import type { Understood } from './understand';

export interface Settled {
  readonly look: Look;
  /** With columns as they are kept. */
  readonly mapping: SourceMapping;
  /** What the rows show one row to be, whatever a person settled; null for a source that is left out. */
  readonly grain: GrainFound | null;
  /** The rows leave it open and nobody has said it: `mapping` holds the likelier reading, which is not settled. */
  readonly isGrainOpen: boolean;
}

/** References are found by the ids of the other sheets. */
export function settle(looks: readonly Look[]): Settled[] {
  const assigned: Assigned[] = [];
  for (const { known, role } of looks)
    if (known !== null && role !== 'ignore') assigned.push({ known, role, guesses: known.guesses[role] });
  const found = new Map(withCrossEvidence(assigned).map((guesses, at) => [assigned[at]?.known, guesses]));
  return looks.map((look) => {
    const { known, role, saved } = look;
    if (known === null || role === 'ignore') return { look, mapping: ignored(look), grain: null, isGrainOpen: false };
    const guessed = mappingOf(known, role, found.get(known) ?? []);
    const mapping = saved === null ? guessed : settledBy(saved, guessed, known);
    const grain = grainOf(known.grid, withStraightColumns(known.grid, mapping));
    const isGrainOpen = mapping.grain === null && !grain.isSure;
    return { look, mapping: { ...mapping, grain: mapping.grain ?? keptGrain(grain) }, grain, isGrainOpen };
  });
}

/** One document a row needs no word: next month's export may have more. */
function keptGrain({ grain }: GrainFound): Grain | null {
  return grain === 'row' ? null : grain;
}

/**
 * What a person settled stands; where the header moved or only the role was settled, the columns are found anew. What was
 * settled of another sheet with the same header goes behind what this one says of its own amounts.
 */
function settledBy(saved: SourceMapping, guessed: SourceMapping, known: Understood): SourceMapping {
  const columns = keepsColumns(saved, known) ? saved.columns : guessed.columns;
  const isHere = isSamePlace(saved, guessed);
  return {
    ...guessed,
    columns,
    grain: saved.grain,
    scale: saved.scale,
    firstMonth: saved.firstMonth,
    revenueAccount: saved.revenueAccount,
    amendments: saved.amendments ?? null,
    dateOrder: saved.dateOrder,
    decimal: saved.decimal,
    currency: isHere ? (saved.currency ?? guessed.currency) : (guessed.currency ?? saved.currency),
    reportingCurrency: isHere
      ? (saved.reportingCurrency ?? guessed.reportingCurrency)
      : (guessed.reportingCurrency ?? saved.reportingCurrency),
  };
}

function ignored({ grid, block, known }: Look): SourceMapping {
  return {
    sheet: grid.sheet,
    table: grid.table,
    block,
    role: 'ignore',
    headerRow: known?.headerRow ?? 0,
    headerRows: known?.headerRows ?? 1,
    columns: {},
    grain: null,
    scale: 1,
    monthColumns: [],
    firstMonth: null,
    revenueAccount: null,
    dateOrder: null,
    decimal: null,
    currency: null,
    reportingCurrency: null,
    fingerprint: known?.fingerprint ?? '',
  };
}
