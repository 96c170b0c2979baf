/** Grouped reports: headings between the rows ("Acme Ltd" alone on its row) belong to the rows below them. */

import type { SourceGrid } from '../domain/grid';
import { isTyped } from './header';
import { isNobody } from './nobody';
import { shapeOf } from './rowShape';
import type { Shape } from './rowShape';
import { foldedName, isFooterText, isTotalFor, isTotalWithParts, namesTotalled, totalOf } from './totalWords';

/** Levels of headings that are kept, from the outermost. */
const MOST_LEVELS = 3;

export interface Headings {
  /** 1 to 3. */
  readonly levels: number;
  /** By row of the grid: 1 where the row is a heading. */
  readonly isHeading: Uint8Array;
  /** By level and row of the grid: the heading in force, "" where none is or where it names nobody. */
  readonly labels: readonly (readonly string[])[];
  /** Headings further in name parts of those further out, in full: "Acme:Works 2" under "Acme", "Acme" where rows stand under it alone. */
  readonly areParts: boolean;
}

interface Heading {
  readonly row: number;
  readonly column: number;
  readonly label: string;
}

/** Null where rows stand under no headings. A lone text among full rows, or at the end, is no heading. */
export function findHeadings(grid: SourceGrid, firstRow: number): Headings | null {
  const rows = grid.values.slice(firstRow).map(shapeOf);
  const lone = loneTexts(rows);
  const names = new Set(lone.map(({ label }) => foldedName(label)));
  const candidates = new Map([...lone, ...countedGroups(rows, names)].map((heading) => [heading.row, heading] as const));
  const headings = withRowsBelow(rows, candidates);
  if (headings.size === 0 || !areGroups(rows, headings)) return null;
  return inForce(grid, firstRow, rows, headings);
}

/** Rows of one text that is neither a total nor a closing line. A customer may be called "Total Energies", or "3000". */
function loneTexts(rows: readonly Shape[]): Heading[] {
  const closed = new Set(rows.flatMap(({ text }) => (text === '' ? [] : namesTotalled(text))));
  const areSummed = rows.some(({ filled, text }) => filled > 1 && text !== '' && totalOf(text) !== null);
  const lone = rows.flatMap(({ filled, column, text, cells }, row) => {
    const isLone = filled === 1 && text !== '' && (typeof cells[column] === 'string' || closed.has(foldedName(text)));
    return isLone && !isFooterText(text) ? [{ row, column, label: text }] : [];
  });
  const names = new Set(lone.map(({ label }) => foldedName(label)));
  // Where totals have sums beside them a lone text is none; else it is one of what another heading names.
  return lone.filter(({ label }) => {
    const rest = totalOf(label);
    return rest === null || (rest !== '' && !isTotalFor(label) && (areSummed || !names.has(rest)));
  });
}

const COUNTED = /^(.+?) ?\((\d+)\)$/;

/** "Berg, Anna (12)" with nothing but sums beside it, twelve rows before the next of its kind; "Total for Acme (1)" closes a group. */
function countedGroups(rows: readonly Shape[], names: ReadonlySet<string>): Heading[] {
  const found: (Heading & { readonly count: number })[] = [];
  rows.forEach(({ filled, column, text }, row) => {
    const match = filled >= 2 && text !== '' ? COUNTED.exec(text) : null;
    if (match === null || totalOf(match[1] ?? '') === '' || namesTotalled(text).some((name) => names.has(name))) return;
    found.push({ row, column, label: match[1] ?? text, count: Number(match[2]) });
  });
  return found.filter(({ row, count }, at) => {
    const end = found[at + 1]?.row ?? rows.length;
    return rows.slice(row + 1, end).filter(({ filled }) => filled > 1).length >= count;
  });
}

/** Lone lines after the last record, or before nothing but blank rows, are footers. */
function withRowsBelow(rows: readonly Shape[], candidates: ReadonlyMap<number, Heading>): Map<number, Heading> {
  const kept = new Map<number, Heading>();
  let waiting: Heading[] = [];
  rows.forEach(({ filled }, row) => {
    const heading = candidates.get(row);
    if (heading !== undefined) waiting.push(heading);
    else if (filled === 0) waiting = waiting.length > 1 ? [] : waiting;
    else if (filled > 1) {
      for (const each of waiting) kept.set(each.row, each);
      waiting = [];
    }
  });
  return kept;
}

const MOST = 0.9;

/** Records leave the headings' column blank, or totals close the groups, or the headings count their rows. */
function areGroups(rows: readonly Shape[], headings: ReadonlyMap<number, Heading>): boolean {
  if ([...headings.values()].some(({ row }) => (rows[row]?.filled ?? 0) > 1)) return true;
  if (areClosed(rows, headings)) return true;
  const columns = new Set([...headings.values()].map(({ column }) => column));
  const records = rows.filter(
    ({ filled, text }, row) => filled > 1 && !headings.has(row) && (text === '' || totalOf(text) === null),
  );
  const blank = records.filter(({ cells }) => [...columns].every((column) => cells[column] === ''));
  return records.length > 0 && blank.length >= records.length * MOST && records.some(({ cells }) => cells.some(isTyped));
}

/** Whether totals name what the headings name. */
function areClosed(rows: readonly Shape[], headings: ReadonlyMap<number, Heading>): boolean {
  const names = new Set([...headings.values()].map(({ label }) => foldedName(label)));
  return rows.some(({ text }) => text !== '' && namesTotalled(text).some((name) => names.has(name)));
}

/** Walks down the rows. Where totals close the groups, only they do; else a heading takes the place of the one before it. */
function inForce(grid: SourceGrid, firstRow: number, rows: readonly Shape[], headings: ReadonlyMap<number, Heading>): Headings {
  const closed = areClosed(rows, headings);
  const areParts = rows.some(({ text }) => text !== '' && isTotalWithParts(text));
  const isHeading = new Uint8Array(grid.values.length);
  const labels: string[][] = Array.from({ length: MOST_LEVELS }, () => new Array<string>(grid.values.length).fill(''));
  let open: { readonly heading: Heading; hasRows: boolean }[] = [];
  let levels = 1;
  rows.forEach(({ filled, text }, row) => {
    const heading = headings.get(row);
    if (heading !== undefined) {
      isHeading[firstRow + row] = 1;
      open = open.filter((each) =>
        closed ? true : each.heading.column < heading.column || (each.heading.column === heading.column && !each.hasRows),
      );
      open.push({ heading, hasRows: false });
      return;
    }
    const totalled = text === '' ? [] : namesTotalled(text);
    if (totalled.length > 0) {
      const at = open.findLastIndex((each) => totalled.includes(foldedName(each.heading.label)));
      if (at !== -1) open = open.slice(0, at);
      else if (totalled.includes('')) open = [];
      return;
    }
    if (filled < 2) return;
    levels = Math.max(levels, Math.min(open.length, MOST_LEVELS));
    const names = open.map((each) => (isNobody(each.heading.label) ? '' : each.heading.label));
    for (const each of open) each.hasRows = true;
    labels.forEach((own, level) => {
      const inner = names[level] ?? '';
      own[firstRow + row] =
        areParts && level > 0
          ? names
              .slice(0, level + 1)
              .filter((name) => name !== '')
              .join(':')
          : inner;
    });
  });
  return { levels, isHeading, labels: labels.slice(0, levels), areParts: areParts && levels > 1 };
}
