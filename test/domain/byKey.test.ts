import { ByKey, KeyTable } from '../../src/domain/byKey';

const keyed = (...keys: readonly string[]): { readonly key: string }[] => keys.map((key) => ({ key }));

test('keys get numbers in their order, known ones the number that they have', () => {
  const table = new KeyTable();
  expect([...table.enter(keyed('a', 'b', 'c'))]).toEqual([0, 1, 2]);
  expect([...table.enter(keyed('b', 'c', 'x', 'a', 'x'))]).toEqual([1, 2, 3, 0, 3]);
  expect([table.size, table.numberOf('x'), table.numberOf('y'), table.keyAt(3)]).toEqual([4, 3, -1, 'x']);
});

test('a map by key is one like any other, and of two values of one key the later holds', () => {
  const entries = [
    ['a', 1],
    ['b', 2],
    ['a', 3],
  ] as const;
  const map = ByKey.of<number>(entries);
  const plain = new Map<string, number>(entries);
  expect([...map]).toEqual([...plain]);
  expect([[...map.keys()], [...map.values()], map.size]).toEqual([[...plain.keys()], [...plain.values()], plain.size]);
  expect([map.get('b'), map.get('c'), map.has('a'), map.has('c')]).toEqual([2, undefined, true, false]);
  const seen: [string, number][] = [];
  map.forEach((value, key) => seen.push([key, value]));
  expect(seen).toEqual([...plain]);
});

test('maps of one table know nothing of each other’s values', () => {
  const first = ByKey.of([['a', 1]]);
  const second = first.and([['b', 2]]);
  const third = ByKey.at(first.table, first.table.enter(keyed('b', 'c')), ['x', undefined]);
  expect([[...first], [...second], [...third]]).toEqual([
    [['a', 1]],
    [
      ['a', 1],
      ['b', 2],
    ],
    [['b', 'x']],
  ]);
  expect([first.get('b'), third.get('c'), third.get('a')]).toEqual([undefined, undefined, undefined]);
});
