/** What reading understood of each sheet, before a run: shown in the pane's first step, answered on the command line. */

import type { Provenance, Role } from '../domain/record';
import type { Field, SourceMapping } from './mapping';

/** Where two readings are possible and matter: a question, never a silent default. */
export interface Question {
  /** Stable: `dateOrder`, `decimal`, `currency`, `taxInDeals`, `role`, `asOf`, `column.amount` … */
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

export interface SourceInspection {
  /** Index of the grid this is about. */
  readonly grid: number;
  readonly sheet: string;
  readonly table: string | null;
  readonly role: Role | 'ignore';
  readonly roleConfidence: number;
  readonly roleReason: string;
  readonly mapping: SourceMapping;
  readonly headers: readonly string[];
  /** What a column of this role can be: the choices a person has. */
  readonly fields: readonly Field[];
  readonly columns: readonly ColumnGuess[];
  /** Up to five rows as read: field → value as shown, with the row they came from. */
  readonly preview: readonly { readonly source: Provenance; readonly fields: Readonly<Partial<Record<Field, string>>> }[];
  readonly rows: number;
  readonly hiddenRows: number;
  readonly questions: readonly Question[];
}

/** What stops a run before it starts, with what, where and what next. */
export interface Obstacle {
  readonly code: 'no-deals' | 'no-invoices' | 'empty' | 'no-amount' | 'no-date';
  readonly sheet: string | null;
  readonly message: string;
}

export interface Inspection {
  readonly sources: readonly SourceInspection[];
  readonly questions: readonly Question[];
  readonly obstacles: readonly Obstacle[];
}
