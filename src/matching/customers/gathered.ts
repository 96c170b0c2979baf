/** What the records of one counterparty say of it, taken in one by one. */

import type { Place, RecordKey } from '../../domain/record';
import type { ReconciledRecord } from '../numbered';

/** Texts or places, each once and in their order; mostly there is one, and no set is made for it. */
type Some<T> = T | ReadonlySet<T> | undefined;

export class Gathered {
  size = 0;
  /** The first of the records' keys. */
  first: RecordKey = '';
  /** Their only name, with how many bear it; each with how many where they bear several. */
  private name = '';
  private named = 0;
  private counts: Map<string, number> | null = null;
  private unnamed = 0;
  private ids: Some<string>;
  private parents: Some<string>;
  private taxNumbers: Some<string>;
  private domains: Some<string>;
  private places: Some<Place>;
  private aliased: Some<string>;

  /** @param number its place among all that are gathered */
  constructor(
    readonly number: number,
    readonly id: string,
    readonly space: number,
  ) {}

  /** @param name that it goes by · @param isAliased whether that is another than its sheet gives */
  take(record: ReconciledRecord, name: string, isAliased: boolean): void {
    const own = record.customer.trim();
    this.takeName(name, 1);
    if (name === own) this.ids = withText(this.ids, record.customerId.trim());
    if (record.role === 'deal') this.parents = withText(this.parents, record.parent);
    this.taxNumbers = withText(this.taxNumbers, record.taxNumber);
    this.domains = withText(this.domains, record.domain);
    if (record.place !== undefined) this.places = withOne(this.places, record.place);
    if (isAliased) this.aliased = withText(this.aliased, own);
    this.takeKey(record.key);
    this.size += 1;
  }

  /** Takes in all that another has taken. */
  join(other: Gathered): void {
    for (const [name, count] of other.names()) this.takeName(name, count);
    this.ids = withAll(this.ids, other.ids);
    this.parents = withAll(this.parents, other.parents);
    this.taxNumbers = withAll(this.taxNumbers, other.taxNumbers);
    this.domains = withAll(this.domains, other.domains);
    this.places = withAll(this.places, other.places);
    this.aliased = withAll(this.aliased, other.aliased);
    this.takeKey(other.first);
    this.size += other.size;
  }

  /** Each name with how many records bear it, the blank one among them. */
  names(): readonly (readonly [string, number])[] {
    const named = this.counts === null ? [[this.name, this.named] as const] : [...this.counts];
    return [...named, ['', this.unnamed] as const].filter(([, count]) => count > 0);
  }

  /** What else they say, each list without blanks. */
  said(): Said {
    return {
      ids: listOf(this.ids),
      parents: listOf(this.parents),
      taxNumbers: listOf(this.taxNumbers),
      domains: listOf(this.domains),
      places: listOf(this.places),
      aliased: listOf(this.aliased),
    };
  }

  private takeName(name: string, count: number): void {
    if (name === '') this.unnamed += count;
    else if (this.counts !== null) this.counts.set(name, (this.counts.get(name) ?? 0) + count);
    else if (this.named === 0 || name === this.name) {
      this.name = name;
      this.named += count;
    } else this.counts = new Map([[this.name, this.named]]).set(name, count);
  }

  private takeKey(key: RecordKey): void {
    if (this.size === 0 || key < this.first) this.first = key;
  }
}

export interface Said {
  readonly ids: readonly string[];
  readonly parents: readonly string[];
  readonly taxNumbers: readonly string[];
  readonly domains: readonly string[];
  readonly places: readonly Place[];
  readonly aliased: readonly string[];
}

/** Blank and absent says nothing. */
function withText(some: Some<string>, text: string | undefined): Some<string> {
  return text === undefined || text === '' ? some : withOne(some, text);
}

function withOne<T extends string | Place>(some: Some<T>, one: T): Some<T> {
  if (some === undefined || some === one) return one;
  return some instanceof Set ? (some as Set<T>).add(one) : new Set<T>([some as T, one]);
}

function withAll<T extends string | Place>(some: Some<T>, others: Some<T>): Some<T> {
  return listOf(others).reduce<Some<T>>((all, one) => withOne(all, one), some);
}

function listOf<T extends string | Place>(some: Some<T>): readonly T[] {
  if (some === undefined) return NOTHING;
  return some instanceof Set ? [...(some as Set<T>)] : [some as T];
}

const NOTHING: readonly never[] = [];
