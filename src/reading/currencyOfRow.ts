/** The currency of each row: its own column first, then the mark beside the amount, then what the mapping says of the sheet. */

import type { RawCell } from '../domain/grid';
import type { Currency } from '../domain/money';
import type { PairedSource } from './pairSources';
import { currenciesOfMark, currencyOf } from './currencies';
import type { NumberColumn, SourceSheet } from './sheet';
import { cellText, normaliseHeader } from './text';

/** Codes that any source states, so that "$" is read as the one dollar the workbook knows. */
export function statedCurrencies(sources: readonly PairedSource[]): ReadonlySet<Currency> {
  const stated = new Set<Currency>();
  for (const { grid, mapping } of sources) {
    if (mapping.currency !== null && mapping.currency !== '') stated.add(mapping.currency);
    const column = mapping.columns.currency;
    if (column === undefined) continue;
    const seen = new Set<string>();
    for (let row = mapping.headerRow + 1; row < grid.values.length; row += 1) {
      const cell = grid.values[row]?.[column];
      if (typeof cell !== 'string' || seen.has(cell)) continue;
      seen.add(cell);
      const code = currencyOf(cell);
      if (code !== null) stated.add(code);
    }
  }
  return stated;
}

/**
 * The one code a mark means: its only meaning, else the one the sheet or the workbook states, else, where nothing states any
 * of them, the most usual. Null where several are stated: then nothing here can tell.
 */
export function settleMark(mark: string, sheetCurrency: Currency | null, stated: ReadonlySet<Currency>): Currency | null {
  const meanings = currenciesOfMark(mark);
  if (meanings.length <= 1) return meanings[0] ?? null;
  if (sheetCurrency !== null && meanings.includes(sheetCurrency)) return sheetCurrency;
  const known = meanings.filter((code) => stated.has(code));
  return known.length === 1 ? (known[0] ?? null) : known.length === 0 ? (meanings[0] ?? null) : null;
}

/** A row's currency; `code` "" with `known` true where no source of the workbook states any, so that all amounts are alike. */
export interface RowCurrency {
  readonly code: Currency;
  readonly known: boolean;
  /** The text that could not be read as a currency, with the letters of its column. */
  readonly text: string;
  readonly column: string | null;
}

/** @param unstated whether no source of the run states a currency anywhere. */
export function currencyReader(
  sheet: SourceSheet,
  amount: NumberColumn | null,
  stated: ReadonlySet<Currency>,
  unstated: boolean,
): (index: number) => RowCurrency {
  const column = sheet.letters('currency');
  const texts = sheet.texts('currency');
  const sheetCurrency = sheet.mapping.currency === '' ? null : sheet.mapping.currency;
  const local = localCurrency(sheet) ?? markedCurrency(sheet, amount, stated);
  const memo = new Map<string, RowCurrency>();
  const settle = (text: string, mark: string): RowCurrency => {
    for (const stating of [text, mark]) {
      if (stating === '') continue;
      const code = currencyOf(stating) ?? settleMark(stating, sheetCurrency, stated);
      // "$5.00" in a row marked EUR: which of the two is right, only a person can say.
      if (code !== null && mark !== '' && !currenciesOfMark(mark).includes(code))
        return { code: '', known: false, text: `${code} ${mark}`, column };
      return code === null ? { code: '', known: false, text: stating, column } : { code, known: true, text: '', column: null };
    }
    const silent = sheetCurrency ?? local;
    if (silent !== null) return { code: silent, known: true, text: '', column: null };
    return { code: '', known: unstated, text: '', column };
  };
  return (index) => {
    const text = texts[index] ?? '';
    const mark = amount?.marks?.[index] ?? '';
    const key = `${text}\n${mark}`;
    let currency = memo.get(key);
    if (currency === undefined) {
      currency = settle(text, mark);
      memo.set(key, currency);
    }
    return currency;
  };
}

/** Reports write the mark at the first amount of a group and at totals only: where one mark stands, the plain amounts are in it. */
function markedCurrency(sheet: SourceSheet, amount: NumberColumn | null, stated: ReadonlySet<Currency>): Currency | null {
  if (sheet.has('currency')) return null;
  const [only, ...others] = new Set(amount?.marks?.filter((mark) => mark !== ''));
  return only === undefined || others.length > 0 ? null : settleMark(only, null, stated);
}

const LOCAL =
  /\blcy\b|\b(?:local|company|home|base) currency\b|\bhauswahrung|\bdevise locale\b|\bmoneda local\b|\bmoeda local\b|\blokale valuta\b/;

/** Systems that keep a local currency leave the code of its documents blank, beside columns that say "(LCY)" or the like. */
function localCurrency({ grid, mapping }: SourceSheet): Currency | null {
  const code = mapping.reportingCurrency ?? null;
  const says = (cell: RawCell): boolean => LOCAL.test(normaliseHeader(cellText(cell)));
  return code !== null && grid.values[mapping.headerRow]?.some(says) === true ? code : null;
}
