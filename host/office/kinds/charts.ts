/** Charts, as far as the host draws them and its files keep them. */

import type { Chart, ChartAxis, Sheet } from '../../workbook/model';
import { cellsOf } from '../area';
import type { Args } from '../args';
import { readChoice, readFlag, readInteger, readText } from '../args';
import { Cells, findCells } from '../cells';
import { refuse } from '../errors';
import { newId } from '../ids';
import { columnPoints, leftOf, topOf } from '../measures';
import type { Kind, Node } from '../schema';
import { defineKind, reads } from '../schema';
import type { Session } from '../session';
import { SERIES_BY, range, readType, seriesFrom } from './chartData';
import { axesKind } from './chartAxes';
import { chartLabelsKind } from './chartLabels';
import { borderOf, fillOf, fontOf } from './chartLooks';
import { seriesListKind } from './chartSeries';
import type { ChartTarget, Part } from './chartTarget';
import { always, guard, kept, property, readSize, touched } from './chartTarget';
import { legendKind, titleKind } from './chartTitle';
import { activate, deactivate, tellOfChart } from './chartEvents';
import { readRange } from './geometry';
import { registrations } from './registrations';
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

/** The block of cells that the series of a chart come from, as far as they lie on one sheet. */
const sourceOf = ({ chart }: ChartTarget, session: Session): Cells => {
  const texts = chart.series.flatMap(({ values, categories, nameFormula }) => [values, categories ?? '', nameFormula ?? '']);
  const found = texts.flatMap((text) => (text === '' ? [] : (findCells(session.workbook, text, null) ?? [])));
  const [first] = found;
  if (!first || found.some(({ sheet }) => sheet !== first.sheet)) throw refuse('InvalidOperation');
  const areas = found.map(({ area }) => area);
  return new Cells(first.sheet, {
    top: Math.min(...areas.map(({ top }) => top)),
    left: Math.min(...areas.map(({ left }) => left)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    right: Math.max(...areas.map(({ right }) => right)),
  });
};

/** Whether a series is a column or a row of the sheet; where it is one cell, as its neighbours lie. */
const plotBy = ({ chart }: ChartTarget, session: Session): 'Columns' | 'Rows' => {
  const areas = chart.series.flatMap(({ values }) => findCells(session.workbook, values, null)?.area ?? []);
  const [first, second] = areas;
  if (!first) return 'Columns';
  if (first.bottom > first.top) return 'Columns';
  if (first.right > first.left) return 'Rows';
  return second && second.top > first.top ? 'Rows' : 'Columns';
};

const LEVEL_ALL = -1;
const SCHEMES = [
  ...range(1, 4).map((number) => `ColorfulPalette${number}`),
  ...range(1, 13).map((number) => `MonochromaticPalette${number}`),
];

const areaFormatKind: Kind<Part> = defineKind<Part>('ChartAreaFormat', () => ({
  scalars: {
    ColorScheme: kept('colorScheme', (value) => readChoice(value, SCHEMES), always('ColorfulPalette1')),
    RoundedCorners: kept('roundedCorners', readFlag, always(false)),
  },
  navigations: { Border: borderOf, Fill: fillOf, Font: fontOf },
}));

const plotAreaKind: Kind<Part> = defineKind<Part>('ChartPlotArea', () => ({
  scalars: { Position: kept('position', (value) => readChoice(value, ['Automatic', 'Custom'] as const), always('Automatic')) },
  navigations: { Format: (part) => plotAreaFormatKind(part) },
}));

const plotAreaFormatKind: Kind<Part> = defineKind<Part>('ChartPlotAreaFormat', () => ({
  navigations: { Border: borderOf, Fill: fillOf },
}));

const partOf = ({ sheet, chart }: ChartTarget, owner: object, path = ''): Part => ({ sheet, chart, owner, path });

const chartKind: Kind<Part> = defineKind<Part>('Chart', () => ({
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
    PlotBy: property(plotBy, (target, value, session) => {
      const by = readChoice(value, ['Columns', 'Rows'] as const);
      if (by !== plotBy(target, session)) target.chart.series = seriesFrom(sourceOf(target, session), by);
    }),
    DisplayBlanksAs: kept(
      'displayBlanksAs',
      (value) => readChoice(value, ['NotPlotted', 'Zero', 'Interplotted'] as const),
      always('NotPlotted'),
    ),
    PlotVisibleOnly: kept('plotVisibleOnly', readFlag, always(true)),
    ShowDataLabelsOverMaximum: kept('showDataLabelsOverMaximum', readFlag, always(false)),
    CategoryLabelLevel: kept('categoryLabelLevel', readInteger, always(LEVEL_ALL)),
    SeriesNameLevel: kept('seriesNameLevel', readInteger, always(LEVEL_ALL)),
  },
  navigations: {
    Format: (target) => areaFormatKind(target),
    PlotArea: (target) => plotAreaKind(partOf(target, target.chart, 'plotArea.')),
    Title: (target) => titleKind(partOf(target, target.chart.title)),
    Legend: (target) => legendKind(partOf(target, target.chart.legend)),
    Axes: (target) => axesKind(target),
    DataLabels: (target) => chartLabelsKind(partOf(target, target.chart, 'labels.')),
    Series: (target) => seriesListKind(target),
    Worksheet: ({ sheet }) => worksheetKind(sheet),
  },
  actions: {
    Activate: ({ sheet, chart }, _args, session) => activate({ sheet, chart }, session),
    Delete: (target, _args, session) => {
      guard(target);
      const index = target.sheet.charts.indexOf(target.chart);
      if (index < 0) throw refuse('ItemNotFound');
      if (session.activeChart?.chart === target.chart) deactivate(session);
      target.sheet.charts.splice(index, 1);
      touched(target);
      tellOfChart('chartDeleted', target, session);
    },
    ...registrations('ActivatedEvent', 'DeactivatedEvent'),
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

export const chartNode = (target: ChartTarget): Node => chartKind(partOf(target, target.chart));

/** Where and how large Excel puts a new chart. */
const NEW_SIZE = { width: 360, height: 216 };

const newAxis = (isValue: boolean): ChartAxis => ({
  visible: true, title: '', numberFormat: 'General', minimum: null, maximum: null,
  majorUnit: null, majorGridlines: isValue, reversed: false, labels: null,
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
  return chart ? chartNode({ sheet, chart }) : null;
};

export const chartsKind: Kind<Sheet> = defineKind<Sheet>('ChartCollection', () => ({
  scalars: { Count: reads((sheet) => sheet.charts.length) },
  items: (sheet) => sheet.charts.map((chart) => chartNode({ sheet, chart })),
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
      tellOfChart('chartAdded', { sheet, chart }, session);
      return chartNode({ sheet, chart });
    },
    GetItem: (sheet, args) => byKey(sheet, args.at(0)),
    GetItemAt: (sheet, args) => {
      const chart = sheet.charts[args.integer(0)];
      return chart ? chartNode({ sheet, chart }) : null;
    },
  },
  actions: {
    GetCount: (sheet) => sheet.charts.length,
    ...registrations('ActivatedEvent', 'DeactivatedEvent', 'AddedEvent', 'DeletedEvent'),
  },
}));
