/** Conditions, and tests of a value's kind. */
import type { Scalar } from '../../workbook/model';
import { isError } from '../../workbook/values';
import type { Calculation } from '../calculator';
import { NA_ERROR, toBoolean, toNumber, VALUE_ERROR } from '../coercion';
import { scalarOf } from '../intersection';
import { isReference, isScalar, isUnion, type Operand } from '../operands';
import { scan, toMatrix } from '../scan';
import { choosing, MANY, ofAnyValues, ofOperands, ofValues, type FunctionTable } from './define';

/** The truth values among arguments; texts in cells are passed over. */
function truths(operands: readonly Operand[], calculation: Calculation): boolean[] | Scalar {
  const found: boolean[] = [];
  for (const operand of operands) {
    if (isScalar(operand)) {
      const truth = toBoolean(operand);
      if (typeof truth !== 'boolean') return truth;
      found.push(truth);
      continue;
    }
    const faults: Scalar[] = [];
    const see = (value: Scalar): boolean => {
      if (isError(value)) faults.push(value);
      else if (typeof value === 'number' || typeof value === 'boolean') found.push(Boolean(value));
      return faults.length === 0;
    };
    if (isReference(operand)) scan(calculation, operand, see);
    else if (isUnion(operand)) operand.parts.every((part) => scan(calculation, part, see));
    else toMatrix(calculation, operand).values.every(see);
    if (faults[0] !== undefined) return faults[0];
  }
  return found.length === 0 ? VALUE_ERROR : found;
}

const ofTruths = (decide: (found: readonly boolean[]) => boolean): ReturnType<typeof ofOperands> =>
  ofOperands(1, MANY, (operands, calculation) => {
    const found = truths(operands, calculation);
    return Array.isArray(found) ? decide(found) : found;
  });

const unlessError = (isCaught: (value: Scalar) => boolean): ReturnType<typeof choosing> => ({
  ...choosing(2, 2, (first, [, other], frame) => (isCaught(first) ? (other?.(frame) ?? 0) : first)),
});

export const logicalFunctions: FunctionTable = {
  IF: choosing(2, 3, (first, [, then, otherwise], frame) => {
    const truth = toBoolean(first);
    if (typeof truth !== 'boolean') return truth;
    if (truth) return then?.(frame) ?? 0;
    return otherwise === undefined ? false : (otherwise(frame) ?? 0);
  }),
  IFERROR: unlessError(isError),
  IFNA: unlessError((value) => value === NA_ERROR),
  CHOOSE: choosing(2, MANY, (first, args, frame) => {
    const number = toNumber(first);
    if (typeof number !== 'number') return number;
    const chosen = args[Math.trunc(number)];
    return number < 1 || chosen === undefined ? VALUE_ERROR : chosen(frame);
  }),
  AND: ofTruths((found) => found.every(Boolean)),
  OR: ofTruths((found) => found.some(Boolean)),
  XOR: ofTruths((found) => found.filter(Boolean).length % 2 === 1),
  NOT: ofValues(1, 1, (value = null) => {
    const truth = toBoolean(value);
    return typeof truth === 'boolean' ? !truth : truth;
  }),
  TRUE: ofValues(0, 0, () => true),
  FALSE: ofValues(0, 0, () => false),
  NA: ofValues(0, 0, () => NA_ERROR),
  ISBLANK: ofAnyValues(1, 1, (value = null) => value === null),
  ISNUMBER: ofAnyValues(1, 1, (value) => typeof value === 'number'),
  ISTEXT: ofAnyValues(1, 1, (value) => typeof value === 'string'),
  ISNONTEXT: ofAnyValues(1, 1, (value) => typeof value !== 'string'),
  ISERROR: ofAnyValues(1, 1, (value) => isError(value)),
  ISERR: ofAnyValues(1, 1, (value) => isError(value) && value !== NA_ERROR),
  ISNA: ofAnyValues(1, 1, (value) => value === NA_ERROR),
  ISLOGICAL: ofAnyValues(1, 1, (value) => typeof value === 'boolean'),
  N: ofValues(1, 1, (value = null) => (typeof value === 'number' ? value : value === true ? 1 : 0)),
  T: ofOperands(1, 1, ([operand = null], calculation, frame) => {
    const value = scalarOf(operand, frame, calculation);
    return typeof value === 'string' || isError(value) ? value : '';
  }),
};
