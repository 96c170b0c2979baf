/** Going over the cells of references, straight on the store. */
import { intersect } from '../workbook/area';
import { BOOLEAN, CHUNK_ROWS, EMPTY, ERROR, FORMULA, NUMBER, TEXT } from '../workbook/chunk';
import type { Area, Scalar } from '../workbook/model';
import { errorOfNumber } from '../workbook/values';
import type { Calculation } from './calculator';
import { isMatrix, isReference, isUnion, matrix, type Matrix, type Operand, type Reference } from './operands';

/** Sees a cell that holds something; returning false stops. */
export type Visit = (value: Exclude<Scalar, null>, row: number, column: number) => boolean;

/** Goes over the filled cells of an area, column by column; false where a visit stopped it. */
export function scan(calculation: Calculation, { sheet, area }: Reference, visit: Visit): boolean {
  const { store } = sheet;
  const right = Math.min(area.right, store.lastColumn);
  for (let index = area.left; index <= right; index++) {
    const chunks = store.column(index)?.chunks ?? [];
    const lastBlock = Math.min(Math.floor(area.bottom / CHUNK_ROWS), chunks.length - 1);
    for (let block = Math.floor(area.top / CHUNK_ROWS); block <= lastBlock; block++) {
      const chunk = chunks[block];
      if (chunk === undefined || chunk.filled === 0) continue;
      const start = block * CHUNK_ROWS;
      const { kinds, numbers, objects } = chunk;
      const last = Math.min(CHUNK_ROWS - 1, area.bottom - start);
      for (let slot = Math.max(0, area.top - start); slot <= last; slot++) {
        const kind = kinds[slot];
        if (kind === EMPTY) continue;
        const row = start + slot;
        let value: Scalar;
        if (kind === NUMBER) value = numbers?.[slot] ?? 0;
        else if (kind === TEXT) value = objects?.[slot] as string;
        else if (kind === BOOLEAN) value = numbers?.[slot] === 1;
        else if (kind === ERROR) value = errorOfNumber(numbers?.[slot] ?? 0);
        else value = kind === FORMULA ? calculation.read(sheet, row, index) : null;
        if (value !== null && !visit(value, row, index)) return false;
      }
    }
  }
  return true;
}

/** The area without the rows and columns behind the last that hold anything; at least one cell. */
export function trimmed({ sheet, area }: Reference): Area {
  let bottom = area.top;
  const right = Math.max(area.left, Math.min(area.right, sheet.store.lastColumn));
  for (let column = area.left; column <= right; column++) bottom = Math.max(bottom, sheet.store.lastFilledRow(column));
  return intersect(area, { top: area.top, left: area.left, bottom, right }) ?? area;
}

/** All values of an operand; blank cells behind the last filled ones are left out only for very large references. */
export function toMatrix(calculation: Calculation, operand: Operand): Matrix {
  if (isMatrix(operand)) return operand;
  if (isUnion(operand)) return toMatrix(calculation, operand.parts[0] ?? null);
  if (!isReference(operand)) return matrix(1, 1, [operand]);
  const { top, left, bottom, right } =
    (operand.area.bottom - operand.area.top + 1) * (operand.area.right - operand.area.left + 1) > 100_000
      ? trimmed(operand)
      : operand.area;
  const values: Scalar[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) values.push(calculation.read(operand.sheet, row, column));
  return matrix(bottom - top + 1, right - left + 1, values);
}

export const sizeOf = (operand: Operand): { readonly rows: number; readonly columns: number } => {
  if (isMatrix(operand)) return operand;
  const area = isReference(operand) ? operand.area : isUnion(operand) ? operand.parts[0]?.area : undefined;
  return area === undefined ? { rows: 1, columns: 1 } : { rows: area.bottom - area.top + 1, columns: area.right - area.left + 1 };
};
