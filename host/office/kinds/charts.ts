/** Charts, as far as the host draws them and its files keep them. */

import { cellsOf } from '../area';
import { printAddress } from '../../workbook/address';
import { cellArea, columnsOf, rowsOf } from '../../workbook/area';
import type { Chart, ChartAxis, ChartSeries, Font, Sheet } from '../../workbook/model';
import { readColor, readFlag, readNumber, readText, readChoice, type Args } from '../args';
import type { Cells } from '../cells';
import { findCells } from '../cells';
import { refuse } from '../errors';
import { newId } from '../ids';
import { columnPoints, leftOf, topOf } from '../measures';
import { guardOption } from '../protection';
import { defineKind, reads, type Node, type Property, type Kind } from '../schema';
import type { Session } from '../session';
import { wireValue } from './contents';
import { readRange } from './geometry';
import { worksheetKind } from './worksheet';

interface ChartTarget {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

interface SeriesTarget extends ChartTarget {
  readonly series: ChartSeries;
}

const touched = ({ sheet }: { readonly sheet: Sheet }): void =>
  sheet.touch({ kind: 'objects', sheet: sheet.id, trigger: 'addin' });

const guard = ({ sheet }: { readonly sheet: Sheet }): void => guardOption(sheet, 'allowEditObjects');

/** A property of some part of a chart: read it, check and write it. */
const property = <T extends { readonly sheet: Sheet }>(
  get: (target: T) => unknown,
  write: (target: T, value: unknown) => void,
): Property<T> => ({
  get,
  set: (target, value) => {
    guard(target);
    write(target, value);
    touched(target);
  },
});

const readSize = (value: unknown): number => {
  const points = readNumber(value);
  if (points < 0) throw refuse('InvalidArgument');
  return points;
};

/* ---- data ---- */

const isTextOrEmpty = (sheet: Sheet, row: number, column: number): boolean => typeof sheet.value(row, column) !== 'number';

const emptySeries = (): ChartSeries => ({
  name: '', nameFormula: null, values: '', categories: null, type: null, color: null, pointColors: new Map(), gapWidth: null, overlap: null, dataLabels: false,
}); // prettier-ignore

const reference = (sheet: Sheet, area: Cells['area']): string => printAddress(sheet.name, area, '$');

/** Series from a block of cells as Excel guesses them: a first row or column of texts gives names and categories. */
const seriesFrom = ({ sheet, area }: Cells, by: 'Auto' | 'Columns' | 'Rows'): ChartSeries[] => {
  const hasHeader =
    rowsOf(area) > 1 &&
    range(area.left + (columnsOf(area) > 1 ? 1 : 0), area.right).every((column) => isTextOrEmpty(sheet, area.top, column));
  const hasLabels =
    columnsOf(area) > 1 &&
    range(area.top + (rowsOf(area) > 1 ? 1 : 0), area.bottom).every((row) => isTextOrEmpty(sheet, row, area.left));
  const first = { row: area.top + (hasHeader ? 1 : 0), column: area.left + (hasLabels ? 1 : 0) };
  const isByColumns = by === 'Columns' || (by === 'Auto' && area.bottom - first.row >= area.right - first.column);
  if (isByColumns) {
    return range(first.column, area.right).map((column, index) => ({
      ...emptySeries(),
      name: hasHeader ? String(wireValue(sheet.value(area.top, column))) : `Series${index + 1}`,
      nameFormula: hasHeader ? reference(sheet, cellArea(area.top, column)) : null,
      values: reference(sheet, { top: first.row, bottom: area.bottom, left: column, right: column }),
      categories: hasLabels ? reference(sheet, { top: first.row, bottom: area.bottom, left: area.left, right: area.left }) : null,
    }));
  }
  return range(first.row, area.bottom).map((row, index) => ({
    ...emptySeries(),
    name: hasLabels ? String(wireValue(sheet.value(row, area.left))) : `Series${index + 1}`,
    nameFormula: hasLabels ? reference(sheet, cellArea(row, area.left)) : null,
    values: reference(sheet, { top: row, bottom: row, left: first.column, right: area.right }),
    categories: hasHeader ? reference(sheet, { top: area.top, bottom: area.top, left: first.column, right: area.right }) : null,
  }));
};

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(last - first + 1, 0) }, (_unused, index) => first + index);

const SERIES_BY = ['Auto', 'Columns', 'Rows'] as const;

/** Chart types that the host draws; Excel has more. */
const TYPES = [
  'ColumnClustered', 'ColumnStacked', 'ColumnStacked100', 'BarClustered', 'BarStacked', 'BarStacked100', 'Line', 'LineMarkers', 'LineStacked',
  'LineMarkersStacked', 'Pie', 'Doughnut', 'Area', 'AreaStacked', 'XYScatter', 'XYScatterLines', 'Waterfall',
] as const; // prettier-ignore

const readType = (value: unknown): string => {
  const word = readText(value);
  const type = TYPES.find((known) => known.toLowerCase() === word.toLowerCase());
  if (!type) throw refuse('ApiNotFound', `The chart type ${word} is not part of this host.`);
  return type;
};

/* ---- looks ---- */

interface FontTarget {
  readonly sheet: Sheet;
  readonly owner: { font: Partial<Font> };
}

const fontMember = <K extends 'name' | 'size' | 'color' | 'bold' | 'italic'>(
  name: K,
  read: (value: unknown) => Font[K],
  normal: Font[K],
): Property<FontTarget> =>
  property(
    ({ owner }) => owner.font[name] ?? normal,
    ({ owner }, value) => (owner.font = { ...owner.font, [name]: read(value) }),
  );

const fontKind: Kind<FontTarget> = defineKind<FontTarget>('ChartFont', () => ({
  scalars: {
    Name: fontMember('name', readText, 'Calibri'),
    Size: fontMember('size', readSize, 10),
    Color: fontMember('color', readColor, '#595959'),
    Bold: fontMember('bold', readFlag, false),
    Italic: fontMember('italic', readFlag, false),
    Underline: property(
      ({ owner }) => owner.font.underline ?? 'None',
      ({ owner }, value) => (owner.font = { ...owner.font, underline: readChoice(value, ['None', 'Single'] as const) }),
    ),
  },
}));

interface Paint {
  readonly sheet: Sheet;
  set(color: string | null): void;
}

const fillKind: Kind<Paint> = defineKind<Paint>('ChartFill', () => ({
  actions: {
    SetSolidColor: (paint, args) => {
      guard(paint);
      paint.set(readColor(args.at(0)));
      touched(paint);
    },
    Clear: (paint) => {
      guard(paint);
      paint.set('none');
      touched(paint);
    },
  },
}));

/* ---- title, legend, axes, labels ---- */

const titleKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartTitle', () => ({
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

const legendKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartLegend', () => ({
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

const axesKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartAxes', () => ({
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

const labelsKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartDataLabels', () => ({
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

const labelFormatKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartDataLabelFormat', () => ({
  navigations: { Font: ({ sheet, chart }) => fontKind({ sheet, owner: chart.dataLabels }) },
}));

/* ---- series ---- */

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

const seriesListKind: Kind<ChartTarget> = defineKind<ChartTarget>('ChartSeriesCollection', () => ({
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

/* ---- the chart and the list ---- */

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
