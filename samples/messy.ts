/**
 * A book with the traits of real exports, from a seed: titles above the header, blank lines and headers again in between,
 * totals below, numbers and days as text, blanks where none belong, a document twice, merged and hidden cells.
 */

import { isoDay, dayFromSerial } from '../src/domain/day';
import type { Workbook } from '../host/workbook/model';
import { largeSample } from './large';
import { seeded } from './random';
import type { Random } from './random';
import { DATE, MONEY, TEXT } from './sheet';
import type { SampleCell, SampleSheet } from './sheet';
import { sampleWorkbook } from './workbook';

const HARD_BLANK = '\u00a0';
const TITLE_ROWS = 4;
const PAGE = 45;

const amountText = (amount: number): string => {
  const written = Math.abs(amount).toLocaleString('en', { minimumFractionDigits: 2 });
  return amount < 0 ? `(${written})` : written;
};

/** One cell as a careless system writes it; most cells stay as they are. */
function blurred(random: Random, cell: SampleCell, format: string): SampleCell {
  if (cell === null || !random.chance(0.15)) return cell;
  if (typeof cell === 'string') return random.pick([`${cell} `, ` ${cell}`, `${cell}${HARD_BLANK}`, cell.toUpperCase()]);
  if (format === MONEY) return random.pick([amountText(cell), `${amountText(cell)} EUR`, `${HARD_BLANK}${amountText(cell)}`]);
  return format === DATE ? isoDay(dayFromSerial(cell)) : cell;
}

/** Titles, the header, rows with breaks between pages, and a total of the amounts. */
function exported(random: Random, { name, rows, columns }: SampleSheet): SampleSheet {
  const [header = [], ...data] = rows;
  const formats = columns.map(({ format }) => format);
  // Keys and currencies are what rows are found by: these stay readable, as in most exports.
  const isBlurred = (column: number): boolean => formats[column] !== TEXT || /Name|Customer/.test(String(header[column]));
  const lines = data.flatMap((row, i): SampleCell[][] => {
    const line = row.map((cell, column) => (isBlurred(column) ? blurred(random, cell, formats[column] ?? TEXT) : cell));
    return i > 0 && i % PAGE === 0 ? [[], [...header], line] : [line];
  });
  const totals = formats.map((format, column): SampleCell => {
    if (column === 0) return 'Total';
    return format === MONEY ? Math.round(data.reduce((sum, row) => sum + Number(row[column] ?? 0) * 100, 0)) / 100 : null;
  });
  const titles: SampleCell[][] = [[`${name} – full export`], ['Created 30/06/2026 18:04 by the month-end job'], ['Page 1'], []];
  return {
    name,
    table: null,
    headerRow: TITLE_ROWS,
    rows: [...titles, [...header], ...lines, totals],
    columns: columns.map(({ format, width }) => ({ format, width: format === MONEY ? width : Math.max(8, width - 4) })),
  };
}

export function messySample(): SampleSheet[] {
  const random = seeded(77);
  return largeSample(150).map((sheet) => {
    if (sheet.name === 'Rates') return sheet;
    const [header = [], ...data] = sheet.rows;
    const twice = sheet.name === 'Invoices' ? data.slice(12, 13) : [];
    return exported(random, { ...sheet, rows: [header, ...data.slice(0, 40), ...twice, ...data.slice(40)] });
  });
}

/** The sheets with what plain rows cannot say: merged titles, hidden rows and columns, a sheet of notes. */
export function messyWorkbook(): Workbook {
  const workbook = sampleWorkbook('messy.xlsx', [
    ...messySample(),
    {
      name: 'Notes',
      table: null,
      headerRow: 0,
      rows: [['Notes'], ['Ask Ben about the credit notes of March.']],
      columns: [{ format: TEXT, width: 40 }],
    },
  ]);
  workbook.transact('load', () => {
    for (const sheet of workbook.sheets.filter(({ freeze }) => freeze.rows > 1)) {
      sheet.merges.push({ top: 0, left: 0, bottom: 0, right: 4 });
      sheet.patchStyle({ top: 0, left: 0, bottom: 0, right: 4 }, { font: { bold: true, size: 14 }, horizontal: 'Left' });
      sheet.setRowHidden(2, 2, true);
      sheet.setRowHidden(20, 21, true);
    }
    workbook.sheet('Invoices')?.setColumnHidden(4, 4, true);
  });
  return workbook;
}
