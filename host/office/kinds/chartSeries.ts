/** Series of a chart and their points. */

import { columnsOf } from '../../workbook/area';
import type { Chart } from '../../workbook/model';
import { cellsOf } from '../area';
import { readColor, readFlag, readNumber, readText } from '../args';
import type { Cells } from '../cells';
import { findCells } from '../cells';
import { refuse } from '../errors';
import type { Kind, Property } from '../schema';
import { defineKind, reads } from '../schema';
import type { Session } from '../session';
import { emptySeries, range, readType, reference } from './chartData';
import { labelFormatKind } from './chartParts';
import type { ChartTarget, SeriesTarget } from './chartTarget';
import { fillKind, guard, property, touched } from './chartTarget';
import { wireValue } from './contents';
import { readRange } from './geometry';

const nameOf = ({ series }: SeriesTarget, session: Session): string => {
  const cells = series.nameFormula === null ? null : findCells(session.workbook, series.nameFormula, null);
  return cells ? cells.sheet.text(cells.area.top, cells.area.left) : series.name;
};

const cellsOfValues = ({ series }: SeriesTarget, session: Session): Cells | null =>
  findCells(session.workbook, series.values, null);

const readShare = (value: unknown, low: number, high: number): number => {
  const number = readNumber(value);
  if (number < low || number > high) throw refuse('InvalidArgument');
  return number;
};

const isOf = (chart: Chart, families: readonly string[]): boolean => families.some((family) => chart.type.startsWith(family));

/** Gap and overlap belong to columns and bars; Excel refuses them elsewhere. */
const barShape = (name: 'gapWidth' | 'overlap', low: number, high: number, normal: number): Property<SeriesTarget> => ({
  get: ({ chart, series }) => (isOf(chart, ['Column', 'Bar']) ? (series[name] ?? normal) : null),
  set: (target, value) => {
    if (!isOf(target.chart, ['Column', 'Bar'])) throw refuse('InvalidOperation');
    guard(target);
    const share = readShare(value, low, high);
    // One value for all series of a group.
    for (const series of target.chart.series) series[name] = share;
    touched(target);
  },
});

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
    PlotOrder: reads(({ chart, series }) => chart.series.indexOf(series) + 1),
  },
  navigations: {
    Format: (target) => seriesFormatKind(target),
    Points: (target) => pointsKind(target),
    DataLabels: (target) => seriesLabelsKind(target),
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
    Line: (target) => lineKind(target),
  },
}));

/** Lines have the colour of their series; the host draws one width. */
const lineKind: Kind<SeriesTarget> = defineKind<SeriesTarget>('ChartLineFormat', () => ({
  scalars: {
    Color: property(
      ({ series }) => (series.color === null || series.color === 'none' ? '' : series.color),
      ({ series }, value) => (series.color = readColor(value)),
    ),
  },
  actions: {
    Clear: (target) => {
      guard(target);
      if (isOf(target.chart, ['Line', 'XYScatter'])) target.series.color = 'none';
      touched(target);
    },
  },
}));

const seriesLabelsKind: Kind<SeriesTarget> = defineKind<SeriesTarget>('ChartDataLabels', () => ({
  scalars: {
    ShowValue: property(
      ({ series }) => series.dataLabels,
      ({ series }, value) => (series.dataLabels = readFlag(value)),
    ),
    NumberFormat: property(
      ({ chart }) => chart.dataLabels.numberFormat,
      ({ chart }, value) => (chart.dataLabels.numberFormat = readText(value)),
    ),
  },
  navigations: { Format: ({ sheet, chart }) => labelFormatKind({ sheet, chart }) },
}));

interface PointTarget extends SeriesTarget {
  readonly index: number;
}

const pointCount = (target: SeriesTarget, session: Session): number => {
  const cells = cellsOfValues(target, session);
  return cells ? cellsOf(cells.area) : 0;
};

const pointValue = (target: PointTarget, session: Session): unknown => {
  const cells = cellsOfValues(target, session);
  if (!cells) return null;
  const { sheet, area } = cells;
  const width = columnsOf(area);
  return wireValue(sheet.value(area.top + Math.floor(target.index / width), area.left + (target.index % width)));
};

const pointKind: Kind<PointTarget> = defineKind<PointTarget>('ChartPoint', () => ({
  scalars: { Value: reads(pointValue) },
  navigations: { Format: (target) => pointFormatKind(target) },
}));

const pointFormatKind: Kind<PointTarget> = defineKind<PointTarget>('ChartPointFormat', () => ({
  navigations: {
    Fill: ({ sheet, series, index }) =>
      fillKind({
        sheet,
        set: (color) => (color === null ? series.pointColors.delete(index) : series.pointColors.set(index, color)),
      }),
  },
}));

const pointsKind: Kind<SeriesTarget> = defineKind<SeriesTarget>('ChartPointsCollection', () => ({
  scalars: { Count: reads(pointCount) },
  items: (target, session) => range(0, pointCount(target, session) - 1).map((index) => pointKind({ ...target, index })),
  objects: {
    GetItemAt: (target, args, session) => {
      const index = args.integer(0);
      return index >= 0 && index < pointCount(target, session) ? pointKind({ ...target, index }) : null;
    },
  },
  actions: { GetCount: (target, _args, session) => pointCount(target, session) },
}));

export const seriesListKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartSeriesCollection', () => ({
  scalars: { Count: reads(({ chart }) => chart.series.length) },
  items: (target) => target.chart.series.map((series) => seriesKind({ ...target, series })),
  objects: {
    Add: (target, args) => {
      guard(target);
      const series = { ...emptySeries(), name: args.optionalText(0) ?? `Series${target.chart.series.length + 1}` };
      const index = args.optionalInteger(1) ?? target.chart.series.length;
      if (index < 0 || index > target.chart.series.length) throw refuse('InvalidArgument');
      target.chart.series.splice(index, 0, series);
      touched(target);
      return seriesKind({ ...target, series });
    },
    GetItemAt: (target, args) => {
      const series = target.chart.series[args.integer(0)];
      return series ? seriesKind({ ...target, series }) : null;
    },
  },
  actions: { GetCount: ({ chart }) => chart.series.length },
}));
