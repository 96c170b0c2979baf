/** What the cells of each column look like: the content evidence for headers, roles and fields. */

import type { RawCell, SourceGrid } from '../domain/grid';
import { decimalEvidence } from './amounts';
import { currenciesOfMark, currencyOf } from './currencies';
import { dayFromNumber, isDateFormat, isDateText, parseMonthText } from './dates';
import type { Content } from './fields';
import { sampledRows } from './sampledRows';
import { cellText, isErrorText } from './text';
import { isNo, isYes } from './words';

/** Counts over the filled cells of one column, of very many texts as an even sample shows them. A cell may count in several. */
export interface ColumnProfile {
  readonly filled: number;
  readonly numbers: number;
  /** Numbers in the range of the serials of 1990–2060, and days of these years written as one number. */
  readonly serials: number;
  readonly dateTexts: number;
  readonly amountTexts: number;
  readonly currencyTexts: number;
  readonly flags: number;
  /** Short texts without blanks that hold a digit, and whole numbers. */
  readonly ids: number;
  readonly texts: number;
  /** Different texts. */
  readonly distinct: number;
  /** Characters of all texts. */
  readonly length: number;
  /** Numbers that are not whole, as numbers or as texts. */
  readonly fractions: number;
  /** True where the sampled formats are dates, false where they are something else but General; null where nothing says. */
  readonly dateFormat: boolean | null;
}

const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 58_806;

/** A column of currencies or flags repeats few words; beyond this many different ones it is neither. */
const FEW_WORDS = 300;

/** Of longer sheets so many rows, evenly spread, show what a column holds. */
const ENOUGH_ROWS = 5000;

/** One profile for each column that any row has; counts are of the rows looked at. */
export function profileColumns(grid: SourceGrid, columns: number, firstRow: number): ColumnProfile[] {
  const rows = [...sampledRows(firstRow, grid.values.length, ENOUGH_ROWS)].map((row) => grid.values[row] ?? []);
  return Array.from({ length: columns }, (_, column) => profileColumn(grid, rows, column, firstRow));
}

function profileColumn(grid: SourceGrid, rows: readonly (readonly RawCell[])[], column: number, firstRow: number): ColumnProfile {
  let numbers = 0;
  let whole = 0;
  let serials = 0;
  let bits = 0;
  const texts = new Map<string, number>();
  for (const row of rows) {
    const cell = row[column];
    if (cell === undefined || cell === '') continue;
    if (typeof cell !== 'number') {
      const text = cellText(cell);
      texts.set(text, (texts.get(text) ?? 0) + 1);
      continue;
    }
    numbers += 1;
    if (Number.isInteger(cell)) whole += 1;
    if ((cell >= FIRST_SERIAL && cell <= LAST_SERIAL) || isCompactDay(cell)) serials += 1;
    if (cell === 0 || cell === 1) bits += 1;
  }
  const found = profileTexts(texts);
  return {
    ...found,
    filled: numbers + found.texts,
    numbers,
    serials,
    flags: bits + found.flags,
    ids: whole + found.ids,
    fractions: numbers - whole + found.fractions,
    distinct: texts.size,
    dateFormat: dateFormatOf(grid, column, firstRow),
  };
}

type TextCounts = Pick<
  ColumnProfile,
  'texts' | 'length' | 'dateTexts' | 'amountTexts' | 'currencyTexts' | 'flags' | 'ids' | 'fractions'
>;

function profileTexts(counts: ReadonlyMap<string, number>): TextCounts {
  const found = { texts: 0, length: 0, dateTexts: 0, amountTexts: 0, currencyTexts: 0, flags: 0, ids: 0, fractions: 0 };
  const few = counts.size <= FEW_WORDS;
  for (const [text, count] of counts) {
    if (text === '' || isErrorText(text)) continue;
    const digit = /\d/.test(text);
    found.texts += count;
    found.length += text.length * count;
    if (digit && isDate(text)) found.dateTexts += count;
    else if (isDash(text) || (digit && text.length <= 40 && decimalEvidence(text) !== null)) {
      found.amountTexts += count;
      if (/[.,]\d{1,2}\D*$/.test(text)) found.fractions += count;
    }
    if (digit && text.length <= 60 && !/\s\S*\s\S*\s/.test(text)) found.ids += count;
    if (few && !digit && isCurrency(text)) found.currencyTexts += count;
    if (few && text.length <= 9 && (isYes(text) || isNo(text))) found.flags += count;
  }
  return found;
}

function isDate(text: string): boolean {
  return text.length <= 40 && (isDateText(text) || (text.length <= 16 && parseMonthText(text) !== null));
}

function isCurrency(text: string): boolean {
  return text.length <= 30 && (currencyOf(text) !== null || currenciesOfMark(text).length > 0);
}

/** `20240215`, a day written as one number. */
function isCompactDay(value: number): boolean {
  return value >= 19_900_101 && value <= 20_601_231 && dayFromNumber(value) !== null;
}

function dateFormatOf(grid: SourceGrid, column: number, firstRow: number): boolean | null {
  let dates = 0;
  let others = 0;
  for (const sample of grid.formatSamples) {
    const format = sample.formats[column];
    if (sample.row < firstRow || format === undefined || typeof grid.values[sample.row]?.[column] !== 'number') continue;
    if (isDateFormat(format)) dates += 1;
    else if (format !== '' && format !== 'General' && format !== '@') others += 1;
  }
  return dates === 0 && others === 0 ? null : dates >= others;
}

/** How well a column's cells fit a kind of content, 0…1; an empty column fits anything a little. */
export function contentFit(profile: ColumnProfile, content: Content): number {
  const { filled } = profile;
  if (filled === 0) return 0.5;
  const share = (count: number): number => Math.min(1, count / filled);
  switch (content) {
    case 'date':
      return share(
        profile.dateTexts + (profile.dateFormat === true ? profile.numbers : profile.dateFormat === null ? profile.serials : 0),
      );
    case 'amount':
    case 'number':
      return profile.dateFormat === true ? share(profile.amountTexts) : share(profile.numbers + profile.amountTexts);
    case 'currency':
      return share(profile.currencyTexts);
    case 'flag':
      return share(profile.flags);
    case 'id':
      return profile.dateFormat === true ? 0.1 : Math.max(share(profile.ids), 0.3 * share(profile.texts));
    case 'text':
      return profile.dateFormat === true || share(profile.dateTexts) > 0.8 ? 0.1 : Math.max(share(profile.texts), 0.5);
  }
}

/** A dash alone is how a sheet shows zero. */
function isDash(text: string): boolean {
  return /^[-–−]$/.test(text);
}
