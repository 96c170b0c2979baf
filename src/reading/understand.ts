/** What one block is, seen by itself: header, role, columns, grain. */

import type { SourceGrid } from '../domain/grid';
import { ROLES } from '../domain/record';
import type { Role } from '../domain/record';
import type { ColumnGuess } from '../settings/inspection';
import { NO_HEADER } from '../settings/mapping';
import type { SourceMapping } from '../settings/mapping';
import { baseCurrency } from './baseCurrency';
import { currenciesOfFormat, currencyInHeader, currencyInTitle } from './currencies';
import { AMOUNT_FIELDS } from '../settings/mapping';
import { findHeader, fingerprintOf, headerTexts, hasRecordsWithoutHeader } from './header';
import { withHeadingGuess } from './headingField';
import { monthColumns } from './monthColumns';
import type { MonthColumn } from './monthColumns';
import { mapColumns } from './mapColumns';
import { contentFit, profileColumns } from './profile';
import type { ColumnProfile } from './profile';
import { refineGuesses } from './refine';
import { scoreRoles } from './roles';
import { scaleOfHeader, scaleOfTitle } from './scale';
import type { RoleScore } from './roles';
import { straighten, withKeptColumns } from './straighten';
import type { StraightGrid } from './straighten';

/** A table with its header found, or known to have none. */
export interface Understood {
  readonly grid: StraightGrid;
  readonly block: number;
  readonly headerRow: number;
  readonly headerRows: 1 | 2;
  readonly headers: readonly string[];
  readonly profiles: readonly ColumnProfile[];
  readonly months: readonly MonthColumn[];
  readonly fingerprint: string;
  readonly guesses: Readonly<Record<Role, readonly ColumnGuess[]>>;
  readonly roles: readonly RoleScore[];
}

/** Where a person or an earlier month says that the header stands. */
export interface HeaderPlace {
  readonly row: number;
  readonly rows: 1 | 2;
}

/** Null where no row looks like a header and the rows do not look like records either. */
export function understand(own: SourceGrid, block: number, place?: HeaderPlace): Understood | null {
  const header = place ?? findHeader(own) ?? (hasRecordsWithoutHeader(own) ? { row: NO_HEADER, rows: 1 as const } : null);
  if (header === null || header.row >= own.values.length) return null;
  const { row, rows } = header;
  const grid = straighten(own, row, rows);
  const headers = headerTexts(grid, row);
  const profiles = profileColumns(grid, headers.length, row + 1);
  const formats = grid.formatSamples.find((sample) => sample.row === row)?.formats;
  const months = monthColumns(grid.values[row] ?? [], formats).filter(({ column }) => holdsAmounts(profiles[column]));
  const across = months.length >= 3 ? months : [];
  const skip = new Set(across.map(({ column }) => column));
  const guesses = Object.fromEntries(
    ROLES.map((role) => {
      const mapped = mapColumns(role, headers, profiles, skip);
      return [role, refineGuesses(role, grid, row, withHeadingGuess(role, grid, row, mapped))];
    }),
  ) as Record<Role, ColumnGuess[]>;
  const roles = scoreRoles({ grid, headerRow: row, headers, guesses, monthsAcross: across.length });
  const titles = titlesOf({ grid, headerRow: row, headerRows: rows });
  const fingerprint = row === NO_HEADER ? kindsOf(profiles) : fingerprintOf(headers, across) + amountsBelow(titles);
  return { grid, block, headerRow: row, headerRows: rows, headers, profiles, months: across, fingerprint, guesses, roles };
}

/** Without a header a table is known by what its columns hold. */
function kindsOf(profiles: readonly ColumnProfile[]): string {
  const kinds = ['date', 'amount', 'id', 'text'] as const;
  const kindOf = (profile: ColumnProfile): string =>
    profile.filled === 0 ? '' : (kinds.find((kind) => contentFit(profile, kind) > 0.8) ?? 'text');
  return `no header: ${profiles.map(kindOf).join(' ')}`;
}

/** Blank months of a plan are months too; a column of words or dates is none. */
function holdsAmounts(profile: ColumnProfile | undefined): boolean {
  return profile !== undefined && profile.numbers + profile.amountTexts >= profile.filled * 0.5;
}

/** The mapping that a role's guesses amount to, with columns as they are kept. */
export function mappingOf(known: Understood, role: Role, guesses: readonly ColumnGuess[]): SourceMapping {
  const waterfall = role === 'schedule' && known.months.length > 0;
  const used = waterfall ? guesses.filter(({ field }) => !['amount', 'month', 'date'].includes(field)) : guesses;
  const columns = Object.fromEntries(used.map(({ field, column }) => [field, column])) as SourceMapping['columns'];
  const base = baseCurrency(known.grid, known.headerRow, known.headers, columns);
  const moneyColumns = [
    ...AMOUNT_FIELDS.flatMap((field) => columns[field] ?? []),
    ...(waterfall ? known.months.map(({ column }) => column) : []),
  ];
  return withKeptColumns(known.grid, {
    sheet: known.grid.sheet,
    table: known.grid.table,
    block: known.block,
    role,
    headerRow: known.headerRow,
    headerRows: known.headerRows,
    columns,
    grain: null,
    scale: scaleOf(known, moneyColumns),
    monthColumns: waterfall ? [...known.months] : [],
    firstMonth: null,
    revenueAccount: null,
    dateOrder: null,
    decimal: null,
    // A converted amount says what it was converted to, not what it was.
    currency: sheetCurrency(
      known,
      moneyColumns.filter((column) => column !== columns.reportingAmount),
    ),
    reportingCurrency: base,
    fingerprint: known.fingerprint,
  });
}

/** One code that the headers or the number formats of the money columns agree on. */
function sheetCurrency(known: Understood, columns: readonly number[]): string | null {
  const headers = new Set(columns.flatMap((column) => currencyInHeader(known.headers[column] ?? '') ?? []));
  if (headers.size === 1) return [...headers][0] ?? null;
  if (headers.size > 1) return null;
  const titles = new Set(titlesOf(known).flatMap((title) => currencyInTitle(title) ?? []));
  if (titles.size === 1) return [...titles][0] ?? null;
  const formats = new Set<string>();
  for (const sample of known.grid.formatSamples) {
    if (sample.row <= known.headerRow) continue;
    for (const column of columns) {
      const format = sample.formats[column];
      const cell = known.grid.values[sample.row]?.[column];
      if (format === undefined || typeof cell !== 'number') continue;
      const meanings = currenciesOfFormat(format);
      if (meanings.length > 0) formats.add(meanings.join(' '));
    }
  }
  // A symbol of several currencies ("$") is no code: the question is asked with the other sources in view.
  const [only] = [...formats];
  return formats.size === 1 && only?.length === 3 ? only : null;
}

/** What is above a table is no part of its header, unless it changes what the amounts are: "in thousands", "in EUR". */
function amountsBelow(titles: readonly string[]): string {
  const scales = titles.map(scaleOfTitle).filter((scale) => scale !== 1);
  const codes = titles.flatMap((title) => currencyInTitle(title) ?? []);
  return [...new Set([...scales, ...codes])].map((said) => ` ${said}`).join('');
}

/** What a title, or all headers of amounts, say the amounts are counted in. */
function scaleOf(known: Understood, columns: readonly number[]): number {
  const titled = Math.max(1, ...titlesOf(known).map(scaleOfTitle));
  if (titled > 1) return titled;
  const scales = new Set(columns.map((column) => scaleOfHeader(known.headers[column] ?? '')));
  return scales.size === 1 ? ([...scales][0] ?? 1) : 1;
}

function titlesOf({ grid, headerRow, headerRows }: Pick<Understood, 'grid' | 'headerRow' | 'headerRows'>): string[] {
  const above = grid.values.slice(0, Math.max(0, headerRow - (headerRows - 1))).flat();
  return above.flatMap((cell) => (typeof cell === 'string' && cell !== '' ? [cell] : []));
}
