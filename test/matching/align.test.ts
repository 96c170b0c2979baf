import { inStep } from '../../src/matching/align';

const days = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

describe('more pairs than are weighed are taken in order', () => {
  test('a target that is impossible for all is passed over', () => {
    const partners = inStep(days(2_100), days(2_100), (_, target) => target > 0);
    expect(partners.slice(0, 3)).toEqual([1, 2, 3]);
    expect(partners.filter((at) => at >= 0)).toHaveLength(2_099);
  });

  test('a target that is not possible yet waits for a later day', () => {
    const partners = inStep(days(2_100), days(2_100), (day, target) => day >= 2 && target <= day);
    expect(partners.slice(0, 4)).toEqual([-1, -1, 0, 1]);
  });
});
