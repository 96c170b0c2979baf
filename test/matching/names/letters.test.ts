import fc from 'fast-check';
import { editDistance } from '../support/editDistance';
import { codesOf, isContraction, letterDistance } from '../../../src/matching/names/letters';

const distance = (a: string, b: string, limit: number): number =>
  letterDistance(codesOf(a), 0, a.length, codesOf(b), 0, b.length, limit);

describe('slips between two runs of letters', () => {
  test.each([
    ['halden', 'halden', 0],
    ['halden', 'hladen', 1],
    ['halden', 'haldn', 1],
    ['halden', 'haldden', 1],
    ['halden', 'malden', 1],
    ['eaton', 'aeotn', 2],
    ['oakmere', 'zelwick', 4],
    ['', 'ab', 2],
  ])('%s and %s: %i', (a, b, expected) => {
    expect(distance(a, b, 3)).toBe(expected);
  });

  test('is the distance of whole strings, up to its limit', () => {
    const text = fc.stringMatching(/^[abc]{0,9}$/);
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 3 }), (a, b, limit) => {
        expect(distance(a, b, limit)).toBe(editDistance(a, b, limit));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('runs too long to be measured are far apart', () => {
    expect(distance('a'.repeat(100), 'b'.repeat(100), 3)).toBe(4);
  });
});

test.each([
  ['mgmt', 'management', true],
  ['mfg', 'manufacturing', true],
  ['mgmt', 'marketing', false],
])('%s is a contraction of %s: %s', (short, long, expected) => {
  expect(isContraction(codesOf(short), 0, short.length, codesOf(long), 0, long.length)).toBe(expected);
});
