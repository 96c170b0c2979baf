/** The currency that a sheet's converted amounts and rates lead to, as far as the sheet shows it. */

import type { SourceGrid } from '../domain/grid';
import type { Currency } from '../domain/money';
import type { SourceMapping } from '../settings/mapping';
import { currencyInHeader, currencyOf } from './currencies';
import { remembered } from './remembered';
import { cellText, normaliseHeader } from './text';

const BASE_HEADER =
  /^(?:.*(?:converted|company|local|base|home|reporting|functional).*currency|currency (?:base|home|local)|lcy code|hauswahrung\w*|.*(?:devise|moneda|moeda) (?:locale|local|societe|empresa)|lokale valuta)$/;

/**
 * From the header of the converted amount, from a currency column of its own, or from the rows that need no conversion: those
 * whose converted amount is the amount itself, or whose rate is 1, are all in it. Null where nothing shows it.
 */
export function baseCurrency(
  grid: SourceGrid,
  headerRow: number,
  headers: readonly string[],
  columns: SourceMapping['columns'],
): Currency | null {
  const { reportingAmount, rate } = columns;
  if (reportingAmount === undefined && rate === undefined) return null;
  const named = reportingAmount === undefined ? null : currencyInHeader(headers[reportingAmount] ?? '');
  if (named !== null) return named;
  const others = [columns.currency, reportingAmount, rate];
  const own = headers.findIndex((header, column) => !others.includes(column) && BASE_HEADER.test(normaliseHeader(header)));
  const stated = own === -1 ? [] : distinctCodes(grid, headerRow, own, () => true);
  if (stated.length > 0) return stated.length === 1 ? (stated[0] ?? null) : null;
  if (columns.currency === undefined) return null;
  const amount = columns.amount ?? columns.net ?? columns.gross;
  const isSame = (row: number): boolean => {
    const at = (column: number | undefined): unknown => (column === undefined ? undefined : grid.values[row]?.[column]);
    if (rate !== undefined && at(rate) !== '') return Number(at(rate)) === 1;
    return amount !== undefined && reportingAmount !== undefined && at(amount) !== '' && at(amount) === at(reportingAmount);
  };
  const same = distinctCodes(grid, headerRow, columns.currency, isSame);
  return same.length === 1 ? (same[0] ?? null) : null;
}

function distinctCodes(grid: SourceGrid, headerRow: number, column: number, belongs: (row: number) => boolean): Currency[] {
  const codes = new Set<Currency>();
  const codeOf = remembered(currencyOf);
  for (let row = headerRow + 1; row < grid.values.length; row += 1) {
    if (!belongs(row)) continue;
    const code = codeOf(cellText(grid.values[row]?.[column]));
    if (code !== null) codes.add(code);
  }
  return [...codes];
}
