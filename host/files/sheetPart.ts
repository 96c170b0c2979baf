/** A worksheet part in two: its rows, which are many, and the rest, which is small. */
import { brokenPart, wellFormed } from './package';
import { parseXml, type XmlNode } from './xml';

export interface SheetPart {
  readonly bytes: Uint8Array;
  /** What stands between the tags of `<sheetData>`. */
  readonly rowsStart: number;
  readonly rowsEnd: number;
  /** The part without its rows; nodes have their places in it. */
  readonly source: string;
  readonly root: XmlNode;
}

const NAME = new TextEncoder().encode('sheetData');
const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;

/** @throws FileProblem where it is not a worksheet or not well formed */
export function openSheetPart(path: string, bytes: Uint8Array): SheetPart {
  const open = findTag(bytes, 0, 1);
  if (open === null) throw brokenPart(path, 'It has no <sheetData>.');
  const selfClosed = bytes[open.end - 2] === SLASH;
  const close = selfClosed ? null : findTag(bytes, bytes.length - 1, -1);
  if (!selfClosed && (close === null || close.start < open.end)) throw brokenPart(path, 'It ends among its rows.');
  const rowsEnd = close?.start ?? open.end;
  const decoder = new TextDecoder();
  const source = decoder.decode(bytes.subarray(0, open.end)) + decoder.decode(bytes.subarray(rowsEnd));
  const root = wellFormed(path, () => parseXml(source));
  if (root.name !== 'worksheet') throw brokenPart(path, `It is a <${root.name}>, not a <worksheet>.`);
  return { bytes, rowsStart: open.end, rowsEnd, source, root };
}

/** The first opening tag (step 1) or the last closing tag (step -1) named sheetData, with any prefix. */
function findTag(bytes: Uint8Array, from: number, step: 1 | -1): { readonly start: number; readonly end: number } | null {
  const first = NAME[0];
  for (let at = from; at >= 0 && at < bytes.length; at += step) {
    if (bytes[at] !== first || !NAME.every((byte, i) => bytes[at + i] === byte)) continue;
    let start = at - 1;
    while (start > 0 && bytes[start] !== LT && (bytes[start] ?? 0) > 0x20) start -= 1;
    if (bytes[start] !== LT || (bytes[start + 1] === SLASH) !== (step === -1)) continue;
    let end = at;
    while (end < bytes.length && bytes[end] !== GT) end += 1;
    return { start, end: end + 1 };
  }
  return null;
}
