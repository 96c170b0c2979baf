/** What a cell shows in the room it has. */

import type { Scalar, Style } from '../workbook/model';

/** Width of a text in pixels. */
type Width = (text: string) => number;

/**
 * A number that does not fit is shown as hashes, never cut: half a number is a wrong number. In the General format it
 * first loses decimals, as in Excel. Texts are left whole; where they end is a matter of their neighbours.
 */
export function shownText(value: Scalar, text: string, style: Style, room: number, width: Width): string {
  if (typeof value !== 'number' || style.wrap || width(text) <= room) return text;
  if (style.numberFormat === 'General') {
    for (let digits = 9; digits > 0; digits -= 1) {
      const shorter = String(Number(value.toPrecision(digits)));
      if (Math.abs(Number(shorter) - value) < 0.5 && width(shorter) <= room) return shorter;
    }
  }
  return '#'.repeat(Math.max(1, Math.floor(room / width('#'))));
}
