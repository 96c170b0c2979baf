/** Title and legend of a chart. */

import { readChoice, readFlag, readText } from '../args';
import { findCells } from '../cells';
import { refuse } from '../errors';
import type { Kind } from '../schema';
import { defineKind, reads } from '../schema';
import type { Session } from '../session';
import { borderOf, fillOf, fontKind, fontOf } from './chartLooks';
import type { Part, SeriesTarget } from './chartTarget';
import { always, guard, kept, property, touched, within } from './chartTarget';
import { textScalars } from './chartTexts';

const POSITIONS = ['Automatic', 'Top', 'Bottom', 'Left', 'Right'] as const;

/** The text of the one cell that a title's formula names. @throws Refusal InvalidArgument for anything else. */
export const readTitleFormula = (value: unknown, session: Session): string => {
  const formula = readText(value);
  const cells = formula.startsWith('=') ? findCells(session.workbook, formula, session.workbook.activeSheet) : null;
  if (!cells) throw refuse('InvalidArgument');
  return cells.sheet.text(cells.area.top, cells.area.left);
};

export const titleKind: Kind<Part> = defineKind<Part>('ChartTitle', () => ({
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
    Overlay: kept('overlay', readFlag, always(false)),
    Position: kept('position', (value) => readChoice(value, POSITIONS), always('Top')),
    ShowShadow: kept('shadow', readFlag, always(false)),
    ...textScalars<Part>(),
  },
  navigations: { Format: (part) => titleFormatKind(part) },
  objects: {
    GetSubstring: (part, args) => {
      const [start, length] = [args.integer(0), args.integer(1)];
      const { text } = part.chart.title;
      if (start < 0 || length < 1 || start + length > text.length) throw refuse('InvalidArgument');
      return substringKind(within(part, `text:${start}:${length}`));
    },
  },
  actions: {
    SetFormula: (part, args, session) => {
      guard(part);
      part.chart.title.text = readTitleFormula(args.at(0), session);
      part.chart.title.visible = true;
      touched(part);
    },
  },
}));

const titleFormatKind: Kind<Part> = defineKind<Part>('ChartTitleFormat', () => ({
  navigations: {
    Font: ({ sheet, chart }) => fontKind({ sheet, owner: chart.title }),
    Fill: fillOf,
    Border: borderOf,
  },
}));

const substringKind: Kind<Part> = defineKind<Part>('ChartFormatString', () => ({ navigations: { Font: fontOf } }));

const LEGEND_POSITIONS = ['Top', 'Bottom', 'Left', 'Right', 'Corner'] as const;

export const legendKind: Kind<Part> = defineKind<Part>('ChartLegend', () => ({
  scalars: {
    Visible: property(
      ({ chart }) => chart.legend.visible,
      ({ chart }, value) => (chart.legend.visible = readFlag(value)),
    ),
    Position: property(
      ({ chart }) => chart.legend.position,
      ({ chart }, value) => (chart.legend.position = readChoice(value, LEGEND_POSITIONS)),
    ),
    Overlay: kept('overlay', readFlag, always(false)),
    ShowShadow: kept('shadow', readFlag, always(false)),
  },
  navigations: {
    Format: (part) => legendFormatKind(part),
    LegendEntries: (part) => entriesKind(part),
  },
}));

const legendFormatKind: Kind<Part> = defineKind<Part>('ChartLegendFormat', () => ({
  navigations: { Font: fontOf, Fill: fillOf, Border: borderOf },
}));

const entriesOf = ({ sheet, chart }: Part): SeriesTarget[] =>
  chart.series.map((series) => ({ sheet, chart, series, owner: series, path: 'legendEntry.' }));

const entriesKind: Kind<Part> = defineKind<Part>('ChartLegendEntryCollection', () => ({
  items: (part) => entriesOf(part).map((entry) => entryKind(entry)),
  objects: {
    GetItemAt: (part, args) => {
      const entry = entriesOf(part)[args.integer(0)];
      if (!entry) throw refuse('InvalidArgument');
      return entryKind(entry);
    },
  },
  actions: { GetCount: ({ chart }) => chart.series.length },
}));

const entryKind: Kind<SeriesTarget> = defineKind<SeriesTarget>('ChartLegendEntry', () => ({
  scalars: {
    Index: reads(({ chart, series }) => chart.series.indexOf(series)),
    Visible: kept('visible', readFlag, always(true)),
  },
}));
