/** A chart's part as the model knows it; null for kinds that it does not know, which then stay in the file untouched. */
import { dictionary } from '../../src/domain/dictionary';
import type { Chart, ChartAxis, ChartLabelPlace, ChartSeries, Font } from '../workbook/model';
import { chartType, isRound, type ChartKind } from './chartKinds';
import type { Palette } from './colors';
import { attribute, child, childrenNamed, descend, descendants, flag, numberAttribute, type XmlNode } from './xml';

export type ChartLook = Omit<Chart, 'id' | 'name' | 'left' | 'top' | 'width' | 'height' | 'altText'>;

const GROUPS = ['barChart', 'lineChart', 'pieChart', 'doughnutChart', 'areaChart'];
const AXES = ['catAx', 'valAx', 'dateAx', 'serAx'];

export function readChart(root: XmlNode, palette: Palette): ChartLook | null {
  const chart = child(root, 'chart');
  const plot = child(chart, 'plotArea');
  const groups = plot?.children.filter((node) => node.name.endsWith('Chart') || node.name.endsWith('Chart3D')) ?? [];
  const axisCount = plot?.children.filter((node) => AXES.includes(node.name)).length ?? 0;
  if (groups.length === 0 || axisCount > 2 || !groups.every((group) => GROUPS.includes(group.name))) return null;
  const kinds = groups.map(readKind);
  const types = kinds.map(chartType);
  const main = types[0] ?? null;
  if (main === null || types.some((type) => type === null)) return null;
  const series = groups.flatMap((group, i) =>
    childrenNamed(group, 'ser').map((node) => ({
      order: val(node, 'order'),
      look: readSeries(node, group, types[i] === main ? null : (types[i] ?? null), palette),
    })),
  );
  if (series.some(({ look }) => look === null)) return null;
  const title = child(chart, 'title');
  const deleted = flag(child(chart, 'autoTitleDeleted'), 'val');
  const labels = descendants(plot ?? root, 'dLbls')[0] ?? null;
  const horizontal = kinds[0]?.direction === 'bar';
  return {
    type: main,
    title: { text: title === null ? '' : richText(title), visible: title !== null && !deleted, font: readFont(title, palette) },
    legend: {
      visible: child(chart, 'legend') !== null,
      position: LEGEND[attribute(descend(chart, 'legend', 'legendPos'), 'val') ?? 'r'] ?? 'Right',
    },
    axes: {
      category: readAxis(child(plot, 'catAx') ?? child(plot, 'dateAx'), kinds[0], horizontal),
      value: readAxis(child(plot, 'valAx'), kinds[0], horizontal),
    },
    dataLabels: {
      visible: labels !== null,
      numberFormat: attribute(child(labels, 'numFmt'), 'formatCode') ?? '',
      font: readFont(child(labels, 'txPr'), palette),
    },
    series: series.toSorted((a, b) => a.order - b.order).flatMap(({ look }) => look ?? []),
  };
}

const LEGEND: Readonly<Record<string, Chart['legend']['position']>> = dictionary({
  t: 'Top',
  b: 'Bottom',
  l: 'Left',
  r: 'Right',
  tr: 'Corner',
});

const val = (node: XmlNode, name: string): number => numberAttribute(child(node, name), 'val') ?? 0;

function readKind(group: XmlNode): ChartKind {
  const direction = attribute(child(group, 'barDir'), 'val');
  const grouping = attribute(child(group, 'grouping'), 'val');
  const isLine = group.name === 'lineChart';
  const markers =
    isLine &&
    childrenNamed(group, 'ser').some((ser) => (attribute(descend(ser, 'marker', 'symbol'), 'val') ?? 'auto') !== 'none');
  return {
    element: group.name as ChartKind['element'],
    ...(direction === 'col' || direction === 'bar' ? { direction } : group.name === 'barChart' ? { direction: 'col' } : {}),
    ...(grouping === null ? {} : { grouping: grouping as NonNullable<ChartKind['grouping']> }),
    ...(isLine ? { markers } : {}),
  };
}

/** Null where the values are no reference. */
function readSeries(node: XmlNode, group: XmlNode, type: string | null, palette: Palette): ChartSeries | null {
  const values = referenceOf(child(node, 'val'));
  if (values === null) return null;
  const name = child(node, 'tx');
  const labels = child(node, 'dLbls') ?? child(group, 'dLbls');
  const isLine = group.name === 'lineChart';
  const points = childrenNamed(node, 'dPt').flatMap((point): [number, string][] => {
    const color = readShape(child(point, 'spPr'), isLine, palette);
    return color === null ? [] : [[val(point, 'idx'), color]];
  });
  return {
    name:
      child(name, 'v')?.text ??
      descendants(name ?? node, 'strCache')[0]?.children.find((each) => each.name === 'pt')?.children[0]?.text ??
      '',
    nameFormula: referenceOf(name),
    values,
    categories: referenceOf(child(node, 'cat')),
    type,
    color: readShape(child(node, 'spPr'), isLine, palette),
    pointColors: new Map(points),
    gapWidth: numberAttribute(child(group, 'gapWidth'), 'val'),
    overlap: numberAttribute(child(group, 'overlap'), 'val'),
    dataLabels: labels !== null && flag(child(labels, 'showVal'), 'val') && !flag(child(labels, 'delete'), 'val'),
  };
}

function referenceOf(node: XmlNode | null): string | null {
  const holder = node?.children.find((each) => each.name.endsWith('Ref'));
  return child(holder, 'f')?.text ?? null;
}

function readShape(shape: XmlNode | null, isLine: boolean, palette: Palette): string | null {
  const paint = isLine ? child(shape, 'ln') : shape;
  if (paint === null) return null;
  if (child(paint, 'noFill') !== null) return 'none';
  return readColor(child(paint, 'solidFill'), palette);
}

function readColor(fill: XmlNode | null, palette: Palette): string | null {
  const color = fill?.children[0];
  if (color === undefined) return null;
  const name = attribute(color, 'val') ?? '';
  if (color.name === 'srgbClr') return `#${name.toUpperCase()}`;
  return color.name === 'schemeClr' ? palette.scheme(name) : null;
}

const richText = (title: XmlNode): string =>
  descendants(title, 'p')
    .map((paragraph) =>
      descendants(paragraph, 't')
        .map((each) => each.text)
        .join(''),
    )
    .join('\n') ||
  (descendants(title, 'v')[0]?.text ?? '');

function readFont(holder: XmlNode | null, palette: Palette): Partial<Font> {
  const node = holder === null ? null : (descendants(holder, 'rPr')[0] ?? descendants(holder, 'defRPr')[0] ?? null);
  if (node === null) return {};
  const size = numberAttribute(node, 'sz');
  const color = readColor(child(node, 'solidFill'), palette);
  const name = attribute(child(node, 'latin'), 'typeface');
  return {
    ...(name === null ? {} : { name }),
    ...(size === null ? {} : { size: size / 100 }),
    ...(attribute(node, 'b') === null ? {} : { bold: flag(node, 'b') }),
    ...(attribute(node, 'i') === null ? {} : { italic: flag(node, 'i') }),
    ...(attribute(node, 'u') === 'sng' ? { underline: 'Single' as const } : {}),
    ...(color === null ? {} : { color }),
  };
}

const LABELS: Readonly<Record<string, ChartLabelPlace>> = dictionary({
  nextTo: 'NextToAxis',
  high: 'High',
  low: 'Low',
  none: 'None',
});

function readAxis(node: XmlNode | null, kind: ChartKind | undefined, horizontal: boolean): ChartAxis {
  const none = node === null && kind !== undefined && isRound(kind);
  const scaling = child(node, 'scaling');
  const title = child(node, 'title');
  return {
    visible: !none && !flag(child(node, 'delete'), 'val'),
    title: title === null ? '' : richText(title),
    numberFormat: attribute(child(node, 'numFmt'), 'formatCode') ?? '',
    minimum: numberAttribute(child(scaling, 'min'), 'val'),
    maximum: numberAttribute(child(scaling, 'max'), 'val'),
    majorUnit: numberAttribute(child(node, 'majorUnit'), 'val'),
    majorGridlines: child(node, 'majorGridlines') !== null,
    reversed: attribute(child(scaling, 'orientation'), 'val') === 'maxMin' && (horizontal || node !== null),
    labels: LABELS[attribute(child(node, 'tickLblPos'), 'val') ?? ''] ?? null,
  };
}
