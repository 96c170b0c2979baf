/** Figures of the values in areas, worked out once until something changes. */
import { printA1 } from './address';
import type { Area, Scalar } from './model';
import type { WorkbookSheet } from './sheet';

export interface NumberFigures {
  /** The least first. */
  readonly sorted: readonly number[];
  readonly average: number;
  /** How often each value stands there; texts in small letters. */
  readonly countByValue: ReadonlyMap<Scalar, number>;
}

export function figures(sheet: WorkbookSheet, areas: readonly Area[]): NumberFigures {
  const key = `figures|${sheet.id}|${areas.map((area) => printA1(area)).join(' ')}`;
  return sheet.core.calculator.remembered(key, () => {
    const numbers: number[] = [];
    const countByValue = new Map<Scalar, number>();
    for (const area of areas) {
      sheet.store.forEach(area, (row, column, content) => {
        const value = content === null ? null : sheet.value(row, column);
        if (value === null) return;
        if (typeof value === 'number') numbers.push(value);
        const counted = typeof value === 'string' ? value.toLowerCase() : value;
        countByValue.set(counted, (countByValue.get(counted) ?? 0) + 1);
      });
    }
    const sorted = numbers.sort((one, other) => one - other);
    const average = sorted.length === 0 ? NaN : sorted.reduce((total, each) => total + each, 0) / sorted.length;
    return { sorted, average, countByValue };
  });
}

export const numbersOf = (sheet: WorkbookSheet, areas: readonly Area[]): readonly number[] => figures(sheet, areas).sorted;
