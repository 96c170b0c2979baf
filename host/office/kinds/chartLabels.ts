/** Data labels: of a whole chart, of a series, of one point. */

import { readChoice, readFlag, readText } from '../args';
import { refuse } from '../errors';
import type { Kind, Property, Spec } from '../schema';
import { defineKind } from '../schema';
import type { Session } from '../session';
import { borderOf, fillOf, fontKind, fontOf } from './chartLooks';
import type { Part, SeriesTarget } from './chartTarget';
import { always, isOf, kept, property, recall, remember } from './chartTarget';
import { linkNumberFormat, textScalars } from './chartTexts';

const POSITIONS = [
  'None', 'Center', 'InsideEnd', 'InsideBase', 'OutsideEnd', 'Left', 'Right', 'Top', 'Bottom', 'BestFit', 'Callout',
] as const; // prettier-ignore

/** Where Excel puts labels by itself. */
const usualPosition = (target: Part): string => {
  if (isOf(target, ['Pie'])) return 'BestFit';
  if (isOf(target, ['Line', 'XYScatter'])) return 'Right';
  return /Stacked|^Doughnut|^Area/.test(target.chart.type) ? 'Center' : 'OutsideEnd';
};

const shows = <T extends Part>(name: string): Property<T> => kept(name, readFlag, always(false));

/** What all data labels have, however many they stand for. */
const labelScalars = <T extends Part>(): Record<string, Property<T>> => ({
  AutoText: kept('autoText', readFlag, always(true)),
  LinkNumberFormat: linkNumberFormat<T>(),
  Position: kept('position', (value) => readChoice(value, POSITIONS), usualPosition),
  Separator: kept('separator', readText, always(', ')),
  ShowBubbleSize: shows('showBubbleSize'),
  ShowCategoryName: shows('showCategoryName'),
  ShowLegendKey: shows('showLegendKey'),
  ShowPercentage: shows('showPercentage'),
  ShowSeriesName: shows('showSeriesName'),
  ...textScalars<T>(),
});

const numberFormat = <T extends Part>(): Property<T> =>
  property(
    ({ chart }) => chart.dataLabels.numberFormat,
    (target, value, session) => {
      target.chart.dataLabels.numberFormat = readText(value);
      remember(target, 'linkNumberFormat', false, session);
    },
  );

export const chartLabelsKind: Kind<Part> = defineKind<Part>('ChartDataLabels', () => ({
  scalars: {
    ShowValue: property(
      ({ chart }) => chart.dataLabels.visible,
      ({ chart }, value) => (chart.dataLabels.visible = readFlag(value)),
    ),
    NumberFormat: numberFormat<Part>(),
    ...labelScalars<Part>(),
  },
  navigations: { Format: (target) => labelsFormatKind(target) },
}));

export const seriesLabelsKind: Kind<SeriesTarget> = defineKind<SeriesTarget>('ChartDataLabels', () => ({
  scalars: {
    ShowValue: property(
      ({ series }) => series.dataLabels,
      ({ series }, value) => (series.dataLabels = readFlag(value)),
    ),
    NumberFormat: numberFormat<SeriesTarget>(),
    ...labelScalars<SeriesTarget>(),
  },
  navigations: { Format: (target) => labelsFormatKind(target) },
}));

/** All labels of a chart have one font in a file. */
const labelsFormatKind: Kind<Part> = defineKind<Part>('ChartDataLabelFormat', () => ({
  navigations: {
    Font: ({ sheet, chart }) => fontKind({ sheet, owner: chart.dataLabels }),
    Fill: fillOf,
    Border: borderOf,
  },
}));

/** One point's label: with what is written in its cell, its series and its category. */
export interface LabelTarget extends SeriesTarget {
  readonly texts: { readonly value: string; readonly series: string; readonly category: string };
}

const said = (target: LabelTarget, session: Session): string => {
  const isShown = (name: string): boolean => recall(target, name, session) === true;
  const { texts } = target;
  const shown = [
    ...(isShown('showSeriesName') ? [texts.series] : []),
    ...(isShown('showCategoryName') ? [texts.category] : []),
    ...(recall(target, 'showValue', session) === false ? [] : [texts.value]),
  ];
  const separator = recall(target, 'separator', session);
  return shown.join(typeof separator === 'string' ? separator : ', ');
};

const labelSpec = (): Spec<LabelTarget> => ({
  scalars: {
    ...labelScalars<LabelTarget>(),
    ShowValue: kept('showValue', readFlag, always(true)),
    NumberFormat: property(
      (target, session) => recall(target, 'numberFormat', session) ?? target.chart.dataLabels.numberFormat,
      (target, value, session) => {
        remember(target, 'numberFormat', readText(value), session);
        remember(target, 'linkNumberFormat', false, session);
      },
    ),
    Text: property(
      (target, session) => recall(target, 'text', session) ?? said(target, session),
      (target, value, session) => {
        remember(target, 'text', readText(value), session);
        remember(target, 'autoText', false, session);
      },
    ),
    // A share of the whole belongs to pies alone.
    ShowPercentage: {
      get: (target, session) => recall(target, 'showPercentage', session) ?? false,
      set: (target, value, session) => {
        if (readFlag(value) && !isOf(target, ['Pie', 'Doughnut'])) throw refuse('InvalidArgument');
        remember(target, 'showPercentage', value, session);
      },
    },
  },
  navigations: { Format: (target) => labelFormatKind(target) },
});

export const labelKind: Kind<LabelTarget> = defineKind<LabelTarget>('ChartDataLabel', labelSpec);

const labelFormatKind: Kind<Part> = defineKind<Part>('ChartDataLabelFormat', () => ({
  navigations: { Font: fontOf, Fill: fillOf, Border: borderOf },
}));
