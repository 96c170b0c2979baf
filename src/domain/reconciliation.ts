/** What a run yields: lines, items, exceptions, links, tie-out. Plain data, made by `reconcile`, shown by `report`. */

import type { Day, Month } from './day';
import type { FiscalCalendar } from './fiscal';
import type { Certainty, Customer, CustomerHint, CustomerLink, DecisionFault, Hint, Judged, Link, OpenSearch } from './link';
import type { Gap, Measure } from './measure';
import type { Currency, Minor } from './money';
import type { LeftOutRow, Provenance, ReconciledRecord, RecordKey, Role } from './record';

/** Why a difference exists. */
export const CLASSES = ['Definition', 'Timing', 'Data quality', 'Unexplained'] as const;
export type ReasonClass = (typeof CLASSES)[number];

/** What to do: nothing · nothing yet · somebody must settle it. */
export const TREATMENTS = ['Expected', 'Watch', 'Act'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** Letter first, only letters, digits and "-": safe as a SUMIFS criterion. */
export type LineKey = string;

/** Where amounts stand. */
export interface LinePlace {
  readonly key: LineKey;
  readonly customer: string;
  readonly month: Month;
  readonly owner: string;
}

export interface Line extends LinePlace {
  /** Minor units of the reporting currency; null where the measure is not provided. */
  readonly measures: Readonly<Record<Measure, Minor | null>>;
}

/** A part of a record on one line: what it adds to its measure there. */
export interface PostedPart {
  readonly line: LinePlace;
  /** Minor units of the record's currency. */
  readonly measured: Minor;
  /** Minor units of the reporting currency. */
  readonly measuredReporting: Minor;
}

/** Where a record stands: its parts sum to what it adds to its measure. */
export interface Posted {
  readonly record: ReconciledRecord;
  readonly customer: string;
  readonly month: Month;
  readonly parts: readonly PostedPart[];
}

/** One pair or move, whose two ends hold the same object. */
export interface PairName {
  readonly name: string;
}

/** One written end of a pair, single or move. Amounts in minor units of the reporting currency. */
export interface VarianceItem {
  /** Line the item stands on; a line made only by legs is not among `lines`. */
  readonly line: LineKey;
  readonly customer: string;
  readonly month: Month;
  readonly owner: string;
  readonly gap: Gap;
  readonly form: 'pair' | 'single' | 'move';
  /** A code of the catalogue (`variance/reasons`). */
  readonly code: string;
  readonly reasonClass: ReasonClass;
  readonly treatment: Treatment;
  readonly amount: Minor;
  readonly certainty: Certainty;
  /** Null for a single. */
  readonly pair: PairName | null;
  readonly otherCustomer: string | null;
  readonly otherMonth: Month | null;
  readonly otherOwner: string | null;
  /** When the missing partner is due, from plan, terms or lag; null where nothing says. */
  readonly expectedMonth: Month | null;
  /** The record whose piece this is, and its partner. */
  readonly record: RecordKey;
  readonly otherRecord: RecordKey | null;
  /** All the records behind the item by role, for the columns Deal, Invoice, Schedule, Receipt. */
  readonly deal: RecordKey | null;
  readonly invoice: RecordKey | null;
  readonly schedule: RecordKey | null;
  readonly receipt: RecordKey | null;
  readonly documentAmount: Minor;
  readonly documentCurrency: Currency;
  readonly exceptionKey: string | null;
  /** Facts for the sentence: what `describe` needs beyond the fields above (days late, missing column, candidates …). */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A reason that explains a link and has no amount (Q3, Q14, Q15, Q25 …). */
export interface Note {
  readonly code: string;
  readonly records: readonly RecordKey[];
  readonly customer: string;
  readonly owner: string;
  readonly month: Month;
  /** Minor units at stake, for the evidence; never added up. */
  readonly atStake: Minor;
  readonly facts: Readonly<Record<string, string | number>>;
}

export const STATUSES = ['Open', 'In review', 'Waiting', 'Accepted', 'Resolved', 'Reopened'] as const;
export type Status = (typeof STATUSES)[number];

export type Priority = 'High' | 'Medium' | 'Low';

export interface Exception {
  readonly key: string;
  readonly priority: Priority;
  readonly gap: Gap | null;
  readonly family: string;
  readonly code: string;
  readonly reasonClass: ReasonClass;
  readonly customer: string;
  readonly owner: string;
  readonly month: Month | null;
  /** Net of its items, a pair counted once, minor units. */
  readonly amount: Minor;
  readonly ageDays: number;
  readonly firstSeen: Day;
  readonly lastSeen: Day;
  /** CRM, Billing, Revenue, Cash application, or Tieout (a decision). */
  readonly fixIn: string;
  readonly presentValue: string;
  readonly proposedValue: string;
  readonly evidence: string;
  readonly deal: RecordKey | null;
  readonly invoice: RecordKey | null;
  readonly receipt: RecordKey | null;
  readonly source: Provenance | null;
  /** One of `STATUSES`, "Written off: why", or what a person typed instead (kept, treated as In review), or "Copy" for a pasted row. */
  readonly status: string;
  readonly assignee: string;
  /** As typed: a date's serial or a text. */
  readonly dueBy: string | number;
  readonly acceptUntil: string | number;
  readonly comment: string;
  readonly resolution: string;
  readonly closedOn: Day | null;
  readonly whatChanged: string;
  /** Cells of Tieout's columns as they stood, by header, for a row that this run did not find; null for a row found. */
  readonly keptCells: Readonly<Record<string, string | number | boolean>> | null;
}

/** A row of the tie-out: rows and amounts of one source by cause; `used` and `read` are causes too. */
export interface TieOutRow {
  readonly sheet: string;
  readonly role: Role;
  readonly currency: Currency;
  /** 'read', 'used' or a cause of being left out, a named one with its name: "entity: DE". */
  readonly cause: string;
  readonly rows: number;
  /** Minor units of `currency`. */
  readonly amount: Minor;
  /** From the document's amount to the measure: tax, basis, conversion. Minor units of the reporting currency. */
  readonly adjustments: Minor | null;
  readonly measure: Minor | null;
}

/** opening + additions − reductions = closing, minor units of the reporting currency. */
export interface RollForward {
  readonly opening: Minor;
  readonly left: Minor;
  readonly right: Minor;
  readonly closing: Minor;
  /** Closing balance by reason code: singles up to the period's end and pairs with one end after it. */
  readonly closingByCode: ReadonlyMap<string, Minor>;
}

/** One of the seven identities of the algebra, checked in every run. */
export interface IdentityCheck {
  readonly name: string;
  readonly holds: boolean;
  /** How many sums were compared. */
  readonly checked: number;
  /** The first failure in words; "" where it holds. */
  readonly failure: string;
}

export interface Reconciliation {
  readonly period: { readonly from: Month; readonly to: Month };
  readonly asOf: Day;
  /** How months, quarters and years are cut. */
  readonly calendar: FiscalCalendar;
  readonly currency: Currency;
  readonly entities: readonly string[];
  readonly provided: Readonly<Record<Measure, boolean>>;
  /** Recognised is derived from invoices, not read from a schedule. */
  readonly isDerived: boolean;
  /** Lines of the period with any measure, sorted by customer, month, owner. */
  readonly lines: readonly Line[];
  /** Items of the whole horizon; those of the period's lines have a month within it. */
  readonly items: readonly VarianceItem[];
  readonly notes: readonly Note[];
  readonly exceptions: readonly Exception[];
  readonly customers: ReadonlyMap<string, Customer>;
  readonly customerLinks: readonly CustomerLink[];
  readonly links: readonly Link[];
  readonly openSearches: readonly OpenSearch[];
  readonly hints: readonly Hint[];
  readonly customerHints: readonly CustomerHint[];
  /** Customers without a partner that are not among them, so many there are. */
  readonly customerHintsOmitted: number;
  readonly decisionFaults: readonly DecisionFault[];
  readonly refused: readonly Judged[];
  readonly records: ReadonlyMap<RecordKey, ReconciledRecord>;
  /** Each record in scope, in order of date. */
  readonly postings: readonly Posted[];
  readonly leftOut: readonly LeftOutRow[];
  readonly tieOut: readonly TieOutRow[];
  readonly rollForward: Readonly<Record<Gap, RollForward | null>>;
  readonly identities: readonly IdentityCheck[];
  /** Every setting as used, with the reason for its value. */
  readonly settingsUsed: readonly SettingUsed[];
}

export interface SettingUsed {
  readonly key: string;
  /** What stands in the `Value` column and is kept: a found default as a value, or "auto". */
  readonly value: string | number;
  /** What the run used: the same, or what "auto" came to ("2026-04-30"). */
  readonly used: string | number;
  readonly why: string;
}
