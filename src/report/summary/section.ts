/** A part of Summary: cells with their looks, placed at a corner, of a known height. */

import { LINE_POINTS, linesOf } from '../headerLines';
import { BAND, HEAD, INK, RULE } from '../palette';
import type { BlockPlan, ChartPlan, Look, PlannedCell, SheetPlan, TypedCellPlan } from '../plan';

export interface Section {
  readonly height: number;
  readonly blocks: readonly BlockPlan[];
  readonly looks: SheetPlan['looks'];
  readonly marks: SheetPlan['marks'];
  readonly charts: readonly ChartPlan[];
  readonly typed: readonly TypedCellPlan[];
  readonly rowHeights: SheetPlan['rowHeights'];
}

export const EMPTY: Section = { height: 0, blocks: [], looks: [], marks: [], charts: [], typed: [], rowHeights: [] };

export interface Corner {
  readonly row: number;
  readonly column: number;
  /** Columns that labels run over; one where left out. */
  readonly labelColumns?: number;
}

export interface ListedRow {
  readonly cells: readonly PlannedCell[];
  /** Openings and closings, totals: bold, with a line above. */
  readonly isTotal?: boolean;
}

interface Listing {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly ListedRow[];
  /** One for each column. */
  readonly formats: readonly Look[];
  /** Characters of a header that fit in one line. */
  readonly oneLine?: number;
}

/** Characters of a header that fit most columns, and those that surely fit any in bold, where a line is broken. */
const ONE_LINE = 17;
export const SURE_LINE = 15;

/** A title, a header and rows under it; the rows begin two below the corner. */
export function listing(
  { row, column, labelColumns = 1 }: Corner,
  { title, header, rows, formats, oneLine = ONE_LINE }: Listing,
): Section {
  const columns = header.length + labelColumns - 1;
  const spread = ([label = null, ...cells]: readonly PlannedCell[]): PlannedCell[] =>
    padded([...padded([label], labelColumns), ...cells], columns);
  const body = row + 2;
  return {
    ...EMPTY,
    height: rows.length + 2,
    rowHeights: header.slice(1).some((text) => text.length > oneLine)
      ? [{ row: row + 1, points: LINE_POINTS * Math.max(...header.slice(1).map((text) => linesOf(text, SURE_LINE))) + 2 }]
      : [],
    blocks: [{ row, column, cells: [padded([title], columns), spread(header), ...rows.map(({ cells }) => spread(cells))] }],
    looks: [
      { row, column, rows: 1, columns, look: { bold: true, size: 12, color: HEAD, borderBottom: HEAD } },
      {
        row: row + 1,
        column,
        rows: 1,
        columns,
        look: { bold: true, color: INK, fill: BAND, align: 'Right', wrap: true, valign: 'Top' },
      },
      { row: row + 1, column, rows: 1, columns: 1, look: { align: 'Left' } },
      ...(rows.length === 0
        ? []
        : formats.map((look, index) => ({
            row: body,
            column: index === 0 ? column : column + labelColumns - 1 + index,
            rows: rows.length,
            columns: 1,
            look,
          }))),
      ...rows.flatMap(({ isTotal }, index) =>
        isTotal === true ? [{ row: body + index, column, rows: 1, columns, look: { bold: true, borderTop: RULE } }] : [],
      ),
    ],
  };
}

export function padded(cells: readonly PlannedCell[], columns: number): PlannedCell[] {
  return Array.from({ length: columns }, (_, index) => cells[index] ?? null);
}

/** Sections laid one beside another: as high as the highest. */
export function together(...sections: readonly Section[]): Section {
  return {
    height: Math.max(0, ...sections.map(({ height }) => height)),
    blocks: sections.flatMap(({ blocks }) => blocks),
    looks: sections.flatMap(({ looks }) => looks),
    marks: sections.flatMap(({ marks }) => marks),
    charts: sections.flatMap(({ charts }) => charts),
    typed: sections.flatMap(({ typed }) => typed),
    rowHeights: sections.flatMap(({ rowHeights }) => rowHeights),
  };
}
