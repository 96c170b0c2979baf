/**
 * Works out formulas when their values are asked for. A formula's value holds until a cell, table, name or sheet that
 * it looks at has changed since; so a value that a file brought along holds as long.
 */
import { CHUNK_ROWS, isFormulaCell, type Chunk, type FormulaCell } from '../workbook/chunk';
import type { Clock } from '../workbook/clock';
import type { Scalar, Table } from '../workbook/model';
import { isSameValue } from '../workbook/values';
import { compile, type Program } from './compile';
import { scalarOf } from './intersection';
import { createLookupIndex, type LookupIndex } from './lookupIndex';
import type { CalcSheet, Frame, Operand, Reference } from './operands';
import { toMatrix } from './scan';
import { shapeOf } from './scanReferences';

/** What the calculator asks of the workbook. */
export interface CalcHost {
  /** Number of the last change. */
  readonly change: number;
  readonly isManual: boolean;
  readonly clock: Clock;
  readonly calcSheets: readonly CalcSheet[];
  sheetNamed(name: string): CalcSheet | null;
  tableNamed(name: string): { readonly sheet: CalcSheet; readonly table: Table } | null;
  /** The formula of a defined name, without "=", as seen from a sheet. */
  nameFormula(name: string, sheet: CalcSheet): string | null;
  /** The change at which something a formula names (`sheet:x`, `table:x`, `names`) came, went or became another. */
  boundAt(key: string): number;
}

/** What functions and programs may ask while they run. */
export interface Calculation {
  readonly host: CalcHost;
  readonly index: LookupIndex;
  /** Value of a cell, worked out where need be. */
  read(sheet: CalcSheet, row: number, column: number): Scalar;
  /** The program of a defined name; null where there is none. */
  nameProgram(name: string, sheet: CalcSheet): Program | null;
  /** Runs what a name or INDIRECT stands for, guarded against names that name each other. */
  nested<T>(work: () => T, otherwise: T): T;
}

export interface Calculator {
  value(sheet: CalcSheet, row: number, column: number, cell: FormulaCell): Scalar;
  /** Brings all formulas up to date; `full` works out even those that are. @returns ids of the sheets that have formulas */
  calculate(full: boolean): string[];
  /**
   * What a formula (with or without "=") comes to as seen from a cell, references left as they are.
   * @param written the cell for which it is written, where that is another one
   */
  evaluate(formula: string, frame: Frame, written?: { readonly row: number; readonly column: number }): Operand;
  /** As `evaluate`, one value of it. */
  evaluateOne(formula: string, frame: Frame, written?: { readonly row: number; readonly column: number }): Scalar;
  /** As `evaluate`, all values of it, row by row. */
  valuesOf(formula: string, frame: Frame, written?: { readonly row: number; readonly column: number }): readonly Scalar[];
  /** Keeps what is derived from cells until the next change. */
  remembered<T>(key: string, make: () => T): T;
  /** Whether a text entered in a cell can be read as a formula. */
  isReadable(formula: string, row: number, column: number): boolean;
  /** Whether all functions of a cell's formula are in the table. */
  isSupported(formula: string, row: number, column: number): boolean;
}

/** Formulas work each other out so deep; then those waiting are put on a list instead of the stack. */
const DEEPEST = 200;
const DEEPEST_NAMES = 32;
const COMPUTING = -2;

interface Place {
  readonly sheet: CalcSheet;
  readonly row: number;
  readonly column: number;
  readonly cell: FormulaCell;
}

class TooDeep extends Error {
  constructor(readonly place: Place) {
    super('Too many formulas wait for each other.');
  }
}

export function createCalculator(host: CalcHost): Calculator {
  const programs = new Map<string, Program>();
  /** Formulas being worked out, the innermost last. */
  const working: FormulaCell[] = [];
  const inCircle = new Set<FormulaCell>();
  let isCalculating = false;
  let nameDepth = 0;

  const calculation: Calculation = {
    host,
    index: createLookupIndex(() => calculation),
    read: (sheet, row, column) => {
      const content = sheet.store.get(row, column);
      return isFormulaCell(content) ? value(sheet, row, column, content) : content;
    },
    nameProgram: (name, sheet) => {
      const formula = host.nameFormula(name, sheet);
      return formula === null ? null : programAt(formula, 0, 0);
    },
    nested: (work, otherwise) => {
      if (nameDepth >= DEEPEST_NAMES) return otherwise;
      nameDepth++;
      try {
        return work();
      } finally {
        nameDepth--;
      }
    },
  };

  function programAt(formula: string, row: number, column: number): Program {
    const shape = shapeOf(formula, row, column);
    const known = programs.get(shape);
    if (known !== undefined) return known;
    const program = compile(formula, row, column, calculation);
    programs.set(shape, program);
    return program;
  }

  function programOf({ cell, row, column }: Place): Program {
    return (cell.program ??= programAt(cell.formula, row, column)) as Program;
  }

  function value(sheet: CalcSheet, row: number, column: number, cell: FormulaCell): Scalar {
    if (cell.checkedAt === host.change) return cell.value;
    if (cell.checkedAt === COMPUTING) return closeCircle(cell);
    if (host.isManual && !isCalculating && cell.checkedAt >= 0) return cell.value;
    const place = { sheet, row, column, cell };
    if (working.length >= DEEPEST) throw new TooDeep(place);
    if (working.length > 0) settle(place);
    else settleAll(place);
    return cell.value;
  }

  /** A formula that waits for itself: it and all between come to 0. */
  function closeCircle(cell: FormulaCell): Scalar {
    for (let i = working.length - 1; i >= 0; i--) {
      const each = working[i];
      if (each !== undefined) inCircle.add(each);
      if (each === cell) break;
    }
    return 0;
  }

  /** Works out a formula with a list of those that wait instead of the stack. */
  function settleAll(place: Place): void {
    const waiting = new Map<FormulaCell, Place>();
    for (let next: Place | undefined = place; next !== undefined; next = [...waiting.values()].at(-1)) {
      const deeper = settledOrDeeper(next);
      waiting.delete(next.cell);
      if (deeper === null) continue;
      if (waiting.has(deeper.cell) || deeper.cell === next.cell) store(deeper.cell, 0);
      waiting.set(next.cell, next);
      if (deeper.cell.checkedAt !== host.change) waiting.set(deeper.cell, deeper);
    }
  }

  /** The formula that has to be worked out first, or null where the place's is done. */
  function settledOrDeeper(place: Place): Place | null {
    try {
      settle(place);
      return null;
    } catch (reason) {
      if (reason instanceof TooDeep) return reason.place;
      throw reason;
    }
  }

  function settle(place: Place): void {
    const { cell } = place;
    if (cell.checkedAt === host.change) return;
    const before = cell.checkedAt;
    cell.checkedAt = COMPUTING;
    working.push(cell);
    let isDone = false;
    try {
      const program = programOf(place);
      if (before >= 0 && isStillRight(program, place, before)) cell.checkedAt = host.change;
      else {
        const result = scalarOf(program.run(place), place, calculation);
        cell.checkedAt = before;
        store(cell, inCircle.has(cell) ? 0 : result);
      }
      isDone = true;
    } finally {
      if (!isDone) cell.checkedAt = before;
      working.pop();
      inCircle.delete(cell);
    }
  }

  function store(cell: FormulaCell, result: Scalar): void {
    const shown = result ?? 0;
    if (cell.checkedAt < 0 || !isSameValue(cell.value, shown)) {
      cell.value = shown;
      cell.changedAt = host.change;
    }
    cell.checkedAt = host.change;
  }

  function isStillRight(program: Program, frame: Frame, since: number): boolean {
    if (program.isVolatile) return false;
    if (program.bindings.some((key) => host.boundAt(key) > since)) return false;
    const precedents: Reference[] = [];
    program.precedents(frame, precedents);
    return precedents.every((each) => newestIn(each, since) <= since && !(program.seesHidden && each.sheet.rowsHiddenAt > since));
  }

  /** The newest change in an area, formulas in it brought up to date; stops at the first that is newer than `since`. */
  function newestIn({ sheet, area }: Reference, since: number): number {
    const { store: cells } = sheet;
    let newest = cells.movedAt;
    const right = Math.min(area.right, cells.lastColumn);
    for (let index = area.left; index <= right && newest <= since; index++) {
      const column = cells.column(index);
      if (column === undefined) continue;
      newest = Math.max(newest, column.changedAt);
      const last = Math.min(Math.floor(area.bottom / CHUNK_ROWS), column.chunks.length - 1);
      for (let block = Math.floor(area.top / CHUNK_ROWS); block <= last && newest <= since; block++) {
        const chunk = column.chunks[block];
        if (chunk === undefined) continue;
        newest = Math.max(newest, chunk.changedAt);
        if (chunk.formulas > 0 && newest <= since)
          newest = Math.max(newest, newestFormula(chunk, sheet, index, block, area.top, area.bottom));
      }
    }
    return newest;
  }

  function newestFormula(chunk: Chunk, sheet: CalcSheet, column: number, block: number, top: number, bottom: number): number {
    const start = block * CHUNK_ROWS;
    const isWhole = top <= start && bottom >= start + CHUNK_ROWS - 1;
    if (isWhole && chunk.freshAt === host.change) return chunk.formulasChangedAt;
    let newest = 0;
    const last = Math.min(CHUNK_ROWS - 1, bottom - start);
    for (let slot = Math.max(0, top - start); slot <= last; slot++) {
      const cell = chunk.formulaAt(slot);
      if (cell === null) continue;
      value(sheet, start + slot, column, cell);
      newest = Math.max(newest, cell.changedAt);
    }
    if (isWhole) {
      chunk.freshAt = host.change;
      chunk.formulasChangedAt = newest;
    }
    return newest;
  }

  function calculate(full: boolean): string[] {
    const calculated: string[] = [];
    isCalculating = true;
    try {
      for (const sheet of host.calcSheets) {
        if (!full) continue;
        sheet.store.forEachFormula((row, column, cell) => {
          if (programOf({ sheet, row, column, cell }).isSupported) cell.checkedAt = -1;
        });
      }
      for (const sheet of host.calcSheets) {
        let count = 0;
        sheet.store.forEachFormula((row, column, cell) => {
          count++;
          value(sheet, row, column, cell);
        });
        if (count > 0) calculated.push(sheet.id);
      }
    } finally {
      isCalculating = false;
    }
    return calculated;
  }

  const evaluate: Calculator['evaluate'] = (formula, frame, written = frame) =>
    programAt(formula, written.row, written.column).run(frame);

  return {
    value,
    calculate,
    evaluate,
    evaluateOne: (formula, frame, written) => scalarOf(evaluate(formula, frame, written), frame, calculation),
    valuesOf: (formula, frame, written) => toMatrix(calculation, evaluate(formula, frame, written)).values,
    remembered: (key, make) => calculation.index.remembered(key, make),
    isReadable: (formula, row, column) => programAt(formula, row, column).isReadable,
    isSupported: (formula, row, column) => programAt(formula, row, column).isSupported,
  };
}
