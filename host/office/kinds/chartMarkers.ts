/** Markers of a series or of one of its points. */

import { PALETTE } from '../../workbook/chartDefaults';
import { readChoice, readColor } from '../args';
import type { Property } from '../schema';
import type { SeriesTarget } from './chartTarget';
import { always, kept, readBetween } from './chartTarget';

const STYLES = [
  'Automatic', 'None', 'Square', 'Diamond', 'Triangle', 'X', 'Star', 'Dot', 'Dash', 'Circle', 'Plus', 'Picture',
] as const; // prettier-ignore

const seriesColor = ({ chart, series }: SeriesTarget): string =>
  series.color === null || series.color === 'none'
    ? (PALETTE[Math.max(chart.series.indexOf(series), 0) % PALETTE.length] ?? PALETTE[0])
    : series.color;

export const markerScalars = <T extends SeriesTarget>(): Record<
  'MarkerBackgroundColor' | 'MarkerForegroundColor' | 'MarkerSize' | 'MarkerStyle',
  Property<T>
> => ({
  MarkerBackgroundColor: kept('markerBackground', readColor, seriesColor),
  MarkerForegroundColor: kept('markerForeground', readColor, seriesColor),
  MarkerSize: kept('markerSize', readBetween(2, 72), always(5)),
  MarkerStyle: kept('markerStyle', (value) => readChoice(value, STYLES), always('Automatic')),
});
