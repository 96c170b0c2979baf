/** Amounts of single cells before a mapping is settled: numbers as they are, texts by the mark their columns show. */

import type { SourceGrid } from '../domain/grid';
import { decideDecimal, parseAmount } from './amounts';
import type { Decimal } from './amounts';
import { sampledRows } from './sampledRows';
import { cellText } from './text';

/** @returns null for a blank cell and for what is no amount or cannot be decided. */
export function cellAmounts(
  grid: SourceGrid,
  headerRow: number,
  columns: readonly number[],
): (row: number, column: number) => number | null {
  let decimal: Decimal | null | undefined;
  return (row, column) => {
    const cell = grid.values[row]?.[column];
    if (typeof cell === 'number') return cell;
    if (typeof cell !== 'string' || cell === '') return null;
    if (decimal === undefined) {
      const found = decideDecimal(textsOf(grid, headerRow, columns));
      decimal = found === '.' || found === ',' ? found : null;
    }
    return parseAmount(cellText(cell), decimal)?.value ?? null;
  };
}

/** Texts that are looked at for the mark: what a column shows it shows in these many. */
const ENOUGH_ROWS = 5000;

function* textsOf(grid: SourceGrid, headerRow: number, columns: readonly number[]): Generator<string> {
  for (const row of sampledRows(headerRow + 1, grid.values.length, ENOUGH_ROWS))
    for (const column of columns) {
      const cell = grid.values[row]?.[column];
      if (typeof cell === 'string') yield cellText(cell);
    }
}
