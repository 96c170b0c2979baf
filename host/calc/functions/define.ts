/** How functions are written down. */
import type { ErrorValue, Scalar } from '../../workbook/model';
import { isError } from '../../workbook/values';
import type { Calculation } from '../calculator';
import type { Argument, Run } from '../compile';
import { toNumber, toText } from '../coercion';
import { lifted } from '../operators';
import { scalarOf } from '../intersection';
import { isReference, isScalar, type Frame, type Operand } from '../operands';

export interface FunctionEntry {
  readonly least: number;
  readonly most: number;
  /** Whether ranges among its arguments count as arrays. */
  readonly takesArrays: boolean;
  readonly isVolatile?: boolean;
  readonly seesHidden?: boolean;
  build(args: readonly Argument[], calculation: Calculation, isArray: boolean): Run;
}

export type FunctionTable = Readonly<Record<string, FunctionEntry>>;

export const MANY = 255;

/** A function of single values; an error among them is its result, arrays are worked through place by place. */
export function ofValues(least: number, most: number, work: (...values: Scalar[]) => Scalar): FunctionEntry {
  const checked = (values: readonly Scalar[]): Scalar => values.find(isError) ?? work(...values);
  return {
    least,
    most,
    takesArrays: false,
    build: (args, calculation, isArray) => placewise(args, calculation, isArray, checked),
  };
}

/** As `ofValues`, but errors are given to the function. */
export function ofAnyValues(least: number, most: number, work: (...values: Scalar[]) => Scalar): FunctionEntry {
  return {
    least,
    most,
    takesArrays: false,
    build: (args, calculation, isArray) => placewise(args, calculation, isArray, (values) => work(...values)),
  };
}

function placewise(
  args: readonly Argument[],
  calculation: Calculation,
  isArray: boolean,
  work: (values: readonly Scalar[]) => Scalar,
): Run {
  if (isArray)
    return (frame) =>
      lifted(
        calculation,
        args.map(({ many }) => many(frame)),
        work,
      );
  return (frame) => work(args.map(({ one }) => one(frame)));
}

/** A function of numbers. */
export function ofNumbers(
  least: number,
  most: number,
  work: (...numbers: number[]) => number | boolean | ErrorValue,
): FunctionEntry {
  return ofValues(least, most, (...values) => {
    const numbers: number[] = [];
    for (const value of values) {
      const number = toNumber(value);
      if (typeof number !== 'number') return number;
      numbers.push(number);
    }
    return work(...numbers);
  });
}

/** A function of one text. */
export function ofText(work: (text: string) => Scalar): FunctionEntry {
  return ofValues(1, 1, (value = null) => {
    const text = toText(value);
    return typeof text === 'string' ? work(text) : text;
  });
}

type OperandWork = (operands: readonly Operand[], calculation: Calculation, frame: Frame) => Operand;

/** A function that sees references and arrays as they are. */
export function ofOperands(
  least: number,
  most: number,
  work: OperandWork,
  traits: { readonly isVolatile?: boolean; readonly seesHidden?: boolean } = {},
): FunctionEntry {
  return {
    least,
    most,
    takesArrays: true,
    ...traits,
    build: (args, calculation) => (frame) =>
      work(
        args.map(({ many }) => many(frame)),
        calculation,
        frame,
      ),
  };
}

/** A function that works out only the arguments it needs, where its first is a single value. */
export function choosing(
  least: number,
  most: number,
  choose: (first: Scalar, args: readonly Run[], frame: Frame) => Operand,
): FunctionEntry {
  return {
    least,
    most,
    takesArrays: false,
    build: (args, calculation, isArray) => {
      const runs = args.map(({ many }) => many);
      return (frame) => {
        const first = isArray ? singled(args[0]?.many(frame) ?? null, frame, calculation) : (args[0]?.one(frame) ?? null);
        if (isScalar(first)) return choose(first, runs, frame);
        const all = [first, ...runs.slice(1).map((run) => run(frame))];
        return lifted(calculation, all, ([head = null, ...rest]) => {
          const chosen = choose(
            head,
            [head, ...rest].map((value) => () => value),
            frame,
          );
          return isScalar(chosen) ? chosen : null;
        });
      };
    },
  };
}

/** The value of a single cell; anything larger as it is. */
const singled = (operand: Operand, frame: Frame, calculation: Calculation): Operand =>
  isReference(operand) && operand.area.top === operand.area.bottom && operand.area.left === operand.area.right
    ? scalarOf(operand, frame, calculation)
    : operand;
