import { zoneOf } from '../../src/reading/zones';

test('stamps name their zone, and those that another zone would put into another month are counted', () => {
  const stamps = ['2024-03-31 23:30:00 UTC', '2024-04-01 02:00:00 UTC', '2024-03-31 08:00:00 UTC', '2024-04-15 23:00:00 UTC'];
  expect(zoneOf(stamps, 'Created', null)).toEqual({ zones: ['UTC'], nearMonthEnd: 2 });
});

test.each([
  ['2024-03-29T10:00:00.000+0000', '+0000'],
  ['2024-03-29T10:00:00Z', 'UTC'],
  ['2012-02-19 12:01:33 PST', 'PST'],
  ['Saturday, Sep 05, 2026 07:30:59 AM GMT-7', 'GMT-7'],
  ['2024-03-29 10:00:00+02:00', '+02:00'],
])('“%s” is in %s', (text, zone) => {
  expect(zoneOf([text], '', null)?.zones).toEqual([zone]);
});

test('the header names the zone of stamps that do not, serials among them', () => {
  expect(zoneOf(['2024-03-31 23:30'], 'Created date (UTC)', null)).toEqual({ zones: ['UTC'], nearMonthEnd: 1 });
  expect(zoneOf([45382.98, 45400.5], 'created_utc', null)).toEqual({ zones: ['UTC'], nearMonthEnd: 1 });
});

test('half past eleven in the evening is near the end, half past eleven in the morning is too, seven is not', () => {
  const near = (text: string): number | undefined => zoneOf([text], 'Time (UTC)', 'mdy')?.nearMonthEnd;
  expect(['03/31/2024 11:30 PM', '03/31/2024 11:30 AM', '03/31/2024 7:00 AM', '04/01/2024 12:30 a.m.'].map(near)).toEqual([
    1, 1, 0, 1,
  ]);
});

test('days without a time, or without a zone, have none', () => {
  expect(zoneOf(['2024-03-31', 45382], 'Date (UTC)', null)).toBeNull();
  expect(zoneOf(['2024-03-31 00:00:00', '2024-04-01 0:00:00'], 'available_on_utc', null)).toBeNull();
  expect(zoneOf(['2024-03-31 23:30', '31.03.2024 23:30 Uhr'], 'Date', 'dmy')).toBeNull();
});
