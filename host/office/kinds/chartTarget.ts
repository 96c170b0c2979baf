/** What the parts of a chart have in common: the chart they belong to, leave to change it, and what is kept of them beside the workbook. */

import type { Chart, ChartSeries, Sheet } from '../../workbook/model';
import { readInteger, readNumber } from '../args';
import { refuse } from '../errors';
import { guardOption } from '../protection';
import type { Property } from '../schema';
import type { Session } from '../session';

export interface ChartTarget {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

/** A part of a chart: the object of the workbook that it hangs on, and the way from there. */
export interface Part extends ChartTarget {
  readonly owner: object;
  readonly path: string;
}

export interface SeriesTarget extends Part {
  readonly series: ChartSeries;
}

export const touched = ({ sheet }: { readonly sheet: Sheet }): void =>
  sheet.touch({ kind: 'objects', sheet: sheet.id, trigger: 'addin' });

export const guard = ({ sheet }: { readonly sheet: Sheet }): void => guardOption(sheet, 'allowEditObjects');

/** A property of some part of a chart: read it, check and write it. */
export const property = <T extends { readonly sheet: Sheet }>(
  get: (target: T, session: Session) => unknown,
  write: (target: T, value: unknown, session: Session) => void,
): Property<T> => ({
  get,
  set: (target, value, session) => {
    guard(target);
    write(target, value, session);
    touched(target);
  },
});

/** A part further in. */
export const within = <T extends Part>(target: T, name: string): T => ({ ...target, path: `${target.path}${name}.` });

export const recall = ({ owner, path }: Part, name: string, session: Session): unknown =>
  session.besideOf(owner).get(path + name);

export const remember = ({ owner, path }: Part, name: string, value: unknown, session: Session): void =>
  void session.besideOf(owner).set(path + name, value);

/** A property that the host does not draw: kept while the workbook is open. */
export const kept = <T extends Part>(
  name: string,
  read: (value: unknown) => unknown,
  normal: (target: T, session: Session) => unknown,
): Property<T> =>
  property(
    (target, session) => recall(target, name, session) ?? normal(target, session),
    (target, value, session) => remember(target, name, read(value), session),
  );

export const always =
  <V>(value: V) =>
  (): V =>
    value;

export const readSize = (value: unknown): number => {
  const points = readNumber(value);
  if (points < 0) throw refuse('InvalidArgument');
  return points;
};

export const readBetween =
  (low: number, high: number) =>
  (value: unknown): number => {
    const number = readNumber(value);
    if (number < low || number > high) throw refuse('InvalidArgument');
    return number;
  };

/** Degrees of a text: -90 to 90, or 180 for letters stacked downwards. */
export const readAngle = (value: unknown): number => {
  const degrees = readInteger(value);
  if ((degrees < -90 || degrees > 90) && degrees !== 180) throw refuse('InvalidArgument');
  return degrees;
};

/** Whether a chart, or a series with a type of its own, is of one of some families of types. */
export const isOf = ({ chart, series }: ChartTarget & { readonly series?: ChartSeries }, families: readonly string[]): boolean =>
  families.some((family) => (series?.type ?? chart.type).startsWith(family));
