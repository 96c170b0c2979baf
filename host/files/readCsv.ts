/** Opens text files of records (.csv, .tsv) as the sheets of one new workbook. */
import { createWorkbook } from '../workbook/workbook';
import { MAX_COLUMNS, MAX_ROWS, type Sheet, type Workbook } from '../workbook/model';
import { csvRecords, sniffDelimiter } from './csvText';
import { csvValue } from './csvValue';
import { decodeText } from './decodeText';
import { FileProblem } from './problem';

export interface CsvFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LONGEST_TEXT = 32_767;
const LONGEST_NAME = 31;

/**
 * One sheet a file, named after it. Values are entered as `csvValue` says.
 * @throws FileProblem where a file is empty, binary or larger than a sheet
 */
export function readCsv(files: readonly CsvFile[]): Workbook {
  const first = files[0];
  if (first === undefined) throw new RangeError('No file was given.');
  const workbook = createWorkbook(baseName(first.name));
  workbook.transact('load', () => {
    const taken = new Set<string>();
    const made = files.map((file) => {
      const sheet = workbook.addSheet(freeName(sheetName(file.name), taken));
      fill(workbook, sheet, file);
      return sheet;
    });
    if (made[0] !== undefined) workbook.activate(made[0]);
  });
  return workbook;
}

function fill(workbook: Workbook, sheet: Sheet, file: CsvFile): void {
  const text = readable(file);
  const { delimiter, body } = sniffDelimiter(text);
  const dates = new DateColumns(workbook, sheet);
  let row = 0;
  for (const fields of csvRecords(body, delimiter)) {
    if (row >= MAX_ROWS || fields.length > MAX_COLUMNS) throw tooLarge(file.name);
    fields.forEach((field, column) => {
      const { value, numberFormat } = csvValue(field, delimiter);
      if (value === null) return;
      sheet.setValue(row, column, typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value);
      if (numberFormat !== null) dates.add(row, column, numberFormat);
    });
    row += 1;
  }
  dates.finish();
}

/** Dates below each other get their format in one go. */
class DateColumns {
  private readonly runs = new Map<number, { top: number; bottom: number; format: string }>();

  constructor(
    private readonly workbook: Workbook,
    private readonly sheet: Sheet,
  ) {}

  add(row: number, column: number, format: string): void {
    const run = this.runs.get(column);
    if (run?.format === format && run.bottom === row - 1) run.bottom = row;
    else {
      if (run !== undefined) this.flush(column, run);
      this.runs.set(column, { top: row, bottom: row, format });
    }
  }

  finish(): void {
    for (const [column, run] of this.runs) this.flush(column, run);
  }

  private flush(column: number, { top, bottom, format }: { top: number; bottom: number; format: string }): void {
    const style = this.workbook.styles.patch(0, { numberFormat: format });
    this.sheet.setStyleIndex({ top, left: column, bottom, right: column }, style);
  }
}

function readable({ name, bytes }: CsvFile): string {
  if (bytes.length === 0)
    throw new FileProblem('empty', `The file ${name} is empty.`, 'It has no bytes at all.', 'Export it once more.');
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
    .replace(/^'+|'+$/g, '')
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
