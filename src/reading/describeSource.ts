/** What the pane and the command line show of one source, and what they ask about it. */

import type { SourceGrid } from '../domain/grid';
import type { Role } from '../domain/record';
import type { ColumnGuess, Question, SourceCounts, SourceInspection, ZoneFinding } from '../settings/inspection';
import { NO_HEADER } from '../settings/mapping';
import type { SourceMapping } from '../settings/mapping';
import { columnQuestions } from './columnQuestions';
import { fieldsOf } from './fields';
import type { GrainFound } from './grain';
import { headingExamples } from './headingField';
import type { Look } from './look';
import { quartersIn } from './monthColumns';
import { previewOf } from './preview';
import { leftOutQuestion, questionsOf, roleQuestion, unknownSheetQuestion } from './questions';
import { possibleRoles } from './roles';
import { isBankList } from './readReceipts';
import { keepsColumns } from './savedMapping';
import type { Settled } from './settle';
import { shapeQuestions } from './shapeQuestions';
import type { SourceSheet } from './sheet';
import { keptColumn, withKeptColumns } from './straighten';
import { daysOf, surroundings } from './surroundings';
import { cellText, columnLetters } from './text';
import { classifyRows, RECORD_ROW } from './totals';
import type { Understood } from './understand';
import { zoneOf } from './zones';

/** Roles nearer than this are a close call, and asked; where little tells of the best one, so are those a single word away. */
const CLOSE_CALL = 1;
const CLOSE_CALL_OF_WEAK = 1.25;
const WEAK = 3;

export function describeSource(
  { look, mapping: found, grain, isGrainOpen }: Settled,
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
    zone: sheet === null ? null : zoneIn(sheet),
    role,
    roleConfidence: saved !== null ? 1 : confidenceOf(known, role),
    roleReason: reasonOf(look),
    mapping: isGrainOpen ? { ...mapping, grain: null } : mapping,
    headers: known === null ? [] : known.headers.slice(0, known.grid.width),
    fields: role === 'ignore' ? [] : fieldsOf(role),
    columns: known === null || role === 'ignore' ? [] : guessesOf(mapping, known, role),
    preview: sheet === null || kinds === null ? [] : previewOf(sheet, kinds),
    rows: kinds === null ? 0 : kinds.filter((kind) => kind === RECORD_ROW).length,
    hiddenRows: grid.hiddenRows,
    questions: grain === null ? unknownSheet(look) : questionsAbout(look, found, isGrainOpen ? grain : null, at, sheets, stated),
  };
}

function questionsAbout(
  { grid, known, saved, wasLeftOut }: Look,
  found: SourceMapping,
  openGrain: GrainFound | null,
  at: number,
  sheets: readonly (SourceSheet | null)[],
  stated: ReadonlySet<string>,
): Question[] {
  const sheet = sheets[at] ?? null;
  if (known === null || sheet === null) return [];
  const isSettled = saved !== null && (keepsColumns(saved, known) || saved.headerRow === NO_HEADER);
  return [
    ...(wasLeftOut ? leftOutQuestion(grid.sheet, found.role) : saved === null ? roleQuestion(grid.sheet, nearRoles(known)) : []),
    ...(isSettled ? [] : columnQuestions(known, found)),
    ...shapeQuestions(known, sheet, openGrain, isSettled, daysOf(sheets)),
    ...questionsOf(sheet, surroundings(sheets, at, stated)),
  ];
}

function zoneIn(sheet: SourceSheet): ZoneFinding | null {
  const { date } = sheet.mapping.columns;
  if (date === undefined) return null;
  const cells = Array.from({ length: sheet.count }, (_, index) => sheet.cell(index, date));
  const header = cellText(sheet.grid.values[sheet.mapping.headerRow]?.[date]);
  return zoneOf(cells, header, sheet.conventions.dateOrderAt(date));
}

function nearRoles({ roles }: Understood): Role[] {
  const [best] = roles;
  if (best === undefined) return [];
  const close = best.score < WEAK ? CLOSE_CALL_OF_WEAK : CLOSE_CALL;
  return roles.filter(({ score }) => best.score - score < close).map(({ role }) => role);
}

function unknownSheet({ grid, known, saved }: Look): Question[] {
  return known === null || saved !== null ? [] : unknownSheetQuestion(grid.sheet, possibleRoles(known));
}

function areaOf({ top, left, values }: SourceGrid, known: Understood | null): string {
  const width = values[0]?.length ?? 0;
  const first = known === null || known.headerRow === NO_HEADER ? 0 : known.headerRow - (known.headerRows - 1);
  const last = values.findLastIndex((row) => row.some((cell) => cell !== ''));
  return `${columnLetters(left)}${top + first + 1}:${columnLetters(left + Math.max(0, width - 1))}${top + Math.max(first, last) + 1}`;
}

function headerRowsOf({ top }: SourceGrid, { headerRow, headerRows }: Understood): number[] {
  if (headerRow === NO_HEADER) return [];
  const last = top + headerRow + 1;
  return headerRows === 2 ? [last - 1, last] : [last];
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
  const best = known?.roles[0];
  if (saved !== null) return saved.role === best?.role ? `as set, and by ${best.reason}` : 'as set';
  if (known === null) return 'no row looks like a header';
  if (role === 'ignore' && quartersIn(known.headers).length >= 2) return 'revenue by quarter, not by month';
  if (role === 'ignore') return 'no columns of a source were found';
  return best?.reason ?? '';
}
