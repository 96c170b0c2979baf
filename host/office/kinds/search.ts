/** Finding and replacing text in cells. */

import { cellArea, intersect } from '../../workbook/area';
import type { Area, Sheet } from '../../workbook/model';
import type { Args } from '../args';
import type { CellAreas } from '../cells';
import { refuse } from '../errors';
import { guardContents } from '../protection';
import type { Session } from '../session';
import { wireValue } from './contents';

type Criteria = Readonly<Record<string, unknown>>;

const escape = (text: string): string => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');

/** Excel's pattern: `*`, `?`, and `~` before one that is meant as it is. */
const patternOf = (text: string, criteria: Criteria): RegExp => {
  const body = (text.match(/~[*?~]|[\s\S]/g) ?? [])
    .map((part) =>
      part.length === 2 ? escape(part.slice(1)).replace(/[*?]/, '\\$&') : part === '*' ? '.*' : part === '?' ? '.' : escape(part),
    )
    .join('');
  const flags = criteria['matchCase'] === true ? 'gs' : 'gis';
  return new RegExp(criteria['completeMatch'] === true ? `^${body}$` : body, flags);
};

const inUse = (sheet: Sheet, areas: readonly Area[]): Area[] => {
  const used = sheet.usedArea(true);
  return used ? areas.flatMap((area) => intersect(area, used) ?? []) : [];
};

const matches = (sheet: Sheet, row: number, column: number, pattern: RegExp): boolean => {
  pattern.lastIndex = 0;
  if (pattern.test(String(wireValue(sheet.formula(row, column))))) return true;
  pattern.lastIndex = 0;
  return pattern.test(sheet.text(row, column));
};

/** Cells with a text in them, row by row, or backwards; a cell's formula counts as its text. */
export const findIn = ({ sheet, areas }: CellAreas, text: string, criteria: Criteria, which: 'first' | 'all'): Area[] => {
  if (text === '') throw refuse('InvalidArgument');
  const pattern = patternOf(text, criteria);
  const found: Area[] = [];
  const isBackwards = criteria['searchDirection'] === 'Backwards';
  for (const area of inUse(sheet, areas)) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        if (!matches(sheet, row, column, pattern)) continue;
        found.push(cellArea(row, column));
        if (which === 'first' && !isBackwards) return found;
      }
    }
  }
  return isBackwards ? found.reverse() : found;
};

/** @returns how many times the text was replaced. */
export const replaceIn = ({ sheet, areas }: CellAreas, args: Args, session: Session): number => {
  const [text, replacement] = [args.text(0), args.text(1)];
  const criteria = args.record(2);
  const pattern = patternOf(text, criteria);
  let count = 0;
  for (const area of findIn({ sheet, areas }, text, criteria, 'all')) {
    const before = String(wireValue(sheet.formula(area.top, area.left)));
    const hits = before.match(pattern)?.length ?? 0;
    if (hits === 0) continue;
    guardContents(session, sheet, area);
    const after = before.replace(pattern, () => replacement);
    if (after === '') sheet.setValue(area.top, area.left, null);
    else sheet.enter(area.top, area.left, after);
    count += hits;
  }
  return count;
};
