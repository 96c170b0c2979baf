/** A cell's style as CSS, with what a conditional format lays over it. */

import type { Border, BorderEdge, DifferentialStyle, Scalar, Style } from '../workbook/model';

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
const EDGE_PROPERTY: Readonly<Partial<Record<BorderEdge, string>>> = {
  left: 'border-left',
  right: 'border-right',
  top: 'border-top',
  bottom: 'border-bottom',
};

/** Numbers and dates stand right, texts left, booleans and errors in the middle, unless the style says otherwise. */
export function alignment(style: Style, value: Scalar): 'left' | 'center' | 'right' {
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
const HORIZONTAL = { left: 'flex-start', center: 'center', right: 'flex-end' } as const;

/** Writes the look onto an element; only what differs from the page's default cell is set. */
export function applyLook(element: HTMLElement, style: Style, over: DifferentialStyle | null, value: Scalar): void {
  const css = element.style;
  const fill = over?.fill ?? style.fill;
  if (fill !== null) css.backgroundColor = fill;
  const color = over?.font?.color ?? style.font.color;
  if (color !== '#000000') css.color = color;
  if (over?.font?.bold ?? style.font.bold) css.fontWeight = '600';
  if (over?.font?.italic ?? style.font.italic) css.fontStyle = 'italic';
  const underline = (over?.font?.underline ?? style.font.underline) !== 'None';
  const strike = over?.font?.strikethrough ?? style.font.strikethrough;
  if (underline || strike) css.textDecoration = [underline ? 'underline' : '', strike ? 'line-through' : ''].join(' ').trim();
  if (style.font.size !== 11) css.fontSize = `${(style.font.size * 4) / 3}px`;
  const across = alignment(style, value);
  if (across !== 'left') {
    css.justifyContent = HORIZONTAL[across];
    css.textAlign = across;
  }
  if (style.vertical !== 'Bottom') css.alignItems = VERTICAL[style.vertical];
  if (style.wrap) css.whiteSpace = 'pre-wrap';
  if (style.indent > 0) css[across === 'right' ? 'paddingRight' : 'paddingLeft'] = `${3 + style.indent * 9}px`;
  for (const [edge, property] of Object.entries(EDGE_PROPERTY)) {
    const border = over?.borders?.[edge as 'left' | 'right' | 'top' | 'bottom'] ?? style.borders[edge as BorderEdge];
    if (border !== null && border.style !== 'None') {
      css.setProperty(
        property,
        `${border.style === 'Double' ? '3px' : BORDER_WIDTH[border.weight]} ${BORDER_LINE[border.style]} ${border.color}`,
      );
    }
  }
}
