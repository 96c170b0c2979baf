/** Opens text files of records (.csv, .tsv) as the sheets of one new workbook. */
import { cellText } from '../workbook/address';
import { createWorkbook } from '../workbook/workbook';
import { MAX_COLUMNS, MAX_ROWS, type Sheet, type Workbook } from '../workbook/model';
import { csvRecords, sniffDelimiter } from './csvText';
import { csvValue, hasDecimalComma, mayPartThousands } from './csvValue';
import { decodeText } from './decodeText';
import { FileProblem, Findings } from './problem';

export interface CsvFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LONGEST_TEXT = 32_767;
/** Longer ones are more than a string holds. */
const MOST_BYTES = 500_000_000;
const LONGEST_NAME = 31;

/**
 * One sheet a file, named after it. Values are entered as `csvValue` says.
 * @param findings told of texts that are cut because no cell holds them
 * @throws FileProblem where a file is empty, binary or larger than a sheet
 */
export function readCsv(files: readonly CsvFile[], findings = new Findings()): Workbook {
  const first = files[0];
  if (first === undefined) throw new RangeError('No file was given.');
  const workbook = createWorkbook(baseName(first.name));
  workbook.transact('load', () => {
    const taken = new Set<string>();
    const made = files.map((file) => {
      const sheet = workbook.addSheet(freeName(sheetName(file.name), taken));
      fill(sheet, file, findings);
      return sheet;
    });
    if (made[0] !== undefined) workbook.activate(made[0]);
  });
  return workbook;
}

function fill(sheet: Sheet, file: CsvFile, findings: Findings): void {
  const text = readable(file);
  const { delimiter, body } = sniffDelimiter(text);
  const points = new PointColumns(sheet, delimiter !== ',');
  let row = 0;
  for (const fields of csvRecords(body, delimiter)) {
    if (row >= MAX_ROWS || fields.length > MAX_COLUMNS) throw tooLarge(file.name);
    fields.forEach((field, column) => {
      const value = csvValue(field);
      if (value === null) return;
      const isTooLong = typeof value === 'string' && value.length > LONGEST_TEXT;
      if (isTooLong) findings.add('textTooLong', sheet.name, cellText(row, column));
      sheet.setValue(row, column, isTooLong ? value.slice(0, LONGEST_TEXT) : value);
      points.look(row, column, field);
    });
    row += 1;
  }
  if (sheet.usedArea(true) === null) throw isEmpty(file.name, 'No field of it has a value.');
  points.finish();
}

/** Numbers like `1.234` are texts again where their column, or the file, seems to part decimals by a comma. */
class PointColumns {
  private readonly doubtful = new Map<number, { readonly row: number; readonly field: string }[]>();
  private readonly commas = new Set<number>();

  constructor(
    private readonly sheet: Sheet,
    /** A file whose fields are not parted by commas may have them in its numbers. */
    private readonly isEveryDoubtful: boolean,
  ) {}

  look(row: number, column: number, field: string): void {
    if (hasDecimalComma(field)) this.commas.add(column);
    if (!mayPartThousands(field)) return;
    const known = this.doubtful.get(column);
    if (known === undefined) this.doubtful.set(column, [{ row, field }]);
    else known.push({ row, field });
  }

  finish(): void {
    for (const [column, cells] of this.doubtful)
      if (this.isEveryDoubtful || this.commas.has(column))
        for (const { row, field } of cells) this.sheet.setValue(row, column, field);
  }
}

function readable({ name, bytes }: CsvFile): string {
  if (bytes.length === 0) throw isEmpty(name, 'It has no bytes at all.');
  if (bytes.length > MOST_BYTES) throw tooLarge(name);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9;
  const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  const text = decodeText(bytes);
  if (!isZip && !isOld && !text.slice(0, 10_000).includes('\0')) return text;
  const why = isZip || isOld ? 'It is an Excel workbook under another name.' : 'It holds bytes that no text has.';
  throw new FileProblem(
    'unreadableText',
    `The file ${name} is not a text file.`,
    why,
    isZip ? 'Rename it to .xlsx and open it again.' : 'Export it as CSV (UTF-8) and open it again.',
  );
}

const isEmpty = (name: string, why: string): FileProblem =>
  new FileProblem('empty', `The file ${name} is empty.`, why, 'Export it once more.');

const tooLarge = (name: string): FileProblem =>
  new FileProblem(
    'tooLarge',
    `The file ${name} is larger than a sheet.`,
    'A sheet has 1,048,576 rows and 16,384 columns.',
    'Export a shorter period, or fewer columns.',
  );

const baseName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** A name that Excel takes for a sheet. */
function sheetName(path: string): string {
  const name = baseName(path)
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[:\\/?*[\]]/g, ' ')
    .replace(/^'+|(?<!')'+$/g, '')
    .trim();
  return name === '' || name.toLowerCase() === 'history' ? `${name} data`.trim() : name.slice(0, LONGEST_NAME).trim();
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
    const mark = ` (${number})`;
    free = name.slice(0, LONGEST_NAME - mark.length) + mark;
  }
  taken.add(free.toLowerCase());
  return free;
}
