/** Blocks of a plan as one matrix, so that they are written in few requests. */

import type { SheetPlan } from '../report/plan';
import { inputOf } from './cells';
import type { InputCell } from './cells';

/**
 * The cells of a plan's blocks from A1 to the last one that any of them has.
 * @param isText columns that are "@" where the matrix is written.
 */
export function blockMatrix(
  { blocks }: Pick<SheetPlan, 'blocks'>,
  formulaOf: (formula: string) => string,
  isText: ReadonlySet<number> = new Set(),
): InputCell[][] {
  const rows = Math.max(0, ...blocks.map(({ row, cells }) => row + cells.length));
  const columns = Math.max(0, ...blocks.flatMap(({ column, cells }) => cells.map((line) => column + line.length)));
  const matrix = Array.from({ length: rows }, () => Array<InputCell>(columns).fill(''));
  for (const { row, column, cells } of blocks) {
    cells.forEach((line, down) => {
      line.forEach((cell, right) => {
        const target = matrix[row + down];
        if (target !== undefined && cell !== null) target[column + right] = inputOf(cell, isText.has(column + right), formulaOf);
      });
    });
  }
  return matrix;
}
