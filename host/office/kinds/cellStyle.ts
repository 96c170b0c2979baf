/** Named cell styles: of a range, and as objects of their own. */

import type { Border, BorderEdge, BorderStyle, BorderWeight, Font, Style, StylePatch } from '../../workbook/model';
import { readChoice, readColor, readFlag, readInteger, readNumber, readText } from '../args';
import type { CellAreas } from '../cells';
import { refuse } from '../errors';
import type { Includes, NamedStyle } from '../namedStyles';
import { NORMAL, addStyle, changeStyle, deleteStyle, findStyle, laidOver, stylesOf } from '../namedStyles';
import { guardOption } from '../protection';
import { defineKind, reads, type Kind, type Node, type Property } from '../schema';
import type { Session } from '../session';
import { common, stylesIn } from '../styles';
import { alignmentOf } from './alignment';

/** The style that all cells have; null where they differ. */
export const cellStyle = ({ sheet, areas }: CellAreas, session: Session): string | null =>
  common(stylesIn(session.workbook.styles, sheet, areas), (style) => style.named ?? NORMAL);

/** Gives cells a named style, which takes the place of the formats that it includes. @throws Refusal InvalidArgument for a style that is not there */
export const setCellStyle = ({ sheet, areas }: CellAreas, value: unknown, session: Session): void => {
  guardOption(sheet, 'allowFormatCells');
  const found = findStyle(session, readText(value));
  if (!found) throw refuse('InvalidArgument');
  for (const area of areas) sheet.changeStyle(area, (style) => laidOver(style, found));
};

const member = (pick: (style: Style) => unknown, toPatch: (value: unknown) => StylePatch): Property<NamedStyle> => ({
  get: ({ style }) => pick(style),
  set: (target, value, session) => changeStyle(target, toPatch(value), session),
});

const includes = (name: keyof Includes): Property<NamedStyle> => ({
  get: (target) => target.includes[name],
  set: (target, value) => (target.includes = { ...target.includes, [name]: readFlag(value) }),
});

const only = (word: boolean | string | number): Property<NamedStyle> => ({
  get: () => word,
  set: (_target, value) => {
    if (value !== word) throw refuse('ApiNotFound', `A style with ${JSON.stringify(value)} here is not part of this host.`);
  },
});

const readWithin = (value: unknown, low: number, high: number): number => {
  const number = readInteger(value);
  if (number < low || number > high) throw refuse('InvalidArgument');
  return number;
};

const numberFormat = member(
  (style) => style.numberFormat,
  (value) => ({ numberFormat: readText(value) }),
);

const styleKind: Kind<NamedStyle> = defineKind<NamedStyle>('Style', () => ({
  scalars: {
    Name: reads(({ name }) => name),
    BuiltIn: reads(({ isBuiltIn }) => isBuiltIn),
    NumberFormat: numberFormat,
    NumberFormatLocal: numberFormat,
    ...alignmentOf(member),
    IndentLevel: member(
      (style) => style.indent,
      (value) => ({ indent: readWithin(value, 0, 250) }),
    ),
    TextOrientation: member(
      (style) => style.rotation,
      (value) => ({ rotation: value === 180 ? 180 : readWithin(value, -90, 90) }),
    ),
    Locked: member(
      (style) => style.locked,
      (value) => ({ locked: readFlag(value) }),
    ),
    FormulaHidden: member(
      (style) => style.formulaHidden,
      (value) => ({ formulaHidden: readFlag(value) }),
    ),
    AutoIndent: only(false),
    ReadingOrder: only('Context'),
    IncludeNumber: includes('number'),
    IncludeFont: includes('font'),
    IncludeAlignment: includes('alignment'),
    IncludeBorder: includes('border'),
    IncludePatterns: includes('patterns'),
    IncludeProtection: includes('protection'),
  },
  navigations: {
    Font: (target) => styleFontKind(target),
    Fill: (target) => styleFillKind(target),
    Borders: (target) => styleBordersKind(target),
  },
  actions: { Delete: (target, _args, session) => deleteStyle(target, session) },
}));

const font = <K extends keyof Font>(name: K, read: (value: unknown) => Font[K]): Property<NamedStyle> =>
  member(
    (style) => style.font[name],
    (value) => ({ font: { [name]: read(value) } }),
  );

const readSize = (value: unknown): number => {
  const size = readNumber(value);
  if (size < 1 || size > 409) throw refuse('InvalidArgument');
  return size;
};

const UNDERLINES = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] as const;

const styleFontKind: Kind<NamedStyle> = defineKind<NamedStyle>('RangeFont', () => ({
  scalars: {
    Name: font('name', readText),
    Size: font('size', readSize),
    Color: font('color', readColor),
    Bold: font('bold', readFlag),
    Italic: font('italic', readFlag),
    Strikethrough: font('strikethrough', readFlag),
    Underline: font('underline', (value) => readChoice(value, UNDERLINES)),
  },
}));

const styleFillKind: Kind<NamedStyle> = defineKind<NamedStyle>('RangeFill', () => ({
  scalars: {
    Color: member(
      (style) => style.fill ?? '#FFFFFF',
      (value) => ({ fill: value === '' ? null : readColor(value) }),
    ),
  },
  actions: { Clear: (target, _args, session) => changeStyle(target, { fill: null }, session) },
}));

/** A style has the four edges of a cell and its diagonals. */
const EDGES: Readonly<Record<string, BorderEdge>> = {
  EdgeTop: 'top',
  EdgeBottom: 'bottom',
  EdgeLeft: 'left',
  EdgeRight: 'right',
  DiagonalDown: 'diagonalDown',
  DiagonalUp: 'diagonalUp',
};
const SIDES = Object.keys(EDGES);

interface BorderTarget {
  readonly target: NamedStyle;
  readonly side: string;
  readonly edge: BorderEdge;
}

const BORDER_STYLES: readonly BorderStyle[] = [
  'None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot',
]; // prettier-ignore
const WEIGHTS: readonly BorderWeight[] = ['Hairline', 'Thin', 'Medium', 'Thick'];
const PLAIN: Border = { style: 'Continuous', weight: 'Thin', color: '#000000' };

const borderMember = (
  pick: (border: Border | null) => string,
  change: (border: Border, value: unknown) => Border | null,
): Property<BorderTarget> => ({
  get: ({ target, edge }) => pick(target.style.borders[edge]),
  set: ({ target, edge }, value, session) =>
    changeStyle(target, { borders: { [edge]: change(target.style.borders[edge] ?? PLAIN, value) } }, session),
});

const styleBorderKind: Kind<BorderTarget> = defineKind<BorderTarget>('RangeBorder', () => ({
  scalars: {
    SideIndex: reads(({ side }) => side),
    Style: borderMember(
      (border) => border?.style ?? 'None',
      (border, value) => {
        const style = readChoice(value, BORDER_STYLES);
        return style === 'None' ? null : { ...border, style };
      },
    ),
    Weight: borderMember(
      (border) => border?.weight ?? 'Thin',
      (border, value) => ({ ...border, weight: readChoice(value, WEIGHTS) }),
    ),
    Color: borderMember(
      (border) => border?.color ?? '#000000',
      (border, value) => ({ ...border, color: readColor(value) }),
    ),
  },
}));

const borderNode = (target: NamedStyle, side: string): Node | null => {
  const edge = EDGES[side];
  return edge ? styleBorderKind({ target, side, edge }) : null;
};

const styleBordersKind: Kind<NamedStyle> = defineKind<NamedStyle>('RangeBorderCollection', () => ({
  scalars: { Count: reads(() => SIDES.length) },
  items: (target) => SIDES.flatMap((side) => borderNode(target, side) ?? []),
  item: (target, key) => borderNode(target, readChoice(key, SIDES)),
  objects: { GetItemAt: (target, args) => borderNode(target, SIDES[args.integer(0)] ?? '') },
}));

const byName = (name: unknown, session: Session): Node | null => {
  const found = findStyle(session, readText(name));
  return found && styleKind(found);
};

export const stylesKind: Kind<Session> = defineKind<Session>('StyleCollection', () => ({
  items: (session) => stylesOf(session).map((style) => styleKind(style)),
  item: (session, key) => byName(key, session),
  objects: {
    GetItem: (session, args) => byName(args.at(0), session),
    GetItemAt: (session, args) => {
      const style = stylesOf(session)[args.integer(0)];
      if (!style) throw refuse('InvalidArgument');
      return styleKind(style);
    },
  },
  actions: {
    Add: (session, args) => void addStyle(session, args.text(0)),
    GetCount: (session) => stylesOf(session).length,
  },
}));
