import fc from 'fast-check';
import { findSubset } from '../../src/matching/subset';
import type { SubsetResult } from '../../src/matching/subset';

const RULES = { minItems: 2, maxItems: 10, steps: 1_000_000, equalsAlike: false };
const find = (amounts: number[], target: number, rules = RULES): SubsetResult =>
  findSubset(amounts, target, rules, { steps: 1e9 });

/** Every set by brute force. */
function allSets(amounts: readonly number[], target: number, minItems: number, maxItems: number): number[][] {
  const sets: number[][] = [];
  for (let mask = 1; mask < 1 << amounts.length; mask++) {
    const set = amounts.flatMap((_, i) => (mask & (1 << i) ? [i] : []));
    if (set.length >= minItems && set.length <= maxItems && set.reduce((sum, i) => sum + (amounts[i] ?? 0), 0) === target)
      sets.push(set);
  }
  return sets;
}

test('the one set that adds up', () => {
  expect(find([101, 202, 407], 303)).toEqual({ outcome: 'found', items: [0, 1] });
});

test('two sets that add up are both named', () => {
  expect(find([101, 202, 150, 153], 303)).toMatchObject({ outcome: 'ambiguous' });
});

test('nothing adds up', () => {
  expect(find([101, 202, 407], 300)).toEqual({ outcome: 'nothing' });
});

test('of equal amounts that may stand for each other the first are taken', () => {
  expect(find([100, 100, 100, 57], 257, { ...RULES, equalsAlike: true })).toEqual({ outcome: 'found', items: [0, 1, 3] });
  expect(find([100, 100, 100, 57], 257)).toMatchObject({ outcome: 'ambiguous' });
});

test('a spent budget is stated', () => {
  const amounts = Array.from({ length: 24 }, (_, i) => 1000 + i * 17);
  expect(findSubset(amounts, 9131, RULES, { steps: 20 })).toMatchObject({ outcome: 'stopped' });
});

test('54 open invoices are more than are searched, and that is said', () => {
  const amounts = Array.from({ length: 54 }, (_, i) => 100_003 + i * i * 7919);
  expect(find(amounts, 100_003 + 100_003 + 53 * 53 * 7919).outcome).toBe('stopped');
});

test('agrees with trying every set', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 11 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 2, max: 200 }), (list, target) => {
      const expected = allSets(list, target, 2, 10)
        .map((set) => set.join())
        .sort();
      const result = find(list, target);
      if (result.outcome === 'nothing') expect(expected).toEqual([]);
      else if (result.outcome === 'found') expect(expected).toEqual([result.items.join()]);
      else if (result.outcome === 'ambiguous') {
        const sets = result.sets.map((set) => set.join()).sort();
        expect(sets).toEqual(result.complete ? expected : expected.filter((set) => sets.includes(set)));
        expect(sets.length).toBeGreaterThanOrEqual(Math.min(10, expected.length));
      } else throw new Error('the budget is ample');
    }),
    { seed: 7, numRuns: 400 },
  );
});

/** How many sets of `minItems` to `maxItems` amounts make the target, counted size by size. */
function countSets(amounts: readonly number[], target: number, minItems: number, maxItems: number): number {
  const waysOf = Array.from({ length: maxItems + 1 }, () => new Float64Array(target + 1));
  (waysOf[0] as Float64Array)[0] = 1;
  for (const amount of amounts)
    for (let size = maxItems; size > 0; size--) {
      const [ways, before] = [waysOf[size] as Float64Array, waysOf[size - 1] as Float64Array];
      for (let sum = target; sum >= amount; sum--) ways[sum] = (ways[sum] as number) + (before[sum - amount] as number);
    }
  return waysOf.slice(minItems).reduce((count, ways) => count + (ways[target] as number), 0);
}

test('meeting in the middle finds as many sets as there are', () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 6_000 }), { minLength: 25, maxLength: 36 }),
      fc.integer({ min: 6_000, max: 29_000 }),
      fc.integer({ min: 5, max: 6 }),
      (amounts, target, maxItems) => {
        const rules = { ...RULES, maxItems };
        const result = find(amounts, target, rules);
        if (result.outcome === 'stopped') throw new Error('the budget is ample');
        const sets = result.outcome === 'found' ? [result.items] : result.outcome === 'nothing' ? [] : result.sets;
        expect(sets).toHaveLength(Math.min(10, countSets(amounts, target, rules.minItems, maxItems)));
        expect(new Set(sets.map((set) => set.join())).size).toBe(sets.length);
        for (const set of sets) expect(set.reduce((sum, i) => sum + (amounts[i] ?? 0), 0)).toBe(target);
        outcomes.add(result.outcome);
      },
    ),
    { seed: 7, numRuns: 60 },
  );
  expect([...outcomes].sort()).toEqual(['ambiguous', 'found', 'nothing']);
});

test('meeting in the middle finds what was hidden among 36 amounts', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1_000_000, max: 9_999_999 }), { minLength: 36, maxLength: 36 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 35 }), { minLength: 2, maxLength: 5 }),
      (amounts, hidden) => {
        const items = hidden.sort((a, b) => a - b);
        const target = items.reduce((sum, i) => sum + (amounts[i] ?? 0), 0);
        const result = find(amounts, target);
        const sets = result.outcome === 'found' ? [result.items] : result.outcome === 'nothing' ? [] : result.sets;
        expect(sets).toContainEqual(items);
      },
    ),
    { seed: 7, numRuns: 15 },
  );
});

describe('adversarial amounts get an answer within their steps', () => {
  const steps = 100_000;
  const answer = (amounts: number[], target: number, maxItems = 10): string =>
    findSubset(amounts, target, { minItems: 2, maxItems, steps, equalsAlike: false }, { steps: 5_000_000 }).outcome;

  test('5,000 equal amounts tie', () => {
    expect(answer(new Array<number>(5_000).fill(100_000), 300_000)).toBe('ambiguous');
  });

  test('5,000 equal amounts of which no number adds up', () => {
    expect(answer(new Array<number>(5_000).fill(100_000), 250_000, 4)).toBe('nothing');
  });

  test('200 random amounts: more than are searched', () => {
    const amounts = Array.from({ length: 200 }, (_, i) => 100_003 + ((i * 7_919) % 104_729) * 31);
    expect(
      answer(
        amounts,
        [3, 20, 77, 150, 199].reduce((sum, i) => sum + (amounts[i] ?? 0), 0),
      ),
    ).toBe('stopped');
  });

  test('powers of two have one set each', () => {
    const powers = Array.from({ length: 40 }, (_, i) => 2 ** i);
    expect(answer(powers, 2 ** 39 + 2 ** 20 + 2 ** 3)).toBe('found');
    expect(answer(powers, 2 ** 39 - 1)).toBe('nothing');
  });

  test('amounts whose sum no number holds exactly are never taken for the target', () => {
    const near = Number.MAX_SAFE_INTEGER;
    expect(answer([near - 1, near - 2, near - 3, 1], near)).toBe('found');
    expect(answer([near - 2, near - 3, near - 4, 1], near)).toBe('nothing');
    expect(answer(new Array<number>(30).fill(near - 1), near)).toBe('nothing');
  });

  test('what the searches of a customer spend is taken off the run as well', () => {
    const run = { steps: 50 };
    const budget = { steps: 5_000, within: run };
    const amounts = Array.from({ length: 24 }, (_, i) => 1_000 + i * 17);
    const rules = { minItems: 2, maxItems: 10, steps, equalsAlike: false };
    expect(findSubset(amounts, 9_131, rules, budget).outcome).toBe('stopped');
    expect(run.steps).toBe(0);
    expect(budget.steps).toBe(4_950);
  });
});
