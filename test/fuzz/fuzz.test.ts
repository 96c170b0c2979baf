/** Each way to spoil a file once, and a few of all the rest; `npm run fuzz` takes ten thousand. */

import { seeded } from '../../samples/random';
import { HARMS } from './archives';
import { harmedFile, judge, openedFile, spoiledFile } from './cases';
import { SPOILS } from './parts';

const named = (table: object): string[] => Object.keys(table);

test.each(named(SPOILS))('a workbook’s parts: %s', async (name) => {
  expect((await openedFile(spoiledFile([name], seeded(2)), name)).faults).toEqual([]);
});

test.each(named(HARMS))('the archive around them: %s', async (name) => {
  expect((await openedFile(harmedFile(name, seeded(3)), name)).faults).toEqual([]);
});

test.each([
  ['workbook', 5],
  ['csv', 4],
  ['settings file', 8],
  ['written by others', 1],
] as const)('%s: the first %p seeds keep every promise', async (kind, count) => {
  for (let seed = 1; seed <= count; seed += 1) expect([seed, (await judge(seed, kind)).faults]).toEqual([seed, []]);
});
