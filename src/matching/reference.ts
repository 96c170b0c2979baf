/** Document numbers as people quote them: evened out, found in columns and in free text. */

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
}

/** Salesforce ids of these object kinds: 15 case-sensitive characters, or 18 with three that encode the case. */
const SALESFORCE = /^(?:00|0Q|80|a[0-9A-Z])[A-Za-z0-9]{13}$/;
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

/** Most numbers: Latin letters, then digits. */
const PLAIN = /^([A-Za-z]{0,8})(\d{1,40})$/;

export function quote(written: string): Quoted {
  const plain = SALESFORCE.test(written) ? null : PLAIN.exec(written);
  if (plain !== null) return quotePlain(written, plain[1] ?? '', plain[2] ?? '');
  const runs = runsOf(written);
  const exact = joined(runs);
  const shorn = runs.some((run) => run.startsWith('0')) ? joined(runs.map((run) => run.replace(/^0+(?=\p{N})/u, ''))) : exact;
  const canonical = shorn.replace(SYSTEM_PREFIX, '');
  const match = /^(\p{L}*)(\d{3,})$/u.exec(canonical);
  return { written: written.trim(), exact, canonical, bare: match?.[2] ?? '', prefix: match?.[1] ?? '' };
}

/** The same as for any number, without looking for what such a one cannot hold. */
function quotePlain(written: string, letters: string, digits: string): Quoted {
  const prefix = letters.toUpperCase();
  const shorn = digits.startsWith('0') ? digits.replace(/^0+(?=\d)/, '') : digits;
  const kept = prefix === 'ZCRM' ? '' : prefix;
  return {
    written,
    exact: prefix + digits,
    canonical: kept + shorn,
    bare: shorn.length < 3 ? '' : shorn,
    prefix: shorn.length < 3 ? '' : kept,
  };
}

/**
 * The first 15 characters of a Salesforce id of 15 or 18, case kept: what is left to compare where the last three do not fit.
 * "" for any other id.
 */
export function salesforce15(written: string): string {
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
  const found = new Map<string, Quoted>();
  const offer = (written: string, marked: boolean): void => {
    const quoted = quote(written);
    if (!/\d/.test(quoted.canonical) || found.has(quoted.canonical)) return;
    if (free && quoted.canonical.length < 3 && !marked) return;
    if (free && SHORT_DIGITS.test(quoted.canonical) && !marked) return;
    found.set(quoted.canonical, quoted);
  };
  /** A blank may have come into a number: "INV10000 0042". */
  const offerParted = (head: string, tail: string): void => {
    const quoted = quote(head + tail);
    if (!found.has(quoted.canonical)) found.set(quoted.canonical, { ...quoted, written: `${head} ${tail}` });
  };
  if (!free) offer(field, true);
  const words = field.split(/\s+/).filter((word) => word !== '');
  words.forEach((raw, i) => {
    if (!/\p{N}/u.test(raw)) return;
    const before = words[i - 1] ?? '';
    const word = trimPunctuation(raw);
    const marked = raw.startsWith('#') || before === '#' || MARKERS.test(before);
    // "INV 1042" and "SO - 17": a prefix parted from its number by blanks or a dash.
    const prefix = /^\p{Pd}$/u.test(before) ? (words[i - 2] ?? '') : before;
    if (/^\p{L}{1,8}$/u.test(prefix)) offer(`${prefix} ${word}`, true);
    offer(word, marked);
    for (const run of gluedRuns(word)) offer(run, true);
    const next = trimPunctuation(words[i + 1] ?? '');
    if (/^\d{2,}$/.test(next) && /\d{2}$/.test(word)) offerParted(word, next);
    if (/[,;|/+&:]/.test(word)) for (const part of word.split(/[,;|/+&:]+/)) offer(trimPunctuation(part), marked);
  });
  return [...found.values()];
}

/** Long numbers with a word grown to them: "9562018501REF 1:", "INV100042no". */
const GLUED = /(?<=\p{L})\d{6,}|\d{6,}(?=\p{L})|^\p{L}{1,8}\d{5,}(?=\p{L})/gu;

function gluedRuns(word: string): readonly string[] {
  return /\d{6,}\p{L}|\p{L}\d{6,}./u.test(word) ? (word.match(GLUED) ?? []) : [];
}

function trimPunctuation(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
