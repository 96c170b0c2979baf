/** A way through XML as bytes, tag by tag: no tree, and no string for what is passed over. */
import { latinText } from './byteValues';
import { XmlFault } from './xml';

export const LT = 0x3c;
export const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;

export class TagScanner {
  /** Where to go on. */
  at: number;
  /** Range of the attribute's value that `nextAttribute` met last. */
  valueStart = 0;
  valueEnd = 0;
  selfClosed = false;
  tagStart = 0;
  private nameStart = 0;

  constructor(
    readonly bytes: Uint8Array,
    from: number,
    readonly to: number,
  ) {
    this.at = from;
  }

  /** Goes to the next tag and to its local name, past any prefix; false at the end. Text between tags is not looked at. */
  nextTag(): boolean {
    const { bytes, to } = this;
    let at = this.at;
    while (at < to && bytes[at] !== LT) at += 1;
    if (at >= to) return false;
    if (bytes[at + 1] === 0x21 && bytes[at + 2] === 0x2d) {
      this.at = at + 4;
      while (this.at < to && !(bytes[this.at] === 0x2d && bytes[this.at + 1] === 0x2d && bytes[this.at + 2] === GT)) this.at += 1;
      return this.nextTag();
    }
    this.tagStart = at;
    this.nameStart = at + 1;
    at += bytes[at + 1] === SLASH ? 2 : 1;
    let byte = bytes[at] ?? 0;
    while (at < to && byte !== GT && byte !== SLASH && byte > 0x20) {
      if (byte === COLON) this.nameStart = at + 1;
      at += 1;
      byte = bytes[at] ?? 0;
    }
    this.at = at;
    return true;
  }

  /** Compares the local name of the tag; "/row" is the closing tag of row. */
  nameIs(name: string): boolean {
    const closing = name.charCodeAt(0) === SLASH;
    if (closing !== (this.bytes[this.tagStart + 1] === SLASH)) return false;
    const start = closing && this.nameStart === this.tagStart + 1 ? this.nameStart + 1 : this.nameStart;
    const offset = closing ? 1 : 0;
    if (this.at - start !== name.length - offset) return false;
    for (let i = offset; i < name.length; i += 1) if (this.bytes[start + i - offset] !== name.charCodeAt(i)) return false;
    return true;
  }

  /** Name of the next attribute, its value in valueStart … valueEnd; "" after the last, standing behind the tag. */
  nextAttribute(): string {
    const { bytes, to } = this;
    let at = this.at;
    while ((bytes[at] ?? GT) <= 0x20 && at < to) at += 1;
    if (bytes[at] === GT || bytes[at] === SLASH) {
      this.selfClosed = bytes[at] === SLASH;
      this.at = at + (this.selfClosed ? 2 : 1);
      if (bytes[this.at - 1] !== GT) throw this.fault('a tag that does not end');
      return '';
    }
    const start = at;
    while (at < to && bytes[at] !== EQUALS) at += 1;
    const nameEnd = at;
    const quote = bytes[at + 1];
    if (at >= to || (quote !== 0x22 && quote !== 0x27)) throw this.fault('an attribute without a value');
    at += 2;
    this.valueStart = at;
    while (at < to && bytes[at] !== quote) at += 1;
    if (at >= to) throw this.fault('an attribute that does not end');
    this.valueEnd = at;
    this.at = at + 1;
    return nameEnd - start === 1 ? (ONE_LETTER[bytes[start] ?? 0] ?? '?') : latinText(bytes, start, nameEnd);
  }

  skipAttributes(): void {
    while (this.nextAttribute() !== '');
  }

  /** Past the element whose start tag was met, whatever is in it. */
  skipElement(): void {
    if (this.bytes[this.tagStart + 1] === SLASH) throw this.fault('a closing tag that does not fit');
    let depth = 0;
    do {
      if (this.bytes[this.tagStart + 1] === SLASH) {
        this.skipPast(GT);
        depth -= 1;
      } else {
        this.skipAttributes();
        if (!this.selfClosed) depth += 1;
      }
    } while (depth > 0 && this.nextTag());
    if (depth > 0) throw this.fault('an element that is not closed');
  }

  /** End of pure text, standing behind its closing tag afterwards. */
  contentEnd(closing: string): number {
    const { bytes, to } = this;
    let at = this.at;
    while (at < to && bytes[at] !== LT) at += 1;
    if (bytes[at + 1] === 0x21) return this.rangeEnd(closing);
    this.at = at;
    if (!this.nextTag() || !this.nameIs(closing)) throw this.fault(`${closing.slice(1)} that is not closed`);
    this.skipPast(GT);
    return at;
  }

  /** Where the closing tag begins, elements in between allowed. */
  rangeEnd(closing: string): number {
    while (this.nextTag()) {
      if (!this.nameIs(closing)) continue;
      const end = this.tagStart;
      this.skipPast(GT);
      return end;
    }
    throw this.fault(`${closing.slice(1)} that is not closed`);
  }

  skipPast(byte: number): void {
    while (this.at < this.to && this.bytes[this.at] !== byte) this.at += 1;
    if (this.at >= this.to) throw this.fault('a tag that does not end');
    this.at += 1;
  }

  fault(what: string): XmlFault {
    return new XmlFault(`Among the rows there is ${what}, near byte ${this.at}.`);
  }
}

const ONE_LETTER: readonly string[] = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
