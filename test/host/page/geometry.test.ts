/** Pixels of rows and columns, against a plain list of sizes. */

import fc from 'fast-check';
import { createAxis } from '../../../host/page/geometry';

const runs = fc
  .uniqueArray(fc.integer({ min: 0, max: 39 }), { maxLength: 12 })
  .chain((firsts) =>
    fc.tuple(
      fc.constant(firsts.sort((a, b) => a - b)),
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: firsts.length, maxLength: firsts.length }),
    ),
  )
  .map(([firsts, sizes]) => firsts.map((first, i) => ({ first, last: first, size: sizes[i] ?? 0 })));

test('sizes and offsets are those of the list, hidden ones take no room', () => {
  fc.assert(
    fc.property(runs, fc.integer({ min: 0, max: 39 }), (given, index) => {
      const axis = createAxis(40, 20, given);
      const sizes = Array.from({ length: 40 }, (_, i) => given.find(({ first }) => first === i)?.size ?? 20);
      expect(axis.size(index)).toBe(sizes[index]);
      expect(axis.offset(index)).toBe(sizes.slice(0, index).reduce((a, b) => a + b, 0));
    }),
    { seed: 1 },
  );
});

test('the index at a place begins at or before it, and the next one after it', () => {
  fc.assert(
    fc.property(runs, fc.integer({ min: 0, max: 700 }), (given, pixels) => {
      const axis = createAxis(40, 20, given);
      const index = axis.at(pixels);
      expect(axis.offset(index)).toBeLessThanOrEqual(pixels);
      if (index < 39) expect(axis.offset(index + 1)).toBeGreaterThan(pixels);
    }),
    { seed: 2 },
  );
});

test('a place beyond the sheet is its last row', () => {
  expect(createAxis(10, 20, []).at(10_000)).toBe(9);
});
