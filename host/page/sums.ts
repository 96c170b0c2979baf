/** Count, sum and average of what is selected, as a status bar tells. */

import type { Area, Sheet } from '../workbook/model';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** "" where fewer than two cells hold something. */
export function sumsOf(sheet: Sheet, area: Area): string {
  let filled = 0;
  let numbers = 0;
  let sum = 0;
  sheet.forEachCell(area, (row, column, content) => {
    if (content.kind === 'empty') return;
    filled += 1;
    const value = sheet.value(row, column);
    if (typeof value !== 'number') return;
    numbers += 1;
    sum += value;
  });
  if (filled < 2) return '';
  if (numbers === 0) return `Count: ${number.format(filled)}`;
  return `Average: ${number.format(sum / numbers)}   Count: ${number.format(filled)}   Sum: ${number.format(sum)}`;
}
