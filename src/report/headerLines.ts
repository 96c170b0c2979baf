/** How high a header stands. */

/** Points of a line of text. */
export const LINE_POINTS = 15;

/** Lines of a text broken between words. */
export function linesOf(text: string, longest: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > longest) {
      lines += 1;
      used = word.length;
    } else used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
}
