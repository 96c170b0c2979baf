/**
 * What the pane and the worker say to each other. One call is in flight at a time, and beside it one for an explanation and one for a look-up;
 * every message names its call, so that an answer to an older one is dropped. Rows travel in blocks, so that neither side copies for long at a time.
 */

import type { RawCell, SourceGrid } from '../domain/grid';
import type { Step } from '../domain/progress';
import type { SettingUsed } from '../domain/reconciliation';
import type { Asked, Explanation } from '../report/explain/explanation';
import type { PlannedCell, ReportPlan, SheetPlan } from '../report/plan';
import type { LookedUp, LookUp } from '../report/settle/lookUp';
import type { Decisions, PreviousException } from '../settings/decisions';
import type { Definitions, RefusedSetting, SettingKey } from '../settings/definitions';
import type { Inspection } from '../settings/inspection';
import type { LastRun } from '../settings/lastRun';
import type { SourceMapping } from '../settings/mapping';

export interface RunRequest {
  readonly mappings: readonly SourceMapping[];
  readonly definitions: Definitions;
  /** The reason written beside each setting whose value nobody changed since the last run. */
  readonly reasons: Readonly<Partial<Record<SettingKey, string>>>;
  readonly decisions: Decisions;
  readonly previous: readonly PreviousException[];
  readonly typed: Readonly<Record<string, string | number>>;
  readonly refusedSettings: readonly RefusedSetting[];
  readonly lastRun: LastRun | null;
}

export type DefineRequest = Pick<RunRequest, 'mappings' | 'definitions' | 'reasons'>;

export type GridHead = Omit<SourceGrid, 'values'>;

/** From the pane to the worker. `grids` and `rows` replace what the worker holds; calls work on what it holds. */
export type Call =
  | { readonly kind: 'grids'; readonly id: number; readonly heads: readonly GridHead[] }
  | { readonly kind: 'rows'; readonly id: number; readonly grid: number; readonly rows: readonly (readonly RawCell[])[] }
  /** What is held, as short prints by source. */
  | { readonly kind: 'fingerprint'; readonly id: number }
  | { readonly kind: 'inspect'; readonly id: number; readonly saved: readonly SourceMapping[] }
  | { readonly kind: 'define'; readonly id: number; readonly request: DefineRequest }
  | { readonly kind: 'run'; readonly id: number; readonly request: RunRequest }
  /** A run whose sheets are written already: it is held to be explained. */
  | { readonly kind: 'hold'; readonly id: number; readonly request: RunRequest }
  | { readonly kind: 'explain'; readonly id: number; readonly asked: Asked }
  | { readonly kind: 'lookUp'; readonly id: number; readonly asked: LookUp };

/** From the worker to the pane. A plan comes without its sheets, then each of them with empty tables, then their rows; at the end `planned`. */
export type Answer =
  | { readonly kind: 'progress'; readonly id: number; readonly step: Step; readonly done: number }
  | { readonly kind: 'fingerprints'; readonly id: number; readonly prints: Readonly<Record<string, string>> }
  | { readonly kind: 'inspected'; readonly id: number; readonly inspection: Inspection }
  | { readonly kind: 'defined'; readonly id: number; readonly used: readonly SettingUsed[] }
  | { readonly kind: 'plan'; readonly id: number; readonly plan: Omit<ReportPlan, 'sheets'> }
  | { readonly kind: 'planSheet'; readonly id: number; readonly sheet: SheetPlan }
  /** Of the last sheet that came. */
  | {
      readonly kind: 'planRows';
      readonly id: number;
      readonly table: number;
      readonly rows: readonly (readonly PlannedCell[])[];
    }
  | { readonly kind: 'planned'; readonly id: number }
  | { readonly kind: 'holding'; readonly id: number; readonly isSame: boolean }
  /** Null while the worker holds no run. */
  | { readonly kind: 'explained'; readonly id: number; readonly explanation: Explanation | null }
  /** Null while the worker holds no run, or where that knows nothing of what is asked. */
  | { readonly kind: 'lookedUp'; readonly id: number; readonly found: LookedUp | null }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
