/** Charts, as far as the host draws them and its files keep them. */

import type { Chart, ChartAxis, Sheet } from '../../workbook/model';
import { cellsOf } from '../area';
import type { Args } from '../args';
import { readText } from '../args';
import type { Cells } from '../cells';
import { refuse } from '../errors';
import { newId } from '../ids';
import { columnPoints, leftOf, topOf } from '../measures';
import type { Kind, Node } from '../schema';
import { defineKind, reads } from '../schema';
import type { Session } from '../session';
import { SERIES_BY, readType, seriesFrom } from './chartData';
import { axesKind, labelsKind, legendKind, titleKind } from './chartParts';
import { seriesListKind } from './chartSeries';
import type { ChartTarget } from './chartTarget';
import { guard, property, readSize, touched } from './chartTarget';
import { readRange } from './geometry';
import { worksheetKind } from './worksheet';

const rename = ({ sheet, chart }: ChartTarget, value: unknown): void => {
  const name = readText(value);
  if (name === '' || name.length > 255) throw refuse('InvalidArgument');
  if (sheet.charts.some((other) => other !== chart && other.name.toLowerCase() === name.toLowerCase()))
    throw refuse('ItemAlreadyExists');
  chart.name = name;
};

const setPosition = (target: ChartTarget, args: Args, session: Session): void => {
  guard(target);
  const { sheet, chart } = target;
  const start = readRange(args.at(0), session, sheet);
  chart.left = leftOf(sheet, start.area.left);
  chart.top = topOf(sheet, start.area.top);
  if (args.isGiven(1)) {
    const end = readRange(args.at(1), session, sheet);
    chart.width = leftOf(sheet, end.area.right + 1) - chart.left;
    chart.height = topOf(sheet, end.area.bottom + 1) - chart.top;
  } else if (cellsOf(start.area) > 1) {
    chart.width = leftOf(sheet, start.area.right + 1) - chart.left;
    chart.height = topOf(sheet, start.area.bottom + 1) - chart.top;
  }
  touched(target);
};

const chartKind: Kind<ChartTarget> = defineKind<ChartTarget>('Chart', () => ({
  identity: ({ chart }) => ({ Id: chart.id }),
  scalars: {
    Id: reads(({ chart }) => chart.id),
    Name: property(({ chart }) => chart.name, rename),
    ChartType: property(
      ({ chart }) => chart.type,
      ({ chart }, value) => (chart.type = readType(value)),
    ),
    Left: property(
      ({ chart }) => chart.left,
      ({ chart }, value) => (chart.left = readSize(value)),
    ),
    Top: property(
      ({ chart }) => chart.top,
      ({ chart }, value) => (chart.top = readSize(value)),
    ),
    Width: property(
      ({ chart }) => chart.width,
      ({ chart }, value) => (chart.width = readSize(value)),
    ),
    Height: property(
      ({ chart }) => chart.height,
      ({ chart }, value) => (chart.height = readSize(value)),
    ),
  },
  navigations: {
    Title: (target) => titleKind(target),
    Legend: (target) => legendKind(target),
    Axes: (target) => axesKind(target),
    DataLabels: (target) => labelsKind(target),
    Series: (target) => seriesListKind(target),
    Worksheet: ({ sheet }) => worksheetKind(sheet),
  },
  actions: {
    Activate: ({ sheet }, _args, session) => session.workbook.activate(sheet),
    Delete: (target) => {
      guard(target);
      const index = target.sheet.charts.indexOf(target.chart);
      if (index < 0) throw refuse('ItemNotFound');
      target.sheet.charts.splice(index, 1);
      touched(target);
    },
    SetData: (target, args, session) => {
      guard(target);
      target.chart.series = seriesFrom(readRange(args.at(0), session, target.sheet), args.choice(1, SERIES_BY, 'Auto'));
      touched(target);
    },
    SetPosition: setPosition,
    GetImage: () => {
      throw refuse('ApiNotFound', 'Chart.getImage is not part of this host.');
    },
  },
}));

/** Where and how large Excel puts a new chart. */
const NEW_SIZE = { width: 360, height: 216 };

const newAxis = (isValue: boolean): ChartAxis => ({
  visible: true, title: '', numberFormat: 'General', minimum: null, maximum: null, majorGridlines: isValue, reversed: false,
}); // prettier-ignore

const freeName = (sheet: Sheet): string => {
  let number = sheet.charts.length + 1;
  while (sheet.charts.some(({ name }) => name === `Chart ${number}`)) number += 1;
  return `Chart ${number}`;
};

const newChart = (sheet: Sheet, type: string, data: Cells, by: (typeof SERIES_BY)[number]): Chart => {
  const series = seriesFrom(data, by);
  const [first] = series;
  const isSingle = series.length === 1 && first !== undefined && first.nameFormula !== null;
  return {
    id: newId(),
    name: freeName(sheet),
    type,
    left: leftOf(sheet, data.area.right + 1) + columnPoints(sheet, data.area.right + 1) / 2,
    top: topOf(sheet, data.area.top),
    ...NEW_SIZE,
    title: { text: isSingle ? first.name : 'Chart Title', visible: true, font: {} },
    legend: { visible: true, position: 'Bottom' },
    axes: { category: newAxis(false), value: newAxis(true) },
    dataLabels: { visible: false, numberFormat: 'General', font: {} },
    series,
    altText: '',
  };
};

const byKey = (sheet: Sheet, key: unknown): Node | null => {
  const text = readText(key);
  const chart =
    sheet.charts.find(({ id }) => id === text) ?? sheet.charts.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  return chart ? chartKind({ sheet, chart }) : null;
};

export const chartsKind: Kind<Sheet> = defineKind<Sheet>('ChartCollection', () => ({
  scalars: { Count: reads((sheet) => sheet.charts.length) },
  items: (sheet) => sheet.charts.map((chart) => chartKind({ sheet, chart })),
  item: byKey,
  objects: {
    Add: (sheet, args, session) => {
      guard({ sheet });
      const chart = newChart(
        sheet,
        readType(args.at(0)),
        readRange(args.at(1), session, sheet),
        args.choice(2, SERIES_BY, 'Auto'),
      );
      sheet.charts.push(chart);
      touched({ sheet });
      return chartKind({ sheet, chart });
    },
    GetItem: (sheet, args) => byKey(sheet, args.at(0)),
    GetItemAt: (sheet, args) => {
      const chart = sheet.charts[args.integer(0)];
      return chart ? chartKind({ sheet, chart }) : null;
    },
  },
  actions: {
    GetCount: (sheet) => sheet.charts.length,
  },
}));
