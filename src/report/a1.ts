/** Cell addresses and structured references as Excel writes them. */

/** Column letters from zero: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** A1 address from zero-based row and column. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A1:B2 address of an area from its zero-based corner and size. */
export function areaAddress(row: number, column: number, rows: number, columns: number): string {
  const first = cellAddress(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** A place with its sheet, quoted always, so that no sheet name can be misread. */
export function placeOf(sheet: string, address: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${address}`;
}

/** A column name within brackets; the four characters that are signs there are escaped by an apostrophe. */
const bracketed = (header: string): string => {
  const escaped = header.replace(/[[\]#']/g, "'$&");
  return /^[A-Za-z0-9]+$/.test(header) ? `[${escaped}]` : `[[${escaped}]]`;
};

/** All cells of a table's column: `tblVariances[Amount]`. */
export function columnOf(table: string, header: string): string {
  return table + bracketed(header);
}

/** A column's cell in the formula's own row: `[@Booked]`. */
export function thisRow(header: string): string {
  const escaped = header.replace(/[[\]#']/g, "'$&");
  return /^[A-Za-z0-9]+$/.test(header) ? `[@${escaped}]` : `[@[${escaped}]]`;
}
