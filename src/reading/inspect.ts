/** What the sheets are, before a run: role, header, columns, conventions, and what has to be asked. */

import type { Day } from '../domain/day';
import type { SourceGrid } from '../domain/grid';
import type { Role } from '../domain/record';
import type { ColumnGuess, Inspection, Obstacle, Question, SourceCounts, SourceInspection } from '../settings/inspection';
import { NO_HEADER } from '../settings/mapping';
import type { SourceMapping } from '../settings/mapping';
import { blocksOf } from './blocks';
import { countsOf } from './counts';
import { withCrossEvidence } from './crossEvidence';
import type { Assigned } from './crossEvidence';
import { statedCurrencies } from './currencyOfRow';
import { ROLE_FIELDS } from './fields';
import { headingExamples } from './headingField';
import { pairSource } from './pairSources';
import { previewOf } from './preview';
import { marksOf, questionsOf, roleQuestion } from './questions';
import type { Surroundings } from './questions';
import { isBankList } from './readReceipts';
import { keepsColumns, savedFor, savedHere } from './savedMapping';
import { shapeQuestions } from './shapeQuestions';
import { openSheet, READ } from './sheet';
import type { SourceSheet } from './sheet';
import { keptColumn, withKeptColumns } from './straighten';
import { columnLetters } from './text';
import { classifyRows, RECORD_ROW } from './totals';
import { mappingOf, understand } from './understand';
import type { Understood } from './understand';

/** Below this no role is believed. */
const LEAST_ROLE_SCORE = 2.5;
/** Roles nearer than this are a close call, and asked. */
const CLOSE_CALL = 1;

/** A block on its way through the two passes: by itself first, then beside the others. */
interface Look {
  readonly grid: SourceGrid;
  /** Place of the grid among those given, and of the block in it. */
  readonly at: number;
  readonly block: number;
  readonly known: Understood | null;
  readonly saved: SourceMapping | null;
  readonly role: Role | 'ignore';
}

/**
 * Finds out what each grid is. Saved mappings are taken where they are of the same source, or of the same header elsewhere;
 * one that names only sheet and role settles just that. Nothing is decided in silence: what stays open is a question.
 */
export function inspect(grids: readonly SourceGrid[], saved: readonly SourceMapping[]): Inspection {
  const looks = grids.flatMap((grid, at) => blocksOf(grid).map((own, block) => look(own, at, block, saved)));
  const alone = mapAll(looks);
  const sheets = openAll(looks, alone);
  const stated = statedCurrencies(sheets.filter((sheet) => sheet !== null));
  const settled = sheets.map((sheet) => (sheet === null ? null : withOnlyCurrency(sheet, stated)));
  const counts = countsOf(settled.filter((sheet) => sheet !== null));
  const sources = looks.map((each, at) => describe(each, at, settled, alone[at] ?? ignored(each), stated, counts));
  return {
    sources,
    questions: sources.flatMap(({ questions }) => questions),
    obstacles: obstaclesOf(sources),
  };
}

/** The sources in use, opened; those of one sheet are told apart by their number. */
function openAll(looks: readonly Look[], mappings: readonly SourceMapping[]): (SourceSheet | null)[] {
  const parts = new Map<string, number>();
  return looks.map(({ known }, at) => {
    const mapping = mappings[at];
    if (known === null || mapping === undefined || mapping.role === 'ignore') return null;
    const part = parts.get(mapping.sheet) ?? 0;
    parts.set(mapping.sheet, part + 1);
    return openSheet(pairSource({ ...known.grid, part }, mapping));
  });
}

/** Where the workbook knows one currency only, a sheet that says nothing is in it: there is no second reading to ask about. */
function withOnlyCurrency(sheet: SourceSheet, stated: ReadonlySet<string>): SourceSheet {
  const { mapping, grid } = sheet;
  const [only] = stated;
  const silent = mapping.currency === null && mapping.columns.currency === undefined && marksOf(sheet).length === 0;
  return silent && stated.size === 1 && only !== undefined ? openSheet({ grid, mapping: { ...mapping, currency: only } }) : sheet;
}

function look(grid: SourceGrid, at: number, block: number, saved: readonly SourceMapping[]): Look {
  const first = understand(grid, block);
  const known = placedByHand(grid, block, first, saved) ?? first;
  const mapping = savedFor(grid, block, known?.fingerprint ?? null, saved);
  const [best] = known?.roles ?? [];
  const role = mapping !== null ? mapping.role : best !== undefined && best.score >= LEAST_ROLE_SCORE ? best.role : 'ignore';
  return { grid, at, block, known, saved: mapping, role };
}

/** The table with its header where a person put it, just now or in a run before: known by its texts where they are kept. */
function placedByHand(
  grid: SourceGrid,
  block: number,
  first: Understood | null,
  saved: readonly SourceMapping[],
): Understood | null {
  const here = savedHere(grid, block, saved);
  if (here === null || (here.headerRow === first?.headerRow && here.headerRows === first.headerRows)) return null;
  const placed = understand(grid, block, { row: here.headerRow, rows: here.headerRows === 2 ? 2 : 1 });
  return here.fingerprint === '' || here.fingerprint === placed?.fingerprint ? placed : null;
}

/** Mappings of all blocks, references found by the ids of the other sheets. */
function mapAll(looks: readonly Look[]): SourceMapping[] {
  const assigned: Assigned[] = [];
  for (const { known, role } of looks)
    if (known !== null && role !== 'ignore') assigned.push({ known, role, guesses: known.guesses[role] });
  const found = new Map(withCrossEvidence(assigned).map((guesses, at) => [assigned[at]?.known, guesses]));
  return looks.map((each) => {
    const { known, role, saved } = each;
    if (known === null || role === 'ignore') return ignored(each);
    const guessed = mappingOf(known, role, found.get(known) ?? []);
    return saved === null ? guessed : settledBy(saved, guessed, known);
  });
}

/** What a person settled stands; where the header moved or only the role was settled, the columns are found anew. */
function settledBy(saved: SourceMapping, guessed: SourceMapping, known: Understood): SourceMapping {
  const columns = keepsColumns(saved, known) ? saved.columns : guessed.columns;
  return {
    ...guessed,
    columns,
    grain: saved.grain ?? guessed.grain,
    scale: saved.scale,
    firstMonth: saved.firstMonth,
    revenueAccount: saved.revenueAccount,
    dateOrder: saved.dateOrder,
    decimal: saved.decimal,
    currency: saved.currency ?? guessed.currency,
    reportingCurrency: saved.reportingCurrency ?? guessed.reportingCurrency,
  };
}

function ignored({ grid, block, known }: Look): SourceMapping {
  return {
    sheet: grid.sheet,
    table: grid.table,
    block,
    role: 'ignore',
    headerRow: known?.headerRow ?? 0,
    headerRows: known?.headerRows ?? 1,
    columns: {},
    grain: null,
    scale: 1,
    monthColumns: [],
    firstMonth: null,
    revenueAccount: null,
    dateOrder: null,
    decimal: null,
    currency: null,
    reportingCurrency: null,
    fingerprint: known?.fingerprint ?? '',
  };
}

function describe(
  each: Look,
  at: number,
  sheets: readonly (SourceSheet | null)[],
  found: SourceMapping,
  stated: ReadonlySet<string>,
  counts: ReadonlyMap<SourceSheet, SourceCounts>,
): SourceInspection {
  const { grid, known, role, saved, block } = each;
  const sheet = sheets[at] ?? null;
  const mapping = sheet === null ? found : withConventions(sheet);
  const kinds = sheet === null ? null : classifyRows(sheet);
  return {
    grid: each.at,
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
    roleReason: reasonOf(each),
    mapping,
    headers: known === null ? [] : known.headers.slice(0, known.grid.width),
    fields: role === 'ignore' ? [] : ROLE_FIELDS[role].map(({ field }) => field),
    columns: known === null || role === 'ignore' ? [] : guessesOf(mapping, known, role),
    preview: sheet === null || kinds === null ? [] : previewOf(sheet, kinds),
    rows: kinds === null ? 0 : kinds.filter((kind) => kind === RECORD_ROW).length,
    hiddenRows: grid.hiddenRows,
    questions: questionsAbout(each, at, sheets, stated),
  };
}

function questionsAbout(
  { grid, known, role, saved }: Look,
  at: number,
  sheets: readonly (SourceSheet | null)[],
  stated: ReadonlySet<string>,
): Question[] {
  const sheet = sheets[at] ?? null;
  if (known === null || sheet === null) return [];
  const isSettled = saved !== null && keepsColumns(saved, known);
  return [
    ...(saved === null && role !== 'ignore' ? roleQuestion(grid.sheet, known.roles.filter(isBelievable), CLOSE_CALL) : []),
    ...shapeQuestions(known, sheet, isSettled, daysOf(sheets)),
    ...questionsOf(sheet, surroundings(sheets, at, stated)),
  ];
}

/** First and last day of the documents at hand. */
function daysOf(sheets: readonly (SourceSheet | null)[]): { readonly first: Day; readonly last: Day } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const sheet of sheets) {
    const column = sheet?.days('date');
    column?.days.forEach((day, index) => {
      if (column.state[index] !== READ) return;
      first = Math.min(first, day);
      last = Math.max(last, day);
    });
  }
  return first > last ? null : { first: first as Day, last: last as Day };
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
  if (role === 'ignore') return 'no columns of a source were found';
  return known.roles[0]?.reason ?? '';
}

function surroundings(sheets: readonly (SourceSheet | null)[], at: number, stated: ReadonlySet<string>): Surroundings {
  const others = sheets.flatMap((sheet, other) => (sheet === null || other === at ? [] : [sheet.conventions]));
  const orders = new Set(others.flatMap(({ dateOrder }) => (dateOrder === 'dmy' || dateOrder === 'mdy' ? [dateOrder] : [])));
  const decimals = new Set(others.flatMap(({ decimal }) => decimal ?? []));
  return {
    stated,
    dateOrder: orders.size === 1 ? ([...orders][0] ?? null) : null,
    decimal: decimals.size === 1 ? ([...decimals][0] ?? null) : null,
  };
}

const NEEDED_ROLES = [
  {
    role: 'deals',
    code: 'no-deals',
    message: 'No sheet of deals was found. Choose the sheet that holds the won deals of your CRM.',
  },
  {
    role: 'invoices',
    code: 'no-invoices',
    message: 'No sheet of invoices was found. Choose the sheet that holds the issued invoices.',
  },
] as const;

function obstaclesOf(sources: readonly SourceInspection[]): Obstacle[] {
  const missing = NEEDED_ROLES.filter(({ role }) => sources.every((source) => source.role !== role));
  return [
    ...missing.map(({ code, message }): Obstacle => ({ code, sheet: null, message })),
    ...sources.flatMap((source) => obstacleOf(source)),
  ];
}

function obstacleOf({ sheet, role, mapping, rows }: SourceInspection): Obstacle[] {
  if (role !== 'deals' && role !== 'invoices' && role !== 'credits' && role !== 'schedule' && role !== 'receipts') return [];
  const { columns, monthColumns } = mapping;
  const has = (...fields: ColumnGuess['field'][]): boolean => fields.some((field) => columns[field] !== undefined);
  if (rows === 0)
    return [{ code: 'empty', sheet, message: `“${sheet}” has no rows below its header. Leave it out, or choose another sheet.` }];
  if (monthColumns.length > 0) return [];
  if (!has('amount', 'net', 'gross', 'debit', 'credit')) {
    return [
      { code: 'no-amount', sheet, message: `No column of amounts was found in “${sheet}”. Choose the column that holds them.` },
    ];
  }
  if (!has('date', 'month'))
    return [
      { code: 'no-date', sheet, message: `No column of dates was found in “${sheet}”. Choose the column that holds them.` },
    ];
  return [];
}
