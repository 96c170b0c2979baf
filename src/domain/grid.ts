/** A block of cells as read from a sheet, before anything is understood. */

/** A cell's value: Excel's empty is "", an error its text ("#N/A"). Dates are serial numbers that count from 1900. */
export type RawCell = string | number | boolean;

/** One candidate table: an Excel table, a named range, or the used range of a sheet. */
export interface SourceGrid {
  readonly sheet: string;
  /** Name of the Excel table or named range, whose first row is its header; null for a used range. */
  readonly table: string | null;
  /** Zero-based position of `values[0][0]` in the sheet. */
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly RawCell[])[];
  /** Number formats of a sample of rows, enough to tell dates from numbers and to see currency symbols. */
  readonly formatSamples: readonly { readonly row: number; readonly formats: readonly string[] }[];
  /** Rows of the block that are hidden or filtered away; they are read all the same. */
  readonly hiddenRows: number;
  /** The sheet itself is hidden; it is read all the same. */
  readonly isSheetHidden?: boolean;
  /** Addresses of filled cells that are no part of the sheet's tables, or far from the block, and were not read. Absent where none. */
  readonly apart?: readonly string[];
}
