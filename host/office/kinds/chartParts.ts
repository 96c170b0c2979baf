/** Title, legend, axes and data labels of a chart. */

import type { ChartAxis } from '../../workbook/model';
import { readChoice, readFlag, readNumber, readText } from '../args';
import { refuse } from '../errors';
import type { Kind, Property } from '../schema';
import { defineKind, reads } from '../schema';
import type { ChartTarget } from './chartTarget';
import { fontKind, property } from './chartTarget';

export const titleKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartTitle', () => ({
  scalars: {
    Text: property(
      ({ chart }) => chart.title.text,
      ({ chart }, value) => {
        chart.title.text = readText(value);
        chart.title.visible = true;
      },
    ),
    Visible: property(
      ({ chart }) => chart.title.visible,
      ({ chart }, value) => (chart.title.visible = readFlag(value)),
    ),
  },
  navigations: { Format: (target) => titleFormatKind(target) },
}));

const titleFormatKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartTitleFormat', () => ({
  navigations: { Font: ({ sheet, chart }) => fontKind({ sheet, owner: chart.title }) },
}));

export const legendKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartLegend', () => ({
  scalars: {
    Visible: property(
      ({ chart }) => chart.legend.visible,
      ({ chart }, value) => (chart.legend.visible = readFlag(value)),
    ),
    Position: property(
      ({ chart }) => chart.legend.position,
      ({ chart }, value) => (chart.legend.position = readChoice(value, ['Top', 'Bottom', 'Left', 'Right', 'Corner'] as const)),
    ),
  },
}));

interface AxisTarget extends ChartTarget {
  readonly axis: ChartAxis;
  readonly type: 'Category' | 'Value';
}

const axisBound = (name: 'minimum' | 'maximum'): Property<AxisTarget> =>
  property(
    ({ axis }) => axis[name] ?? '',
    ({ axis }, value) => (axis[name] = value === '' ? null : readNumber(value)),
  );

const axisKind: Kind<AxisTarget> = defineKind<AxisTarget>('ChartAxis', () => ({
  scalars: {
    Type: reads(({ type }) => type),
    Visible: property(
      ({ axis }) => axis.visible,
      ({ axis }, value) => (axis.visible = readFlag(value)),
    ),
    Minimum: axisBound('minimum'),
    Maximum: axisBound('maximum'),
    NumberFormat: property(
      ({ axis }) => axis.numberFormat,
      ({ axis }, value) => (axis.numberFormat = readText(value)),
    ),
    ReversePlotOrder: property(
      ({ axis }) => axis.reversed,
      ({ axis }, value) => (axis.reversed = readFlag(value)),
    ),
  },
  navigations: { Title: (target) => axisTitleKind(target), MajorGridlines: (target) => gridlinesKind(target) },
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
  },
}));

const gridlinesKind: Kind<AxisTarget> = defineKind<AxisTarget>('ChartGridlines', () => ({
  scalars: {
    Visible: property(
      ({ axis }) => axis.majorGridlines,
      ({ axis }, value) => (axis.majorGridlines = readFlag(value)),
    ),
  },
}));

export const axesKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartAxes', () => ({
  navigations: {
    CategoryAxis: (target) => axisKind({ ...target, axis: target.chart.axes.category, type: 'Category' }),
    ValueAxis: (target) => axisKind({ ...target, axis: target.chart.axes.value, type: 'Value' }),
  },
  objects: {
    GetItem: (target, args) => {
      const type = args.choice(0, ['Category', 'Value'] as const);
      if (args.choice(1, ['Primary', 'Secondary'] as const, 'Primary') === 'Secondary')
        throw refuse('ApiNotFound', 'Secondary axes are not part of this host.');
      return axisKind({ ...target, axis: target.chart.axes[type === 'Category' ? 'category' : 'value'], type });
    },
  },
}));

export const labelsKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartDataLabels', () => ({
  scalars: {
    ShowValue: property(
      ({ chart }) => chart.dataLabels.visible,
      ({ chart }, value) => (chart.dataLabels.visible = readFlag(value)),
    ),
    NumberFormat: property(
      ({ chart }) => chart.dataLabels.numberFormat,
      ({ chart }, value) => (chart.dataLabels.numberFormat = readText(value)),
    ),
  },
  navigations: { Format: (target) => labelFormatKind(target) },
}));

export const labelFormatKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartDataLabelFormat', () => ({
  navigations: { Font: ({ sheet, chart }) => fontKind({ sheet, owner: chart.dataLabels }) },
}));
