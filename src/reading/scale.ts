/** Amounts in thousands and millions: as a header says it, and as a suffix of a single amount does. */

import { foldText } from './text';

/** By how many digits the decimal mark moves, for the suffixes of amounts. */
const SUFFIXES: Readonly<Record<string, number>> = {
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
};

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
    String.raw`(?:^|[\s(\[/,$€£¥])['’]?0{3}(?:['’]?s)?(?=$|[\s)\]])`,
    String.raw`(?:[x×*]|\bin|\ben) ?1[.,'’]?000\b`,
    String.raw`(?:^|[\s(\[/,])t ?${CURRENCY}(?=$|[\s)\]])`,
    String.raw`(?:^|[\s(\[/,])(?:k ?${CURRENCY}|${CURRENCY} ?k)(?=$|[\s)\],])`,
    String.raw`\(k\)|\[k\]|\bin k\b`,
  ].join('|'),
);
const MILLIONS = new RegExp(
  [
    String.raw`\b(?:millions|millionen|mio|mln|millones|milhoes|miljoenen|milioni|jutaan)\b`,
    String.raw`(?:^|[\s(\[/,])(?:mm? ?${CURRENCY}|${CURRENCY} ?(?:mm?|mn|mio))(?=$|[\s)\],])`,
    String.raw`\(mm?\)|\[mm?\]|\bin mm?\b`,
  ].join('|'),
);

/** What a header says its amounts are counted in: "Amount (in thousands)", "TEUR", "k€", "in 000s", "$m"; 1 where nothing. */
export function scaleOfHeader(header: string): 1 | 1000 | 1000000 {
  const folded = foldText(header);
  return MILLIONS.test(folded) ? 1_000_000 : THOUSANDS.test(folded) ? 1000 : 1;
}
