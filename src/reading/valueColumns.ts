/** A column's cells as numbers or days, in typed arrays. */

import { lastDay, monthOf } from '../domain/day';
import type { Day } from '../domain/day';
import type { RawCell } from '../domain/grid';
import { amountOf, amountParts, isBlankWord } from './amounts';
import type { AmountText, Decimal, Side } from './amounts';
import { dayFromNumber, dayFromSerialText, isNoDate, parseDateText, parseMonthText } from './dates';
import type { DateOrder } from './dates';
import type { DistinctTexts } from './distinct';

/** What became of a cell. */
export const BLANK = 0;
export const READ = 1;
export const BAD = 2;

/** Numbers by row; `state` says which of them mean anything. */
export interface NumberColumn {
  readonly values: Float64Array;
  readonly state: Uint8Array;
  /** The currency mark beside the number, by row; null where no text of the column has one. */
  readonly marks: readonly string[] | null;
  /** Credit or debit as written beside the number, by row; absent where no text of the column says either. */
  readonly sides?: readonly Side[];
}

/** Days since 1970 by row. */
export interface DayColumn {
  readonly days: Int32Array;
  readonly state: Uint8Array;
}

type Cells = (index: number) => RawCell;

/**
 * Numbers are taken as they are. Beyond the safe integers a number no longer says what was meant: it is bad, not rounded.
 * @param scale what amounts are multiplied by; one with a suffix of its own ("342K") says it itself.
 */
export function readNumbers(cells: Cells, distinct: DistinctTexts, decimal: Decimal | null, scale: number): NumberColumn {
  const count = distinct.ids.length;
  const values = new Float64Array(count);
  const state = new Uint8Array(count);
  const read = distinct.texts.map((text) => textNumber(text, decimal, scale));
  const marks = read.some((one) => isAmount(one) && one.mark !== '') ? new Array<string>(count).fill('') : null;
  const sides = read.some((one) => isAmount(one) && one.side !== '') ? new Array<Side>(count).fill('') : null;
  for (let index = 0; index < count; index += 1) {
    const id = distinct.ids[index] ?? -1;
    if (id === -1) {
      const cell = cells(index);
      if (typeof cell === 'number') {
        values[index] = scaled(cell, scale);
        state[index] = Math.abs(cell) <= Number.MAX_SAFE_INTEGER ? READ : BAD;
      } else if (typeof cell === 'boolean') {
        state[index] = BAD;
      }
      continue;
    }
    const one = read[id] ?? BLANK;
    if (!isAmount(one)) {
      state[index] = one;
      continue;
    }
    values[index] = one.value;
    state[index] = READ;
    if (marks !== null) marks[index] = one.mark;
    if (sides !== null) sides[index] = one.side;
  }
  return sides === null ? { values, state, marks } : { values, state, marks, sides };
}

function isAmount(read: AmountText | number): read is AmountText {
  return typeof read !== 'number';
}

function textNumber(text: string, decimal: Decimal | null, scale: number): AmountText | typeof BLANK | typeof BAD {
  if (isBlankWord(text)) return BLANK;
  const parts = amountParts(text);
  const amount = parts === null ? null : amountOf(parts, decimal);
  if (amount === null) return BAD;
  return scale === 1 || amount.suffixed ? amount : { ...amount, value: scaled(amount.value, scale) };
}

/** Fifteen digits are all that a cell keeps; what comes behind them is noise of the multiplication. */
function scaled(value: number, scale: number): number {
  return scale === 1 ? value : Number((value * scale).toPrecision(15));
}

/** @param monthly whether days stand for their month, and month names are read too. */
export function readDays(cells: Cells, distinct: DistinctTexts, order: DateOrder | null, monthly: boolean): DayColumn {
  const count = distinct.ids.length;
  const days = new Int32Array(count);
  const state = new Uint8Array(count);
  const read = distinct.texts.map((text) => textDay(text, order, monthly));
  const ofNumber = new Map<number, Day | null>();
  for (let index = 0; index < count; index += 1) {
    const id = distinct.ids[index] ?? -1;
    let day: Day | null | undefined;
    if (id === -1) {
      const cell = cells(index);
      if (typeof cell === 'string') continue;
      if (typeof cell === 'number') {
        day = ofNumber.get(cell);
        if (day === undefined) {
          day = numberDay(cell, monthly);
          ofNumber.set(cell, day);
        }
      }
    } else {
      day = read[id];
      if (day === undefined) continue;
    }
    if (day === null || day === undefined) {
      state[index] = BAD;
    } else {
      days[index] = day;
      state[index] = READ;
    }
  }
  return { days, state };
}

/** Undefined where the text says that there is no date. */
function textDay(text: string, order: DateOrder | null, monthly: boolean): Day | null | undefined {
  if (isBlankWord(text) || isNoDate(text)) return undefined;
  const month = monthly ? parseMonthText(text) : null;
  if (month !== null) return lastDay(month);
  return endOfMonth(parseDateText(text, order) ?? dayFromSerialText(text), monthly);
}

/** `202603` is a month before it is a serial: no serial of this century has six digits. */
function numberDay(value: number, monthly: boolean): Day | null {
  const month = monthly ? parseMonthText(String(value)) : null;
  return month !== null ? lastDay(month) : endOfMonth(dayFromNumber(value), monthly);
}

function endOfMonth(day: Day | null, monthly: boolean): Day | null {
  return day === null || !monthly ? day : lastDay(monthOf(day));
}
