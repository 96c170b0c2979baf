/** Two sides of a match laid beside each other, with what differs told: pure. */

import { parseIsoDay } from '../domain/day';
import type { ReviewAmount, ReviewSide } from '../report/plan';
import type { Format } from './format';
import { texts } from './texts';

/** A piece of a text; `isOther` where the other side has no such word. */
export interface Piece {
  readonly text: string;
  readonly isOther: boolean;
}

export interface ComparedRow {
  readonly label: string;
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
  /** How the right side differs, in words; "" where it does not, or where that is plain to see. */
  readonly difference: string;
  /** Whether the two should say the same and do not. */
  readonly isOdd: boolean;
}

/** Rows of which either side says something. */
export function compareSides(left: ReviewSide, right: ReviewSide, isCustomer: boolean, format: Format): ComparedRow[] {
  const words = texts.review.facts;
  const rows = isCustomer
    ? [
        row(words.name, left.name, right.name, true),
        row(words.id, left.party, right.party, false),
        row(words.identity, left.text, right.text, true),
        row(words.documents, documents(left, format), documents(right, format), false),
        amounts(left, right, format),
      ]
    : [
        row(words.customer, left.party, right.party, true),
        dates(left.day, right.day, format),
        amounts(left, right, format),
        row(words.text, left.text, right.text, false),
      ];
  return rows.filter((one) => one.left.length > 0 || one.right.length > 0);
}

/** @param isCompared whether words that only one side has are marked. */
function row(label: string, left: string, right: string, isCompared: boolean): ComparedRow {
  const differs = isCompared && left !== '' && right !== '' && left !== right;
  return {
    label,
    left: differs ? markedWords(left, right) : plain(left),
    right: differs ? markedWords(right, left) : plain(right),
    difference: '',
    isOdd: differs,
  };
}

const plain = (text: string): Piece[] => (text === '' ? [] : [{ text, isOther: false }]);

/** The words of a text, those marked that the other has not. Where all would be marked, none is the odd one out. */
export function markedWords(text: string, other: string): Piece[] {
  const folded = (word: string): string =>
    word
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  const known = new Set(other.split(/\s+/).map(folded));
  const pieces: { text: string; isOther: boolean }[] = [];
  for (const word of text.split(/(?<=\s)(?=\S)/)) {
    const isOther = folded(word) !== '' && !known.has(folded(word));
    const last = pieces.at(-1);
    if (last?.isOther === isOther) last.text += word;
    else pieces.push({ text: word, isOther });
  }
  return pieces;
}

function documents({ what, documents: count }: ReviewSide, format: Format): string {
  return count === 0 ? '' : texts.review.documents(what, count, format.count(count));
}

function dates(left: string, right: string, format: Format): ComparedRow {
  const shown = [left, right].map((day) => plain(format.dates(day))) as [Piece[], Piece[]];
  const [a, b] = [parseIsoDay(left), parseIsoDay(right)];
  const days = a === null || b === null ? 0 : b - a;
  return {
    label: texts.review.facts.date,
    left: shown[0],
    right: shown[1],
    difference: days === 0 ? '' : texts.review.daysApart(Math.abs(days), format.count(Math.abs(days)), days > 0),
    // A partner usually comes days later.
    isOdd: false,
  };
}

function amounts({ amounts: left }: ReviewSide, { amounts: right }: ReviewSide, format: Format): ComparedRow {
  const shown = (list: readonly ReviewAmount[]): Piece[] => plain(amountWords(list, format));
  const [a, b] = [left[0], right[0]];
  const isComparable = left.length === 1 && right.length === 1 && a !== undefined && b !== undefined;
  const apart = isComparable ? difference(a, b, format) : '';
  return {
    label: texts.review.facts.amount,
    left: shown(left),
    right: shown(right),
    difference: apart,
    isOdd: apart !== '',
  };
}

/** Sizes are compared: a credit of −200 answers an invoice of 200. */
function difference(a: ReviewAmount, b: ReviewAmount, format: Format): string {
  if (a.currency !== b.currency) return texts.review.otherCurrency;
  const more = Math.abs(b.minor) - Math.abs(a.minor);
  return more === 0 ? '' : texts.review.amountApart(format.amount(Math.abs(more), a.currency), more > 0);
}

/** "1,200.00 EUR and 30.00 USD". */
export function amountWords(amounts: readonly ReviewAmount[], format: Format): string {
  return amounts.map(({ minor, currency }) => format.amountIn(minor, currency)).join(texts.and);
}
