/** What stands behind a selection: what is asked, and the answer as plain data. Sentences are made where it is shown. */

import type { Gap, Measure } from '../../domain/measure';
import type { Minor } from '../../domain/money';
import type { Priority, ReasonClass } from '../../domain/reconciliation';
import type { LeftOutCause, Role } from '../../domain/record';
import type { ReviewMatch, ReviewSide } from '../plan';

/** A row of `Variances` by what tells it from the others, as its cells show it. */
export interface AskedVariance {
  readonly line: string;
  readonly gap: string;
  readonly code: string;
  readonly certainty: string;
  readonly deal: string;
  readonly invoice: string;
}

export type Asked =
  /** Rows of `Reconciliation`; null for all. `header` is the column selected: the gap it is about is told alone. */
  | { readonly kind: 'lines'; readonly keys: readonly string[] | null; readonly header: string }
  | { readonly kind: 'variances'; readonly rows: readonly AskedVariance[] }
  | { readonly kind: 'exceptions'; readonly keys: readonly string[] }
  | { readonly kind: 'matches'; readonly keys: readonly string[] }
  /** A cell of `Summary`: the words that stand left of it and above it, the nearest first. */
  | { readonly kind: 'figure'; readonly beside: readonly string[]; readonly above: readonly string[] }
  /** Rows of a source as Excel numbers them; its sheet by the name it was read under. */
  | { readonly kind: 'source'; readonly sheet: string; readonly rows: readonly number[] };

/** The first of a list that may be long, and how many there are. */
export interface Listed<T> {
  readonly all: number;
  readonly shown: readonly T[];
}

export interface Explanation {
  readonly kind: Asked['kind'];
  readonly currency: string;
  /** Keys asked for that this run does not know. */
  readonly unknown: number;
  /** The lines it is about, summed; null where it is about none. */
  readonly lines: LinesTold | null;
  readonly bridges: readonly GapBridge[];
  /** What `Variances` says of the rows asked for, or of the exception. */
  readonly sentences: Listed<string>;
  readonly exceptions: Listed<ExceptionTold>;
  /** Deals, invoices, schedules and receipts behind it. */
  readonly documents: Listed<DocumentTold>;
  /** The links among them with their evidence; candidates too where a search was left open. */
  readonly matches: Listed<ReviewMatch>;
  /** Of source rows: what each became. */
  readonly rows: Listed<SourceRowTold>;
}

export interface LinesTold {
  readonly count: number;
  /** The key where it is one line; settling needs it. */
  readonly key: string | null;
  readonly customers: Listed<string>;
  /** ISO months. */
  readonly from: string;
  readonly to: string;
  readonly owners: Listed<string>;
  /** By measure, minor units of the reporting currency; null where it is not provided. */
  readonly measures: Readonly<Record<Measure, Minor | null>>;
}

/** From the one measure of a gap to the other: left − every step = right. */
export interface GapBridge {
  readonly gap: Gap;
  readonly title: string;
  readonly left: BridgeEnd;
  readonly right: BridgeEnd;
  readonly steps: readonly BridgeStep[];
  readonly expected: Minor;
  readonly toSettle: Minor;
}

export interface BridgeEnd {
  readonly title: string;
  readonly amount: Minor;
}

export interface BridgeStep {
  readonly code: string;
  readonly reasonClass: ReasonClass;
  readonly reason: string;
  /** What it takes the left measure towards the right one: the opposite of its part of the gap. */
  readonly change: Minor;
  readonly count: number;
}

export interface ExceptionTold {
  readonly key: string;
  readonly priority: Priority;
  readonly gap: Gap | null;
  readonly reasonClass: ReasonClass;
  readonly code: string;
  readonly reason: string;
  readonly customer: string;
  readonly owner: string;
  /** ISO month; "" where it has none. */
  readonly month: string;
  readonly amount: Minor;
  readonly ageDays: number;
  /** ISO days; "" where there is none. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly closedOn: string;
  readonly fixIn: string;
  readonly action: string;
  readonly presentValue: string;
  readonly proposedValue: string;
  readonly evidence: string;
  readonly status: string;
  readonly assignee: string;
  readonly comment: string;
  readonly resolution: string;
  readonly whatChanged: string;
  readonly source: ReviewSide['source'];
}

export interface DocumentTold extends ReviewSide {
  readonly key: string;
  readonly role: 'deal' | 'invoice' | 'revenue' | 'receipt';
}

export interface SourceRowTold {
  readonly sheet: string;
  readonly row: number;
  /** What the row became. */
  readonly records: readonly DocumentTold[];
  readonly leftOut: readonly LeftOutTold[];
  /** What its sheet is used for, where it is a list to look things up in; else null. */
  readonly list: Role | null;
}

export interface LeftOutTold {
  readonly cause: LeftOutCause;
  /** The cell that decided, with its text; null where no single cell did. */
  readonly cell: { readonly sheet: string; readonly address: string; readonly text: string } | null;
  readonly key: string;
}
