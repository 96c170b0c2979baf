/** A company's name as the comparison sees it: what identifies it, and beside it all that was taken off, as evidence. */

import { stripLegalForms, withoutUnspacedForm } from './legalForms';
import { onlyPlaces, withoutPlace } from './places';
import { securityDash, withoutSecurity } from './securities';
import { evenSpelling, isNumberWord } from './spellings';
import { fold, splitWords, toPlain } from './splitWords';

export { fold } from './splitWords';

export interface NormalName {
  /** Case and blanks evened out, nothing else: equal texts are the same name. */
  readonly folded: string;
  /** All words without case, marks and punctuation, in order; a security behind a dash is not among them. */
  readonly text: string;
  /** The words that identify, in one spelling: no legal form, place of a branch, security or connective. */
  readonly core: readonly string[];
  /** Canonical legal forms, sorted. */
  readonly forms: readonly string[];
  /** Canonical places of a branch, sorted; "branch" for one without a place. */
  readonly places: readonly string[];
  /** Words of a security: "class", "a", "common", "stock". */
  readonly security: readonly string[];
  /** The identifying words as written, then `places`, joined: equal keys are equal names but for legal form and security. */
  readonly key: string;
}

const CONNECTIVES = new Set(
  'and the of und et y e og och en de del la le les du des di da do der die das for fur a an'.split(' '),
);

/** Longer texts are no names: only so much of them is looked at, which costs the same for every text. */
const MOST_LETTERS = 400;
/** A bare place at the end is a branch's only where as many words stay before it. */
const BEFORE_PLACE = 2;

/** Normalises a name; a name without letters or digits has no core and an empty key. */
export function normaliseName(name: string): NormalName {
  const folded = fold(name);
  const plain = toPlain(folded.length > MOST_LETTERS ? folded.slice(0, MOST_LETTERS) : folded);
  const dash = securityDash(plain);
  const company = dash < 0 ? plain : plain.slice(0, dash);
  const unspaced = withoutUnspacedForm(company);
  const security = dash < 0 ? NONE : splitWords(plain.slice(dash + 3));
  const aside = withoutAsides(unspaced.text);
  const all = splitWords(company);
  const spaced = all.join(' ');
  // Most names are kept once rather than twice.
  const text = spaced === folded ? folded : spaced;
  const isWhole = aside.text === company && !company.includes('a/s');
  const words = isWhole ? all : splitWords(aside.text.replace('a/s', 'aktieselskab'));
  const stripped = stripEnds(words, aside.places.length > 0);
  const own = identifying(stripped.core);
  const places = sorted(aside.places, stripped.places);
  return {
    folded,
    text,
    core: evenSpelling(own),
    forms: unspaced.form === '' ? stripped.forms : sorted(stripped.forms, [unspaced.form]),
    places,
    security: [security, aside.security, stripped.security].find(({ length }) => length > 0) ?? NONE,
    key: own === all ? text : places.length === 0 ? own.join(' ') : `${own.join(' ')} ${places.join(' ')}`,
  };
}

const NONE: readonly string[] = [];

/** A name of nothing but connectives keeps them. */
function identifying(words: readonly string[]): readonly string[] {
  if (!words.some((word) => CONNECTIVES.has(word))) return words;
  const kept = words.filter((word) => !CONNECTIVES.has(word));
  return kept.length > 0 ? kept : words;
}

function sorted(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length + b.length === 0) return NONE;
  return [...new Set([...a, ...b])].sort();
}

interface Ends {
  readonly core: readonly string[];
  readonly forms: readonly string[];
  readonly places: readonly string[];
  readonly security: readonly string[];
}

/** Takes securities, branches and legal forms off, in whatever order they stand at the end. */
function stripEnds(words: readonly string[], hasPlace: boolean): Ends {
  const security = withoutSecurity(words);
  const tail = numbersAtEnd(security.words);
  const first = withoutPlace(tail.words, BEFORE_PLACE);
  const bare = stripLegalForms(first.words);
  const isFormed = bare.forms.length > 0;
  // "Acme (UK) France Ltd" is no branch of a branch.
  const second =
    isFormed && first.places.length === 0 && !hasPlace
      ? withoutPlace(bare.core, BEFORE_PLACE)
      : { words: bare.core, places: NONE };
  return {
    core: tail.numbers.length === 0 ? second.words : [...second.words, ...tail.numbers],
    forms: bare.forms,
    places: sorted(first.places, second.places),
    security: security.security,
  };
}

/** "Acme Fund Ltd II": numbers behind the legal form belong to the name before it. */
function numbersAtEnd(words: readonly string[]): { readonly words: readonly string[]; readonly numbers: readonly string[] } {
  const last = words[words.length - 1] ?? '';
  if (words.length < 3 || last.length > 5 || !isNumberWord(last)) return { words, numbers: NONE };
  const before = words.slice(0, -1);
  return stripLegalForms(before).core.length < before.length ? { words: before, numbers: [last] } : { words, numbers: NONE };
}

interface Aside {
  readonly text: string;
  readonly places: readonly string[];
  readonly security: readonly string[];
}

/** Takes places and branches in brackets or behind a slash out of a text: "Acme (Schweiz) AG", "Acme Corp/Cayman Islands". */
function withoutAsides(plain: string): Aside {
  let text = plain;
  let places: string[] = [];
  let security = NONE;
  if (text.includes('(')) {
    text = text.replace(/\(([^()]*)\)?/g, (whole, inside: string) => {
      const found = onlyPlaces(splitWords(inside), false);
      if (found === null) return whole;
      places = [...places, ...found];
      return ' ';
    });
  }
  const slash = text.indexOf('/', 2);
  if (slash > 0) {
    const after = splitWords(text.slice(slash + 1));
    const found = after.length > 0 && after.length <= 3 ? onlyPlaces(after, true) : null;
    if (found !== null) places = [...places, ...found];
    else if (after.length === 1 && RECEIPTS.has(after[0] ?? '')) security = after;
    if (found !== null || security.length > 0) text = text.slice(0, slash);
  }
  if (text === plain) return { text, places, security };
  // A text that is nothing but a place is a name.
  return splitWords(text).length === 0 ? { text: plain, places: [], security: NONE } : { text, places, security };
}

/** Behind a slash they name the receipt that is traded for a company's share: "Airbus SE/ADR". */
const RECEIPTS = new Set(['adr', 'ads', 'gdr']);

/** First letters of the identifying words: "international business machines" → "ibm"; "" for a single word. */
export function initials(core: readonly string[]): string {
  return core.length < 2 ? '' : core.map((word) => word[0] ?? '').join('');
}
