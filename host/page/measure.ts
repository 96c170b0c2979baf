/** Widths of texts on the screen, in pixels. */

import type { Font } from '../workbook/model';

/** The sheet's own face, as `page.css` has it. */
const SHEET_FACE = "Carlito, Calibri, 'Liberation Sans', Arial, sans-serif";
/** Width of Calibri's digits in ems, to which `page.css` brings the face of the sheet. */
const DIGIT = 0.507;

const PIXELS_A_POINT = 4 / 3;

const quoted = (name: string): string => `"${name.replaceAll('"', '')}"`;

/** Whether a font is the workbook's default one, which the sheet's own face stands for. */
export function isSheetFace({ name }: Pick<Font, 'name'>): boolean {
  return name === 'Calibri' || name === 'Aptos Narrow' || name === '';
}

/** A font's families for CSS. */
export function familyOf(font: Pick<Font, 'name'>): string {
  return isSheetFace(font) ? SHEET_FACE : `${quoted(font.name)}, ${SHEET_FACE}`;
}

/** Pixels of a text in a font. */
export type Measure = (text: string, font: Font, bold: boolean) => number;

/** Widths by the browser's own layout, remembered for the texts that come again while scrolling. */
export function createMeasure(page: Document): Measure {
  const pen = page.createElement('canvas').getContext('2d');
  if (pen === null) throw new Error('this browser draws no text on a canvas');
  const known = new Map<string, number>();
  const scales = new Map<string, number>();
  /** What `font-size-adjust` makes of a face: a canvas does not know of it. The sheet's plain digit sets the measure. */
  const scaleOf = (face: string, pixels: number): number => {
    const had = scales.get(face);
    if (had !== undefined) return had;
    const scale = (DIGIT * pixels) / pen.measureText('0').width;
    scales.set(face, scale);
    return scale;
  };
  return (text, font, bold) => {
    const pixels = font.size * PIXELS_A_POINT;
    const face = `${font.italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${String(pixels)}px ${familyOf(font)}`;
    const key = `${face}\n${text}`;
    const had = known.get(key);
    if (had !== undefined) return had;
    pen.font = face;
    const width = pen.measureText(text).width * (isSheetFace(font) ? scaleOf(face, pixels) : 1);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, width);
    return width;
  };
}

const MOST_KNOWN = 20_000;
