/** The comparisons that conditional formats and validations share. */
import { compareValues } from '../calc/coercion';
import type { CellValueOperator, Scalar } from './model';
import { isError } from './values';

/** Whether a value stands to one or two others as the operator says; never where one of them is an error. */
export function meets(value: Scalar, operator: CellValueOperator, first: Scalar, second: Scalar): boolean {
  if (isError(value) || isError(first) || isError(second)) return false;
  const order = compareValues(value, first);
  switch (operator) {
    case 'EqualTo':
      return order === 0;
    case 'NotEqualTo':
      return order !== 0;
    case 'GreaterThan':
      return order > 0;
    case 'LessThan':
      return order < 0;
    case 'GreaterThanOrEqual':
      return order >= 0;
    case 'LessThanOrEqual':
      return order <= 0;
    case 'Between':
    case 'NotBetween': {
      const [low, high] = compareValues(first, second) <= 0 ? [first, second] : [second, first];
      const isBetween = compareValues(value, low) >= 0 && compareValues(value, high) <= 0;
      return isBetween === (operator === 'Between');
    }
  }
}
