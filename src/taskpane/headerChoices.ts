/** The rows that a source's header may stand in, with their texts, for a person to choose from. */

import type { SourceGrid } from '../domain/grid';
import type { SourceInspection } from '../settings/inspection';
import { NO_HEADER } from '../settings/mapping';
import type { SourceMapping } from '../settings/mapping';
import { areaOf } from './place';

export interface HeaderChoice {
  readonly headerRow: number;
  readonly headerRows: number;
  /** Excel's row numbers; none for "no header". */
  readonly rows: readonly number[];
  readonly words: string;
}

/** Rows looked at above and below the present header. */
const NEAR = 8;
const MOST_WORDS = 60;

/** The first row of the source's block in its grid, zero-based; rows of a mapping are counted from there. */
function firstRow({ headerAt, mapping, area }: SourceInspection, grid: SourceGrid): number {
  const header = headerAt.at(-1);
  if (header !== undefined && mapping.headerRow !== NO_HEADER) return header - 1 - mapping.headerRow - grid.top;
  return areaOf(area).top - grid.top;
}

/** Rows near the present header that are not blank, the present choice among them, and "no header". */
export function headerChoices(source: SourceInspection, grid: SourceGrid, mapping: SourceMapping): readonly HeaderChoice[] {
  const first = firstRow(source, grid);
  const { left, right, bottom } = areaOf(source.area);
  const words = (row: number): string => {
    const all = (grid.values[first + row] ?? [])
      .slice(left - grid.left, right - grid.left + 1)
      .map((cell) => String(cell).trim())
      .filter((text) => text !== '')
      .join(' · ');
    return all.length > MOST_WORDS ? `${all.slice(0, MOST_WORDS)}…` : all;
  };
  const choice = (headerRow: number, headerRows: number): HeaderChoice => {
    const row = grid.top + first + headerRow + 1;
    return { headerRow, headerRows, rows: headerRows === 2 ? [row - 1, row] : [row], words: words(headerRow - headerRows + 1) };
  };
  const present = Math.max(0, mapping.headerRow);
  const last = Math.min(present + NEAR, bottom - grid.top - first);
  const choices: HeaderChoice[] = [];
  for (let row = Math.max(0, present - NEAR); row <= last; row += 1) {
    const isPresent = row === mapping.headerRow;
    if (words(row) === '' && !isPresent) continue;
    choices.push(choice(row, 1));
    // Labels over two rows are rare: offered only where the present header is one of the two.
    if (row > 0 && (isPresent || row - 1 === mapping.headerRow) && words(row - 1) !== '') choices.push(choice(row, 2));
  }
  return [...choices, { headerRow: NO_HEADER, headerRows: 1, rows: [], words: '' }];
}
