/** Names of table columns: texts, none empty, none twice. */
import { LONGEST_TEXT } from './entry';
import type { TableColumn } from './model';

export const newColumn = (table: { readonly columns: readonly TableColumn[] }, name: string): TableColumn => ({
  id: Math.max(0, ...table.columns.map((column) => column.id)) + 1,
  name,
  calculated: null,
  totalsFunction: null,
  totalsLabel: null,
  filter: null,
});

const isTaken = (columns: readonly TableColumn[], name: string): boolean => {
  const wanted = name.toLowerCase();
  return columns.some((column) => column.name.toLowerCase() === wanted);
};

/** The wanted name, or with the first free number behind it: "Name2", "Name3" …; "Column1" becomes "Column2". */
export function freeColumnName(columns: readonly TableColumn[], wanted: string): string {
  const name = wanted === '' ? 'Column1' : wanted.slice(0, LONGEST_TEXT);
  if (!isTaken(columns, name)) return name;
  const stem = /^Column\d+$/.test(name) ? 'Column' : name;
  for (let number = stem === name ? 2 : 1; ; number++) if (!isTaken(columns, `${stem}${number}`)) return `${stem}${number}`;
}
