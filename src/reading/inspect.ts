/** What the sheets are, before a run: role, header, columns, conventions, and what has to be asked. */

import type { SourceGrid } from '../domain/grid';
import type { Role } from '../domain/record';
import type { ColumnGuess, Inspection, Obstacle, SourceInspection } from '../settings/inspection';
import type { SourceMapping } from '../settings/mapping';
import { columnQuestions } from './columnQuestions';
import { withCrossEvidence } from './crossEvidence';
import type { Assigned } from './crossEvidence';
import { statedCurrencies } from './currencyOfRow';
import { ROLE_FIELDS } from './fields';
import { headerTexts } from './layout';
import { previewOf } from './preview';
import { marksOf, questionsOf, roleQuestion } from './questions';
import type { Surroundings } from './questions';
import { keepsColumns, savedFor } from './savedMapping';
import { isBankList } from './readReceipts';
import { openSheet } from './sheet';
import type { SourceSheet } from './sheet';
import { columnLetters } from './text';
import { classifyRows, RECORD_ROW } from './totals';
import { mappingOf, understand } from './understand';
import type { Understood } from './understand';

/** Below this no role is believed. */
const LEAST_ROLE_SCORE = 2.5;
/** Roles nearer than this are a close call, and asked. */
const CLOSE_CALL = 1;

/** A grid on its way through the two passes: by itself first, then beside the others. */
interface Look {
  readonly grid: SourceGrid;
  readonly known: Understood | null;
  readonly saved: SourceMapping | null;
  readonly role: Role | 'ignore';
}

/**
 * Finds out what each grid is. Saved mappings are taken where they are of the same sheet, or of the same header elsewhere;
 * one that names only sheet and role settles just that. Nothing is decided in silence: what stays open is a question.
 */
export function inspect(grids: readonly SourceGrid[], saved: readonly SourceMapping[]): Inspection {
  const looks = grids.map((grid) => look(grid, saved));
  const alone = mapAll(looks);
  const stated = statedCurrencies(
    alone.flatMap((mapping, at) => {
      const grid = looks[at]?.grid;
      return grid === undefined || mapping.role === 'ignore' ? [] : [{ grid, mapping }];
    }),
  );
  const sheets = looks.map(({ grid }, at) => {
    const mapping = alone[at];
    return mapping === undefined || mapping.role === 'ignore' ? null : withOnlyCurrency(openSheet(grid, mapping), stated);
  });
  const mappings = alone.map((mapping, at) => sheets[at]?.mapping ?? mapping);
  const sources = looks.map((each, at) => describe(each, at, sheets, mappings[at] ?? ignored(each), stated));
  return {
    sources,
    questions: sources.flatMap(({ questions }) => questions),
    obstacles: obstaclesOf(sources),
  };
}

/** Where the workbook knows one currency only, a sheet that says nothing is in it: there is no second reading to ask about. */
function withOnlyCurrency(sheet: SourceSheet, stated: ReadonlySet<string>): SourceSheet {
  const { mapping, grid } = sheet;
  const [only] = stated;
  const silent = mapping.currency === null && mapping.columns.currency === undefined && marksOf(sheet).length === 0;
  return silent && stated.size === 1 && only !== undefined ? openSheet(grid, { ...mapping, currency: only }) : sheet;
}

function look(grid: SourceGrid, saved: readonly SourceMapping[]): Look {
  const first = understand(grid);
  const mapping = savedFor(grid, first?.fingerprint ?? null, saved);
  const moved = mapping !== null && mapping.sheet === grid.sheet && mapping.fingerprint === '' && mapping.headerRow > 0;
  const known = moved ? (understand(grid, mapping.headerRow) ?? first) : first;
  const [best] = known?.roles ?? [];
  const role = mapping !== null ? mapping.role : best !== undefined && best.score >= LEAST_ROLE_SCORE ? best.role : 'ignore';
  return { grid, known, saved: mapping, role };
}

/** Mappings of all grids, references found by the ids of the other sheets. */
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
    dateOrder: saved.dateOrder,
    decimal: saved.decimal,
    currency: saved.currency ?? guessed.currency,
    reportingCurrency: saved.reportingCurrency ?? guessed.reportingCurrency,
  };
}

function ignored({ grid, known }: Look): SourceMapping {
  return {
    sheet: grid.sheet,
    table: grid.table,
    block: 0,
    role: 'ignore',
    headerRow: known?.headerRow ?? 0,
    headerRows: 1,
    columns: {},
    grain: null,
    scale: 1,
    monthColumns: [],
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
  mapping: SourceMapping,
  stated: ReadonlySet<string>,
): SourceInspection {
  const { grid, known, role, saved } = each;
  const sheet = sheets[at] ?? null;
  const kinds = sheet === null ? null : classifyRows(sheet);
  const close =
    saved === null && known !== null && role !== 'ignore'
      ? roleQuestion(grid.sheet, known.roles.filter(isBelievable), CLOSE_CALL)
      : [];
  const columns = saved === null && known !== null ? columnQuestions(known, mapping) : [];
  return {
    grid: at,
    sheet: grid.sheet,
    table: grid.table,
    block: mapping.block,
    area: areaOf(grid),
    headerAt: known === null ? [] : [grid.top + known.headerRow + 1],
    grain: mapping.grain ?? 'row',
    isBankList: sheet !== null && role === 'receipts' && isBankList(sheet),
    headings: [],
    counts: { used: 0, leftOut: [] },
    role,
    roleConfidence: saved !== null ? 1 : confidenceOf(known, role),
    roleReason: reasonOf(each),
    mapping: sheet === null ? mapping : withConventions(sheet),
    headers: known === null ? [] : headerTexts(grid, known.headerRow),
    fields: role === 'ignore' ? [] : ROLE_FIELDS[role].map(({ field }) => field),
    columns: known === null || role === 'ignore' ? [] : guessesOf(mapping, known, role),
    preview: sheet === null || kinds === null ? [] : previewOf(sheet, kinds),
    rows: kinds === null ? 0 : kinds.filter((kind) => kind === RECORD_ROW).length,
    hiddenRows: grid.hiddenRows,
    questions: sheet === null ? close : [...close, ...columns, ...questionsOf(sheet, surroundings(sheets, at, stated))],
  };
}

function areaOf({ top, left, values }: SourceGrid): string {
  const width = values[0]?.length ?? 0;
  return `${columnLetters(left)}${top + 1}:${columnLetters(left + Math.max(0, width - 1))}${top + values.length}`;
}

function isBelievable({ score }: { readonly score: number }): boolean {
  return score >= LEAST_ROLE_SCORE;
}

/** What the values show is written down, so that next month's undecidable export is read the same way. */
function withConventions({ mapping, conventions }: SourceSheet): SourceMapping {
  return { ...mapping, dateOrder: conventions.dateOrder, decimal: conventions.decimal };
}

function guessesOf(mapping: SourceMapping, known: Understood, role: Role): ColumnGuess[] {
  const guesses = known.guesses[role];
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
