/** A cell or area of the workbook that a link in the pane leads to. */

export interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** Column letters from zero: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** A1 address from zero-based row and column. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}
