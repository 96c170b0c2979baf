/** Cells copied and moved, with their styles, as pasting does. */
import { replaceReferences } from '../calc/scanReferences';
import { columnsOf, contains, rowsOf } from './area';
import { isFormulaCell, type FormulaCell } from './chunk';
import { quoteSheetName } from './address';
import { engineSheet } from './engineSheet';
import { rewriteFormulas } from './everyFormula';
import { MAX_ROWS, Refusal, type Area, type Scalar, type Sheet } from './model';
import { areaOf, copiedFormula, cornerText, sameName } from './shift';
import type { WorkbookSheet } from './sheet';
import { afterEntry } from './tableEntry';

interface Taken {
  /** Counted from the corner of what was taken. */
  readonly row: number;
  readonly column: number;
  /** Where on its sheet it stood. */
  readonly home: { readonly row: number; readonly column: number };
  readonly content: Scalar | FormulaCell;
  readonly style: number;
}

/** Contents and looks of an area's cells, and how many rows they take. Rows that a filter hides may be left out, unless it hides all. */
function take(
  sheet: WorkbookSheet,
  area: Area,
  { onlyShown, asValues }: { readonly onlyShown: boolean; readonly asValues: boolean },
): { readonly cells: Taken[]; readonly rows: number } {
  const part = sheet.usedArea(false, area);
  if (part === null) return { cells: [], rows: rowsOf(area) };
  const all = Array.from({ length: part.bottom - area.top + 1 }, (_row, i) => area.top + i);
  const shown = onlyShown ? all.filter((row) => !sheet.rowFiltered(row)) : all;
  const taken = shown.length === 0 ? all : shown;
  const cells: Taken[] = [];
  taken.forEach((row, place) => {
    for (let column = area.left; column <= part.right; column++)
      cells.push({
        row: place,
        column: column - area.left,
        home: { row, column },
        content: asValues ? sheet.value(row, column) : sheet.store.get(row, column),
        style: sheet.styleIndex(row, column),
      });
  });
  return { cells, rows: rowsOf(area) - all.length + taken.length };
}

/** Two whole columns: what repeats over more would fill the memory. */
const MOST_PUT = 2 * MAX_ROWS;

/**
 * Copies an area to a place, once or as often as fills a larger one: formulas keep their distances, rows that a filter
 * hides are left out.
 * @param what contents with or without looks; `values` puts what formulas come to
 * @returns the area that was written
 * @throws Refusal on cells off the sheet, locked ones or too many
 */
export function copyCells(source: Sheet, area: Area, target: Sheet, place: Area, what: 'all' | 'values'): Area {
  const from = engineSheet(source);
  const to = engineSheet(target);
  const { cells, rows } = take(from, area, { onlyShown: true, asValues: what === 'values' });
  const columns = columnsOf(area);
  const times = (room: number, size: number): number => (room > size && room % size === 0 ? room / size : 1);
  const [down, right] = [times(rowsOf(place), rows), times(columnsOf(place), columns)];
  const { top, left } = place;
  const written = { top, left, bottom: top + down * rows - 1, right: left + right * columns - 1 };
  to.checkCells(written);
  if (down * right * cells.length > MOST_PUT)
    throw new Refusal('InvalidArgument', 'These are more cells than can be filled at once: select fewer.');
  from.core.log.transact(from.core.log.trigger, () => {
    empty(to, written, what === 'all');
    for (let y = 0; y < down; y++)
      for (let x = 0; x < right; x++)
        for (const cell of cells) {
          const row = top + y * rows + cell.row;
          const column = left + x * columns + cell.column;
          put(to, row, column, cell.content, (formula) => copiedFormula(formula, row - cell.home.row, column - cell.home.column));
          if (what === 'all') dress(to, row, column, cell.style);
        }
    afterPut(to, written);
  });
  return written;
}

/** Moves an area to a place with its links, and every reference to it. @returns the area that was written */
export function moveCells(source: Sheet, area: Area, target: Sheet, top: number, left: number): Area {
  const from = engineSheet(source);
  const to = engineSheet(target);
  const { cells } = take(from, area, { onlyShown: false, asValues: false });
  const written = { top, left, bottom: top + rowsOf(area) - 1, right: left + columnsOf(area) - 1 };
  from.checkCells(area);
  to.checkCells(written);
  from.core.log.transact(from.core.log.trigger, () => {
    empty(from, area, true);
    from.edited(area);
    empty(to, written, true);
    const prefix = from === to ? '' : `${quoteSheetName(from.name)}!`;
    const away = (formula: string): string =>
      replaceReferences(formula, (found) => (found.sheet === null ? prefix + formula.slice(found.start, found.end) : null));
    for (const { row, column, content, style } of cells) {
      put(to, top + row, left + column, content, prefix === '' ? (formula) => formula : away);
      dress(to, top + row, left + column, style);
    }
    moveLinks(from, area, to, written);
    rewriteFormulas(from.core, (formula, home) => followed(formula, home.name), true);
    afterPut(to, written);
  });
  return written;

  /** A formula with its references to what was moved. */
  function followed(formula: string, home: string): string {
    return replaceReferences(formula, (found) => {
      const corner = found.to ?? found.from;
      const isOfSource = sameName(found.sheet ?? home, from.name);
      if (!isOfSource || !contains(area, areaOf(found.from, corner))) return null;
      const moved = [found.from, ...(found.to === null ? [] : [found.to])].map((each) =>
        cornerText({
          ...each,
          row: each.row === null ? null : each.row + top - area.top,
          column: each.column === null ? null : each.column + left - area.left,
        }),
      );
      const sheet = sameName(home, to.name) ? '' : `${quoteSheetName(to.name)}!`;
      return sheet + moved.join(':');
    });
  }
}

/** Links of moved cells take the place of those that were there. */
function moveLinks(from: WorkbookSheet, area: Area, to: WorkbookSheet, { top, left }: Area): void {
  const [down, right] = [top - area.top, left - area.left];
  const moved = (each: Area): Area => ({
    top: each.top + down,
    left: each.left + right,
    bottom: each.bottom + down,
    right: each.right + right,
  });
  const moving = from.hyperlinks.filter((link) => contains(area, link.area));
  from.clear(area, 'Hyperlinks');
  to.clear(moved(area), 'Hyperlinks');
  if (moving.length === 0) return;
  to.hyperlinks.push(...moving.map((link) => ({ ...link, area: moved(link.area) })));
  to.touch({ kind: 'objects', sheet: to.id, trigger: to.core.log.trigger });
}

function empty(sheet: WorkbookSheet, area: Area, withLooks: boolean): void {
  const part = sheet.usedArea(false, area);
  if (part === null) return;
  sheet.store.clearContents(part, sheet.core.nextChange());
  if (withLooks) sheet.store.clearStyles(part);
}

function put(
  sheet: WorkbookSheet,
  row: number,
  column: number,
  content: Scalar | FormulaCell,
  adapt: (formula: string) => string,
): void {
  const now = sheet.core.nextChange();
  if (!isFormulaCell(content)) sheet.store.set(row, column, content, now);
  else {
    const formula = adapt(content.formula);
    sheet.store.set(row, column, { formula, value: content.value, checkedAt: -1, changedAt: now, program: null }, now);
  }
}

/** Gives a cell without a style of its own a look, where it does not have that already from its row or column. */
function dress(sheet: WorkbookSheet, row: number, column: number, style: number): void {
  if (sheet.styleIndex(row, column) !== style) sheet.store.setStyle(row, column, style + 1);
}

/** Tables grow over what was put under them, and headers name their columns. */
function afterPut(sheet: WorkbookSheet, area: Area): void {
  sheet.edited(area);
  if (sheet.tables.length === 0) return;
  const part = sheet.usedArea(false, area);
  for (let row = part?.top ?? 0; row <= (part?.bottom ?? -1); row++)
    for (let column = part?.left ?? 0; column <= (part?.right ?? -1); column++) afterEntry(sheet, row, column);
}
