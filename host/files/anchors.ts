/** Where a drawing lies: points from the sheet's corner, and the cell anchors a file has. */
import type { Chart, Sheet } from '../workbook/model';
import { child, element, numberAttribute, type XmlNode } from './xml';

/** English metric units a point. */
export const EMU = 12_700;
const POINTS_PER_PIXEL = 0.75;
/** Pixels of the widest digit of Calibri 11, in which a file counts column widths. */
const DIGIT = 7;

export type Box = Pick<Chart, 'left' | 'top' | 'width' | 'height'>;

const columnPoints = (sheet: Sheet, column: number): number =>
  sheet.columnHidden(column) ? 0 : Math.round(sheet.columnWidth(column) * DIGIT) * POINTS_PER_PIXEL;

const rowPoints = (sheet: Sheet, row: number): number => (sheet.rowHidden(row) ? 0 : sheet.rowHeight(row));

interface Spot {
  readonly index: number;
  /** points */
  readonly offset: number;
}

function spotAt(points: number, last: number, sizeOf: (index: number) => number): Spot {
  let offset = Math.max(0, points);
  for (let index = 0; index < last; index += 1) {
    const size = sizeOf(index);
    if (offset < size) return { index, offset };
    offset -= size;
  }
  return { index: last, offset: 0 };
}

function pointsTo(index: number, sizeOf: (index: number) => number): number {
  let points = 0;
  for (let i = 0; i < index; i += 1) points += sizeOf(i);
  return points;
}

/** A two-cell anchor around content, which moves with its cells but keeps its size. */
export function anchorElement(sheet: Sheet, box: Box, content: string): string {
  const corner = (name: string, x: number, y: number): string => {
    const column = spotAt(x, 16_383, (index) => columnPoints(sheet, index));
    const row = spotAt(y, 1_048_575, (index) => rowPoints(sheet, index));
    return (
      `<xdr:${name}><xdr:col>${column.index}</xdr:col><xdr:colOff>${Math.round(column.offset * EMU)}</xdr:colOff>` +
      `<xdr:row>${row.index}</xdr:row><xdr:rowOff>${Math.round(row.offset * EMU)}</xdr:rowOff></xdr:${name}>`
    );
  };
  const ends = corner('from', box.left, box.top) + corner('to', box.left + box.width, box.top + box.height);
  return element('xdr:twoCellAnchor', { editAs: 'oneCell' }, `${ends}${content}<xdr:clientData/>`);
}

/** Null where the anchor says no place. */
export function readAnchor(sheet: Sheet, anchor: XmlNode): Box | null {
  const size = child(anchor, 'ext');
  const from = readCorner(sheet, child(anchor, 'from'));
  if (anchor.name === 'absoluteAnchor') {
    const place = child(anchor, 'pos');
    return boxOf({ x: (numberAttribute(place, 'x') ?? 0) / EMU, y: (numberAttribute(place, 'y') ?? 0) / EMU }, size);
  }
  if (from === null) return null;
  if (anchor.name === 'oneCellAnchor') return boxOf(from, size);
  const to = readCorner(sheet, child(anchor, 'to'));
  return to === null ? null : rounded(from.x, from.y, to.x - from.x, to.y - from.y);
}

const boxOf = (from: { x: number; y: number }, size: XmlNode | null): Box =>
  rounded(from.x, from.y, (numberAttribute(size, 'cx') ?? 0) / EMU, (numberAttribute(size, 'cy') ?? 0) / EMU);

/** To a hundredth of a point, so that reading what was written gives the same numbers. */
const rounded = (left: number, top: number, width: number, height: number): Box => {
  const round = (points: number): number => Math.round(Math.max(0, points) * 100) / 100;
  return { left: round(left), top: round(top), width: round(width), height: round(height) };
};

function readCorner(sheet: Sheet, node: XmlNode | null): { readonly x: number; readonly y: number } | null {
  if (node === null) return null;
  const number = (name: string): number => Number(child(node, name)?.text ?? '0') || 0;
  const column = Math.min(Math.max(0, number('col')), 16_383);
  const row = Math.min(Math.max(0, number('row')), 1_048_575);
  return {
    x: pointsTo(column, (index) => columnPoints(sheet, index)) + number('colOff') / EMU,
    y: pointsTo(row, (index) => rowPoints(sheet, index)) + number('rowOff') / EMU,
  };
}
