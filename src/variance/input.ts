/** What the algebra is given and what it gives back: plain data on both sides. */

import type { Day, Month } from '../domain/day';
import type { Gap, Measure } from '../domain/measure';
import type { Matching } from '../domain/link';
import type { Currency, Minor } from '../domain/money';
import type { CustomerRecord, Deal, Invoice, Rate, Receipt, ReconciledRecord, RecordKey, Revenue } from '../domain/record';
import type { IdentityCheck, Line, Note, Posted, RollForward } from '../domain/reconciliation';
import type { Settled } from '../settings/settle';
import type { Item } from './item';
import type { OutOfScope } from './scope';

/** The definitions that the algebra and its reasons depend on. Amounts in minor units of the reporting currency. */
export type VarianceOptions = Pick<
  Settled,
  | 'calendar'
  | 'invoicedAmount'
  | 'passThrough'
  | 'recognisedSource'
  | 'recognisedRate'
  | 'amountUsed'
  | 'cashAmount'
  | 'taxInDeals'
  | 'creditsReduceBookings'
  | 'ownerRule'
  | 'splitCredit'
  | 'customerLevel'
  | 'roundingLine'
  | 'roundingDocument'
  | 'matchAmount'
  | 'matchShare'
  | 'acceptedShare'
  | 'matchDays'
  | 'invoicingLag'
  | 'paymentTime'
  | 'overdueAfter'
  | 'unappliedAfter'
  | 'suggestedInNumbers'
>;

export interface VarianceInput {
  /** Records in scope: all convertible, none dated after `asOf`. */
  readonly deals: readonly Deal[];
  readonly invoices: readonly Invoice[];
  readonly revenue: readonly Revenue[];
  readonly receipts: readonly Receipt[];
  /** Customer list rows: an owner there is the customer's. */
  readonly customers: readonly CustomerRecord[];
  readonly rates: readonly Rate[];
  readonly matching: Matching;
  readonly provided: Readonly<Record<Measure, boolean>>;
  readonly period: { readonly from: Month; readonly to: Month };
  readonly asOf: Day;
  readonly currency: Currency;
  readonly options: VarianceOptions;
  /** Deals that are in the sheet but not won; an invoice that names one is Q27. */
  readonly openDeals: readonly Deal[];
  /** Owners, as deals write them, who have left the company. */
  readonly ownersLeft: ReadonlySet<string>;
  /** Left out for want of a rate: what names them is D13. */
  readonly unconverted: readonly ReconciledRecord[];
  /** Left out by the settings of scope: what names them is D8. */
  readonly outOfScope: readonly OutOfScope[];
  /** Left out because their currency is not known: what names them is Q30. */
  readonly noCurrency: readonly ReconciledRecord[];
  /** Schedule months that end after as-of: they say what is still deferred on purpose (T5). */
  readonly planned: readonly Revenue[];
}

/** What must be settled by a person, before its life from run to run is known. */
export interface Candidate {
  readonly key: string;
  readonly gap: Gap;
  readonly family: string;
  /** The code of the largest item. */
  readonly code: string;
  readonly anchor: RecordKey;
  readonly customer: string;
  readonly owner: string;
  readonly month: Month;
  /** Net of the items, a pair counted once, minor units of the reporting currency. */
  readonly amount: Minor;
  /** The date it should have happened: due date, expected invoice date, else document date. */
  readonly day: Day;
  readonly items: readonly Item[];
  /** Set where a note without an amount asks for a person (Q25, Q39 on one line). */
  readonly note: Note | null;
}

export interface VarianceResult {
  /** Lines of the period with any measure, sorted by customer, month, owner. */
  readonly lines: readonly Line[];
  /** Items of the whole horizon. */
  readonly items: readonly Item[];
  readonly notes: readonly Note[];
  readonly candidates: readonly Candidate[];
  /** Null where a side of the gap is not provided. */
  readonly rollForward: Readonly<Record<Gap, RollForward | null>>;
  readonly postings: readonly Posted[];
  readonly identities: readonly IdentityCheck[];
}
