/** References as attributes of a file spell them: always with cells at both ends, several parted by blanks. */
import { cellText, parseA1 } from '../workbook/address';
import { isSingleCell } from '../workbook/area';
import type { Area } from '../workbook/model';

/** ST_Ref: whole columns are `A1:A1048576` here, never `A:A`. */
export const areaText = (area: Area): string =>
  isSingleCell(area) ? cellText(area.top, area.left) : `${cellText(area.top, area.left)}:${cellText(area.bottom, area.right)}`;

/** ST_Sqref */
export const areasText = (areas: readonly Area[]): string => areas.map(areaText).join(' ');

/** Areas of an `sqref`; those that cannot be read are left out. */
export const parseAreas = (text: string): Area[] => text.split(/\s+/).flatMap((each) => parseA1(each) ?? []);
