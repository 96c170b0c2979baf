/** What the pane knows and how each event changes it: pure, so that every path can be tested without a screen. */

import type { SourceGrid } from '../domain/grid';
import type { Step } from '../domain/progress';
import type { SettingUsed } from '../domain/reconciliation';
import { askedNow, settingAsked } from '../settings/answers';
import type { Definitions, SettingKey } from '../settings/definitions';
import type { Inspection } from '../settings/inspection';
import type { SourceMapping } from '../settings/mapping';
import { isSamePlace, overKept, placeKey, placeOf, withMapping } from '../settings/place';
import type { SourcePlace } from '../settings/place';
import { inLine } from './answers';
import type { Answer, PlacedQuestion } from './answers';
import type { Kept, Stepped, Trouble } from './ports';
import { NOTHING_MADE, withMade, withoutHonoured, withoutLast, withRun, withSkipped } from './reviewing';
import type { Made, Reviewing } from './reviewing';
import type { RunResult } from './runResult';

export const PANE_STEPS = ['sources', 'definitions', 'review', 'results'] as const;
export type PaneStep = (typeof PANE_STEPS)[number];

/** Short prints of what was read, by source. */
export type Prints = Readonly<Record<string, string>>;

/** What keeps the pane busy. */
export interface Work {
  readonly kind: 'sheets' | 'look' | 'define' | 'run' | 'remove' | 'decide' | 'sample';
  readonly step: Step | null;
  /** Share of the step, 0…1. */
  readonly done: number;
  readonly isCancelling: boolean;
  /** Sheets changed since it began: some may have been read before that. */
  readonly isOvertaken: boolean;
}

/** Something to tell that is no trouble; the sentence is made where it is shown. */
export type Notice =
  | { readonly kind: 'mended'; readonly sentence: string }
  | { readonly kind: 'cancelled'; readonly work: Work['kind'] }
  | { readonly kind: 'removed'; readonly sheets: number }
  | { readonly kind: 'forgotten'; readonly sheets: number }
  | { readonly kind: 'newQuestions' }
  /** `changed`: names of sample sheets that stay because a person changed them. */
  | { readonly kind: 'sampleRemoved'; readonly sheets: number; readonly changed: readonly string[] };

/** Keys of places. Those that were asked about come first, those of no use last, all else between them. */
export interface Listed {
  readonly asking: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

export interface PaneState {
  readonly step: PaneStep;
  readonly work: Work | null;
  readonly grids: readonly SourceGrid[];
  /** Of `grids`. */
  readonly prints: Prints;
  readonly kept: Kept | null;
  readonly inspection: Inspection | null;
  /** In force now, the analyst's changes included; one for each source of the inspection. */
  readonly mappings: readonly SourceMapping[];
  /** How the sources are listed, settled when the sheets are read, so that no card jumps while somebody works on it. */
  readonly listed: Listed;
  /** Those of `mappings` that a person changed here; the others may still be guessed anew. */
  readonly settled: readonly SourceMapping[];
  /** Questions answered in this pane: they stay in sight, so that an answer can be changed. */
  readonly answered: readonly Answer[];
  /** Settings typed in this pane; they win over those of the Definitions sheet. */
  readonly typed: Definitions;
  readonly settings: readonly SettingUsed[];
  readonly result: RunResult | null;
  readonly reviewing: Reviewing;
  readonly trouble: Trouble | null;
  readonly notice: Notice | null;
  /** A step was entered since the pane opened; until then the focus belongs to Excel. */
  readonly hasMoved: boolean;
  /** Sheets changed since they were read. */
  readonly isStale: boolean;
  /** A run of the sheets as they were read failed: the next reads them anew. */
  readonly isSpent: boolean;
  /** Excel has been asked something and has not answered for a while. */
  readonly isExcelSilent: boolean;
}

export type PaneEvent =
  | { readonly type: 'started'; readonly work: Work['kind'] }
  | { readonly type: 'progressed'; readonly step: Step; readonly done: number }
  | {
      readonly type: 'read';
      readonly grids: readonly SourceGrid[];
      readonly prints: Prints;
      readonly kept: Kept;
      readonly inspection: Inspection;
    }
  /** The workbook holds a result of an earlier run. */
  | { readonly type: 'returned'; readonly result: RunResult; readonly kept: Kept }
  | { readonly type: 'mapped'; readonly mapping: SourceMapping }
  | { readonly type: 'inspected'; readonly inspection: Inspection }
  | { readonly type: 'answered'; readonly placed: PlacedQuestion; readonly value: string }
  | { readonly type: 'typed'; readonly key: SettingKey; readonly value: string | number | null }
  | { readonly type: 'defined'; readonly settings: readonly SettingUsed[]; readonly kept: Kept }
  | { readonly type: 'finished'; readonly result: RunResult; readonly kept: Kept }
  /** `isRead`: the sheets that stay were read afterwards. */
  | { readonly type: 'removed'; readonly sheets: number; readonly isRead: boolean }
  | { readonly type: 'decided'; readonly made: Made; readonly next: string | null }
  /** `gone`: rows that were no longer there. */
  | { readonly type: 'undone'; readonly gone: number }
  /** The last decision of before the run can never be taken back. */
  | { readonly type: 'letGo' }
  | { readonly type: 'skipped'; readonly key: string; readonly next: string | null }
  | { readonly type: 'stepped'; readonly stepped: Stepped }
  | { readonly type: 'cancelling' }
  | { readonly type: 'cancelled' }
  /** `of`: the work that ended so; null where none did. */
  | { readonly type: 'failed'; readonly trouble: Trouble; readonly of: Work['kind'] | null }
  | { readonly type: 'noticed'; readonly notice: Notice }
  | { readonly type: 'dismissed' }
  | { readonly type: 'went'; readonly step: PaneStep }
  | { readonly type: 'sheetsChanged' }
  | { readonly type: 'silence'; readonly isSilent: boolean };

export const INITIAL: PaneState = {
  step: 'sources',
  work: null,
  grids: [],
  prints: {},
  kept: null,
  inspection: null,
  mappings: [],
  listed: { asking: new Set(), others: new Set() },
  settled: [],
  answered: [],
  typed: {},
  settings: [],
  result: null,
  reviewing: NOTHING_MADE,
  trouble: null,
  notice: null,
  hasMoved: false,
  isStale: false,
  isSpent: false,
  isExcelSilent: false,
};

export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'started':
      return {
        ...state,
        work: { kind: event.work, step: null, done: 0, isCancelling: false, isOvertaken: false },
        trouble: null,
        notice: null,
      };
    case 'progressed':
      return state.work === null ? state : { ...state, work: { ...state.work, step: event.step, done: event.done } };
    case 'read':
      return {
        ...withInspection(state, event.inspection),
        work: null,
        grids: event.grids,
        prints: event.prints,
        kept: event.kept,
        listed: listedOf(event.inspection),
        isStale: state.work?.isOvertaken ?? false,
        isSpent: false,
      };
    case 'returned':
      return { ...state, result: event.result, kept: event.kept, step: 'results' };
    case 'mapped':
      return {
        ...state,
        mappings: state.mappings.map((mapping) => (isSamePlace(mapping, event.mapping) ? event.mapping : mapping)),
        settled: withMapping(state.settled, event.mapping),
        answered: inLine(state.answered, event.mapping),
      };
    case 'inspected':
      return { ...withInspection(state, event.inspection), work: null };
    case 'answered':
      return {
        ...state,
        answered: [...state.answered.filter(({ placed }) => placed.key !== event.placed.key), event],
      };
    case 'typed':
      return { ...state, typed: withSetting(state.typed, event.key, event.value) };
    case 'defined':
      return { ...state, work: null, settings: event.settings, kept: event.kept };
    case 'finished':
      // What was typed here now stands on the Definitions sheet; from there on the sheet is right.
      return {
        ...state,
        work: null,
        result: event.result,
        kept: event.kept,
        typed: {},
        reviewing: withRun(state.reviewing),
        step: 'results',
        hasMoved: true,
        isStale: false,
      };
    case 'removed':
      return {
        ...state,
        work: null,
        result: null,
        reviewing: NOTHING_MADE,
        step: 'sources',
        hasMoved: true,
        isStale: state.isStale || !event.isRead,
        notice: { kind: 'removed', sheets: event.sheets },
      };
    case 'decided':
      return { ...state, work: without('decide', state), reviewing: withMade(state.reviewing, event.made, event.next) };
    case 'undone':
      return { ...state, work: without('decide', state), reviewing: withoutLast(state.reviewing, event.gone) };
    case 'letGo':
      return { ...state, reviewing: withoutHonoured(state.reviewing) };
    case 'skipped':
      return { ...state, reviewing: withSkipped(state.reviewing, event.key, event.next) };
    case 'stepped':
      return { ...state, reviewing: { ...state.reviewing, told: null, stepped: event.stepped } };
    case 'cancelling':
      return state.work === null ? state : { ...state, work: { ...state.work, isCancelling: true } };
    case 'cancelled':
      return state.work === null ? state : { ...state, work: null, notice: { kind: 'cancelled', work: state.work.kind } };
    case 'failed':
      return {
        ...state,
        work: without(event.of, state),
        trouble: event.trouble,
        isSpent: state.isSpent || event.of === 'run',
      };
    case 'noticed':
      return { ...state, notice: event.notice };
    case 'dismissed':
      return { ...state, trouble: null, notice: null };
    case 'went':
      return isOpen(state, event.step)
        ? {
            ...state,
            step: event.step,
            hasMoved: true,
            trouble: null,
            notice: null,
            reviewing: { ...state.reviewing, told: null, at: null, turn: 0 },
          }
        : state;
    case 'sheetsChanged':
      if (state.inspection === null) return state;
      return state.work === null ? { ...state, isStale: true } : { ...state, work: overtaken(state.work, state.kept) };
    case 'silence':
      return { ...state, isExcelSilent: event.isSilent };
  }
}

/** The sheets of the sample come and go by themselves, also where all that Tieout keeps is removed. */
function overtaken(work: Work, kept: PaneState['kept']): Work {
  const isOfSample = work.kind === 'sample' || (work.kind === 'remove' && (kept?.sample.length ?? 0) > 0);
  return isOfSample ? work : { ...work, isOvertaken: true };
}

/** A decision is still being written when something newer has begun: its end is not the end of that. */
function without(kind: Work['kind'] | null, { work }: PaneState): Work | null {
  return work?.kind === kind ? null : work;
}

function withInspection(state: PaneState, inspection: Inspection): PaneState {
  return { ...state, inspection, mappings: inspection.sources.map((source) => source.mapping) };
}

function listedOf({ sources }: Inspection): Listed {
  const asking = sources.filter(({ questions }) => questions.length > 0);
  const others = sources.filter(({ role, questions }) => role === 'ignore' && questions.length === 0);
  return { asking: new Set(asking.map(placeKey)), others: new Set(others.map(placeKey)) };
}

function withSetting(typed: Definitions, key: SettingKey, value: string | number | null): Definitions {
  if (value !== null) return { ...typed, [key]: value };
  return Object.fromEntries(Object.entries(typed).filter(([name]) => name !== key));
}

function asked({ sources, questions }: Inspection): PlacedQuestion[] {
  const ofSources = sources.flatMap((source) =>
    askedNow(source.questions).map((question) => ({
      key: `${question.id}|${placeKey(source)}`,
      question,
      source: placeOf(source),
    })),
  );
  const general = questions
    .filter(({ sheet }) => sheet === null)
    .map((question) => ({ key: question.id, question, source: null }));
  return [...ofSources, ...general];
}

/** Questions to show: those answered here first, then those still asked. */
export function questionsOf({ inspection, answered }: PaneState): readonly PlacedQuestion[] {
  const before = answered.map(({ placed }) => placed);
  const open = inspection === null ? [] : asked(inspection);
  return [...before, ...open.filter(({ key }) => before.every((placed) => placed.key !== key))];
}

/** Questions to show of one source; null: of the definitions. */
export function questionsAbout(state: PaneState, place: SourcePlace | null): readonly PlacedQuestion[] {
  return questionsOf(state).filter(({ source }) =>
    place === null || source === null ? place === source : isSamePlace(place, source),
  );
}

/** The answer in force: given here, or kept on the Definitions sheet; null while the question is open. */
export function answerTo(state: PaneState, { key, question, source }: PlacedQuestion): string | null {
  const given = state.answered.find(({ placed }) => placed.key === key);
  if (given !== undefined) return given.value;
  const setting = settingAsked(question.id, source !== null);
  const kept = setting === null ? undefined : definitionsOf(state)[setting];
  return kept === undefined ? null : String(kept);
}

export function openQuestions(state: PaneState): readonly PlacedQuestion[] {
  return questionsOf(state).filter((placed) => answerTo(state, placed) === null);
}

/** What a person settled, here or in an earlier run: what reading must honour. */
export function savedMappings(kept: Kept, settled: readonly SourceMapping[]): readonly SourceMapping[] {
  return overKept(settled, kept.mappings);
}

/** Settings in force: those of the Definitions sheet, then those typed in the pane. */
export function definitionsOf(state: PaneState): Definitions {
  return { ...state.kept?.definitions, ...state.typed };
}

/** Work with progress that nothing else may disturb. */
export function isLong({ work }: PaneState): boolean {
  return work?.kind === 'sheets' || work?.kind === 'run' || work?.kind === 'remove' || work?.kind === 'sample';
}

/** Whether what is shown must wait; a result that is there can be looked at while the sheets are read. */
export function isHeldUp(state: PaneState): boolean {
  return isLong(state) && !(state.work?.kind === 'sheets' && state.step === 'results');
}

/** Whether the workbook has nothing of its own to reconcile, so that sample sheets are in nobody's way. */
export function isEmptyBook({ inspection, mappings, kept, work, result }: PaneState): boolean {
  if (inspection === null || kept === null || work !== null || result !== null) return false;
  return kept.sample.length === 0 && mappings.every(({ role }) => role === 'ignore');
}

export const isBusy = (state: PaneState): boolean => state.work !== null;

/** Whether the sources are understood well enough to go on. */
export function isReadable(state: PaneState): boolean {
  return state.inspection !== null && state.inspection.obstacles.length === 0 && openQuestions(state).length === 0;
}

/** Whether a step can be shown now; none while long work is under way. */
export function isOpen(state: PaneState, step: PaneStep): boolean {
  if (isLong(state)) return false;
  switch (step) {
    case 'sources':
      return true;
    case 'definitions':
      return isReadable(state);
    case 'review':
      return state.result !== null && state.result.earlier === null;
    case 'results':
      return state.result !== null;
  }
}
