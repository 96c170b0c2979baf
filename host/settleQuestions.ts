/** Questions about the sources, answered by a settings file or by the suggested readings; what stays open stops the run. */

import type { SourceGrid } from '../src/domain/grid';
import { inspect } from '../src/reconcile';
import { applyAnswer, askedNow, settingAsked } from '../src/settings/answers';
import type { Definitions, SettingKey } from '../src/settings/definitions';
import type { Inspection, Question } from '../src/settings/inspection';
import type { SourceMapping } from '../src/settings/mapping';
import { overKept, placeKey, withMapping } from '../src/settings/place';
import type { SettingsFile } from '../src/settings/settingsFile';
import { describeQuestion, obstaclesInWords, questionsInWords } from './openQuestions';
import type { OpenQuestion } from './openQuestions';
import { inspectAsStated } from './statedMappings';

export interface SettledQuestions {
  readonly inspection: Inspection;
  /** Definitions that answers settled. */
  readonly definitions: Definitions;
  /** Each suggested reading that was taken, as a sentence. */
  readonly taken: readonly string[];
  /** Why the run cannot start and what to add to the settings file; null where it can. */
  readonly refusal: string | null;
}

/** @throws BadRequest where the settings file is about another workbook. */
export function settleQuestions(
  grids: readonly SourceGrid[],
  kept: { readonly mappings: readonly SourceMapping[]; readonly definitions: Definitions },
  file: SettingsFile,
  acceptSuggestions: boolean,
): SettledQuestions {
  let { inspection, settled } = inspectAsStated(grids, kept.mappings, file.mappings);
  let definitions: Partial<Record<SettingKey, string>> = {};
  const taken = new Map<string, string>();
  const openQuestions = (): OpenQuestion[] => openIn(inspection, { ...kept.definitions, ...file.definitions, ...definitions });
  const nextSuggested = (): OpenQuestion | undefined =>
    openQuestions().find((open) => open.question.suggestion !== null && !taken.has(keyOf(open)));

  // One at a time: what a sheet is settles which of its other questions are asked at all.
  for (let open = acceptSuggestions ? nextSuggested() : undefined; open !== undefined; open = nextSuggested()) {
    const { question, source } = open;
    const value = question.suggestion ?? '';
    const answer = applyAnswer(question.id, value, source.mapping);
    taken.set(keyOf(open), `Taken as suggested: ${describeQuestion(open, inspection)} → ${labelOf(question, value)}`);
    if (answer.kind === 'setting') definitions = { ...definitions, [answer.key]: answer.value };
    else {
      // Only what was settled is held to: the other sources keep their questions.
      settled = withMapping(settled, answer.mapping);
      inspection = inspect(grids, overKept(settled, kept.mappings));
    }
  }
  const open = openQuestions();
  const refusal = [
    ...(inspection.obstacles.length === 0 ? [] : [obstaclesInWords(inspection)]),
    ...(open.length === 0 ? [] : [questionsInWords(open, inspection, file)]),
  ];
  return { inspection, definitions, taken: [...taken.values()], refusal: refusal.length === 0 ? null : refusal.join('\n\n') };
}

function openIn(inspection: Inspection, definitions: Definitions): OpenQuestion[] {
  return inspection.sources.flatMap((source) => {
    const open = source.questions.filter(({ id }) => {
      const setting = settingAsked(id, true);
      return setting === null || definitions[setting] === undefined;
    });
    return askedNow(open).map((question) => ({ source, question }));
  });
}

const keyOf = ({ source, question }: OpenQuestion): string => `${placeKey(source)} ${question.id}`;

const labelOf = ({ choices }: Question, value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;
