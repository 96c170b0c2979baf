/** Range.autoFill: the source continued downwards, upwards or sideways into a destination that holds it. */

import { cellArea, columnsOf, contains, rowsOf } from '../../workbook/area';
import type { Scalar } from '../../workbook/model';
import type { Args } from '../args';
import type { Cells } from '../cells';
import { refuse } from '../errors';
import { guardContents } from '../protection';
import type { Session } from '../session';
import { toA1, toR1C1 } from './contents';
import { readRange } from './geometry';

const TYPES = ['FillDefault', 'FillCopy', 'FillSeries', 'FillFormats', 'FillValues', 'FillDays', 'FillWeekdays', 'FillMonths', 'FillYears', 'LinearTrend', 'GrowthTrend', 'FlashFill'] as const; // prettier-ignore
const SUPPORTED = ['FillDefault', 'FillCopy', 'FillSeries', 'FillFormats', 'FillValues', 'FillDays'];

/** The step of numbers at equal distances; null where they are none. */
const stepOf = (values: readonly Scalar[], ofOne: number | null): number | null => {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length !== values.length || numbers.length === 0) return null;
  if (numbers.length === 1) return ofOne;
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  const isEven = numbers.every((value, index) => index === 0 || Math.abs(value - (numbers[index - 1] ?? 0) - step) < 1e-9);
  return isEven ? step : null;
};

/** `INV-7` continued by one: the number at a text's end. */
const countedOn = (text: string, by: number): string | null => {
  const digits = /(?<!\d)\d+$/.exec(text)?.[0];
  if (digits === undefined || text.includes('\n')) return null;
  const head = text.slice(0, -digits.length);
  const next = Number(digits) + by;
  return next < 0 ? null : head + String(next).padStart(digits.length, '0');
};

export const autoFill = (source: Cells, args: Args, session: Session): void => {
  const target = readRange(args.at(0), session, source.sheet);
  const type = args.choice(1, TYPES, 'FillDefault');
  if (!SUPPORTED.includes(type)) throw refuse('ApiNotFound', `Range.autoFill(${type}) is not part of this host.`);
  const [from, to] = [source.area, target.area];
  if (target.sheet !== source.sheet || !contains(to, from)) throw refuse('InvalidArgument');
  const isDown = from.left === to.left && from.right === to.right;
  const isAcross = from.top === to.top && from.bottom === to.bottom;
  if (!isDown && !isAcross) throw refuse('InvalidArgument');
  guardContents(session, source.sheet, to);
  const length = isDown ? rowsOf(from) : columnsOf(from);
  const lanes = isDown ? columnsOf(from) : rowsOf(from);
  const [first, last] = isDown ? [to.top - from.top, to.bottom - from.top] : [to.left - from.left, to.right - from.left];
  for (let lane = 0; lane < lanes; lane += 1) fillLane(source, { lane, length, first, last, isDown }, type);
};

interface Lane {
  readonly lane: number;
  readonly length: number;
  /** Positions from the source's start; negative before it. */
  readonly first: number;
  readonly last: number;
  readonly isDown: boolean;
}

const fillLane = ({ sheet, area }: Cells, { lane, length, first, last, isDown }: Lane, type: (typeof TYPES)[number]): void => {
  const place = (at: number): [number, number] =>
    isDown ? [area.top + at, area.left + lane] : [area.top + lane, area.left + at];
  const values = Array.from({ length }, (_, at) => sheet.value(...place(at)));
  const ofOne = type === 'FillSeries' || type === 'FillDays' ? 1 : null;
  const step = type === 'FillCopy' ? null : stepOf(values, ofOne);
  for (let at = first; at <= last; at += 1) {
    if (at >= 0 && at < length) continue;
    const back = ((at % length) + length) % length;
    const [row, column] = place(at);
    const [sourceRow, sourceColumn] = place(back);
    if (type !== 'FillValues') sheet.setStyleIndex(cellArea(row, column), sheet.styleIndex(sourceRow, sourceColumn));
    if (type === 'FillFormats') continue;
    const content = sheet.content(sourceRow, sourceColumn);
    const [start, value] = [values[0] ?? null, values[back] ?? null];
    if (content.kind === 'formula' && type !== 'FillValues') {
      const formula = content.formula.startsWith('=') ? content.formula : `=${content.formula}`;
      sheet.setFormula(row, column, toA1(toR1C1(formula, sourceRow, sourceColumn), row, column));
    } else if (step !== null && typeof start === 'number') sheet.setValue(row, column, start + step * at);
    else if (typeof value === 'string' && type !== 'FillCopy') sheet.setValue(row, column, countedOn(value, at - back) ?? value);
    else sheet.setValue(row, column, value);
  }
};
