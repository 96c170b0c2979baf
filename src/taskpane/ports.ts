/** What the pane needs of a workbook and of a reconciler; `index.tsx` hands in the real ones, tests hand in others. */

import type { SourceGrid } from '../domain/grid';
import type { OnProgress } from '../domain/progress';
import type { SettingUsed } from '../domain/reconciliation';
import type { Asked, Explanation } from '../report/explain/explanation';
import type { Selection } from '../report/explain/selection';
import type { Digest, ReportPlan } from '../report/plan';
import type { LookedUp, LookUp } from '../report/settle/lookUp';
import type { Alias, Decisions, KeyedCells, LinkNote, LinkWrite, LoggedDecision, PreviousException } from '../settings/decisions';
import type { Definitions, RefusedSetting, SettingKey } from '../settings/definitions';
import type { Inspection } from '../settings/inspection';
import type { LastRun } from '../settings/lastRun';
import type { SourceMapping } from '../settings/mapping';
import type { Place } from './place';
import type { Language } from './texts';

/** What the workbook keeps from earlier runs: typed by people or written by Tieout. */
export interface Kept {
  readonly definitions: Definitions;
  /** The reason written beside each setting whose value nobody changed since the last run. */
  readonly reasons: Readonly<Partial<Record<SettingKey, string>>>;
  /** Settings whose typed value is not allowed, or unknown: kept in the sheet, marked, not used. */
  readonly refusedSettings: readonly RefusedSetting[];
  readonly decisions: Decisions;
  readonly mappings: readonly SourceMapping[];
  readonly previous: readonly PreviousException[];
  /** Cells typed into Summary: ledger balances, prepared by, reviewed by, date; by their label. */
  readonly typed: Readonly<Record<string, string | number>>;
  /** What the last run found, to tell what changed; null where there was none. */
  readonly lastRun: LastRun | null;
  /** Names of the sample sheets that Tieout added. */
  readonly sample: readonly string[];
}

export type SampleCell = string | number;

/** A made-up source. */
export interface SampleSheet {
  readonly name: string;
  /** The first is the header; dates are Excel's serials. */
  readonly rows: readonly (readonly SampleCell[])[];
  /** Number format, and width in characters. */
  readonly columns: readonly { readonly format: string; readonly width: number }[];
}

export interface Removal {
  /** How many sheets went. */
  readonly removed: number;
}

export interface SampleRemoval {
  /** How many sheets went. */
  readonly removed: number;
  /** Names of those that stay because a person changed them. */
  readonly changed: readonly string[];
}

/** A fault told to a person: what happened, where, what next. */
export interface Trouble {
  readonly what: string;
  readonly next: string;
  readonly where: { readonly sheet: string; readonly address: string } | null;
  /** Trying again does not help. */
  readonly isLasting?: boolean | undefined;
}

/** What Tieout keeps in the workbook, for a person to see before it goes. */
export interface Stored {
  /** Names of today of the sheets that Tieout made. */
  readonly sheets: readonly string[];
  /** Those of sample data. */
  readonly sample: readonly string[];
  /** How many notes there are in the workbook's settings. */
  readonly notes: number;
}

export interface WriteOutcome {
  /** Sheet names as used, by the planned name. */
  readonly names: Readonly<Record<string, string>>;
  readonly messages: readonly string[];
}

export interface QueuedException {
  readonly key: string;
  readonly status: string;
  /** Major units of the reporting currency, as shown. */
  readonly amount: number;
  readonly comment: string;
}

/** Where a step led: to the n-th of those in sight that are to be settled; `key` null where none lies that way. */
export interface Stepped {
  readonly key: string | null;
  readonly at: number;
  readonly of: number;
}

/** What settling asks for. */
export interface SettlingWrites {
  /**
   * Writes into the reviewer's cells of the rows of `Matches` that have these keys; a note without words clears them.
   * @returns what stood there before: writing that takes this back.
   */
  writeDecisions(notes: readonly LinkWrite[]): Promise<readonly LinkNote[]>;
  /** @returns false where the alias stood there already. */
  addAlias(alias: Alias): Promise<boolean>;
  removeAlias(alias: Alias): Promise<void>;
  /**
   * Writes into the reviewer's cells of the rows of `Exceptions` that have these keys.
   * @returns what stood there before: writing that takes this back.
   */
  writeReviews(writes: readonly KeyedCells[]): Promise<readonly KeyedCells[]>;
  /** Adds rows to `Matches` for links that it does not list. */
  addMatches(rows: readonly KeyedCells[]): Promise<void>;
  removeMatches(keys: readonly string[]): Promise<void>;
  /** Of these match keys those that have a row. */
  listedMatches(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** @returns false where the workbook has no log. */
  logDecisions(entries: readonly LoggedDecision[]): Promise<boolean>;
}

export interface WorkbookPort {
  /** Mends a write that broke off; answers a sentence when there was something to mend. */
  repair(): Promise<string | null>;
  readSources(onProgress: OnProgress, signal: AbortSignal): Promise<readonly SourceGrid[]>;
  readKept(): Promise<Kept>;
  saveMappings(mappings: readonly SourceMapping[]): Promise<void>;
  /** @throws Trouble-carrying error; the last good result stays in place on any failure or cancel. */
  write(plan: ReportPlan, sources: readonly SourceGrid[], onProgress: OnProgress, signal: AbortSignal): Promise<WriteOutcome>;
  /** @throws DOMException AbortError where it was cancelled before the first sheet went. */
  removeResults(onProgress: OnProgress, signal: AbortSignal): Promise<Removal>;
  stored(): Promise<Stored>;
  /**
   * Takes away all that is stored; sample sheets that a person changed stay, as his own.
   * @throws DOMException AbortError where it was cancelled before the first sheet went.
   */
  forget(onProgress: OnProgress, signal: AbortSignal): Promise<Removal>;
  /** @throws DOMException AbortError where it was cancelled: the workbook is as it was. */
  addSample(sheets: readonly SampleSheet[], onProgress: OnProgress, signal: AbortSignal): Promise<void>;
  /** @param evenChanged whether sheets that a person changed go too. */
  removeSample(evenChanged: boolean, onProgress: OnProgress, signal: AbortSignal): Promise<SampleRemoval>;
  /**
   * Writes what the task asks for, once it has asked for all of it, together.
   * @throws Trouble-carrying error; then nothing of it was written.
   */
  settle<T>(task: (writes: SettlingWrites) => Promise<T>): Promise<T>;
  /** Where each sheet of the last result stands today, by its planned name. */
  resultPlaces(): Promise<Readonly<Record<string, Place>>>;
  /** Selects a column of a table of ours, or of it the first row in which columns hold these texts, by planned names. */
  showColumn(table: string, header: string, where?: Readonly<Record<string, string>>): Promise<void>;
  /** The exceptions in sight, in the order of their sheet. */
  readQueue(): Promise<readonly QueuedException[]>;
  /** Selects the next or previous exception in sight that is to be settled. */
  stepException(by: 1 | -1): Promise<Stepped>;
  /** Selects a cell or area, activating its sheet. */
  show(sheet: string, address: string): Promise<void>;
  /** What is selected now, as far as it can be explained. */
  readSelection(): Promise<Selection>;
  /** Tells that another selection was made, or another sheet came up. */
  onSelectionChanged(listener: () => void): () => void;
  /** Tells that Excel has not answered for a while, and when it does again or nobody waits any more. */
  onSilence(listener: (isSilent: boolean) => void): () => void;
  /** Nobody waits any more for what Excel was asked so far: that fails with words of its own. */
  giveUp(): void;
  /** Tells when sheets come, go or change, so that sources can be read anew. */
  onSourcesChanged(listener: () => void): () => void;
}

export interface RunRequest {
  readonly mappings: readonly SourceMapping[];
  readonly definitions: Definitions;
  readonly reasons: Readonly<Partial<Record<SettingKey, string>>>;
  readonly decisions: Decisions;
  readonly previous: readonly PreviousException[];
  readonly typed: Readonly<Record<string, string | number>>;
  readonly refusedSettings: Kept['refusedSettings'];
  readonly lastRun: Kept['lastRun'];
}

export type DefineRequest = Pick<RunRequest, 'mappings' | 'definitions' | 'reasons'>;

export interface Reconciler {
  /** Short prints of what was read, by source, to tell later whether it is still the same. */
  fingerprint(grids: readonly SourceGrid[], signal?: AbortSignal): Promise<Readonly<Record<string, string>>>;
  inspect(grids: readonly SourceGrid[], saved: readonly SourceMapping[], signal?: AbortSignal): Promise<Inspection>;
  /** Settles every definition before any number is shown: its value, what "auto" comes to, and why. */
  define(grids: readonly SourceGrid[], request: DefineRequest, signal?: AbortSignal): Promise<readonly SettingUsed[]>;
  /** Works out in the background the run that the sheets show; `isSame`: its figures are those of the last run. */
  hold(grids: readonly SourceGrid[], request: RunRequest, signal: AbortSignal): Promise<{ readonly isSame: boolean }>;
  /**
   * What stands behind a selection, by the last run; null where none is held.
   * @throws DOMException AbortError where a newer question took its place.
   */
  explain(asked: Asked): Promise<Explanation | null>;
  /** The same for what settling needs to know; null also where that run knows nothing of what is asked. */
  lookUp(asked: LookUp): Promise<LookedUp | null>;
  /** @throws DOMException AbortError within 200 ms of the signal. */
  run(grids: readonly SourceGrid[], request: RunRequest, onProgress: OnProgress, signal: AbortSignal): Promise<ReportPlan>;
}

export type Theme = 'light' | 'dark' | 'contrast';

/** What Office and the browser say about how the pane should look and speak. */
export interface Surroundings {
  /** BCP 47, for numbers and dates. */
  readonly locale: string;
  /** That of the texts. */
  readonly language: Language;
  /** The way the locale's script runs: the layout follows it even where the texts are in another. */
  readonly direction: 'ltr' | 'rtl';
  /** The calendar day where the user is, ISO. */
  readonly today: () => string;
  readonly theme: () => Theme;
  readonly onThemeChanged: (listener: () => void) => () => void;
}

/** What the pane remembers of its user on this machine; forgets rather than fails. */
export interface Preferences {
  isWelcomed(): boolean;
  setWelcomed(): void;
  /** What is written under `Decided by`; null until it was asked, "" where a person gave none. */
  initials(): string | null;
  setInitials(initials: string): void;
  forget(): void;
}

/** What was settled in earlier workbooks, kept for the next one; forgets rather than fails. */
export interface SetUps {
  /** Known by their fingerprints, the latest first. */
  layouts(): readonly SourceMapping[];
  definitions(): Definitions;
  /** @param settled layouts that a person changed or confirmed. @param typed settings that a person chose. */
  keep(settled: readonly SourceMapping[], typed: Definitions): void;
  forgetLayout(fingerprint: string): void;
  forgetDefinitions(): void;
  forget(): void;
}

export type { Digest };
