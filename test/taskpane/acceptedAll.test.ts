import { parseIsoDay } from '../../src/domain/day';
import { acceptedAll } from '../../src/taskpane/components/settle/acceptedAll';

const unbilled = { key: 'BI.unbilled.deal.D-7', status: 'Open', amount: 4800, comment: '' };
const open = { key: 'IC.open.invoice.I-3', status: 'Waiting', amount: 3400, comment: 'Ben asked them on Friday' };

test('a comment for all goes below what a person wrote before', () => {
  expect(acceptedAll([unbilled, open], 'Agreed with finance', null)).toEqual([
    {
      key: unbilled.key,
      cells: { Status: 'Accepted', Comment: 'Agreed with finance' },
      expected: { Status: 'Open', Comment: '' },
    },
    {
      key: open.key,
      cells: { Status: 'Accepted', Comment: 'Ben asked them on Friday\nAgreed with finance' },
      expected: { Status: 'Waiting', Comment: 'Ben asked them on Friday' },
    },
  ]);
});

test('without one the comments are left alone', () => {
  expect(acceptedAll([open], '', null)).toEqual([
    { key: open.key, cells: { Status: 'Accepted' }, expected: { Status: 'Waiting' } },
  ]);
});

test('a last day goes into each row as a date of Excel', () => {
  expect(acceptedAll([open], '', parseIsoDay('2026-06-30'))).toEqual([
    { key: open.key, cells: { Status: 'Accepted', 'Accept until': 46_203 }, expected: { Status: 'Waiting' } },
  ]);
});
