import { matchRecords } from '../../src/matching/matchRecords';
import { NO_DECISIONS, OPTIONS } from './support/book';
import { dealBook } from './support/dealBook';
import { judgeDeals } from './support/judgeDeals';

test.each([
  ['few deals a customer', { seed: 3, customers: 200, deals: 4, quoting: 0 }, 0.9],
  ['many deals a customer', { seed: 4, customers: 6, deals: 120, quoting: 0 }, 0.7],
  ['half of the documents quote their deal', { seed: 5, customers: 60, deals: 12, quoting: 0.5 }, 0.9],
])('%s: what is matched is right, and most is found', (_, options, least) => {
  const { records, truth } = dealBook(options);
  const { matched, suggested } = judgeDeals(matchRecords(records, OPTIONS, NO_DECISIONS), truth);
  expect(matched.precision).toBeGreaterThanOrEqual(0.995);
  expect(suggested.precision).toBeGreaterThanOrEqual(0.9);
  expect(matched.recall).toBeGreaterThanOrEqual(least);
});
