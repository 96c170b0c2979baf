/** The links that stand in the numbers, found from either end, surest first. */

import { KIND_BIT } from '../domain/link';
import type { Certainty, Link, LinkKind } from '../domain/link';
import type { ReconciledRecord, RecordKey } from '../domain/record';
import type { Register } from './register';

/** A link as one of its records sees it. */
export interface Tie {
  readonly link: Link;
  readonly partner: ReconciledRecord;
  /** The partner's number in the run. */
  readonly no: number;
  /** The partner is the link's left record. */
  readonly isLeft: boolean;
  readonly isSuggested: boolean;
  /** The bit of the link's kind. */
  readonly bit: number;
}

const NONE: readonly Tie[] = [];

/** What a tie says beside its kind, in the bits above those of the kinds. */
const LEFT = 64;
const SUGGESTED = 128;
const KINDS = LEFT - 1;

const RANK: Readonly<Record<Certainty, number>> = { stated: 0, inferred: 1, assumed: 2 };

/** A tie's cells: its link's place, its partner's number, and the bits. */
const [PARTNER, BITS, CELLS] = [1, 2, 3];

/**
 * Links by the numbers of their records. Ties lie in one list, those of a record side by side, and are made when they are asked
 * for: a run asks record after record, and ties as objects would lie wherever their links were found.
 */
export class LinkBook {
  /** Where the cells of each record's ties begin, by its number, and behind the last one. */
  private readonly starts: Uint32Array;
  private readonly cells: Uint32Array;
  /** The kinds of each record's links, by its number. */
  private readonly kinds: Uint8Array;

  /**
   * @param links those whose records are both in scope count; the others are passed over.
   * @param ends as far as they are known, the numbers of their keys.
   */
  constructor(
    private readonly links: readonly Link[],
    private readonly records: Register,
    private readonly suggestedToo: boolean,
    private readonly ends?: Uint32Array,
  ) {
    const count = records.all.length;
    const lefts = new Int32Array(links.length).fill(-1);
    const rights = new Int32Array(links.length);
    this.starts = new Uint32Array(count + 1);
    links.forEach((link, place) => {
      if (!suggestedToo && link.state === 'suggested') return;
      const left = records.numberOf(link.left, ends?.[2 * place]);
      const right = records.numberOf(link.right, ends?.[2 * place + 1]);
      if (left < 0 || right < 0 || left === right) return;
      lefts[place] = left;
      rights[place] = right;
      this.starts[left + 1] = (this.starts[left + 1] ?? 0) + CELLS;
      this.starts[right + 1] = (this.starts[right + 1] ?? 0) + CELLS;
    });
    for (let no = 0; no < count; no += 1) this.starts[no + 1] = (this.starts[no + 1] ?? 0) + (this.starts[no] ?? 0);

    this.cells = new Uint32Array(this.starts[count] ?? 0);
    this.kinds = new Uint8Array(count);
    const filled = this.starts.slice(0, count);
    const put = (own: number, partner: number, place: number, bits: number): void => {
      const at = filled[own] ?? 0;
      filled[own] = at + CELLS;
      this.cells[at] = place;
      this.cells[at + PARTNER] = partner;
      this.cells[at + BITS] = bits;
      this.kinds[own] = (this.kinds[own] ?? 0) | (bits & KINDS);
    };
    links.forEach(({ kind, state }, place) => {
      const [left, right] = [lefts[place] ?? -1, rights[place] ?? 0];
      if (left < 0) return;
      const bits = KIND_BIT[kind] | (state === 'suggested' ? SUGGESTED : 0);
      put(left, right, place, bits);
      put(right, left, place, bits | LEFT);
    });
    for (let no = 0; no < count; no += 1) this.sort(no);
  }

  /**
   * The links of a record to records in scope, surest first, then by the partner's date and key.
   * @param kinds the bits of those that are asked for.
   * @param accepts whether those to a partner, by its number, are asked for.
   */
  of(no: number, kinds = KINDS, accepts: (partner: number) => boolean = anybody): readonly Tie[] {
    if (((this.kinds[no] ?? 0) & kinds) === 0) return NONE;
    let ties: Tie[] | null = null;
    const to = this.starts[no + 1] ?? 0;
    for (let at = this.starts[no] ?? 0; at < to; at += CELLS) {
      if ((this.bitsAt(at) & kinds) === 0 || !accepts(this.partnerAt(at))) continue;
      // Most have one, and a list that grows takes room for many.
      if (ties === null) ties = [this.tie(at)];
      else ties.push(this.tie(at));
    }
    return ties ?? NONE;
  }

  ofKind(no: number, kind: LinkKind): readonly Tie[] {
    return this.of(no, KIND_BIT[kind]);
  }

  /** The numbers of the records to which a record has links, in the order of the links. */
  eachPartner(no: number, see: (partner: number) => void): void {
    const to = this.starts[no + 1] ?? 0;
    for (let at = this.starts[no] ?? 0; at < to; at += CELLS) see(this.partnerAt(at));
  }

  has(no: number, kind: LinkKind): boolean {
    return ((this.kinds[no] ?? 0) & KIND_BIT[kind]) !== 0;
  }

  /** Whether a record has several links of a kind. */
  hasSeveral(no: number, kind: LinkKind): boolean {
    let count = 0;
    const to = this.has(no, kind) ? (this.starts[no + 1] ?? 0) : 0;
    for (let at = this.starts[no] ?? 0; at < to; at += CELLS) if ((this.bitsAt(at) & KIND_BIT[kind]) !== 0) count += 1;
    return count > 1;
  }

  /** The left record of the surest link of which a record is the right one; −1 where it has none of the kind. */
  leftOf(no: number, kind: LinkKind): number {
    const wanted = KIND_BIT[kind] | LEFT;
    const to = this.has(no, kind) ? (this.starts[no + 1] ?? 0) : 0;
    for (let at = this.starts[no] ?? 0; at < to; at += CELLS)
      if ((this.bitsAt(at) & wanted) === wanted) return this.partnerAt(at);
    return -1;
  }

  /** Those of one kind, of the record with a key. */
  ofRecord(key: RecordKey, kind: LinkKind): readonly Tie[] {
    return this.ofKind(this.records.numberOf(key), kind);
  }

  /** A book with these links too. */
  and(links: readonly Link[]): LinkBook {
    return new LinkBook([...this.links, ...links], this.records, this.suggestedToo, this.ends);
  }

  private partnerAt(at: number): number {
    return this.cells[at + PARTNER] ?? 0;
  }

  private bitsAt(at: number): number {
    return this.cells[at + BITS] ?? 0;
  }

  private tie(at: number): Tie {
    const [no, bits] = [this.partnerAt(at), this.bitsAt(at)];
    return {
      link: this.links[this.cells[at] ?? 0] as Link,
      partner: this.records.all[no] as ReconciledRecord,
      no,
      isLeft: (bits & LEFT) !== 0,
      isSuggested: (bits & SUGGESTED) !== 0,
      bit: bits & KINDS,
    };
  }

  /** Most records have one tie, or a few that are in order. */
  private sort(no: number): void {
    const [from, to] = [this.starts[no] ?? 0, this.starts[no + 1] ?? 0];
    if (to - from <= CELLS) return;
    const ties = this.of(no);
    if (ties.every((tie, i) => i === 0 || surestFirst(ties[i - 1] as Tie, tie) <= 0)) return;
    const sorted = ties
      .map((tie, i) => ({ tie, cells: this.cells.slice(from + i * CELLS, from + (i + 1) * CELLS) }))
      .sort((a, b) => surestFirst(a.tie, b.tie));
    sorted.forEach(({ cells }, i) => this.cells.set(cells, from + i * CELLS));
  }
}

const anybody = (): boolean => true;

function surestFirst(a: Tie, b: Tie): number {
  return (
    Number(a.isSuggested) - Number(b.isSuggested) ||
    RANK[a.link.certainty] - RANK[b.link.certainty] ||
    a.partner.day - b.partner.day ||
    order(a.partner.key, b.partner.key) ||
    order(a.link.kind, b.link.kind) ||
    a.link.allocated - b.link.allocated
  );
}

/** Plain order of two texts by code unit: the same in every locale. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
