/** Parsed source rows: what a deal, an invoice, a revenue month and a receipt are to Tieout. */

import type { Day } from './day';
import type { Currency, Minor } from './money';

/** What a sheet is used for. Credits may stand among the invoices or in a sheet of their own. */
export const ROLES = ['deals', 'invoices', 'credits', 'schedule', 'receipts', 'customers', 'owners', 'rates'] as const;
export type Role = (typeof ROLES)[number];

/** Where a record came from. `row` is Excel's row number (from 1); `lastRow` differs where several rows make one record. */
export interface Provenance {
  readonly sheet: string;
  /** Which of the sheet's tables, where it holds several; absent for its only or first one. */
  readonly part?: number;
  readonly row: number;
  readonly lastRow?: number;
  /** The rows of a record that do not follow each other, `row` and `lastRow` among them. */
  readonly rows?: readonly number[];
}

/**
 * The same in two analysts' workbooks, whatever the order of the rows: role, entity and document id
 * (`deal.UK.D-1042`), or for a record without an id a hash of its facts, `#n` among identical ones.
 */
export type RecordKey = string;

/** Where a counterparty sits, each "" where blank. */
export interface Place {
  readonly country: string;
  readonly city: string;
  readonly postcode: string;
}

interface SourceRecord {
  readonly key: RecordKey;
  /** The document's own id as the sheet shows it; "" where it has none. */
  readonly id: string;
  /** A second number of the same document that other sheets may quote: its system's internal id. Absent where there is none. */
  readonly otherId?: string | undefined;
  readonly source: Provenance;
  /** Legal entity or subsidiary; "" where the sheet does not say. */
  readonly entity: string;
  /** The counterparty as the sheet writes it; "" where blank. */
  readonly customer: string;
  readonly customerId: string;
  /** Other evidence of who the counterparty is, where columns give it. */
  readonly taxNumber: string;
  readonly domain: string;
  /** Absent where no column says it. */
  readonly place?: Place | undefined;
  /** "" where blank. */
  readonly owner: string;
  readonly currency: Currency;
  /**
   * The contribution to the record's own measure, signed, in minor units of `currency`: a deal's value, an invoice
   * net of tax (a credit is negative), revenue, money received (a refund is negative).
   */
  readonly amount: Minor;
  /** Reporting-currency units for one unit of `currency`, from the record's own rate column. */
  readonly rate: number | null;
  /** The same amount in the reporting currency, from the source's own column, in minor units. */
  readonly reportingAmount: Minor | null;
  /** The currency that `rate` leads to and `reportingAmount` is in, where the source says; absent: taken for the reporting one. */
  readonly reportingCurrency?: Currency | undefined;
  /** The date that posts the record: close, invoice or credit, schedule month's last day, receipt. */
  readonly day: Day;
  /** Free text that may hold references: memo, description, remittance text, purchase order. */
  readonly text: string;
}

/**
 * What a line of a document is for, by its meaning to the deal: `recurring` and `one-off` (set-up, services) may be sold,
 * `usage` (overage, consumption) and `pass-through` (freight, expenses) are billed as they come.
 */
export const LINE_KINDS = ['recurring', 'one-off', 'usage', 'pass-through', 'other'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** Kinds that are billed as they come, and that deals seldom hold. */
export const PASS_THROUGH: ReadonlySet<LineKind> = new Set<LineKind>(['usage', 'pass-through']);

/** A line of a deal or of an invoice. The lines sum to the document's amount, or the document has none. */
export interface DocumentLine {
  readonly kind: LineKind;
  /** Whether a column says the kind; else it is told from the item's name. */
  readonly isKindStated: boolean;
  /** "" where blank. */
  readonly item: string;
  readonly quantity: number | null;
  /** Minor units of the document's currency net of tax, signed as the document is. */
  readonly amount: Minor;
}

/** A share of a deal's credit; shares are weights, whatever they sum to. */
export interface OwnerShare {
  readonly owner: string;
  readonly share: number;
}

/** What only some exports say of a deal. Absent where no column says it; null where there is one and its cell is blank. */
export interface DealFacts {
  readonly lines?: readonly DocumentLine[];
  /** When the contract was signed; null: not signed. */
  readonly signed?: Day | null;
  /** The close date, where `day` is another one by the definitions. */
  readonly closed?: Day;
  /** When anybody last edited the deal. */
  readonly modified?: Day | null;
  /** When the contract was amended. */
  readonly amended?: Day | null;
  /** When the contract was cancelled or the customer left. */
  readonly cancelled?: Day | null;
  /** An amendment whose amount is what its contract comes to from then on, not what was added. */
  readonly isNewTotal?: boolean;
  /** What the contract before this one was worth, in the deal's currency. */
  readonly priorAmount?: Minor | null;
  /** When a discount ends or the price rises, and by which share: 0.05 is five percent. */
  readonly discountEnds?: Day | null;
  readonly uplift?: number | null;
  /** The marketplace or partner that it was sold through; "" for a direct sale. */
  readonly channel?: string;
  /** Revenue is held back: not accepted, not collectible, on hold. */
  readonly isHeld?: boolean;
  readonly ownerAtClose?: string;
  readonly ownerShares?: readonly OwnerShare[];
}

/** The same of an invoice or a credit. */
export interface InvoiceFacts {
  readonly lines?: readonly DocumentLine[];
  /** What its own type column calls it, whatever its sign. */
  readonly statedKind?: 'invoice' | 'credit';
  readonly channel?: string;
  readonly isHeld?: boolean;
  /** When it was posted to the ledger. */
  readonly postingDay?: Day | null;
  /** Net amount of lines that a setting leaves out of `amount`; it is to be paid all the same. */
  readonly passedThrough?: Minor;
  /** Gross, not negative: what documents of their own wrote off. */
  readonly writtenOffAmount?: Minor;
  /** What the customer disputes or deducts, not negative, and the reason's code. */
  readonly deduction?: Minor | null;
  readonly deductionReason?: string;
}

/** The same of a receipt. */
export interface ReceiptFacts {
  /** What the customer kept back, not negative, and the reason's code. It settles the invoice with the money. */
  readonly deduction?: Minor | null;
  readonly deductionReason?: string;
  readonly channel?: string;
  /** No column says the fee: it is told from what the marketplace kept. */
  readonly isFeeInferred?: boolean;
  /** The receipt's second date: the bank's beside the ledger's, or when it was sent. */
  readonly otherDay?: Day | null;
  /** The documents that the ledger set the money against, where it names others than the payer does. */
  readonly appliedTo?: readonly string[];
}

export interface Deal extends SourceRecord, DealFacts {
  readonly role: 'deal';
  readonly name: string;
  readonly stage: string;
  readonly dealType: string;
  readonly parent: string;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly termMonths: number | null;
  /** Months between bills (1 monthly, 3 quarterly, 12 yearly), 0 for once; null where unknown. */
  readonly billingMonths: number | null;
  /** Contract, purchase-order and order numbers that an invoice may quote. */
  readonly references: readonly string[];
  /** Parts of `amount` that no invoice will carry, from their own columns; 0 where the sheet has none. */
  readonly tax: Minor;
  readonly discount: Minor;
  readonly margin: Minor;
}

/** An invoice or, with `kind` credit and negative amounts, a credit note. */
export interface Invoice extends SourceRecord, InvoiceFacts {
  readonly role: 'invoice';
  readonly kind: 'invoice' | 'credit';
  readonly status: string;
  readonly due: Day | null;
  /** Signed as the document is. Gross is `amount + tax`. */
  readonly tax: Minor;
  /** Deal, contract, order and purchase-order numbers quoted by the document, surest first. */
  readonly references: readonly string[];
  /** The invoice that a credit names; "" otherwise. */
  readonly appliesTo: string;
  readonly serviceStart: Day | null;
  readonly serviceEnd: Day | null;
  /** Still open in its own system, gross, where a column says so. */
  readonly open: Minor | null;
  readonly writtenOff: boolean;
  /** The last bill of its deal, where a column says so. */
  readonly final: boolean;
}

export interface Revenue extends SourceRecord {
  readonly role: 'revenue';
  /** Invoice, deal and contract numbers that the schedule row names, surest first. */
  readonly references: readonly string[];
  /** The month the service belongs to, last day, where it differs from the posted month. */
  readonly serviceDay: Day | null;
  /** The day that the row names; absent where it names a month, or its first or last day. */
  readonly postedDay?: Day;
}

/** What a sheet says of a payment's use: so much of it for the document of that number, in minor units of its currency. */
export interface Application {
  readonly reference: string;
  readonly amount: Minor;
}

/** Money received, or with `kind` refund and a negative amount, returned. */
export interface Receipt extends SourceRecord, ReceiptFacts {
  readonly role: 'receipt';
  readonly kind: 'receipt' | 'refund';
  /** Invoice, deal and order numbers that the receipt names, surest first. */
  readonly references: readonly string[];
  /** Taken from the money on its way, from own columns, in minor units, not negative. */
  readonly fee: Minor;
  readonly withheld: Minor;
  /** Marked by its own type column as a deposit or prepayment. */
  readonly deposit: boolean;
  /** The bank account that the money came from, as the sheet writes it; absent or "" where no column says it. */
  readonly payerAccount?: string;
  /** What was applied to each document, where a row a document says so; absent otherwise. */
  readonly applied?: readonly Application[];
}

export type ReconciledRecord = Deal | Invoice | Revenue | Receipt;

/** Why a source row is in no measure. */
export const LEFT_OUT_CAUSES = {
  'not-won': 'not won',
  status: 'draft, void, deleted',
  quote: 'quote or pro-forma',
  internal: 'intercompany, internal, test',
  total: 'total, subtotal, footer',
  'repeat-document': 'repeat of a document',
  'repeat-row': 'repeated export row',
  entity: 'another entity',
  'deal-type': 'deal type not counted',
  'not-customer': 'not from a customer',
  'after-as-of': 'after as-of',
  'no-date': 'no date',
  'no-rate': 'no rate',
  'no-currency': 'currency unknown',
  unreadable: 'unreadable',
} as const;
export type LeftOutCause = keyof typeof LEFT_OUT_CAUSES;

/** Causes that are told with the name that decided: which entity, which type. */
export const NAMED_CAUSES: ReadonlySet<LeftOutCause> = new Set<LeftOutCause>(['entity', 'deal-type']);

export interface LeftOutRow {
  readonly role: Role;
  readonly cause: LeftOutCause;
  readonly source: Provenance;
  /** Column letter of the cell that decided, where one did: "F". */
  readonly column: string | null;
  /** The offending cell's text where there is one, at most 200 characters. */
  readonly text: string;
  readonly record: string;
  readonly day: Day | null;
  readonly customer: string;
  readonly amount: Minor | null;
  readonly currency: Currency;
  readonly key: RecordKey;
}

/** What a person must know of a row that was read, in part or not at all. */
export const READ_FAULTS = {
  unreadable: 'the amount or the date cannot be read',
  'no-date': 'the date is blank',
  'no-currency': 'the currency is blank or unknown',
  'duplicate-key': 'other rows have the same number and other content',
  'part-unreadable': 'a cell beside the amount and the date cannot be read',
  'mixed-signs': 'credits stand with both signs; this one as it is written',
  'new-status': 'the status word is in neither list of the definitions',
} as const;
export type ReadFaultCode = keyof typeof READ_FAULTS;

/** A fault of the source with the facts for its exception. */
export interface ReadFault {
  readonly code: ReadFaultCode;
  readonly role: Role;
  readonly source: Provenance;
  /** Column letter and text of the offending cell, where one cell is at fault. */
  readonly column: string | null;
  readonly text: string;
  /** The records concerned; of a row left out, its own key. */
  readonly keys: readonly RecordKey[];
  readonly customer: string;
  readonly day: Day | null;
  readonly amount: Minor | null;
  readonly currency: Currency;
}

/** All that reading found, before matching. */
export interface Records {
  readonly deals: readonly Deal[];
  readonly invoices: readonly Invoice[];
  readonly revenue: readonly Revenue[];
  readonly receipts: readonly Receipt[];
  readonly customers: readonly CustomerRecord[];
  /** Units of `to` for one of `from`, from `day` on. */
  readonly rates: readonly Rate[];
}

/** A row of a customer list: joins names, ids, parents and evidence. */
export interface CustomerRecord {
  readonly key: RecordKey;
  readonly source: Provenance;
  readonly name: string;
  readonly id: string;
  readonly otherId: string;
  readonly parent: string;
  readonly taxNumber: string;
  readonly domain: string;
  readonly place?: Place | undefined;
  readonly owner: string;
}

/** A row of a list of owners: who a user is, and whether the company still employs them. */
export interface OwnerRecord {
  readonly name: string;
  readonly id: string;
  readonly email: string;
  readonly hasLeft: boolean;
}

export interface Rate {
  readonly from: Currency;
  readonly to: Currency;
  readonly day: Day;
  readonly rate: number;
}
