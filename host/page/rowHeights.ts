/** Heights that rows without a set height take from their contents, as a spreadsheet fits them by itself. */

import type { Area, Change, Sheet, Workbook } from '../workbook/model';
import { MAX_COLUMNS } from '../workbook/model';
import { lineHeight } from '../workbook/textMetrics';
import { PADDING } from './cellLook';
import { pixelsOf } from './geometry';
import type { Measure } from './measure';
import { wrappedLines } from './wrapping';

/** Points by row; rows that need no more than the standard height are not in it. */
export type RowHeights = ReadonlyMap<number, number>;

export interface AutomaticHeights {
  of(sheet: Sheet): RowHeights;
  /** Measures anew what a change may have made higher or lower. */
  changed(changes: readonly Change[]): void;
}

export function automaticHeights(workbook: Workbook, widthOf: Measure): AutomaticHeights {
  const known = new Map<string, Map<number, number>>();

  const measure = (sheet: Sheet, heights: Map<number, number>, area: Area): void => {
    const needs = new Map<number, boolean>();
    const matters = (index: number): boolean => {
      const had = needs.get(index);
      if (had !== undefined) return had;
      const { wrap, font } = workbook.styles.get(index);
      const does = wrap || lineHeight(font) > sheet.standardHeight;
      needs.set(index, does);
      return does;
    };
    for (const row of [...heights.keys()]) if (row >= area.top && row <= area.bottom) heights.delete(row);
    sheet.forEachCell({ ...area, left: 0, right: MAX_COLUMNS - 1 }, (row, column, content, index) => {
      if (content.kind === 'empty' || !matters(index)) return;
      const { wrap, font } = workbook.styles.get(index);
      const room = pixelsOf(sheet.columnWidth(column)) - 2 * PADDING - 1;
      const width = (text: string): number => widthOf(text, font, font.bold);
      const lines = wrap && room > 0 ? wrappedLines(sheet.text(row, column), room, width) : 1;
      const height = Math.min(HIGHEST, lines * lineHeight(font));
      if (height > (heights.get(row) ?? sheet.standardHeight)) heights.set(row, height);
    });
  };

  return {
    of(sheet) {
      const had = known.get(sheet.id);
      if (had !== undefined) return had;
      const heights = new Map<number, number>();
      const used = sheet.usedArea(true);
      if (used !== null) measure(sheet, heights, used);
      known.set(sheet.id, heights);
      return heights;
    },
    changed(changes) {
      for (const change of changes) {
        if (change.kind === 'cells' && change.how === 'RangeEdited') {
          const heights = known.get(change.sheet);
          const sheet = workbook.sheet(change.sheet);
          if (heights !== undefined && sheet !== null) measure(sheet, heights, change.area);
        } else if (change.kind === 'cells' || change.kind === 'format' || change.kind === 'layout') {
          known.delete(change.sheet);
        }
      }
    },
  };
}

/** Excel's highest row, in points. */
const HIGHEST = 409.5;
