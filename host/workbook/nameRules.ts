/** What Excel accepts as names of sheets, tables and ranges. */
import { parseA1 } from './address';
import type { Core } from './core';
import { Refusal, type Table } from './model';

const LONGEST_SHEET_NAME = 31;
const LONGEST_NAME = 255;

/** Why a sheet cannot be called so, or null. */
export function badSheetName(name: string): string | null {
  if (name === '') return 'A sheet needs a name.';
  if (name.length > LONGEST_SHEET_NAME) return `A sheet's name has at most ${LONGEST_SHEET_NAME} characters.`;
  if (/[:\\/?*[\]]/.test(name)) return "A sheet's name cannot contain any of : \\ / ? * [ ]";
  if (name.startsWith("'") || name.endsWith("'")) return "A sheet's name cannot begin or end with an apostrophe.";
  if (name.toLowerCase() === 'history') return '"History" is a reserved name.';
  return null;
}

/** Whether a text may be the name of a table or a range: it begins like a word and is no reference. */
export const isDefinableName = (name: string): boolean =>
  name.length > 0 &&
  name.length <= LONGEST_NAME &&
  /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) &&
  parseA1(name) === null &&
  !/^(r\d*(c\d*)?|c\d*)$/i.test(name);

/**
 * @param itself the table that is to be renamed, or null for a new one
 * @throws Refusal InvalidArgument on a bad name, ItemAlreadyExists on one that another table or a name of the workbook has
 */
export function checkTableName(core: Core, name: string, itself: Table | null): void {
  if (!isDefinableName(name)) throw new Refusal('InvalidArgument', `"${name}" cannot be the name of a table.`);
  const wanted = name.toLowerCase();
  const isTable = core.sheets.some((sheet) =>
    sheet.tables.some((table) => table !== itself && table.name.toLowerCase() === wanted),
  );
  const isName = core.names.some((each) => each.scope === null && each.name.toLowerCase() === wanted);
  if (isTable || isName) throw new Refusal('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
}
