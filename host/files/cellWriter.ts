/** `<sheetData>`: rows and cells as text, formulas with the values they have now. */
import { dictionary } from '../../src/domain/dictionary';
import { columnLetters } from '../workbook/address';
import { containsCell, WHOLE_SHEET } from '../workbook/area';
import type { Content, Scalar, Sheet } from '../workbook/model';
import { toFileFormula } from './formulas';
import { cellKey, PLAIN_ROW, rowLooks, tableHeaders, type KeptRows, type RowLook } from './keptRows';
import type { PartWriter } from './partWriter';
import type { StyleWriter } from './styleWrite';
import { attributes, escapeXml } from './xml';

/**
 * Writes the content of the element.
 * @param kept the rows as they stand in the file the sheet came from; null for a new sheet
 */
export function writeRows(out: PartWriter, sheet: Sheet, styles: StyleWriter, kept: KeptRows | null): void {
  const writer = new RowsWriter(out, sheet, styles, kept);
  sheet.forEachCell(WHOLE_SHEET, (row, column, content, style) => writer.cell(row, column, content, style));
  writer.finish();
}

class RowsWriter {
  private row = -1;
  /** The row's number, as it ends the cells' references. */
  private rowText = '';
  private readonly looks: Iterator<readonly [number, RowLook]>;
  private nextLook: readonly [number, RowLook] | null;
  private readonly headers: ReadonlyMap<number, string>;
  /** By column: `<c r="A`. */
  private readonly starts: string[] = [];
  /** By the workbook's style. */
  private readonly styleTexts: string[] = [''];

  constructor(
    private readonly out: PartWriter,
    private readonly sheet: Sheet,
    private readonly styles: StyleWriter,
    private readonly kept: KeptRows | null,
  ) {
    this.looks = rowLooks(sheet);
    this.nextLook = this.takeLook();
    this.headers = tableHeaders(sheet);
  }

  cell(row: number, column: number, content: Content, style: number): void {
    const { out } = this;
    if (row !== this.row) this.openRow(row);
    const header = this.headers.get(cellKey(row, column));
    const isOther = header !== undefined && (content.kind !== 'value' || content.value !== header);
    if (!isOther && this.kept?.copyCell(row, column, out) === true) return;
    out.ascii((this.starts[column] ??= `<c r="${columnLetters(column)}`));
    out.ascii(this.rowText);
    out.ascii((this.styleTexts[style] ??= ` s="${this.styles.xf(style)}"`));
    if (header !== undefined) writeText(out, header);
    else if (content.kind === 'empty') out.ascii('/>');
    else if (content.kind === 'value') writeValue(out, content.value);
    else writeFormula(out, toFileFormula(content.formula.slice(1), this.tableAt(row, column)), this.sheet.value(row, column));
  }

  finish(): void {
    this.closeRow();
    this.writeLooksBefore(Infinity);
  }

  private openRow(row: number): void {
    this.closeRow();
    this.writeLooksBefore(row);
    const look = this.nextLook?.[0] === row ? this.nextLook[1] : PLAIN_ROW;
    if (look !== PLAIN_ROW) this.nextLook = this.takeLook();
    this.out.text(`${this.rowTag(row, look)}>`);
    this.row = row;
    this.rowText = `${row + 1}"`;
  }

  private closeRow(): void {
    if (this.row >= 0) this.out.ascii('</row>');
  }

  private writeLooksBefore(row: number): void {
    while (this.nextLook !== null && this.nextLook[0] < row) {
      this.out.text(`${this.rowTag(...this.nextLook)}/>`);
      this.nextLook = this.takeLook();
    }
  }

  private takeLook(): readonly [number, RowLook] | null {
    const next = this.looks.next();
    return next.done === true ? null : next.value;
  }

  private rowTag(row: number, look: RowLook): string {
    const known = this.kept?.tagOf(row, look) ?? null;
    if (known !== null) return known;
    if (look === PLAIN_ROW) return `<row r="${row + 1}"`;
    const set = {
      s: look.style === 0 ? null : this.styles.xf(look.style),
      customFormat: look.style === 0 ? null : true,
      ht: look.height,
      hidden: look.hidden || null,
      customHeight: look.height === null ? null : true,
      outlineLevel: look.level || null,
      collapsed: look.collapsed || null,
    };
    return `<row r="${row + 1}"${attributes(set)}`;
  }

  private tableAt(row: number, column: number): string | null {
    return this.sheet.tables.find(({ area }) => containsCell(area, row, column))?.name ?? null;
  }
}

function writeText(out: PartWriter, text: string): void {
  out.ascii(/^\s|\s$|\n/.test(text) ? ' t="inlineStr"><is><t xml:space="preserve">' : ' t="inlineStr"><is><t>');
  out.xstring(text);
  out.ascii('</t></is></c>');
}

function writeValue(out: PartWriter, value: Scalar): void {
  if (typeof value === 'string') {
    writeText(out, value);
    return;
  }
  const [type, text] = typedValue(value);
  out.ascii(type);
  out.ascii('><v>');
  out.ascii(text);
  out.ascii('</v></c>');
}

function writeFormula(out: PartWriter, formula: string, value: Scalar): void {
  const [type, text] = typeof value === 'string' ? [' t="str"', value] : typedValue(value);
  out.ascii(type);
  out.ascii('><f>');
  out.text(escapeXml(formula));
  out.ascii('</f><v>');
  out.xstring(text);
  out.ascii('</v></c>');
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
