/** References by their distance from the cell they are written in. */
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../workbook/model';
import { scanReferences, type Corner } from './scanReferences';

/** A formula's reference turned into an area for any cell that holds the formula; null where it leaves the sheet. */
export type AreaAt = (row: number, column: number) => Area | null;

/**
 * @param local without its sheet: `A$1:B2`, `C:C`
 * @param row the cell it is written in, and `column`
 */
export function relativeArea(local: string, row: number, column: number): AreaAt | null {
  const [found, ...others] = scanReferences(local);
  if (found === undefined || others.length > 0 || found.start !== 0 || found.end !== local.length) return null;
  const rows = span(found.from, found.to ?? found.from, row, MAX_ROWS, 'row');
  const columns = span(found.from, found.to ?? found.from, column, MAX_COLUMNS, 'column');
  if (rows.isFixed && columns.isFixed) {
    const area = areaOf(rows.at(0), columns.at(0));
    return () => area;
  }
  return (atRow, atColumn) => areaOf(rows.at(atRow), columns.at(atColumn));
}

interface Span {
  readonly isFixed: boolean;
  at(position: number): { readonly low: number; readonly high: number; readonly limit: number };
}

function span(from: Corner, to: Corner, base: number, limit: number, axis: 'row' | 'column'): Span {
  const first = from[axis];
  const last = to[axis];
  // Whole rows and columns are shared by no other cell's shape unless they are written alike (see `shapeOf`).
  if (first === null || last === null) return { isFixed: true, at: () => ({ low: 0, high: limit - 1, limit }) };
  const isFirstFixed = axis === 'row' ? from.fixedRow : from.fixedColumn;
  const isLastFixed = axis === 'row' ? to.fixedRow : to.fixedColumn;
  return {
    isFixed: isFirstFixed && isLastFixed,
    at: (position) => {
      const one = isFirstFixed ? first : first - base + position;
      const other = isLastFixed ? last : last - base + position;
      return { low: Math.min(one, other), high: Math.max(one, other), limit };
    },
  };
}

type Stretch = ReturnType<Span['at']>;

const isInside = ({ low, high, limit }: Stretch): boolean => low >= 0 && high < limit;

const areaOf = (rows: Stretch, columns: Stretch): Area | null =>
  isInside(rows) && isInside(columns) ? { top: rows.low, bottom: rows.high, left: columns.low, right: columns.high } : null;
