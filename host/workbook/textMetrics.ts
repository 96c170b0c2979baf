/** Widths of texts in characters of the standard digit, by a table of Calibri-like letters. */
import type { Font } from './model';

/** Width of a letter in hundredths of the widest digit's; classes of letters of about the same width. */
const CLASSES: readonly (readonly [letters: string, width: number])[] = [
  ["iIjl.,:;'|!`", 47],
  [' "ft()[]{}/\\r-', 62],
  ['acskvxyz?*^_J', 90],
  ['bdeghnopquLFTE0123456789$#+=<>~', 103],
  ['ABCDGHKNOPQRSUVXYZ&w', 120],
  ['mM%W@', 165],
];

const WIDTHS = new Map<string, number>(
  CLASSES.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width / 100] as const)),
);

const isWide = (letter: string): boolean => (letter.codePointAt(0) ?? 0) >= 0x2e80;

/** Width in characters of the standard digit at 11 points. */
export function textWidth(text: string, font: Font): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.get(letter) ?? (isWide(letter) ? 2 : 1.05);
  return width * (font.size / 11) * (font.bold ? 1.06 : 1);
}

/** Lines a text takes in a width of so many characters, broken between words where it can be. */
export function wrappedLines(text: string, font: Font, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    let count = 1;
    for (const word of paragraph.split(/(?<= )/)) {
      const length = textWidth(word, font);
      if (used > 0 && used + textWidth(word.trimEnd(), font) > width) {
        count++;
        used = 0;
      }
      count += Math.max(0, Math.ceil(length / width) - 1);
      used = length > width ? length % width : used + length;
    }
    lines += count;
  }
  return lines;
}

/** Points a line of text takes, as Excel's rows: 15 for 11 points. */
export const lineHeight = (font: Font): number => Math.ceil((font.size * 15) / 11 / 0.75) * 0.75;
