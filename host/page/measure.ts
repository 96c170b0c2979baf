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

/**
 * Pixels of a text in a font. @param room where given, a text that surely fits into so many pixels is not measured: what comes
 * back is then no less than its width and no more than the room.
 */
export type Measure = (text: string, font: Font, bold: boolean, room?: number) => number;

/** A font as it is drawn. */
interface Face {
  readonly css: string;
  /** What `font-size-adjust` makes of it: a canvas does not know of it. The sheet's plain digit sets the measure. */
  readonly scale: number;
  /** Widths of texts. */
  readonly texts: Map<string, number>;
  /** Widths of letters by their codes. */
  readonly letters: number[];
}

/** Letters up to here are added up; kerning moves them by less than `KERNING` of the whole. */
const LAST_LETTER = 0x24f;
const KERNING = 0.03;

/** Widths by the browser's own layout, remembered for the texts that come again while scrolling. */
export function createMeasure(page: Document): Measure {
  const pen = page.createElement('canvas').getContext('2d');
  if (pen === null) throw new Error('this browser draws no text on a canvas');
  const plain = new WeakMap<Font, Face>();
  const bolder = new WeakMap<Font, Face>();
  const faces = new Map<string, Face>();
  let inPen = '';
  const widthIn = (css: string, text: string): number => {
    // The browser reads the font anew each time it is set.
    if (inPen !== css) pen.font = inPen = css;
    return pen.measureText(text).width;
  };
  const faceOf = (font: Font, bold: boolean): Face => {
    const known = (bold ? bolder : plain).get(font);
    if (known !== undefined) return known;
    const pixels = font.size * PIXELS_A_POINT;
    const css = `${font.italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${String(pixels)}px ${familyOf(font)}`;
    const scale = isSheetFace(font) ? (DIGIT * pixels) / widthIn(css, '0') : 1;
    const face = faces.get(css) ?? { css, scale, texts: new Map(), letters: [] };
    faces.set(css, face);
    (bold ? bolder : plain).set(font, face);
    return face;
  };
  /** No less than the text's width; Infinity where letters do not simply follow one another. */
  const atMost = ({ css, scale, letters }: Face, text: string): number => {
    let sum = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > LAST_LETTER) return Infinity;
      sum += letters[code] ??= widthIn(css, text.charAt(at));
    }
    return sum * scale * (1 + KERNING);
  };
  return (text, font, bold, room = 0) => {
    const face = faceOf(font, bold);
    const had = face.texts.get(text);
    if (had !== undefined) return had;
    const most = room > 0 ? atMost(face, text) : Infinity;
    if (most <= room) return most;
    const width = widthIn(face.css, text) * face.scale;
    if (face.texts.size >= MOST_KNOWN) face.texts.clear();
    face.texts.set(text, width);
    return width;
  };
}

const MOST_KNOWN = 20_000;
