/** Evidence that two parties are one customer beyond their names: ids, tax numbers, domains, documents that quote each other. */

import type { Evidence } from '../../domain/link';
import { evidence } from '../matchWeight';
import type { Party } from './parties';

const CONFLICTING_ID = -60;
const SAME_ID = 12;
const SAME_TAX_NUMBER = 11;
const OTHER_TAX_NUMBER = -3;
const SAME_DOMAIN = 7;
const OTHER_DOMAIN = -1;
/** What one, two, three or more documents quoting the other side's say beyond chance. */
const SHARED_REFERENCES = [0, 5, 8, 10] as const;
/** Below it a party quotes several others' documents: a reseller or a parent, not the same customer. */
const SHARED_MAJORITY = 0.6;

/** What is known of parties beside their own fields. */
export interface FactContext {
  /** True where two sides number their customers alike, so that different ids are different customers. */
  readonly sameIds: (a: Party, b: Party) => boolean;
  /** Documents of a party that name documents of others, by the position of those, with how many. */
  readonly shared: (party: number) => ReadonlyMap<number, number>;
}

/**
 * Compares the facts of two parties.
 * @param shared `context.shared` of the first · @param target position of the second
 * @param chance log2 of the number of parties that the second was chosen among: what an identifying fact has to outweigh.
 */
export function compareFacts(
  a: Party,
  b: Party,
  shared: ReadonlyMap<number, number>,
  target: number,
  chance: number,
  context: FactContext,
): Evidence[] {
  const list: Evidence[] = [];
  if (a.id !== '' && b.id !== '' && context.sameIds(a, b)) {
    list.push(
      a.id === b.id ? evidence('customer id', 'same', SAME_ID + chance) : evidence('customer id', 'conflict', CONFLICTING_ID),
    );
  }
  if (a.taxNumbers.size > 0 && b.taxNumbers.size > 0) {
    const same = overlap(a.taxNumbers, b.taxNumbers);
    list.push(evidence('tax number', same ? 'same' : 'another', same ? SAME_TAX_NUMBER + chance : OTHER_TAX_NUMBER));
  }
  if (a.domains.size > 0 && b.domains.size > 0) {
    const same = overlap(a.domains, b.domains);
    list.push(evidence('domain', same ? 'same' : 'another', same ? SAME_DOMAIN + chance : OTHER_DOMAIN));
  }
  const quoted = sharedEvidence(shared, target, chance);
  if (quoted !== null) list.push(quoted);
  return list;
}

function sharedEvidence(shared: ReadonlyMap<number, number>, target: number, chance: number): Evidence | null {
  const count = shared.get(target) ?? 0;
  const all = [...shared.values()].reduce((sum, n) => sum + n, 0);
  if (count === 0 || count < SHARED_MAJORITY * all) return null;
  const worth = SHARED_REFERENCES[Math.min(count, 3) as 1 | 2 | 3];
  return evidence('shared references', `${count} of ${all} documents quote its documents`, worth + chance);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const value of a) if (b.has(value)) return true;
  return false;
}

/** From a party to the others that share an id, a tax number, a domain or documents with it, whatever their names. */
export interface FactIndex {
  readonly partners: (party: number) => readonly number[];
}

export function indexFacts(targets: readonly number[], parties: readonly Party[], context: FactContext): FactIndex {
  const index = new Map<string, number[]>();
  for (const target of targets) {
    for (const fact of factsOf(parties[target] as Party)) {
      const list = index.get(fact);
      if (list === undefined) index.set(fact, [target]);
      else list.push(target);
    }
  }
  const among = new Set(targets);
  const partners = (party: number): readonly number[] => [
    ...factsOf(parties[party] as Party).flatMap((fact) => index.get(fact) ?? []),
    ...[...context.shared(party).keys()].filter((target) => among.has(target)),
  ];
  return { partners };
}

/** Ids, tax numbers and domains by which candidates are found. */
function factsOf(party: Party): string[] {
  return [
    ...(party.id === '' ? [] : [`id|${party.id}`]),
    ...[...party.taxNumbers].map((tax) => `tax|${tax}`),
    ...[...party.domains].map((domain) => `domain|${domain}`),
  ];
}
