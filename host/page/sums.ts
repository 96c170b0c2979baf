/** Count, sum and average of what is selected, as a status bar tells. */

import { intersect } from '../workbook/area';
import type { Area, Sheet } from '../workbook/model';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

const ROWS_A_STEP = 500;

/** Goes over the cells in steps and tells at the end: "" where fewer than two cells hold something. Hidden cells do not count. */
export function* sumsOf(sheet: Sheet, areas: readonly Area[], tell: (sums: string) => void): Generator<void> {
  let filled = 0;
  let numbers = 0;
  let sum = 0;
  const used = sheet.usedArea(true);
  for (const area of areas) {
    const part = used === null ? null : intersect(area, used);
    for (let top = part?.top ?? 0; part !== null && top <= part.bottom; top += ROWS_A_STEP) {
      sheet.forEachCell({ ...part, top, bottom: Math.min(part.bottom, top + ROWS_A_STEP - 1) }, (row, column, content) => {
        if (content.kind === 'empty' || sheet.rowHidden(row) || sheet.columnHidden(column)) return;
        filled += 1;
        const value = content.kind === 'value' ? content.value : sheet.value(row, column);
        if (typeof value !== 'number') return;
        numbers += 1;
        sum += value;
      });
      yield;
    }
  }
  if (filled < 2) tell('');
  else if (numbers === 0) tell(`Count: ${number.format(filled)}`);
  else tell(`Average: ${number.format(sum / numbers)}   Count: ${number.format(filled)}   Sum: ${number.format(sum)}`);
}
