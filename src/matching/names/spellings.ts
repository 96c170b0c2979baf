/** Words and numbers that are one word in several writings. */

import { dictionary } from '../../domain/dictionary';
import { isDigit } from '../../domain/digits';

const ABBREVIATIONS: Readonly<Record<string, string>> = dictionary({
  international: 'intl int internat intnl',
  national: 'natl nat',
  group: 'grp gp gr gruppe groupe grupo gruppo',
  holding: 'holdings hldg hldgs hldng hldngs hld',
  management: 'mgmt mgt mngmt',
  manufacturing: 'mfg mnfg manuf',
  services: 'svc svcs serv service servs',
  technology: 'tech techs technologies tec techn technol',
  systems: 'sys system syst',
  industries: 'inds ind industry industrial indus',
  associates: 'assoc assocs associate',
  association: 'assn',
  brothers: 'bros',
  department: 'dept',
  university: 'univ',
  financial: 'fin finl',
  insurance: 'ins insur',
  investment: 'invt invs inv investments invest invts',
  partner: 'partners ptnrs ptnr ptrs',
  property: 'props properties prop',
  laboratories: 'labs lab laboratory',
  pharmaceuticals: 'pharma pharm pharmaceutical pharms',
  center: 'ctr centre',
  communications: 'comm comms communication commun',
  solutions: 'solution soln solns',
  engineering: 'engrg eng engr',
  electric: 'elec',
  electronics: 'electr electron electronic',
  development: 'dev devs developments devel',
  bank: 'bk',
  resources: 'res resource rsrcs',
  enterprises: 'ents ent enterprise',
  products: 'prod prods product',
  saint: 'st',
  mount: 'mt',
  capital: 'cap',
  construction: 'const constr',
  distribution: 'dist distr',
  equipment: 'equip eqpt',
  government: 'govt gov',
  institute: 'inst',
  marketing: 'mktg',
  minerals: 'minls minl mineral',
  medical: 'med',
  mining: 'mng',
  transport: 'trans transp transportation',
  hospital: 'hosp',
  building: 'bldg bldgs',
  acquisition: 'acq acqn acquisitions',
  estate: 'est',
  realty: 'rlty',
  society: 'soc',
  company: 'coy',
});

/** Numbers and ordinals: the words, what they are written as in digits, and their Roman writing where it cannot be a word. */
const NUMBERS: readonly (readonly [digits: string, ...words: string[]])[] = [
  ['1', 'one'],
  ['2', 'two', 'ii'],
  ['3', 'three', 'iii'],
  ['4', 'four', 'iv'],
  ['5', 'five'],
  ['6', 'six', 'vi'],
  ['7', 'seven', 'vii'],
  ['8', 'eight', 'viii'],
  ['9', 'nine', 'ix'],
  ['10', 'ten'],
  ['11', 'eleven', 'xi'],
  ['12', 'twelve', 'xii'],
  ['13', 'thirteen', 'xiii'],
  ['14', 'fourteen', 'xiv'],
  ['15', 'fifteen', 'xv'],
  ['16', 'sixteen', 'xvi'],
  ['17', 'seventeen', 'xvii'],
  ['18', 'eighteen', 'xviii'],
  ['19', 'nineteen', 'xix'],
  ['20', 'twenty', 'xx'],
  ['30', 'thirty'],
  ['40', 'forty', 'fourty'],
  ['50', 'fifty'],
  ['first', '1st'],
  ['second', '2nd'],
  ['third', '3rd'],
  ['fourth', '4th'],
  ['fifth', '5th'],
];

const CANONICAL: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ABBREVIATIONS).flatMap(([word, short]) => short.split(' ').map((text) => [text, word] as const)),
  ...NUMBERS.flatMap(([digits, ...words]) => words.map((word) => [word, digits] as const)),
]);

/** One letter is a Roman number only at the end of a name, after another word. */
const LAST_LETTER: ReadonlyMap<string, string> = new Map([
  ['i', '1'],
  ['v', '5'],
  ['x', '10'],
]);

/** A number in digits, with or without letters: "12", "2004", "ar16". */
export function isNumeral(word: string): boolean {
  return /\d/.test(word);
}

/** Whether a word is a number in any writing. */
export function isNumberWord(word: string): boolean {
  const canonical = LAST_LETTER.get(word) ?? CANONICAL.get(word) ?? word;
  return isDigit(canonical.charCodeAt(0));
}

/** The identifying words in one spelling: abbreviations in full, numbers in digits, "forty four" as 44, "no 2" as 2. */
export function evenSpelling(words: readonly string[]): readonly string[] {
  if (!words.some(hasOtherSpelling)) return words;
  const even: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const next = words[i + 1];
    if ((word === 'no' || word === 'nr' || word === 'number') && next !== undefined && isNumberWord(next)) continue;
    const last = i > 0 && next === undefined ? LAST_LETTER.get(word) : undefined;
    const canonical = last ?? CANONICAL.get(word) ?? word;
    const before = even[even.length - 1];
    if (before !== undefined && isTens(before) && canonical.length === 1 && canonical >= '1' && canonical <= '9')
      even[even.length - 1] = `${before[0] ?? ''}${canonical}`;
    else even.push(canonical);
  }
  return even;
}

/** Whether a word is written in another way, or changes how the one beside it is. */
function hasOtherSpelling(word: string): boolean {
  return CANONICAL.has(word) || LAST_LETTER.has(word) || word === 'no' || word === 'nr' || word === 'number' || isTens(word);
}

function isTens(word: string): boolean {
  return word.length === 2 && word[1] === '0' && (word[0] ?? '') >= '2' && (word[0] ?? '') <= '9';
}
