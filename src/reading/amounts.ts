/** Amounts written as text: symbols, codes, parentheses, trailing signs, suffixes, and which mark is the decimal one. */

import { dictionary } from '../domain/dictionary';
import { currenciesOfMark } from './currencies';
import { suffixOf } from './scale';

export type Decimal = '.' | ',';

/** Credit or debit, as written beside an amount; "" where neither is. */
export type Side = 'cr' | 'dr' | '';

/** A text taken apart, before the decimal mark is known. */
export interface AmountParts {
  /** Digits with their points and commas, spaces and apostrophes removed. */
  readonly digits: string;
  readonly negative: boolean;
  /** What stands beside the digits: "$", "EUR", "". */
  readonly mark: string;
  readonly side: Side;
  /** How many digits a suffix moves the decimal mark: 3 for "K", 0 without any. */
  readonly moved: number;
  readonly evidence: Evidence;
}

/** What one text says of its column's decimal mark: it shows it, it fits both (`1.234`), or it has no separator at all. */
export type Evidence = Decimal | 'either' | 'none';

/** Hyphen, en dash and minus are the zero of accounting formats; an em dash says that nothing is there. */
const ZERO = /^[-–−]$/;
const ZERO_PARTS: AmountParts = { digits: '0', negative: false, mark: '', side: '', moved: 0, evidence: 'none' };
const SHAPE = /^((?:[^\d.,]|(?<=\p{L})\.)*)([.,]?\d[\d.,'’\s]*)(\D*)$/u;
const SIDES: Readonly<Record<string, Side>> = dictionary({ cr: 'cr', c: 'cr', h: 'cr', dr: 'dr', db: 'dr', d: 'dr', s: 'dr' });
const LONGEST = 60;

/** Most amounts: nothing beside their digits but a sign before them. */
const PLAIN = /^-?[.,]?\d(?:[\d.,]*\d)?$/;

function plainParts(text: string): AmountParts | null {
  const negative = text.startsWith('-');
  const digits = negative ? text.slice(1) : text;
  const evidence = evidenceOf(digits);
  return evidence === null ? null : { digits, negative, evidence, mark: '', side: '', moved: 0 };
}

/** Takes a text apart, or says null where it is no amount. */
export function amountParts(text: string): AmountParts | null {
  if (text.length > LONGEST) return null;
  if (PLAIN.test(text)) return plainParts(text);
  let rest = text.trim();
  if (ZERO.test(rest)) return ZERO_PARTS;
  let negative = false;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  // "50,-" and "1.000,–": no cents. The comma is then the decimal one.
  const shape = SHAPE.exec(rest.replace(/(\d),\s?(?:--?|–|—)(?!\d)/, '$1,00').replace(/ \((\D+)\)$/, ' $1'));
  if (shape === null) return null;
  const [, before = '', body = '', after = ''] = shape;
  if (/[.,'’]\s*$/.test(body) || !spacedInThousands(body)) return null;
  const signs = (before + after).match(/[-−–+]/g) ?? [];
  if (signs.length > 1) return null;
  // "(-1,234.00)" says once more what its brackets say.
  if (signs.length === 1 && signs[0] !== '+') negative = true;
  if (before.includes('(') !== after.includes(')')) return null;
  if (before.includes('(')) negative = true;
  const digits = body.replace(/['’\s]/g, '');
  const evidence = evidenceOf(digits);
  if (evidence === null) return null;
  const leading = leadingWords(bare(before));
  const trailing = trailingWords(bare(after), evidence !== 'none' && /\s$/.test(body));
  if (leading === null || trailing === null || (leading.side !== '' && trailing.side !== '')) return null;
  const mark = sameMark(leading.mark, trailing.mark);
  if (mark === null) return null;
  const moved = leading.moved + trailing.moved;
  return { digits, negative, evidence, mark, side: leading.side || trailing.side, moved };
}

function bare(text: string): string {
  return text.replace(/[-−–+()*]/g, '').trim();
}

type Beside = Pick<AmountParts, 'mark' | 'side' | 'moved'>;

const NOTHING: Beside = { mark: '', side: '', moved: 0 };

/** Before the digits: a currency, "Dr", "TEUR". Single letters there belong to document numbers ("D-1042"). */
function leadingWords(text: string): Beside | null {
  if (text === '') return NOTHING;
  const mark = markOf(text);
  if (mark !== null) return { ...NOTHING, mark };
  const side = text.length > 1 ? sideOf(text) : '';
  return side !== '' ? { ...NOTHING, side } : gluedSuffix(text);
}

/** @param lettered whether a single letter can say credit or debit here: not in "30D", a term. */
function trailingWords(text: string, lettered: boolean): Beside | null {
  if (text === '') return NOTHING;
  const mark = markOf(text);
  if (mark !== null) return { ...NOTHING, mark };
  const [, head = '', last = text] = /^(.*\S)\s+(\S+)$/.exec(text) ?? [];
  const side = last.length > 1 || lettered ? sideOf(last) : '';
  if (side !== '') {
    const inner = trailingWords(head, false);
    return inner === null || inner.side !== '' ? null : { ...inner, side };
  }
  const suffix = suffixOf(text);
  if (suffix === null) return gluedSuffix(text);
  const behind = suffix.rest === '' ? '' : markOf(suffix.rest);
  return behind === null ? null : { ...NOTHING, mark: behind, moved: suffix.digits };
}

function sideOf(word: string): Side {
  return SIDES[word.toLowerCase().replace(/\.$/, '')] ?? '';
}

/** "TEUR", "k€", "kUSD", "mEUR": a letter for thousands or millions grown together with its currency. */
function gluedSuffix(text: string): Beside | null {
  const [, letter = '', mark = ''] = /^([kKtTmM])([A-Z]{3}|[€$£])$/.exec(text) ?? [];
  return mark === '' || markOf(mark) === null ? null : { mark, side: '', moved: /m/i.test(letter) ? 6 : 3 };
}

/** A text that means a currency, in the form that means it ("US $" is "US$"); null for any other. */
function markOf(text: string): string | null {
  if (currenciesOfMark(text).length > 0) return text;
  const closed = text.replace(/\s/g, '');
  return currenciesOfMark(closed).length > 0 ? closed : null;
}

/** "$1,234.00 USD" says its currency twice: the surer of the two stands. Null where they differ. */
function sameMark(a: string, b: string): string | null {
  if (a === '' || b === '') return a || b;
  const [first, second] = [currenciesOfMark(a), currenciesOfMark(b)];
  if (!first.some((code) => second.includes(code))) return null;
  return first.length <= second.length ? a : b;
}

/** "1 234" and "1'234,50" group by three; "12 34" is no amount. */
function spacedInThousands(body: string): boolean {
  const groups = body.trimEnd().split(/['’\s]/);
  return groups.every((group, i) => i === 0 || /^\d{3}(?:[.,]\d*)?$/.test(group)) && (groups[0] ?? '') !== '';
}

function evidenceOf(digits: string): Evidence | null {
  const points = count(digits, '.');
  const commas = count(digits, ',');
  if (points === 0 && commas === 0) return 'none';
  if (points > 0 && commas > 0) {
    const last: Decimal = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
    return (last === '.' ? points : commas) === 1 ? last : null;
  }
  const mark: Decimal = points > 0 ? '.' : ',';
  if (points + commas > 1) return other(mark);
  const [head = '', tail = ''] = digits.split(mark);
  const grouped = tail.length === 3 && head.length >= 1 && head.length <= 3 && !head.startsWith('0');
  return grouped ? 'either' : mark;
}

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) found += 1;
  return found;
}

function other(mark: Decimal): Decimal {
  return mark === '.' ? ',' : '.';
}

/** What one text says of its column's decimal mark; null where it is no amount. */
export function decimalEvidence(text: string): Evidence | null {
  return amountParts(text)?.evidence ?? null;
}

/** What a column's texts say together of the decimal mark. */
export interface DecimalSurvey {
  /** `either` where only texts that fit both marks exist, `mixed` where texts contradict each other. */
  readonly finding: Decimal | 'either' | 'mixed' | 'none';
  /** The marks that stand in texts fitting both: "." of `1.234`. */
  readonly open: ReadonlySet<Decimal>;
  /** Whether the texts that show the mark write three decimals behind it (`1689.330`). */
  readonly threeDecimals: boolean;
  /** The first text that fits both; "" where none does. */
  readonly example: string;
}

export function surveyDecimal(texts: Iterable<string>): DecimalSurvey {
  const found = new Set<Decimal>();
  const open = new Set<Decimal>();
  let threeDecimals = false;
  let example = '';
  for (const text of texts) {
    const parts = amountParts(text);
    if (parts === null || parts.evidence === 'none') continue;
    if (parts.evidence === 'either') {
      open.add(parts.digits.includes('.') ? '.' : ',');
      if (example === '') example = text;
    } else {
      found.add(parts.evidence);
      threeDecimals ||= parts.digits.length - parts.digits.lastIndexOf(parts.evidence) === 4;
    }
  }
  const [only] = found;
  const finding = found.size > 1 ? 'mixed' : (only ?? (open.size > 0 ? 'either' : 'none'));
  return { finding, open, threeDecimals, example };
}

/** The finding of `surveyDecimal` alone. */
export function decideDecimal(texts: Iterable<string>): DecimalSurvey['finding'] {
  return surveyDecimal(texts).finding;
}

export interface AmountText {
  readonly value: number;
  readonly mark: string;
  readonly side: Side;
  /** Whether a suffix ("K", "Mio") says what the digits are counted in. */
  readonly suffixed: boolean;
}

const BLANK_WORDS = new Set(['', 'null', '(null)', 'n/a', 'na', 'none', 'nil', '(blank)', '—', '--', '---']);

/** Words by which exports write "nothing here". */
export function isBlankWord(text: string): boolean {
  return text.length <= 7 && BLANK_WORDS.has(text.toLowerCase());
}

/**
 * The number of a text taken apart, or null where it contradicts the decimal mark, groups its digits as nobody does, or
 * leaves the integers that a number holds exactly. `decimal` null: only texts that need no decision are read.
 */
export function amountOf(parts: AmountParts, decimal: Decimal | null): AmountText | null {
  const { digits, evidence, moved } = parts;
  if (evidence === 'either' && decimal === null) return null;
  const shown = evidence === '.' || evidence === ',';
  if (decimal !== null && shown && evidence !== decimal) return null;
  const mark = shown ? evidence : decimal;
  if (mark !== null && !groupedByThree(digits, mark)) return null;
  const plain = mark === ',' ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
  const size = Number(moved === 0 ? plain : `${plain}e${moved}`);
  if (size > Number.MAX_SAFE_INTEGER) return null;
  return { value: parts.negative && size !== 0 ? -size : size, mark: parts.mark, side: parts.side, suffixed: moved > 0 };
}

/** The number that a text writes; null as for `amountOf`, and where it is no amount. */
export function parseAmount(text: string, decimal: Decimal | null): AmountText | null {
  const parts = amountParts(text);
  return parts === null ? null : amountOf(parts, decimal);
}

/** "1,23,456.00" (lakhs) and "1,234.00" pass; "1,2.00" does not: a last group before the decimal mark has three digits. */
function groupedByThree(digits: string, decimal: Decimal): boolean {
  const group = other(decimal);
  if (!digits.includes(group)) return true;
  const groups = (digits.split(decimal)[0] ?? '').split(group);
  const first = groups[0] ?? '';
  return (
    groups.at(-1)?.length === 3 &&
    first.length >= 1 &&
    first.length <= 3 &&
    groups.slice(1).every(({ length }) => length === 2 || length === 3)
  );
}
