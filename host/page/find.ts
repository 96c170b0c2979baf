/** Looking for a text in the cells of a workbook. */

import type { Area, Sheet } from '../workbook/model';
import type { Cell } from './movement';

export interface Hit extends Cell {
  readonly sheet: Sheet;
}

const ROWS_A_STEP = 200;
/** More are not told one by one. */
export const MOST_HITS = 10_000;

/** Hits in the order of reading from behind a cell on, round to it; `null` between the steps of the work. */
export function* hitsFrom(sheets: readonly Sheet[], from: Hit, query: string): Generator<Hit | null> {
  const at = Math.max(0, sheets.indexOf(from.sheet));
  const wanted = query.toLowerCase();
  let found = 0;
  for (let i = 0; i <= sheets.length; i += 1) {
    const sheet = sheets[(at + i) % sheets.length];
    const used = sheet?.usedArea(true) ?? null;
    if (sheet === undefined || used === null) continue;
    const isBehind = ({ row, column }: Cell): boolean => row > from.row || (row === from.row && column > from.column);
    const isDue = (cell: Cell): boolean => (i === 0 ? isBehind(cell) : i === sheets.length ? !isBehind(cell) : true);
    const first = i === 0 ? Math.max(used.top, from.row) : used.top;
    const last = i === sheets.length ? Math.min(used.bottom, from.row) : used.bottom;
    for (let top = first; top <= last; top += ROWS_A_STEP) {
      const bottom = Math.min(last, top + ROWS_A_STEP - 1);
      for (const hit of hitsIn(sheet, { ...used, top, bottom }, wanted)) {
        if (!isDue(hit)) continue;
        yield hit;
        found += 1;
        if (found >= MOST_HITS) return;
      }
      yield null;
    }
  }
}

/** A cell is a hit by what it shows, or by the value or formula it holds. */
function hitsIn(sheet: Sheet, area: Area, wanted: string): Hit[] {
  const hits: Hit[] = [];
  sheet.forEachCell(area, (row, column, content) => {
    if (content.kind === 'empty') return;
    const held = content.kind === 'formula' ? content.formula : content.value;
    const isHeld = (typeof held === 'string' || typeof held === 'number') && String(held).toLowerCase().includes(wanted);
    const isShown =
      isHeld ||
      (typeof held !== 'string' || content.kind === 'formula' ? sheet.text(row, column).toLowerCase().includes(wanted) : false);
    if (isShown) hits.push({ sheet, row, column });
  });
  return hits;
}
