/** A chart's part, in DrawingML (ECMA-376 part 1, 21.2). */
import { parseA1, splitSheet } from '../workbook/address';
import type { Chart, ChartAxis, ChartLabelPlace, ChartSeries, Font, Scalar, Workbook } from '../workbook/model';
import { CHART_KINDS, isRound, type ChartKind } from './chartKinds';
import { element, escapeXml, XML_HEAD } from './xml';

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const CATEGORY_AXIS = 500_000_001;
const VALUE_AXIS = 500_000_002;
/** A saved chart carries its numbers, so that it can be shown before the sheet is read; longer series do not need it. */
const MOST_CACHED = 2000;

/**
 * The kind that a series is drawn as; a variant that is not known (3-D, exploded) as the plain one of its family.
 * @throws RangeError on a family that cannot be written
 */
function kindOf(chart: Chart, series: ChartSeries | null): ChartKind {
  const type = series?.type ?? chart.type;
  const family = ['Column', 'Bar', 'Line', 'Pie', 'Doughnut', 'Area'].find((word) => type.includes(word)) ?? '';
  const kind = CHART_KINDS[type] ?? CHART_KINDS[family] ?? CHART_KINDS[`${family}Clustered`];
  if (kind === undefined) throw new RangeError(`Charts of type ${type} cannot be written.`);
  return kind;
}

export function chartPart(workbook: Workbook, chart: Chart): string {
  const main = kindOf(chart, null);
  const groups = groupedSeries(chart).map(({ kind, members }) => groupElement(workbook, chart, kind, members));
  const horizontal = main.direction === 'bar';
  const axes = isRound(main)
    ? ''
    : categoryAxis(chart.axes.category, horizontal, chart.axes.value.reversed) +
      valueAxis(chart.axes.value, horizontal, chart.axes.category.reversed);
  const title = chart.title.visible ? titleElement(chart.title.text, chart.title.font) : '';
  const legend = chart.legend.visible
    ? `<c:legend>${value('legendPos', LEGEND[chart.legend.position])}${value('overlay', 0)}</c:legend>`
    : '';
  return (
    `${XML_HEAD}<c:chartSpace ${NAMESPACES}>${value('date1904', workbook.date1904 ? 1 : 0)}${value('roundedCorners', 0)}` +
    `<c:chart>${title}${value('autoTitleDeleted', chart.title.visible ? 0 : 1)}<c:plotArea><c:layout/>${groups.join('')}${axes}</c:plotArea>` +
    `${legend}${value('plotVisOnly', 1)}${value('dispBlanksAs', 'gap')}</c:chart></c:chartSpace>`
  );
}

const LEGEND: Readonly<Record<Chart['legend']['position'], string>> = {
  Top: 't',
  Bottom: 'b',
  Left: 'l',
  Right: 'r',
  Corner: 'tr',
};

const value = (name: string, val: string | number): string => `<c:${name} val="${val}"/>`;

interface Member {
  readonly series: ChartSeries;
  readonly index: number;
}

/** Series drawn alike stand together; the chart's own kind comes first. */
function groupedSeries(chart: Chart): { readonly kind: ChartKind; readonly members: readonly Member[] }[] {
  const groups = new Map<ChartKind, Member[]>([[kindOf(chart, null), []]]);
  chart.series.forEach((series, index) => {
    const kind = kindOf(chart, series);
    groups.set(kind, [...(groups.get(kind) ?? []), { series, index }]);
  });
  return [...groups].filter(([, members], i) => i === 0 || members.length > 0).map(([kind, members]) => ({ kind, members }));
}

function groupElement(workbook: Workbook, chart: Chart, kind: ChartKind, members: readonly Member[]): string {
  const series = members.map(({ series: each, index }) => seriesElement(workbook, chart, kind, each, index)).join('');
  const first = members[0]?.series;
  const stacked = kind.grouping === 'stacked' || kind.grouping === 'percentStacked';
  const overlap = first?.overlap ?? (stacked ? 100 : null);
  const axes = isRound(kind) ? '' : value('axId', CATEGORY_AXIS) + value('axId', VALUE_AXIS);
  const bars =
    kind.element === 'barChart'
      ? value('gapWidth', first?.gapWidth ?? 150) + (overlap === null ? '' : value('overlap', overlap))
      : '';
  return element(
    `c:${kind.element}`,
    {},
    (kind.direction === undefined ? '' : value('barDir', kind.direction)) +
      (kind.grouping === undefined ? '' : value('grouping', kind.grouping)) +
      value('varyColors', isRound(kind) ? 1 : 0) +
      series +
      bars +
      (kind.element === 'lineChart' ? value('marker', 1) : '') +
      (isRound(kind) ? value('firstSliceAng', 0) : '') +
      (kind.element === 'doughnutChart' ? value('holeSize', 60) : '') +
      axes,
  );
}

function seriesElement(workbook: Workbook, chart: Chart, kind: ChartKind, series: ChartSeries, index: number): string {
  const isLine = kind.element === 'lineChart';
  const points = [...series.pointColors]
    .toSorted(([a], [b]) => a - b)
    .map(
      ([point, color]) =>
        `<c:dPt>${value('idx', point)}${kind.element === 'barChart' ? value('invertIfNegative', 0) : ''}${value('bubble3D', 0)}${shape(color, isLine)}</c:dPt>`,
    );
  return element(
    'c:ser',
    {},
    value('idx', index) +
      value('order', index) +
      nameElement(workbook, series) +
      shape(series.color, isLine) +
      (kind.element === 'barChart' ? value('invertIfNegative', 0) : '') +
      (isLine ? `<c:marker>${value('symbol', kind.markers === true ? 'circle' : 'none')}</c:marker>` : '') +
      points.join('') +
      labels(chart, series) +
      (series.categories === null ? '' : `<c:cat>${reference(workbook, series.categories, 'either')}</c:cat>`) +
      `<c:val>${reference(workbook, series.values, 'numbers')}</c:val>` +
      (isLine ? value('smooth', 0) : ''),
  );
}

function nameElement(workbook: Workbook, series: ChartSeries): string {
  if (series.nameFormula !== null) return `<c:tx>${reference(workbook, series.nameFormula, 'texts')}</c:tx>`;
  return series.name === '' ? '' : `<c:tx><c:v>${escapeXml(series.name)}</c:v></c:tx>`;
}

/** Fill of a bar or slice, stroke of a line; "none" makes it invisible, as the stilts of a waterfall are. */
function shape(color: string | null, isLine: boolean): string {
  if (color === null) return '';
  if (color === 'none') return '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
  const fill = solid(color);
  return isLine ? `<c:spPr><a:ln w="28575" cap="rnd">${fill}<a:round/></a:ln></c:spPr>` : `<c:spPr>${fill}</c:spPr>`;
}

const solid = (color: string): string => `<a:solidFill><a:srgbClr val="${color.replace('#', '').toUpperCase()}"/></a:solidFill>`;

function labels(chart: Chart, series: ChartSeries): string {
  if (!series.dataLabels) return '';
  const format = chart.dataLabels.numberFormat;
  const font = fontProperties('a:defRPr', chart.dataLabels.font);
  return (
    `<c:dLbls>${format === '' ? '' : element('c:numFmt', { formatCode: format, sourceLinked: 0 })}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${font}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>` +
    `${value('showLegendKey', 0)}${value('showVal', 1)}${value('showCatName', 0)}${value('showSerName', 0)}${value('showPercent', 0)}${value('showBubbleSize', 0)}</c:dLbls>`
  );
}

function fontProperties(name: string, font: Partial<Font>): string {
  const content =
    (font.color === undefined ? '' : solid(font.color)) +
    (font.name === undefined ? '' : element('a:latin', { typeface: font.name }));
  const set = {
    sz: font.size === undefined ? null : Math.round(font.size * 100),
    b: font.bold,
    i: font.italic,
    u: font.underline === 'Single' ? 'sng' : null,
  };
  return element(name, set, content);
}

function titleElement(text: string, font: Partial<Font>): string {
  const run = fontProperties('a:rPr', font).replace('<a:rPr', '<a:rPr lang="en-US"');
  const paragraphs = text
    .split('\n')
    .map((line) => `<a:p><a:pPr>${fontProperties('a:defRPr', font)}</a:pPr><a:r>${run}<a:t>${escapeXml(line)}</a:t></a:r></a:p>`);
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${paragraphs.join('')}</c:rich></c:tx>${value('overlay', 0)}</c:title>`;
}

const LABELS: Readonly<Record<ChartLabelPlace, string>> = { NextToAxis: 'nextTo', High: 'high', Low: 'low', None: 'none' };

function categoryAxis(axis: ChartAxis, horizontal: boolean, otherReversed: boolean): string {
  return element(
    'c:catAx',
    {},
    value('axId', CATEGORY_AXIS) +
      axisHead(axis, horizontal ? 'l' : 'b') +
      value('majorTickMark', 'none') +
      value('minorTickMark', 'none') +
      value('tickLblPos', LABELS[axis.labels ?? 'Low']) +
      value('crossAx', VALUE_AXIS) +
      value('crosses', otherReversed ? 'max' : 'autoZero') +
      value('auto', 1) +
      value('lblAlgn', 'ctr') +
      value('lblOffset', 100) +
      value('noMultiLvlLbl', 0),
  );
}

function valueAxis(axis: ChartAxis, horizontal: boolean, otherReversed: boolean): string {
  return element(
    'c:valAx',
    {},
    value('axId', VALUE_AXIS) +
      axisHead(axis, horizontal ? 'b' : 'l') +
      value('majorTickMark', 'none') +
      value('minorTickMark', 'none') +
      value('tickLblPos', LABELS[axis.labels ?? 'NextToAxis']) +
      value('crossAx', CATEGORY_AXIS) +
      value('crosses', otherReversed ? 'max' : 'autoZero') +
      value('crossBetween', 'between') +
      (axis.majorUnit === null ? '' : value('majorUnit', axis.majorUnit)),
  );
}

function axisHead(axis: ChartAxis, position: string): string {
  const scaling =
    value('orientation', axis.reversed ? 'maxMin' : 'minMax') +
    (axis.maximum === null ? '' : value('max', axis.maximum)) +
    (axis.minimum === null ? '' : value('min', axis.minimum));
  const grid =
    '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  return (
    `<c:scaling>${scaling}</c:scaling>${value('delete', axis.visible ? 0 : 1)}${value('axPos', position)}${axis.majorGridlines ? grid : ''}` +
    (axis.title === '' ? '' : titleElement(axis.title, {})) +
    (axis.numberFormat === '' ? '' : element('c:numFmt', { formatCode: axis.numberFormat, sourceLinked: 0 }))
  );
}

/** A reference with the values it has now. Several areas (`(A1,B2)`) go without. */
function reference(workbook: Workbook, formula: string, kind: 'numbers' | 'texts' | 'either'): string {
  const text = formula.replace(/^=/, '');
  const values = cachedValues(workbook, text);
  const numeric =
    kind === 'numbers' ||
    (kind === 'either' &&
      values !== null &&
      values.length > 0 &&
      values.every((each) => typeof each === 'number' || each === null));
  const name = numeric ? 'num' : 'str';
  return `<c:${name}Ref><c:f>${escapeXml(text)}</c:f>${values === null ? '' : cache(name, values)}</c:${name}Ref>`;
}

function cache(name: 'num' | 'str', values: readonly Scalar[]): string {
  const points = values.map((each, i) => {
    if (each === null || typeof each === 'object' || (name === 'num' && typeof each !== 'number')) return '';
    return `<c:pt idx="${i}"><c:v>${escapeXml(String(each))}</c:v></c:pt>`;
  });
  return `<c:${name}Cache>${name === 'num' ? '<c:formatCode>General</c:formatCode>' : ''}${value('ptCount', values.length)}${points.join('')}</c:${name}Cache>`;
}

function cachedValues(workbook: Workbook, formula: string): Scalar[] | null {
  const { sheet: name, local } = splitSheet(formula);
  const sheet = name === null ? null : workbook.sheet(name);
  const area = parseA1(local);
  if (sheet === null || area === null) return null;
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > MOST_CACHED) return null;
  const values: Scalar[] = [];
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1) values.push(sheet.value(row, column));
  return values;
}
