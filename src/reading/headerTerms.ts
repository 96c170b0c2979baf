/** A header as a set of the trade's English words, in whatever tongue, short form or API style it is written. */

import { DEAL_WORDS, INVOICE_WORDS, LIST_WORDS, OWNER_WORDS, RATE_WORDS, RECEIPT_WORDS, SCHEDULE_WORDS } from './headerWords';
import { currencyInHeader } from './currencies';
import { FOREIGN, NEUTRAL } from './otherWords';
import { normaliseHeader } from './text';
import { DUTCH } from './tongues/dutch';
import { ENGLISH } from './tongues/english';
import { FRENCH } from './tongues/french';
import { GERMAN } from './tongues/german';
import { ITALIAN } from './tongues/italian';
import { PORTUGUESE } from './tongues/portuguese';
import { SPANISH } from './tongues/spanish';

export interface Terms {
  readonly words: readonly string[];
  /** The words regardless of their order: "date of invoice" and "invoice date" have one key. */
  readonly key: string;
  /** The word that says what the thing is: the last in English, the first where adjectives follow. */
  readonly head: string;
}

interface Tongue {
  readonly words: ReadonlyMap<string, string>;
  /** Its own words, without the English ones. */
  readonly own: ReadonlyMap<string, string>;
  readonly headFirst: boolean;
  readonly parts: ReadonlySet<string>;
}

const LONGEST_EXPRESSION = 5;
/** Longer texts are no labels, and would take long to take apart. */
const LONGEST_LABEL = 200;
const SHORTEST_PART = 3;
/** Parts that are all shorter meet by chance: "rep" and "ort" in "report". */
const TELLING_PART = 4;

/** Words that tie others together and say nothing themselves. */
const TIES = new Set(
  (
    'of the de del della dello delle dei di da do dos das du des der die das den dem von vom la le el il lo les los las l d van het een une un una uma em en a al ' +
    'au aux per por par am'
  ).split(' '),
);

/** English words that are what they are in any header. */
const VOCABULARY: ReadonlySet<string> = new Set([
  ...[DEAL_WORDS, ...Object.values(INVOICE_WORDS), SCHEDULE_WORDS, RECEIPT_WORDS, LIST_WORDS, OWNER_WORDS, RATE_WORDS].flatMap(
    (fields) => Object.values(fields).flatMap((list: string) => list.split(/[| ]/)),
  ),
  ...FOREIGN,
  ...NEUTRAL,
]);

const ENGLISH_WORDS = wordsOf(ENGLISH);
const TONGUES: readonly Tongue[] = [
  tongue({}, false),
  tongue(GERMAN, false),
  tongue(DUTCH, false),
  ...[FRENCH, SPANISH, PORTUGUESE, ITALIAN].map((words) => tongue(words, true)),
];

function wordsOf(lexicon: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(lexicon).flatMap(([english, list]) =>
      list.split('|').map((word) => [withoutTies(normaliseHeader(word).split(' ')).join(' '), english] as const),
    ),
  );
}

function tongue(lexicon: Readonly<Record<string, string>>, headFirst: boolean): Tongue {
  const own = wordsOf(lexicon);
  const words = new Map([...ENGLISH_WORDS, ...own]);
  const parts = new Set(
    [...own.keys(), ...VOCABULARY, ...ENGLISH_WORDS.keys()].filter(
      (word) => word.length >= SHORTEST_PART || word === 'nr' || word === 'id',
    ),
  );
  return { words, own, headFirst, parts };
}

/** The readings of a header in the tongues that know most of its words, each once. */
export function headerTerms(header: string): Terms[] {
  if (header.length > LONGEST_LABEL) return [];
  const words = wordsWithoutCurrency(header);
  const accented = /[^\p{ASCII}]/u.test(header);
  const readings = TONGUES.map(({ words: lexicon, own, headFirst, parts }) => {
    // Plain English words say nothing of their order; a word of the tongue does.
    const ordered = headFirst && (accented || words.some((word) => own.has(word)));
    const { units, unknown } = translate(words, lexicon, parts);
    return { terms: termsOf(units, ordered), unknown };
  }).filter(({ terms }) => terms.words.length > 0);
  const least = Math.min(...readings.map(({ unknown }) => unknown));
  const best = new Map<string, Terms>();
  for (const { terms, unknown } of readings) {
    const id = `${terms.words.join(' ')}, ${terms.head}`;
    if (unknown === least && !best.has(id)) best.set(id, terms);
  }
  return [...best.values()];
}

/** How Dynamics names the id that a look-up holds. */
const LOOKUP = /^_(.+)_value$/;

/** "Betrag in EUR" and "Crédito (R$)" are a Betrag and a crédito; "USD" and "Money in" stay. */
function wordsWithoutCurrency(header: string): string[] {
  const code = currencyInHeader(header)?.toLowerCase();
  const words = normaliseHeader(
    header
      .replace(LOOKUP, '$1')
      .replace(/\p{Lu}{0,2}\p{Sc}/gu, ' ')
      .replace(/\ba\/c\b/i, 'account'),
  )
    .split(' ')
    .filter((word) => word !== '');
  // `months_c`: how some connectors mark a field that a customer added.
  if (words.length > 1 && words.at(-1) === 'c') words.pop();
  // "Name 1", "Omschrijving-1": the first of several.
  if (words.length > 1 && words.at(-1) === '1') words.pop();
  // Dynamics marks the hidden ids of its worksheets so.
  if (/\(do not modify\)/i.test(header)) words.push('id');
  return code === undefined || words.length === 1 ? words : words.filter((word) => word !== code && word !== 'in');
}

/** An English phrase's terms, brought to the same words as a header's. */
export function phraseTerms(phrase: string): Terms {
  return termsOf(translate(normaliseHeader(phrase).split(' '), ENGLISH_WORDS, null).units, false);
}

function termsOf(units: readonly (readonly string[])[], headFirst: boolean): Terms {
  const words = units.flat();
  // "Account Name.id" is an id, "AccountId.Name" a name: of two things at once the last counts.
  const last = words.includes('id') && words.includes('name') ? (words.at(-1) ?? '') : '';
  const key = [...new Set(words)].sort().join(' ') + (last === '' ? '' : ` ${last}`);
  return { words, key, head: (headFirst ? units[0] : units.at(-1))?.at(-1) ?? '' };
}

interface Translated {
  /** The English words of each expression. */
  readonly units: readonly (readonly string[])[];
  readonly unknown: number;
}

function translate(all: readonly string[], lexicon: ReadonlyMap<string, string>, parts: ReadonlySet<string> | null): Translated {
  const words = withoutTies(all);
  const units: string[][] = [];
  let unknown = 0;
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    let taken = 0;
    for (let size = Math.min(LONGEST_EXPRESSION, words.length - at); size > 0 && taken === 0; size -= 1) {
      const english = lexicon.get(words.slice(at, at + size).join(' '));
      if (english === undefined) continue;
      units.push(english.split(' '));
      taken = size;
    }
    if (taken === 0) {
      const split = parts === null || VOCABULARY.has(word) ? null : splitCompound(word, parts);
      units.push(split === null ? [word] : split.flatMap((part) => (lexicon.get(part) ?? part).split(' ')));
      if (split === null && !VOCABULARY.has(word)) unknown += 1;
      taken = 1;
    }
    at += taken;
  }
  return { units, unknown };
}

/** "Date d’échéance" is a date échéance; "D/C" and a lone word stay. */
function withoutTies(words: readonly string[]): readonly string[] {
  if (words.every((word) => word.length === 1)) return words;
  const left = words.filter((word) => !TIES.has(word));
  return left.length === 0 ? words : left;
}

/** "rechnungsdatum" → rechnungs + datum, "netamount" → net + amount: all of it in known words, as few as possible. */
function splitCompound(word: string, parts: ReadonlySet<string>): string[] | null {
  if (word.length < SHORTEST_PART + 2) return null;
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null;
    for (let start = 0; start < end; start += 1) {
      const before = best[start] ?? null;
      if (before === null) continue;
      const part = word.slice(start, end);
      if (!parts.has(part)) continue;
      const now = best[end] ?? null;
      if (now === null || before.length + 1 < now.length) best[end] = [...before, part];
    }
  }
  const whole = best[word.length] ?? null;
  return whole !== null && whole.length > 1 && whole.some((part) => part.length >= TELLING_PART) ? whole : null;
}
