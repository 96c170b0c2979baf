/** What people typed in columns of their own, carried to the rows that have the same key now. */

import type { RawCell } from '../domain/grid';
import type { KeptNote } from '../report/keptNotesSheet';
import { rowName } from './keptNotes';
import type { TablePlan } from '../report/plan';
import type { ExistingTable } from './existing';
import { numbered } from './existing';

export interface FormulaRun {
  readonly row: number;
  readonly rows: number;
  readonly formula: string;
}

export interface CarriedColumn {
  readonly header: string;
  /** By row of the new body. */
  readonly values: readonly RawCell[];
  readonly formulaR1C1: string | null;
  /** Runs of rows with one formula. */
  readonly formulasR1C1: readonly FormulaRun[];
  /** Values typed beside rows that are not there any more. */
  readonly lost: readonly { readonly key: string; readonly value: RawCell }[];
  /** Kept notes that stand beside their rows again. */
  readonly returned: readonly KeptNote[];
}

/** @param kept notes of this sheet whose rows were gone. */
export function carryColumns({ plan, keys, added }: ExistingTable, kept: readonly KeptNote[]): CarriedColumn[] {
  if (added.length === 0) return [];
  const rowOfKey = new Map(newKeys(plan).map((key, row) => [key, row]));
  const rowOfName = new Map(kept.length === 0 ? [] : [...rowOfKey].map(([key, row]) => [rowName(key), row]));
  const target = keys.map((key) => rowOfKey.get(key) ?? null);
  return added.map(({ header, values, formulasR1C1 }) => {
    const isFormula = formulasR1C1.map((cell) => typeof cell === 'string' && cell.startsWith('='));
    const [first] = formulasR1C1;
    const isUniform = isFormula.length > 0 && isFormula.every(Boolean) && formulasR1C1.every((formula) => formula === first);
    const carried = Array<RawCell>(plan.rows.length).fill('');
    const formulas: { row: number; formula: string }[] = [];
    const lost: { key: string; value: RawCell }[] = [];
    target.forEach((row, index) => {
      const value = values[index] ?? '';
      if (row === null) {
        if (value !== '' && isFormula[index] !== true) lost.push({ key: keys[index] ?? '', value });
      } else if (isFormula[index] === true) {
        if (!isUniform) formulas.push({ row, formula: String(formulasR1C1[index]) });
      } else carried[row] = value;
    });
    const returned = kept.filter(({ column, row: name, note }) => {
      const row = rowOfName.get(name);
      if (column !== header || row === undefined || isUniform || carried[row] !== '') return false;
      carried[row] = note;
      return true;
    });
    return {
      header,
      returned,
      values: carried,
      formulaR1C1: isUniform ? String(first) : null,
      formulasR1C1: runsOf(formulas),
      lost,
    };
  });
}

/** Each run is one setting in one request, and one entry of the journal. */
function runsOf(formulas: readonly { readonly row: number; readonly formula: string }[]): FormulaRun[] {
  const runs: FormulaRun[] = [];
  for (const { row, formula } of [...formulas].sort((a, b) => a.row - b.row)) {
    const last = runs.at(-1);
    if (last?.formula === formula && last.row + last.rows === row) runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    else runs.push({ row, rows: 1, formula });
  }
  return runs;
}

/** Keys of the rows to be written, as the sheet will show them. */
function newKeys({ columns, rows, key }: TablePlan): string[] {
  const indices = key.map((header) => columns.findIndex((column) => column.header === header));
  return numbered(
    rows.map((row) =>
      indices
        .map((index) => {
          const cell = row[index] ?? null;
          return cell === null || typeof cell === 'object' ? '' : String(cell);
        })
        .join('\u0000'),
    ),
  );
}
