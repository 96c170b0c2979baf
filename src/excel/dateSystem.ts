/**
 * Whether a workbook counts its days from 1904, as old ones from a Mac do. Excel's API does not say; but the text of a date cell
 * shows the day that Excel sees in its number.
 */

import { dayFromSerial, isoDay } from '../domain/day';
import type { SourceGrid } from '../domain/grid';
import { TroubleError } from './trouble';

export interface ShownDate {
  readonly serial: number;
  readonly text: string;
}

/** Days from the first of the one system to that of the other. */
const BETWEEN = 1462;

/** All dates with a day and a year must agree; where years have two digits, at least three of them. */
export function countsFrom1904(dates: readonly ShownDate[]): boolean {
  const told = dates.filter(({ text }) => numbersIn(text).length >= 2);
  const isLongYear = told.some(({ text }) => /\d{4}/.test(text));
  if (told.length < (isLongYear ? 1 : 3)) return false;
  return told.every(({ serial, text }) => shows(text, serial + BETWEEN) && !shows(text, serial));
}

function shows(text: string, serial: number): boolean {
  const [year = 0, , day = 0] = isoDay(dayFromSerial(serial)).split('-').map(Number);
  const numbers = numbersIn(text);
  const atYear = numbers.findIndex((number) => number === year || number === year % 100);
  const atDay = numbers.findIndex((number, index) => number === day && index !== atYear);
  return atYear >= 0 && atDay >= 0;
}

function numbersIn(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

const MOST_DATES = 24;
const DATES_A_COLUMN = 3;
/** Serial numbers that both systems show as a date. */
const LAST_SERIAL = 2_958_465 - BETWEEN;

/**
 * Numbers, results and sentences would all be four years off: nothing is read.
 * @throws TroubleError where the workbook counts from 1904.
 */
export async function refuse1904(context: Excel.RequestContext, grids: readonly SourceGrid[]): Promise<void> {
  const cells = grids.flatMap(dateCells).slice(0, MOST_DATES);
  if (cells.length === 0) return;
  const asked = cells.map(({ sheet, row, column, serial }) => {
    const range = context.workbook.worksheets.getItem(sheet).getCell(row, column);
    range.load('text');
    return { serial, range };
  });
  await context.sync();
  if (!countsFrom1904(asked.map(({ serial, range }) => ({ serial, text: range.text[0]?.[0] ?? '' })))) return;
  throw new TroubleError({
    what: 'This workbook counts its days from 1904, a setting of old Excel for Mac: Tieout cannot read or write its dates.',
    next: 'Clear “Use 1904 date system” under File > Options > Advanced, add 1462 to its dates (Paste Special > Add), and read again.',
    where: null,
  });
}

/** A format with a day and a year, outside of quotes and brackets. */
function showsDay(format: string): boolean {
  const bare = format.replace(/"[^"]*"?|\[[^\]]*\]?|\\./g, '');
  return /d/i.test(bare) && /y/i.test(bare);
}

/** Days of the sampled rows, a few of each column. */
function dateCells({ sheet, top, left, values, formatSamples }: SourceGrid) {
  const taken: number[] = [];
  return formatSamples.flatMap(({ row, formats }) =>
    formats.flatMap((format, column) => {
      const serial = values[row]?.[column];
      const isDay = typeof serial === 'number' && serial >= 1 && serial <= LAST_SERIAL && showsDay(format);
      const count = taken[column] ?? 0;
      if (!isDay || count >= DATES_A_COLUMN) return [];
      taken[column] = count + 1;
      return [{ sheet, row: top + row, column: left + column, serial }];
    }),
  );
}
