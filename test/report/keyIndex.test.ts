/** Members of a list found by their keys. */

import fc from 'fast-check';
import { keyIndex } from '../../src/report/explain/keyIndex';

test('finds what a look at each member finds, in the order of the list, whatever the keys', () => {
  const key = fc.oneof(fc.constantFrom('a', 'b', 'aa', ''), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(fc.option(key)), fc.array(key), (list, wanted) => {
      const found = keyIndex(list.length, (at) => list[at] ?? null)(wanted);
      const looked = list.flatMap((one, at) => (one !== null && wanted.includes(one) ? [at] : []));
      expect(found).toEqual(looked);
    }),
  );
});

test('an empty list has nothing to find', () => {
  expect(keyIndex(0, () => null)(['a'])).toEqual([]);
});
