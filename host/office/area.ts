/** What office.js's ranges ask of areas beyond `workbook/area`. */

import { columnsOf, isOnSheet, rowsOf } from '../workbook/area';
import type { Area } from '../workbook/model';
import { refuse } from './errors';

export const cellsOf = (area: Area): number => rowsOf(area) * columnsOf(area);

/** The area if it lies on a sheet. @throws Refusal InvalidArgument */
export const checkedArea = (top: number, left: number, bottom: number, right: number): Area => {
  const area = { top, left, bottom, right };
  if (!isOnSheet(area)) throw refuse('InvalidArgument');
  return area;
};

/** `A1:B2,D4` in its parts; commas inside quotes do not count. */
export const splitAreas = (text: string): string[] => (text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).map((part) => part.trim());
