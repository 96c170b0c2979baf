/** References as places of a workbook: where a link goes, which cells a chart or a list reads. */

import { parseA1, splitSheet } from '../workbook/address';
import { intersect } from '../workbook/area';
import type { Area, Sheet, Workbook } from '../workbook/model';
import type { ReadReference } from './charts';

/** The place that `'Sheet 1'!A5:B6` or a defined name means; null for none. */
export function placeOf(workbook: Workbook, reference: string): { readonly sheet: Sheet; readonly area: Area } | null {
  const { sheet: sheetName, local } = splitSheet(reference);
  const sheet = sheetName === null ? workbook.activeSheet : workbook.sheet(sheetName);
  const area = parseA1(local);
  if (sheet !== null && area !== null) return { sheet, area };
  const named = workbook.names.find(({ name }) => name.toLowerCase() === reference.toLowerCase());
  return named === undefined || named.formula === reference ? null : placeOf(workbook, named.formula);
}

/** Cells of a reference in order, for charts and lists; whole columns end where the sheet does. */
export function referenceReader(workbook: Workbook): ReadReference {
  return (reference) => {
    const place = placeOf(workbook, reference);
    const used = place?.sheet.usedArea(true) ?? null;
    const area = place === null || used === null ? null : intersect(place.area, used);
    if (place === null || area === null) return [];
    const cells: { value: number | null; text: string }[] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const value = place.sheet.value(row, column);
        cells.push({ value: typeof value === 'number' ? value : null, text: place.sheet.text(row, column) });
      }
    }
    return cells;
  };
}
