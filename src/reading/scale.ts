/** Amounts in thousands and millions: as a header says it, and as a suffix of a single amount does. */

import { dictionary } from '../domain/dictionary';
import { foldText } from './text';

/** By how many digits the decimal mark moves, for the suffixes of amounts. */
const SUFFIXES: Readonly<Record<string, number>> = dictionary({
  k: 3,
  tsd: 3,
  tausend: 3,
  thousand: 3,
  m: 6,
  mm: 6,
  mn: 6,
  mln: 6,
  mio: 6,
  mill: 6,
  million: 6,
  millions: 6,
  millionen: 6,
  bn: 9,
  mrd: 9,
});

const SUFFIX = /^([a-z]+)(?:\.|(?![a-z]))/;

/** What stands behind an amount, its suffix taken off: "K" is three digits, "Mio. EUR" six and "EUR"; null where none leads. */
export function suffixOf(text: string): { readonly digits: number; readonly rest: string } | null {
  const match = SUFFIX.exec(foldText(text));
  const digits = SUFFIXES[match?.[1] ?? ''];
  return match === null || digits === undefined ? null : { digits, rest: text.slice(match[0].length).trim() };
}

const CURRENCY = String.raw`(?:[€$£¥₹]|[a-z]{0,2}\$|eur|usd|gbp|chf|cad|aud|inr|jpy|sek|nok|dkk|pln|brl|mxn|zar|sgd|hkd|nzd)`;
const THOUSANDS = new RegExp(
  [
    String.raw`\b(?:thousands|tausend|tsd|milliers|en miles|miles de|milhares|duizenden|duizendtallen|migliaia|ribuan)\b`,
    String.raw`(?:^|[\s(\[/,$€£¥])(?:['’]0{3}|0{3}['’]?s)(?=$|[\s)\]])`,
    // "250 000" is a number.
    String.raw`(?<!\d)(?:^|[\s(\[/,$€£¥])0{3}(?=$|[\s)\]])`,
    String.raw`(?:[x×*]|\bin|\ben) ?1[.,'’]?000\b`,
    String.raw`(?:^|[\s(\[/,])t ?${CURRENCY}(?=$|[\s)\]])`,
    String.raw`(?:^|[\s(\[/,])(?:k ?${CURRENCY}|${CURRENCY} ?k)(?=$|[\s)\],])`,
  ].join('|'),
);
const MILLIONS = new RegExp(
  [
    String.raw`\b(?:millions|millionen|mio|mln|millones|milhoes|miljoenen|milioni|jutaan)\b`,
    String.raw`(?:^|[\s(\[/,])(?:mm? ?${CURRENCY}|${CURRENCY} ?(?:mm?|mn|mio))(?=$|[\s)\],])`,
  ].join('|'),
);

/** A letter alone says it of an amount's own header only: "(M) Sdn Bhd" ends the name of a company. */
const THOUSANDS_LETTER = /\(k\)|\[k\]|\bin k\b/;
const MILLIONS_LETTER = /\(mm?\)|\[mm?\]|\bin mm?\b/;

type Scale = 1 | 1000 | 1000000;

/** What a title above the table says its amounts are counted in: "in thousands of EUR", "in TEUR"; 1 where nothing. */
export function scaleOfTitle(title: string): Scale {
  const folded = foldText(title);
  return MILLIONS.test(folded) ? 1_000_000 : THOUSANDS.test(folded) ? 1000 : 1;
}

/** What a header says its amounts are counted in: "Amount (in thousands)", "TEUR", "k€", "in 000s", "$m"; 1 where nothing. */
export function scaleOfHeader(header: string): Scale {
  const folded = foldText(header);
  if (MILLIONS_LETTER.test(folded)) return 1_000_000;
  return THOUSANDS_LETTER.test(folded) ? 1000 : scaleOfTitle(header);
}
