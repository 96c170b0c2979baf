/** Document numbers as people quote them: evened out, found in columns and in free text. */

import { isDigit, MOST_EXACT_DIGITS, numberFrom, withoutZeros } from '../domain/digits';

/** A number as quoted and the ways to look it up, the surest first. */
export interface Quoted {
  readonly written: string;
  /** Without what never tells two numbers apart: blanks, punctuation, and case but for Salesforce. */
  readonly exact: string;
  /** Without leading zeros and the prefix that a system puts before all of its ids. */
  readonly canonical: string;
  /** Only the digits, where the number is digits behind a prefix of letters; "" otherwise. */
  readonly bare: string;
  readonly prefix: string;
  /** `bare` as a number, which with `prefix` tells it from all others; `UNCOUNTED` where it is "" or longer than one holds exactly. */
  readonly number: number;
  /** Its place among all the numbers of a run, noted by the register that knows it; `UNPLACED` before. */
  place: number;
}

export const UNPLACED = -1;
export const UNCOUNTED = -1;

/** Fewer digits say too little without their prefix. */
const LEAST_DIGITS = 3;

/**
 * Salesforce ids of these object kinds: 15 case-sensitive characters, or 18 with three that encode the case. Digits alone or
 * behind a prefix are a document's number: hardly a real id has no letter beyond its first two characters.
 */
const SALESFORCE = /^(?=..\d*[A-Za-z])(?:00|0Q|80|a[0-9A-Z])[A-Za-z0-9]{13}$/;
const SALESFORCE_LENGTH = 15;
const CHECK_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18 characters of a 15-character Salesforce id: each block of five adds a letter that says which are capitals. */
export function salesforce18(id: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i++) if (/[A-Z]/.test(id[block + i] ?? '')) bits |= 1 << i;
    suffix += CHECK_LETTERS[bits] ?? '';
  }
  return id + suffix;
}

/** Zoho's exports put this before ids that are unique without it. */
const SYSTEM_PREFIX = /^ZCRM(?=\d)/;

function runsOf(text: string): RegExpMatchArray | readonly string[] {
  const trimmed = text.normalize('NFKC').trim();
  const full = SALESFORCE.test(trimmed) && /\d/.test(trimmed) ? salesforce18(trimmed) : trimmed;
  return full.toUpperCase().match(/\p{N}+|\p{L}+/gu) ?? [];
}

const STARTS_WITH_DIGIT = /^\p{N}/u;

/** Two runs of digits stay apart ("2024-17" is not "20241-7"). */
function joined(runs: readonly string[]): string {
  let id = '';
  let afterDigits = false;
  for (const run of runs) {
    const digits = STARTS_WITH_DIGIT.test(run);
    id += digits && afterDigits ? `.${run}` : run;
    afterDigits = digits;
  }
  return id;
}

/**
 * A document number without what people and systems change when they copy it: case, blanks, punctuation, leading zeros.
 * "" where nothing is left.
 */
export function canonicalId(text: string): string {
  return quote(text).canonical;
}

/** Latin letters, then digits. */
const UNBROKEN = /^([A-Za-z]{0,8})(\d{1,40})$/;
const [MOST_LETTERS, LONGEST_NUMBER] = [8, 40];

export function quote(written: string): Quoted {
  return quoteWhole(written) ?? quoteAnyhow(written);
}

/** A plain number and nothing else; null for any other text. */
export function quoteWhole(written: string): Quoted | null {
  if (written.length === SALESFORCE_LENGTH && SALESFORCE.test(written)) return null;
  const from = startOfDigits(written);
  if (from < 0) return null;
  const letters = from > 0 && written.charCodeAt(from - 1) === HYPHEN ? from - 1 : from;
  return new PlainNumber(written, capitals(written, letters), from);
}

/** Where the digits of a plain number begin, as most are: Latin letters, then digits, a dash between them perhaps. -1 for any other text. */
function startOfDigits(written: string): number {
  const count = written.length;
  let letters = 0;
  while (letters < count && letters <= MOST_LETTERS && isLatin(written.charCodeAt(letters))) letters++;
  const from = letters > 0 && written.charCodeAt(letters) === HYPHEN ? letters + 1 : letters;
  if (letters > MOST_LETTERS || from === count || count - from > LONGEST_NUMBER) return -1;
  for (let at = from; at < count; at++) if (!isDigit(written.charCodeAt(at))) return -1;
  return from;
}

const HYPHEN = 45;

function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** The letters before the number read last: numbers come in series, and texts that are one object are compared at once. */
let lastLetters = '';
let lastCapitals = '';

function capitals(written: string, letters: number): string {
  if (letters !== lastLetters.length || !written.startsWith(lastLetters)) {
    lastLetters = written.slice(0, letters);
    lastCapitals = lastLetters.toUpperCase();
  }
  return lastCapitals;
}

function quoteAnyhow(written: string): Quoted {
  const runs = runsOf(written);
  const exact = joined(runs);
  const shorn = runs.some((run) => run.startsWith('0')) ? joined(runs.map((run) => run.replace(/^0+(?=\p{N})/u, ''))) : exact;
  const canonical = shorn.replace(SYSTEM_PREFIX, '');
  const match = /^(\p{L}*)(\d{3,})$/u.exec(canonical);
  const [bare, prefix] = [match?.[2] ?? '', match?.[1] ?? ''];
  return { written: written.trim(), exact, canonical, bare, prefix, number: numberOf(bare), place: UNPLACED };
}

function numberOf(bare: string): number {
  return bare === '' || bare.length > MOST_EXACT_DIGITS ? UNCOUNTED : Number(bare);
}

/** The same as for any number, without looking for what such a one cannot hold, and each form made when it is asked for. */
class PlainNumber implements Quoted {
  place = UNPLACED;
  readonly number: number;
  /** Where the digits begin that are no leading zeros. */
  private readonly shornFrom: number;

  /**
   * @param letters in capitals
   * @param from where its digits begin, up to the end
   */
  constructor(
    readonly written: string,
    private readonly letters: string,
    private readonly from: number,
  ) {
    this.shornFrom = withoutZeros(written, from);
    const digits = written.length - this.shornFrom;
    this.number = digits < LEAST_DIGITS || digits > MOST_EXACT_DIGITS ? UNCOUNTED : numberFrom(written, this.shornFrom);
  }

  get exact(): string {
    return this.letters + this.written.slice(this.from);
  }

  get canonical(): string {
    return this.series + this.shorn;
  }

  get bare(): string {
    return this.isBare ? this.shorn : '';
  }

  get prefix(): string {
    return this.isBare ? this.series : '';
  }

  private get shorn(): string {
    return this.written.slice(this.shornFrom);
  }

  private get isBare(): boolean {
    return this.written.length - this.shornFrom >= LEAST_DIGITS;
  }

  private get series(): string {
    return this.letters === 'ZCRM' ? '' : this.letters;
  }
}

/**
 * The first 15 characters of a Salesforce id of 15 or 18, case kept: what is left to compare where the last three do not fit.
 * "" for any other id.
 */
export function salesforce15(written: string): string {
  if (written.length < SALESFORCE_LENGTH) return '';
  const id = written.normalize('NFKC').trim();
  const first = id.slice(0, 15);
  return (id.length === 15 || id.length === 18) && SALESFORCE.test(first) && /^[A-Za-z0-9]+$/.test(id) && /\d/.test(first)
    ? first
    : '';
}

/** Digits that a number in a cell keeps. */
const KEPT = 15;

/** What a long number and its rounded copy share, length and first 15 digits; "" for ids that fit into a number. */
export function longNumber(canonical: string): string {
  return canonical.length > KEPT + 1 && /^\d+$/.test(canonical) ? `${canonical.length}:${canonical.slice(0, KEPT)}` : '';
}

/** Whether a long number looks like one that went through a cell: zeros from the sixteenth digit on, or no digit more than a float keeps. */
export function isRounded(canonical: string): boolean {
  return /^\d{15}0{2,}$/.test(canonical) || (canonical.length > KEPT + 2 && String(Number(canonical)) === canonical);
}

/** Words after which even a short number is a document's. */
const MARKERS =
  /^(?:inv|invoice|invoices|bill|rechnung|facture|factura|fattura|factuur|rg|re|deal|opp|opportunity|order|so|po|contract|ref|reference|no|nr|num|number|credit|cn|memo|quote)\.?:?#?$/i;

/** A whole number in text that is likely a year or a count rather than a document. */
const SHORT_DIGITS = /^\d{1,4}$/;

/**
 * Candidate numbers of a field, longest reading first. One cell may hold several ("INV-7, INV-9", "Invoice 1042").
 * @param free true for free text: there a number of up to four digits counts only behind a word like "invoice".
 */
export function quotesIn(field: string, free: boolean): Quoted[] {
  const whole = free ? null : quoteWhole(field);
  if (whole !== null) return [whole];
  const found: Found = new Map();
  if (!free) add(found, quote(field), free, true);
  const words = field.split(BLANKS);
  for (let i = 0; i < words.length; i++) if (holdsDigit(words[i] ?? '')) quoteWord(found, words, i, free);
  return [...found.values()];
}

/** By canonical number. */
type Found = Map<string, Quoted>;

const BLANKS = /\s+/;
const ONLY_LETTERS = /^\p{L}{1,8}$/u;
const DASH = /^\p{Pd}$/u;
const LISTING = /[,;|/+&:]/;
const HEAD_OF_NUMBER = /\d{2}$/;
const TAIL_OF_NUMBER = /^\d{2,}$/;

function quoteWord(found: Found, words: readonly string[], i: number, free: boolean): void {
  const raw = words[i] ?? '';
  const before = words[i - 1] ?? '';
  const word = trimPunctuation(raw);
  const marked = raw.startsWith('#') || before === '#' || MARKERS.test(before);
  // "INV 1042" and "SO - 17": a prefix parted from its number by blanks or a dash.
  const prefix = DASH.test(before) ? (words[i - 2] ?? '') : before;
  if (ONLY_LETTERS.test(prefix)) add(found, quoteParted(prefix, word), free, true);
  add(found, quote(word), free, marked);
  for (const run of gluedRuns(word)) add(found, quote(run), free, true);
  // A blank may have come into a number: "INV10000 0042".
  const next = words[i + 1];
  if (next !== undefined && HEAD_OF_NUMBER.test(word)) {
    const tail = trimPunctuation(next);
    if (TAIL_OF_NUMBER.test(tail)) add(found, writtenAs(quote(word + tail), `${word} ${tail}`), free, true);
  }
  if (LISTING.test(word)) for (const part of word.split(/[,;|/+&:]+/)) add(found, quote(trimPunctuation(part)), free, marked);
}

function writtenAs({ exact, canonical, bare, prefix, number }: Quoted, written: string): Quoted {
  return { written, exact, canonical, bare, prefix, number, place: UNPLACED };
}

function quoteParted(prefix: string, word: string): Quoted {
  const plain = UNBROKEN.exec(word);
  const written = `${prefix} ${word}`;
  return plain === null
    ? quote(written)
    : new PlainNumber(written, (prefix + (plain[1] ?? '')).toUpperCase(), written.length - (plain[2] ?? '').length);
}

function add(found: Found, quoted: Quoted, free: boolean, marked: boolean): void {
  const { canonical } = quoted;
  if (!holdsDigit(canonical) || (free && !marked && (canonical.length < 3 || SHORT_DIGITS.test(canonical)))) return;
  if (!found.has(canonical)) found.set(canonical, quoted);
}

function holdsDigit(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) return true;
    if (code > 127) return ANY_NUMBER.test(text);
  }
  return false;
}

const ANY_NUMBER = /\p{N}/u;

/** Long numbers with a word grown to them: "1000004200REF 1:", "INV100042no". */
const GLUED = /(?<=\p{L})\d{6,}|\d{6,}(?=\p{L})|^\p{L}{1,8}\d{5,}(?=\p{L})/gu;

const GROWN_TOGETHER = /\d{6,}\p{L}|\p{L}\d{6,}./u;
/** No number and the word grown to it are longer; it bounds how often the pattern starts anew. */
const LONGEST_WORD = 200;
const NO_RUNS: readonly string[] = [];

function gluedRuns(word: string): readonly string[] {
  if (word.length < 8 || word.length > LONGEST_WORD || startOfDigits(word) >= 0 || !GROWN_TOGETHER.test(word)) return NO_RUNS;
  return word.match(GLUED) ?? NO_RUNS;
}

function trimPunctuation(word: string): string {
  if (startOfDigits(word) >= 0) return word;
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
