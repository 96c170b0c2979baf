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

export interface Area {
  /** Zero-based; right and bottom are of the area. */
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** "A5:J120" or "A5". @throws RangeError on anything else. */
export function areaOf(address: string): Area {
  const found = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(address);
  if (found === null) throw new RangeError(`“${address}” is no area`);
  const [, left = '', top = '', right = left, bottom = top] = found;
  return { top: Number(top) - 1, left: columnNumber(left), bottom: Number(bottom) - 1, right: columnNumber(right) };
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
