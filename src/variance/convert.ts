/** From a document's currency to the reporting currency, once a document. */

import type { Day } from '../domain/day';
import { convert, toMajor } from '../domain/money';
import type { Currency, Minor } from '../domain/money';
import type { Rate, ReconciledRecord } from '../domain/record';
import type { Settled } from '../settings/settle';

/** Units of the reporting currency for one unit of `currency` on a day; null where the table does not say. */
export type RateAt = (currency: Currency, day: Day) => number | null;

/** The rate table as a function: the latest rate on or before the day, the inverse rate where only that is given. */
export function rateTable(rates: readonly Rate[], to: Currency): RateAt {
  const byCurrency = new Map<Currency, { day: Day; rate: number }[]>();
  const add = (currency: Currency, day: Day, rate: number): void => {
    if (!(rate > 0) || !Number.isFinite(rate)) return;
    const list = byCurrency.get(currency);
    if (list === undefined) byCurrency.set(currency, [{ day, rate }]);
    else list.push({ day, rate });
  };
  const direct = rates.filter((rate) => rate.to === to && rate.from !== to);
  const stated = new Set(direct.map((rate) => rate.from));
  for (const { from, day, rate } of direct) add(from, day, rate);
  for (const inverse of rates) {
    if (inverse.from === to && inverse.to !== to && !stated.has(inverse.to)) add(inverse.to, inverse.day, 1 / inverse.rate);
  }
  for (const list of byCurrency.values()) list.sort((a, b) => a.day - b.day || a.rate - b.rate);
  return (currency, day) => (currency === to ? 1 : latestOn(byCurrency.get(currency) ?? [], day));
}

function latestOn(sorted: readonly { readonly day: Day; readonly rate: number }[], day: Day): number | null {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.day ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1]?.rate ?? null;
}

export interface Converted {
  /** The record's amount in minor units of the reporting currency. */
  readonly amount: Minor;
  /** Reporting units for one unit of the record's currency, as used. */
  readonly rate: number;
}

export type AmountUsed = Settled['amountUsed'];

/**
 * A record's amount in the reporting currency, by what comes first of the source's own amount in that currency, its rate, and
 * the table at the record's date; null where none of them says.
 */
export function convertRecord(record: ReconciledRecord, to: Currency, rateAt: RateAt, amountUsed: AmountUsed): Converted | null {
  // Where no source states a currency, reporting has none either: all amounts are of one kind.
  if (record.currency === to) return { amount: record.amount, rate: 1 };
  if (record.currency === '') return null;
  const ofTable = (): number | null => rateAt(record.currency, record.day);
  const isTableFirst = amountUsed === 'table first';
  const first = isTableFirst ? ofTable() : amountUsed === 'own rate first' ? record.rate : null;
  if (first !== null) return { amount: convert(record.amount, record.currency, to, first), rate: first };
  const given = record.rate ?? (isTableFirst ? null : ofTable());
  if (record.reportingAmount !== null) {
    const implied = record.amount === 0 ? given : toMajor(record.reportingAmount, to) / toMajor(record.amount, record.currency);
    return { amount: record.reportingAmount, rate: implied ?? 1 };
  }
  return given === null ? null : { amount: convert(record.amount, record.currency, to, given), rate: given };
}
