/** How many lines a wrapped text takes. Pure. */

/**
 * Lines of a text in a room of so many pixels, broken as browsers break it: after spaces and hyphens, and inside a word
 * only where the word alone is wider than the room.
 */
export function wrappedLines(text: string, room: number, width: (text: string) => number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let line = '';
    lines += 1;
    for (const word of paragraph.split(/(?<=[ -])/)) {
      if (width((line + word).trimEnd()) <= room) {
        line += word;
        continue;
      }
      if (line !== '') lines += 1;
      const whole = width(word.trimEnd());
      lines += Math.max(0, Math.ceil(whole / room) - 1);
      line = whole > room ? '' : word;
    }
  }
  return lines;
}
