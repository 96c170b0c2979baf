/** The first step: what was found in the workbook and how it is read. */

import type { Grain, SourceMapping } from '../../settings/mapping';
import { count, ORDINALS } from './count.en';

export const sources = {
  heading: 'Sources',
  reading: 'Tieout is reading the sheets of this workbook.',
  lead: 'What Tieout found in this workbook. Change what is not right.',
  none: 'No table was found in this workbook.',
  notRead: 'The sheets have not been read yet.',
  readAgain: 'Read the sheets again',
  about: (area: string) => `Show ${area} in the sheet`,
  stale: 'Sheets changed since they were read.',
  next: 'Next: definitions',
  blocked: 'Settle what is listed above first.',
  questions: (n: number) => (n === 0 ? 'Questions' : n === 1 ? 'One question first.' : `${n} questions first.`),
  answerQuestions: 'Two readings are possible, and which one is meant changes the numbers:',
  questionAbout: (title: string, at: number, of: number) => (of === 1 ? title : `${title}, question ${at}`),
  answered: 'Answered',
  suggested: 'fits best',
  sheetAndTable: (sheet: string, table: string) => `${sheet} · table ${table}`,
  sheetAndBlock: (sheet: string, block: number) =>
    `${sheet} · ${ORDINALS[block] === undefined ? `table ${block + 1}` : `${ORDINALS[block]} table`}`,
  withArea: (title: string, area: string) => `${title}, ${area}`,
  role: 'Used as',
  bankList: 'Bank list',
  rows: (n: number, shown: string) => count(n, 'row', 'rows', shown),
  allUsed: (rows: string) => `${rows}, all used`,
  used: (rows: string, shown: string) => `${rows}: ${shown} used`,
  leftOut: (shown: string, cause: string) => `${shown} left out: ${cause}`,
  unreadable: (n: number, shown: string) =>
    `${shown} unreadable, ${n === 1 ? 'to be listed as an exception' : 'to be listed as exceptions'}`,
  waiting: (n: number, shown: string) => `${count(n, 'row waits', 'rows wait', shown)} for your answer`,
  hidden: (n: number, shown: string) => `${shown} hidden or filtered away, ${n === 1 ? 'read' : 'all read'} all the same`,
  hiddenSheet: 'A hidden sheet, read all the same',
  apart: (addresses: string) => `Not read, being no part of its table: ${addresses}`,
  why: (reason: string) => `Because: ${reason}`,
  headerAt: (rows: readonly number[]) =>
    rows.length === 0 ? 'No header' : rows.length === 1 ? `Header in row ${rows.join()}` : `Header in rows ${rows.join(' and ')}`,
  headings: (examples: string, field: string) => `Headings between the rows, read as ${field}: ${examples}`,
  headingsUnused: (examples: string) => `Headings between the rows, not used: ${examples}`,
  headingsLabel: (examples: string) => `Headings between the rows (${examples})`,
  layout: 'How it is read',
  header: 'Header',
  noHeader: 'No header: columns by what stands in them',
  headerRow: (rows: readonly number[], words: string) =>
    `${rows.length === 1 ? `Row ${rows.join()}` : `Rows ${rows.join(' and ')}`}: ${words}`,
  blankRow: 'blank',
  grain: 'What a row is',
  dateOrder: 'Dates that can be read both ways',
  decimal: 'Amounts that can be read both ways',
  askedWhereOpen: 'asked where it matters',
  currency: 'Currency',
  currencyFromColumn: (header: string) => `from the column “${header}”`,
  currencyHint: 'A code such as EUR; empty where the cells say it themselves.',
  currencyRefused: 'A currency code has three letters.',
  scale: 'Amounts are in',
  columnsMapped: (n: number) => `Columns (${n} used)`,
  columnsToCheck: (n: number, check: number) => `Columns (${n} used, ${check} to check)`,
  readAs: 'Read as',
  columnReadAs: (name: string) => `${name} is read as`,
  sure: (shown: string, reason: string) => `${shown} sure: ${reason}`,
  toCheck: 'To check',
  unused: 'not used',
  revenueOf: (month: string) => `Revenue of ${month}`,
  unnamed: (letter: string) => `Column ${letter}`,
  example: (text: string) => `For example “${text}”`,
  preview: 'First rows as read',
  previewLabel: (sheet: string) => `First rows of ${sheet} as read`,
  rowNumber: (row: number) => `Row ${row}`,
  cellText: (text: string) => `in the cell: ${text}`,
  noPreview: 'No row could be read.',
  zone: (zones: string, near: number) =>
    near === 0 ? `Dates as written, in ${zones}` : `Dates as written, in ${zones}; ${near} near a month’s end`,
  scaled: (unit: string) => `Amounts in ${unit}`,
  earlier: 'Read as you settled it in an earlier workbook.',
  forgetEarlier: 'Read it anew',
  others: 'Other sheets',
  obstacles: 'This is missing:',
};

export const grains = {
  row: 'One row a document',
  lines: 'Several rows a document, added up',
  repeated: 'A document’s amount repeats on its rows, counted once',
} satisfies Record<Grain, string>;

export const dateOrders = {
  dmy: 'day first: 31/12/2026',
  mdy: 'month first: 12/31/2026',
  ymd: 'year first: 2026/12/31',
} satisfies Record<NonNullable<SourceMapping['dateOrder']>, string>;

export const decimals = { '.': 'point: 1,234.56', ',': 'comma: 1.234,56' } satisfies Record<
  NonNullable<SourceMapping['decimal']>,
  string
>;

export const scales = { 1: 'units, unless a header says otherwise', 1000: 'thousands', 1000000: 'millions' } as Readonly<
  Record<number, string>
>;

export const roles = {
  deals: 'Deals',
  invoices: 'Invoices',
  credits: 'Credit notes',
  schedule: 'Revenue schedule',
  receipts: 'Receipts',
  customers: 'Customers',
  owners: 'Owners',
  rates: 'Exchange rates',
  ignore: 'Not used',
} satisfies Record<SourceMapping['role'], string>;
