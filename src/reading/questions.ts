/** What has to be asked of a source: only where two readings are possible and the difference matters. */

import type { Role } from '../domain/record';
import { amendmentQuestion } from './amendments';
import type { Question } from '../settings/inspection';
import type { SourceMapping } from '../settings/mapping';
import { currenciesOfFormat, currenciesOfMark } from './currencies';
import { settleMark } from './currencyOfRow';
import { AMOUNT_FIELDS } from '../settings/mapping';
import type { SourceSheet } from './sheet';

/** What the other sources say, for suggestions. */
export interface Surroundings {
  readonly stated: ReadonlySet<string>;
  /** The order of day and month that all other sources with an opinion share; null where none or several. */
  readonly dateOrder: 'dmy' | 'mdy' | null;
  readonly decimal: '.' | ',' | null;
}

const DATE_CHOICES = [
  { value: 'dmy', label: 'day first (31/12/2026)' },
  { value: 'mdy', label: 'month first (12/31/2026)' },
];
const YEAR_FIRST = { value: 'ymd', label: 'year first (26/12/31)' };
const DECIMAL_CHOICES = [
  { value: '.', label: 'point: 1.234 is a little more than one' },
  { value: ',', label: 'comma: 1.234 is one thousand two hundred and thirty-four' },
];

export function questionsOf(sheet: SourceSheet, around: Surroundings): Question[] {
  const { mapping } = sheet;
  return [
    ...dateQuestion(sheet, around),
    ...decimalQuestion(sheet, around),
    ...currencyQuestion(sheet, around),
    ...taxQuestion(mapping),
    ...reportingQuestion(mapping, around),
    ...amendmentQuestion(sheet),
  ];
}

function dateQuestion({ mapping, conventions }: SourceSheet, around: Surroundings): Question[] {
  const { openDates, shownOrder } = conventions;
  if (openDates === null) return [];
  const { finding, example } = openDates;
  const text =
    finding === 'mixed'
      ? 'Some dates can only be day first, others only month first. Which is meant? The others will be listed as unreadable.'
      : `Dates such as ${example}: does the day or the month come first?`;
  const choices = /^\d{1,2}\D\d{1,2}\D\d{2}\b/.test(example) ? [...DATE_CHOICES, YEAR_FIRST] : DATE_CHOICES;
  return [{ id: 'dateOrder', sheet: mapping.sheet, text, choices, suggestion: shownOrder ?? around.dateOrder }];
}

function decimalQuestion({ mapping, conventions }: SourceSheet, around: Surroundings): Question[] {
  const { openDecimals, shownDecimal } = conventions;
  if (openDecimals === null) return [];
  const text =
    openDecimals.finding === 'mixed'
      ? 'Some amounts have a decimal point, others a decimal comma. Which is meant? The others will be listed as unreadable.'
      : `Amounts such as ${openDecimals.example}: which mark is the decimal one?`;
  return [{ id: 'decimal', sheet: mapping.sheet, text, choices: DECIMAL_CHOICES, suggestion: shownDecimal ?? around.decimal }];
}

/** Asked where the sheet says nothing though others do, or where its mark means several currencies that the workbook knows. */
function currencyQuestion(sheet: SourceSheet, around: Surroundings): Question[] {
  const { mapping } = sheet;
  if (mapping.currency !== null || mapping.columns.currency !== undefined || !HOLDS_MONEY.has(mapping.role)) return [];
  const marks = marksOf(sheet);
  const open = marks.filter((mark) => settleMark(mark, null, around.stated) === null);
  if (marks.length > 0 && open.length === 0) return [];
  if (marks.length === 0 && around.stated.size === 0) return [];
  const meanings = open.flatMap((mark) => [...currenciesOfMark(mark)]);
  const codes = [...around.stated].filter((code) => meanings.length === 0 || meanings.includes(code)).sort();
  const [only] = codes;
  const what =
    open.length > 0
      ? `Which currency does “${open[0] ?? ''}” mean here?`
      : 'No column says which currency these amounts are in. Which is it?';
  return [
    {
      id: 'currency',
      sheet: mapping.sheet,
      text: what,
      choices: codes.map((code) => ({ value: code, label: code })),
      suggestion: codes.length === 1 && only !== undefined ? only : null,
    },
  ];
}

const HOLDS_MONEY: ReadonlySet<string> = new Set<Role>(['deals', 'invoices', 'credits', 'schedule', 'receipts']);

/** The marks beside amounts and in their number formats, each once. */
export function marksOf(sheet: SourceSheet): string[] {
  const { mapping, grid } = sheet;
  const columns = [
    ...AMOUNT_FIELDS.flatMap((field) => mapping.columns[field] ?? []),
    ...mapping.monthColumns.map(({ column }) => column),
  ];
  const marks = new Set<string>();
  for (const column of columns) for (const mark of sheet.numbersAt(column).marks ?? []) if (mark !== '') marks.add(mark);
  for (const { row, formats } of grid.formatSamples) {
    if (row <= mapping.headerRow) continue;
    for (const column of columns) {
      const format = formats[column] ?? '';
      if (typeof grid.values[row]?.[column] === 'number' && currenciesOfFormat(format).length > 1) marks.add('$');
    }
  }
  return [...marks].sort();
}

/** An amount with a tax column beside it, and no sum that tells whether the tax is in it. */
function taxQuestion({ sheet, role, columns }: SourceMapping): Question[] {
  if (role !== 'invoices' && role !== 'credits') return [];
  if (columns.amount === undefined || columns.tax === undefined || columns.net !== undefined || columns.gross !== undefined)
    return [];
  return [
    {
      id: 'taxInAmount',
      sheet,
      text: 'Is the tax in the amount? The column “amount” has a tax column beside it, and no sum tells.',
      choices: [
        { value: 'net', label: 'no, the amount is net of tax' },
        { value: 'gross', label: 'yes, the amount includes tax' },
      ],
      suggestion: null,
    },
  ];
}

/** Converted amounts and rates count only where it is known what they lead to; with one currency there is nothing to convert. */
function reportingQuestion({ sheet, role, columns, reportingCurrency }: SourceMapping, around: Surroundings): Question[] {
  const isConverted = columns.reportingAmount !== undefined || columns.rate !== undefined;
  if (!HOLDS_MONEY.has(role) || !isConverted || (reportingCurrency ?? null) !== null || around.stated.size < 2) return [];
  return [
    {
      id: 'reportingCurrency',
      sheet,
      text: 'Amounts are given converted, or with a rate. Into which currency?',
      choices: [
        ...[...around.stated].sort().map((code) => ({ value: code, label: code })),
        { value: 'none', label: 'none of these: leave the converted amounts and the rate unused' },
      ],
      suggestion: null,
    },
  ];
}

/** Roles that fit about equally well. */
export function roleQuestion(sheet: string, near: readonly Role[]): Question[] {
  const [best] = near;
  if (best === undefined || near.length < 2) return [];
  return [
    {
      id: 'role',
      sheet,
      text: `What is this sheet? It looks like ${near.join(' or ')}.`,
      choices: roleChoices(near),
      suggestion: best,
    },
  ];
}

/** Left out before, when another table stood here: neither that nor what it looks like now is taken in silence. */
export function leftOutQuestion(sheet: string, role: Role | 'ignore'): Question[] {
  if (role === 'ignore') return [];
  return [
    {
      id: 'role',
      sheet,
      text: `What is this sheet? It was left out before, with another header; now it looks like ${role}.`,
      choices: roleChoices([role]),
      suggestion: role,
    },
  ];
}

/** A table of dates and amounts that nothing tells the use of is not left out in silence. */
export function unknownSheetQuestion(sheet: string, possible: readonly Role[]): Question[] {
  if (possible.length === 0) return [];
  return [
    {
      id: 'role',
      sheet,
      text: 'What is this sheet? It holds dates and amounts, but nothing tells what it lists.',
      choices: roleChoices(possible),
      suggestion: null,
    },
  ];
}

function roleChoices(roles: readonly Role[]): Question['choices'] {
  return [...roles, 'ignore' as const].map((role) => ({ value: role, label: role === 'ignore' ? 'leave it out' : role }));
}
