/** Ports that answer at once unless a test holds them back. */

import type { SourceGrid } from '../../../src/domain/grid';
import type { OnProgress } from '../../../src/domain/progress';
import type { Asked, Explanation } from '../../../src/report/explain/explanation';
import type { Selection } from '../../../src/report/explain/selection';
import type { LookedUp, LookUp } from '../../../src/report/settle/lookUp';
import type { ReportPlan } from '../../../src/report/plan';
import type { SettingUsed } from '../../../src/domain/reconciliation';
import type { Alias, KeyedCells, LinkNote, LinkWrite, LoggedDecision } from '../../../src/settings/decisions';
import type { Inspection } from '../../../src/settings/inspection';
import type { SourceMapping } from '../../../src/settings/mapping';
import type {
  Kept,
  Preferences,
  QueuedException,
  Reconciler,
  Removal,
  RunRequest,
  SampleRemoval,
  SettlingWrites,
  Stored,
  SampleSheet,
  Stepped,
  Surroundings,
  WorkbookPort,
  WriteOutcome,
} from '../../../src/taskpane/ports';
import type { Place } from '../../../src/taskpane/place';
import { grid, inspection, KEPT, PLAN, SETTINGS_USED, SOURCES } from './workbook';

const changed = (): Error =>
  Object.assign(new Error(), { trouble: { what: 'Somebody changed this row.', next: '', where: null, isLasting: true } });

/** Rejects as the real ports do when the signal comes. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
  });
}

export class FakeWorkbook implements WorkbookPort, SettlingWrites {
  kept: Kept = KEPT;
  mended: string | null = null;
  reads = 0;
  written: ReportPlan[] = [];
  saved: (readonly SourceMapping[])[] = [];
  shown: string[] = [];
  removed = 0;
  /** What stands in the reviewer's cells of `Matches`, by key. */
  decisions = new Map<string, LinkNote>();
  aliases: Alias[] = [];
  /** Key of a row that a person deleted from the sheet. */
  lost = '';
  names: Readonly<Record<string, string>> = {};
  private listeners = new Set<() => void>();

  repair = (): Promise<string | null> => Promise.resolve(this.mended);

  readSources: WorkbookPort['readSources'] = (onProgress) => {
    this.reads += 1;
    onProgress('read', 1);
    return Promise.resolve(SOURCES.map((text) => grid(text.split(' ')[0] ?? '')));
  };

  readKept(): Promise<Kept> {
    return Promise.resolve(this.kept);
  }

  saveMappings(mappings: readonly SourceMapping[]): Promise<void> {
    this.saved.push(mappings);
    return Promise.resolve();
  }

  write(plan: ReportPlan, _: readonly SourceGrid[], onProgress: OnProgress): Promise<WriteOutcome> {
    onProgress('write', 1);
    this.written.push(plan);
    return Promise.resolve({ names: this.names, messages: [] });
  }

  sampled: (readonly SampleSheet[])[] = [];
  /** Names of sample sheets that a person changed. */
  changedSample: readonly string[] = [];

  addSample(sheets: readonly SampleSheet[]): Promise<void> {
    this.sampled.push(sheets);
    this.kept = { ...this.kept, sample: sheets.map(({ name }) => name) };
    return Promise.resolve();
  }

  removeSample(evenChanged: boolean): Promise<SampleRemoval> {
    const changed = evenChanged ? [] : this.changedSample;
    const removed = this.kept.sample.length - changed.length;
    this.kept = { ...this.kept, sample: changed };
    return Promise.resolve({ removed, changed });
  }

  removeResults(): Promise<Removal> {
    this.removed += 1;
    return Promise.resolve({ removed: 7 });
  }

  keeps: Stored = { sheets: [], sample: [], notes: 0 };

  stored(): Promise<Stored> {
    return Promise.resolve(this.keeps);
  }

  forget(): Promise<Removal> {
    const removed = this.keeps.sheets.length;
    this.keeps = { sheets: [], sample: [], notes: 0 };
    return Promise.resolve({ removed });
  }

  async settle<T>(task: (writes: SettlingWrites) => Promise<T>): Promise<T> {
    const before = structuredClone({
      decisions: this.decisions,
      aliases: this.aliases,
      reviews: this.reviews,
      addedMatches: this.addedMatches,
      log: this.log,
    });
    try {
      return await task(this);
    } catch (error) {
      Object.assign(this, before);
      throw error;
    }
  }

  writeDecisions(notes: readonly LinkWrite[]): Promise<readonly LinkNote[]> {
    const trouble = { what: 'The row of this match is no longer on the Matches sheet.', next: '', where: null, isLasting: true };
    if (notes.some(({ matchKey }) => matchKey === this.lost)) return Promise.reject(Object.assign(new Error(), { trouble }));
    const before = notes.map(
      ({ matchKey }) => this.decisions.get(matchKey) ?? { matchKey, typed: '', decidedBy: '', decidedAt: '' },
    );
    if (notes.some(({ expected }, at) => expected !== undefined && expected !== before[at]?.typed))
      return Promise.reject(changed());
    for (const { matchKey, typed, decidedBy, decidedAt } of notes)
      this.decisions.set(matchKey, { matchKey, typed, decidedBy, decidedAt });
    return Promise.resolve(before);
  }

  addAlias(alias: Alias): Promise<boolean> {
    this.aliases.push(alias);
    return Promise.resolve(true);
  }

  removeAlias(alias: Alias): Promise<void> {
    this.aliases = this.aliases.filter(({ from }) => from !== alias.from);
    return Promise.resolve();
  }

  places: Readonly<Record<string, Place>> = {};
  resultPlaces = (): Promise<Readonly<Record<string, Place>>> => Promise.resolve(this.places);

  showColumn(table: string, header: string, where: Readonly<Record<string, string>> = {}): Promise<void> {
    this.shown.push([`${table}[${header}]`, ...Object.values(where)].join(' '));
    return Promise.resolve();
  }

  /** What stands in the reviewer's cells of `Exceptions`, by key. */
  reviews = new Map<string, KeyedCells['cells']>();
  addedMatches: KeyedCells[] = [];
  log: LoggedDecision[] = [];
  queue: QueuedException[] = [];
  at = -1;

  private hearSilence: (isSilent: boolean) => void = () => undefined;
  givenUp = 0;

  onSilence(listener: (isSilent: boolean) => void): () => void {
    this.hearSilence = listener;
    return () => undefined;
  }

  giveUp(): void {
    this.givenUp += 1;
    this.hearSilence(false);
  }

  /** Excel has not answered for a while. */
  fallSilent(): void {
    this.hearSilence(true);
  }

  writeReviews(writes: readonly KeyedCells[]): Promise<readonly KeyedCells[]> {
    const trouble = {
      what: 'The row of this exception is no longer on the Exceptions sheet.',
      next: '',
      where: null,
      isLasting: true,
    };
    if (writes.every(({ key }) => key === this.lost)) return Promise.reject(Object.assign(new Error(), { trouble }));
    const found = writes.filter(({ key }) => key !== this.lost);
    const before = found.map(({ key, cells }) => {
      const held = this.reviews.get(key) ?? {};
      return { key, cells: Object.fromEntries(Object.keys(cells).map((header) => [header, held[header] ?? ''])) };
    });
    for (const { key, cells } of found) this.reviews.set(key, { ...this.reviews.get(key), ...cells });
    return Promise.resolve(before);
  }

  addMatches(rows: readonly KeyedCells[]): Promise<void> {
    this.addedMatches.push(...rows);
    return Promise.resolve();
  }

  removeMatches(keys: readonly string[]): Promise<void> {
    this.addedMatches = this.addedMatches.filter(({ key }) => !keys.includes(key));
    return Promise.resolve();
  }

  /** Match keys without a row. */
  unlisted: readonly string[] = [];

  listedMatches(keys: readonly string[]): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(keys.filter((key) => !this.unlisted.includes(key))));
  }

  logDecisions(entries: readonly LoggedDecision[]): Promise<boolean> {
    this.log.push(...entries);
    return Promise.resolve(true);
  }

  readQueue(): Promise<readonly QueuedException[]> {
    return Promise.resolve(this.queue);
  }

  stepException(by: 1 | -1): Promise<Stepped> {
    const found = this.queue[this.at + by];
    if (found === undefined) return Promise.resolve({ key: null, at: 0, of: this.queue.length });
    this.at += by;
    return Promise.resolve({ key: found.key, at: this.at + 1, of: this.queue.length });
  }

  show(sheet: string, address: string): Promise<void> {
    this.shown.push(`${sheet}!${address}`);
    return Promise.resolve();
  }

  /** What a person has selected. */
  selected: Selection = { place: null, asked: null, on: 'other', rows: 0, omitted: 0, cells: {} };
  readSelection: () => Promise<Selection> = () => Promise.resolve(this.selected);
  private watchers = new Set<() => void>();

  onSelectionChanged(listener: () => void): () => void {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  }

  /** A person selects. */
  select(selected: Selection): void {
    this.selected = selected;
    for (const watcher of this.watchers) watcher();
  }

  onSourcesChanged(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A person edits a source sheet. */
  change(): void {
    for (const listener of this.listeners) listener();
  }
}

export class FakeReconciler implements Reconciler {
  /** What the next looks find; the last one stays. */
  inspections: Inspection[] = [inspection()];
  looks: (readonly SourceMapping[])[] = [];
  /** What is settled where nothing is typed. */
  settings: readonly SettingUsed[] = SETTINGS_USED;
  requests: RunRequest[] = [];
  defined: Parameters<Reconciler['define']>[1][] = [];
  runs: (onProgress: OnProgress, signal: AbortSignal) => Promise<ReportPlan> = () => Promise.resolve(PLAN);

  prints: Readonly<Record<string, string>> = { Deals: 'a', Invoices: 'b' };
  fingerprint = (): Promise<Readonly<Record<string, string>>> => Promise.resolve(this.prints);

  inspect(_: readonly SourceGrid[], saved: readonly SourceMapping[]): Promise<Inspection> {
    this.looks.push(saved);
    const [next, ...rest] = this.inspections;
    if (next === undefined) throw new Error('the test foresees no look at the sheets');
    if (rest.length > 0) this.inspections = rest;
    return Promise.resolve(next);
  }

  define(_: readonly SourceGrid[], request: Parameters<Reconciler['define']>[1]): ReturnType<Reconciler['define']> {
    this.defined.push(request);
    const { definitions } = request;
    return Promise.resolve(
      this.settings.map((setting) => {
        const typed = Object.entries(definitions).find(([key]) => key === setting.key)?.[1];
        return typed === undefined ? setting : { ...setting, value: typed, used: typed, why: 'as set' };
      }),
    );
  }

  /** Runs that were worked out to be explained. */
  holds: RunRequest[] = [];
  holding: (signal: AbortSignal) => Promise<{ readonly isSame: boolean }> = () => Promise.resolve({ isSame: true });
  asked: Asked[] = [];
  explains: (asked: Asked) => Promise<Explanation | null> = () => Promise.resolve(null);

  hold(_: readonly SourceGrid[], request: RunRequest, signal: AbortSignal): Promise<{ readonly isSame: boolean }> {
    this.holds.push(request);
    return this.holding(signal);
  }

  lookUps: (asked: LookUp) => Promise<LookedUp | null> = () => Promise.resolve(null);

  lookUp(asked: LookUp): Promise<LookedUp | null> {
    return this.lookUps(asked);
  }

  explain(asked: Asked): Promise<Explanation | null> {
    this.asked.push(asked);
    return this.explains(asked);
  }

  run(_: readonly SourceGrid[], request: RunRequest, onProgress: OnProgress, signal: AbortSignal): Promise<ReportPlan> {
    this.requests.push(request);
    return this.runs(onProgress, signal);
  }
}

export const SURROUNDINGS: Surroundings = {
  locale: 'en-GB',
  language: 'en',
  direction: 'ltr',
  today: () => '2026-05-04',
  theme: () => 'light',
  onThemeChanged: () => () => undefined,
};

export class FakePreferences implements Preferences {
  private welcomed = false;
  isWelcomed = (): boolean => this.welcomed;
  setWelcomed = (): void => {
    this.welcomed = true;
  };
  kept: string | null = null;
  initials = (): string | null => this.kept;
  setInitials = (initials: string): void => {
    this.kept = initials;
  };
  forget = (): void => {
    this.kept = null;
    this.welcomed = false;
  };
}
