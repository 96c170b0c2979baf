/** Axes of a chart, their titles and gridlines. */

import { niceScale, type Scale } from '../../workbook/chartDefaults';
import type { ChartAxis } from '../../workbook/model';
import { readChoice, readFlag, readNumber, readText } from '../args';
import { findCells } from '../cells';
import { refuse } from '../errors';
import type { Kind, Property } from '../schema';
import { defineKind, reads } from '../schema';
import type { Session } from '../session';
import { range, reference } from './chartData';
import { borderOf, fillOf, fontOf, lineOfPart } from './chartLooks';
import type { ChartTarget, Part } from './chartTarget';
import { always, guard, kept, property, readAngle, readBetween, recall, remember, touched, within } from './chartTarget';
import { linkNumberFormat } from './chartTexts';
import { readTitleFormula } from './chartTitle';
import { readRange } from './geometry';

export interface AxisTarget extends Part {
  readonly axis: ChartAxis;
  readonly type: 'Category' | 'Value';
}

export const axisTarget = ({ sheet, chart }: ChartTarget, type: AxisTarget['type']): AxisTarget => {
  const axis = type === 'Category' ? chart.axes.category : chart.axes.value;
  return { sheet, chart, axis, type, owner: axis, path: '' };
};

/** Every number that the chart shows; sums of a category where series are stacked. */
const valuesShown = ({ chart }: ChartTarget, session: Session): number[] => {
  const columns = chart.series.map(({ values }) => {
    const cells = values === '' ? null : findCells(session.workbook, values, null);
    if (!cells) return [];
    const { sheet, area } = cells;
    return range(area.top, area.bottom).flatMap((row) =>
      range(area.left, area.right).map((column) => {
        const value = sheet.value(row, column);
        return typeof value === 'number' ? value : 0;
      }),
    );
  });
  if (!chart.type.includes('Stacked')) return columns.flat();
  const longest = Math.max(0, ...columns.map(({ length }) => length));
  return range(0, longest - 1).flatMap((at) => {
    const values = columns.map((column) => column[at] ?? 0);
    const sum = (sign: 1 | -1): number => values.filter((value) => value * sign > 0).reduce((a, b) => a + b, 0);
    return [sum(1), sum(-1)];
  });
};

const scaleOf = (target: AxisTarget, session: Session): Scale => {
  if (target.type === 'Category') return { low: 1, high: 1, step: 1 };
  const { minimum, maximum } = target.axis;
  const scale = niceScale(valuesShown(target, session));
  return { low: minimum ?? scale.low, high: maximum ?? scale.high, step: scale.step };
};

/** A bound or unit: a number that was set, or the automatic one; an empty text sets it back to that. */
const readAutomatic =
  (read: (value: unknown) => number) =>
  (value: unknown): number | null =>
    value === '' ? null : read(value);

const readPositive = (value: unknown): number => {
  const number = readNumber(value);
  if (number <= 0) throw refuse('InvalidArgument');
  return number;
};

const axisBound = (name: 'minimum' | 'maximum', end: 'low' | 'high'): Property<AxisTarget> =>
  property(
    (target, session) => scaleOf(target, session)[end],
    ({ axis }, value) => (axis[name] = readAutomatic(readNumber)(value)),
  );

const majorUnit = (target: AxisTarget, session: Session): number => target.axis.majorUnit ?? scaleOf(target, session).step;

/** Excel puts five small steps into a large one. */
const minorUnit = (target: AxisTarget, session: Session): number => majorUnit(target, session) / 5;

const TIME_UNITS = ['Days', 'Months', 'Years'] as const;
const TICKS = ['None', 'Cross', 'Inside', 'Outside'] as const;
const DISPLAY_UNITS = [
  'None', 'Hundreds', 'Thousands', 'TenThousands', 'HundredThousands', 'Millions', 'TenMillions', 'HundredMillions', 'Billions', 'Trillions',
] as const; // prettier-ignore
const AXIS_POSITIONS = ['Automatic', 'Maximum', 'Minimum'] as const;

const timeUnit = (name: string): Property<AxisTarget> => kept(name, (value) => readChoice(value, TIME_UNITS), always('Days'));
const tick = (name: string): Property<AxisTarget> => kept(name, (value) => readChoice(value, TICKS), always('None'));
const spacing = (name: string): Property<AxisTarget> => kept(name, readAutomatic(readBetween(1, 31_999)), always(1));

const axisKind: Kind<AxisTarget> = defineKind<AxisTarget>('ChartAxis', () => ({
  scalars: {
    Type: reads(({ type }) => type),
    AxisGroup: reads(() => 'Primary'),
    Visible: property(
      ({ axis }) => axis.visible,
      ({ axis }, value) => (axis.visible = readFlag(value)),
    ),
    Minimum: axisBound('minimum', 'low'),
    Maximum: axisBound('maximum', 'high'),
    MajorUnit: property(majorUnit, ({ axis }, value) => (axis.majorUnit = readAutomatic(readPositive)(value))),
    MinorUnit: kept('minorUnit', readAutomatic(readPositive), minorUnit),
    NumberFormat: property(
      ({ axis }) => axis.numberFormat,
      (target, value, session) => {
        target.axis.numberFormat = readText(value);
        remember(target, 'linkNumberFormat', false, session);
      },
    ),
    LinkNumberFormat: linkNumberFormat<AxisTarget>(),
    ReversePlotOrder: property(
      ({ axis }) => axis.reversed,
      ({ axis }, value) => (axis.reversed = readFlag(value)),
    ),
    Alignment: kept('alignment', (value) => readChoice(value, ['Center', 'Left', 'Right'] as const), always('Center')),
    BaseTimeUnit: timeUnit('baseTimeUnit'),
    MajorTimeUnitScale: timeUnit('majorTimeUnit'),
    MinorTimeUnitScale: timeUnit('minorTimeUnit'),
    CategoryType: kept(
      'categoryType',
      (value) => readChoice(value, ['Automatic', 'TextAxis', 'DateAxis'] as const),
      always('Automatic'),
    ),
    DisplayUnit: kept('displayUnit', (value) => readChoice(value, DISPLAY_UNITS), always('None')),
    CustomDisplayUnit: reads((target, session) => recall(target, 'customDisplayUnit', session) ?? null),
    ShowDisplayUnitLabel: kept('showDisplayUnitLabel', readFlag, always(true)),
    IsBetweenCategories: kept('isBetweenCategories', readFlag, always(true)),
    LogBase: kept('logBase', readBetween(2, 1000), always(10)),
    ScaleType: kept('scaleType', (value) => readChoice(value, ['Linear', 'Logarithmic'] as const), always('Linear')),
    MajorTickMark: tick('majorTick'),
    MinorTickMark: tick('minorTick'),
    Offset: kept('offset', readBetween(0, 1000), always(100)),
    Position: kept('position', (value) => readChoice(value, AXIS_POSITIONS), always('Automatic')),
    PositionAt: reads((target, session) => recall(target, 'positionAt', session) ?? 0),
    TextOrientation: kept('orientation', readAngle, always(0)),
    TickLabelPosition: property(
      ({ axis }) => axis.labels ?? 'NextToAxis',
      ({ axis }, value) => (axis.labels = readChoice(value, ['NextToAxis', 'High', 'Low', 'None'] as const)),
    ),
    TickLabelSpacing: spacing('tickLabelSpacing'),
    TickMarkSpacing: spacing('tickMarkSpacing'),
  },
  navigations: {
    Format: (target) => axisFormatKind(target),
    Title: (target) => axisTitleKind(within(target, 'title')),
    MajorGridlines: (target) => majorGridlinesKind(within(target, 'major')),
    MinorGridlines: (target) => minorGridlinesKind(within(target, 'minor')),
  },
  actions: {
    SetCategoryNames: (target, args, session) => {
      if (target.type !== 'Category') throw refuse('InvalidOperation');
      guard(target);
      const cells = readRange(args.at(0), session, target.sheet);
      for (const series of target.chart.series) series.categories = reference(cells.sheet, cells.area);
      touched(target);
    },
    SetCustomDisplayUnit: (target, args, session) => {
      guard(target);
      remember(target, 'customDisplayUnit', readPositive(args.at(0)), session);
      remember(target, 'displayUnit', 'Custom', session);
      touched(target);
    },
    SetPositionAt: (target, args, session) => {
      guard(target);
      remember(target, 'positionAt', args.number(0), session);
      remember(target, 'position', 'Custom', session);
      touched(target);
    },
  },
}));

const axisFormatKind: Kind<AxisTarget> = defineKind<AxisTarget>('ChartAxisFormat', () => ({
  navigations: { Font: fontOf, Fill: fillOf, Line: lineOfPart },
}));

const axisTitleKind: Kind<AxisTarget> = defineKind<AxisTarget>('ChartAxisTitle', () => ({
  scalars: {
    Text: property(
      ({ axis }) => axis.title,
      ({ axis }, value) => (axis.title = readText(value)),
    ),
    Visible: property(
      ({ axis }) => axis.title !== '',
      ({ axis }, value) => (axis.title = readFlag(value) ? axis.title || 'Axis Title' : ''),
    ),
    TextOrientation: kept('orientation', readAngle, ({ type }) => (type === 'Value' ? 90 : 0)),
  },
  navigations: { Format: (target) => axisTitleFormatKind(target) },
  actions: {
    SetFormula: (target, args, session) => {
      guard(target);
      target.axis.title = readTitleFormula(args.at(0), session);
      touched(target);
    },
  },
}));

const axisTitleFormatKind: Kind<AxisTarget> = defineKind<AxisTarget>('ChartAxisTitleFormat', () => ({
  navigations: { Font: fontOf, Fill: fillOf, Border: borderOf },
}));

const gridlines = (visible: Property<AxisTarget>): Kind<AxisTarget> =>
  defineKind<AxisTarget>('ChartGridlines', () => ({
    scalars: { Visible: visible },
    navigations: { Format: (target) => gridlinesFormatKind(target) },
  }));

const majorGridlinesKind = gridlines(
  property(
    ({ axis }) => axis.majorGridlines,
    ({ axis }, value) => (axis.majorGridlines = readFlag(value)),
  ),
);

const minorGridlinesKind = gridlines(kept('visible', readFlag, always(false)));

const gridlinesFormatKind: Kind<AxisTarget> = defineKind<AxisTarget>('ChartGridlinesFormat', () => ({
  navigations: { Line: lineOfPart },
}));

export const axesKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartAxes', () => ({
  navigations: {
    CategoryAxis: (target) => axisKind(axisTarget(target, 'Category')),
    ValueAxis: (target) => axisKind(axisTarget(target, 'Value')),
  },
  objects: {
    GetItem: (target, args) => {
      const type = args.choice(0, ['Category', 'Value'] as const);
      if (args.choice(1, ['Primary', 'Secondary'] as const, 'Primary') === 'Secondary')
        throw refuse('ApiNotFound', 'Secondary axes are not part of this host.');
      return axisKind(axisTarget(target, type));
    },
  },
}));
