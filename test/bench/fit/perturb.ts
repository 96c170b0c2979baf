/** A seeded generator of sets: names as another system, and another hand, might write them, with their true pairs. */

import type { Random } from '../../../samples/random';
import { seeded } from '../../../samples/random';
import { pairKey } from '../names/folder';
import type { NamedRow, NameSet } from '../names/folder';

const FORMS: readonly (readonly string[])[] = [
  ['Ltd', 'Limited', 'Ltd.', 'LTD'],
  ['Inc', 'Inc.', 'Incorporated', 'INC'],
  ['Corp', 'Corp.', 'Corporation'],
  ['Co', 'Co.', 'Company'],
  ['plc', 'PLC', 'P.L.C.', 'Public Limited Company'],
  ['GmbH', 'G.m.b.H.', 'GMBH'],
  ['SA', 'S.A.', 'Societe Anonyme'],
  ['AG', 'A.G.', 'Aktiengesellschaft'],
  ['BV', 'B.V.'],
  ['LLC', 'L.L.C.', 'llc'],
];
const SHORTER: readonly (readonly string[])[] = [
  ['International', 'Intl', "Int'l"],
  ['Holdings', 'Hldgs', 'Holding'],
  ['Group', 'Grp'],
  ['Services', 'Svcs', 'Service'],
  ['Technologies', 'Tech', 'Technology'],
  ['Management', 'Mgmt'],
  ['Manufacturing', 'Mfg'],
  ['Industries', 'Ind', 'Inds'],
  ['Investments', 'Inv', 'Invest'],
  ['Financial', 'Fin', 'Finl'],
  ['Pharmaceuticals', 'Pharma', 'Pharm'],
  ['Association', 'Assn', 'Assoc'],
  ['Resources', 'Res'],
  ['Systems', 'Sys'],
  ['Development', 'Dev'],
  ['Engineering', 'Eng'],
];
const PARTS = [
  'UK',
  '(UK)',
  'EMEA',
  'London Branch',
  'Germany',
  '- Paris',
  'Europe',
  '(Asia)',
  'Head Office',
  'Division',
  'Accounts Payable',
];

type Change = (random: Random, name: string) => string;

const CHANGES: readonly (readonly [share: number, change: Change])[] = [
  [0.35, (random, name) => random.pick([name.toUpperCase(), name.toLowerCase(), titled(name)])],
  [0.35, changedForm],
  [0.25, shortened],
  [0.25, slipped],
  [0.08, (random, name) => slipped(random, slipped(random, name))],
  [0.05, (_, name) => name.slice(0, 26).trim()],
  [0.05, reordered],
  [0.12, (_, name) => (name.includes('&') ? name.replace('&', 'and') : name.replace(/\band\b/i, '&'))],
  [0.05, withoutWord],
  [0.05, (random, name) => `${name} ${random.pick(PARTS)}`],
  [0.1, (_, name) => name.replace(/[.,]/g, '')],
  [0.05, (_, name) => name.replace(/-/g, ' ')],
  [0.02, (random, name) => glued(random, name)],
];

/** One name as another might write it; about one in ten stays as it is. */
function perturbed(random: Random, name: string): string {
  if (random.chance(0.1)) return name;
  const changed = CHANGES.reduce((text, [share, change]) => (random.chance(share) ? change(random, text) : text), name);
  return changed.trim() === '' ? name : changed.trim();
}

/**
 * A set of as many rows a side: the right side are names as given, the left ones perturbed; the rest of the left side are
 * strangers, perturbed names that the right side lacks.
 */
export function generatedSet(folder: string, names: readonly string[], rows: number, strangers: number, seed: number): NameSet {
  const random = seeded(seed);
  // Names that differ in signs and case alone are one company, whose two rows nobody could tell apart.
  const shuffled = shuffle(random, [...new Map(names.map((name) => [lettersOf(name), name])).values()]);
  const partners = Math.round(rows * (1 - strangers));
  const need = 2 * rows - partners;
  if (shuffled.length < need) throw new RangeError(`${need} names are needed, ${shuffled.length} given`);
  const rights = shuffled.slice(0, rows);
  const lefts = [...rights.slice(0, partners), ...shuffled.slice(rows, need)];
  const rightIds = shuffle(
    random,
    rights.map((_, i) => `R${i}`),
  );
  const leftIds = shuffle(
    random,
    lefts.map((_, i) => `L${i}`),
  );
  const left = lefts.map((name, i) => row(leftIds[i] ?? '', perturbed(random, name)));
  const right = rights.map((name, i) => row(rightIds[i] ?? '', name));
  const truth = new Set(Array.from({ length: partners }, (_, i) => pairKey(leftIds[i] ?? '', rightIds[i] ?? '')));
  return { folder, left: byId(left), right: byId(right), truth };
}

/** Names made of the words of others, as many as wanted: the first word of one, all but the first of another. */
export function mixedNames(names: readonly string[], count: number, seed: number): string[] {
  const random = seeded(seed);
  const made = new Set<string>();
  while (made.size < count) {
    const [first = ''] = random.pick(names).split(' ');
    const [, ...rest] = random.pick(names).split(' ');
    if (first.length > 3 && rest.length > 1) made.add([first, ...rest].join(' '));
  }
  return [...made];
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function row(id: string, name: string): NamedRow {
  return { id, name, taxNumber: '', domain: '' };
}

function byId(rows: NamedRow[]): NamedRow[] {
  return rows.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

function shuffle<T>(random: Random, list: T[]): T[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = random.whole(0, at);
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
  return list;
}

function titled(name: string): string {
  return name.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

function changedForm(random: Random, name: string): string {
  for (const forms of FORMS) {
    for (const form of forms) {
      if (!name.toLowerCase().endsWith(` ${form.toLowerCase()}`)) continue;
      const bare = name.slice(0, -form.length - 1).replace(/,$/, '');
      return random.chance(0.4) ? bare : `${bare} ${random.pick(forms)}`;
    }
  }
  return random.chance(0.1) ? `${name} ${random.pick(random.pick(FORMS))}` : name;
}

function shortened(random: Random, name: string): string {
  return SHORTER.reduce((text, [long = '', ...short]) => {
    const pattern = new RegExp(`\\b${long}\\b`, 'i');
    return pattern.test(text) && random.chance(0.7) ? text.replace(pattern, random.pick(short)) : text;
  }, name);
}

/** A letter dropped, doubled, changed or swapped with its neighbour, blanks among them. */
function slipped(random: Random, name: string): string {
  if (name.length < 4) return name;
  const at = random.whole(1, name.length - 2);
  const [before, letter, next, after] = [name.slice(0, at), name.charAt(at), name.charAt(at + 1), name.slice(at + 2)];
  return random.pick([
    `${before}${next}${after}`,
    `${before}${letter}${letter}${next}${after}`,
    `${before}${'abcdefghijklmnopqrstuvwxyz'.charAt(random.whole(0, 25))}${next}${after}`,
    `${before}${next}${letter}${after}`,
  ]);
}

function reordered(random: Random, name: string): string {
  const words = name.split(' ');
  if (words.length < 2) return name;
  return random.chance(0.5)
    ? [words[words.length - 1], ...words.slice(0, -1)].join(' ')
    : `${words.slice(1).join(' ')}, ${words[0] ?? ''}`;
}

function withoutWord(random: Random, name: string): string {
  const words = name.split(' ');
  if (words.length < 3) return name;
  const at = random.whole(1, words.length - 1);
  return words.filter((_, i) => i !== at).join(' ');
}

function glued(random: Random, name: string): string {
  const words = name.split(' ');
  if (words.length < 2) return name;
  const at = random.whole(0, words.length - 2);
  return [...words.slice(0, at), `${words[at] ?? ''}${words[at + 1] ?? ''}`, ...words.slice(at + 2)].join(' ');
}
