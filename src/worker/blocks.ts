/** Rows cut into blocks small enough that copying one is never felt. */

/** A few milliseconds of structured cloning. */
const CELLS_A_BLOCK = 10_000;

export function blocksOf<Cell>(rows: readonly (readonly Cell[])[]): (readonly (readonly Cell[])[])[] {
  const blocks: (readonly (readonly Cell[])[])[] = [];
  let start = 0;
  let cells = 0;
  rows.forEach((row, index) => {
    cells += row.length;
    if (cells < CELLS_A_BLOCK) return;
    blocks.push(rows.slice(start, index + 1));
    start = index + 1;
    cells = 0;
  });
  if (start < rows.length) blocks.push(rows.slice(start));
  return blocks;
}
