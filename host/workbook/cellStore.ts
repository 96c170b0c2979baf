/**
 * A sheet's cells, by columns and in chunks of rows: numbers in typed arrays, texts beside them, no object for a
 * constant. Every chunk knows when its contents last changed, by the workbook's change number, so that a formula can
 * tell whether it is still right without looking at each cell.
 */
import { WHOLE_SHEET } from './area';
import { Chunk, CHUNK_ROWS, EMPTY, isFormulaCell, MASK, SHIFT, type FormulaCell } from './chunk';
import type { Area, Scalar } from './model';

export class Column {
  readonly chunks: (Chunk | undefined)[] = [];
  /** Contents of whole chunks vanished at this change. */
  changedAt = 0;

  /** The chunk of a row, to be written to. */
  chunkFor(row: number): Chunk {
    const chunk = (this.chunks[row >> SHIFT] ??= new Chunk());
    return chunk.isShared ? (this.chunks[row >> SHIFT] = chunk.copy()) : chunk;
  }
}

/** A store's chunks by columns, as they were. */
export type KeptCells = readonly (readonly (Chunk | undefined)[] | undefined)[];

/** Visits a cell: its content, and its own style's index + 1 (0 for none). */
export type CellVisit = (row: number, column: number, content: Scalar | FormulaCell, stylePlusOne: number) => void;

export class CellStore {
  private columns: (Column | undefined)[] = [];
  /** Cells were moved about, so that every reference to this sheet is in doubt, at this change. */
  movedAt = 0;
  /** Whether a formula ever stood here. */
  hadFormulas = false;

  column(column: number): Column | undefined {
    return this.columns[column];
  }

  chunk(row: number, column: number): Chunk | undefined {
    return this.columns[column]?.chunks[row >> SHIFT];
  }

  get(row: number, column: number): Scalar | FormulaCell {
    const chunk = this.columns[column]?.chunks[row >> SHIFT];
    return chunk === undefined ? null : chunk.valueAt(row & MASK);
  }

  set(row: number, column: number, content: Scalar | FormulaCell, now: number): void {
    if (content === null && this.chunk(row, column) === undefined) return;
    const chunk = this.columnFor(column).chunkFor(row);
    chunk.put(row & MASK, content);
    chunk.changedAt = now;
    if (chunk.formulas > 0) this.hadFormulas = true;
  }

  /** Contents of a stretch of one column of another store, formulas as what they came to. */
  takeValues(from: CellStore, top: number, bottom: number, left: number, row: number, column: number, now: number): void {
    for (let at = top; at <= bottom;) {
      const to = row + at - top;
      const last = Math.min(bottom, at | MASK, at + (MASK - (to & MASK)));
      const source = from.chunk(at, left);
      const target = source === undefined ? this.chunk(to, column) : this.columnFor(column).chunkFor(to);
      if (target !== undefined) {
        for (let slot = 0; slot <= last - at; slot++) {
          const content = source?.valueAt((at & MASK) + slot) ?? null;
          target.put((to & MASK) + slot, isFormulaCell(content) ? content.value : content);
        }
        target.changedAt = now;
      }
      at = last + 1;
    }
  }

  /** Own style's index + 1; 0 for none. */
  style(row: number, column: number): number {
    return this.columns[column]?.chunks[row >> SHIFT]?.styles?.[row & MASK] ?? 0;
  }

  setStyle(row: number, column: number, stylePlusOne: number): void {
    if (stylePlusOne === 0 && this.chunk(row, column) === undefined) return;
    this.columnFor(column)
      .chunkFor(row)
      .putStyle(row & MASK, stylePlusOne);
  }

  /** @param change from an own style's index + 1 (0 for none) to what stands in its place */
  changeStyles(top: number, bottom: number, column: number, change: (stylePlusOne: number) => number): void {
    const target = this.columnFor(column);
    const staysBare = change(0) === 0;
    for (let row = top; row <= bottom; row = ((row >> SHIFT) + 1) << SHIFT) {
      const last = Math.min(bottom, row | MASK);
      const chunk = staysBare ? this.chunk(row, column) : target.chunkFor(row);
      chunk?.changeStyles(row & MASK, last & MASK, change);
    }
  }

  /** Last column that may hold anything; -1 for none. */
  get lastColumn(): number {
    return this.columns.length - 1;
  }

  /** Smallest area with contents (or own styles too) inside another; null where there is nothing. */
  used(valuesOnly: boolean, within: Area = WHOLE_SHEET): Area | null {
    const holds = (chunk: Chunk): boolean => chunk.filled > 0 || (!valuesOnly && chunk.styled > 0);
    const holdsAt = (chunk: Chunk, slot: number): boolean =>
      chunk.kinds[slot] !== EMPTY || (!valuesOnly && (chunk.styles?.[slot] ?? 0) !== 0);
    /** The first row from one towards another that holds something; -1 for none. */
    const firstRow = ({ chunks }: Column, from: number, to: number): number => {
      const step = from <= to ? 1 : -1;
      for (let row = from; (to - row) * step >= 0;) {
        const chunk = chunks[row >> SHIFT];
        const isOut = chunk === undefined || !holds(chunk);
        if (!isOut && holdsAt(chunk, row & MASK)) return row;
        row = !isOut ? row + step : step > 0 ? ((row >> SHIFT) + 1) << SHIFT : ((row >> SHIFT) << SHIFT) - 1;
      }
      return -1;
    };
    let area: Area | null = null;
    for (let index = within.left; index <= Math.min(within.right, this.lastColumn); index++) {
      const column = this.columns[index];
      if (column === undefined) continue;
      const last = Math.min(within.bottom, (column.chunks.length << SHIFT) - 1);
      const top = within.top > last ? -1 : firstRow(column, within.top, last);
      if (top < 0) continue;
      const bottom = firstRow(column, last, top);
      area =
        area === null
          ? { top, bottom, left: index, right: index }
          : { top: Math.min(area.top, top), bottom: Math.max(area.bottom, bottom), left: area.left, right: index };
    }
    return area;
  }

  /** Last row with contents in a column; -1 for none. */
  lastFilledRow(column: number): number {
    const chunks = this.columns[column]?.chunks ?? [];
    const last = chunks.findLastIndex((chunk) => chunk !== undefined && chunk.filled > 0);
    return last < 0 ? -1 : last * CHUNK_ROWS + slots(chunks[last], (chunk, slot) => chunk.kinds[slot] !== EMPTY, -1);
  }

  /** Visits the cells of an area that hold something or have a style of their own, row by row. */
  forEach(area: Area, visit: CellVisit): void {
    const right = Math.min(area.right, this.lastColumn);
    const lastBlock = Math.min(area.bottom >> SHIFT, this.lastBlock(area.left, right));
    for (let block = area.top >> SHIFT; block <= lastBlock; block++) {
      const chunks: { readonly column: number; readonly chunk: Chunk }[] = [];
      for (let column = area.left; column <= right; column++) {
        const chunk = this.columns[column]?.chunks[block];
        if (chunk !== undefined && !chunk.isBare) chunks.push({ column, chunk });
      }
      if (chunks.length === 0) continue;
      const start = block * CHUNK_ROWS;
      const bottom = Math.min(area.bottom, start + MASK);
      for (let row = Math.max(area.top, start); row <= bottom; row++) {
        const slot = row - start;
        for (const { column, chunk } of chunks) {
          const style = chunk.styles?.[slot] ?? 0;
          if (chunk.kinds[slot] !== EMPTY || style !== 0) visit(row, column, chunk.valueAt(slot), style);
        }
      }
    }
  }

  /** Visits every formula cell, column by column. */
  forEachFormula(visit: (row: number, column: number, cell: FormulaCell, chunk: Chunk) => void): void {
    this.columns.forEach((column, index) => {
      column?.chunks.forEach((chunk, block) => {
        if (chunk === undefined || chunk.formulas === 0) return;
        for (let slot = 0; slot < CHUNK_ROWS; slot++) {
          const cell = chunk.formulaAt(slot);
          if (cell !== null) visit(block * CHUNK_ROWS + slot, index, cell, chunk);
        }
      });
    });
  }

  /** Whether a formula may stand in an area. */
  hasFormulas(area: Area): boolean {
    let found = false;
    this.forEachChunk(area, (chunk) => (found ||= chunk.formulas > 0));
    return found;
  }

  clearContents(area: Area, now: number): void {
    this.forEachChunk(area, (chunk, column, block, from, to) => {
      if (chunk.filled === 0) return;
      if (chunk.styled === 0 && from === 0 && to === MASK) {
        column.chunks[block] = undefined;
        column.changedAt = now;
        return;
      }
      const own = column.chunkFor(block * CHUNK_ROWS);
      for (let slot = from; slot <= to; slot++) if (own.kinds[slot] !== EMPTY) own.put(slot, null);
      own.changedAt = now;
    });
  }

  clearStyles(area: Area): void {
    this.forEachChunk(area, (chunk, column, block, from, to) => {
      if (chunk.styled === 0) return;
      const own = column.chunkFor(block * CHUNK_ROWS);
      for (let slot = from; slot <= to; slot++) own.putStyle(slot, 0);
    });
  }

  /** Opens (count > 0) or takes out (count < 0) rows at `row` in some columns; the rest of these columns moves. */
  shiftRows(left: number, right: number, row: number, count: number, now: number): void {
    this.movedAt = now;
    for (let index = left; index <= Math.min(right, this.lastColumn); index++) {
      const column = this.columns[index];
      if (column !== undefined) this.columns[index] = shiftedColumn(column, row, count);
    }
  }

  /** Opens or takes out columns at `column` in some rows; what is right of them moves. */
  shiftColumns(top: number, bottom: number, column: number, count: number, now: number): void {
    this.movedAt = now;
    const cells: { row: number; column: number; content: Scalar | FormulaCell; style: number }[] = [];
    const tail = { top, bottom, left: column, right: Math.max(column, this.lastColumn) };
    this.forEach(tail, (row, at, content, style) => cells.push({ row, column: at, content, style }));
    this.clearContents(tail, now);
    this.clearStyles(tail);
    for (const cell of cells) {
      const to = cell.column + count;
      if (to < column && count < 0) continue;
      this.set(cell.row, to, cell.content, now);
      this.setStyle(cell.row, to, cell.style);
    }
  }

  /** As `shiftColumns` for whole columns, without touching cells. */
  shiftWholeColumns(column: number, count: number, now: number): void {
    this.movedAt = now;
    if (column > this.lastColumn) return;
    if (count < 0) this.columns.splice(column, -count);
    else this.columns.splice(column, 0, ...new Array<Column | undefined>(count));
  }

  /** The cells as they are now; what is written later does not reach what is kept. */
  keep(): KeptCells {
    return this.columns.map((column) => {
      for (const chunk of column?.chunks ?? []) if (chunk !== undefined) chunk.isShared = true;
      return column?.chunks.slice();
    });
  }

  /** Brings back what was kept; every formula is in doubt then. */
  restore(kept: KeptCells, now: number): void {
    this.movedAt = now;
    this.columns = kept.map((chunks) => {
      if (chunks === undefined) return undefined;
      const column = new Column();
      column.chunks.push(...chunks);
      return column;
    });
    this.forEachFormula((_row, _column, cell) => {
      cell.program = null;
    });
  }

  private columnFor(column: number): Column {
    const known = this.columns[column];
    if (known !== undefined) return known;
    while (this.columns.length < column) this.columns.push(undefined);
    return (this.columns[column] = new Column());
  }

  private lastBlock(left: number, right: number): number {
    let last = -1;
    for (let column = left; column <= right; column++) last = Math.max(last, (this.columns[column]?.chunks.length ?? 0) - 1);
    return last;
  }

  private forEachChunk(area: Area, visit: (chunk: Chunk, column: Column, block: number, from: number, to: number) => void): void {
    for (let index = area.left; index <= Math.min(area.right, this.lastColumn); index++) {
      const column = this.columns[index];
      if (column === undefined) continue;
      const last = Math.min(area.bottom >> SHIFT, column.chunks.length - 1);
      for (let block = area.top >> SHIFT; block <= last; block++) {
        const chunk = column.chunks[block];
        if (chunk === undefined) continue;
        const start = block * CHUNK_ROWS;
        visit(chunk, column, block, Math.max(0, area.top - start), Math.min(MASK, area.bottom - start));
      }
    }
  }
}

/** First (step 1) or last (step -1) slot of a chunk that passes. */
function slots(chunk: Chunk | undefined, passes: (chunk: Chunk, slot: number) => boolean, step: 1 | -1): number {
  let slot = step === 1 ? 0 : MASK;
  while (chunk !== undefined && slot >= 0 && slot <= MASK && !passes(chunk, slot)) slot += step;
  return slot;
}

function shiftedColumn(column: Column, at: number, count: number): Column {
  const shifted = new Column();
  shifted.changedAt = column.changedAt;
  column.chunks.forEach((chunk, block) => {
    if (chunk === undefined || chunk.isBare) return;
    const start = block * CHUNK_ROWS;
    if (start + MASK < at) {
      shifted.chunks[block] = chunk;
      return;
    }
    for (let slot = 0; slot < CHUNK_ROWS; slot++) {
      const row = start + slot;
      const content = chunk.valueAt(slot);
      const style = chunk.styles?.[slot] ?? 0;
      if ((content === null && style === 0) || (count < 0 && row >= at && row < at - count)) continue;
      const to = row < at ? row : row + count;
      const target = shifted.chunkFor(to);
      if (content !== null) target.put(to & MASK, content);
      if (style !== 0) target.putStyle(to & MASK, style);
    }
  });
  return shifted;
}
