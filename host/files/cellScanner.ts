/**
 * Reads `<sheetData>` straight from the bytes: no tree, no string for what is a number, nothing for cells that are not there.
 * A million cells take about a second.
 */
import { MAX_COLUMNS, MAX_ROWS, type ErrorValue, type Scalar } from '../workbook/model';
import { errorNamed, errorValue } from '../workbook/values';
import { isoToSerial } from './serial';
import { normaliseLineEnds, stringItem } from './text';
import { decodeXstring, unescapeXml, XmlFault } from './xml';

/** One row's tag; the object is used again for the next row. */
export interface ScannedRow {
  row: number;
  /** Index into cellXfs, or null where the row has no style of its own. */
  style: number | null;
  /** points */
  height: number | null;
  customHeight: boolean;
  hidden: boolean;
  /** Where the start tag stands in the bytes. */
  tagStart: number;
  tagEnd: number;
}

export type FormulaKind = 'none' | 'normal' | 'shared' | 'array' | 'dataTable';

/** One cell; the object is used again for the next cell. */
export interface ScannedCell {
  row: number;
  column: number;
  style: number;
  value: Scalar;
  formulaKind: FormulaKind;
  /** As in the file, without "="; empty for the followers of a shared formula. */
  formula: string;
  shared: string;
  /** The cells that an array formula fills: "A1:A3"; "" for any other. */
  spread: string;
  /** False where there is a formula without a saved value. */
  hasValue: boolean;
  start: number;
  end: number;
}

export interface CellSink {
  row(row: ScannedRow): void;
  cell(cell: ScannedCell): void;
  /** A cell that lies outside of a sheet, or whose value cannot be read. */
  fault(kind: 'cellOutOfRange' | 'cellUnreadable' | 'textMissing', reference: string): void;
}

export interface ScanContext {
  readonly strings: readonly string[];
  readonly date1904: boolean;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const POWERS = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Visits rows and cells of the bytes between the tags of `<sheetData>`.
 * @throws XmlFault where the bytes are not rows of cells
 */
export function scanSheetData(bytes: Uint8Array, from: number, to: number, context: ScanContext, sink: CellSink): void {
  new Scanner(bytes, from, to, context, sink).run();
}

class Scanner {
  private at: number;
  /** Range of the attribute's value that `nextAttribute` met last. */
  private valueStart = 0;
  private valueEnd = 0;
  private selfClosed = false;
  private rowNumber = -1;
  private columnNumber = -1;
  private readonly row: ScannedRow = {
    row: 0,
    style: null,
    height: null,
    customHeight: false,
    hidden: false,
    tagStart: 0,
    tagEnd: 0,
  };
  private readonly cell: ScannedCell = {
    row: 0,
    column: 0,
    style: 0,
    value: null,
    formulaKind: 'none',
    formula: '',
    shared: '',
    spread: '',
    hasValue: false,
    start: 0,
    end: 0,
  };

  constructor(
    private readonly bytes: Uint8Array,
    from: number,
    private readonly to: number,
    private readonly context: ScanContext,
    private readonly sink: CellSink,
  ) {
    this.at = from;
  }

  run(): void {
    while (this.nextTag()) {
      if (this.nameIs('row')) this.readRow();
      else throw this.fault('something that is not a row');
    }
  }

  private readRow(): void {
    const row = this.row;
    row.tagStart = this.tagStart;
    row.style = null;
    row.height = null;
    row.customHeight = row.hidden = false;
    let style = 0;
    let custom = false;
    let number = this.rowNumber + 1;
    for (let name = this.nextAttribute(); name !== ''; name = this.nextAttribute()) {
      if (name === 'r') number = this.number() - 1;
      else if (name === 's') style = this.number();
      else if (name === 'customFormat') custom = this.truth();
      else if (name === 'ht') row.height = this.number();
      else if (name === 'customHeight') row.customHeight = this.truth();
      else if (name === 'hidden') row.hidden = this.truth();
    }
    row.tagEnd = this.at;
    if (custom) row.style = style;
    this.rowNumber = row.row = number;
    this.columnNumber = -1;
    const closed = this.selfClosed;
    const inside = number >= 0 && number < MAX_ROWS;
    if (inside) this.sink.row(row);
    else this.sink.fault('cellOutOfRange', `row ${number + 1}`);
    if (closed) return;
    while (this.nextTag()) {
      if (this.nameIs('c')) this.readCell(inside);
      else if (this.nameIs('/row')) {
        this.skipPast(GT);
        return;
      } else this.skipElement();
    }
    throw this.fault('a row that is not closed');
  }

  private readCell(inside: boolean): void {
    const cell = this.cell;
    cell.start = this.tagStart;
    cell.row = this.rowNumber;
    cell.column = this.columnNumber + 1;
    cell.style = 0;
    cell.formulaKind = 'none';
    cell.formula = cell.shared = cell.spread = '';
    cell.value = null;
    cell.hasValue = false;
    let type = 'n';
    let placed = inside;
    for (let name = this.nextAttribute(); name !== ''; name = this.nextAttribute()) {
      if (name === 'r') placed = this.reference(cell) && placed;
      else if (name === 's') cell.style = this.number();
      else if (name === 't') type = this.ascii();
    }
    this.columnNumber = cell.column;
    if (!this.selfClosed) this.readCellContent(cell, type);
    cell.end = this.at;
    if (placed && cell.column < MAX_COLUMNS) this.sink.cell(cell);
    else this.sink.fault('cellOutOfRange', UTF8.decode(this.bytes.subarray(cell.start, Math.min(cell.start + 30, cell.end))));
  }

  private readCellContent(cell: ScannedCell, type: string): void {
    while (this.nextTag()) {
      if (this.nameIs('v')) {
        this.skipAttributes();
        const start = this.at;
        const end = this.selfClosed ? start : this.contentEnd('/v');
        cell.value = this.typed(cell, type, start, end);
        cell.hasValue = type === 'str' || end > start;
      } else if (this.nameIs('f')) this.readFormula(cell);
      else if (this.nameIs('is')) {
        this.skipAttributes();
        const start = this.at;
        cell.value = this.selfClosed ? '' : stringItem(this.text(start, this.rangeEnd('/is')));
        cell.hasValue = true;
      } else if (this.nameIs('/c')) {
        this.skipPast(GT);
        return;
      } else this.skipElement();
    }
    throw this.fault('a cell that is not closed');
  }

  private readFormula(cell: ScannedCell): void {
    cell.formulaKind = 'normal';
    for (let name = this.nextAttribute(); name !== ''; name = this.nextAttribute()) {
      if (name === 't') {
        const kind = this.ascii();
        if (kind === 'shared' || kind === 'array' || kind === 'dataTable') cell.formulaKind = kind;
      } else if (name === 'si') cell.shared = this.ascii();
      else if (name === 'ref') cell.spread = this.ascii();
    }
    if (cell.formulaKind !== 'array') cell.spread = '';
    if (this.selfClosed) return;
    const start = this.at;
    cell.formula = this.plainText(start, this.contentEnd('/f'));
  }

  private typed(cell: ScannedCell, type: string, start: number, end: number): Scalar {
    if (type === 'n') return start === end ? null : this.numeric(cell, start, end);
    if (type === 's') return this.context.strings[this.integer(start, end)] ?? this.missing(cell);
    const text = this.plainText(start, end);
    if (type === 'b') return text.trim() === '1' || text.trim().toLowerCase() === 'true';
    if (type === 'e') return errorNamed(text.trim()) ?? this.asText(cell, text);
    if (type === 'd') return isoToSerial(text, this.context.date1904) ?? this.asText(cell, text);
    return decodeXstring(text);
  }

  private numeric(cell: ScannedCell, start: number, end: number): number | string {
    const value = this.decimal(start, end);
    return Number.isFinite(value) ? value : this.asText(cell, this.plainText(start, end));
  }

  /** What cannot be read stays in sight as the text it is: a blank would be taken for nothing at all. */
  private asText(cell: ScannedCell, text: string): string {
    this.sink.fault('cellUnreadable', `R${cell.row + 1}C${cell.column + 1}`);
    return text.trim();
  }

  private missing(cell: ScannedCell): ErrorValue {
    this.sink.fault('textMissing', `R${cell.row + 1}C${cell.column + 1}`);
    return errorValue('#REF!');
  }

  /* ---- tags ---- */

  private tagStart = 0;
  private nameStart = 0;

  /** Goes to the next tag and to its local name, past any prefix; false at the end. Text between tags is not looked at. */
  private nextTag(): boolean {
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
  private nameIs(name: string): boolean {
    const closing = name.charCodeAt(0) === SLASH;
    if (closing !== (this.bytes[this.tagStart + 1] === SLASH)) return false;
    const start = closing && this.nameStart === this.tagStart + 1 ? this.nameStart + 1 : this.nameStart;
    const offset = closing ? 1 : 0;
    if (this.at - start !== name.length - offset) return false;
    for (let i = offset; i < name.length; i += 1) if (this.bytes[start + i - offset] !== name.charCodeAt(i)) return false;
    return true;
  }

  /** Name of the next attribute, its value in valueStart … valueEnd; "" after the last, standing behind the tag. */
  private nextAttribute(): string {
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
    return nameEnd - start === 1 ? (ONE_LETTER[bytes[start] ?? 0] ?? '?') : this.latin(start, nameEnd);
  }

  private skipAttributes(): void {
    while (this.nextAttribute() !== '');
  }

  /** Past the element whose start tag was met, whatever is in it. */
  private skipElement(): void {
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
  private contentEnd(closing: string): number {
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
  private rangeEnd(closing: string): number {
    while (this.nextTag()) {
      if (!this.nameIs(closing)) continue;
      const end = this.tagStart;
      this.skipPast(GT);
      return end;
    }
    throw this.fault(`${closing.slice(1)} that is not closed`);
  }

  private skipPast(byte: number): void {
    while (this.at < this.to && this.bytes[this.at] !== byte) this.at += 1;
    if (this.at >= this.to) throw this.fault('a tag that does not end');
    this.at += 1;
  }

  /* ---- values ---- */

  private reference(cell: ScannedCell): boolean {
    let column = 0;
    let row = 0;
    let at = this.valueStart;
    for (; at < this.valueEnd; at += 1) {
      const letter = (this.bytes[at] ?? 0) & 0xdf;
      if (letter < 0x41 || letter > 0x5a) break;
      column = column * 26 + letter - 0x40;
    }
    for (; at < this.valueEnd; at += 1) {
      const digit = (this.bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return false;
      row = row * 10 + digit;
    }
    if (column < 1 || column > MAX_COLUMNS || row < 1 || row > MAX_ROWS) return false;
    cell.column = column - 1;
    cell.row = row - 1;
    return true;
  }

  private number(): number {
    const value = this.decimal(this.valueStart, this.valueEnd);
    return Number.isFinite(value) ? value : 0;
  }

  private truth(): boolean {
    const first = this.bytes[this.valueStart];
    return first === 0x31 || first === 0x74;
  }

  private ascii(): string {
    return this.latin(this.valueStart, this.valueEnd);
  }

  private latin(start: number, end: number): string {
    let text = '';
    for (let at = start; at < end; at += 1) text += String.fromCharCode(this.bytes[at] ?? 0);
    return text;
  }

  private integer(start: number, end: number): number {
    let value = 0;
    for (let at = start; at < end; at += 1) {
      const digit = (this.bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return this.decimal(start, end);
      value = value * 10 + digit;
    }
    return start === end ? -1 : value;
  }

  /**
   * Up to 15 digits and a power of ten to 22 are exact doubles, so that one division rounds rightly; anything longer goes
   * through `Number`.
   */
  private decimal(start: number, end: number): number {
    const { bytes } = this;
    const negative = bytes[start] === 0x2d;
    let at = negative ? start + 1 : start;
    let digits = 0;
    let point = -1;
    let value = 0;
    for (; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte >= 0x30 && byte <= 0x39) {
        value = value * 10 + byte - 0x30;
        digits += 1;
      } else if (byte === 0x2e && point < 0) point = at;
      else return this.slowNumber(start, end);
    }
    if (digits === 0 || digits > 15) return this.slowNumber(start, end);
    if (point >= 0) value /= POWERS[end - point - 1] ?? NaN;
    return negative ? -value : value;
  }

  private slowNumber(start: number, end: number): number {
    const text = this.latin(start, end).trim();
    return /^[-+]?(\d+(?:\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(text) ? Number(text) : NaN;
  }

  /** Character data, entities and CDATA resolved. */
  private plainText(start: number, end: number): string {
    const raw = this.text(start, end);
    const plain = raw.includes('<![CDATA[')
      ? raw.replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, inner: string) => inner.replaceAll('&', '&amp;'))
      : raw;
    return unescapeXml(normaliseLineEnds(plain));
  }

  private text(start: number, end: number): string {
    const { bytes } = this;
    if (end - start > 32) return UTF8.decode(bytes.subarray(start, end));
    for (let at = start; at < end; at += 1) if ((bytes[at] ?? 0) > 0x7f) return UTF8.decode(bytes.subarray(start, end));
    return this.latin(start, end);
  }

  private fault(what: string): XmlFault {
    return new XmlFault(`Among the rows there is ${what}, near byte ${this.at}.`);
  }
}

const ONE_LETTER: readonly string[] = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
