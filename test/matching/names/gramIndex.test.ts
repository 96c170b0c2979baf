import { companies } from '../../../samples/names';
import { seeded } from '../../../samples/random';
import { gramIndex, nearest, searchOf } from '../../../src/matching/names/gramIndex';
import { nameTable } from '../../../src/matching/names/nameTable';
import { normaliseName } from '../../../src/matching/names/normalise';
import { cosineOf } from '../../../src/matching/names/ranking';

const found = (query: string, targets: readonly string[], most = 3): string[] => {
  const table = nameTable([...targets, query].map(normaliseName));
  const index = gramIndex(table, Uint32Array.from(new Set(table.nameOf.subarray(0, targets.length))));
  const search = searchOf(index);
  const count = nearest(table, index, table.nameOf[targets.length] ?? 0, most, search);
  return Array.from(search.found.subarray(0, count), (name) => targets[table.nameOf.indexOf(name)] ?? '');
};

describe('the names nearest to a name', () => {
  const register = ['Eaton Vance', 'Eastern Advance', 'Oakmere Dental', '桜井商店', '株式会社山田', 'AB'];

  test.each([
    ['Eato nVance', 'Eaton Vance'],
    ['OAKMERE DNETAL LTD', 'Oakmere Dental'],
    ['桜井商店', '桜井商店'],
    ['山田', '株式会社山田'],
    ['A.B.', 'AB'],
  ])('%s: %s first', (query, expected) => {
    expect(found(query, register)[0]).toBe(expected);
  });

  test('a name of nothing finds nothing', () => {
    expect(found('', register)).toEqual([]);
  });

  test('every name at the least cosine or above is found, whatever is cut off the search', () => {
    const random = seeded(3);
    const names = companies(random, 300).map(({ name }) => name);
    const table = nameTable(names.map(normaliseName));
    const targets = Uint32Array.from(new Set(table.nameOf));
    const index = gramIndex(table, targets);
    const search = searchOf(index);
    for (const name of targets.subarray(0, 60)) {
      const count = nearest(table, index, name, 20, search);
      const told = new Set(search.found.subarray(0, count));
      const near = [...targets].filter((other) => cosineOf(table, name, other) >= 0.66);
      expect(near.filter((other) => !told.has(other))).toEqual([]);
    }
    expect(search.cut).toBe(0);
  });
});
