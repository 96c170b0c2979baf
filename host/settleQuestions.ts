/** Questions about the sources, answered by a settings file or by the suggested readings; what stays open stops the run. */

import type { SourceGrid } from '../src/domain/grid';
import { inspect } from '../src/reading/inspect';
import { applyAnswer } from '../src/settings/answers';
import type { Definitions } from '../src/settings/definitions';
import type { Inspection, Question } from '../src/settings/inspection';
import type { SourceMapping } from '../src/settings/mapping';
import type { SettingsFile } from '../src/settings/settingsFile';
import { BadRequest } from './commandLine';

export interface SettledQuestions {
  readonly inspection: Inspection;
  /** Definitions that answers settled. */
  readonly definitions: Definitions;
  /** Each suggested reading that was taken, as a sentence. */
  readonly taken: readonly string[];
}

/** @throws BadRequest where sources are missing or a question stays open: it says what to add to the settings file. */
export function settleQuestions(
  grids: readonly SourceGrid[],
  kept: { readonly mappings: readonly SourceMapping[]; readonly definitions: Definitions },
  file: SettingsFile,
  acceptSuggestions: boolean,
): SettledQuestions {
  const first = inspect(grids, kept.mappings);
  const stated = first.sources.flatMap(({ mapping }) =>
    file.mappings.filter(({ sheet }) => sheet === mapping.sheet).map((entry) => merged(mapping, entry)),
  );
  const unknown = file.mappings.filter(({ sheet }) => !grids.some((grid) => grid.sheet === sheet));
  if (unknown.length > 0)
    throw new BadRequest(`The settings map sheets that the workbook lacks: ${unknown.map(({ sheet }) => sheet).join(', ')}.`);
  let mappings = first.sources.map(
    ({ mapping }) => stated.find(({ sheet, table }) => sheet === mapping.sheet && table === mapping.table) ?? null,
  );
  const look = (): Inspection => inspect(grids, [...mappings.filter((mapping) => mapping !== null), ...kept.mappings]);
  let inspection = look();
  const definitions: Record<string, string | number> = {};
  const isOpen = ({ id }: Question): boolean => !(id in definitions) && !(id in file.definitions) && !(id in kept.definitions);
  const taken: string[] = [];
  if (acceptSuggestions) {
    for (const question of inspection.questions.filter(isOpen)) {
      if (question.suggestion === null) continue;
      const at = inspection.sources.findIndex(({ sheet }) => sheet === question.sheet);
      const answer = applyAnswer(question.id, question.suggestion, mappings[at] ?? inspection.sources[at]?.mapping ?? null);
      if (answer.kind === 'setting') definitions[answer.key] = answer.value;
      else mappings = mappings.map((mapping, i) => (i === at ? answer.mapping : mapping));
      taken.push(`Taken as suggested: ${describe(question)} → ${labelOf(question, question.suggestion)}`);
    }
    inspection = look();
  }
  const [obstacle] = inspection.obstacles;
  if (obstacle !== undefined) throw new BadRequest(inspection.obstacles.map(({ message }) => message).join('\n'));
  const open = inspection.questions.filter(isOpen);
  if (open.length > 0) throw new BadRequest(openQuestions(open));
  return { inspection, definitions, taken };
}

function merged(mapping: SourceMapping, entry: SettingsFile['mappings'][number]): SourceMapping {
  const given = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
  return { ...mapping, ...given };
}

const describe = ({ sheet, text }: Question): string => (sheet === null ? text : `${sheet}: ${text}`);

const labelOf = ({ choices }: Question, value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;

/** Each open question with its choices, and where an answer goes. */
function openQuestions(questions: readonly Question[]): string {
  const lines = questions.flatMap((question) => [
    describe(question),
    ...question.choices.map(({ value, label }) => `    ${value}  ${label}${value === question.suggestion ? ' (suggested)' : ''}`),
    `  Answer in the settings file: ${JSON.stringify(answerShape(question))}`,
  ]);
  return [
    `${String(questions.length)} question${questions.length === 1 ? '' : 's'} open. Answer with --settings settings.json, or take the suggested readings with --accept-suggestions.`,
    ...lines,
  ].join('\n');
}

function answerShape({ id, sheet, choices }: Question): object {
  const value = choices[0]?.value ?? '';
  if (sheet === null) return { version: 1, definitions: { [id]: value } };
  const field = /^column\.(.+)$/.exec(id)?.[1];
  const member = field === undefined ? { [id]: value } : { columns: { [field]: Number(value) } };
  return { version: 1, mappings: [{ sheet, ...member }] };
}
