/** Which planned sheet goes where: into a sheet of ours that is there, or into a new one under a free name. */

import type { SheetPlan } from '../report/plan';
import type { OwnSheet } from './registry';
import { resultName, stagingName, tableName } from './staging';
import type { Survey } from './survey';

export interface SheetLayout {
  readonly plan: SheetPlan;
  readonly stagingName: string;
  /** The sheet that is updated; null for a new one. */
  readonly own: OwnSheet | null;
  readonly name: string;
  /** Table names as used, by the planned name. */
  readonly tables: Readonly<Record<string, string>>;
}

/**
 * A sheet of ours is one that was planned under the same name and still has all of its tables. No name is given twice, whether
 * of a sheet, a table or a defined name.
 */
export function layOut(sheets: readonly SheetPlan[], survey: Survey): SheetLayout[] {
  const sheetNames = new Set(survey.sheets.map(({ name }) => name.toLowerCase()));
  const tableNames = new Set(
    [...survey.sheets.flatMap(({ tables }) => tables.map(({ name }) => name)), ...survey.names].map((name) => name.toLowerCase()),
  );
  const claim = (name: string, names: Set<string>): string => {
    names.add(name.toLowerCase());
    return name;
  };
  return sheets.map((sheet) => {
    const planned = sheet.tables.map(({ name }) => name);
    const own =
      survey.ours.find(
        (candidate) => candidate.planned === sheet.name && planned.every((name) => Object.hasOwn(candidate.tables, name)),
      ) ?? null;
    const named = planned.map((name): [string, string] => [
      name,
      own?.tables[name] ?? claim(tableName(name, tableNames), tableNames),
    ]);
    return {
      plan: sheet,
      stagingName: claim(stagingName(sheet.name, sheetNames), sheetNames),
      own,
      name: own?.name ?? claim(resultName(sheet.name, sheetNames), sheetNames),
      tables: Object.fromEntries(named),
    };
  });
}

/** Headers of each table that is planned. */
export function headersOf({ tables }: SheetPlan): Record<string, string[]> {
  return Object.fromEntries(tables.map(({ name, columns }) => [name, columns.map(({ header }) => header)]));
}

/** Puts the table names as used into a formula. */
export function renamer(layouts: readonly SheetLayout[]): (formula: string) => string {
  const changed = layouts.flatMap(({ tables }) => Object.entries(tables)).filter(([planned, actual]) => planned !== actual);
  if (changed.length === 0) return (formula) => formula;
  const actual = new Map(changed);
  return (formula) => formula.replace(/\btbl[A-Za-z]+\d*(?=\[)/g, (name) => actual.get(name) ?? name);
}
