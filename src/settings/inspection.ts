/** What reading understood of each sheet, before a run: shown in the pane's first step, answered on the command line. */

import type { LeftOutCause, Provenance, Role } from '../domain/record';
import type { Field, Grain, SourceMapping } from './mapping';

/** Where two readings are possible and matter: a question, never a silent default. */
export interface Question {
  /** Stable: `dateOrder`, `decimal`, `currency`, `taxInDeals`, `role`, `grain`, `header`, `headings`, `firstMonth`, `taxInAmount`, `column.date` … */
  readonly id: string;
  /** Where an answer goes: a source's mapping (by sheet) or the definitions. */
  readonly sheet: string | null;
  readonly text: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** The reading that fits best, taken by `--accept-suggestions`; null where nothing favours one. */
  readonly suggestion: string | null;
}

export interface ColumnGuess {
  readonly field: Field;
  readonly column: number;
  /** 0…1 */
  readonly confidence: number;
  /** "header “Close Date”", "dates below", "ids of sheet Invoices". */
  readonly reason: string;
}

/** Headings between rows, as a column that a field can be read from. */
export interface HeadingColumn {
  /** `HEADINGS`, or less for a level further in. */
  readonly column: number;
  /** Up to three of the headings. */
  readonly examples: readonly string[];
}

/** A value as it is read, with the cell it was read from. */
export interface PreviewCell {
  readonly value: string;
  /** The cell's own text or number. */
  readonly cell: string;
  /** "F7" */
  readonly address: string;
}

export interface PreviewRow {
  readonly source: Provenance;
  readonly fields: Readonly<Partial<Record<Field, PreviewCell>>>;
}

/** What becomes of a source's rows before as-of and the other settings of a run are known. */
export interface SourceCounts {
  readonly used: number;
  /** By cause, most rows first; unreadable ones among them. */
  readonly leftOut: readonly { readonly cause: LeftOutCause; readonly rows: number }[];
}

/** The zone that a source's dates are written in; they are read as they are written. */
export interface ZoneFinding {
  /** As written: "UTC", "GMT-7"; several where the column has them, in the alphabet's order. */
  readonly zones: readonly string[];
  /** Stamps that another zone would put into another month. */
  readonly nearMonthEnd: number;
}

export interface SourceInspection {
  /** Index of the grid this is about; several sources may stand in one. */
  readonly grid: number;
  readonly sheet: string;
  readonly table: string | null;
  readonly block: number;
  /** "A5:J120": header and rows. */
  readonly area: string;
  /** Excel's row numbers of the header; none where the table has no header. */
  readonly headerAt: readonly number[];
  readonly grain: Grain;
  readonly isBankList: boolean;
  readonly headings: readonly HeadingColumn[];
  readonly counts: SourceCounts;
  /** Of the column that dates the records; null where its cells name no zone or have no time of day. */
  readonly zone: ZoneFinding | null;
  readonly role: Role | 'ignore';
  readonly roleConfidence: number;
  readonly roleReason: string;
  readonly mapping: SourceMapping;
  readonly headers: readonly string[];
  /** What a column of this role can be: the choices a person has. */
  readonly fields: readonly Field[];
  readonly columns: readonly ColumnGuess[];
  /** Up to five rows as read. */
  readonly preview: readonly PreviewRow[];
  readonly rows: number;
  readonly hiddenRows: number;
  readonly questions: readonly Question[];
}

/** What stops a run before it starts, with what, where and what next. */
export interface Obstacle {
  readonly code: 'no-deals' | 'no-invoices' | 'empty' | 'no-amount' | 'no-date' | 'no-months';
  readonly sheet: string | null;
  readonly message: string;
}

export interface Inspection {
  readonly sources: readonly SourceInspection[];
  readonly questions: readonly Question[];
  readonly obstacles: readonly Obstacle[];
}
