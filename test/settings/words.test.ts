/** The measures in words, and what may be typed, as `Definitions` tells them. */

import { describeAllowed, SETTINGS } from '../../src/settings/definitions';
import type { SettingKey } from '../../src/settings/definitions';
import { describeMeasures } from '../../src/settings/words';
import { planReport } from '../../src/report/planReport';
import { run } from '../edgeCases/support/outcome';
import { tableOf } from '../report/support/sheets';

const BOOK = `
    deal     D-1  Acme / Alice   1,200  2026-03-05  term=24
    invoice  I-1  Acme           1,200  2026-03-20  deal=D-1`;

const words = (definitions: Partial<Record<SettingKey, string>>) =>
  describeMeasures(run(BOOK, '2026-03-31', { definitions }).settingsUsed);

test('booked says what of a deal it shows, by which date and which deals', () => {
  expect(words({}).booked).toMatch(/^value of deals won.*, by close date$/);
  expect(words({ amountMeans: 'total', bookedAs: 'annual' }).booked).toMatch(/^annual value of deals won/);
  expect(words({ amountMeans: 'first year' }).booked).toMatch(/^first year’s value of deals won/);
  expect(words({ amountMeans: 'monthly' }).booked).toMatch(/^value of deals won/);
  expect(words({ taxInDeals: 'yes' }).booked).toMatch(/, tax included, by close date$/);
  expect(describeMeasures([{ key: 'renewals', value: 'uplift only', used: 'uplift only', why: 'as set' }]).booked).toBe(
    'value of deals won, renewals by their uplift only, by close date',
  );
});

test('types of deals are told where they are chosen and there', () => {
  const typed = `
    deal     D-1  Acme / Alice   1,200  2026-03-05  Deal Type=Renewal
    deal     D-2  Birch / Alice  1,000  2026-03-05  Deal Type=New
    invoice  I-1  Acme           1,200  2026-03-20  deal=D-1`;
  const booked = (dealTypes: string): string =>
    describeMeasures(run(typed, '2026-03-31', { definitions: { dealTypes } }).settingsUsed).booked;
  expect(booked('all')).not.toContain('types');
  expect(booked('New')).toContain(', types New only');
  expect(booked('Other')).not.toContain('types');
});

test('write-offs that reduce are told of invoiced', () => {
  expect(words({ writeOffDocuments: 'reduce' }).invoiced).toContain('less credit notes and write-offs, ');
});

test('a setting without effect is neither told nor shown as used', () => {
  const definitions = {
    invoicedAmount: 'gross',
    invoiceDate: 'posting date',
    passThrough: 'left out',
    cashAmount: 'before fees',
    entities: 'Elsewhere',
    dealTypes: 'Other',
    renewals: 'uplift only',
    wonDatedBy: 'start',
  };
  const result = run(BOOK, '2026-03-31', { definitions });
  expect(describeMeasures(result.settingsUsed)).toEqual(words({}));
  const used = Object.fromEntries(result.settingsUsed.map((each) => [each.key, each.used]));
  expect(Object.keys(definitions).map((key) => used[key])).toEqual([
    'net',
    'invoice date',
    'counted',
    'received',
    'all',
    'all',
    'full',
    'close',
  ]);
});

test('a basis that no deal can be turned to has no effect', () => {
  const untermed = BOOK.replace('  term=24', '');
  const { settingsUsed } = run(untermed, '2026-03-31', { definitions: { bookedAs: 'annual' } });
  const { used, why } = settingsUsed.find(({ key }) => key === 'bookedAs') ?? {};
  expect([used, why]).toEqual(['as the amount means', 'as set; without effect: no deal states its term']);
});

test('what is allowed fits its column', () => {
  const { columns } = tableOf(planReport(run(BOOK, '2026-03-31')), 'tblDefinitions');
  const width = columns.find(({ header }) => header === 'Allowed')?.width ?? 0;
  for (const { kind } of Object.values(SETTINGS)) expect(describeAllowed(kind).length).toBeLessThanOrEqual(width);
});
