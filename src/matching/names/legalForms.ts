/** Legal forms of companies, as evidence that can be taken off a name. Facts of company law, written for this project. */

import { codesOf, letterDistance } from './letters';

/**
 * Canonical form → how it is written once a name is normalised (lower case, no marks, single letters joined: "S.A.R.L."
 * and "S A R L" are both "sarl"). Forms of one line are the same form; the order does not matter.
 */
const FORMS = {
  ltd: [
    'ltd',
    'limited',
    'ltda',
    'limitada',
    'ltee',
    'limitee',
    'private limited',
    'pvt ltd',
    'pvt limited',
    'private ltd',
    'pte ltd',
    'pte',
    'pty ltd',
    'pty limited',
    'pty',
    'co ltd',
    'co limited',
    'company limited',
    'limited company',
    'ltd company',
    'corp ltd',
    'corporation limited',
    'corp limited',
    'coltd',
    'lt',
    'pvt',
    'ltd co',
  ],
  plc: ['plc', 'public limited company', 'public limited', 'public ltd co', 'ccc'],
  inc: ['inc', 'incorporated', 'incorporation', 'incorporee'],
  corp: ['corp', 'corporation', 'corporacion', 'corporacao'],
  co: ['co', 'company', 'compagnie', 'cie', 'compania', 'cia', 'companhia'],
  llc: ['llc', 'limited liability company', 'limited liability co', 'llc fze', 'wll', 'fz llc', 'fzco', 'fze'],
  llp: ['llp', 'limited liability partnership'],
  lp: ['lp', 'limited partnership'],
  pc: ['pc', 'pllc', 'professional corporation'],
  gmbh: ['gmbh', 'gesellschaft mit beschrankter haftung', 'gesmbh', 'ges mbh', 'mbh', 'ggmbh'],
  ug: ['ug', 'ug haftungsbeschrankt', 'unternehmergesellschaft'],
  kg: [
    'kg',
    'kommanditgesellschaft',
    'co kg',
    'gmbh co kg',
    'gmbh and co kg',
    'ag co kg',
    'ag and co kg',
    'and co kg',
    'gmbh and co kgaa',
    'kgaa',
    'se co kgaa',
    'gmbh kg',
  ],
  ohg: ['ohg', 'offene handelsgesellschaft'],
  gbr: ['gbr', 'gesellschaft burgerlichen rechts'],
  ev: ['ev', 'eingetragener verein'],
  eg: ['eg', 'genossenschaft', 'eingetragene genossenschaft'],
  ag: ['ag', 'aktiengesellschaft', 'akg'],
  sa: ['sa', 'societe anonyme', 'sociedad anonima', 'sociedade anonima', 'societa anonima', 'spolka akcyjna', 'sae'],
  sab: ['sab', 'sab de cv', 'sa de cv', 'sapi de cv', 's de rl de cv', 'sde rl de cv', 'sde rl'],
  sarl: ['sarl', 'societe a responsabilite limitee', 'sagl'],
  sas: ['sas', 'sasu', 'societe par actions simplifiee'],
  eurl: ['eurl'],
  snc: ['snc', 'societe en nom collectif', 'societa in nome collettivo'],
  sca: ['sca', 'scs'],
  srl: [
    'srl',
    'srls',
    'societa a responsabilita limitata',
    'sociedad de responsabilidad limitada',
    'societatea cu raspundere limitata',
    'societate cu raspundere limitata',
  ],
  spa: ['spa', 'societa per azioni', 'sociedad por acciones'],
  sl: ['sl', 'slu', 'sociedad limitada'],
  lda: ['lda', 'unipessoal lda', 'sgps'],
  bv: ['bv', 'besloten vennootschap', 'bvba'],
  nv: ['nv', 'naamloze vennootschap'],
  vof: ['vof'],
  ab: ['ab', 'aktiebolag', 'aktiebolaget', 'ab publ', 'publ'],
  as: ['as', 'asa', 'aksjeselskap', 'allmennaksjeselskap', 'anonim sirketi', 'akciova spolecnost', 'as a'],
  aps: ['aps', 'anpartsselskab'],
  'a/s': ['aktieselskab'],
  oy: ['oy', 'oyj', 'osakeyhtio', 'oy ab', 'abp'],
  ehf: ['ehf', 'hf'],
  ou: ['ou', 'osauhing'],
  sia: ['sia'],
  uab: ['uab'],
  zoo: [
    'spzoo',
    'sp zoo',
    'sp z oo',
    'spolka z oo',
    'spolka z ograniczona odpowiedzialnoscia',
    'spolka komandytowa',
    'spk',
    'sp k',
  ],
  sro: ['sro', 'spol sro', 'spolecnost s rucenim omezenym'],
  doo: ['doo', 'druzba z omejeno odgovornostjo', 'drustvo s ogranicenom odgovornoscu'],
  dd: ['dd', 'dionicko drustvo'],
  kft: ['kft', 'korlatolt felelossegu tarsasag'],
  zrt: ['zrt', 'nyrt', 'rt'],
  ood: ['ood', 'eood', 'ead'],
  ooo: ['ooo', 'obshchestvo s ogranichennoy otvetstvennostyu', 'obshchestvo s ogranichennoi otvetstvennostyu', 'too', 'tov'],
  pao: [
    'pao',
    'oao',
    'zao',
    'ojsc',
    'pjsc',
    'jsc',
    'cjsc',
    'psc',
    'qsc',
    'qpsc',
    'saog',
    'ksc',
    'kscp',
    'bsc',
    'joint stock company',
    'open joint stock company',
    'public joint stock company',
    'closed joint stock company',
    'aktsionernoe obshchestvo',
    'publichnoe aktsionernoe obshchestvo',
    'otkrytoe aktsionernoe obshchestvo',
    'zakrytoe aktsionernoe obshchestvo',
    'ao',
  ],
  ae: ['ae', 'anonymi etaireia'],
  epe: ['epe', 'ike'],
  se: ['se', 'societas europaea'],
  kk: ['kk', 'kabushiki kaisha', 'kabushiki gaisha', 'kabushikikaisha', 'kabushikigaisha'],
  gk: ['gk', 'godo kaisha', 'yk', 'yugen kaisha'],
  bhd: ['bhd', 'berhad', 'sdn bhd', 'sendirian berhad', 'tbk', 'pt', 'perseroan terbatas'],
  pcl: ['pcl', 'public company limited', 'public co ltd'],
  tas: ['ltd sti', 'limited sirketi', 'san tic ltd sti', 'san ve tic as', 'tas'],
  trust: ['reit', 'real estate investment trust'],
  coop: ['cooperative', 'coop', 'scrl', 'scarl', 'co operative', 'cic', 'cio'],
  unlimited: ['unlimited', 'unltd', 'ultd', 'ulc', 'uc'],
  foundation: ['stichting', 'stiftung', 'fondation', 'fundacion', 'fondazione'],
  ek: ['ek', 'inh', 'einzelunternehmen'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Forms that stand before the name in their language as readily as after it. */
const LEADING = new Set([
  'srl',
  'societatea cu raspundere limitata',
  'jsc',
  'ojsc',
  'pjsc',
  'cjsc',
  'open joint stock company',
  'public joint stock company',
  'limited liability company',
  'obshchestvo s ogranichennoi otvetstvennostyu',
  'obshchestvo s ogranichennoy otvetstvennostyu',
  'aktsionernoe obshchestvo',
  'publichnoe aktsionernoe obshchestvo',
  'otkrytoe aktsionernoe obshchestvo',
  'llc',
  'tov',
  'too',
  'ooo',
  'pao',
  'oao',
  'zao',
  'uab',
  'sia',
  'pt',
  'ab',
  'ao',
  'stichting',
  'stiftung',
  'ou',
  'cia',
  'kabushiki kaisha',
]);

/** Forms of different words that people swap freely, and that therefore do not conflict. */
const SWAPPED: readonly (readonly string[])[] = [
  ['inc', 'corp', 'co', 'llc', 'ltd', 'pc'],
  ['ltd', 'plc', 'llp', 'unlimited'],
  ['ag', 'se', 'gmbh', 'kg', 'ug'],
  ['sa', 'sas', 'sarl', 'eurl', 'se'],
  ['spa', 'srl', 'sl'],
  ['bv', 'nv'],
  ['a/s', 'as', 'aps'],
];

const CANONICAL = new Map<string, string>(
  Object.entries(FORMS).flatMap(([form, written]) => written.map((text) => [text, form] as const)),
);
const LONGEST = Math.max(...[...CANONICAL.keys()].map((text) => text.split(' ').length));
const LAST_WORDS = new Set([...CANONICAL.keys()].map((text) => text.slice(text.lastIndexOf(' ') + 1)));
const LEADING_FIRST = new Set([...LEADING].map((text) => text.split(' ')[0] ?? ''));

/** Forms so usual that a slip in one is still that form; the short ones only with letters swapped or doubled. */
const USUAL_LONG = ['limited', 'incorporated', 'corporation', 'company', 'aktiengesellschaft'];
const USUAL_CODES = USUAL_LONG.map((form) => ({ form, codes: codesOf(form) }));
const USUAL_SHORT = ['ltd', 'inc', 'plc', 'llc', 'corp', 'gmbh', 'pty'];
const SLIPS = slips();
const LEAST_CUT = 3;
const LEAST_SLIPPED = 6;

function slips(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const form of USUAL_SHORT) {
    for (let i = 0; i < form.length; i++) {
      const doubled = form.slice(0, i + 1) + form.slice(i);
      const swapped = form.slice(0, i) + (form[i + 1] ?? '') + (form[i] ?? '') + form.slice(i + 2);
      for (const slip of [doubled, swapped]) if (!CANONICAL.has(slip) && slip.length >= form.length) found.set(slip, form);
    }
  }
  return found;
}

/** The form that a word at the end of a name is a slip of, or was cut off from ("limted", "corporat", "lltd"); "" for none. */
function formBySlip(word: string): string {
  const short = SLIPS.get(word);
  if (short !== undefined) return short;
  if (word.length < LEAST_CUT || word.length > 20) return '';
  const codes = word.length < LEAST_SLIPPED ? null : codesOf(word);
  const slipped = USUAL_CODES.find(
    ({ form, codes: own }) =>
      (word.length < form.length && form.startsWith(word) && (word.length > LEAST_CUT || form === 'limited')) ||
      (codes !== null && letterDistance(codes, 0, codes.length, own, 0, own.length, 1) === 1),
  );
  return slipped?.form ?? '';
}

export interface Stripped {
  readonly core: readonly string[];
  /** Canonical forms found, in alphabetical order, each once. */
  readonly forms: readonly string[];
}

/** Takes legal forms off both ends of a name; a name that is nothing else keeps its words. */
export function stripLegalForms(words: readonly string[]): Stripped {
  const forms = new Set<string>();
  let [from, to] = [0, words.length];
  for (let found = true; found && to - from > 1;) {
    found = false;
    const last = words[to - 1] ?? '';
    if (LAST_WORDS.has(last)) {
      for (let size = Math.min(LONGEST, to - from - 1); size > 0 && !found; size--) {
        const form = CANONICAL.get(size === 1 ? last : words.slice(to - size, to).join(' '));
        if (form === undefined) continue;
        forms.add(form);
        to -= size;
        found = true;
      }
    } else if (forms.size === 0) {
      const form = formBySlip(last);
      if (form !== '') {
        forms.add(CANONICAL.get(form) ?? form);
        to -= 1;
        found = true;
      }
    }
    // What is left of "X & Co. KG" or "X and Company" once its form is off.
    if (found && to - from > 1 && words[to - 1] === 'and') to -= 1;
  }
  if (LEADING_FIRST.has(words[from] ?? '')) {
    for (let size = Math.min(LONGEST, to - from - 1); size > 0; size--) {
      const text = words.slice(from, from + size).join(' ');
      const form = LEADING.has(text) ? CANONICAL.get(text) : undefined;
      if (form === undefined) continue;
      forms.add(form);
      from += size;
      break;
    }
  }
  return {
    core: from === 0 && to === words.length ? words : words.slice(from, to),
    forms: forms.size === 0 ? NONE : [...forms].sort(),
  };
}

const NONE: readonly string[] = [];

/** Forms of names without blanks, in front or behind. */
const UNSPACED: readonly (readonly [RegExp, keyof typeof FORMS])[] = [
  [/(?:一般|公益)?(?:社団|財団)法人/u, 'foundation'],
  [/株式会社|\(株\)|㈱/u, 'kk'],
  [/合同会社|有限会社|\(有\)/u, 'gk'],
  [/股份有限公司|股份公司/u, 'ltd'],
  [/有限责任公司|有限責任公司|有限公司/u, 'ltd'],
  [/주식회사|\(주\)/u, 'kk'],
  [/유한회사/u, 'gk'],
];
const MAY_HOLD_UNSPACED = /[\u3131-\u9fff\uac00-\ud7a3]/;

/** Takes the legal form out of a text in Chinese, Japanese or Korean writing. */
export function withoutUnspacedForm(text: string): { readonly text: string; readonly form: string } {
  if (!MAY_HOLD_UNSPACED.test(text)) return { text, form: '' };
  for (const [pattern, form] of UNSPACED) {
    const rest = text.replace(pattern, ' ').trim();
    if (rest !== text && rest !== '') return { text: rest, form };
  }
  return { text, form: '' };
}

/** How the legal forms of two names agree. */
export type FormAgreement = 'same' | 'one missing' | 'neither' | 'near' | 'conflict';

/** One form in common is enough for "same"; "near": people swap such forms freely. */
export function compareForms(a: readonly string[], b: readonly string[]): FormAgreement {
  if (a.length === 0 && b.length === 0) return 'neither';
  if (a.length === 0 || b.length === 0) return 'one missing';
  if (a.some((form) => b.includes(form))) return 'same';
  return SWAPPED.some((group) => a.some((form) => group.includes(form)) && b.some((form) => group.includes(form)))
    ? 'near'
    : 'conflict';
}
