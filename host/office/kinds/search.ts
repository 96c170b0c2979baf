/** Finding and replacing text in cells. */

import { patternOf, type Found, type Pattern } from '../../calc/wildcard';
import { cellArea, intersect } from '../../workbook/area';
import type { Area, Sheet } from '../../workbook/model';
import type { Args } from '../args';
import type { CellAreas } from '../cells';
import { refuse } from '../errors';
import { guardContents } from '../protection';
import type { Session } from '../session';
import { wireValue } from './contents';

type Criteria = Readonly<Record<string, unknown>>;

/** Where a text is found in another; an empty text holds nothing to be found. */
const placesIn = (text: string, pattern: Pattern, criteria: Criteria): readonly Found[] => {
  if (text === '') return [];
  if (criteria['completeMatch'] === true) return pattern.isWhole(text) ? [{ from: 0, to: text.length }] : [];
  const places: Found[] = [];
  for (let at = 0; at < text.length;) {
    const found = pattern.find(text, at);
    if (found === null) break;
    places.push(found);
    at = found.to;
  }
  return places;
};

const isIn = (text: string, pattern: Pattern, criteria: Criteria): boolean =>
  text !== '' && (criteria['completeMatch'] === true ? pattern.isWhole(text) : pattern.find(text, 0) !== null);

const patternFor = (text: string, criteria: Criteria): Pattern => patternOf(text, { matchCase: criteria['matchCase'] === true });

const inUse = (sheet: Sheet, areas: readonly Area[]): Area[] => {
  const used = sheet.usedArea(true);
  return used ? areas.flatMap((area) => intersect(area, used) ?? []) : [];
};

const matches = (sheet: Sheet, row: number, column: number, pattern: Pattern, criteria: Criteria): boolean =>
  isIn(String(wireValue(sheet.formula(row, column))), pattern, criteria) || isIn(sheet.text(row, column), pattern, criteria);

/** Cells with a text in them, row by row, or backwards; a cell's formula counts as its text. */
export const findIn = ({ sheet, areas }: CellAreas, text: string, criteria: Criteria, which: 'first' | 'all'): Area[] => {
  if (text === '') throw refuse('InvalidArgument');
  const pattern = patternFor(text, criteria);
  const found: Area[] = [];
  const isBackwards = criteria['searchDirection'] === 'Backwards';
  for (const area of inUse(sheet, areas)) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        if (!matches(sheet, row, column, pattern, criteria)) continue;
        found.push(cellArea(row, column));
        if (which === 'first' && !isBackwards) return found;
      }
    }
  }
  return isBackwards ? found.reverse() : found;
};

const replaced = (text: string, places: readonly Found[], replacement: string): string =>
  places.map(({ from }, index) => text.slice(places[index - 1]?.to ?? 0, from) + replacement).join('') +
  text.slice(places.at(-1)?.to ?? 0);

/** @returns how many times the text was replaced. */
export const replaceIn = ({ sheet, areas }: CellAreas, args: Args, session: Session): number => {
  const [text, replacement] = [args.text(0), args.text(1)];
  const criteria = args.record(2);
  const pattern = patternFor(text, criteria);
  let count = 0;
  for (const area of findIn({ sheet, areas }, text, criteria, 'all')) {
    const before = String(wireValue(sheet.formula(area.top, area.left)));
    const places = placesIn(before, pattern, criteria);
    if (places.length === 0) continue;
    guardContents(session, sheet, area);
    const after = replaced(before, places, replacement);
    if (after === '') sheet.setValue(area.top, area.left, null);
    else sheet.enter(area.top, area.left, after);
    count += places.length;
  }
  return count;
};
