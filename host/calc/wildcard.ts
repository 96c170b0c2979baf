/** Excel's patterns: `*` any letters, `?` one letter, `~` takes the next as it is. */

/** Where a pattern was found: from the first letter to behind the last. */
export interface Found {
  readonly from: number;
  readonly to: number;
}

export interface Pattern {
  /** Whether the pattern takes the text from end to end. */
  isWhole(text: string): boolean;
  /** The first place in a text at or behind another, with as many letters as the pattern can take; null for none. */
  find(text: string, from: number): Found | null;
}

/** What stands between two `*`: always of the same length, so there is never a choice to go back to. */
interface Piece {
  readonly length: number;
  readonly anywhere: RegExp;
  readonly here: RegExp;
}

const pieceOf = (parts: readonly string[], flags: string): Piece => {
  const source = parts
    .map((part) => (part === '?' ? '.' : (part.length === 2 ? part.slice(1) : part).replace(/[.*+?^${}()|[\]\\/]/, '\\$&')))
    .join('');
  return { length: parts.length, anywhere: new RegExp(source, `gs${flags}`), here: new RegExp(source, `ys${flags}`) };
};

const firstPlace = ({ anywhere }: Piece, text: string, from: number): number => {
  anywhere.lastIndex = from;
  return anywhere.exec(text)?.index ?? -1;
};

const isAt = ({ here }: Piece, text: string, place: number): boolean => {
  here.lastIndex = place;
  return here.test(text);
};

const lastPlace = (piece: Piece, text: string, from: number): number => {
  for (let place = text.length - piece.length; place >= from; place -= 1) if (isAt(piece, text, place)) return place;
  return -1;
};

/** Behind pieces that follow each other, each at its first place; -1 where one is missing. */
const behind = (pieces: readonly Piece[], text: string, from: number): number => {
  let at = from;
  for (const piece of pieces) {
    const place = firstPlace(piece, text, at);
    if (place < 0) return -1;
    at = place + piece.length;
  }
  return at;
};

/**
 * A text as a pattern. The first place of each piece leaves the most room for the others, so a text is gone over once,
 * however many `*` there are.
 */
export function patternOf(text: string, { matchCase = false }: { readonly matchCase?: boolean } = {}): Pattern {
  const pieces: string[][] = [[]];
  for (const part of text.match(/~[*?~]|[\s\S]/g) ?? []) {
    if (part === '*') pieces.push([]);
    else pieces.at(-1)?.push(part);
  }
  const [first, ...others] = pieces.map((parts) => pieceOf(parts, matchCase ? '' : 'i')) as [Piece, ...Piece[]];
  const last = others.pop();
  return {
    isWhole: (whole) => {
      if (!isAt(first, whole, 0)) return false;
      if (last === undefined) return whole.length === first.length;
      const at = behind(others, whole, first.length);
      return at >= 0 && whole.length - last.length >= at && isAt(last, whole, whole.length - last.length);
    },
    find: (within, start) => {
      const from = firstPlace(first, within, start);
      if (from < 0) return null;
      if (last === undefined) return { from, to: from + first.length };
      const at = behind(others, within, from + first.length);
      const end = at < 0 ? -1 : lastPlace(last, within, at);
      return end < 0 ? null : { from, to: end + last.length };
    },
  };
}

const patterns = new Map<string, Pattern>();
const MOST_KEPT = 500;

/** The pattern of a text without regard to case; null where it has no wildcard. */
export function wildcard(text: string): Pattern | null {
  if (!/[*?~]/.test(text)) return null;
  const known = patterns.get(text);
  if (known !== undefined) return known;
  if (patterns.size > MOST_KEPT) patterns.clear();
  const pattern = patternOf(text);
  patterns.set(text, pattern);
  return pattern;
}
