/** What agreement and conflict of two parties' facts are worth: log2(m/u), and where m and u come from. */

import type { Evidence } from '../../domain/link';
import { evidence } from '../matchWeight';

interface Level {
  readonly comparison: string;
  readonly level: string;
  /** Share of the pairs that are one customer which reach the level. */
  readonly m: number;
  /** Share of the pairs that are two customers which reach it; of identifying facts beyond the chance of being picked. */
  readonly u: number;
}

/**
 * Identifying facts (id, tax number, domain, documents) are few among many: a pair that shares one was not picked at
 * random, so their u is the chance that the fact itself misleads (mistyped, copied, shared by a group), and what choosing
 * among many targets costs is given back to them. The figures are those of the trade's habits: an id is copied by machine, a
 * tax number typed and checked by both sides, a domain often shared or out of date. None is fitted to a set.
 */
const LEVELS = {
  idSame: { comparison: 'customer id', level: 'same', m: 0.99, u: 1 / 4096 },
  /** A veto: no sum of likenesses outweighs it. */
  idConflict: { comparison: 'customer id', level: 'conflict', m: 2 ** -60, u: 1 },
  taxSame: { comparison: 'tax number', level: 'same', m: 0.97, u: 1 / 2048 },
  taxOneCountry: { comparison: 'tax number', level: 'same, country written once', m: 0.97, u: 1 / 1024 },
  /** Mistyped numbers, and a group's number in the place of the company's. */
  taxAnother: { comparison: 'tax number', level: 'another', m: 0.004, u: 1 },
  /** A company registers for tax in several countries. */
  taxAbroad: { comparison: 'tax number', level: "another country's", m: 0.2, u: 0.8 },
  domainSame: { comparison: 'domain', level: 'same', m: 0.8, u: 1 / 160 },
  domainAnother: { comparison: 'domain', level: 'another', m: 0.45, u: 0.95 },
  /** By how many documents of the one quote documents of the other; slips in one quote are common, in three not. */
  quoted1: { comparison: 'shared references', level: '', m: 0.5, u: 1 / 64 },
  quoted2: { comparison: 'shared references', level: '', m: 0.5, u: 1 / 512 },
  quoted3: { comparison: 'shared references', level: '', m: 0.5, u: 1 / 2048 },
  /** By how many unusual amounts only these two parties hold near in time: one meets by chance, several do not. */
  amounts1: { comparison: 'shared amounts', level: '', m: 0.3, u: 0.04 },
  amounts2: { comparison: 'shared amounts', level: '', m: 0.3, u: 1 / 128 },
  amounts3: { comparison: 'shared amounts', level: '', m: 0.3, u: 1 / 1024 },
  countryAnother: { comparison: 'country', level: 'another', m: 0.08, u: 0.7 },
  cityAnother: { comparison: 'city', level: 'another', m: 0.3, u: 0.97 },
  postcodeAnother: { comparison: 'postcode', level: 'another', m: 0.35, u: 0.99 },
  /** The name is that of the account's parent: a group, and not the account itself. */
  parentOf: { comparison: 'parent', level: 'bears the name of its parent', m: 2 ** -20, u: 1 },
} as const satisfies Readonly<Record<string, Level>>;

export type FactLevel = keyof typeof LEVELS;

/** The level as a line of evidence. @param more bits added to its weight · @param said in the place of the level's own label */
export function factEvidence(name: FactLevel, more = 0, said?: string): Evidence {
  const { comparison, level, m, u } = LEVELS[name];
  return evidence(comparison, said ?? level, Math.log2(m / u) + more);
}

/** Share of one customer's two records that name the same place, by field. */
const SAME_PLACE = { country: 0.92, city: 0.65, postcode: 0.6 } as const;
/** A place is never more than this many bits, however rare: a mall or a business park holds many companies. */
const MOST_OF_A_PLACE = { country: 4, city: 5, postcode: 6 } as const;

/** Agreement on a place that a share of all parties has. */
export function placeEvidence(field: keyof typeof SAME_PLACE, share: number): Evidence {
  const weight = Math.log2(SAME_PLACE[field] / share);
  return evidence(field, 'same', Math.min(MOST_OF_A_PLACE[field], Math.max(0, weight)));
}

/** Bits that a fact loses for each doubling of the customers that share it: a group's domain, an agency's, a shared id. */
export const SHARED_BY_SEVERAL = 3;

const IDENTIFYING = new Set(['customer id', 'tax number', 'domain', 'shared references', 'shared amounts']);
const STATED = new Set(['customer list', 'customer id', 'tax number', 'decision']);

/** Evidence beyond names and places that speaks for a pair by itself. */
export function isIdentifying({ comparison, weight }: Evidence): boolean {
  return weight > 0 && IDENTIFYING.has(comparison);
}

/** Evidence that a column or a person states. */
export function isStated({ comparison, weight }: Evidence): boolean {
  return weight > 0 && STATED.has(comparison);
}

/** Evidence in the face of which only a person can say that two are one, whatever else speaks for it. */
export function isContradicted(list: readonly Evidence[]): boolean {
  const { comparison, level } = LEVELS.taxAnother;
  return list.some((one) => one.comparison === comparison && one.level === level);
}
