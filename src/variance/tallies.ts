/** What is still open on the parts of documents, owner by owner, while credits, receipts and revenue are set against them. */

import { distribute } from '../domain/money';
import type { Currency, Minor } from '../domain/money';
import type { ReconciledRecord } from '../domain/record';
import { order } from './links';
import type { Part, Posting } from './posting';

/** Amounts by owner: how much of a document each of its parts has; the owner alone where one has all of it. */
export type Shares = string | ReadonlyMap<string, number>;

/** A link's amount that asks for its share of an invoice's parts. */
export interface Claim {
  /** The invoice's number. */
  readonly invoice: number;
  readonly amount: number;
}

interface Tally {
  readonly currency: Currency;
  readonly owners: readonly string[];
  readonly total: readonly number[];
  readonly open: number[];
}

export interface Tallies {
  /** An amount by owner, over the parts of the claimed invoices; null where no invoice is known. */
  readonly spread: (record: ReconciledRecord, size: number, claims: readonly Claim[]) => Shares | null;
  /** Takes parts that are already cut off the claimed invoices. */
  readonly take: (claims: readonly Claim[], parts: readonly Part[]) => void;
}

/**
 * What is still open on each part of each document, while records are set against it in date order.
 * @param isDocument by the record's number, whether it may be claimed once it is posted. Most never are.
 */
export function tallies(
  postings: readonly (Posting | undefined)[],
  isDocument: (no: number) => boolean,
  amountOf: (part: Part) => Minor,
): Tallies {
  const known = new Map<number, Tally>();
  const open = (no: number): Tally | null => {
    const tally = known.get(no);
    const posting = postings[no];
    if (tally !== undefined || posting === undefined || !isDocument(no)) return tally ?? null;
    const { record, parts } = posting;
    const total = parts.map((part) => Math.abs(amountOf(part)));
    const opened = { currency: record.currency, owners: parts.map(({ line }) => line.owner), total, open: [...total] };
    known.set(no, opened);
    return opened;
  };
  const takeFrom = (tally: Tally, wanted: number, size: number, { currency }: ReconciledRecord): readonly number[] =>
    size < 0 ? giveBack(tally, wanted) : takeOpen(tally, wanted, tally.currency === currency);
  const take = (claimed: readonly Claim[], parts: readonly Part[]): void => {
    if (claimed.length === 0) return;
    const left = new Map(parts.map((part) => [part.line.owner, Math.abs(amountOf(part))]));
    for (const { invoice } of claimed) {
      const tally = open(invoice);
      tally?.owners.forEach((owner, i) => {
        const taken = Math.min(left.get(owner) ?? 0, tally.open[i] ?? 0);
        left.set(owner, (left.get(owner) ?? 0) - taken);
        tally.open[i] = (tally.open[i] ?? 0) - taken;
      });
    }
  };
  const spread = (record: ReconciledRecord, size: number, claimed: readonly Claim[]): Shares | null => {
    const [first] = claimed;
    const only = claimed.length === 1 && first !== undefined ? open(first.invoice) : null;
    if (only?.owners.length === 1) {
      takeFrom(only, Math.min(Math.abs(size), first?.amount ?? 0), size, record);
      return only.owners[0] ?? null;
    }
    const shares = new Map<string, number>();
    const give = (owners: readonly string[], amounts: readonly number[]): void =>
      owners.forEach((owner, i) => shares.set(owner, (shares.get(owner) ?? 0) + (amounts[i] ?? 0)));
    let left = Math.abs(size);
    let last: Tally | null = null;
    for (const { invoice, amount } of claimed) {
      const tally = open(invoice);
      if (tally === null) continue;
      last ??= tally;
      const wanted = Math.min(left, amount);
      left -= wanted;
      give(tally.owners, takeFrom(tally, wanted, size, record));
    }
    if (last === null) return null;
    const [sole] = shares.keys();
    if (shares.size === 1 && sole !== undefined) return sole;
    const known = [...shares.values()].some((share) => share > 0);
    if (!known) give(last.owners, last.total);
    else if (left > 0) {
      const owners = [...shares.keys()].sort(order);
      give(
        owners,
        distribute(
          left,
          owners.map((owner) => shares.get(owner) ?? 0),
        ),
      );
    }
    return shares;
  };
  return { spread, take };
}

function takeOpen(tally: Tally, wanted: number, sameCurrency: boolean): readonly number[] {
  const { owners, total, open } = tally;
  const [first = 0] = open;
  if (owners.length === 1) {
    if (sameCurrency) open[0] = first - Math.min(wanted, first);
    return [wanted];
  }
  const sum = open.reduce((a, b) => a + b, 0);
  if (!sameCurrency) return distribute(wanted, sum > 0 ? open : total);
  const within = distribute(Math.min(wanted, sum), open);
  within.forEach((taken, i) => (open[i] = (open[i] ?? 0) - taken));
  const beyond = distribute(wanted - Math.min(wanted, sum), total);
  return within.map((taken, i) => taken + (beyond[i] ?? 0));
}

/** Revenue taken back goes first to the parts on which revenue stands. */
function giveBack(tally: Tally, wanted: number): readonly number[] {
  const stands = tally.total.map((total, i) => total - (tally.open[i] ?? 0));
  const sum = stands.reduce((a, b) => a + b, 0);
  const back = distribute(wanted, sum >= wanted && sum > 0 ? stands : tally.total);
  back.forEach((amount, i) => (tally.open[i] = Math.min(tally.total[i] ?? 0, (tally.open[i] ?? 0) + amount)));
  return back;
}
