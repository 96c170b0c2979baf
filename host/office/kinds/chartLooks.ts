/** Fonts, fills, borders and lines of the parts of a chart. */

import type { Font, Sheet } from '../../workbook/model';
import { readChoice, readColor, readFlag, readText } from '../args';
import type { Kind, Node, Property } from '../schema';
import { defineKind } from '../schema';
import type { Session } from '../session';
import type { Part } from './chartTarget';
import { always, guard, kept, property, readBetween, readSize, recall, remember, touched } from './chartTarget';

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

export const fontKind: Kind<FontTarget> = defineKind<FontTarget>('ChartFont', () => ({
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

export const fillKind: Kind<Paint> = defineKind<Paint>('ChartFill', () => ({
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

/** The font of a part that the workbook has no place for. */
export const fontOf = (part: Part, session: Session): Node => {
  const known = recall(part, 'font', session) as FontTarget['owner'] | undefined;
  const owner = known ?? { font: {} };
  if (!known) remember(part, 'font', owner, session);
  return fontKind({ sheet: part.sheet, owner });
};

/** The fill of a part that the workbook has no place for. */
export const fillOf = (part: Part, session: Session): Node =>
  fillKind({ sheet: part.sheet, set: (color) => remember(part, 'fill', color, session) });

const LINE_STYLES = [
  'None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Grey25', 'Grey50', 'Grey75', 'Automatic', 'RoundDot',
] as const; // prettier-ignore

/** Excel draws no line wider than this, in points. */
const MAX_WEIGHT = 1584;

const lineScalars = <T extends Part>(weight: number): Record<'LineStyle' | 'Weight', Property<T>> => ({
  LineStyle: kept('lineStyle', (value) => readChoice(value, LINE_STYLES), always('Continuous')),
  Weight: kept('weight', readBetween(0, MAX_WEIGHT), always(weight)),
});

const clearLine = (part: Part, session: Session): void => {
  guard(part);
  remember(part, 'lineStyle', 'None', session);
  touched(part);
};

export const borderKind: Kind<Part> = defineKind<Part>('ChartBorder', () => ({
  scalars: { Color: kept('color', readColor, always('#D9D9D9')), ...lineScalars<Part>(0.75) },
  actions: { Clear: (part, _args, session) => clearLine(part, session) },
}));

/** A line that may have its colour in the workbook. */
export interface LineTarget extends Part {
  readonly color: { get(): string; set(color: string): void } | null;
}

const lineOf = (weight: number) => (): ReturnType<Parameters<typeof defineKind<LineTarget>>[1]> => ({
  scalars: {
    Color: property<LineTarget>(
      (line, session) => line.color?.get() ?? recall(line, 'color', session) ?? '#D9D9D9',
      (line, value, session) => {
        const color = readColor(value);
        if (line.color) line.color.set(color);
        else remember(line, 'color', color, session);
      },
    ),
    ...lineScalars<LineTarget>(weight),
  },
  actions: {
    Clear: (line, _args, session) => {
      clearLine(line, session);
      line.color?.set('none');
    },
  },
});

/** The line of a series, drawn broader than those around it. */
export const seriesLineKind: Kind<LineTarget> = defineKind<LineTarget>('ChartLineFormat', lineOf(2.25));
const thinLineKind: Kind<LineTarget> = defineKind<LineTarget>('ChartLineFormat', lineOf(0.75));

export const borderOf = (part: Part): Node => borderKind({ ...part, path: `${part.path}border.` });
export const lineOfPart = (part: Part): Node => thinLineKind({ ...part, path: `${part.path}line.`, color: null });
