/** One value out of an operand: implicit intersection, as Excel does where a formula expects one value. */
import type { Scalar } from '../workbook/model';
import type { Calculation } from './calculator';
import { VALUE_ERROR } from './coercion';
import { isMatrix, isReference, isScalar, isUnion, type Frame, type Operand } from './operands';

export function scalarOf(operand: Operand, frame: Frame, calculation: Calculation): Scalar {
  if (isScalar(operand)) return operand;
  if (isMatrix(operand)) return operand.values[0] ?? null;
  if (isUnion(operand)) return VALUE_ERROR;
  if (!isReference(operand)) return VALUE_ERROR;
  const { sheet, area } = operand;
  const row = area.top === area.bottom ? area.top : frame.row >= area.top && frame.row <= area.bottom ? frame.row : null;
  const column =
    area.left === area.right ? area.left : frame.column >= area.left && frame.column <= area.right ? frame.column : null;
  return row === null || column === null ? VALUE_ERROR : calculation.read(sheet, row, column);
}
