/** Questions answered in the pane, and how the answers follow what is changed afterwards. */

import { settingAsked } from '../settings/answers';
import type { Question } from '../settings/inspection';
import { FIELDS, HEADINGS } from '../settings/mapping';
import type { SourceMapping } from '../settings/mapping';
import { isSamePlace } from '../settings/place';
import type { SourcePlace } from '../settings/place';

/** A question together with the source it is about; `source` is null where it is about the definitions. */
export interface PlacedQuestion {
  readonly key: string;
  readonly question: Question;
  readonly source: SourcePlace | null;
}

export interface Answer {
  readonly placed: PlacedQuestion;
  readonly value: string;
}

/** Members of a mapping that bear the name of the question they answer, and outlast other columns. */
const ANSWERING = ['role', 'grain', 'firstMonth', 'revenueAccount', 'dateOrder', 'decimal', 'currency', 'amendments'] as const;

/**
 * Answers as the mapping has them now: changed elsewhere, they change with it. Where the columns are found anew, answers about
 * columns are about nothing any more.
 */
export function inLine(answered: readonly Answer[], mapping: SourceMapping): readonly Answer[] {
  const isFoundAnew = Object.keys(mapping.columns).length === 0 && mapping.monthColumns.length === 0;
  return answered.flatMap((answer) => {
    const { question, source } = answer.placed;
    if (source === null || !isSamePlace(source, mapping) || settingAsked(question.id, true) !== null) return [answer];
    if (question.id === 'header') return [answer];
    const member = ANSWERING.find((name) => name === question.id);
    if (member === undefined && isFoundAnew) return [];
    const level = member === undefined ? LEVELS.get(question.id) : undefined;
    if (level !== undefined) return [{ ...answer, value: FIELDS.find((field) => mapping.columns[field] === level) ?? 'none' }];
    const value = member === undefined ? answer.value : (mapping[member] ?? null);
    return value === null ? [] : [{ ...answer, value }];
  });
}

/** Questions about headings between the rows, by the level they are about. */
const LEVELS: ReadonlyMap<string, number> = new Map([
  ['headings', HEADINGS],
  ['headings2', HEADINGS - 1],
]);
