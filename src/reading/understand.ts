/** What one grid is, seen by itself: header, role, columns. */

import type { SourceGrid } from '../domain/grid';
import { ROLES } from '../domain/record';
import type { Role } from '../domain/record';
import type { ColumnGuess } from '../settings/inspection';
import type { SourceMapping } from '../settings/mapping';
import { currenciesOfFormat, currencyInHeader } from './currencies';
import { baseCurrency } from './baseCurrency';
import { AMOUNT_FIELDS } from './fields';
import { findHeader, fingerprintOf, headerTexts, monthColumns } from './layout';
import type { MonthColumn } from './layout';
import { mapColumns } from './mapColumns';
import { profileColumn } from './profile';
import type { ColumnProfile } from './profile';
import { refineGuesses } from './refine';
import { scoreRoles } from './roles';
import type { RoleScore } from './roles';

/** A grid with a header found. */
export interface Understood {
  readonly grid: SourceGrid;
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly profiles: readonly ColumnProfile[];
  readonly months: readonly MonthColumn[];
  readonly fingerprint: string;
  readonly guesses: Readonly<Record<Role, readonly ColumnGuess[]>>;
  readonly roles: readonly RoleScore[];
}

/** Null where no row looks like a header. `headerRow` fixes the header where a person or an earlier month did. */
export function understand(grid: SourceGrid, headerRow?: number): Understood | null {
  const row = headerRow ?? findHeader(grid)?.row;
  if (row === undefined || row >= grid.values.length) return null;
  const headers = headerTexts(grid, row);
  const profiles = headers.map((_, column) => profileColumn(grid, column, row + 1));
  const months = monthColumns(grid, row).filter(({ column }) => holdsAmounts(profiles[column]));
  const across = months.length >= 3 ? months : [];
  const skip = new Set(across.map(({ column }) => column));
  const guesses = Object.fromEntries(
    ROLES.map((role) => [role, refineGuesses(role, grid, row, mapColumns(role, headers, profiles, skip))]),
  ) as Record<Role, ColumnGuess[]>;
  const roles = scoreRoles({ grid, headerRow: row, headers, guesses, monthsAcross: across.length });
  return { grid, headerRow: row, headers, profiles, months: across, fingerprint: fingerprintOf(grid, row), guesses, roles };
}

/** Blank months of a plan are months too; a column of words or dates is none. */
function holdsAmounts(profile: ColumnProfile | undefined): boolean {
  return profile !== undefined && profile.numbers + profile.amountTexts >= profile.filled * 0.5;
}

/** The mapping that a role's guesses amount to. */
export function mappingOf(known: Understood, role: Role | 'ignore', guesses: readonly ColumnGuess[]): SourceMapping {
  const waterfall = role === 'schedule' && known.months.length > 0;
  const used = waterfall ? guesses.filter(({ field }) => !['amount', 'month', 'date'].includes(field)) : guesses;
  const all = Object.fromEntries(used.map(({ field, column }) => [field, column])) as SourceMapping['columns'];
  const base = baseCurrency(known.grid, known.headerRow, known.headers, all);
  const columns = base === null && role !== 'rates' ? withoutConversion(all) : all;
  const moneyColumns = [
    ...AMOUNT_FIELDS.flatMap((field) => columns[field] ?? []),
    ...(waterfall ? known.months.map(({ column }) => column) : []),
  ];
  return {
    sheet: known.grid.sheet,
    table: known.grid.table,
    block: 0,
    role,
    headerRow: known.headerRow,
    headerRows: 1,
    columns,
    grain: null,
    scale: 1,
    monthColumns: waterfall ? known.months.map(({ column, month }) => ({ column, month })) : [],
    dateOrder: null,
    decimal: null,
    currency: sheetCurrency(known, moneyColumns),
    reportingCurrency: base,
    fingerprint: known.fingerprint,
  };
}

/** One code that the headers or the number formats of the money columns agree on. */
function sheetCurrency(known: Understood, columns: readonly number[]): string | null {
  const headers = new Set(columns.flatMap((column) => currencyInHeader(known.headers[column] ?? '') ?? []));
  if (headers.size === 1) return [...headers][0] ?? null;
  if (headers.size > 1) return null;
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

/** A converted amount or a rate is of use only where it is known what it leads to. */
function withoutConversion(columns: SourceMapping['columns']): SourceMapping['columns'] {
  return Object.fromEntries(Object.entries(columns).filter(([field]) => field !== 'reportingAmount' && field !== 'rate'));
}
