/** Statements that an amount of one record belongs to another, and the evidence for them. */

import type { ByKey } from './byKey';
import type { Currency, Minor } from './money';
import type { RecordKey } from './record';

export type LinkKind =
  'deal-invoice' | 'invoice-credit' | 'invoice-schedule' | 'deal-schedule' | 'invoice-receipt' | 'receipt-refund';

/** A bit for each kind, to tell in one number which kinds there are. */
export const KIND_BIT: Readonly<Record<LinkKind, number>> = {
  'deal-invoice': 1,
  'invoice-credit': 2,
  'invoice-schedule': 4,
  'deal-schedule': 8,
  'invoice-receipt': 16,
  'receipt-refund': 32,
};

/** matched: sure · suggested: in the numbers as Q39 until decided, where the definitions say so · confirmed: by a person. */
export type LinkState = 'matched' | 'suggested' | 'confirmed';

/** Stated from a column or explicit reference · inferred from arithmetic or pattern · assumed from a rule of order. */
export type Certainty = 'stated' | 'inferred' | 'assumed';

/** One comparison's graded outcome; `weight` is log2(m/u), so weights add. */
export interface Evidence {
  readonly comparison: string;
  readonly level: string;
  readonly weight: number;
}

/**
 * A link stands in the numbers. `left` is the deal or invoice side of `kind`, `right` the other. For receipt–refund `left`
 * is the credit or the receipt that the refund returns.
 */
export interface Link {
  readonly kind: LinkKind;
  readonly left: RecordKey;
  readonly right: RecordKey;
  /**
   * In minor units of `currency`, the right document's own: net of tax, but gross for receipts and refunds. It has the
   * sign of the right record's amount for deal–invoice and schedules (a credit that answers a downsell: −200); it is
   * positive for invoice–credit (a credit of 200 net against an invoice: 200), invoice–receipt and receipt–refund.
   *
   * How much: a document that names its deal keeps its whole amount on that deal, even above what the deal holds (the
   * excess is the deal's, not another's); one that names several is cut in proportion to what is still open on each.
   * A link by amount is never larger than what is open on either side, but for an invoice that credits and rebills, or that
   * equals its deals only once credits are taken off: it is carried whole, and its credits bring it down. A receipt settles
   * with what was received, its fee and what was withheld together, oldest named invoice first, never above what is open on
   * the invoice at its day (what a refund took back of its payment is open again; the rest stays unallocated) — except
   * across currencies, where open amounts cannot be compared and all of it goes to the invoices named.
   */
  readonly allocated: Minor;
  readonly currency: Currency;
  readonly pass: string;
  /** 0…1. */
  readonly probability: number;
  /** log2 odds before any evidence: with the weights of `evidence` those of `probability`. Absent where a person decided. */
  readonly prior?: number;
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
  /** The next best candidate and why it lost; "" where there was none. */
  readonly runnerUp: string;
  readonly state: LinkState;
}

/** A search that ended without a link although candidates exist: ambiguous (sets tie) or stopped (budget spent). Q37. */
export interface OpenSearch {
  readonly outcome: 'ambiguous' | 'stopped';
  readonly kind: LinkKind;
  /**
   * The record to be settled: the invoice of deal–invoice (the deal, where sets of invoices tie for it), the receipt of
   * invoice–receipt (the invoice, where sets of part payments tie for it), the right record of the other kinds.
   */
  readonly anchor: RecordKey;
  /** Each candidate is the set of records that would explain the anchor. At most 10 are kept. */
  readonly candidates: readonly (readonly RecordKey[])[];
  readonly pass: string;
  /** What ties, or how far the search went before it was stopped. */
  readonly why?: string;
}

/** Two records that no link joins, compared all the same: what speaks for it and what against. Never in the numbers. */
export interface Judged {
  readonly kind: LinkKind;
  readonly left: RecordKey;
  readonly right: RecordKey;
  readonly evidence: readonly Evidence[];
  readonly prior: number;
  readonly probability: number;
}

/** The nearest candidate of a record that stayed unmatched, as a hint for a person. */
export interface Hint extends Judged {
  /** The unmatched one of the two, and the other. */
  readonly record: RecordKey;
  readonly candidate: RecordKey;
  /** What spoke against it. */
  readonly reason: string;
}

/** A customer as both sides know it. */
export interface Customer {
  readonly key: string;
  /** The name shown everywhere: the CRM's where it has one. */
  readonly name: string;
  /** The group it rolls up to, by key; null where it has none. */
  readonly parent: string | null;
}

/** A name of one side joined with a name of the other. Its match key is `matchKey('customer', left, right)`. */
export interface CustomerLink {
  readonly left: string;
  readonly right: string;
  readonly leftId: string;
  readonly rightId: string;
  readonly customer: string;
  readonly pass: string;
  readonly probability: number;
  /** log2 odds before any evidence, where they are known. */
  readonly prior?: number;
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
  readonly runnerUp: string;
  readonly state: LinkState;
  /** A row of each side, for the links back to the source. */
  readonly leftRecord: RecordKey;
  readonly rightRecord: RecordKey;
}

/** The nearest candidate of a CRM or ledger customer that found no partner on the other side. Never in the numbers. */
export interface CustomerHint {
  readonly side: 'crm' | 'ledger';
  readonly name: string;
  readonly id: string;
  /** A row of it, for the link back to the source. */
  readonly record: RecordKey;
  readonly candidate: string;
  readonly candidateId: string;
  readonly candidateRecord: RecordKey;
  /** What the evidence alone comes to, whatever hindered the pair; 0…1. */
  readonly probability: number;
  readonly evidence: readonly Evidence[];
  /** What spoke against it most. */
  readonly reason: string;
}

/** A decision that does not hold as it was typed; it is kept. */
export interface DecisionFault {
  /**
   * overruled: a later decision says otherwise, or what it asks for was refused · circular: an alias that leads back to its own name ·
   * too much: less is open than the amount typed, and that was taken · currency: the amount typed is in another than the document's ·
   * nothing open: no amount was typed, and none is left for the link.
   */
  readonly code: 'overruled' | 'circular' | 'too much' | 'currency' | 'nothing open';
  /** A match key, or `alias|from|to`. */
  readonly decision: string;
  /** The decision that holds instead; "" where several do. */
  readonly by: string;
  /** Of an amount typed: what was asked for and what the link carries, minor units of the document's currency. */
  readonly amounts?: { readonly asked: Minor; readonly carried: Minor; readonly currency: Currency };
}

export interface Matching {
  readonly customers: ReadonlyMap<string, Customer>;
  /** Customer key of each record; a record absent here has no known customer. */
  readonly customerOf: ByKey<string>;
  /** Customer key of the rows of a customer list; none of a row whose customer has no record. */
  readonly listed: ReadonlyMap<RecordKey, string>;
  readonly customerLinks: readonly CustomerLink[];
  readonly links: readonly Link[];
  /** Of each link in turn the numbers of its keys in the table of `customerOf`, left before right; absent where nobody noted them. */
  readonly linkEnds?: Uint32Array;
  readonly openSearches: readonly OpenSearch[];
  readonly hints: readonly Hint[];
  readonly customerHints: readonly CustomerHint[];
  /** Pairs that a person refused, as they would have been. */
  readonly refused: readonly Judged[];
  /** Customers without a partner for which no hint was made, so many there are. */
  readonly customerHintsOmitted: number;
  /** Match keys of decisions about records and customers that are no longer there; the decisions are kept. */
  readonly goneDecisions: readonly string[];
  /** Decisions that contradict each other; the last typed holds. */
  readonly decisionFaults: readonly DecisionFault[];
}

/** Names a link for a person's decision: the same in every run that holds both records. */
export function matchKey(kind: LinkKind | 'customer', left: string, right: string): string {
  return `${kind}|${left}|${right}`;
}
