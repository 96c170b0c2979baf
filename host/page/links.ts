/** Hyperlinks of cells. */

import { containsCell } from '../workbook/area';
import type { Hyperlink, Sheet } from '../workbook/model';
import type { Cell } from './movement';

export function linkAt(sheet: Sheet, { row, column }: Cell): Hyperlink | null {
  return sheet.hyperlinks.find(({ area }) => containsCell(area, row, column)) ?? null;
}
