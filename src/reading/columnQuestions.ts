/** Where two columns could be a field that matters: the choice is a person's. */

import type { Role } from '../domain/record';
import type { ColumnGuess, Question } from '../settings/inspection';
import type { Field, SourceMapping } from '../settings/mapping';
import type { Candidate } from './headerContext';
import { candidatesOf } from './mapColumns';
import { columnLetters, cellText } from './text';
import type { Understood } from './understand';

/** Fields that matter, and how near a column must be to the chosen one to be meant as well. Of numbers and names the better label does. */
const MATTERS: readonly (readonly [Field, number])[] = [
  ['amount', 0.02],
  ['net', 0.02],
  ['gross', 0.02],
  ['date', 0.02],
  ['month', 0.02],
  ['id', 0.002],
  ['customer', 0.002],
];
/** Below this a column is no rival at all. */
const LEAST_RIVAL = 0.6;

const NAMES: Readonly<Partial<Record<Field, string>>> = {
  amount: 'the amount',
  net: 'the amount without tax',
  gross: 'the amount with tax',
  date: 'the date',
  id: 'the number',
  customer: 'the customer',
  month: 'the month',
};

/**
 * Questions `column.<field>` of a sheet whose columns were found, not settled: each with the competing columns for choices,
 * the column's index for value. Columns that hold the same values make no difference and are not asked about.
 */
export function columnQuestions(known: Understood, mapping: SourceMapping): Question[] {
  if (mapping.role === 'ignore') return [];
  const role: Role = mapping.role;
  const skip = new Set(known.months.map(({ column }) => column));
  const candidates = candidatesOf(role, known.headers, known.profiles, skip);
  const mapped = new Set(Object.values(mapping.columns));
  return MATTERS.flatMap(([field, close]) => {
    const column = mapping.columns[field];
    const chosen = candidates.find((one) => one.field === field && one.column === column);
    if (column === undefined || chosen === undefined) return [];
    const rivals = candidates.filter(
      (one) =>
        one.field === field &&
        !mapped.has(one.column) &&
        one.confidence >= LEAST_RIVAL &&
        chosen.confidence - one.confidence < close &&
        differs(known, column, one.column),
    );
    return rivals.length === 0 ? [] : [question(known, mapping.sheet, field, [chosen, ...rivals])];
  });
}

function question(known: Understood, sheet: string, field: Field, columns: readonly Candidate[]): Question {
  const names = columns.map((one) => `“${labelAt(known, one)}”`);
  return {
    id: `column.${field}`,
    sheet,
    text: `Which column is ${NAMES[field] ?? field}: ${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}?`,
    choices: columns.map((one) => ({ value: String(one.column), label: choiceLabel(known, one) })),
    suggestion: String(columns[0]?.column ?? ''),
  };
}

function labelAt({ headers, grid }: Understood, { column }: Pick<ColumnGuess, 'column'>): string {
  const header = headers[column] ?? '';
  return header === '' ? `column ${columnLetters(grid.left + column)}` : header;
}

/** "Invoice Date (column C, such as 2026-03-05)" */
function choiceLabel(known: Understood, one: Candidate): string {
  const { grid } = known;
  const letters = columnLetters(grid.left + one.column);
  const example = grid.values.slice(known.headerRow + 1).find((row) => cellText(row[one.column]) !== '');
  const such = example === undefined ? '' : `, such as ${cellText(example[one.column])}`;
  return `${labelAt(known, one)} (column ${letters}${such})`;
}

/** Whether some row says one thing in one column and another in the other; a blank says nothing. */
function differs({ grid, headerRow }: Understood, one: number, other: number): boolean {
  for (let row = headerRow + 1; row < grid.values.length; row += 1) {
    const [a, b] = [cellText(grid.values[row]?.[one]), cellText(grid.values[row]?.[other])];
    if (a !== '' && b !== '' && a !== b) return true;
  }
  return false;
}
