/** Amounts written as text: symbols, codes, parentheses, trailing minus, and which mark is the decimal one. */

import { currenciesOfMark } from './currencies';

export type Decimal = '.' | ',';

/** A text taken apart, before the decimal mark is known. */
interface Parts {
  /** Digits with their separators, spaces and apostrophes removed. */
  readonly digits: string;
  readonly negative: boolean;
  /** What stands beside the digits: "$", "EUR", "". */
  readonly mark: string;
}

const DASH = /^[-–—−]$/;
const BODY = /^(\d[\d.,'’ \u00a0\u202f]*|[.,]\d+)$/;

function takeApart(text: string): Parts | null {
  let rest = text.trim();
  let negative = false;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  const shape = /^([^\d.,]*)([\d.,'’ \u00a0\u202f]*[\d.,])([^\d]*)$/.exec(rest);
  if (shape === null) return null;
  const [, before = '', body = '', after = ''] = shape;
  if (!BODY.test(body)) return null;
  const signs = (before + after).match(/[-−–+]/g) ?? [];
  if (signs.length > 1) return null;
  if (signs.length === 1 && signs[0] !== '+') negative = !negative;
  const marks = [before, after].map((side) => side.replace(/[-−–+()\s\u00a0*]/g, '')).filter((side) => side !== '');
  if (marks.length > 1) return null;
  const mark = marks[0] ?? '';
  if (mark !== '' && currenciesOfMark(mark).length === 0) return null;
  if (/[(]/.test(before) !== /[)]/.test(after)) return null;
  if (/[(]/.test(before)) negative = true;
  if (!spacedInThousands(body)) return null;
  return { digits: body.replace(/['’\s\u00a0\u202f]/g, ''), negative, mark };
}

/** "1 234" and "1'234,50" group by three; "12 34" is no amount. */
function spacedInThousands(body: string): boolean {
  const groups = body.split(/[.,]\d*$/)[0]?.split(/['’\s\u00a0\u202f]/) ?? [];
  return groups.every((group, i) => i === 0 || /^\d{3}([.,]|$)/.test(group));
}

export type Evidence = Decimal | 'either' | 'none';

/**
 * What one text says of its column's decimal mark: it shows it, it fits both (`1.234`), or it has no separator at all.
 * Null where the text is no amount.
 */
export function decimalEvidence(text: string): Evidence | null {
  const parts = takeApart(text);
  if (parts === null) return null;
  const { digits } = parts;
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
  return text.split(mark).length - 1;
}

function other(mark: Decimal): Decimal {
  return mark === '.' ? ',' : '.';
}

/** The mark that all texts agree on; `either` where only ambiguous ones exist, `mixed` where they contradict each other. */
export function decideDecimal(texts: Iterable<string>): Decimal | 'either' | 'mixed' | 'none' {
  let points = 0;
  let commas = 0;
  let either = 0;
  for (const text of texts) {
    const evidence = decimalEvidence(text);
    if (evidence === '.') points += 1;
    else if (evidence === ',') commas += 1;
    else if (evidence === 'either') either += 1;
  }
  if (points > 0 && commas > 0) return 'mixed';
  if (points > 0) return '.';
  if (commas > 0) return ',';
  return either > 0 ? 'either' : 'none';
}

export interface AmountText {
  readonly value: number;
  readonly mark: string;
}

const BLANK_WORDS = new Set(['', 'null', 'n/a', 'na', 'none', 'nil']);

/** Words by which exports write "nothing here". */
export function isBlankWord(text: string): boolean {
  return BLANK_WORDS.has(text.toLowerCase());
}

/**
 * The number that a text writes, or null where it is none or contradicts the decimal mark. A lone dash is the zero of
 * accounting formats. `decimal` null: only texts that need no decision are read.
 */
export function parseAmount(text: string, decimal: Decimal | null): AmountText | null {
  if (DASH.test(text)) return { value: 0, mark: '' };
  const parts = takeApart(text);
  if (parts === null) return null;
  const evidence = decimalEvidence(text);
  if (evidence === null) return null;
  const mark = evidence === 'none' || evidence === 'either' ? decimal : evidence;
  if (evidence === 'either' && mark === null) return null;
  if (decimal !== null && evidence !== 'none' && evidence !== 'either' && evidence !== decimal) return null;
  const plain = mark === ',' ? parts.digits.replaceAll('.', '').replace(',', '.') : parts.digits.replaceAll(',', '');
  if (!groupedByThree(parts.digits, mark)) return null;
  const size = Number(plain);
  if (!Number.isFinite(size)) return null;
  return { value: parts.negative && size !== 0 ? -size : size, mark: parts.mark };
}

/** "1,23,456.00" (lakhs) and "1,234.00" pass; "1,2.00" does not: a last group before the decimal mark has three digits. */
function groupedByThree(digits: string, decimal: Decimal | null): boolean {
  if (decimal === null) return true;
  const whole = digits.split(decimal)[0] ?? '';
  const groups = whole.split(other(decimal));
  return (
    groups.length === 1 ||
    (groups.at(-1)?.length === 3 && groups.slice(1).every((group) => group.length === 2 || group.length === 3))
  );
}
