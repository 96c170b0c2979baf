import { isoDay } from '../../src/domain/day';
import { inspect } from '../../src/reading/inspect';
import { isRevenueAccount } from '../../src/reading/journal';
import { readRecords } from '../../src/reading/readRecords';
import type { SourceMapping } from '../../src/settings/mapping';
import { answerMapping } from '../../src/settings/mapping';
import { grid, leftLines, mapped } from './support/table';

const NO_WORDS = { won: [], issued: [], writtenOff: [] };

const entries = (sheet: ReturnType<typeof grid>, columns: SourceMapping['columns']): ReturnType<typeof readRecords> =>
  readRecords([sheet], mapped([sheet], { role: 'schedule', columns, monthColumns: [] }), NO_WORDS);

test.each([
  ['4000 Subscription revenue', true],
  ['Umsatzerlöse 19 %', true],
  ['Deferred revenue', false],
  ['2100 Unearned income', false],
  ['Accounts receivable', false],
])('%s', (account, isRevenue) => {
  expect(isRevenueAccount(account)).toBe(isRevenue);
});

test('of each entry the side that is revenue counts, a reversal takes it off', () => {
  const sheet = grid(
    'Revenue journal',
    `
    Date       | Document Number | Customer | Account              | Debit | Credit
    2026-01-31 | JE-1            | Acme     | Subscription revenue |       | 100
    2026-01-31 | JE-1            | Acme     | Deferred revenue     | 100   |
    2026-02-28 | JE-2            | Acme     | Subscription revenue | 30    |
    2026-02-28 | JE-2            | Acme     | Deferred revenue     |       | 30
    `,
  );
  const { records, leftOut } = entries(sheet, { date: 0, reference: 1, customer: 2, account: 3, debit: 4, credit: 5 });
  expect(records.revenue.map(({ day, amount }) => [isoDay(day), amount])).toEqual([
    ['2026-01-31', 10000],
    ['2026-02-28', -3000],
  ]);
  expect(leftLines(leftOut)).toEqual([
    'row 3: repeat-document D “Deferred revenue”',
    'row 5: repeat-document D “Deferred revenue”',
  ]);
});

test('both accounts in one row', () => {
  const sheet = grid(
    'Revenue journal',
    `
    Booked Date | Debit Account    | Credit Account | Amount | Customer
    2026-01-31  | Deferred revenue | Revenue        | 100    | Acme
    2026-02-28  | Revenue          | Deferred revenue | 30   | Acme
    2026-02-28  | Accounts receivable | Deferred revenue | 500 | Acme
    `,
  );
  const { records, leftOut } = entries(sheet, { date: 0, debitAccount: 1, creditAccount: 2, amount: 3, customer: 4 });
  expect(records.revenue.map(({ amount }) => amount)).toEqual([10000, -3000]);
  expect(leftLines(leftOut)).toEqual(['row 4: repeat-document C “Deferred revenue”']);
});

test('accounts that do not say which is revenue are asked about', () => {
  const sheet = grid(
    'Revenue journal',
    `
    Date       | Document Number | Customer | Account | Debit | Credit
    2026-01-31 | JE-1            | Acme     | '4000   |       | 100
    2026-01-31 | JE-1            | Acme     | '2100   | 100   |
    `,
  );
  const [found] = mapped([sheet], {
    role: 'schedule',
    columns: { date: 0, reference: 1, customer: 2, account: 3, debit: 4, credit: 5 },
    fingerprint: '',
  });
  if (found === undefined) throw new Error('no source');
  const asked = inspect([sheet], [found]).questions.find(({ id }) => id === 'revenueAccount');
  expect(asked?.choices.map(({ value }) => value)).toEqual(['2100', '4000']);
  const settled = answerMapping(found, 'revenueAccount', '4000');
  expect(inspect([sheet], [settled]).questions.map(({ id }) => id)).not.toContain('revenueAccount');
  expect(readRecords([sheet], [settled], NO_WORDS).records.revenue.map(({ amount }) => amount)).toEqual([10000]);
});
