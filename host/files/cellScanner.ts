/**
 * Reads `<sheetData>` straight from the bytes: no tree, no string for what is a number, nothing for cells that are not there.
 * A million cells take about a second.
 */
import { MAX_COLUMNS, MAX_ROWS, type ErrorValue, type Scalar } from '../workbook/model';
import { errorNamed, errorValue } from '../workbook/values';
import { decimalAt, integerAt, latinText, standsAt, KnownTexts, utf8Text } from './byteValues';
import { levelOf } from './outlines';
import { isoToSerial } from './serial';
import { GT, LT, TagScanner } from './tagScanner';
import { normaliseLineEnds, stringItem } from './text';
import { decodeXstring, unescapeXml } from './xml';

/** One row's tag; the object is used again for the next row. */
export interface ScannedRow {
  row: number;
  /** Index into cellXfs, or null where the row has no style of its own. */
  style: number | null;
  /** points */
  height: number | null;
  customHeight: boolean;
  hidden: boolean;
  /** Of the outline, 0 to 7. */
  level: number;
  /** Says that the group beside it is folded. */
  collapsed: boolean;
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

const ENCODER = new TextEncoder();
const TEXT_TAG = ENCODER.encode('<t>');
const TEXT_END = ENCODER.encode('</t></is>');

/**
 * Visits rows and cells of the bytes between the tags of `<sheetData>`.
 * @throws XmlFault where the bytes are not rows of cells
 */
export function scanSheetData(bytes: Uint8Array, from: number, to: number, context: ScanContext, sink: CellSink): void {
  new CellScanner(bytes, from, to, context, sink).run();
}

class CellScanner extends TagScanner {
  private rowNumber = -1;
  private columnNumber = -1;
  private readonly row: ScannedRow = {
    row: 0,
    style: null,
    height: null,
    customHeight: false,
    hidden: false,
    level: 0,
    collapsed: false,
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

  private readonly texts = new KnownTexts();

  constructor(
    bytes: Uint8Array,
    from: number,
    to: number,
    private readonly context: ScanContext,
    private readonly sink: CellSink,
  ) {
    super(bytes, from, to);
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
    row.customHeight = row.hidden = row.collapsed = false;
    row.level = 0;
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
      else if (name === 'outlineLevel') row.level = levelOf(this.number());
      else if (name === 'collapsed') row.collapsed = this.truth();
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
    else this.sink.fault('cellOutOfRange', utf8Text(this.bytes, cell.start, Math.min(cell.start + 30, cell.end)));
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
        cell.value = this.inlineText();
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
    if (type === 's') return this.context.strings[integerAt(this.bytes, start, end)] ?? this.missing(cell);
    const text = this.plainText(start, end);
    if (type === 'b') return text.trim() === '1' || text.trim().toLowerCase() === 'true';
    if (type === 'e') return errorNamed(text.trim()) ?? this.asText(cell, text);
    if (type === 'd') return isoToSerial(text, this.context.date1904) ?? this.asText(cell, text);
    return decodeXstring(text);
  }

  private numeric(cell: ScannedCell, start: number, end: number): number | string {
    const value = decimalAt(this.bytes, start, end);
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

  /** The text of an `<is>` whose start tag was met. */
  private inlineText(): string {
    this.skipAttributes();
    if (this.selfClosed) return '';
    const { bytes } = this;
    const start = this.at;
    if (standsAt(bytes, start, TEXT_TAG)) {
      const from = start + TEXT_TAG.length;
      const end = bytes.indexOf(LT, from);
      const plain = standsAt(bytes, end, TEXT_END) ? this.texts.plainText(bytes, from, end) : null;
      if (plain !== null) {
        this.at = end + TEXT_END.length;
        return plain;
      }
    }
    return stringItem(utf8Text(bytes, start, this.rangeEnd('/is')));
  }

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
    const value = decimalAt(this.bytes, this.valueStart, this.valueEnd);
    return Number.isFinite(value) ? value : 0;
  }

  private truth(): boolean {
    const first = this.bytes[this.valueStart];
    return first === 0x31 || first === 0x74;
  }

  private ascii(): string {
    return latinText(this.bytes, this.valueStart, this.valueEnd);
  }

  /** Character data, entities and CDATA resolved. */
  private plainText(start: number, end: number): string {
    const raw = utf8Text(this.bytes, start, end);
    const plain = raw.includes('<![CDATA[')
      ? raw.replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, inner: string) => inner.replaceAll('&', '&amp;'))
      : raw;
    return unescapeXml(normaliseLineEnds(plain));
  }
}
