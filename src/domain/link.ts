/** Statements that an amount of one record belongs to another, and the evidence for them. */

import type { Currency, Minor } from './money';
import type { RecordKey } from './record';

export type LinkKind =
  'deal-invoice' | 'invoice-credit' | 'invoice-schedule' | 'deal-schedule' | 'invoice-receipt' | 'receipt-refund';

/** matched: sure · suggested: in the numbers as Q39 until decided · confirmed: by a person. */
export type LinkState = 'matched' | 'suggested' | 'confirmed';

/** Stated from a column or explicit reference · inferred from arithmetic or pattern · assumed from a rule of order. */
export type Certainty = 'stated' | 'inferred' | 'assumed';

/** One comparison's graded outcome; `weight` is log2(m/u), so weights add. */
export interface Evidence {
  readonly comparison: string;
  readonly level: string;
  readonly weight: number;
}

/** A link stands in the numbers. `left` is the deal or invoice side of `kind`, `right` the other. */
export interface Link {
  readonly kind: LinkKind;
  readonly left: RecordKey;
  readonly right: RecordKey;
  /**
   * In minor units of `currency`, the right document's own: net of tax, but gross for receipts and refunds. It has the
   * sign of the right record's amount for deal–invoice and schedules (a credit that answers a downsell: −200); it is
   * positive for invoice–credit (a credit of 200 against an invoice: 200), invoice–receipt and receipt–refund.
   */
  readonly allocated: Minor;
  readonly currency: Currency;
  readonly pass: string;
  /** 0…1. */
  readonly probability: number;
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
  /** The record to be settled: the invoice of deal–invoice, the receipt of invoice–receipt. */
  readonly anchor: RecordKey;
  /** Each candidate is the set of records that would explain the anchor. At most 10 are kept. */
  readonly candidates: readonly (readonly RecordKey[])[];
  readonly pass: string;
}

/** The nearest candidate of a record that stayed unmatched, as a hint for a person. Never in the numbers. */
export interface Hint {
  readonly record: RecordKey;
  readonly candidate: RecordKey;
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

/** A name of one side joined with a name of the other. */
export interface CustomerLink {
  readonly left: string;
  readonly right: string;
  readonly leftId: string;
  readonly rightId: string;
  readonly customer: string;
  readonly pass: string;
  readonly probability: number;
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
  readonly runnerUp: string;
  readonly state: LinkState;
  /** A row of each side, for the links back to the source. */
  readonly leftRecord: RecordKey;
  readonly rightRecord: RecordKey;
}

export interface Matching {
  readonly customers: ReadonlyMap<string, Customer>;
  /** Customer key of each record; a record absent here has no known customer. */
  readonly customerOf: ReadonlyMap<RecordKey, string>;
  readonly customerLinks: readonly CustomerLink[];
  readonly links: readonly Link[];
  readonly openSearches: readonly OpenSearch[];
  readonly hints: readonly Hint[];
}
