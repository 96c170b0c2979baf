/** Trendlines and error bars of a series, as they are set up; the host does not draw them. */

import { readChoice, readFlag, readNumber, readText } from '../args';
import { refuse } from '../errors';
import type { Kind, Property } from '../schema';
import { defineKind } from '../schema';
import type { Session } from '../session';
import { borderOf, fillOf, fontOf, lineOfPart } from './chartLooks';
import type { Part, SeriesTarget } from './chartTarget';
import { always, guard, kept, property, readBetween, readSize, recall, remember, touched, within } from './chartTarget';
import { linkNumberFormat, textScalars } from './chartTexts';

const TYPES = ['Linear', 'Exponential', 'Logarithmic', 'MovingAverage', 'Polynomial', 'Power'] as const;
type TrendlineType = (typeof TYPES)[number];

interface Trendline {
  type: TrendlineType;
  /** Null: the name says the type and the series. */
  name: string | null;
}

interface TrendlineTarget extends SeriesTarget {
  readonly line: Trendline;
}

const linesOf = ({ series }: SeriesTarget, session: Session): Trendline[] => {
  const beside = session.besideOf(series);
  const known = beside.get('trendlines') as Trendline[] | undefined;
  const lines = known ?? [];
  if (!known) beside.set('trendlines', lines);
  return lines;
};

const targetOf = (target: SeriesTarget, line: Trendline): TrendlineTarget => ({ ...target, line, owner: line, path: '' });

/** How Excel names a trendline by itself. */
const usualName = ({ line, series }: TrendlineTarget, session: Session): string => {
  const words: Readonly<Record<TrendlineType, string>> = {
    Linear: 'Linear',
    Exponential: 'Expon.',
    Logarithmic: 'Log.',
    MovingAverage: `${String(recall({ owner: line, path: '' } as Part, 'movingAveragePeriod', session) ?? 2)} per. Mov. Avg.`,
    Polynomial: 'Poly.',
    Power: 'Power',
  };
  return `${words[line.type]} (${series.name})`;
};

const periods = (name: string): Property<TrendlineTarget> => kept(name, readSize, always(0));

const readWhole =
  (low: number, high: number) =>
  (value: unknown): number => {
    const number = readBetween(low, high)(value);
    if (!Number.isInteger(number)) throw refuse('InvalidArgument');
    return number;
  };

const trendlineKind: Kind<TrendlineTarget> = defineKind<TrendlineTarget>('ChartTrendline', () => ({
  scalars: {
    Type: property(
      ({ line }) => line.type,
      ({ line }, value) => (line.type = readChoice(value, TYPES)),
    ),
    Name: property(
      (target, session) => target.line.name ?? usualName(target, session),
      ({ line }, value) => (line.name = value === null ? null : readText(value)),
    ),
    BackwardPeriod: periods('backwardPeriod'),
    ForwardPeriod: periods('forwardPeriod'),
    Intercept: kept('intercept', (value) => (value === '' ? null : readNumber(value)), always(0)),
    MovingAveragePeriod: kept('movingAveragePeriod', readWhole(2, 255), always(2)),
    PolynomialOrder: kept('polynomialOrder', readWhole(2, 6), always(2)),
    ShowEquation: kept('showEquation', readFlag, always(false)),
    ShowRSquared: kept('showRSquared', readFlag, always(false)),
  },
  navigations: {
    Format: (target) => trendlineFormatKind(target),
    Label: (target) => trendlineLabelKind(within(target, 'label')),
  },
  actions: {
    Delete: (target, _args, session) => {
      guard(target);
      const lines = linesOf(target, session);
      const index = lines.indexOf(target.line);
      if (index < 0) throw refuse('ItemNotFound');
      lines.splice(index, 1);
      touched(target);
    },
  },
}));

const trendlineFormatKind: Kind<TrendlineTarget> = defineKind<TrendlineTarget>('ChartTrendlineFormat', () => ({
  navigations: { Line: lineOfPart },
}));

const trendlineLabelKind: Kind<TrendlineTarget> = defineKind<TrendlineTarget>('ChartTrendlineLabel', () => ({
  scalars: {
    AutoText: kept('autoText', readFlag, always(true)),
    LinkNumberFormat: linkNumberFormat<TrendlineTarget>(),
    NumberFormat: property(
      (target, session) => recall(target, 'numberFormat', session) ?? 'General',
      (target, value, session) => {
        remember(target, 'numberFormat', readText(value), session);
        remember(target, 'linkNumberFormat', false, session);
      },
    ),
    ...textScalars<TrendlineTarget>(),
  },
  navigations: { Format: (target) => trendlineLabelFormatKind(target) },
}));

const trendlineLabelFormatKind: Kind<TrendlineTarget> = defineKind<TrendlineTarget>('ChartTrendlineLabelFormat', () => ({
  navigations: { Font: fontOf, Fill: fillOf, Border: borderOf },
}));

export const trendlinesKind: Kind<SeriesTarget> = defineKind<SeriesTarget>('ChartTrendlineCollection', () => ({
  items: (target, session) => linesOf(target, session).map((line) => trendlineKind(targetOf(target, line))),
  item: (target, key, session) => {
    const line = linesOf(target, session)[readNumber(key)];
    return line ? trendlineKind(targetOf(target, line)) : null;
  },
  objects: {
    Add: (target, args, session) => {
      guard(target);
      const line: Trendline = { type: args.choice(0, TYPES, 'Linear'), name: null };
      linesOf(target, session).push(line);
      touched(target);
      return trendlineKind(targetOf(target, line));
    },
    GetItem: (target, args, session) => {
      const line = linesOf(target, session)[args.integer(0)];
      return line ? trendlineKind(targetOf(target, line)) : null;
    },
  },
  actions: { GetCount: (target, _args, session) => linesOf(target, session).length },
}));

const BAR_TYPES = ['FixedValue', 'Percent', 'StDev', 'StError', 'Custom'] as const;

export const errorBarsKind: Kind<SeriesTarget> = defineKind<SeriesTarget>('ChartErrorBars', () => ({
  scalars: {
    EndStyleCap: kept('endStyleCap', readFlag, always(true)),
    Include: kept('include', (value) => readChoice(value, ['Both', 'MinusValues', 'PlusValues'] as const), always('Both')),
    Type: kept('type', (value) => readChoice(value, BAR_TYPES), always('FixedValue')),
    Visible: kept('visible', readFlag, always(false)),
  },
  navigations: { Format: (target) => errorBarsFormatKind(target) },
}));

const errorBarsFormatKind: Kind<SeriesTarget> = defineKind<SeriesTarget>('ChartErrorBarsFormat', () => ({
  navigations: { Line: lineOfPart },
}));
