/** What a conditional format lays over cells. */

import type { Border, DifferentialStyle } from '../../workbook/model';
import { readChoice, readColor, readFlag, readText } from '../args';
import type { Kind, Node } from '../schema';
import { defineKind, reads } from '../schema';
import type { Target } from './conditionalTarget';
import { setStyle } from './conditionalTarget';

const withoutMember = (style: DifferentialStyle, member: keyof DifferentialStyle): DifferentialStyle =>
  Object.fromEntries(Object.entries(style).filter(([name]) => name !== member));

type FontStyle = NonNullable<DifferentialStyle['font']>;

const setFont = (target: Target, change: FontStyle): void =>
  setStyle(target, { ...target.format.style, font: { ...target.format.style.font, ...change } });

const fontKind: Kind<Target> = defineKind<Target>('ConditionalRangeFont', () => ({
  scalars: {
    Color: {
      get: ({ format }) => format.style.font?.color ?? '',
      set: (target, value) => setFont(target, { color: readColor(value) }),
    },
    Bold: {
      get: ({ format }) => format.style.font?.bold ?? null,
      set: (target, value) => setFont(target, { bold: readFlag(value) }),
    },
    Italic: {
      get: ({ format }) => format.style.font?.italic ?? null,
      set: (target, value) => setFont(target, { italic: readFlag(value) }),
    },
    Strikethrough: {
      get: ({ format }) => format.style.font?.strikethrough ?? null,
      set: (target, value) => setFont(target, { strikethrough: readFlag(value) }),
    },
    Underline: {
      get: ({ format }) => format.style.font?.underline ?? null,
      set: (target, value) => setFont(target, { underline: readChoice(value, ['None', 'Single', 'Double'] as const) }),
    },
  },
  actions: {
    Clear: (target) => {
      setStyle(target, withoutMember(target.format.style, 'font'));
    },
  },
}));

const fillKind: Kind<Target> = defineKind<Target>('ConditionalRangeFill', () => ({
  scalars: {
    Color: {
      get: ({ format }) => format.style.fill ?? '',
      set: (target, value) => setStyle(target, { ...target.format.style, fill: readColor(value) }),
    },
  },
  actions: {
    Clear: (target) => {
      setStyle(target, withoutMember(target.format.style, 'fill'));
    },
  },
}));

const SIDES = { EdgeTop: 'top', EdgeBottom: 'bottom', EdgeLeft: 'left', EdgeRight: 'right' } as const;
type Side = keyof typeof SIDES;
const SIDE_WORDS = Object.keys(SIDES) as Side[];
const LINE_STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot'] as const;
const PLAIN: Border = { style: 'Continuous', weight: 'Thin', color: '#000000' };

interface BorderTarget extends Target {
  readonly side: Side;
}

const borderOf = ({ format, side }: BorderTarget): Border | null => format.style.borders?.[SIDES[side]] ?? null;

const setBorder = (target: BorderTarget, border: Border): void =>
  setStyle(target, { ...target.format.style, borders: { ...target.format.style.borders, [SIDES[target.side]]: border } });

const borderKind: Kind<BorderTarget> = defineKind<BorderTarget>('ConditionalRangeBorder', () => ({
  scalars: {
    SideIndex: reads(({ side }) => side),
    Style: {
      get: (target) => borderOf(target)?.style ?? 'None',
      set: (target, value) => setBorder(target, { ...(borderOf(target) ?? PLAIN), style: readChoice(value, LINE_STYLES) }),
    },
    Color: {
      get: (target) => borderOf(target)?.color ?? '',
      set: (target, value) => setBorder(target, { ...(borderOf(target) ?? PLAIN), color: readColor(value) }),
    },
  },
}));

const bordersKind: Kind<Target> = defineKind<Target>('ConditionalRangeBorderCollection', () => ({
  scalars: { Count: reads(() => SIDE_WORDS.length) },
  navigations: {
    Top: (target) => borderKind({ ...target, side: 'EdgeTop' }),
    Bottom: (target) => borderKind({ ...target, side: 'EdgeBottom' }),
    Left: (target) => borderKind({ ...target, side: 'EdgeLeft' }),
    Right: (target) => borderKind({ ...target, side: 'EdgeRight' }),
  },
  items: (target) => SIDE_WORDS.map((side) => borderKind({ ...target, side })),
  item: (target, key) => borderKind({ ...target, side: readChoice(key, SIDE_WORDS) }),
  objects: {
    GetItemAt: (target, args) => {
      const side = SIDE_WORDS[args.integer(0)];
      return side ? borderKind({ ...target, side }) : null;
    },
  },
}));

const looksKind: Kind<Target> = defineKind<Target>('ConditionalRangeFormat', () => ({
  scalars: {
    NumberFormat: {
      get: ({ format }) => format.style.numberFormat ?? '',
      set: (target, value) => setStyle(target, { ...target.format.style, numberFormat: readText(value) }),
    },
  },
  navigations: {
    Font: (target) => fontKind(target),
    Fill: (target) => fillKind(target),
    Borders: (target) => bordersKind(target),
  },
}));

export const withLooks = { Format: (target: Target): Node => looksKind(target) };
