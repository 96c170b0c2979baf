/** Short prints of cells, to tell later whether they are still the same. */

import type { RawCell } from './grid';

/** FNV-1a over types and contents, twice with other beginnings: 64 bits in all. */
const BEGINNINGS = [0x811c9dc5, 0x9dc5811c] as const;
const PRIME = 0x01000193;
const TYPE = { number: 1, string: 2, boolean: 3, row: 4 } as const;

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);

export function printOf(values: readonly (readonly RawCell[])[]): string {
  let [a, b] = BEGINNINGS as readonly [number, number];
  const mix = (word: number): void => {
    a = Math.imul(a ^ word, PRIME);
    b = Math.imul(b ^ (word + (a >>> 15)), PRIME);
  };
  for (const row of values) {
    mix(TYPE.row);
    for (const cell of row) {
      if (typeof cell === 'number') {
        double[0] = cell;
        mix(TYPE.number);
        mix(halves[0] ?? 0);
        mix(halves[1] ?? 0);
      } else if (typeof cell === 'string') {
        mix(TYPE.string + (cell.length << 3));
        for (let at = 0; at < cell.length; at += 1) mix(cell.charCodeAt(at));
      } else mix(TYPE.boolean + (cell ? 8 : 0));
    }
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
