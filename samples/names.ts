/** Invented company names and the ways in which two systems write them. */

import type { Random } from './random';

const FIRST = [
  'Al',
  'Bren',
  'Cor',
  'Dal',
  'El',
  'Fen',
  'Gar',
  'Hol',
  'Ist',
  'Jor',
  'Kel',
  'Lum',
  'Mar',
  'Nor',
  'Or',
  'Pel',
  'Quin',
  'Ros',
  'Sel',
  'Tor',
  'Ul',
  'Ves',
  'Wal',
  'Yar',
  'Zel',
];
const SECOND = [
  'bridge',
  'croft',
  'den',
  'field',
  'ford',
  'gate',
  'ham',
  'holt',
  'land',
  'ley',
  'mere',
  'mont',
  'ness',
  'pool',
  'rick',
  'sby',
  'stad',
  'ton',
  'vale',
  'wick',
  'wood',
  'worth',
];
const TRADE = [
  'Analytics',
  'Components',
  'Dairy',
  'Energy',
  'Foods',
  'Freight',
  'Glass',
  'Health',
  'Hotels',
  'Instruments',
  'Logistics',
  'Marine',
  'Media',
  'Mills',
  'Optics',
  'Paper',
  'Pharma',
  'Retail',
  'Robotics',
  'Textiles',
  'Tools',
  'Travel',
];
const FORM = ['Ltd', 'GmbH', 'AB', 'SA', 'BV', 'Inc', 'plc', 'AS'];

export interface Company {
  readonly name: string;
  readonly form: string;
}

/** A third of the names of two words there are: beyond it they would be rare to find, and unlike any market too dense. */
const SHORT_NAMES = 4_000;

/** `count` companies with different names: of two words, and of three where there are many. */
export function companies(random: Random, count: number): Company[] {
  const names = new Set<string>();
  const word = (): string => `${random.pick(FIRST)}${random.pick(SECOND)}`;
  while (names.size < count) {
    const first = names.size < SHORT_NAMES ? word() : `${word()} ${word()}`;
    names.add(`${first} ${random.pick(TRADE)}`);
  }
  return [...names].map((name) => ({ name, form: random.pick(FORM) }));
}

/** How the finance system writes a company: mostly with its legal form, at times in capitals or with a slip of the pen. */
export function inLedger(random: Random, { name, form }: Company): string {
  const roll = random.next();
  if (roll < 0.45) return `${name} ${form}`;
  if (roll < 0.7) return name;
  if (roll < 0.85) return `${name} ${form}`.toUpperCase();
  if (roll < 0.93) return `${name}, ${form}.`;
  const at = random.whole(1, name.length - 3);
  return name.slice(0, at) + name.slice(at + 1);
}

export const OWNERS = [
  'Amira Haddad',
  'Bo Larsen',
  'Carla Mendes',
  'Dieter Kranz',
  'Esme Whitlock',
  'Farid Nouri',
  'Greta Solberg',
  'Hugo Vidal',
  'Ines Duarte',
  'Jonas Pihl',
  'Katya Orlova',
  'Liam Byrne',
];
