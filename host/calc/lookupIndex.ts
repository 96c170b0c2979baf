/** Where values stand in an area, for lookups and criteria that ask for equality; kept until the next change. */
import type { Scalar } from '../workbook/model';
import type { Calculation } from './calculator';
import { isReference, type Matrix, type Reference } from './operands';
import { scan } from './scan';

export interface LookupIndex {
  /** Offsets (row by row, from 0) of the cells equal to a value, in order; texts without regard to case. */
  offsetsOf(area: Reference | Matrix, value: number | string | boolean): readonly number[];
  /** Keeps what is derived from an area until the next change. */
  remembered<T>(key: string, make: () => T): T;
}

/** Numbers of 15 equal digits are equal. */
const keyOf = (value: Exclude<Scalar, null>): number | string | boolean | null => {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(15));
  if (typeof value === 'string') return `t${value.toLowerCase()}`;
  return typeof value === 'boolean' ? value : null;
};

export const areaKey = ({ sheet, area }: Reference): string =>
  `${sheet.id}|${area.top}|${area.left}|${area.bottom}|${area.right}`;

export function createLookupIndex(calculation: () => Calculation): LookupIndex {
  let builtAt = -1;
  const memory = new Map<string, unknown>();
  const ofMatrix = new WeakMap<Matrix, Map<unknown, number[]>>();

  const remembered = <T>(key: string, make: () => T): T => {
    const now = calculation().host.change;
    if (now !== builtAt) memory.clear();
    builtAt = now;
    if (memory.has(key)) return memory.get(key) as T;
    const made = make();
    memory.set(key, made);
    return made;
  };

  const build = (area: Reference | Matrix): Map<unknown, number[]> => {
    const offsets = new Map<unknown, number[]>();
    const add = (value: Exclude<Scalar, null>, offset: number): void => {
      const key = keyOf(value);
      if (key === null) return;
      const known = offsets.get(key);
      if (known === undefined) offsets.set(key, [offset]);
      else known.push(offset);
    };
    if (!isReference(area)) {
      area.values.forEach((value, offset) => {
        if (value !== null) add(value, offset);
      });
      return offsets;
    }
    const { top, left, right } = area.area;
    const width = right - left + 1;
    scan(calculation(), area, (value, row, column) => {
      add(value, (row - top) * width + column - left);
      return true;
    });
    if (width > 1) for (const each of offsets.values()) each.sort((one, other) => one - other);
    return offsets;
  };

  const indexOf = (area: Reference | Matrix): Map<unknown, number[]> => {
    if (isReference(area)) return remembered(`equal|${areaKey(area)}`, () => build(area));
    const known = ofMatrix.get(area) ?? build(area);
    ofMatrix.set(area, known);
    return known;
  };

  return { remembered, offsetsOf: (area, value) => indexOf(area).get(keyOf(value)) ?? [] };
}
