/** Questions about the sources, answered by a settings file or by the suggested readings; what stays open stops the run. */

import type { SourceGrid } from '../src/domain/grid';
import { inspect } from '../src/reconcile';
import { applyAnswer, settingAsked } from '../src/settings/answers';
import type { Definitions, SettingKey } from '../src/settings/definitions';
import type { Inspection, Question } from '../src/settings/inspection';
import type { SourceMapping } from '../src/settings/mapping';
import type { SettingsFile } from '../src/settings/settingsFile';
import { BadRequest } from './commandLine';
import { describeQuestion, obstaclesInWords, questionsInWords } from './openQuestions';
import type { OpenQuestion } from './openQuestions';
import { inspectAsStated } from './statedMappings';

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
  let inspection = inspectAsStated(grids, kept.mappings, file.mappings);
  let definitions: Partial<Record<SettingKey, string>> = {};
  const taken = new Map<string, string>();
  const openQuestions = (): OpenQuestion[] => openIn(inspection, { ...kept.definitions, ...file.definitions, ...definitions });
  const nextSuggested = (): OpenQuestion | undefined =>
    openQuestions().find((open) => open.question.suggestion !== null && !taken.has(placeOf(open)));

  // One at a time: what a sheet is settles which of its other questions are asked at all.
  for (let open = acceptSuggestions ? nextSuggested() : undefined; open !== undefined; open = nextSuggested()) {
    const { question, source } = open;
    const value = question.suggestion ?? '';
    const answer = applyAnswer(question.id, value, source.mapping);
    taken.set(placeOf(open), `Taken as suggested: ${describeQuestion(question)} → ${labelOf(question, value)}`);
    if (answer.kind === 'setting') definitions = { ...definitions, [answer.key]: answer.value };
    else {
      const mappings = inspection.sources.map(({ mapping }) => (mapping === source.mapping ? answer.mapping : mapping));
      inspection = inspect(grids, [...mappings, ...kept.mappings]);
    }
  }
  if (inspection.obstacles.length > 0) throw new BadRequest(obstaclesInWords(inspection));
  const open = openQuestions();
  if (open.length > 0) throw new BadRequest(questionsInWords(open, file));
  return { inspection, definitions, taken: [...taken.values()] };
}

/** Where it is open what a sheet is, nothing else is asked of it. */
function openIn(inspection: Inspection, definitions: Definitions): OpenQuestion[] {
  return inspection.sources.flatMap((source) => {
    const open = source.questions.filter(({ id }) => {
      const setting = settingAsked(id, true);
      return setting === null || definitions[setting] === undefined;
    });
    const role = open.filter(({ id }) => id === 'role');
    return (role.length > 0 ? role : open).map((question) => ({ source, question }));
  });
}

const placeOf = ({ source, question }: OpenQuestion): string => `${String(source.grid)} ${question.id}`;

const labelOf = ({ choices }: Question, value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;
