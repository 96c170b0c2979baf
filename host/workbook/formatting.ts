/** Laying styles over areas: own styles of cells, styles of whole rows and whole columns, and where these cross. */
import { isWholeColumns, isWholeRows } from './area';
import type { CellStore } from './cellStore';
import type { Line, LineRuns } from './lineRuns';
import { MAX_COLUMNS, MAX_ROWS, type Area } from './model';

export interface StyledCells {
  readonly store: CellStore;
  readonly rows: LineRuns;
  readonly columns: LineRuns;
}

/** A cell's style: its own, else its row's, else its column's, else the workbook's. */
export function styleIndexAt(cells: StyledCells, row: number, column: number): number {
  const own = cells.store.style(row, column);
  if (own !== 0) return own - 1;
  const ofRow = cells.rows.at(row).style;
  return ofRow !== 0 ? ofRow - 1 : Math.max(0, cells.columns.at(column).style - 1);
}

/** @param change from a style's index to that of the style in its place */
export function changeStyles(cells: StyledCells, area: Area, change: (index: number) => number): void {
  if (area.top === area.bottom && area.left === area.right) changeCell(cells, area.top, area.left, change);
  else changeArea(cells, area, change);
}

/** As for an area: a cell that comes to look as it inherits keeps no style of its own. */
function changeCell(cells: StyledCells, row: number, column: number, change: (index: number) => number): void {
  const before = styleIndexAt(cells, row, column);
  const after = change(before);
  if (after !== before || cells.store.style(row, column) !== 0) cells.store.setStyle(row, column, after + 1);
}

function changeArea(cells: StyledCells, area: Area, change: (index: number) => number): void {
  const known = new Map<number, number>();
  const changed = (index: number): number => {
    const found = known.get(index) ?? change(index);
    known.set(index, found);
    return found;
  };
  const changeOwn = (): void =>
    cells.store.forEach(area, (row, column, _content, style) => {
      if (style !== 0) cells.store.setStyle(row, column, changed(style - 1) + 1);
    });
  if (isWholeColumns(area)) {
    changeOwn();
    changeWholeColumns(cells, area, changed);
  } else if (isWholeRows(area)) {
    changeOwn();
    changeWholeRows(cells, area, changed);
  } else if (isNearlyWholeColumns(area)) {
    // Cheaper by far than a style of its own for each cell: whole columns, and the few other cells as they were.
    const kept = stylesAround(cells, area);
    changeStyles(cells, { ...area, top: 0, bottom: MAX_ROWS - 1 }, changed);
    for (const { row, column, index } of kept) cells.store.setStyle(row, column, index + 1);
  } else {
    for (let column = area.left; column <= area.right; column++) changeColumn(cells, area, column, changed);
  }
}

/** Cells without a style of their own take after their row, else after their column. */
function changeColumn(cells: StyledCells, { top, bottom }: Area, column: number, change: (index: number) => number): void {
  for (const { from, to, line } of cells.rows.stretches(top, bottom)) {
    const inherited = Math.max(0, (line.style === 0 ? cells.columns.at(column).style : line.style) - 1);
    const isAsInherited = change(inherited) === inherited;
    cells.store.changeStyles(from, to, column, (own) =>
      own === 0 ? (isAsInherited ? 0 : change(inherited) + 1) : change(own - 1) + 1,
    );
  }
}

const FEW_CELLS = 50_000;

function isNearlyWholeColumns({ top, bottom, left, right }: Area): boolean {
  const height = bottom - top + 1;
  return height > MAX_ROWS / 2 && (MAX_ROWS - height) * (right - left + 1) <= FEW_CELLS;
}

/** Styles of the cells above and below an area. */
function stylesAround(
  cells: StyledCells,
  { top, bottom, left, right }: Area,
): { readonly row: number; readonly column: number; readonly index: number }[] {
  const kept: { row: number; column: number; index: number }[] = [];
  const keepRow = (row: number): void => {
    for (let column = left; column <= right; column++) kept.push({ row, column, index: styleIndexAt(cells, row, column) });
  };
  for (let row = 0; row < top; row++) keepRow(row);
  for (let row = bottom + 1; row < MAX_ROWS; row++) keepRow(row);
  return kept;
}

const styled = (line: Line, change: (index: number) => number): Line => ({
  ...line,
  style: change(Math.max(0, line.style - 1)) + 1,
});

function changeWholeColumns(cells: StyledCells, area: Area, change: (index: number) => number): void {
  const isAll = isWholeRows(area);
  for (const { from, to, line } of cells.rows.runs()) {
    if (line.style === 0) continue;
    if (isAll) cells.rows.change(from, to, (each) => styled(each, change));
    else setCrossing(cells, { top: from, bottom: to, left: area.left, right: area.right }, change(line.style - 1) + 1);
  }
  cells.columns.change(area.left, area.right, (line) => styled(line, change));
}

function changeWholeRows(cells: StyledCells, area: Area, change: (index: number) => number): void {
  const columnRuns = cells.columns.runs().filter(({ line }) => line.style !== 0);
  // The style of most columns becomes the row's; only columns of another style need cells of their own.
  const most = columnRuns.find(({ from, to }) => to - from + 1 > MAX_COLUMNS / 2)?.line.style ?? 0;
  for (const { from, to, line } of cells.rows.stretches(area.top, area.bottom)) {
    if (line.style !== 0) continue;
    for (const run of columnRuns) {
      if (run.line.style !== most)
        setCrossing(cells, { top: from, bottom: to, left: run.from, right: run.to }, change(run.line.style - 1) + 1);
    }
  }
  cells.rows.change(area.top, area.bottom, (line) => styled(line.style === 0 ? { ...line, style: most } : line, change));
}

/** Gives cells that have no style of their own one. */
function setCrossing(cells: StyledCells, area: Area, stylePlusOne: number): void {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (cells.store.style(row, column) === 0) cells.store.setStyle(row, column, stylePlusOne);
    }
  }
}
