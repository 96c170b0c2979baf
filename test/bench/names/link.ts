/** The product's own way from rows of names to links, with how long it took. */

import type { Records } from '../../../src/domain/record';
import { matchCustomers } from '../../../src/matching/customers/customers';
import { nameRecords } from '../../../src/matching/named';
import { numberRecords } from '../../../src/matching/numbered';
import { bookOf, OPTIONS } from './book';
import type { NamedRow } from './folder';
import type { Scored } from './measure';

export interface Linked {
  readonly links: readonly Scored[];
  /** From records to customers and links. */
  readonly seconds: number;
}

export function linkNames(left: readonly NamedRow[], right: readonly NamedRow[]): Linked {
  return linkRecords(bookOf(left, right));
}

export function linkRecords(records: Records): Linked {
  const start = performance.now();
  const numbered = numberRecords(records);
  const { links } = matchCustomers(numbered, nameRecords(numbered), OPTIONS, { aliases: [], links: [] });
  const seconds = (performance.now() - start) / 1000;
  return { links: links.map(({ leftId, rightId, probability }) => ({ left: leftId, right: rightId, probability })), seconds };
}
