/** Series of a chart. */

import type { ChartSeries } from '../../workbook/model';
import { readChoice, readColor, readFlag, readInteger, readText } from '../args';
import { findCells } from '../cells';
import { refuse } from '../errors';
import type { Kind, Property } from '../schema';
import { defineKind, reads } from '../schema';
import { emptySeries, range, readType, reference } from './chartData';
import { seriesLabelsKind } from './chartLabels';
import { fillKind, seriesLineKind, type LineTarget } from './chartLooks';
import { markerScalars } from './chartMarkers';
import { nameOf } from './chartNames';
import { pointsKind } from './chartPoints';
import type { ChartTarget, SeriesTarget } from './chartTarget';
import { always, guard, isOf, kept, property, readBetween, touched, within } from './chartTarget';
import { errorBarsKind, trendlinesKind } from './chartTrendlines';
import { wireValue } from './contents';
import { readRange } from './geometry';

/** Gap and overlap belong to columns and bars; Excel refuses them elsewhere. */
const barShape = (name: 'gapWidth' | 'overlap', low: number, high: number, normal: number): Property<SeriesTarget> => ({
  get: ({ sheet, chart, series }) => (isOf({ sheet, chart, series }, ['Column', 'Bar']) ? (series[name] ?? normal) : null),
  set: (target, value) => {
    if (!isOf(target, ['Column', 'Bar'])) throw refuse('InvalidOperation');
    guard(target);
    const share = readBetween(low, high)(value);
    // One value for all series of a group.
    for (const series of target.chart.series) series[name] = share;
    touched(target);
  },
});

/** A property of certain families of charts; Excel refuses it elsewhere. */
const onlyOn = (
  families: readonly string[],
  name: string,
  read: (value: unknown) => unknown,
  normal: unknown,
): Property<SeriesTarget> => {
  const inner = kept<SeriesTarget>(name, read, always(normal));
  const check = (target: SeriesTarget): void => {
    if (!isOf(target, families)) throw refuse('InvalidArgument');
  };
  return {
    get: (target, session) => (isOf(target, families) ? inner.get(target, session) : null),
    set: (target, value, session) => {
      check(target);
      inner.set?.(target, value, session);
    },
  };
};

/** Moves a series to another place in the order, counted from one. */
const reorder = ({ chart, series }: SeriesTarget, value: unknown): void => {
  const place = readInteger(value);
  if (place < 1 || place > chart.series.length) throw refuse('InvalidArgument');
  chart.series.splice(chart.series.indexOf(series), 1);
  chart.series.splice(place - 1, 0, series);
};

const seriesKind: Kind<SeriesTarget> = defineKind<SeriesTarget>('ChartSeries', () => ({
  scalars: {
    Name: {
      get: nameOf,
      set: (target, value) => {
        guard(target);
        const name = readText(value);
        target.series.nameFormula = name.startsWith('=') ? name.slice(1) : null;
        target.series.name = name;
        touched(target);
      },
    },
    ChartType: property(
      ({ chart, series }) => series.type ?? chart.type,
      ({ series }, value) => (series.type = readType(value)),
    ),
    HasDataLabels: property(
      ({ series }) => series.dataLabels,
      ({ series }, value) => (series.dataLabels = readFlag(value)),
    ),
    GapWidth: barShape('gapWidth', 0, 500, 219),
    Overlap: barShape('overlap', -100, 100, 0),
    PlotOrder: property(({ chart, series }) => chart.series.indexOf(series) + 1, reorder),
    AxisGroup: {
      get: () => 'Primary',
      set: (_target, value) => {
        if (readChoice(value, ['Primary', 'Secondary'] as const) === 'Secondary')
          throw refuse('ApiNotFound', 'Secondary axes are not part of this host.');
      },
    },
    DoughnutHoleSize: onlyOn(['Doughnut'], 'doughnutHoleSize', readBetween(10, 90), 75),
    Explosion: onlyOn(['Pie', 'Doughnut'], 'explosion', readBetween(0, 400), 0),
    FirstSliceAngle: onlyOn(['Pie', 'Doughnut'], 'firstSliceAngle', readBetween(0, 360), 0),
    Smooth: onlyOn(['Line', 'XYScatter'], 'smooth', readFlag, false),
    ShowConnectorLines: onlyOn(['Waterfall'], 'showConnectorLines', readFlag, true),
    Filtered: kept('filtered', readFlag, always(false)),
    InvertIfNegative: kept('invertIfNegative', readFlag, always(false)),
    InvertColor: kept('invertColor', readColor, always('#FFFFFF')),
    ShowLeaderLines: kept('showLeaderLines', readFlag, always(false)),
    ShowShadow: kept('showShadow', readFlag, always(false)),
    VaryByCategories: kept('varyByCategories', readFlag, (target) => isOf(target, ['Pie', 'Doughnut'])),
    ...markerScalars<SeriesTarget>(),
  },
  navigations: {
    Format: (target) => seriesFormatKind(target),
    Points: (target) => pointsKind(target),
    DataLabels: (target) => seriesLabelsKind(within(target, 'labels')),
    Trendlines: (target) => trendlinesKind(target),
    XErrorBars: (target) => errorBarsKind(within(target, 'xErrorBars')),
    YErrorBars: (target) => errorBarsKind(within(target, 'yErrorBars')),
  },
  actions: {
    Delete: (target) => {
      guard(target);
      const index = target.chart.series.indexOf(target.series);
      if (index < 0) throw refuse('ItemNotFound');
      target.chart.series.splice(index, 1);
      touched(target);
    },
    SetValues: (target, args, session) => {
      guard(target);
      const cells = readRange(args.at(0), session, target.sheet);
      target.series.values = reference(cells.sheet, cells.area);
      touched(target);
    },
    SetXAxisValues: (target, args, session) => {
      guard(target);
      const cells = readRange(args.at(0), session, target.sheet);
      target.series.categories = reference(cells.sheet, cells.area);
      touched(target);
    },
    GetDimensionValues: (target, args, session) => {
      const dimension = args.choice(0, ['Categories', 'Values', 'XValues', 'YValues'] as const);
      const isCategories = dimension === 'Categories' || dimension === 'XValues';
      const text = isCategories ? target.series.categories : target.series.values;
      const cells = text === null ? null : findCells(session.workbook, text, null);
      if (!cells) return [];
      const { sheet, area } = cells;
      return range(area.top, area.bottom).flatMap((row) =>
        range(area.left, area.right).map((column) => wireValue(sheet.value(row, column))),
      );
    },
  },
}));

const seriesFormatKind: Kind<SeriesTarget> = defineKind<SeriesTarget>('ChartSeriesFormat', () => ({
  navigations: {
    Fill: ({ sheet, series }) => fillKind({ sheet, set: (color) => (series.color = color) }),
    Line: (target) => seriesLineKind(lineTarget(target)),
  },
}));

/** Lines have the colour of their series; on columns and bars a line is the edge, which the host does not draw. */
const lineTarget = (target: SeriesTarget): LineTarget => {
  const { series } = target;
  const isDrawn = isOf(target, ['Line', 'XYScatter']);
  const color = {
    get: () => (series.color === null || series.color === 'none' ? '' : series.color),
    set: (value: string) => (series.color = value),
  };
  return { ...within(target, 'line'), color: isDrawn ? color : null };
};

const seriesTarget = ({ sheet, chart }: ChartTarget, series: ChartSeries): SeriesTarget => ({
  sheet,
  chart,
  series,
  owner: series,
  path: '',
});

export const seriesListKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartSeriesCollection', () => ({
  scalars: { Count: reads(({ chart }) => chart.series.length) },
  items: (target) => target.chart.series.map((series) => seriesKind(seriesTarget(target, series))),
  objects: {
    Add: (target, args) => {
      guard(target);
      const series = { ...emptySeries(), name: args.optionalText(0) ?? `Series${target.chart.series.length + 1}` };
      const index = args.optionalInteger(1) ?? target.chart.series.length;
      if (index < 0 || index > target.chart.series.length) throw refuse('InvalidArgument');
      target.chart.series.splice(index, 0, series);
      touched(target);
      return seriesKind(seriesTarget(target, series));
    },
    GetItemAt: (target, args) => {
      const series = target.chart.series[args.integer(0)];
      return series ? seriesKind(seriesTarget(target, series)) : null;
    },
  },
  actions: { GetCount: ({ chart }) => chart.series.length },
}));
