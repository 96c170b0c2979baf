/** What has to be asked of a table's form: no header, headings that may name several things, repeated amounts, months without a year. */

import { addMonths, isoMonth, monthOf } from '../domain/day';
import type { Day, Month } from '../domain/day';
import type { Question } from '../settings/inspection';
import { NO_HEADER } from '../settings/mapping';
import type { SourceMapping } from '../settings/mapping';
import type { GrainFound } from './grain';
import { headingExamples } from './headingField';
import { firstNamed, isNumbered } from './monthColumns';
import { cellText } from './text';
import type { SourceSheet } from './sheet';
import { unknownAccounts } from './journal';
import type { Understood } from './understand';

/**
 * @param openGrain what one row may be, where it is not settled.
 * @param days dates of the other sources, for the months that may be meant.
 */
export function shapeQuestions(
  known: Understood,
  sheet: SourceSheet,
  openGrain: GrainFound | null,
  isSaved: boolean,
  days: { readonly first: Day; readonly last: Day } | null,
): Question[] {
  const { mapping } = sheet;
  if (mapping.role === 'ignore') return [];
  return [
    ...(isSaved ? [] : [...headerQuestion(known, mapping), ...headingsQuestion(known, mapping)]),
    ...(openGrain === null ? [] : grainQuestion(openGrain, mapping)),
    ...firstMonthQuestion(known, mapping, days),
    ...revenueQuestion(sheet),
  ];
}

function headerQuestion({ grid, headerRow }: Understood, { sheet }: SourceMapping): Question[] {
  if (headerRow !== NO_HEADER) return [];
  const first = (grid.values[0] ?? [])
    .slice(0, grid.width)
    .map((cell) => cellText(cell))
    .filter((text) => text !== '')
    .join(' | ');
  return [
    {
      id: 'header',
      sheet,
      text: `No row looks like a header: the columns were told by what stands in them. The first row is “${cut(first)}”. Is it a record, and are the columns right?`,
      choices: [
        { value: 'none', label: 'yes, there is no header; use the columns as they were told' },
        { value: '1', label: 'no, the first row is the header' },
      ],
      suggestion: 'none',
    },
  ];
}

const HEADINGS_CHOICES = [
  { value: 'customer', label: 'customers' },
  { value: 'owner', label: 'account owners' },
  { value: 'parent', label: 'groups of customers' },
  { value: 'entity', label: 'our own entities' },
  { value: 'none', label: 'nothing that is needed' },
];

/** Ids of the questions by level. */
const HEADINGS_IDS = ['headings', 'headings2'] as const;

/** Asked where the columns name a customer already, or where headings stand within headings. */
function headingsQuestion(known: Understood, { sheet, role }: SourceMapping): Question[] {
  if (role === 'ignore') return [];
  const levels = headingExamples(known.grid, known.headerRow);
  return HEADINGS_IDS.flatMap((id, level) => {
    const found = levels[level];
    const guess = known.guesses[role].find(({ column }) => column === known.grid.width + level);
    if (found === undefined || (guess !== undefined && guess.confidence >= SURE)) return [];
    const named = found.examples.map((text) => `“${text}”`).join(', ');
    return [
      {
        id,
        sheet,
        text: `Rows stand under headings such as ${named}. What do these name?`,
        choices: HEADINGS_CHOICES,
        suggestion: guess?.field ?? null,
      },
    ];
  });
}

const SURE = 0.8;

function grainQuestion({ example, grain }: GrainFound, { sheet }: SourceMapping): Question[] {
  return [
    {
      id: 'grain',
      sheet,
      text:
        grain === 'repeated'
          ? `“${example}” stands on several rows with the same amount. Is this its whole amount, said again on each row?`
          : `“${example}” stands on several rows with different amounts. What is a row?`,
      choices: [
        { value: 'repeated', label: 'a document’s whole amount, said again: count it once' },
        { value: 'lines', label: 'a part of a document: add the parts up' },
        { value: 'row', label: 'a document of its own' },
      ],
      suggestion: grain,
    },
  ];
}

const MONTHS_OFFERED = 24;

function firstMonthQuestion(
  known: Understood,
  { sheet, monthColumns, firstMonth }: SourceMapping,
  days: { readonly first: Day; readonly last: Day } | null,
): Question[] {
  const numbered = known.months.filter(isNumbered);
  if (numbered.length === 0 || firstMonth !== null || monthColumns.length === 0) return [];
  const header = known.grid.values[known.headerRow] ?? [];
  const named = firstNamed(header, numbered);
  const label = cellText(header[numbered[0]?.column ?? 0]);
  const offered = monthsAround(known, days).filter((month) => named === null || (month % 12) + 1 === named);
  return [
    {
      id: 'firstMonth',
      sheet,
      text: `The columns name months without a year, from “${label}” on. Which month is “${label}”?`,
      choices: offered.map((month) => ({ value: isoMonth(month), label: isoMonth(month) })),
      suggestion: named !== null && offered.length === 1 ? isoMonth(offered[0] as Month) : null,
    },
  ];
}

/** Months of the other sources; a year in the sheet's name or title comes first. */
function monthsAround({ grid, headerRow }: Understood, days: { readonly first: Day; readonly last: Day } | null): Month[] {
  const above = grid.values.slice(0, Math.max(0, headerRow)).flat();
  const year = /\b(?:19|20)\d{2}\b/.exec([grid.sheet, ...above.map((cell) => cellText(cell))].join(' '))?.[0];
  if (year !== undefined) return Array.from({ length: 12 }, (_, month) => (Number(year) * 12 + month) as Month);
  if (days === null) return [];
  const from = monthOf(days.first);
  const count = Math.min(MONTHS_OFFERED, monthOf(days.last) - from + 1);
  return Array.from({ length: count }, (_, at) => addMonths(from, at));
}

const ACCOUNTS_OFFERED = 12;

/** A journal none of whose accounts is known for revenue would count nothing. */
function revenueQuestion(sheet: SourceSheet): Question[] {
  const accounts = unknownAccounts(sheet);
  if (accounts.length === 0) return [];
  return [
    {
      id: 'revenueAccount',
      sheet: sheet.mapping.sheet,
      text: 'These are entries of a journal. Which account is revenue?',
      choices: accounts.slice(0, ACCOUNTS_OFFERED).map((account) => ({ value: account, label: account })),
      suggestion: null,
    },
  ];
}

function cut(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
