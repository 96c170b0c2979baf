/** Sums, counts and averages of what meets criteria. */
import type { ErrorValue, Scalar } from '../../workbook/model';
import { isError } from '../../workbook/values';
import type { Calculation } from '../calculator';
import { criterionOf, type Criterion } from '../criteria';
import { DIV_ERROR, VALUE_ERROR } from '../coercion';
import { areaKey } from '../lookupIndex';
import { scalarOf } from '../intersection';
import { lifted } from '../operators';
import { isMatrix, isReference, isScalar, reference, type Frame, type Operand, type Reference } from '../operands';
import { scan, sizeOf, trimmed } from '../scan';
import { MANY, ofOperands, type FunctionEntry, type FunctionTable } from './define';

interface Condition {
  readonly area: Reference;
  readonly criterion: Criterion;
}

const widthOf = ({ area }: Reference): number => area.right - area.left + 1;

const valueAt = (calculation: Calculation, { sheet, area }: Reference, offset: number): Scalar => {
  const width = area.right - area.left + 1;
  return calculation.read(sheet, area.top + Math.floor(offset / width), area.left + (offset % width));
};

/** Offsets of the filled cells that pass, in order; found once for all formulas that ask the same. */
function passing(calculation: Calculation, { area, criterion }: Condition): readonly number[] {
  if (criterion.equals !== null) return calculation.index.offsetsOf(area, criterion.equals);
  return calculation.index.remembered(`passing|${areaKey(area)}|${criterion.key}`, () => {
    const found: number[] = [];
    const width = widthOf(area);
    scan(calculation, area, (value, row, column) => {
      if (criterion.passes(value)) found.push((row - area.area.top) * width + column - area.area.left);
      return true;
    });
    return width === 1 ? found : found.sort((one, other) => one - other);
  });
}

/** Gives the offset of each place where all conditions hold; empty cells may be among them. */
function eachMatch(calculation: Calculation, conditions: readonly Condition[], take: (offset: number) => void): number {
  const lead = conditions.findIndex(({ criterion }) => !criterion.passes(null));
  const [first] = conditions;
  if (first === undefined) return 0;
  if (lead >= 0) {
    const leading = conditions[lead] ?? first;
    const others = conditions.filter((_each, i) => i !== lead);
    for (const offset of passing(calculation, leading)) {
      if (others.every(({ area, criterion }) => criterion.passes(valueAt(calculation, area, offset)))) take(offset);
    }
    return 0;
  }
  // All let empty cells pass: go over the places up to the last filled one, and count those behind it.
  const { rows, columns } = sizeOf(first.area);
  const filledRows = Math.max(...conditions.map(({ area }) => trimmed(area).bottom - area.area.top + 1));
  const places = Math.min(rows, filledRows) * columns;
  for (let offset = 0; offset < places; offset++) {
    if (conditions.every(({ area, criterion }) => criterion.passes(valueAt(calculation, area, offset)))) take(offset);
  }
  return rows * columns - places;
}

/** Pairs of area and criterion; null where areas differ in size or are no references. */
function conditionsOf(operands: readonly Operand[], criteria: readonly Scalar[], size: Operand): Condition[] | null {
  const wanted = sizeOf(size);
  const conditions: Condition[] = [];
  for (let i = 0; i < operands.length; i++) {
    const area = operands[i] ?? null;
    if (!isReference(area) || sizeOf(area).rows !== wanted.rows || sizeOf(area).columns !== wanted.columns) return null;
    conditions.push({ area, criterion: criterionOf(criteria[i] ?? null) });
  }
  return conditions;
}

type Outcome = (calculation: Calculation, conditions: readonly Condition[], values: Reference | null) => Scalar;

const total: Outcome = (calculation, conditions, values) => {
  const { sum, fault } = numbersAt(calculation, conditions, values);
  return fault ?? sum;
};

const mean: Outcome = (calculation, conditions, values) => {
  const { sum, count, fault } = numbersAt(calculation, conditions, values);
  return fault ?? (count === 0 ? DIV_ERROR : sum / count);
};

const tally: Outcome = (calculation, conditions) => {
  let count = 0;
  const behind = eachMatch(calculation, conditions, () => count++);
  return count + behind;
};

const extreme =
  (better: (one: number, other: number) => number): Outcome =>
  (calculation, conditions, values) => {
    const { all, fault } = numbersAt(calculation, conditions, values);
    return fault ?? all.reduce((best, each) => better(best, each), all[0] ?? 0);
  };

function numbersAt(
  calculation: Calculation,
  conditions: readonly Condition[],
  values: Reference | null,
): { sum: number; count: number; all: number[]; fault: ErrorValue | null } {
  const found = { sum: 0, count: 0, all: [] as number[], fault: null as ErrorValue | null };
  if (values === null) return found;
  eachMatch(calculation, conditions, (offset) => {
    const value = valueAt(calculation, values, offset);
    if (typeof value === 'number') {
      found.sum += value;
      found.count++;
      found.all.push(value);
    } else if (isError(value)) found.fault ??= value;
  });
  return found;
}

/** Works the outcome out for each criterion of an array, or for the one. */
function forCriteria(
  calculation: Calculation,
  frame: Frame,
  given: readonly Operand[],
  work: (criteria: readonly Scalar[]) => Scalar,
): Operand {
  const criteria = given.map((each) =>
    isScalar(each) || isMatrix(each)
      ? each
      : sizeOf(each).rows * sizeOf(each).columns === 1
        ? scalarOf(each, frame, calculation)
        : each,
  );
  return lifted(calculation, criteria, work);
}

const everySecond = (operands: readonly Operand[], start: 0 | 1): Operand[] => operands.filter((_each, i) => i % 2 === start);

/** SUMIF and AVERAGEIF: the values may lie elsewhere, with the size of the tested area. */
const withOne = (outcome: Outcome, most: 2 | 3): FunctionEntry =>
  ofOperands(2, most, ([tested = null, given = null, other], calculation, frame) => {
    if (!isReference(tested)) return VALUE_ERROR;
    const values = other ?? tested;
    if (!isReference(values)) return VALUE_ERROR;
    const { rows, columns } = sizeOf(tested);
    const { top, left } = values.area;
    const sized = reference(values.sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
    return forCriteria(calculation, frame, [given], ([criterion = null]) =>
      outcome(calculation, [{ area: tested, criterion: criterionOf(criterion) }], sized),
    );
  });

/** SUMIFS and its kin: the values first, then pairs. */
const withMany = (outcome: Outcome): FunctionEntry =>
  ofOperands(3, MANY, ([values = null, ...pairs], calculation, frame) => {
    if (!isReference(values) || pairs.length % 2 !== 0) return VALUE_ERROR;
    return forCriteria(calculation, frame, everySecond(pairs, 1), (criteria) => {
      const conditions = conditionsOf(everySecond(pairs, 0), criteria, values);
      return conditions === null ? VALUE_ERROR : outcome(calculation, conditions, values);
    });
  });

export const conditionalFunctions: FunctionTable = {
  SUMIF: withOne(total, 3),
  AVERAGEIF: withOne(mean, 3),
  COUNTIF: withOne(tally, 2),
  SUMIFS: withMany(total),
  AVERAGEIFS: withMany(mean),
  MAXIFS: withMany(extreme(Math.max)),
  MINIFS: withMany(extreme(Math.min)),
  COUNTIFS: ofOperands(2, MANY, (pairs, calculation, frame) => {
    if (pairs.length % 2 !== 0) return VALUE_ERROR;
    return forCriteria(calculation, frame, everySecond(pairs, 1), (criteria) => {
      const conditions = conditionsOf(everySecond(pairs, 0), criteria, pairs[0] ?? null);
      return conditions === null ? VALUE_ERROR : tally(calculation, conditions, null);
    });
  }),
};
