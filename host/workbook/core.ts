/** What the parts of one workbook share. */
import type { Calculator } from '../calc/calculator';
import type { ChangeLog } from './changes';
import type { Clock } from './clock';
import type { Change, DefinedName, Refusal, StyleTable, Table } from './model';
import type { WorkbookSheet } from './sheet';
import type { TextPool } from './textPool';

export interface Core {
  readonly styles: StyleTable;
  readonly texts: TextPool;
  readonly log: ChangeLog;
  readonly clock: Clock;
  /** Days count from 1904, not from 1900. */
  readonly date1904: boolean;
  readonly sheets: WorkbookSheet[];
  readonly names: DefinedName[];
  readonly calculator: Calculator;
  /** A file is being read: nobody is told of its cells. */
  readonly isLoading: boolean;
  /** The number of the change about to be made; while a file is read all changes share one. */
  nextChange(): number;
  /** Notes a change: raises the sheet's revision and tells it. */
  note(change: Change): void;
  /** Tells formulas that what they call by a name (`sheet:x`, `table:x`, `names`) came, went or became another. */
  bind(key: string): void;
  /** "{GUID}" */
  newId(): string;
  dropTable(sheet: WorkbookSheet, table: Table): void;
  /** @throws Refusal AccessDenied where the workbook's structure is protected against a person and the add-in */
  checkStructure(): void;
  /** @returns why the sheet must stay visible, or null */
  refusalToHide(sheet: WorkbookSheet): Refusal | null;
}
