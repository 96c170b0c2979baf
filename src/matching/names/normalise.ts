/** A company's name as the comparison sees it. */

import { stripLegalForms } from './legalForms';
import { withoutMinorEnd } from './minorWords';

export interface NormalName {
  /** Case and blanks evened out, nothing else: equal texts are the same name. */
  readonly folded: string;
  /** All words without case, marks and punctuation, in order. */
  readonly text: string;
  /** The words that identify: no legal form, no connective. */
  readonly core: readonly string[];
  /** Canonical legal forms, sorted. */
  readonly forms: readonly string[];
  /** `core` in order, joined: equal keys are equal names but for the legal form. */
  readonly key: string;
}

/** Letters that Unicode does not take apart into a base and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
};

const CONNECTIVES = new Set([
  'and',
  'the',
  'of',
  'und',
  'et',
  'y',
  'e',
  'og',
  'och',
  'en',
  'de',
  'del',
  'la',
  'le',
  'les',
  'du',
  'des',
  'di',
  'da',
  'do',
  'der',
  'die',
  'das',
  'for',
  'fur',
  'a',
  'an',
]);

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  intl: 'international',
  int: 'international',
  internat: 'international',
  natl: 'national',
  nat: 'national',
  grp: 'group',
  gp: 'group',
  hldg: 'holding',
  hldgs: 'holding',
  hldng: 'holding',
  hldngs: 'holding',
  holdings: 'holding',
  mgmt: 'management',
  mgt: 'management',
  mfg: 'manufacturing',
  svc: 'services',
  svcs: 'services',
  serv: 'services',
  service: 'services',
  tech: 'technology',
  techs: 'technology',
  technologies: 'technology',
  tec: 'technology',
  sys: 'systems',
  system: 'systems',
  inds: 'industries',
  ind: 'industries',
  industry: 'industries',
  industrial: 'industries',
  assoc: 'associates',
  assocs: 'associates',
  bros: 'brothers',
  dept: 'department',
  univ: 'university',
  fin: 'financial',
  finl: 'financial',
  ins: 'insurance',
  invt: 'investment',
  invs: 'investment',
  inv: 'investment',
  investments: 'investment',
  partners: 'partner',
  ptnrs: 'partner',
  props: 'property',
  properties: 'property',
  labs: 'laboratories',
  lab: 'laboratories',
  pharma: 'pharmaceuticals',
  pharm: 'pharmaceuticals',
  pharmaceutical: 'pharmaceuticals',
  ctr: 'center',
  centre: 'center',
  comm: 'communications',
  comms: 'communications',
  solution: 'solutions',
  soln: 'solutions',
  solns: 'solutions',
  engrg: 'engineering',
  eng: 'engineering',
  elec: 'electric',
  dev: 'development',
  devs: 'development',
  developments: 'development',
  bk: 'bank',
  res: 'resources',
  resource: 'resources',
  ents: 'enterprises',
  ent: 'enterprises',
  enterprise: 'enterprises',
  prod: 'products',
  prods: 'products',
  product: 'products',
  st: 'saint',
  mt: 'mount',
};

/** Case, width and blanks evened out: two texts that a person calls written the same. */
export function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Normalises a name; a name without letters or digits has no core and an empty key. */
export function normaliseName(name: string): NormalName {
  const folded = fold(name);
  const words = joinInitials(splitWords(folded));
  const { core, forms } = stripLegalForms(withoutMinorEnd(words));
  const identifying = core.filter((word) => !CONNECTIVES.has(word)).map((word) => ABBREVIATIONS[word] ?? word);
  const kept = identifying.length > 0 ? identifying : core;
  return { folded, text: words.join(' '), core: kept, forms, key: kept.join(' ') };
}

/** Lower-case words without marks; `&` and `+` are "and", an apostrophe joins, all else parts. */
function splitWords(folded: string): string[] {
  const plain = folded
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/[&+]/g, ' and ')
    .replace(/['’‘`´]/g, '')
    .replace(/\ba\/s\b/g, ' aktieselskab ');
  // Dots inside a run of single letters belong to it ("s.a.r.l."); any other dot ends a word.
  const dotted = plain.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu, (run) => run.replaceAll('.', ''));
  return dotted.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** "s a r l" and "i b m" become one word; a lone letter stays what it is. */
function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let run: string[] = [];
  const flush = (): void => {
    if (run.length > 0) joined.push(run.join(''));
    run = [];
  };
  for (const word of words) {
    if (/^\p{L}$/u.test(word)) run.push(word);
    else {
      flush();
      joined.push(word);
    }
  }
  flush();
  return joined;
}

/** First letters of the identifying words: "international business machines" → "ibm"; "" for a single word. */
export function initials(core: readonly string[]): string {
  return core.length < 2 ? '' : core.map((word) => word[0] ?? '').join('');
}
