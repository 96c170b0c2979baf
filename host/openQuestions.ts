/** What keeps a run from starting, in words, with the settings file that would let it start. */

import { applyAnswer } from '../src/settings/answers';
import type { Inspection, Obstacle, Question, SourceInspection } from '../src/settings/inspection';
import type { SettingsFile, StatedMapping } from '../src/settings/settingsFile';
import type { Field, SourceMapping } from '../src/settings/mapping';
import { isOf } from './statedMappings';

export interface OpenQuestion {
  readonly source: SourceInspection;
  readonly question: Question;
}

export const describeQuestion = ({ sheet, text }: Question): string => (sheet === null ? text : `${sheet}: ${text}`);

/** Each open question with its readings, then the whole settings file that answers them. */
export function questionsInWords(open: readonly OpenQuestion[], file: SettingsFile): string {
  const count = open.length === 1 ? 'A question is open.' : `${open.length} questions are open.`;
  const isSuggested = open.some(({ question }) => question.suggestion !== null);
  return [
    `${count} Answer with --settings settings.json${isSuggested ? ', or take the suggested readings with --accept-suggestions' : ''}.`,
    ...open.flatMap(({ question }) => [
      '',
      describeQuestion(question),
      ...question.choices.map(
        ({ value, label }) => `    ${value}  ${label}${value === question.suggestion ? ' (suggested)' : ''}`,
      ),
    ]),
    '',
    'settings.json, to be changed where another reading is meant:',
    JSON.stringify(withAnswers(open, file), null, 2),
  ].join('\n');
}

/** The settings file with the suggested, else the first reading of each question added. */
function withAnswers(open: readonly OpenQuestion[], file: SettingsFile): object {
  const definitions: Record<string, string | number> = { ...file.definitions };
  let mappings: readonly StatedMapping[] = file.mappings;
  for (const { question, source } of open) {
    const value = question.suggestion ?? question.choices[0]?.value ?? '';
    const answer = applyAnswer(question.id, value, source.mapping);
    if (answer.kind === 'setting') definitions[answer.key] = answer.value;
    else mappings = withAnswer(mappings, source.mapping, answer.mapping);
  }
  const given = Object.entries({ definitions, mappings, aliases: file.aliases, links: file.links });
  return { version: 1, ...Object.fromEntries(given.filter(([, members]) => Object.keys(members).length > 0)) };
}

function withAnswer(stated: readonly StatedMapping[], before: SourceMapping, after: SourceMapping): readonly StatedMapping[] {
  const entry = stated.find((candidate) => isOf(candidate, before)) ?? {
    sheet: before.sheet,
    ...(before.table === null ? {} : { table: before.table }),
  };
  const answered: StatedMapping = { ...entry, ...whatChanged(before, after) };
  return stated.includes(entry) ? stated.map((each) => (each === entry ? answered : each)) : [...stated, answered];
}

function whatChanged(before: SourceMapping, after: SourceMapping): Partial<StatedMapping> {
  if (after.role !== before.role || Object.keys(after.columns).length === 0) return { role: after.role };
  const columns = Object.entries(after.columns).filter(([field, column]) => before.columns[field as Field] !== column);
  return {
    ...(columns.length === 0 ? {} : { columns: Object.fromEntries(columns) }),
    ...(after.dateOrder === before.dateOrder ? {} : { dateOrder: after.dateOrder }),
    ...(after.decimal === before.decimal ? {} : { decimal: after.decimal }),
    ...(after.currency === before.currency ? {} : { currency: after.currency }),
  };
}

/** What the settings file would say, by what is missing. */
const WAY_OUT: Readonly<Record<Obstacle['code'], (sheet: string) => object>> = {
  'no-deals': (sheet) => ({ sheet, role: 'deals' }),
  'no-invoices': (sheet) => ({ sheet, role: 'invoices' }),
  empty: (sheet) => ({ sheet, role: 'ignore' }),
  'no-amount': (sheet) => ({ sheet, columns: { amount: 0 } }),
  'no-date': (sheet) => ({ sheet, columns: { date: 0 } }),
  'no-months': (sheet) => ({ sheet, role: 'ignore' }),
};

/** Each obstacle, and how the settings file removes it; columns are counted from 0. */
export function obstaclesInWords({ sources, obstacles }: Inspection): string {
  const unused = sources.filter(({ role }) => role === 'ignore').map(({ sheet }) => sheet);
  const lines = obstacles.flatMap(({ code, sheet, message }) => {
    const example = sheet ?? unused[0];
    if (example === undefined) return [message];
    return [message, `  In the settings file: ${JSON.stringify({ version: 1, mappings: [WAY_OUT[code](example)] })}`];
  });
  const sheets = sources.map(({ sheet, role }) => `“${sheet}” (${role === 'ignore' ? 'not used' : role})`);
  const found = sheets.length === 0 ? 'The workbook has no sheet with cells.' : `The sheets: ${sheets.join(', ')}.`;
  return [...lines, found].join('\n');
}
