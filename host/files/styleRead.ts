/** styles.xml: what each cellXfs index and each dxf index looks like. */
import { dictionary } from '../../src/domain/dictionary';
import type {
  Border,
  BorderStyle,
  BorderWeight,
  DifferentialStyle,
  Font,
  HorizontalAlignment,
  Style,
  Underline,
  VerticalAlignment,
} from '../workbook/model';
import { defaultStyle } from '../workbook/styles';
import type { Palette } from './colors';
import { BUILT_IN } from './numberFormats';
import { attribute, child, childrenNamed, flag, numberAttribute, type XmlNode } from './xml';

export interface FileStyles {
  /** By cellXfs index. */
  readonly cells: readonly Style[];
  /** By dxf index. */
  readonly differential: readonly DifferentialStyle[];
}

type BorderLook = readonly [BorderStyle, BorderWeight];

/** A file's name for a line, and the two words that office.js uses for it. */
export const BORDER_LOOKS: Readonly<Record<string, BorderLook>> = dictionary({
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  hair: ['Continuous', 'Hairline'],
  dashed: ['Dash', 'Thin'],
  mediumDashed: ['Dash', 'Medium'],
  dashDot: ['DashDot', 'Thin'],
  mediumDashDot: ['DashDot', 'Medium'],
  dashDotDot: ['DashDotDot', 'Thin'],
  mediumDashDotDot: ['DashDotDot', 'Medium'],
  dotted: ['Dot', 'Thin'],
  double: ['Double', 'Thick'],
  slantDashDot: ['SlantDashDot', 'Medium'],
});

export const UNDERLINES: Readonly<Record<string, Underline>> = dictionary({
  none: 'None',
  single: 'Single',
  double: 'Double',
  singleAccounting: 'SingleAccountant',
  doubleAccounting: 'DoubleAccountant',
});

export const HORIZONTAL: Readonly<Record<string, HorizontalAlignment>> = dictionary({
  general: 'General',
  left: 'Left',
  center: 'Center',
  right: 'Right',
  fill: 'Fill',
  justify: 'Justify',
  centerContinuous: 'CenterAcrossSelection',
  distributed: 'Distributed',
});

export const VERTICAL: Readonly<Record<string, VerticalAlignment>> = dictionary({
  top: 'Top',
  center: 'Center',
  bottom: 'Bottom',
  justify: 'Justify',
  distributed: 'Distributed',
});

const PLAIN_FONT = defaultStyle.font;
const NO_BORDERS = defaultStyle.borders;

/** @param root null where a file has no styles: everything then looks as Excel's default */
export function readStyles(root: XmlNode | null, palette: Palette): FileStyles {
  const formats = new Map(BUILT_IN);
  for (const node of childrenNamed(child(root, 'numFmts'), 'numFmt')) {
    formats.set(numberAttribute(node, 'numFmtId') ?? -1, attribute(node, 'formatCode') ?? 'General');
  }
  const fonts = childrenNamed(child(root, 'fonts'), 'font').map((node) => readFont(node, palette));
  const fills = childrenNamed(child(root, 'fills'), 'fill').map((node) => readFill(node, palette));
  const borders = childrenNamed(child(root, 'borders'), 'border').map((node) => readBorders(node, palette));
  const cells = childrenNamed(child(root, 'cellXfs'), 'xf').map((xf): Style => {
    const alignment = child(xf, 'alignment');
    const protection = child(xf, 'protection');
    return {
      numberFormat: formats.get(numberAttribute(xf, 'numFmtId') ?? 0) ?? 'General',
      font: fonts[numberAttribute(xf, 'fontId') ?? 0] ?? PLAIN_FONT,
      fill: fills[numberAttribute(xf, 'fillId') ?? 0] ?? null,
      borders: borders[numberAttribute(xf, 'borderId') ?? 0] ?? NO_BORDERS,
      horizontal: HORIZONTAL[attribute(alignment, 'horizontal') ?? 'general'] ?? 'General',
      vertical: VERTICAL[attribute(alignment, 'vertical') ?? 'bottom'] ?? 'Bottom',
      wrap: flag(alignment, 'wrapText'),
      indent: numberAttribute(alignment, 'indent') ?? 0,
      rotation: readRotation(numberAttribute(alignment, 'textRotation') ?? 0),
      shrinkToFit: flag(alignment, 'shrinkToFit'),
      locked: flag(protection, 'locked', true),
      formulaHidden: flag(protection, 'hidden'),
      quotePrefix: flag(xf, 'quotePrefix'),
    };
  });
  return {
    cells,
    differential: childrenNamed(child(root, 'dxfs'), 'dxf').map((node) => readDifferential(node, palette)),
  };
}

/** A file counts 91 … 180 for 1 … 90 degrees downwards; 255 (letters on top of each other) is 180 in office.js. */
const readRotation = (value: number): number => (value === 255 ? 180 : value > 90 ? 90 - value : value);
export const writeRotation = (rotation: number): number => (rotation === 180 ? 255 : rotation < 0 ? 90 - rotation : rotation);

/** An element like `<b/>`, which may also say `<b val="0"/>`. */
const isOn = (font: XmlNode, name: string): boolean => {
  const node = child(font, name);
  return node !== null && flag(node, 'val', true);
};

function readUnderline(font: XmlNode): Underline {
  const node = child(font, 'u');
  return node === null ? 'None' : (UNDERLINES[attribute(node, 'val') ?? 'single'] ?? 'Single');
}

function readFont(font: XmlNode, palette: Palette): Font {
  const vertical = attribute(child(font, 'vertAlign'), 'val');
  return {
    name: attribute(child(font, 'name'), 'val') ?? PLAIN_FONT.name,
    size: numberAttribute(child(font, 'sz'), 'val') ?? PLAIN_FONT.size,
    bold: isOn(font, 'b'),
    italic: isOn(font, 'i'),
    strikethrough: isOn(font, 'strike'),
    underline: readUnderline(font),
    color: palette.resolve(child(font, 'color')) ?? '#000000',
    vertical: vertical === 'superscript' ? 'Superscript' : vertical === 'subscript' ? 'Subscript' : 'Baseline',
  };
}

/** Only solid fills have a colour in the model; patterns and gradients stay in the file's own style. */
function readFill(fill: XmlNode, palette: Palette): string | null {
  const pattern = child(fill, 'patternFill');
  return attribute(pattern, 'patternType') === 'solid' ? (palette.resolve(child(pattern, 'fgColor')) ?? '#000000') : null;
}

function readBorder(node: XmlNode | null, palette: Palette): Border | null {
  const look = BORDER_LOOKS[attribute(node, 'style') ?? 'none'];
  return look === undefined
    ? null
    : { style: look[0], weight: look[1], color: palette.resolve(child(node, 'color')) ?? '#000000' };
}

function readBorders(node: XmlNode, palette: Palette): Style['borders'] {
  const diagonal = readBorder(child(node, 'diagonal'), palette);
  return {
    left: readBorder(child(node, 'left') ?? child(node, 'start'), palette),
    right: readBorder(child(node, 'right') ?? child(node, 'end'), palette),
    top: readBorder(child(node, 'top'), palette),
    bottom: readBorder(child(node, 'bottom'), palette),
    diagonalDown: flag(node, 'diagonalDown') ? diagonal : null,
    diagonalUp: flag(node, 'diagonalUp') ? diagonal : null,
  };
}

/** A dxf says only what it changes. In its fill the colour of a solid pattern is the *background*. */
export function readDifferential(dxf: XmlNode, palette: Palette): DifferentialStyle {
  const font = child(dxf, 'font');
  const pattern = child(child(dxf, 'fill'), 'patternFill');
  const border = child(dxf, 'border');
  const numberFormat = attribute(child(dxf, 'numFmt'), 'formatCode');
  const fill = palette.resolve(child(pattern, 'bgColor')) ?? palette.resolve(child(pattern, 'fgColor'));
  const color = palette.resolve(child(font, 'color'));
  const edges = (['left', 'right', 'top', 'bottom'] as const).flatMap((edge) => {
    const line = readBorder(child(border, edge), palette);
    return line === null ? [] : [[edge, line] as const];
  });
  return {
    ...(numberFormat === null ? {} : { numberFormat }),
    ...(font === null
      ? {}
      : {
          font: {
            ...(child(font, 'b') === null ? {} : { bold: isOn(font, 'b') }),
            ...(child(font, 'i') === null ? {} : { italic: isOn(font, 'i') }),
            ...(child(font, 'strike') === null ? {} : { strikethrough: isOn(font, 'strike') }),
            ...(child(font, 'u') === null ? {} : { underline: readUnderline(font) }),
            ...(color === null ? {} : { color }),
          },
        }),
    ...(fill === null ? {} : { fill }),
    ...(edges.length === 0 ? {} : { borders: Object.fromEntries(edges) }),
  };
}
