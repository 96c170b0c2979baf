/** What formulas work on: values, references to cells, matrices of values. */
import type { CellStore } from '../workbook/cellStore';
import type { Area, Scalar, Table } from '../workbook/model';

/** What formulas need of a sheet. */
export interface CalcSheet {
  readonly id: string;
  readonly name: string;
  readonly store: CellStore;
  readonly tables: readonly Table[];
  /** Rows were hidden or shown at this change. */
  readonly rowsHiddenAt: number;
  rowHidden(row: number): boolean;
  rowFiltered(row: number): boolean;
  tableAt(row: number, column: number): Table | null;
}

export interface Reference {
  readonly kind: 'reference';
  readonly sheet: CalcSheet;
  readonly area: Area;
}

/** Several areas, as `(A1,B2:C3)`. */
export interface ReferenceUnion {
  readonly kind: 'union';
  readonly parts: readonly Reference[];
}

/** Values by rows. */
export interface Matrix {
  readonly kind: 'matrix';
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly Scalar[];
}

export type Operand = Scalar | Reference | ReferenceUnion | Matrix;

/** The cell a formula is worked out for. */
export interface Frame {
  readonly sheet: CalcSheet;
  readonly row: number;
  readonly column: number;
}

const isKind = (operand: Operand): operand is Reference | ReferenceUnion | Matrix =>
  typeof operand === 'object' && operand !== null && 'kind' in operand;

export const isScalar = (operand: Operand): operand is Scalar => !isKind(operand);
export const isReference = (operand: Operand): operand is Reference => isKind(operand) && operand.kind === 'reference';
export const isUnion = (operand: Operand): operand is ReferenceUnion => isKind(operand) && operand.kind === 'union';
export const isMatrix = (operand: Operand): operand is Matrix => isKind(operand) && operand.kind === 'matrix';

export const reference = (sheet: CalcSheet, area: Area): Reference => ({ kind: 'reference', sheet, area });

export const matrix = (rows: number, columns: number, values: readonly Scalar[]): Matrix => ({
  kind: 'matrix',
  rows,
  columns,
  values,
});
