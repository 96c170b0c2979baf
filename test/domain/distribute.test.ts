/** A total cut in proportion: to the unit, whether or not its products leave the safe integers. */

import fc from 'fast-check';
import { distribute } from '../../src/domain/money';

/** Largest remainder in whole numbers of any size, ties to the earlier weight. */
function byLargestRemainder(total: number, weights: readonly number[]): number[] {
  const size = BigInt(Math.abs(total));
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (sum === 0n) return weights.map((_, i) => (i === 0 ? total : 0));
  const cuts = weights.map((weight, at) => ({
    at,
    part: (size * BigInt(weight)) / sum,
    rest: (size * BigInt(weight)) % sum,
  }));
  const left = Number(size - cuts.reduce((all, { part }) => all + part, 0n));
  const first = new Set(
    [...cuts]
      .sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
      .slice(0, left)
      .map(({ at }) => at),
  );
  return cuts.map(({ at, part }) => (Number(part) + (first.has(at) ? 1 : 0)) * Math.sign(total) + 0);
}

test.each([
  ['cents', 1e4],
  ['millions', 1e9],
  ['more than doubles multiply exactly', 1e14],
])('parts are those of the largest remainders and sum to the total: %s', (_, most) => {
  const weights = fc.array(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: -most, max: most }), weights, (total, shares) => {
      const parts = distribute(total, shares);
      expect(parts).toEqual(byLargestRemainder(total, shares).map((part) => (part === 0 ? 0 : part)));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    }),
    { seed: 20_260_430, numRuns: 300 },
  );
});

test('equal remainders go to the earlier parts', () => {
  expect(distribute(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(distribute(-5, [1, 1])).toEqual([-3, -2]);
});
