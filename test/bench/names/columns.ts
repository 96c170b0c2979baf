/** Rows of names as one text a column: a message of a few texts rather than of two hundred thousand objects. */

import type { NamedRow } from './folder';

export type Columns = Readonly<Record<keyof NamedRow, string>>;

const END = '\u0000';

/** No value may hold the sign that ends it. */
export function columnsOf(rows: readonly NamedRow[]): Columns {
  const column = (name: keyof NamedRow): string => rows.map((row) => row[name]).join(END);
  return { id: column('id'), name: column('name'), taxNumber: column('taxNumber'), domain: column('domain') };
}

/** At least one row. */
export function rowsOf(columns: Columns): NamedRow[] {
  const [names, taxNumbers, domains] = [columns.name, columns.taxNumber, columns.domain].map((column) => column.split(END));
  return columns.id
    .split(END)
    .map((id, i) => ({ id, name: names?.[i] ?? '', taxNumber: taxNumbers?.[i] ?? '', domain: domains?.[i] ?? '' }));
}
