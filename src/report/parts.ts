/** A table with more rows than a sheet holds: it goes on on further sheets, each with a table of its own. */

import type { BlockPlan, PlannedCell, SheetPlan, TablePlan } from './plan';

/** The name of a sheet's or table's n-th part, counted from 1: `Exceptions`, `Exceptions 2`; `tblExceptions`, `tblExceptions2`. */
const nth = (name: string, part: number, mark: string): string => (part === 1 ? name : `${name}${mark}${String(part)}`);

const sheetPart = (name: string, part: number): string => nth(name, part, ' ');
export const tablePart = (name: string, part: number): string => nth(name, part, '');

/** @returns what a table's part is a part of; the name itself of a table that is whole. */
export function tableOfPart(name: string): string {
  return name.replace(/(?<!\d)\d+$/, '');
}

/** @param rows of the whole table. @param limit rows that a sheet holds. */
export function countOfParts(rows: number, limit: number): number {
  return Math.max(1, Math.ceil(rows / limit));
}

/** The tables that hold so many rows, in their order. */
export function tablesFor(table: string, rows: number, limit: number): readonly string[] {
  return Array.from({ length: countOfParts(rows, limit) }, (_, index) => tablePart(table, index + 1));
}

/** "Exceptions 2", "Exceptions 2 to Exceptions 4": the sheets that a table of so many parts goes on on. */
export function furtherSheets(name: string, parts: number): string {
  return parts === 2 ? sheetPart(name, 2) : `${sheetPart(name, 2)} to ${sheetPart(name, parts)}`;
}

/** A sheet of one table as the sheets that hold its rows: itself where they fit. */
export function inParts(sheet: SheetPlan, limit: number): SheetPlan[] {
  const parts = countOfParts(sheet.tables[0]?.rows.length ?? 0, limit);
  if (parts === 1) return [sheet];
  return Array.from({ length: parts }, (_, index) =>
    partOf(sheet, index + 1, `(sheet ${index + 1} of ${parts})`, index * limit, limit),
  );
}

/** The n-th part of a sheet that needs fewer: a table without rows, so that nothing of an earlier run stays in it. */
export function emptyPart(sheet: SheetPlan, part: number): SheetPlan {
  return partOf(sheet, part, '(all rows are on the sheets before)', sheet.tables[0]?.rows.length ?? 0, 0);
}

/** @returns the part that a planned name of a sheet stands for: 1 of the name itself; null where it is another's. */
export function partNumber(name: string, whole: string): number | null {
  if (name === whole) return 1;
  const number = name.startsWith(`${whole} `) ? name.slice(whole.length + 1) : '';
  return /^[1-9]\d*$/.test(number) && number !== '1' ? Number(number) : null;
}

function partOf(sheet: SheetPlan, part: number, which: string, from: number, rows: number): SheetPlan {
  const [whole] = sheet.tables;
  if (whole === undefined) throw new Error(`${sheet.name} has no table to be parted`);
  const name = sheetPart(sheet.name, part);
  const table: TablePlan = {
    ...whole,
    name: tablePart(whole.name, part),
    rows: whole.rows.slice(from, from + rows),
    links: whole.links.flatMap((link) => (link.row < from || link.row >= from + rows ? [] : [{ ...link, row: link.row - from }])),
  };
  return {
    ...sheet,
    name,
    tables: [table],
    blocks: sheet.blocks.map((block) =>
      blockOf(block, which, (formula) => formula.replaceAll(`${whole.name}[`, `${table.name}[`)),
    ),
    print: { ...sheet.print, footer: sheet.print.footer.replace(sheet.name, name) },
  };
}

/** The title says which part it is; totals are those of the part's own rows. */
function blockOf(block: BlockPlan, which: string, formulaOf: (formula: string) => string): BlockPlan {
  const cellOf = (cell: PlannedCell, row: number, column: number): PlannedCell => {
    if (typeof cell === 'string' && block.row + row === 0 && block.column + column === 0) return `${cell} ${which}`;
    return typeof cell === 'object' && cell !== null ? { formula: formulaOf(cell.formula) } : cell;
  };
  return { ...block, cells: block.cells.map((cells, row) => cells.map((cell, column) => cellOf(cell, row, column))) };
}
