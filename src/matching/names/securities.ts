/** Words that name a security of a company rather than the company. */

import { isDigit } from '../../domain/digits';

/** One of these makes what stands around it a security. */
const STRONG = set(
  'stock stocks share shares shs ordinary preferred preference depositary depository receipt receipts adr adrs ads gdr gdrs cdi ' +
    'warrant warrants notes debentures inh vink vzo bearer registered nam ord',
);
/** These mean a security only beside one of the former, or at the very end after a legal form. */
const WEAK = set(
  'common class series cl cla clb a b c d h i v unit units right rights capital reg nv on sp spons sponsored american global each representing ' +
    'one two three four five ten half par value per of the an and new cumulative redeemable non voting subordinate subordinated variable limited ' +
    'partnership interests interest beneficial closed end fund fixed floating rate perpetual convertible due senior junior',
);
/** Currencies as price lists write them before a nominal value: "DL-,01", "EO 1", "YC 1". */
const NOMINAL = set('dl eo yc ls sf hd sk nk dk zy yn rc rp ri bz ad cd sd kc uf fk tn tb');

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

export interface WithoutSecurity {
  readonly words: readonly string[];
  /** The words taken off, in order. */
  readonly security: readonly string[];
}

/** Where a dash parts a company from its security ("Acme Inc. - Class A Common Stock"), the place of the dash; else -1. */
export function securityDash(plain: string): number {
  const at = plain.indexOf(' - ');
  if (at <= 0) return -1;
  const after = plain.slice(at + 3);
  const isSecurity =
    /\b(?:stocks?|shares?|depositary|depository|adrs?|ads|warrants?|units?|rights?|notes|closed end fund)\b/.test(after);
  return isSecurity ? at : -1;
}

/** Takes a security off the end of a name: "acme inc class a common stock" → "acme inc". The first word always stays. */
export function withoutSecurity(words: readonly string[]): WithoutSecurity {
  let keep = words.length;
  for (let at = words.length - 1; at > 0; at--) {
    const word = words[at] ?? '';
    if (STRONG.has(word) || (isClass(words, at) && at + 2 === keep) || isNominal(words, at, keep)) keep = at;
    else if (!WEAK.has(word) && !isNumber(word)) break;
  }
  // The words between the company and its shares belong to the shares: "class a", "6 5 cumulative".
  while (keep < words.length && keep > 1 && isBefore(words, keep))
    keep -= words[keep - 2] === 'class' || words[keep - 2] === 'series' ? 2 : 1;
  const isWord =
    keep === words.length || (keep === words.length - 1 && !SOLO.has(words[keep] ?? '') && !AFTER.has(words[keep - 1] ?? ''));
  return isWord ? { words, security: NONE } : { words: words.slice(0, keep), security: words.slice(keep) };
}

/** These name a security by themselves; any other single word does so only after a legal form ("Blue Notes", "Acme Inc Notes"). */
const SOLO = set('adr adrs ads gdr gdrs shs inh vink vzo ord warrants');
const AFTER = set('inc corp ltd plc sa nv ag co limited corporation incorporated company se spa ab asa');

const NONE: readonly string[] = [];

/** "class a" and "cl a" at the very end. */
function isClass(words: readonly string[], at: number): boolean {
  return (words[at] === 'class' || words[at] === 'cl') && at > 1 && (words[at + 1]?.length ?? 9) <= 2;
}

/** A nominal value at the very end: a currency, then nothing but numbers. */
function isNominal(words: readonly string[], at: number, keep: number): boolean {
  if (at < 2 || !NOMINAL.has(words[at] ?? '')) return false;
  if (at + 1 === keep) return false;
  for (let i = at + 1; i < keep; i++) if (!isNumber(words[i] ?? '')) return false;
  return true;
}

/** Whether the word before `keep` belongs to the security that begins there. */
function isBefore(words: readonly string[], keep: number): boolean {
  const word = words[keep - 1] ?? '';
  const before = words[keep - 2] ?? '';
  if (before === 'class' || before === 'series') return keep > 2 && word.length <= 2;
  return word === 'common' || word === 'american' || word === 'sponsored' || word === 'spons' || word === 'cumulative';
}

function isNumber(word: string): boolean {
  return isDigit(word.charCodeAt(0));
}
