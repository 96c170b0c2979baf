/** Points of a series: their values, fills, markers and labels. */

import { columnsOf } from '../../workbook/area';
import { cellsOf } from '../area';
import { readFlag } from '../args';
import type { Cells } from '../cells';
import { findCells } from '../cells';
import type { Kind } from '../schema';
import { defineKind, reads } from '../schema';
import type { Session } from '../session';
import { range } from './chartData';
import { labelKind, type LabelTarget } from './chartLabels';
import { borderOf, fillKind } from './chartLooks';
import { markerScalars } from './chartMarkers';
import type { SeriesTarget } from './chartTarget';
import { kept, within } from './chartTarget';
import { nameOf } from './chartNames';
import { wireValue } from './contents';

interface PointTarget extends SeriesTarget {
  readonly index: number;
}

const pointTarget = (target: SeriesTarget, index: number): PointTarget => ({ ...within(target, `point:${index}`), index });

const cellsNamed = (reference: string | null, session: Session): Cells | null =>
  reference === null || reference === '' ? null : findCells(session.workbook, reference, null);

const pointCount = ({ series }: SeriesTarget, session: Session): number => {
  const cells = cellsNamed(series.values, session);
  return cells ? cellsOf(cells.area) : 0;
};

const placeIn = ({ area }: Cells, index: number): readonly [number, number] => [
  area.top + Math.floor(index / columnsOf(area)),
  area.left + (index % columnsOf(area)),
];

const pointValue = ({ series, index }: PointTarget, session: Session): unknown => {
  const cells = cellsNamed(series.values, session);
  return cells ? wireValue(cells.sheet.value(...placeIn(cells, index))) : null;
};

const textAt = (reference: string | null, index: number, session: Session): string | null => {
  const cells = cellsNamed(reference, session);
  return cells && index < cellsOf(cells.area) ? cells.sheet.text(...placeIn(cells, index)) : null;
};

const labelTarget = (target: PointTarget, session: Session): LabelTarget => ({
  ...within(target, 'label'),
  texts: {
    value: textAt(target.series.values, target.index, session) ?? '',
    category: textAt(target.series.categories, target.index, session) ?? String(target.index + 1),
    series: nameOf(target, session),
  },
});

const pointKind: Kind<PointTarget> = defineKind<PointTarget>('ChartPoint', () => ({
  scalars: {
    Value: reads(pointValue),
    HasDataLabel: kept('hasDataLabel', readFlag, ({ series }) => series.dataLabels),
    ...markerScalars<PointTarget>(),
  },
  navigations: {
    Format: (target) => pointFormatKind(target),
    DataLabel: (target, session) => labelKind(labelTarget(target, session)),
  },
}));

const pointFormatKind: Kind<PointTarget> = defineKind<PointTarget>('ChartPointFormat', () => ({
  navigations: {
    Fill: ({ sheet, series, index }) =>
      fillKind({
        sheet,
        set: (color) => (color === null ? series.pointColors.delete(index) : series.pointColors.set(index, color)),
      }),
    Border: borderOf,
  },
}));

export const pointsKind: Kind<SeriesTarget> = defineKind<SeriesTarget>('ChartPointsCollection', () => ({
  scalars: { Count: reads(pointCount) },
  items: (target, session) => range(0, pointCount(target, session) - 1).map((index) => pointKind(pointTarget(target, index))),
  objects: {
    GetItemAt: (target, args, session) => {
      const index = args.integer(0);
      return index >= 0 && index < pointCount(target, session) ? pointKind(pointTarget(target, index)) : null;
    },
  },
  actions: { GetCount: (target, _args, session) => pointCount(target, session) },
}));
