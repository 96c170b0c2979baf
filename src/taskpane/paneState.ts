/** What the pane knows and how each event changes it: pure, so that every path can be tested without a screen. */

import type { SourceGrid } from '../domain/grid';
import type { Step } from '../domain/progress';
import type { SettingUsed } from '../domain/reconciliation';
import type { Definitions, SettingKey } from '../settings/definitions';
import type { Inspection, Question } from '../settings/inspection';
import type { SourceMapping } from '../settings/mapping';
import type { Kept, Trouble } from './ports';
import type { RunResult } from './runResult';

export const PANE_STEPS = ['sources', 'definitions', 'review', 'results'] as const;
export type PaneStep = (typeof PANE_STEPS)[number];

/** What keeps the pane busy. `sheets` reads, `run` reconciles and writes: both can be cancelled. */
export interface Work {
  readonly kind: 'sheets' | 'look' | 'define' | 'run' | 'remove';
  readonly step: Step | null;
  /** Share of the step, 0…1. */
  readonly done: number;
  readonly isCancelling: boolean;
}

/** Something to tell that is no trouble; the sentence is made where it is shown. */
export type Notice =
  | { readonly kind: 'mended'; readonly sentence: string }
  | { readonly kind: 'cancelled'; readonly work: Work['kind'] }
  | { readonly kind: 'removed'; readonly sheets: number }
  | { readonly kind: 'newQuestions' };

export interface PaneState {
  readonly step: PaneStep;
  readonly work: Work | null;
  readonly grids: readonly SourceGrid[];
  readonly kept: Kept | null;
  readonly inspection: Inspection | null;
  /** In force now, the analyst's changes included; one for each source of the inspection. */
  readonly mappings: readonly SourceMapping[];
  /** Sources that were of no use when the sheets were read: listed last, and where they are listed does not jump. */
  readonly others: readonly number[];
  /** Those of `mappings` that a person changed here; the others may still be guessed anew. */
  readonly settled: readonly SourceMapping[];
  /** Questions answered in this pane: they stay in sight, so that an answer can be changed. */
  readonly answered: readonly { readonly placed: PlacedQuestion; readonly value: string }[];
  /** Settings typed in this pane; they win over those of the Definitions sheet. */
  readonly typed: Definitions;
  readonly settings: readonly SettingUsed[];
  readonly result: RunResult | null;
  readonly trouble: Trouble | null;
  readonly notice: Notice | null;
  /** A step was entered since the pane opened; until then the focus belongs to Excel. */
  readonly hasMoved: boolean;
  /** Sheets changed since they were read. */
  readonly isStale: boolean;
}

export type PaneEvent =
  | { readonly type: 'started'; readonly work: Work['kind'] }
  | { readonly type: 'progressed'; readonly step: Step; readonly done: number }
  | {
      readonly type: 'read';
      readonly grids: readonly SourceGrid[];
      readonly kept: Kept;
      readonly inspection: Inspection;
    }
  | { readonly type: 'mapped'; readonly mapping: SourceMapping }
  | { readonly type: 'inspected'; readonly inspection: Inspection }
  | { readonly type: 'answered'; readonly placed: PlacedQuestion; readonly value: string }
  | { readonly type: 'typed'; readonly key: SettingKey; readonly value: string | number | null }
  | { readonly type: 'defined'; readonly settings: readonly SettingUsed[]; readonly kept: Kept }
  | { readonly type: 'finished'; readonly result: RunResult; readonly kept: Kept }
  | { readonly type: 'removed'; readonly sheets: number }
  | { readonly type: 'cancelling' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly trouble: Trouble }
  | { readonly type: 'noticed'; readonly notice: Notice }
  | { readonly type: 'dismissed' }
  | { readonly type: 'went'; readonly step: PaneStep }
  | { readonly type: 'sheetsChanged' };

export const INITIAL: PaneState = {
  step: 'sources',
  work: null,
  grids: [],
  kept: null,
  inspection: null,
  mappings: [],
  others: [],
  settled: [],
  answered: [],
  typed: {},
  settings: [],
  result: null,
  trouble: null,
  notice: null,
  hasMoved: false,
  isStale: false,
};

export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'started':
      return { ...state, work: { kind: event.work, step: null, done: 0, isCancelling: false }, trouble: null, notice: null };
    case 'progressed':
      return state.work === null ? state : { ...state, work: { ...state.work, step: event.step, done: event.done } };
    case 'read':
      return {
        ...withInspection(state, event.inspection),
        work: null,
        grids: event.grids,
        kept: event.kept,
        others: event.inspection.sources.flatMap(({ role }, index) => (role === 'ignore' ? [index] : [])),
        isStale: false,
      };
    case 'mapped':
      return {
        ...state,
        mappings: state.mappings.map((mapping) => (isSameTable(mapping, event.mapping) ? event.mapping : mapping)),
        settled: [...state.settled.filter((mapping) => !isSameTable(mapping, event.mapping)), event.mapping],
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
        step: 'results',
        hasMoved: true,
        isStale: false,
      };
    case 'removed':
      return {
        ...state,
        work: null,
        result: null,
        step: 'sources',
        hasMoved: true,
        notice: { kind: 'removed', sheets: event.sheets },
      };
    case 'cancelling':
      return state.work === null ? state : { ...state, work: { ...state.work, isCancelling: true } };
    case 'cancelled':
      return state.work === null ? state : { ...state, work: null, notice: { kind: 'cancelled', work: state.work.kind } };
    case 'failed':
      return { ...state, work: null, trouble: event.trouble };
    case 'noticed':
      return { ...state, notice: event.notice };
    case 'dismissed':
      return { ...state, trouble: null, notice: null };
    case 'went':
      return isOpen(state, event.step) ? { ...state, step: event.step, hasMoved: true, trouble: null, notice: null } : state;
    case 'sheetsChanged':
      return state.inspection === null || state.work !== null ? state : { ...state, isStale: true };
  }
}

function withInspection(state: PaneState, inspection: Inspection): PaneState {
  return { ...state, inspection, mappings: inspection.sources.map((source) => source.mapping) };
}

function withSetting(typed: Definitions, key: SettingKey, value: string | number | null): Definitions {
  if (value !== null) return { ...typed, [key]: value };
  return Object.fromEntries(Object.entries(typed).filter(([name]) => name !== key));
}

/** A question together with the source it is about; `source` is null where it is about the definitions. */
export interface PlacedQuestion {
  readonly key: string;
  readonly question: Question;
  readonly source: { readonly sheet: string; readonly table: string | null } | null;
}

/** Every question asked, in order. Until it is clear what a sheet is, only that is asked of it. */
function asked(inspection: Inspection): PlacedQuestion[] {
  const ofSources = inspection.sources.flatMap(({ sheet, table, questions }) => {
    const role = questions.filter(({ id }) => id === 'role');
    return (role.length > 0 ? role : questions).map((question) => ({
      key: `${question.id}|${sheet}|${table ?? ''}`,
      question,
      source: { sheet, table },
    }));
  });
  const general = inspection.questions
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

/** The answer in force: given here, or kept on the Definitions sheet; null while the question is open. */
export function answerTo(state: PaneState, { key, question, source }: PlacedQuestion): string | null {
  const given = state.answered.find(({ placed }) => placed.key === key);
  if (given !== undefined) return given.value;
  const kept = source === null ? Object.entries(definitionsOf(state)).find(([setting]) => setting === question.id) : undefined;
  return kept === undefined ? null : String(kept[1]);
}

export function openQuestions(state: PaneState): readonly PlacedQuestion[] {
  return questionsOf(state).filter((placed) => answerTo(state, placed) === null);
}

export function isSameTable(
  a: { readonly sheet: string; readonly table: string | null },
  b: { readonly sheet: string; readonly table: string | null },
): boolean {
  return a.sheet === b.sheet && a.table === b.table;
}

/** What a person settled, here or in an earlier run: what reading must honour. */
export function savedMappings(kept: Kept, settled: readonly SourceMapping[]): readonly SourceMapping[] {
  return [...settled, ...kept.mappings.filter((old) => settled.every((mapping) => !isSameTable(mapping, old)))];
}

/** Settings in force: those of the Definitions sheet, then those typed in the pane. */
export function definitionsOf(state: PaneState): Definitions {
  return { ...state.kept?.definitions, ...state.typed };
}

/** Work with progress that nothing else may disturb. */
export function isLong({ work }: PaneState): boolean {
  return work?.kind === 'sheets' || work?.kind === 'run' || work?.kind === 'remove';
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
    case 'results':
      return state.result !== null;
  }
}
