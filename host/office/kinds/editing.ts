/** What changes the cells of a range: clear, insert, delete, copy, move, fill, merge, select, duplicates. */

import { checkedArea } from '../area';
import { printAddress } from '../../workbook/address';
import { cellArea, columnsOf, intersect, isSingleCell, isWholeColumns, isWholeRows, rowsOf } from '../../workbook/area';
import { moveCells as moveWithReferences } from '../../workbook/copyCells';
import type { Area, Sheet } from '../../workbook/model';
import type { Args } from '../args';
import { readInteger, readList } from '../args';
import { Cells } from '../cells';
import { refuse } from '../errors';
import { guardContents, guardOption, guardSheet } from '../protection';
import { defineKind, reads, type Node } from '../schema';
import type { Session } from '../session';
import { autoFill } from './autoFill';
import { toA1, toR1C1, wireValue } from './contents';
import { readRange } from './geometry';
import { rangeKind } from './range';

export const CLEAR_WORDS = ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents'] as const;

export const clearCells = ({ sheet, area }: Cells, what: (typeof CLEAR_WORDS)[number], session: Session): void => {
  if (what === 'Formats') guardOption(sheet, 'allowFormatCells');
  else guardContents(session, sheet, area);
  if (what === 'RemoveHyperlinks') sheet.clear(area, 'Hyperlinks');
  else sheet.clear(area, what === 'ResetContents' ? 'Contents' : what);
};

/** Tables are cut by cells pushed through them only if whole; the rest is a conflict, as in Excel. */
const guardShift = (sheet: Sheet, area: Area, isVertical: boolean): void => {
  guardSheet(sheet);
  for (const table of sheet.tables) {
    const crosses = isVertical
      ? table.area.bottom >= area.top && intersect({ ...area, top: 0, bottom: table.area.bottom }, table.area) !== null
      : table.area.right >= area.left && intersect({ ...area, left: 0, right: table.area.right }, table.area) !== null;
    const isWhole = isVertical
      ? area.left <= table.area.left && area.right >= table.area.right
      : area.top <= table.area.top && area.bottom >= table.area.bottom;
    if (crosses && !isWhole)
      throw refuse('InvalidOperation', 'This operation is not allowed. It would shift cells in a table of the worksheet.');
  }
};

const insertCells = (cells: Cells, args: Args, session: Session): Node => {
  const { sheet } = cells;
  const area = cells.area;
  const shift = isWholeRows(area) ? 'Down' : isWholeColumns(area) ? 'Right' : args.choice(0, ['Down', 'Right'] as const);
  if (sheet.protection.protected && isWholeRows(area)) guardOption(sheet, 'allowInsertRows');
  else if (sheet.protection.protected && isWholeColumns(area)) guardOption(sheet, 'allowInsertColumns');
  else guardShift(sheet, area, shift === 'Down');
  sheet.insert(area, shift);
  session.follow({ sheet: sheet.id, area, to: shift });
  return rangeKind(new Cells(sheet, area));
};

const deleteCells = (cells: Cells, args: Args, session: Session): void => {
  const { sheet } = cells;
  const area = cells.area;
  const shift = isWholeRows(area) ? 'Up' : isWholeColumns(area) ? 'Left' : args.choice(0, ['Up', 'Left'] as const);
  if (sheet.protection.protected && isWholeRows(area)) guardOption(sheet, 'allowDeleteRows');
  else if (sheet.protection.protected && isWholeColumns(area)) guardOption(sheet, 'allowDeleteColumns');
  else guardShift(sheet, area, shift === 'Up');
  sheet.delete(area, shift);
  session.follow({ sheet: sheet.id, area, to: shift });
};

const COPY_TYPES = ['All', 'Formulas', 'Values', 'Formats', 'Link'] as const;
type CopyType = (typeof COPY_TYPES)[number];

interface Taken {
  readonly formula: string | null;
  readonly value: ReturnType<Sheet['value']>;
  readonly style: number;
  readonly from: { readonly row: number; readonly column: number };
}

/** @param isMoved whether a formula goes along: then what it comes to is not asked for. */
const take = (sheet: Sheet, row: number, column: number, isMoved = true): Taken => {
  const content = sheet.content(row, column);
  return {
    formula: content.kind === 'formula' ? content.formula : null,
    value: content.kind === 'formula' && isMoved ? null : sheet.value(row, column),
    style: sheet.styleIndex(row, column),
    from: { row, column },
  };
};

const withEquals = (formula: string): string => (formula.startsWith('=') ? formula : `=${formula}`);

/** Puts a cell taken elsewhere; relative references move with it. */
const put = (sheet: Sheet, row: number, column: number, taken: Taken, type: CopyType): void => {
  if (type !== 'Formats' && type !== 'Link') {
    if (taken.formula !== null && type !== 'Values') {
      sheet.setFormula(row, column, toA1(toR1C1(withEquals(taken.formula), taken.from.row, taken.from.column), row, column));
    } else sheet.setValue(row, column, taken.value);
  }
  if (type === 'All' || type === 'Formats') sheet.setStyleIndex(cellArea(row, column), taken.style);
};

/** The part of a whole row or column that a copy needs to look at. */
const usedPart = ({ sheet, area }: Cells): Area => {
  if (!isWholeRows(area) && !isWholeColumns(area)) return area;
  const used = sheet.usedArea(false);
  if (!used) return { ...area, bottom: area.top, right: area.left };
  return {
    ...area,
    bottom: isWholeColumns(area) ? Math.max(used.bottom, area.top) : area.bottom,
    right: isWholeRows(area) ? Math.max(used.right, area.left) : area.right,
  };
};

/** Repeats the source over the target where that is a multiple of it, as pasting does; a smaller target takes the whole source. */
export const copyCells = (target: Cells, args: Args, session: Session): void => {
  const whole = readRange(args.at(0), session, target.sheet);
  const source = usedPart(whole);
  const type = args.choice(1, COPY_TYPES, 'All');
  const [skipBlanks, transpose] = [args.flag(2, false), args.flag(3, false)];
  const rows = transpose ? columnsOf(source) : rowsOf(source);
  const columns = transpose ? rowsOf(source) : columnsOf(source);
  const asked = usedPart(target);
  const repeatRows = rowsOf(asked) % rows === 0 ? rowsOf(asked) / rows : 1;
  const repeatColumns = columnsOf(asked) % columns === 0 ? columnsOf(asked) / columns : 1;
  const area = checkedArea(
    target.area.top,
    target.area.left,
    target.area.top + rows * repeatRows - 1,
    target.area.left + columns * repeatColumns - 1,
  );
  guardContents(session, target.sheet, area);
  const isPlain = !transpose && !skipBlanks && repeatRows === 1 && repeatColumns === 1;
  if (type === 'Values' && isPlain && (whole.sheet !== target.sheet || intersect(source, area) === null)) {
    target.sheet.copyValues(whole.sheet, source, area.top, area.left);
    return;
  }
  const grid: Taken[][] = [];
  for (let row = source.top; row <= source.bottom; row += 1) {
    const line: Taken[] = [];
    for (let column = source.left; column <= source.right; column += 1)
      line.push(take(whole.sheet, row, column, type !== 'Values'));
    grid.push(line);
  }
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const [down, right] = [(row - area.top) % rows, (column - area.left) % columns];
      const taken = transpose ? grid[right]?.[down] : grid[down]?.[right];
      if (!taken || (skipBlanks && taken.formula === null && taken.value === null)) continue;
      if (transpose && taken.formula !== null && (type === 'All' || type === 'Formulas')) {
        throw refuse('ApiNotFound', 'Range.copyFrom of formulas, transposed, is not part of this host.');
      }
      if (type === 'Link')
        target.sheet.setFormula(row, column, `=${printAddress(whole.sheet.name, cellArea(taken.from.row, taken.from.column))}`);
      else put(target.sheet, row, column, taken, type);
    }
  }
  if (type === 'All') copyWidths(whole, target);
};

/** Whole columns take their widths along, whole rows their heights. */
const copyWidths = (source: Cells, target: Cells): void => {
  if (isWholeColumns(source.area)) {
    for (let index = 0; index < columnsOf(source.area); index += 1) {
      const column = target.area.left + index;
      target.sheet.setColumnWidth(column, column, source.sheet.columnWidth(source.area.left + index));
    }
  }
  if (isWholeRows(source.area)) {
    for (let index = 0; index < rowsOf(source.area); index += 1) {
      const row = target.area.top + index;
      target.sheet.setRowHeight(row, row, source.sheet.rowHeight(source.area.top + index));
    }
  }
};

const moveCells = (source: Cells, args: Args, session: Session): void => {
  const start = readRange(args.at(0), session, source.sheet);
  const from = source.area;
  const to = checkedArea(
    start.area.top,
    start.area.left,
    start.area.top + rowsOf(from) - 1,
    start.area.left + columnsOf(from) - 1,
  );
  guardContents(session, source.sheet, from);
  guardContents(session, start.sheet, to);
  moveWithReferences(source.sheet, from, start.sheet, to.top, to.left);
};

const merge = ({ sheet, area }: Cells, args: Args, session: Session): void => {
  guardContents(session, sheet, area);
  guardOption(sheet, 'allowFormatCells');
  if (sheet.tables.some((table) => intersect(table.area, area)))
    throw refuse('InvalidOperation', 'Cells of a table cannot be merged.');
  unmergeIn(sheet, area);
  const parts = args.flag(0, false)
    ? Array.from({ length: rowsOf(area) }, (_, index) => ({ ...area, top: area.top + index, bottom: area.top + index }))
    : [area];
  for (const part of parts) {
    if (isSingleCell(part)) continue;
    keepFirst(sheet, part);
    sheet.merges.push(part);
  }
  sheet.touch({ kind: 'layout', sheet: sheet.id, trigger: 'addin' });
};

/** Only the upper left cell's content stays. */
const keepFirst = (sheet: Sheet, area: Area): void => {
  sheet.forEachCell(area, (row, column, content) => {
    if (content.kind !== 'empty' && (row !== area.top || column !== area.left)) sheet.setValue(row, column, null);
  });
};

const unmergeIn = (sheet: Sheet, area: Area): void => {
  const stay = sheet.merges.filter((part) => !intersect(part, area));
  sheet.merges.splice(0, sheet.merges.length, ...stay);
};

const removeDuplicates = ({ sheet, area }: Cells, args: Args, session: Session): Node => {
  guardContents(session, sheet, area);
  const keys = readList(args.at(0)).map((item) => readInteger(item));
  if (keys.length === 0 || keys.some((key) => key < 0 || key >= columnsOf(area))) throw refuse('InvalidArgument');
  const first = area.top + (args.flag(1, false) ? 1 : 0);
  const seen = new Set<string>();
  const kept: Taken[][] = [];
  for (let row = first; row <= area.bottom; row += 1) {
    const key = JSON.stringify(
      keys
        .map((at) => wireValue(sheet.value(row, area.left + at)))
        .map((value) => (typeof value === 'string' ? value.toLowerCase() : value)),
    );
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(Array.from({ length: columnsOf(area) }, (_, index) => take(sheet, row, area.left + index)));
  }
  const total = area.bottom - first + 1;
  if (kept.length < total) {
    sheet.clear({ ...area, top: first }, 'Contents');
    for (const [down, line] of kept.entries()) {
      for (const [right, taken] of line.entries()) put(sheet, first + down, area.left + right, taken, 'Formulas');
    }
  }
  return duplicatesKind({ removed: total - kept.length, unique: kept.length });
};

const duplicatesKind = defineKind<{ readonly removed: number; readonly unique: number }>('RemoveDuplicatesResult', () => ({
  scalars: { Removed: reads(({ removed }) => removed), UniqueRemaining: reads(({ unique }) => unique) },
}));

/** Methods of a range that answer an object and change the sheet. */
export const rangeEdits = { Insert: insertCells, RemoveDuplicates: removeDuplicates };

export const rangeActions = {
  Clear: (cells: Cells, args: Args, session: Session): void => clearCells(cells, args.choice(0, CLEAR_WORDS, 'All'), session),
  Delete: deleteCells,
  CopyFrom: copyCells,
  MoveTo: moveCells,
  AutoFill: autoFill,
  Merge: merge,
  Unmerge: ({ sheet, area }: Cells): void => {
    guardOption(sheet, 'allowFormatCells');
    unmergeIn(sheet, area);
    sheet.touch({ kind: 'layout', sheet: sheet.id, trigger: 'addin' });
  },
  Select: ({ sheet, area }: Cells, _args: Args, session: Session): void => {
    if (sheet.visibility !== 'Visible') throw refuse('InvalidOperation');
    session.workbook.activate(sheet);
    session.workbook.select(sheet, [area]);
  },
  Calculate: (_cells: Cells, _args: Args, session: Session): void => session.workbook.calculate(false),
  SetDirty: (_cells: Cells, _args: Args, session: Session): void => session.workbook.calculate(true),
};
