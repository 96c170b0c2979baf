/** What keeps a run from starting, in words, with the settings file that would let it start. */

import { applyAnswer } from '../src/settings/answers';
import type { Inspection, Obstacle, Question, SourceInspection } from '../src/settings/inspection';
import type { Field, SourceMapping } from '../src/settings/mapping';
import type { SourcePlace } from '../src/settings/place';
import type { SettingsFile, StatedMapping } from '../src/settings/settingsFile';
import { titleOf } from '../src/taskpane/sourceWords';
import { isOf } from './statedMappings';

export interface OpenQuestion {
  readonly source: SourceInspection;
  readonly question: Question;
}

export const describeQuestion = ({ source, question }: OpenQuestion, { sources }: Inspection): string =>
  question.sheet === null ? question.text : `${titleOf(source, sources)}: ${question.text}`;

/** Each open question with its readings, then the whole settings file that answers them. */
export function questionsInWords(open: readonly OpenQuestion[], inspection: Inspection, file: SettingsFile): string {
  const count = open.length === 1 ? 'A question is open.' : `${open.length} questions are open.`;
  const isSuggested = open.some(({ question }) => question.suggestion !== null);
  return [
    `${count} Answer with --settings settings.json${isSuggested ? ', or take the suggested readings with --accept-suggestions' : ''}.`,
    ...open.flatMap((each) => [
      '',
      describeQuestion(each, inspection),
      ...each.question.choices.map(
        ({ value, label }) => `    ${value}  ${label}${value === each.question.suggestion ? ' (suggested)' : ''}`,
      ),
    ]),
    '',
    'settings.json, to be changed where another reading is meant:',
    JSON.stringify(withAnswers(open, inspection, file), null, 2),
  ].join('\n');
}

/** The settings file with the suggested, else the first reading of each question added. */
function withAnswers(open: readonly OpenQuestion[], { sources }: Inspection, file: SettingsFile): object {
  const definitions: Record<string, string | number> = { ...file.definitions };
  let mappings: readonly StatedMapping[] = file.mappings;
  for (const { question, source } of open) {
    const value = question.suggestion ?? question.choices[0]?.value ?? '';
    const answer = applyAnswer(question.id, value, source.mapping);
    if (answer.kind === 'setting') definitions[answer.key] = answer.value;
    else
      mappings = withAnswer(
        mappings,
        statedPlace(source, sources),
        source.mapping,
        whatIsSaid(question.id, source.mapping, answer.mapping),
      );
  }
  const given = Object.entries({ definitions, mappings, aliases: file.aliases, links: file.links });
  return { version: 1, ...Object.fromEntries(given.filter(([, members]) => Object.keys(members).length > 0)) };
}

/** How the settings file names a source: by its sheet, where that holds several by its table or block too. */
function statedPlace({ sheet, table, block }: SourcePlace, sources: readonly SourcePlace[]): StatedMapping {
  if (sources.filter((other) => other.sheet === sheet).length < 2) return { sheet };
  return table === null ? { sheet, block } : { sheet, table };
}

function withAnswer(
  stated: readonly StatedMapping[],
  place: StatedMapping,
  before: SourceMapping,
  said: Partial<StatedMapping>,
): readonly StatedMapping[] {
  // What is said of a whole sheet stays so where only one of its tables is asked about.
  const isWhole = place.table === undefined && place.block === undefined;
  const entry =
    stated.find((each) => isOf(each, before) && (isWhole || (each.table === place.table && each.block === place.block))) ?? place;
  const answered: StatedMapping = { ...entry, ...said };
  return stated.includes(entry) ? stated.map((each) => (each === entry ? answered : each)) : [...stated, answered];
}

/** Members of a mapping that an answer can change, columns apart. */
const MEMBERS = [
  'headerRow',
  'headerRows',
  'grain',
  'scale',
  'firstMonth',
  'revenueAccount',
  'dateOrder',
  'decimal',
  'currency',
  'reportingCurrency',
  'amendments',
] as const;

/** What an answer changes; one that agrees with what was found is said as well, so that it is not asked again. */
function whatIsSaid(id: string, before: SourceMapping, after: SourceMapping): Partial<StatedMapping> {
  const columns = { ...changedColumns(before, after), ...changedMonths(before, after) };
  const isFoundAnew = Object.keys(after.columns).length === 0 && after.monthColumns.length === 0;
  const isSaid = (key: (typeof MEMBERS)[number]): boolean => after[key] !== before[key] && !(isFoundAnew && after[key] === null);
  const members = Object.fromEntries(MEMBERS.filter(isSaid).map((key) => [key, after[key]]));
  const said = { ...(after.role === before.role ? {} : { role: after.role }), ...(isFoundAnew ? {} : columns), ...members };
  if (Object.keys(said).length > 0) return said;
  if (id === 'header') return { headerRow: after.headerRow };
  return isFoundAnew ? { role: after.role } : { columns: after.columns };
}

function changedColumns(before: SourceMapping, after: SourceMapping): Pick<StatedMapping, 'columns'> {
  const fields = Object.keys({ ...before.columns, ...after.columns }) as Field[];
  const taken = new Set(Object.values(after.columns));
  const changed = fields.filter((field) => {
    const [was, is] = [before.columns[field], after.columns[field]];
    // What another field took over needs no word: a column holds one.
    return is !== was && !(is === undefined && was !== undefined && taken.has(was));
  });
  return changed.length === 0
    ? {}
    : { columns: Object.fromEntries(changed.map((field) => [field, after.columns[field] ?? null])) };
}

function changedMonths(before: SourceMapping, after: SourceMapping): Pick<StatedMapping, 'monthColumns'> {
  const isSame = JSON.stringify(before.monthColumns) === JSON.stringify(after.monthColumns);
  return isSame ? {} : { monthColumns: after.monthColumns };
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
  const sheets = sources.map(
    (source) => `“${titleOf(source, sources)}” (${source.role === 'ignore' ? 'not used' : source.role})`,
  );
  const found = sheets.length === 0 ? 'The workbook has no sheet with cells.' : `The sheets: ${sheets.join(', ')}.`;
  return [...lines, found].join('\n');
}
