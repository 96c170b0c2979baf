/** What the pane and the command line show of one source, and what they ask about it. */

import type { SourceGrid } from '../domain/grid';
import type { Role } from '../domain/record';
import type { ColumnGuess, Question, SourceCounts, SourceInspection } from '../settings/inspection';
import { NO_HEADER } from '../settings/mapping';
import type { SourceMapping } from '../settings/mapping';
import { columnQuestions } from './columnQuestions';
import { ROLE_FIELDS } from './fields';
import type { GrainFound } from './grain';
import { headingExamples } from './headingField';
import { LEAST_ROLE_SCORE } from './look';
import type { Look } from './look';
import { quartersIn } from './monthColumns';
import { previewOf } from './preview';
import { questionsOf, roleQuestion } from './questions';
import { isBankList } from './readReceipts';
import { keepsColumns } from './savedMapping';
import type { Settled } from './settle';
import { shapeQuestions } from './shapeQuestions';
import type { SourceSheet } from './sheet';
import { keptColumn, withKeptColumns } from './straighten';
import { daysOf, surroundings } from './surroundings';
import { columnLetters } from './text';
import { classifyRows, RECORD_ROW } from './totals';
import type { Understood } from './understand';

/** Roles nearer than this are a close call, and asked. */
const CLOSE_CALL = 1;

export function describeSource(
  { look, mapping: found, grain }: Settled,
  at: number,
  sheets: readonly (SourceSheet | null)[],
  stated: ReadonlySet<string>,
  counts: ReadonlyMap<SourceSheet, SourceCounts>,
): SourceInspection {
  const { grid, known, role, saved, block } = look;
  const sheet = sheets[at] ?? null;
  const mapping = sheet === null ? found : withConventions(sheet);
  const kinds = sheet === null ? null : classifyRows(sheet);
  return {
    grid: look.at,
    sheet: grid.sheet,
    table: grid.table,
    block,
    area: areaOf(grid, known),
    headerAt: known === null ? [] : headerRowsOf(grid, known),
    grain: mapping.grain ?? 'row',
    isBankList: sheet !== null && role === 'receipts' && isBankList(sheet),
    headings: known === null ? [] : headingExamples(known.grid, known.headerRow),
    counts: (sheet === null ? undefined : counts.get(sheet)) ?? { used: 0, leftOut: [] },
    role,
    roleConfidence: saved !== null ? 1 : confidenceOf(known, role),
    roleReason: reasonOf(look),
    mapping,
    headers: known === null ? [] : known.headers.slice(0, known.grid.width),
    fields: role === 'ignore' ? [] : ROLE_FIELDS[role].map(({ field }) => field),
    columns: known === null || role === 'ignore' ? [] : guessesOf(mapping, known, role),
    preview: sheet === null || kinds === null ? [] : previewOf(sheet, kinds),
    rows: kinds === null ? 0 : kinds.filter((kind) => kind === RECORD_ROW).length,
    hiddenRows: grid.hiddenRows,
    questions: grain === null ? [] : questionsAbout(look, found, grain, at, sheets, stated),
  };
}

function questionsAbout(
  { grid, known, role, saved }: Look,
  found: SourceMapping,
  grain: GrainFound,
  at: number,
  sheets: readonly (SourceSheet | null)[],
  stated: ReadonlySet<string>,
): Question[] {
  const sheet = sheets[at] ?? null;
  if (known === null || sheet === null) return [];
  const isSettled = saved !== null && keepsColumns(saved, known);
  return [
    ...(saved === null && role !== 'ignore' ? roleQuestion(grid.sheet, known.roles.filter(isBelievable), CLOSE_CALL) : []),
    ...(isSettled ? [] : columnQuestions(known, found)),
    ...shapeQuestions(known, sheet, grain, isSettled, daysOf(sheets)),
    ...questionsOf(sheet, surroundings(sheets, at, stated)),
  ];
}

function areaOf({ top, left, values }: SourceGrid, known: Understood | null): string {
  const width = values[0]?.length ?? 0;
  const first = known === null || known.headerRow === NO_HEADER ? 0 : known.headerRow - (known.headerRows - 1);
  return `${columnLetters(left)}${top + first + 1}:${columnLetters(left + Math.max(0, width - 1))}${top + values.length}`;
}

function headerRowsOf({ top }: SourceGrid, { headerRow, headerRows }: Understood): number[] {
  if (headerRow === NO_HEADER) return [];
  const last = top + headerRow + 1;
  return headerRows === 2 ? [last - 1, last] : [last];
}

function isBelievable({ score }: { readonly score: number }): boolean {
  return score >= LEAST_ROLE_SCORE;
}

/** What the values show is written down, so that next month's undecidable export is read the same way. */
function withConventions({ grid, mapping, conventions }: SourceSheet): SourceMapping {
  return { ...withKeptColumns(grid, mapping), dateOrder: conventions.dateOrder, decimal: conventions.decimal };
}

function guessesOf(mapping: SourceMapping, known: Understood, role: Role): ColumnGuess[] {
  const { width } = known.grid;
  const guesses = known.guesses[role].map((guess) => ({ ...guess, column: keptColumn(width, guess.column) }));
  return Object.entries(mapping.columns)
    .map(([field, column]) => {
      const guess = guesses.find((one) => one.field === field && one.column === column);
      return (
        guess ?? { field: field as ColumnGuess['field'], column, confidence: 0.9, reason: 'as set, or by ids of another sheet' }
      );
    })
    .sort((a, b) => a.column - b.column);
}

function confidenceOf(known: Understood | null, role: Role | 'ignore'): number {
  const [best, second] = known?.roles ?? [];
  if (best === undefined || role === 'ignore') return 0;
  return Math.min(1, Math.max(0, best.score / (best.score + Math.max(second?.score ?? 0, 1))) + 0.2);
}

function reasonOf({ known, saved, role }: Look): string {
  if (saved !== null) return 'as set';
  if (known === null) return 'no row looks like a header';
  if (role === 'ignore' && quartersIn(known.headers).length >= 2) return 'revenue by quarter, not by month';
  if (role === 'ignore') return 'no columns of a source were found';
  return known.roles[0]?.reason ?? '';
}
