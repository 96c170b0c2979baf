/** How many of the true matches are found whole: the same invoices with the same payments, none more and none less. */

import type { Link } from '../../../src/domain/link';
import { sets } from '../../../src/domain/sets';
import { groupBy } from '../../../src/matching/groupBy';
import type { Folder, TrueMatch } from './folder';

export interface Score {
  readonly predicted: number;
  readonly actual: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Single links: an invoice with a payment that do belong together. */
export interface LinkScore {
  readonly links: number;
  readonly right: number;
  readonly precision: number;
}

export interface Scored extends Score {
  readonly byLink: LinkScore;
  /** Recall of true matches by what they are, and of what was done to them. */
  readonly byCategory: Readonly<Record<string, Part>>;
  readonly byPerturbation: Readonly<Record<string, Part>>;
}

export interface Part {
  readonly actual: number;
  readonly right: number;
  readonly recall: number;
}

/** A group of records, invoices marked apart from payments: their ids may be the same numbers. */
type Group = readonly string[];

/** @param links of which the connected components are the predicted matches. */
export function score(folder: Folder, links: readonly Link[]): Scored {
  const pairs = pairsOf(folder, links);
  const predicted = componentsOf(pairs);
  const names = new Set(predicted.map(nameOf));
  const isRight = (match: TrueMatch): boolean => names.has(nameOf(groupOf(match)));
  const right = folder.matches.filter(isRight).length;
  return {
    ...figures(predicted.length, folder.matches.length, right),
    byLink: scoreLinks(folder, pairs),
    byCategory: parts(folder.matches, isRight, ({ category }) => [category]),
    byPerturbation: parts(folder.matches, isRight, ({ perturbations }) =>
      perturbations.length === 0 ? ['none'] : perturbations,
    ),
  };
}

function figures(predicted: number, actual: number, right: number): Score {
  const [precision, recall] = [right / Math.max(predicted, 1), right / Math.max(actual, 1)];
  return { predicted, actual, right, precision, recall, f1: (2 * right) / Math.max(predicted + actual, 1) };
}

/** Links of each pass and state, and how many of them are right. */
export function scorePasses(folder: Folder, links: readonly Link[]): Readonly<Record<string, LinkScore>> {
  const groups = groupBy(links, ({ pass, state }) => `${pass}, ${state}`);
  return Object.fromEntries([...groups].map(([name, own]) => [name, scoreLinks(folder, pairsOf(folder, own))]));
}

type Pair = readonly [invoice: string, payment: string];

function pairsOf(folder: Folder, links: readonly Link[]): Pair[] {
  return links.map(({ left, right }) => [`i${folder.invoiceOf.get(left)}`, `p${folder.paymentOf.get(right)}`]);
}

function scoreLinks(folder: Folder, pairs: readonly Pair[]): LinkScore {
  const matchOf = new Map(folder.matches.flatMap((match, at) => groupOf(match).map((name) => [name, at] as const)));
  const right = pairs.filter(
    ([invoice, payment]) => matchOf.has(invoice) && matchOf.get(invoice) === matchOf.get(payment),
  ).length;
  return { links: pairs.length, right, precision: right / Math.max(pairs.length, 1) };
}

function groupOf({ invoices, payments }: TrueMatch): Group {
  return [...invoices.map((id) => `i${id}`), ...payments.map((id) => `p${id}`)];
}

function nameOf(group: Group): string {
  return [...group].sort().join(' ');
}

function componentsOf(pairs: readonly Pair[]): Group[] {
  const names = [...new Set(pairs.flat())];
  const positions = new Map(names.map((name, at) => [name, at]));
  const joined = sets(names.length);
  for (const [a, b] of pairs) joined.join(positions.get(a) ?? 0, positions.get(b) ?? 0);
  return [...groupBy(names, (name) => joined.rootOf(positions.get(name) ?? 0)).values()];
}

function parts(
  matches: readonly TrueMatch[],
  isRight: (match: TrueMatch) => boolean,
  labelsOf: (match: TrueMatch) => readonly string[],
): Record<string, Part> {
  const counts = new Map<string, { actual: number; right: number }>();
  for (const match of matches) {
    const found = isRight(match) ? 1 : 0;
    for (const label of labelsOf(match)) {
      const { actual, right } = counts.get(label) ?? { actual: 0, right: 0 };
      counts.set(label, { actual: actual + 1, right: right + found });
    }
  }
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([label, part]) => [label, { ...part, recall: part.right / part.actual }]));
}
