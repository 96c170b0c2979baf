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
}

/** The links of one record to records in scope, surest first, then by the partner's date and key. */
export interface Ties {
  readonly all: readonly Tie[];
  ofKind(kind: LinkKind): readonly Tie[];
}

export interface LinkBook {
  /** By the record's number. */
  readonly at: (no: number) => Ties;
  /** Of one kind after the other. */
  readonly ofKind: (record: RecordKey, kind: LinkKind, ...more: readonly LinkKind[]) => readonly Tie[];
  /** A book with these links too. */
  readonly and: (links: readonly Link[]) => LinkBook;
}

/** @param links those whose records are both in scope count; the others are passed over. */
export function linkBook(links: readonly Link[], records: Register, suggestedToo: boolean): LinkBook {
  const open = (ties: readonly Ties[]): LinkBook => {
    const at = (no: number): Ties => ties[no] ?? UNTIED;
    return {
      at,
      ofKind: (record, kind, ...more) => {
        const own = at(records.numberOf(record));
        return more.length === 0 ? own.ofKind(kind) : [kind, ...more].flatMap((each) => own.ofKind(each));
      },
      and: (others) => open(tied(ties, others, records, suggestedToo)),
    };
  };
  const none = records.all.map(() => UNTIED);
  return open(tied(none, links, records, suggestedToo));
}

function tied(before: readonly Ties[], links: readonly Link[], records: Register, suggestedToo: boolean): Ties[] {
  const added = new Array<Tie[] | undefined>(before.length);
  const put = (link: Link, own: number, no: number): void => {
    const partner = records.all[no];
    if (partner === undefined) return;
    const tie = { link, partner, no };
    const before = added[own];
    // Most records have one or two: a list that grows makes room for many.
    if (before === undefined || before.length < FEW) added[own] = before === undefined ? [tie] : [...before, tie];
    else before.push(tie);
  };
  for (const link of links) {
    if (!suggestedToo && link.state === 'suggested') continue;
    const [left, right] = [records.numberOf(link.left), records.numberOf(link.right)];
    if (left < 0 || right < 0 || left === right) continue;
    put(link, left, right);
    put(link, right, left);
  }
  return before.map((ties, no) => {
    const more = added[no];
    if (more === undefined) return ties;
    const all = ties === UNTIED ? more : [...ties.all, ...more];
    return new SortedTies(
      all.every((tie, i) => i === 0 || surestFirst(all[i - 1] as Tie, tie) <= 0) ? all : all.sort(surestFirst),
    );
  });
}

const FEW = 4;

const NONE: readonly Tie[] = [];
const UNTIED: Ties = { all: NONE, ofKind: () => NONE };

/** Of most records the ties are of one kind, and of most kinds there are none: lists are made of the others only, once asked for. */
class SortedTies implements Ties {
  private readonly kinds: number;
  /** One for each kind that there is, in the order of their bits. */
  private lists: (readonly Tie[])[] | null = null;

  constructor(readonly all: readonly Tie[]) {
    let kinds = 0;
    for (const { link } of all) kinds |= KIND_BIT[link.kind];
    this.kinds = kinds;
  }

  ofKind(kind: LinkKind): readonly Tie[] {
    if ((this.kinds & KIND_BIT[kind]) === 0) return NONE;
    if (this.kinds === KIND_BIT[kind]) return this.all;
    return (this.lists ??= this.byKind())[this.placeOf(kind)] ?? NONE;
  }

  private placeOf(kind: LinkKind): number {
    return bitsOf(this.kinds & (KIND_BIT[kind] - 1));
  }

  private byKind(): (readonly Tie[])[] {
    const lists: (readonly Tie[])[] = [];
    for (const tie of this.all) {
      const place = this.placeOf(tie.link.kind);
      const before = lists[place];
      lists[place] = before === undefined ? [tie] : [...before, tie];
    }
    return lists;
  }
}

/** How many bits of a set of kinds are set. */
function bitsOf(kinds: number): number {
  let count = 0;
  for (let left = kinds; left !== 0; left &= left - 1) count += 1;
  return count;
}

const RANK: Readonly<Record<Certainty, number>> = { stated: 0, inferred: 1, assumed: 2 };

function surestFirst(a: Tie, b: Tie): number {
  return (
    Number(a.link.state === 'suggested') - Number(b.link.state === 'suggested') ||
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
