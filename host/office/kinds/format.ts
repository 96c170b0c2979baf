/** RangeFormat and what hangs on it: fill, font, borders, protection, alignment, sizes. */

import { columnsOf, rowsOf } from '../../workbook/area';
import type { Area, Border, BorderEdge, BorderStyle, BorderWeight, Font, Sheet, Style, StylePatch } from '../../workbook/model';
import { readChoice, readColor, readFlag, readInteger, readNumber, readText } from '../args';
import type { CellAreas } from '../cells';
import { refuse } from '../errors';
import { toCharacters, toPoints } from '../measures';
import { guardOption } from '../protection';
import { defineKind, reads, type Property, type Kind } from '../schema';
import type { Session } from '../session';
import { common, stylesIn } from '../styles';
import { alignmentOf } from './alignment';

const patch = ({ sheet, areas }: CellAreas, change: StylePatch): void => {
  guardOption(sheet, 'allowFormatCells');
  for (const area of areas) sheet.patchStyle(area, change);
};

const shared = <V>({ sheet, areas }: CellAreas, session: Session, pick: (style: Style) => V): V | null =>
  common(stylesIn(session.workbook.styles, sheet, areas), pick);

/** A member of the style: what all cells have in common (null or another word where they differ), and a patch to set it. */
const styled = (
  pick: (style: Style) => unknown,
  toPatch: (value: unknown) => StylePatch,
  whenMixed: unknown = null,
): Property<CellAreas> => ({
  get: (areas, session) => shared(areas, session, pick) ?? whenMixed,
  set: (areas, value) => patch(areas, toPatch(value)),
});

/** Excel has one number for "text stacked downwards". */
const VERTICAL_TEXT = 180;

const readRotation = (value: unknown): number => {
  const degrees = readInteger(value);
  if ((degrees < -90 || degrees > 90) && degrees !== VERTICAL_TEXT) throw refuse('InvalidArgument');
  return degrees;
};

const readIndent = (value: unknown): number => {
  const indent = readInteger(value);
  if (indent < 0 || indent > 250) throw refuse('InvalidArgument');
  return indent;
};

const sameOver = (first: number, last: number, read: (index: number) => number): number | null => {
  const value = read(first);
  for (let index = first + 1; index <= last; index += 1) if (read(index) !== value) return null;
  return value;
};

const sameSize = ({ sheet, areas }: CellAreas, read: (sheet: Sheet, area: Area) => number | null): number | null => {
  const sizes = areas.map((area) => read(sheet, area));
  return sizes.every((size) => size === sizes[0]) ? (sizes[0] ?? null) : null;
};

const MAX_ROW_HEIGHT = 409.5;
const MAX_COLUMN_CHARACTERS = 255;

const columnWidth: Property<CellAreas> = {
  get: (areas) =>
    sameSize(areas, (sheet, area) => sameOver(area.left, area.right, (column) => toPoints(sheet.columnWidth(column)))),
  set: ({ sheet, areas }, value) => {
    guardOption(sheet, 'allowFormatColumns');
    const characters = toCharacters(readNumber(value));
    if (characters < 0 || characters > MAX_COLUMN_CHARACTERS + 1) throw refuse('InvalidArgument');
    for (const area of areas) sheet.setColumnWidth(area.left, area.right, characters);
  },
};

const rowHeight: Property<CellAreas> = {
  get: (areas) => sameSize(areas, (sheet, area) => sameOver(area.top, area.bottom, (row) => sheet.rowHeight(row))),
  set: ({ sheet, areas }, value) => {
    guardOption(sheet, 'allowFormatRows');
    const points = readNumber(value);
    if (points < 0 || points > MAX_ROW_HEIGHT) throw refuse('InvalidArgument');
    for (const area of areas) sheet.setRowHeight(area.top, area.bottom, points);
  },
};

const useStandardWidth: Property<CellAreas> = {
  get: (areas) =>
    sameSize(areas, (sheet, area) => sameOver(area.left, area.right, (column) => sheet.columnWidth(column))) ===
    areas.sheet.standardWidth,
  set: ({ sheet, areas }, value) => {
    if (!readFlag(value)) return;
    guardOption(sheet, 'allowFormatColumns');
    for (const area of areas) sheet.setColumnWidth(area.left, area.right, sheet.standardWidth);
  },
};

const useStandardHeight: Property<CellAreas> = {
  get: (areas) =>
    sameSize(areas, (sheet, area) => sameOver(area.top, area.bottom, (row) => sheet.rowHeight(row))) ===
    areas.sheet.standardHeight,
  set: ({ sheet, areas }, value) => {
    if (!readFlag(value)) return;
    guardOption(sheet, 'allowFormatRows');
    for (const area of areas) sheet.setRowHeight(area.top, area.bottom, sheet.standardHeight);
  },
};

/** What the host's styles do not keep is as Excel makes it, and may only be set to that. */
const only = <T = CellAreas>(word: boolean | string | number): Property<T> => ({
  get: () => word,
  set: (_target, value) => {
    if (value !== word) throw refuse('ApiNotFound', `A format with ${JSON.stringify(value)} here is not part of this host.`);
  },
});

export const formatKind: Kind<CellAreas> = defineKind<CellAreas>('RangeFormat', () => ({
  scalars: {
    ...alignmentOf(styled),
    IndentLevel: styled(
      (style) => style.indent,
      (value) => ({ indent: readIndent(value) }),
    ),
    TextOrientation: styled(
      (style) => style.rotation,
      (value) => ({ rotation: readRotation(value) }),
    ),
    AutoIndent: only(false),
    ReadingOrder: only('Context'),
    ColumnWidth: columnWidth,
    RowHeight: rowHeight,
    UseStandardWidth: useStandardWidth,
    UseStandardHeight: useStandardHeight,
  },
  navigations: {
    Fill: (areas) => fillKind(areas),
    Font: (areas) => fontKind(areas),
    Borders: (areas) => bordersKind(areas),
    Protection: (areas) => cellProtectionKind(areas),
  },
  actions: {
    AutofitColumns: ({ sheet, areas }) => {
      guardOption(sheet, 'allowFormatColumns');
      for (const area of areas) sheet.autofitColumns(area.left, area.right);
    },
    AutofitRows: ({ sheet, areas }) => {
      guardOption(sheet, 'allowFormatRows');
      for (const area of areas) sheet.autofitRows(area.top, area.bottom);
    },
    AdjustIndent: (areas, args, session) => {
      const indent = shared(areas, session, (style) => style.indent) ?? 0;
      patch(areas, { indent: Math.max(0, Math.min(250, indent + args.integer(0))) });
    },
  },
}));

const NO_FILL = '#FFFFFF';

/** Patterns that Excel draws and the host does not. */
const PATTERNS = [
  'Gray50', 'Gray75', 'Gray25', 'Horizontal', 'Vertical', 'Down', 'Up', 'Checker', 'SemiGray75', 'LightHorizontal', 'LightVertical',
  'LightDown', 'LightUp', 'Grid', 'CrissCross', 'Gray16', 'Gray8',
]; // prettier-ignore

const fillKind: Kind<CellAreas> = defineKind<CellAreas>('RangeFill', () => ({
  scalars: {
    Color: styled(
      (style) => style.fill ?? NO_FILL,
      (value) => ({ fill: value === '' ? null : readColor(value) }),
      '',
    ),
    Pattern: {
      get: (areas, session) => shared(areas, session, (style) => (style.fill === null ? 'None' : 'Solid')),
      set: (areas, value, session) => {
        const pattern = readChoice(value, ['None', 'Solid', ...PATTERNS]);
        if (PATTERNS.includes(pattern)) throw refuse('ApiNotFound', `The fill pattern ${pattern} is not part of this host.`);
        if (pattern === 'None') patch(areas, { fill: null });
        else if (shared(areas, session, (style) => style.fill) === null) patch(areas, { fill: NO_FILL });
      },
    },
    PatternColor: only('#000000'),
    PatternTintAndShade: only(0),
    TintAndShade: only(0),
  },
  actions: { Clear: (areas) => patch(areas, { fill: null }) },
}));

const fontMember = <K extends keyof Font>(
  name: K,
  read: (value: unknown) => Font[K],
  whenMixed: unknown = null,
): Property<CellAreas> =>
  styled(
    (style) => style.font[name],
    (value) => ({ font: { [name]: read(value) } }),
    whenMixed,
  );

const UNDERLINES = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] as const;

const readFontSize = (value: unknown): number => {
  const size = readNumber(value);
  if (size < 1 || size > 409) throw refuse('InvalidArgument');
  return size;
};

const script = (vertical: 'Subscript' | 'Superscript'): Property<CellAreas> =>
  styled(
    (style) => style.font.vertical === vertical,
    (value) => ({ font: { vertical: readFlag(value) ? vertical : 'Baseline' } }),
  );

const fontKind: Kind<CellAreas> = defineKind<CellAreas>('RangeFont', () => ({
  scalars: {
    Name: fontMember('name', readText),
    Size: fontMember('size', readFontSize),
    Color: fontMember('color', readColor, ''),
    Bold: fontMember('bold', readFlag),
    Italic: fontMember('italic', readFlag),
    Underline: fontMember('underline', (value) => readChoice(value, UNDERLINES)),
    Strikethrough: fontMember('strikethrough', readFlag),
    Subscript: script('Subscript'),
    Superscript: script('Superscript'),
    TintAndShade: only(0),
  },
}));

const cellProtectionKind: Kind<CellAreas> = defineKind<CellAreas>('FormatProtection', () => ({
  scalars: {
    Locked: styled(
      (style) => style.locked,
      (value) => ({ locked: readFlag(value) }),
    ),
    FormulaHidden: styled(
      (style) => style.formulaHidden,
      (value) => ({ formulaHidden: readFlag(value) }),
    ),
  },
}));

/* ---- borders ---- */

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;
type Side = (typeof SIDES)[number];

const BORDER_STYLES: readonly BorderStyle[] = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
];
const WEIGHTS: readonly BorderWeight[] = ['Hairline', 'Thin', 'Medium', 'Thick'];
const DEFAULT_BORDER: Border = { style: 'Continuous', weight: 'Thin', color: '#000000' };

interface BorderTarget {
  readonly on: CellAreas;
  readonly side: Side;
}

/** The strips of cells whose edges make up one side of an area. */
const strips = (area: Area, side: Side): { readonly area: Area; readonly edge: BorderEdge }[] => {
  switch (side) {
    case 'EdgeTop':
      return [{ area: { ...area, bottom: area.top }, edge: 'top' }];
    case 'EdgeBottom':
      return [{ area: { ...area, top: area.bottom }, edge: 'bottom' }];
    case 'EdgeLeft':
      return [{ area: { ...area, right: area.left }, edge: 'left' }];
    case 'EdgeRight':
      return [{ area: { ...area, left: area.right }, edge: 'right' }];
    case 'InsideHorizontal':
      return rowsOf(area) < 2
        ? []
        : [
            { area: { ...area, bottom: area.bottom - 1 }, edge: 'bottom' },
            { area: { ...area, top: area.top + 1 }, edge: 'top' },
          ];
    case 'InsideVertical':
      return columnsOf(area) < 2
        ? []
        : [
            { area: { ...area, right: area.right - 1 }, edge: 'right' },
            { area: { ...area, left: area.left + 1 }, edge: 'left' },
          ];
    case 'DiagonalDown':
      return [{ area, edge: 'diagonalDown' }];
    case 'DiagonalUp':
      return [{ area, edge: 'diagonalUp' }];
  }
};

/** A member of the border along a side; the first strip speaks for the side. */
const borderMember = ({ on, side }: BorderTarget, session: Session, pick: (border: Border | null) => string): string | null => {
  const found = on.areas.flatMap((area) => strips(area, side).slice(0, 1));
  const values = found.map((strip) =>
    common(stylesIn(session.workbook.styles, on.sheet, [strip.area]), (style) => pick(style.borders[strip.edge])),
  );
  return values.every((value) => value === values[0]) ? (values[0] ?? pick(null)) : null;
};

const setBorder = ({ on, side }: BorderTarget, session: Session, change: (border: Border | null) => Border | null): void => {
  guardOption(on.sheet, 'allowFormatCells');
  for (const area of on.areas) {
    for (const strip of strips(area, side)) {
      const now = common(stylesIn(session.workbook.styles, on.sheet, [strip.area]), (style) => style.borders[strip.edge]);
      on.sheet.patchStyle(strip.area, { borders: { [strip.edge]: change(now) } });
    }
  }
};

const borderKind: Kind<BorderTarget> = defineKind<BorderTarget>('RangeBorder', () => ({
  scalars: {
    SideIndex: reads(({ side }) => side),
    TintAndShade: only<BorderTarget>(0),
    Style: {
      get: (target, session) => borderMember(target, session, (border) => border?.style ?? 'None'),
      set: (target, value, session) => {
        const style = readChoice(value, BORDER_STYLES);
        setBorder(target, session, (border) => (style === 'None' ? null : { ...(border ?? DEFAULT_BORDER), style }));
      },
    },
    Weight: {
      get: (target, session) => borderMember(target, session, (border) => border?.weight ?? 'Thin'),
      set: (target, value, session) => {
        const weight = readChoice(value, WEIGHTS);
        setBorder(target, session, (border) => ({ ...(border ?? DEFAULT_BORDER), weight }));
      },
    },
    Color: {
      get: (target, session) => borderMember(target, session, (border) => border?.color ?? '#000000') ?? '',
      set: (target, value, session) => {
        const color = readColor(value);
        setBorder(target, session, (border) => ({ ...(border ?? DEFAULT_BORDER), color }));
      },
    },
  },
}));

const bordersKind: Kind<CellAreas> = defineKind<CellAreas>('RangeBorderCollection', () => ({
  scalars: { Count: reads(() => SIDES.length), TintAndShade: only(0) },
  items: (on) => SIDES.map((side) => borderKind({ on, side })),
  item: (on, key) => borderKind({ on, side: readChoice(key, SIDES) }),
  objects: {
    GetItemAt: (on, args) => {
      const side = SIDES[args.integer(0)];
      if (!side) throw refuse('InvalidArgument');
      return borderKind({ on, side });
    },
  },
}));
