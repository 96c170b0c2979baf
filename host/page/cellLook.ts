/** A cell's style as CSS, over its table's look and under what a conditional format lays on it. */

import type { Border, BorderEdge, DifferentialStyle, Scalar, Style } from '../workbook/model';
import { familyOf, isSheetFace } from './measure';
import type { TableLook } from './tableLook';

const BORDER_WIDTH: Readonly<Record<Border['weight'], string>> = { Hairline: '1px', Thin: '1px', Medium: '2px', Thick: '3px' };
const BORDER_LINE: Readonly<Record<Border['style'], string>> = {
  None: 'none',
  Continuous: 'solid',
  Dash: 'dashed',
  DashDot: 'dashed',
  DashDotDot: 'dashed',
  Dot: 'dotted',
  Double: 'double',
  SlantDashDot: 'dashed',
};
const EDGES = ['left', 'right', 'top', 'bottom'] as const satisfies readonly BorderEdge[];

export type Across = 'left' | 'center' | 'right';

/** Numbers and dates stand right, texts left, booleans and errors in the middle, unless the style says otherwise. */
export function alignment(style: Style, value: Scalar): Across {
  switch (style.horizontal) {
    case 'Left':
    case 'Fill':
    case 'Justify':
      return 'left';
    case 'Center':
    case 'CenterAcrossSelection':
    case 'Distributed':
      return 'center';
    case 'Right':
      return 'right';
    case 'General':
      return typeof value === 'number' ? 'right' : typeof value === 'string' || value === null ? 'left' : 'center';
  }
}

const VERTICAL: Readonly<Record<Style['vertical'], string>> = {
  Top: 'flex-start',
  Center: 'center',
  Bottom: 'flex-end',
  Justify: 'flex-start',
  Distributed: 'center',
};
const ACROSS: Readonly<Record<Across, string>> = { left: 'flex-start', center: 'center', right: 'flex-end' };

const DEFAULT_COLOR = '#000000';

export function isBold(style: Style, table: TableLook | null, over: DifferentialStyle | null): boolean {
  return over?.font?.bold ?? (style.font.bold || table?.isBold === true);
}

/** Ground and borders, which are drawn for empty cells too; only what differs from the page's default cell is set. */
export function applyGround(element: HTMLElement, style: Style, table: TableLook | null, over: DifferentialStyle | null): void {
  const css = element.style;
  const fill = over?.fill ?? style.fill ?? table?.fill ?? null;
  // A filled cell covers its own gridlines.
  if (fill !== null) {
    css.backgroundColor = fill;
    css.setProperty('--right', 'transparent');
    css.setProperty('--bottom', 'transparent');
  }
  const { above = null, below = null } = table ?? {};
  if (above !== null) css.setProperty('--above', above);
  if (below !== null) css.setProperty('--bottom', below);
  for (const edge of EDGES) {
    const border = over?.borders?.[edge] ?? style.borders[edge];
    if (border === null || border.style === 'None') continue;
    css.setProperty(`border-${edge}`, lineOf(border));
    if (edge === 'right' || edge === 'bottom') css.setProperty(`--${edge}`, 'transparent');
  }
}

function lineOf({ style, weight, color }: Border): string {
  return `${style === 'Double' ? '3px' : BORDER_WIDTH[weight]} ${BORDER_LINE[style]} ${color}`;
}

/** Letters and where they stand. */
export function applyLetters(
  element: HTMLElement,
  style: Style,
  table: TableLook | null,
  over: DifferentialStyle | null,
  across: Across,
): void {
  const css = element.style;
  const { font } = style;
  const own = font.color === DEFAULT_COLOR ? null : font.color;
  const color = over?.font?.color ?? own ?? table?.color ?? null;
  if (color !== null) css.color = color;
  if (isBold(style, table, over)) css.fontWeight = '700';
  if (over?.font?.italic ?? font.italic) css.fontStyle = 'italic';
  const underline = (over?.font?.underline ?? font.underline) !== 'None';
  const strike = over?.font?.strikethrough ?? font.strikethrough;
  if (underline || strike) css.textDecoration = [underline ? 'underline' : '', strike ? 'line-through' : ''].join(' ').trim();
  if (font.size !== 11) css.fontSize = `${String((font.size * 4) / 3)}px`;
  if (!isSheetFace(font)) {
    css.fontFamily = familyOf(font);
    css.setProperty('font-size-adjust', 'none');
  }
  if (across !== 'left') {
    css.justifyContent = ACROSS[across];
    css.textAlign = across;
  }
  if (style.vertical !== 'Bottom') css.alignItems = VERTICAL[style.vertical];
  if (style.indent > 0) css[across === 'right' ? 'paddingRight' : 'paddingLeft'] = `${String(PADDING + indentOf(style))}px`;
}

/** Pixels between a cell's edge and its text. */
export const PADDING = 3;

const PIXELS_AN_INDENT = 9;

export const indentOf = (style: Style): number => style.indent * PIXELS_AN_INDENT;
