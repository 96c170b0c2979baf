/** Rows and cells of a file brought into a sheet. */
import { MAX_COLUMNS, type Sheet } from '../workbook/model';
import { cellText, parseA1 } from '../workbook/address';
import { columnsOf, rowsOf } from '../workbook/area';
import { errorValue } from '../workbook/values';
import { scanSheetData, type CellSink, type ScanContext, type ScannedCell, type ScannedRow } from './cellScanner';
import { fromFileFormula } from './formulas';
import type { Findings } from './problem';
import { compileShared, followShared, type SharedFormula } from './sharedFormulas';
import type { SheetPart } from './sheetPart';
import type { Uncalculated } from './uncalculated';

const LONGEST_TEXT = 32_767;
/** A wider array is no formula that anybody wrote; it is listed and left. */
const MOST_SPREAD = 1_000_000;
const NOT_CALCULATED = errorValue('#CALC!');

/** @throws XmlFault where the rows cannot be read to their end */
export function readRows(
  part: SheetPart,
  sheet: Sheet,
  context: ScanContext,
  styleIndex: (xf: number) => number,
  findings: Findings,
  uncalculated: Uncalculated,
): void {
  const loader = new RowLoader(sheet, styleIndex, findings, uncalculated);
  scanSheetData(part.bytes, part.rowsStart, part.rowsEnd, context, loader);
  loader.finish();
}

interface StyleRun {
  style: number;
  top: number;
  bottom: number;
}

class RowLoader implements CellSink {
  private readonly shared = new Map<string, SharedFormula>();
  /** By column: cells below each other with the same style, set as one. */
  private readonly runs: (StyleRun | undefined)[] = [];
  private readonly columnStyles: number[] = [];
  private rowStyle: number | null = null;
  /** Rows below each other with the same style, not yet set. */
  private rowRun: StyleRun | null = null;
  /** What array formulas without a value fill. */
  private readonly spreads: string[] = [];
  private lastRow = -1;

  constructor(
    private readonly sheet: Sheet,
    private readonly styleIndex: (xf: number) => number,
    private readonly findings: Findings,
    private readonly uncalculated: Uncalculated,
  ) {
    for (const run of sheet.columnRuns())
      for (let column = run.left; column <= run.right; column += 1) this.columnStyles[column] = run.style;
  }

  row({ row, style, height, customHeight, hidden, level }: ScannedRow): void {
    if (row === this.lastRow) this.findings.add('cellRepeated', this.sheet.name, `row ${row + 1}`);
    this.lastRow = row;
    if (height !== null && (customHeight || height !== this.sheet.standardHeight))
      this.sheet.setRowHeight(row, row, Math.min(Math.max(height, 0), 409.5));
    if (hidden) this.sheet.setRowHidden(row, row, true);
    if (level > 0) this.sheet.changeRowLevels(row, row, () => level);
    this.rowStyle = style === null ? null : this.styleIndex(style);
    if (this.rowStyle !== null) this.placeRowStyle(row, this.rowStyle);
  }

  /** As one: setting the style of a row reaches over all columns. */
  private placeRowStyle(row: number, style: number): void {
    const run = this.rowRun;
    if (run?.style === style && run.bottom === row - 1) run.bottom = row;
    else {
      this.flushRows();
      this.rowRun = { style, top: row, bottom: row };
    }
  }

  private flushRows(): void {
    const run = this.rowRun;
    this.rowRun = null;
    if (run !== null) this.sheet.setStyleIndex({ top: run.top, left: 0, bottom: run.bottom, right: MAX_COLUMNS - 1 }, run.style);
  }

  cell(cell: ScannedCell): void {
    const { sheet } = this;
    const { row, column, value } = cell;
    this.placeStyle(row, column, this.styleIndex(cell.style));
    const formula = cell.formulaKind === 'none' ? null : this.formulaOf(cell);
    if (formula !== null) {
      const typed = `=${fromFileFormula(formula, this.tableAt(row, column))}`;
      const taken = this.uncalculated.taken(sheet, row, column, cell.hasValue ? value : undefined);
      sheet.setFormula(row, column, typed, taken);
      if (taken === undefined && cell.spread !== '') this.spreads.push(cell.spread);
    } else if (cell.formulaKind !== 'none' && !cell.hasValue) {
      this.findings.add('formulaNotCalculated', sheet.name, cellText(row, column));
      sheet.setValue(row, column, NOT_CALCULATED);
    } else if (typeof value === 'string' && value.length > LONGEST_TEXT) {
      this.findings.add('textTooLong', sheet.name, cellText(row, column));
      sheet.setValue(row, column, value.slice(0, LONGEST_TEXT));
    } else if (value !== null && value !== '') sheet.setValue(row, column, value);
  }

  fault(kind: 'cellOutOfRange' | 'cellUnreadable' | 'textMissing', reference: string): void {
    this.findings.add(kind, this.sheet.name, reference);
  }

  finish(): void {
    this.flushRows();
    this.runs.forEach((run, column) => {
      if (run !== undefined) this.flush(column, run);
    });
    for (const spread of this.spreads) this.fillSpread(spread);
  }

  /** The host gives an array formula's first value only: the cells that wait for the others must not look blank. */
  private fillSpread(spread: string): void {
    const { sheet } = this;
    const area = parseA1(spread);
    const cells = area === null ? 0 : rowsOf(area) * columnsOf(area);
    if (area === null || cells === 1) return;
    this.findings.add('formulaNotCalculated', sheet.name, spread);
    if (cells > MOST_SPREAD) return;
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1)
        if (sheet.content(row, column).kind === 'empty') sheet.setValue(row, column, NOT_CALCULATED);
  }

  /** Null where a cell only shows the result of another one's (a data table). */
  private formulaOf(cell: ScannedCell): string | null {
    if (cell.formulaKind !== 'shared') return cell.formula === '' ? null : cell.formula;
    if (cell.formula !== '') {
      this.shared.set(cell.shared, compileShared(cell.formula, cell.row, cell.column));
      return cell.formula;
    }
    const master = this.shared.get(cell.shared);
    if (master !== undefined) return followShared(master, cell.row, cell.column);
    this.findings.add('cellUnreadable', this.sheet.name, cellText(cell.row, cell.column));
    return null;
  }

  private tableAt(row: number, column: number): string | null {
    const found = this.sheet.tables.find(
      ({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
    );
    return found?.name ?? null;
  }

  /** A cell in the file has its own style, also where that is the standard one in a row or column of another. */
  private placeStyle(row: number, column: number, style: number): void {
    const run = this.runs[column];
    if (run?.style === style && run.bottom === row - 1) {
      run.bottom = row;
      return;
    }
    if (run !== undefined) this.flush(column, run);
    this.runs[column] =
      style === (this.rowStyle ?? this.columnStyles[column] ?? 0) && this.rowStyle === null
        ? undefined
        : { style, top: row, bottom: row };
  }

  /** A cell's own style lies over that of its row. */
  private flush(column: number, run: StyleRun): void {
    this.flushRows();
    this.sheet.setStyleIndex({ top: run.top, left: column, bottom: run.bottom, right: column }, run.style);
  }
}
