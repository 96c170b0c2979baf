/** A made-up sheet as plain rows, before it becomes a file or a grid. */

import { parseIsoDay, serialOfDay } from '../src/domain/day';

export type SampleCell = string | number | null;

export interface SampleSheet {
  readonly name: string;
  /** The Excel table made over header and rows, or null for a plain range. */
  readonly table: string | null;
  /** Zero-based row of the header; titles stand above it. */
  readonly headerRow: number;
  readonly rows: readonly (readonly SampleCell[])[];
  /** Number format and width (characters) of each column, from the row below the header on. */
  readonly columns: readonly { readonly format: string; readonly width: number }[];
}

export const TEXT = '@';
export const DATE = 'yyyy-mm-dd';
export const MONEY = '#,##0.00';

/** `2026-03-18` as Excel's serial number. */
export function on(isoDay: string): number {
  const day = parseIsoDay(isoDay);
  if (day === null) throw new RangeError(`${isoDay} is no day`);
  return serialOfDay(day);
}
