/** The sheet `Left out` where there is more than it holds. */

import type { LeftOutRow } from '../../src/domain/record';
import { NOTHING_KEPT, reportContext } from '../../src/report/context';
import { leftOutSheet, leftOutThatFit } from '../../src/report/leftOutSheet';
import { messages } from '../../src/report/summary/headline';
import { marchDeal } from './support/reconciliations';

const [lost] = marchDeal().leftOut as [LeftOutRow];
const planned = (row: number): LeftOutRow => ({
  ...lost,
  role: 'schedule',
  cause: 'after-as-of',
  source: { sheet: 'Revenue', row },
});
const all = [planned(2), planned(3), lost, planned(4)];

test('rows are as they come where they fit; else planned months of schedules go first', () => {
  expect(leftOutThatFit(all, 4)).toBe(all);
  expect(leftOutThatFit(all, 2)).toEqual([lost, planned(2)]);
});

test('how many are not listed is told first, and on the sheet', () => {
  const sheet = leftOutSheet(leftOutThatFit(all, 3), 1);
  expect(sheet.tables[0]?.rows).toHaveLength(3);
  expect(JSON.stringify(sheet.blocks)).toContain(
    'More rows than the sheet holds: 1 row is not listed, planned months of schedules first.',
  );
  const context = reportContext(marchDeal(), NOTHING_KEPT);
  expect(messages(context, { grain: 'invoice', matchesOmitted: 0, leftOutOmitted: 2 })).toContain(
    'More rows are left out than a sheet holds: 2 rows are not listed in Left out.',
  );
  expect(messages(context, { grain: 'invoice', matchesOmitted: 0, leftOutOmitted: 0 }).join()).not.toContain('Left out');
});
