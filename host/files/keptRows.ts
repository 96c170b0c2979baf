/**
 * Rows of a sheet as they stand in its file, compared with what the sheet holds now. A cell that still reads the same is
 * copied as it stands, with all that the model does not know of it (rich text, array references, metadata).
 */
import { WHOLE_SHEET } from '../workbook/area';
import { MAX_COLUMNS, MAX_ROWS, type Sheet } from '../workbook/model';
import { scanSheetData, type CellSink, type ScanContext, type ScannedCell, type ScannedRow } from './cellScanner';
import { fromFileFormula } from './formulas';
import { withFolds } from './outlines';
import type { PartWriter } from './partWriter';
import type { SheetPart } from './sheetPart';
import { compileShared, followShared, type SharedFormula } from './sharedFormulas';
import { descend, flag } from './xml';

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

export interface RowLook {
  /** points; null for the standard. */
  readonly height: number | null;
  readonly hidden: boolean;
  /** Of the outline. */
  readonly level: number;
  /** The group above it is folded. */
  readonly collapsed: boolean;
  readonly style: number;
}

export const PLAIN_ROW: RowLook = { height: null, hidden: false, level: 0, collapsed: false, style: 0 };

const isPlainRow = ({ height, hidden, level, style }: RowLook): boolean =>
  height === null && !hidden && level === 0 && style === 0;

/** Rows with a look of their own, from the top. */
export function* rowLooks(sheet: Sheet): Generator<readonly [number, RowLook], undefined> {
  for (const { from, to, run, collapsed } of withFolds<Omit<RowLook, 'collapsed'>>(
    sheet.rowRuns().map((each) => ({ from: each.top, to: each.bottom, run: each })),
    PLAIN_ROW,
    MAX_ROWS,
  )) {
    const look = { ...run, collapsed };
    for (let row = from; row <= to; row += 1) yield [row, look];
  }
  return undefined;
}

/** A cell's place as a number that grows from row to row. */
export const cellKey = (row: number, column: number): number => row * MAX_COLUMNS + column;

/** Texts of the header cells of tables, by `cellKey`: Excel takes a file for damaged where the cells say anything else. */
export const tableHeaders = ({ tables }: Sheet): ReadonlyMap<number, string> =>
  new Map(
    tables.flatMap(({ area, columns, showHeaders }) =>
      showHeaders ? columns.map(({ name }, i): [number, string] => [cellKey(area.top, area.left + i), name]) : [],
    ),
  );

export class KeptRows implements CellSink {
  /** Cells that read the same, by `cellKey`, ascending, and where they stand; an end of 0 marks one that cannot be copied. */
  private keys = new Float64Array(1024);
  private starts = new Uint32Array(1024);
  private ends = new Uint32Array(1024);
  private count = 0;
  private at = 0;
  private readonly rows = new Map<number, { readonly start: number; readonly end: number; readonly look: RowLook }>();
  private readonly shared = new Map<string, SharedFormula>();
  private inOrder = true;
  private lastKey = -1;
  private same = true;
  /** A folded group is marked on the row below it, as Excel does unless a sheet says otherwise. */
  private readonly foldsBelow: boolean;
  /** All rows as they stand. */
  readonly bytes: Uint8Array;

  /** @param styleIndex the workbook's style for a cellXfs index */
  constructor(
    private readonly sheet: Sheet,
    private readonly part: SheetPart,
    context: ScanContext,
    private readonly styleIndex: (xf: number) => number,
  ) {
    this.bytes = part.bytes.subarray(part.rowsStart, part.rowsEnd);
    this.foldsBelow = flag(descend(part.root, 'sheetPr', 'outlinePr'), 'summaryBelow', true);
    scanSheetData(part.bytes, part.rowsStart, part.rowsEnd, context, this);
    if (!this.inOrder) this.count = 0;
  }

  /** The rows of the sheet are those of the file, cell by cell. */
  isUnchanged(): boolean {
    const { sheet } = this;
    if (!this.inOrder || !this.same) return false;
    for (const [key, name] of tableHeaders(sheet))
      if (sheet.value(Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS) !== name) return false;
    let styled = 0;
    for (const [row, look] of rowLooks(sheet)) {
      if (!this.isSameLook(this.rows.get(row)?.look, look)) return false;
      styled += isPlainRow(look) ? 0 : 1;
    }
    if (styled !== [...this.rows.values()].filter(({ look }) => !isPlainRow(look)).length) return false;
    let isWhole = true;
    sheet.forEachCell(WHOLE_SHEET, (row, column) => (isWhole &&= this.find(row, column) >= 0));
    this.at = 0;
    return isWhole;
  }

  /**
   * Writes the cell's element as it stands where it still reads the same; false where it is new or changed, or cannot stand
   * alone (shared formulas). Asked for in ascending order.
   */
  copyCell(row: number, column: number, out: PartWriter): boolean {
    const found = this.find(row, column);
    const end = found < 0 ? 0 : (this.ends[found] ?? 0);
    if (end === 0) return false;
    out.bytes(this.part.bytes.subarray(this.starts[found], end));
    return true;
  }

  /** Which of the cells that read the same it is; -1 for none. */
  private find(row: number, column: number): number {
    const key = cellKey(row, column);
    while (this.at < this.count && (this.keys[this.at] ?? 0) < key) this.at += 1;
    return this.at < this.count && this.keys[this.at] === key ? this.at : -1;
  }

  /** The row's start tag as it stood, less its end and the `spans` that new cells may break; null where the row looks otherwise now. */
  tagOf(row: number, look: RowLook): string | null {
    const known = this.rows.get(row);
    if (known === undefined || !this.isSameLook(known.look, look)) return null;
    return DECODER.decode(this.part.bytes.subarray(known.start, known.end))
      .replace(/(?:(?<!\s)\s+)?\/?>$/, '')
      .replace(/\sspans=(?:"[^"]*"|'[^']*')/, '');
  }

  /** What is hidden does not tell whether a group inside of a folded one is folded too, nor one that is marked above it. */
  private isSameLook(known: RowLook | undefined, now: RowLook): boolean {
    return (
      known?.height === now.height &&
      known.hidden === now.hidden &&
      known.level === now.level &&
      known.style === now.style &&
      (known.collapsed === now.collapsed || now.hidden || !this.foldsBelow)
    );
  }

  row({ row, style, height, customHeight, hidden, level, collapsed, tagStart, tagEnd }: ScannedRow): void {
    const isOwn = height !== null && (customHeight || height !== this.sheet.standardHeight);
    const own = style === null ? 0 : this.styleIndex(style);
    const look = { height: isOwn ? height : null, hidden, level, collapsed, style: own };
    this.rows.set(row, { start: tagStart, end: tagEnd, look });
  }

  fault(): void {
    this.same = false;
  }

  cell(cell: ScannedCell): void {
    const key = cellKey(cell.row, cell.column);
    if (key <= this.lastKey) this.inOrder = false;
    this.lastKey = key;
    if (this.isSame(cell)) this.push(key, cell.start, cell.formulaKind === 'shared' ? 0 : cell.end);
    else this.same = false;
  }

  private isSame(cell: ScannedCell): boolean {
    const { sheet } = this;
    const { row, column } = cell;
    const formula = this.formulaOf(cell);
    if (sheet.styleIndex(row, column) !== this.styleIndex(cell.style)) return false;
    const content = sheet.content(row, column);
    if (formula === null)
      return content.kind === 'value'
        ? content.value === cell.value
        : content.kind === 'empty' && (cell.value === null || cell.value === '');
    if (content.kind !== 'formula') return false;
    const table =
      sheet.tables.find(({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right)
        ?.name ?? null;
    return (
      content.formula === `=${fromFileFormula(formula, table)}` &&
      cell.hasValue &&
      Object.is(sheet.value(row, column), cell.value)
    );
  }

  private formulaOf(cell: ScannedCell): string | null {
    if (cell.formulaKind === 'none') return null;
    if (cell.formulaKind !== 'shared') return cell.formula === '' ? null : cell.formula;
    if (cell.formula !== '') this.shared.set(cell.shared, compileShared(cell.formula, cell.row, cell.column));
    const master = this.shared.get(cell.shared);
    return master === undefined ? null : followShared(master, cell.row, cell.column);
  }

  private push(key: number, start: number, end: number): void {
    if (this.count === this.keys.length) {
      this.keys = grown(this.keys, new Float64Array(this.count * 2));
      this.starts = grown(this.starts, new Uint32Array(this.count * 2));
      this.ends = grown(this.ends, new Uint32Array(this.count * 2));
    }
    this.keys[this.count] = key;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count += 1;
  }
}

function grown<T extends Float64Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
