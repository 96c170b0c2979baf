/** Rows of `Matches` found by their keys. */

import { NOTHING_KEPT, reportContext } from '../../src/report/context';
import { createMatchFinder } from '../../src/report/explain/matches';
import { run } from '../edgeCases/support/outcome';

test('a row is found by its key whatever signs stand in the ids', () => {
  const book = `
    deal     D|1  Acme  500.11  2026-03-01
    deal     D|2  Acme  300.02  2026-03-01
    deal     D|3  Acme  410.07  2026-03-01
    deal     D|4  Acme  390.05  2026-03-01
    invoice  I|1  Acme  500.11  2026-04-01  deal=D|1
    invoice  I|2  Acme  300.02  2026-04-01  deal=D|2
    invoice  I|3  Acme  410.07  2026-04-01  deal=D|3
    invoice  I|4  Acme  390.05  2026-04-01  deal=D|4
    receipt  R|1  Acme  800.10  2026-04-30`;
  const context = reportContext(run(book, '2026-04-30'), NOTHING_KEPT);
  const finder = createMatchFinder(context);
  const { rows } = finder.among(new Set(context.result.records.keys()));
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['ambiguous', 'matched']));
  for (const { key } of rows) expect(finder.byKeys(new Set([key])).rows.map((row) => row.key)).toContain(key);
});
