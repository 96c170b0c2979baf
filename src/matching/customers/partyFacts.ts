/** Evidence that two parties are one customer beyond their names: ids, tax numbers, domains, places, documents they share. */

import type { Evidence } from '../../domain/link';
import { factEvidence, placeEvidence, SHARED_BY_SEVERAL } from './factWeights';
import type { FactLevel } from './factWeights';
import type { Party } from './parties';
import type { PlaceField } from './places';
import type { Shared } from './sharedDocuments';
import { compareTaxNumbers } from './taxNumber';

/** Below it a party shares documents with several others: a reseller or a parent, not the same customer. */
const SHARED_MAJORITY = 0.6;
/** Fewer amounts in common may be chance. */
const LEAST_AMOUNTS = 2;

/** What is known of parties beside their own fields. */
export interface FactContext {
  /** True where two sides number their customers alike, so that different ids are different customers. */
  readonly sameIds: (a: Party, b: Party) => boolean;
  /** What a party's documents share with others'. */
  readonly shared: (party: number) => SharedFacts;
  /** How common facts are. */
  readonly known: KnownFacts;
}

export interface SharedFacts {
  readonly references: Shared | undefined;
  readonly amounts: Shared | undefined;
}

export interface KnownFacts {
  /** How many customers of unlike names, on the side where they are most, bear an id, a tax number or a domain. */
  readonly bearers: (fact: string) => number;
  /** Share of all parties that have a place at all which have this one. */
  readonly shareOf: (field: PlaceField, place: string) => number;
}

/**
 * Compares the facts of two parties.
 * @param shared `context.shared` of the first
 * @param target position of the second
 * @param chance log2 of the number of parties that the second was chosen among: what an identifying fact has to outweigh.
 */
export function compareFacts(
  a: Party,
  b: Party,
  shared: SharedFacts,
  target: number,
  chance: number,
  context: FactContext,
): Evidence[] {
  const { known } = context;
  const list: Evidence[] = [];
  if (a.id !== '' && b.id !== '' && context.sameIds(a, b)) {
    list.push(a.id === b.id ? shareable('idSame', [`id|${a.id}`], chance, known) : factEvidence('idConflict'));
  }
  if (a.taxNumbers.length > 0 && b.taxNumbers.length > 0) list.push(taxEvidence(a, b, chance, known));
  if (a.domains.size > 0 && b.domains.size > 0) {
    const same = [...a.domains].filter((domain) => b.domains.has(domain)).map((domain) => `domain|${domain}`);
    list.push(same.length > 0 ? shareable('domainSame', same, chance, known) : factEvidence('domainAnother'));
  }
  list.push(...placesEvidence(a, b, known), ...documentsEvidence(shared, target, chance));
  if (isParentOf(a, b) || isParentOf(b, a)) list.push(factEvidence('parentOf'));
  return list;
}

/** An identifying fact, worth less for each customer more that shares it; of several that agree the rarest counts. */
function shareable(level: FactLevel, facts: readonly string[], chance: number, known: KnownFacts): Evidence {
  const bearers = Math.min(...facts.map((fact) => known.bearers(fact)));
  if (bearers <= 1) return factEvidence(level, chance);
  const plain = factEvidence(level, chance - SHARED_BY_SEVERAL * Math.log2(bearers));
  // Shared by many it says nothing, not that the two are different.
  return { ...plain, level: `same, shared by ${bearers}`, weight: Math.max(0, plain.weight) };
}

function taxEvidence(a: Party, b: Party, chance: number, known: KnownFacts): Evidence {
  const agreement = compareTaxNumbers(a.taxNumbers, b.taxNumbers);
  if (agreement === 'another') return factEvidence('taxAnother');
  if (agreement === "another country's") return factEvidence('taxAbroad');
  const bodies = new Set(b.taxNumbers.map(({ body }) => body));
  const same = a.taxNumbers.filter(({ body }) => bodies.has(body)).map(({ body }) => `tax|${body}`);
  return shareable(agreement === 'same' ? 'taxSame' : 'taxOneCountry', same, chance, known);
}

const ANOTHER_PLACE = { country: 'countryAnother', city: 'cityAnother', postcode: 'postcodeAnother' } as const;

/** Places from the widest: where countries differ, no city is compared; a postcode says all that its city does. */
function placesEvidence(a: Party, b: Party, known: KnownFacts): Evidence[] {
  const compared = (field: PlaceField): Evidence | null => {
    const [as, bs] = [a.places[field], b.places[field]];
    if (as.size === 0 || bs.size === 0) return null;
    const same = [...as].filter((place) => bs.has(place));
    return same.length === 0
      ? factEvidence(ANOTHER_PLACE[field])
      : placeEvidence(field, Math.min(...same.map((place) => known.shareOf(field, place))));
  };
  const country = compared('country');
  if (country !== null && country.weight < 0) return [country];
  const postcode = compared('postcode');
  if (postcode !== null && postcode.weight > 0) return [postcode];
  const city = compared('city');
  return [city ?? postcode ?? country].filter((one) => one !== null);
}

function documentsEvidence({ references, amounts }: SharedFacts, target: number, chance: number): Evidence[] {
  const list: Evidence[] = [];
  const quoted = majority(references, target);
  if (quoted !== null) {
    const level = (['quoted1', 'quoted2', 'quoted3'] as const)[Math.min(quoted.count, 3) - 1] ?? 'quoted3';
    list.push(factEvidence(level, chance, `${quoted.count} of ${quoted.all} documents quote its documents`));
  }
  const held = majority(amounts, target);
  if (held !== null) {
    const level = (['amounts1', 'amounts2', 'amounts3'] as const)[Math.min(held.count, 3) - 1] ?? 'amounts3';
    const said = held.count === 1 ? 'one unusual amount, near in time' : `${held.count} unusual amounts, near in time`;
    // A single amount is found by looking for it: it does not make up for the choice among many.
    list.push(factEvidence(level, held.count >= LEAST_AMOUNTS ? chance : 0, said));
  }
  return list;
}

function majority(shared: Shared | undefined, target: number): { readonly count: number; readonly all: number } | null {
  const count = shared?.with.get(target) ?? 0;
  return shared === undefined || count === 0 || count < SHARED_MAJORITY * shared.all ? null : { count, all: shared.all };
}

/** A ledger account that bears the name of an account's parent, and not the account's own. */
function isParentOf(parent: Party, child: Party): boolean {
  return child.parents.has(parent.normal.key) && parent.normal.key !== child.normal.key;
}

/** From a party to the others that share an id, a tax number, a domain or documents with it, whatever their names. */
export interface FactIndex {
  readonly partners: (party: number) => readonly number[];
}

/** A fact that more targets bear identifies none of them: those are found by their names. */
const MOST_BEARERS = 32;

/** Partners are in no order, one as often as it is found. */
export function indexFacts(targets: readonly number[], parties: readonly Party[], context: FactContext): FactIndex {
  const byId = new Bearers();
  const byFact = new Bearers();
  const among = new Uint8Array(parties.length);
  for (const target of targets) {
    const party = parties[target] as Party;
    among[target] = 1;
    if (party.id !== '') byId.add(party.id, target);
    for (const fact of factsOf(party)) byFact.add(fact, target);
  }
  const partners = (position: number): readonly number[] => {
    const { references, amounts } = context.shared(position);
    const party = parties[position] as Party;
    const sameId = party.id === '' ? NOBODY : byId.of(party.id);
    const facts = factsOf(party);
    if (facts.length === 0 && references === undefined && amounts === undefined) return sameId;
    const found = [...sameId, ...facts.flatMap((fact) => byFact.of(fact))];
    for (const [shared, least] of [
      [references, 1],
      [amounts, LEAST_AMOUNTS],
    ] as const) {
      for (const [target, count] of shared?.with ?? [])
        if (count >= least && count >= SHARED_MAJORITY * (shared?.all ?? 0) && among[target] === 1) found.push(target);
    }
    return found;
  };
  return { partners };
}

const NOBODY: readonly never[] = [];

/** Who bears a fact; mostly that is one, for whom no list is kept. */
class Bearers {
  private readonly first = new Map<string, number>();
  private readonly several = new Map<string, number[]>();

  add(fact: string, target: number): void {
    const first = this.first.get(fact);
    if (first === undefined) {
      this.first.set(fact, target);
      return;
    }
    const several = this.several.get(fact);
    if (several === undefined) this.several.set(fact, [first, target]);
    else several.push(target);
  }

  /** None where they are too many. */
  of(fact: string): readonly number[] {
    const first = this.first.get(fact);
    if (first === undefined) return NOBODY;
    const several = this.several.get(fact);
    if (several === undefined) return [first];
    return several.length > MOST_BEARERS ? NOBODY : several;
  }
}

/** Tax numbers and domains by which candidates are found. */
export function factsOf({ taxNumbers, domains }: Party): readonly string[] {
  if (taxNumbers.length + domains.size === 0) return NOBODY;
  return [...taxNumbers.map(({ body }) => `tax|${body}`), ...Array.from(domains, (domain) => `domain|${domain}`)];
}
