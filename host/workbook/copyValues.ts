/** Values of an area put elsewhere at once, as pasting values does. */
import { columnsOf, rowsOf } from './area';
import { isFormulaCell } from './chunk';
import type { Area } from './model';
import type { WorkbookSheet } from './sheet';

/** Formulas come as what they come to before anything is put. The two areas may not overlap. */
export function copyValues(source: WorkbookSheet, area: Area, target: WorkbookSheet, top: number, left: number): void {
  const place = { top, left, bottom: top + rowsOf(area) - 1, right: left + columnsOf(area) - 1 };
  target.checkCells(place);
  if (source.store.hasFormulas(area))
    source.store.forEach(area, (row, column, content) => {
      if (isFormulaCell(content)) source.value(row, column);
    });
  const now = target.core.nextChange();
  for (let column = 0; column < columnsOf(area); column++)
    target.store.takeValues(source.store, area.top, area.bottom, area.left + column, top, left + column, now);
  target.edited(place);
}
