/** Widths of texts on the screen, in pixels. */

import type { Font } from '../workbook/model';

/** The sheet's own face (`page.css`), narrowed where the machine lacks Calibri so that columns hold what they hold in Excel. */
export const SHEET_FACE = "Sheet, 'Sheet Like', 'Sheet Open', sans-serif";

const PIXELS_A_POINT = 4 / 3;

const quoted = (name: string): string => `"${name.replaceAll('"', '')}"`;

/** A font's families for CSS; the default face is the sheet's own. */
export function familyOf({ name }: Pick<Font, 'name'>): string {
  return name === 'Calibri' || name === 'Aptos Narrow' || name === '' ? SHEET_FACE : `${quoted(name)}, ${SHEET_FACE}`;
}

export interface Measure {
  (text: string, font: Font, bold: boolean): number;
  /** Measures all anew, after a face has come. */
  forget(): void;
}

/** Widths by the browser's own layout, remembered for the texts that come again while scrolling. */
export function createMeasure(page: Document): Measure {
  const pen = page.createElement('canvas').getContext('2d');
  if (pen === null) throw new Error('this browser draws no text on a canvas');
  const known = new Map<string, number>();
  const measure = (text: string, font: Font, bold: boolean): number => {
    const face = `${font.italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${String(font.size * PIXELS_A_POINT)}px ${familyOf(font)}`;
    const key = `${face}\n${text}`;
    const had = known.get(key);
    if (had !== undefined) return had;
    if (pen.font !== face) pen.font = face;
    const { width } = pen.measureText(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, width);
    return width;
  };
  return Object.assign(measure, { forget: () => known.clear() });
}

const MOST_KNOWN = 20_000;
