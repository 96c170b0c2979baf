import type { Sheet } from '../workbook/model';
import { areaText } from './a1';

/** The `ref` of `<dimension>`; an empty sheet has A1. */
export function usedAreaText(sheet: Sheet): string {
  const area = sheet.usedArea(false);
  return area === null ? 'A1' : areaText(area);
}
