/** `<sheetData>`: rows and cells as text, formulas with the values they have now. */
import { dictionary } from '../../src/domain/dictionary';
import { cellText } from '../workbook/address';
import { WHOLE_SHEET } from '../workbook/area';
import type { Content, Scalar, Sheet } from '../workbook/model';
import { toFileFormula } from './formulas';
import { isPlainRow, type KeptRows, type RowLook } from './keptRows';
import type { StyleWriter } from './styleWrite';
import { attributes, encodeXstring, escapeXml } from './xml';

/**
 * The content of the element as bytes: the text of a large sheet would be longer than a string can be.
 * @param kept the rows as they stand in the file the sheet came from; null for a new sheet
 */
export function writeRows(sheet: Sheet, styles: StyleWriter, kept: KeptRows | null): readonly Uint8Array[] {
  const writer = new RowsWriter(sheet, styles, kept);
  sheet.forEachCell(WHOLE_SHEET, (row, column, content, style) => writer.cell(row, column, content, style));
  return writer.finish();
}

const CHUNK = 1 << 20;

class RowsWriter {
  private readonly chunks: Uint8Array[] = [];
  private text = '';
  private row = -1;
  private hasCells = false;
  private readonly looks: Iterator<readonly [number, RowLook]>;
  private nextLook: readonly [number, RowLook] | null;
  private readonly headers = new Map<number, string>();
  private readonly encoder = new TextEncoder();
  /** Something is not as it stands in the file. */
  private differs = false;
  private styledRows = 0;

  constructor(
    private readonly sheet: Sheet,
    private readonly styles: StyleWriter,
    private readonly kept: KeptRows | null,
  ) {
    this.looks = rowLooks(sheet);
    this.nextLook = this.takeLook();
    for (const { area, columns, showHeaders } of sheet.tables) {
      if (showHeaders) columns.forEach((column, i) => this.headers.set(area.top * 16_384 + area.left + i, column.name));
    }
  }

  cell(row: number, column: number, content: Content, style: number): void {
    if (row !== this.row) this.openRow(row);
    const header = this.headers.get(row * 16_384 + column);
    const known =
      header === undefined || (content.kind === 'value' && content.value === header)
        ? (this.kept?.textAt(row, column) ?? null)
        : null;
    if (known === null) this.differs = true;
    else if (known !== '') {
      this.text += known;
      return;
    }
    const place = `<c r="${cellText(row, column)}"${style === 0 ? '' : ` s="${this.styles.xf(style)}"`}`;
    if (header !== undefined) this.text += `${place}${textCell(header)}`;
    else if (content.kind === 'empty') this.text += `${place}/>`;
    else if (content.kind === 'value') this.text += place + valueCell(content.value);
    else
      this.text +=
        place + formulaCell(toFileFormula(content.formula.slice(1), this.tableAt(row, column)), this.sheet.value(row, column));
  }

  finish(): readonly Uint8Array[] {
    this.closeRow();
    this.writeLooksBefore(Infinity);
    this.flush();
    const { kept } = this;
    return kept !== null && this.isSameAs(kept) ? [kept.bytes] : this.chunks;
  }

  private isSameAs(kept: KeptRows): boolean {
    return !this.differs && kept.allSame && this.styledRows === kept.styledRows;
  }

  private openRow(row: number): void {
    this.closeRow();
    this.writeLooksBefore(row);
    const look = this.nextLook?.[0] === row ? this.nextLook[1] : PLAIN_ROW;
    if (look !== PLAIN_ROW) this.nextLook = this.takeLook();
    this.text += `${this.rowTag(row, look)}>`;
    this.row = row;
    this.hasCells = true;
  }

  private closeRow(): void {
    if (this.hasCells) this.text += '</row>';
    this.hasCells = false;
    if (this.text.length > CHUNK) this.flush();
  }

  private writeLooksBefore(row: number): void {
    while (this.nextLook !== null && this.nextLook[0] < row) {
      this.text += `${this.rowTag(...this.nextLook)}/>`;
      if (this.text.length > CHUNK) this.flush();
      this.nextLook = this.takeLook();
    }
  }

  private takeLook(): readonly [number, RowLook] | null {
    const next = this.looks.next();
    return next.done === true ? null : next.value;
  }

  private rowTag(row: number, look: RowLook): string {
    const known = this.kept?.tagOf(row, look) ?? null;
    if (known !== null) {
      if (!isPlainRow(look)) this.styledRows += 1;
      return known;
    }
    this.differs = true;
    const set = {
      s: look.style === 0 ? null : this.styles.xf(look.style),
      customFormat: look.style === 0 ? null : true,
      ht: look.height,
      hidden: look.hidden || null,
      customHeight: look.height === null ? null : true,
    };
    return `<row r="${row + 1}"${attributes(set)}`;
  }

  private tableAt(row: number, column: number): string | null {
    const found = this.sheet.tables.find(
      ({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
    );
    return found?.name ?? null;
  }

  private flush(): void {
    this.chunks.push(this.encoder.encode(this.text));
    this.text = '';
  }
}

const PLAIN_ROW: RowLook = { height: null, hidden: false, style: 0 };

function* rowLooks(sheet: Sheet): Generator<readonly [number, RowLook], undefined> {
  for (const run of sheet.rowRuns()) for (let row = run.top; row <= run.bottom; row += 1) yield [row, run];
  return undefined;
}

const textElement = (text: string): string =>
  `<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${encodeXstring(text)}</t>`;

const textCell = (text: string): string => ` t="inlineStr"><is>${textElement(text)}</is></c>`;

function valueCell(value: Scalar): string {
  if (typeof value === 'string') return textCell(value);
  const [type, text] = typedValue(value);
  return `${type}><v>${text}</v></c>`;
}

function formulaCell(formula: string, value: Scalar): string {
  const [type, text] = typeof value === 'string' ? [' t="str"', encodeXstring(value)] : typedValue(value);
  return `${type}><f>${escapeXml(formula)}</f><v>${text}</v></c>`;
}

/** Attribute and text of a value that is no text. A formula's empty result is 0, as Excel shows it. */
function typedValue(value: Exclude<Scalar, string>): readonly [string, string] {
  if (value === null) return ['', '0'];
  if (typeof value === 'boolean') return [' t="b"', value ? '1' : '0'];
  if (typeof value === 'object') return [' t="e"', FILE_ERRORS[value.error] ?? value.error];
  return Number.isFinite(value) ? ['', String(value)] : [' t="e"', '#NUM!'];
}

/** Errors younger than the format need metadata beside them; without it Excel takes them for damage. */
const FILE_ERRORS: Readonly<Record<string, string>> = dictionary({ '#SPILL!': '#VALUE!', '#CALC!': '#VALUE!' });
