/** A stretch of rows of one column: what its cells hold, in typed arrays where it can be. */
import type { Scalar } from './model';
import { errorNumber, errorOfNumber } from './values';

/** How far a row's number is shifted to give its chunk's. */
export const SHIFT = 9;
export const CHUNK_ROWS = 1 << SHIFT;
/** What of a row's number is its slot in the chunk. */
export const MASK = CHUNK_ROWS - 1;

export const EMPTY = 0;
export const NUMBER = 1;
export const TEXT = 2;
export const BOOLEAN = 3;
export const ERROR = 4;
export const FORMULA = 5;

/** A formula in a cell and its last value. The numbers are change numbers; `program` belongs to `calc`. */
export interface FormulaCell {
  /** With "=". */
  formula: string;
  value: Scalar;
  /** The value was right at this change; -1 where it was never worked out. */
  checkedAt: number;
  /** The value became what it is at this change. */
  changedAt: number;
  program: unknown;
}

export const isFormulaCell = (content: Scalar | FormulaCell): content is FormulaCell =>
  typeof content === 'object' && content !== null && 'formula' in content;

export class Chunk {
  readonly kinds = new Uint8Array(CHUNK_ROWS);
  /** Numbers, booleans as 0 and 1, errors by number. */
  numbers: Float64Array | null = null;
  /** Texts and formula cells. */
  objects: (string | FormulaCell | undefined)[] | null = null;
  /** Own style's index + 1; 0 for none. */
  styles: Uint32Array | null = null;
  filled = 0;
  styled = 0;
  formulas = 0;
  changedAt = 0;
  /** All formulas here were brought up to date at this change … */
  freshAt = -1;
  /** … and then the newest of their values was of this one. */
  formulasChangedAt = 0;
  /** A copy of the sheet holds this chunk too: it is copied before it is written to. */
  isShared = false;

  valueAt(slot: number): Scalar | FormulaCell {
    switch (this.kinds[slot]) {
      case NUMBER:
        return this.numbers?.[slot] ?? 0;
      case TEXT:
      case FORMULA:
        return this.objects?.[slot] ?? null;
      case BOOLEAN:
        return this.numbers?.[slot] === 1;
      case ERROR:
        return errorOfNumber(this.numbers?.[slot] ?? 0);
      default:
        return null;
    }
  }

  formulaAt(slot: number): FormulaCell | null {
    const found = this.kinds[slot] === FORMULA ? this.objects?.[slot] : undefined;
    return typeof found === 'object' ? found : null;
  }

  put(slot: number, content: Scalar | FormulaCell): void {
    const before = this.kinds[slot] ?? EMPTY;
    if (before === FORMULA) this.formulas--;
    if (before !== EMPTY) this.filled--;
    if (before === TEXT || before === FORMULA) (this.objects ??= [])[slot] = undefined;
    this.kinds[slot] = this.keep(slot, content);
    if (content !== null) this.filled++;
  }

  private keep(slot: number, content: Scalar | FormulaCell): number {
    if (content === null) return EMPTY;
    if (typeof content === 'number') {
      (this.numbers ??= new Float64Array(CHUNK_ROWS))[slot] = content;
      return NUMBER;
    }
    if (typeof content === 'boolean') {
      (this.numbers ??= new Float64Array(CHUNK_ROWS))[slot] = content ? 1 : 0;
      return BOOLEAN;
    }
    if (typeof content === 'object' && 'error' in content) {
      (this.numbers ??= new Float64Array(CHUNK_ROWS))[slot] = errorNumber(content);
      return ERROR;
    }
    (this.objects ??= new Array<string | FormulaCell | undefined>(CHUNK_ROWS))[slot] = content;
    if (typeof content === 'string') return TEXT;
    this.formulas++;
    return FORMULA;
  }

  putStyle(slot: number, stylePlusOne: number): void {
    if (this.styles === null && stylePlusOne === 0) return;
    const styles = (this.styles ??= new Uint32Array(CHUNK_ROWS));
    const before = styles[slot] ?? 0;
    if (before === 0 && stylePlusOne !== 0) this.styled++;
    if (before !== 0 && stylePlusOne === 0) this.styled--;
    styles[slot] = stylePlusOne;
  }

  changeStyles(from: number, to: number, change: (stylePlusOne: number) => number): void {
    const bare = change(0);
    if (this.styled === 0 && bare === 0) return;
    if (this.styled === 0 && from === 0 && to === MASK) {
      this.styles = new Uint32Array(CHUNK_ROWS).fill(bare);
      this.styled = CHUNK_ROWS;
      return;
    }
    for (let slot = from; slot <= to; slot++) this.putStyle(slot, change(this.styles?.[slot] ?? 0));
  }

  get isBare(): boolean {
    return this.filled === 0 && this.styled === 0;
  }

  copy(): Chunk {
    const copy = new Chunk();
    copy.kinds.set(this.kinds);
    copy.numbers = this.numbers?.slice() ?? null;
    copy.objects = this.objects?.slice() ?? null;
    copy.styles = this.styles?.slice() ?? null;
    copy.filled = this.filled;
    copy.styled = this.styled;
    copy.formulas = this.formulas;
    copy.changedAt = this.changedAt;
    return copy;
  }
}
