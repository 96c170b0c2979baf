/** What the pane keeps of a run: figures, and where in the workbook each thing stands. */

import type { Digest, PlannedCell, ReportPlan, SheetPlan, TablePlan } from '../report/plan';
import type { Place } from './place';
import { addressOf } from './place';
import type { WriteOutcome } from './ports';

/** A match waiting for a person, as its row of `Matches` shows it. */
export interface SuggestedMatch {
  readonly key: string;
  readonly kind: string;
  readonly customer: string;
  readonly left: string;
  readonly right: string;
  readonly evidence: string;
  /** 0…1, null where the sheet gives none. */
  readonly probability: number | null;
}

export interface RunResult {
  readonly digest: Digest;
  /** Where each planned sheet's table (or top) stands now, by the planned sheet name. */
  readonly places: Readonly<Record<string, Place>>;
  /** The surest first; at most `SHOWN_MATCHES`. */
  readonly suggested: readonly SuggestedMatch[];
  readonly suggestedCount: number;
  /** Rows where several records fit and none was taken. */
  readonly undecidedCount: number;
  readonly messages: readonly string[];
}

export const SHOWN_MATCHES = 20;

export function resultOf(plan: ReportPlan, outcome: WriteOutcome): RunResult {
  const matches = waitingMatches(tableOf(plan, 'Matches'));
  const suggested = matches.filter(({ state }) => state === 'suggested');
  return {
    digest: plan.digest,
    places: Object.fromEntries(plan.sheets.map((sheet) => [sheet.name, placeOf(sheet, outcome.names[sheet.name] ?? sheet.name)])),
    suggested: suggested.slice(0, SHOWN_MATCHES),
    suggestedCount: suggested.length,
    undecidedCount: matches.filter(({ state }) => UNDECIDED.has(state)).length,
    messages: [...new Set([...plan.digest.messages, ...outcome.messages])],
  };
}

function placeOf(sheet: SheetPlan, name: string): Place {
  const table = sheet.tables[0];
  return { sheet: name, address: table === undefined ? 'A1' : addressOf(table.row, table.column) };
}

function tableOf(plan: ReportPlan, sheetName: string): TablePlan | null {
  return plan.sheets.find((sheet) => sheet.name === sheetName)?.tables[0] ?? null;
}

/** States in which a search ended without an answer. */
const UNDECIDED: ReadonlySet<string> = new Set(['ambiguous', 'stopped']);
const WAITING: ReadonlySet<string> = new Set(['suggested', ...UNDECIDED]);

/** Rows of `Matches` on which nobody has decided, the surest first. */
function waitingMatches(table: TablePlan | null): (SuggestedMatch & { readonly state: string })[] {
  if (table === null) return [];
  const columns = new Map(table.columns.map((column, index) => [column.header, index]));
  const cell = (row: readonly PlannedCell[], header: string): PlannedCell => row[columns.get(header) ?? -1] ?? null;
  const text = (row: readonly PlannedCell[], header: string): string => {
    const value = cell(row, header);
    return value === null || typeof value === 'object' ? '' : String(value);
  };
  return table.rows
    .filter((row) => WAITING.has(text(row, 'State').toLowerCase()) && text(row, 'Decision') === '')
    .map((row) => {
      const probability = cell(row, 'Probability');
      return {
        key: text(row, 'Match key'),
        kind: text(row, 'Kind'),
        customer: text(row, 'Customer'),
        left: text(row, 'Left'),
        right: text(row, 'Right'),
        evidence: text(row, 'Evidence'),
        state: text(row, 'State').toLowerCase(),
        probability: typeof probability === 'number' ? probability : null,
      };
    })
    .sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0) || (a.key < b.key ? -1 : 1));
}

/** How many exceptions wait for somebody, of every priority. */
export function openExceptions(result: RunResult): number {
  return result.digest.exceptions.reduce((sum, { count }) => sum + count, 0);
}
