/** Where the answer to a question goes: into its source's mapping, or into the definitions. */

import { SETTINGS } from './definitions';
import type { SettingKey } from './definitions';
import type { Question } from './inspection';
import { answerMapping } from './mapping';
import type { SourceMapping } from './mapping';

export type Answered =
  | { readonly kind: 'setting'; readonly key: SettingKey; readonly value: string }
  | { readonly kind: 'mapping'; readonly mapping: SourceMapping };

const isSettingKey = (id: string): id is SettingKey => Object.hasOwn(SETTINGS, id);

/** The setting that an answer goes to; null where it goes to a source's mapping. Of a source, `currency` is its own. */
export function settingAsked(id: string, isOfSource: boolean): SettingKey | null {
  return isSettingKey(id) && (!isOfSource || id !== 'currency') ? id : null;
}

/**
 * A question named after a setting is about the definitions, whichever sheet raised it.
 * @throws RangeError on a question that has no such place, or an answer that does not fit there.
 */
export function applyAnswer(id: string, value: string, mapping: SourceMapping | null): Answered {
  const key = settingAsked(id, mapping !== null);
  if (key !== null) return { kind: 'setting', key, value };
  if (mapping === null) throw new RangeError(`no setting is called “${id}”`);
  return { kind: 'mapping', mapping: answerMapping(mapping, id, value) };
}

/** Questions whose answers change which columns there are, and with them what else is asked. */
const COMES_FIRST = ['role', 'header'] as const;

/** What to ask of a source now: until it is clear what it is, and then where its header stands, only that. */
export function askedNow<T extends Pick<Question, 'id'>>(questions: readonly T[]): readonly T[] {
  for (const first of COMES_FIRST) {
    const found = questions.filter(({ id }) => id === first);
    if (found.length > 0) return found;
  }
  return questions;
}
