/** Column, bar and line charts of a sheet as SVG, readable by a screen reader through their title and description. */

import { niceScale, PALETTE } from '../workbook/chartDefaults';
import type { Chart, ChartSeries, Sheet } from '../workbook/model';
import { place } from './elements';
import { fromPoints, rowAxis } from './geometry';
import type { Axis } from './geometry';

/** Numbers and names behind a chart; `null` where a cell holds no number. */
export interface ChartNumbers {
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly series: ChartSeries;
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
}

/** Looks up the cells that a reference names, in order. */
export type ReadReference = (reference: string) => readonly { readonly value: number | null; readonly text: string }[];

const SVG = 'http://www.w3.org/2000/svg';

export function numbersOf(chart: Chart, read: ReadReference): ChartNumbers {
  const [first] = chart.series;
  const named = first?.categories ?? null;
  const categories = named === null ? [] : read(named).map((cell) => cell.text);
  return {
    categories,
    series: chart.series.map((series) => ({
      series,
      name: series.nameFormula === null ? series.name : (read(series.nameFormula)[0]?.text ?? series.name),
      values: read(series.values).map((cell) => cell.value),
    })),
  };
}

function svg(tag: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** Ends of each stacked block: positives grow upwards from zero, negatives downwards. */
export function stack(
  series: readonly (readonly (number | null)[])[],
  categories: number,
): { readonly from: number; readonly to: number }[][] {
  const up = new Array<number>(categories).fill(0);
  const down = new Array<number>(categories).fill(0);
  return series.map((values) =>
    Array.from({ length: categories }, (_, i) => {
      const value = values[i] ?? 0;
      const base = value < 0 ? down : up;
      const from = base[i] ?? 0;
      base[i] = from + value;
      return { from, to: from + value };
    }),
  );
}

function colorOf(series: ChartSeries, index: number, point: number): string {
  return series.pointColors.get(point) ?? series.color ?? PALETTE[index % PALETTE.length] ?? '#4472C4';
}

/** One chart as an SVG element of the chart's own size. */
export function chartElement(chart: Chart, numbers: ChartNumbers): SVGElement {
  const width = Math.round(fromPoints(chart.width));
  const height = Math.round(fromPoints(chart.height));
  const drawn = svg('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': chart.altText || chart.title.text || chart.name,
  });
  drawn.append(svg('rect', { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: '#ffffff', stroke: '#d9d9d9' }));
  if (chart.title.visible && chart.title.text !== '') {
    drawn.append(
      svg('text', { x: width / 2, y: 22, 'text-anchor': 'middle', 'font-size': 15, fill: '#404040' }, chart.title.text),
    );
  }
  const plot = { left: 64, top: 36, right: width - 14, bottom: height - 46 };
  const count = Math.max(numbers.categories.length, ...numbers.series.map(({ values }) => values.length), 1);
  const stacked = /Stacked/.test(chart.type);
  const horizontal = /^Bar/.test(chart.type);
  const blocks = stacked
    ? stack(
        numbers.series.map(({ values }) => values),
        count,
      )
    : numbers.series.map(({ values }) => Array.from({ length: count }, (_, i) => ({ from: 0, to: values[i] ?? 0 })));
  const scale = niceScale(blocks.flat().flatMap(({ from, to }) => [from, to]));
  const along = (value: number): number => (value - scale.low) / (scale.high - scale.low || 1);
  const valueAt = (value: number): number =>
    horizontal ? plot.left + along(value) * (plot.right - plot.left) : plot.bottom - along(value) * (plot.bottom - plot.top);

  for (let mark = scale.low; mark <= scale.high + scale.step / 2; mark += scale.step) {
    const at = valueAt(mark);
    drawn.append(
      horizontal
        ? svg('line', { x1: at, x2: at, y1: plot.top, y2: plot.bottom, stroke: '#e3e3e3' })
        : svg('line', { x1: plot.left, x2: plot.right, y1: at, y2: at, stroke: '#e3e3e3' }),
      horizontal
        ? svg(
            'text',
            { x: at, y: plot.bottom + 16, 'text-anchor': 'middle', 'font-size': 11, fill: '#595959' },
            compact.format(mark),
          )
        : svg(
            'text',
            { x: plot.left - 6, y: at + 4, 'text-anchor': 'end', 'font-size': 11, fill: '#595959' },
            compact.format(mark),
          ),
    );
  }
  const room = (horizontal ? plot.bottom - plot.top : plot.right - plot.left) / count;
  const lanes = stacked ? 1 : Math.max(1, numbers.series.length);
  const gap = (numbers.series[0]?.series.gapWidth ?? 100) / 100;
  const thick = room / (lanes + gap);
  numbers.series.forEach(({ series }, s) => {
    for (let i = 0; i < count; i += 1) {
      const block = blocks[s]?.[i];
      const fill = colorOf(series, s, i);
      if (block === undefined || block.from === block.to || fill === 'none') continue;
      const start = (horizontal ? plot.top : plot.left) + i * room + (room - thick * lanes) / 2 + (stacked ? 0 : s * thick);
      const [a, b] = [valueAt(block.from), valueAt(block.to)];
      drawn.append(
        horizontal
          ? svg('rect', { x: Math.min(a, b), y: start, width: Math.abs(a - b), height: thick, fill })
          : svg('rect', { x: start, y: Math.min(a, b), width: thick, height: Math.abs(a - b), fill }),
      );
    }
  });
  numbers.categories.forEach((category, i) => {
    const middle = (horizontal ? plot.top : plot.left) + (i + 0.5) * room;
    const lines = horizontal ? [category] : labelLines(category, Math.floor(room / PIXELS_A_LETTER));
    lines.forEach((line, l) =>
      drawn.append(
        horizontal
          ? svg('text', { x: plot.left - 6, y: middle + 4, 'text-anchor': 'end', 'font-size': 11, fill: '#404040' }, line)
          : svg(
              'text',
              { x: middle, y: plot.bottom + 15 + l * 13, 'text-anchor': 'middle', 'font-size': 11, fill: '#404040' },
              line,
            ),
      ),
    );
  });
  const zero = valueAt(0);
  drawn.append(
    horizontal
      ? svg('line', { x1: zero, x2: zero, y1: plot.top, y2: plot.bottom, stroke: '#7f7f7f' })
      : svg('line', { x1: plot.left, x2: plot.right, y1: zero, y2: zero, stroke: '#7f7f7f' }),
  );
  if (chart.legend.visible) drawn.append(...legend(numbers, width, height));
  return drawn;
}

const PIXELS_A_LETTER = 5.6;

/** A label in at most two lines of so many letters, broken between words; what does not fit ends in "…". */
export function labelLines(label: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && (last.length + 1 + word.length <= letters || lines.length === 2))
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => (line.length > letters && letters > 3 ? `${line.slice(0, letters - 1)}…` : line));
}

function legend(numbers: ChartNumbers, width: number, height: number): SVGElement[] {
  const shown = numbers.series.map((entry, s) => ({ ...entry, s })).filter(({ series }) => series.color !== 'none');
  const length = shown.reduce((sum, { name }) => sum + name.length * 6.2 + 30, 0);
  let x = Math.max(10, (width - length) / 2);
  return shown.flatMap(({ series, name, s }) => {
    const at = x;
    x += name.length * 6.2 + 30;
    return [
      svg('rect', { x: at, y: height - 20, width: 10, height: 10, fill: colorOf(series, s, -1) }),
      svg('text', { x: at + 15, y: height - 11, 'font-size': 11, fill: '#404040' }, name),
    ];
  });
}

/**
 * A sheet's charts at their places on the sheet. The workbook knows a place in points over rows of their set or standard
 * height; what counts is the row it names, which the page may have fitted higher.
 */
export function drawCharts(sheet: Sheet, rows: Axis, read: ReadReference): HTMLElement[] {
  const unfitted = rowAxis(sheet, new Map());
  return sheet.charts.map((chart) => {
    const box = document.createElement('div');
    box.className = 'grid-chart';
    const top = fromPoints(chart.top);
    const row = unfitted.at(top);
    place(box, { left: fromPoints(chart.left), top: rows.offset(row) + top - unfitted.offset(row) });
    box.append(chartElement(chart, numbersOf(chart, read)));
    return box;
  });
}
