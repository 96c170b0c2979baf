import {
  decisionWords,
  isToSettle,
  mostWrittenOff,
  wordsOf,
  writtenOffReason,
  writtenOffStatus,
} from '../../src/settings/reviewWords';

const read = (typed: string): string => {
  const words = decisionWords(typed);
  return words === null ? 'no decision' : [words.decision, words.amount ?? 'all', words.currency].join(' ').trim();
};

test.each([
  ['confirmed', 'confirmed all'],
  ['Yes ', 'confirmed all'],
  ['no', 'refused all'],
  ['confirmed 400', 'confirmed 400'],
  ['confirmed 400.00 EUR', 'confirmed 400.00 EUR'],
  ['Confirm 400,5 eur', 'confirmed 400.5 EUR'],
  ['confirmed -12.30', 'confirmed -12.30'],
  ['confirmed 400.125 KWD', 'confirmed 400.125 KWD'],
])('under Decision “%s” is read as %s', (typed, words) => {
  expect(read(typed)).toBe(words);
});

test.each([
  '',
  'ask Kim',
  'confirmed 1,234',
  'confirmed 1.234',
  'confirmed 1,234.00',
  'confirmed with Kim',
  'refused 400',
  'confirmed 1234567890123',
  'confirmed 1234567890123.125 KWD',
])('under Decision “%s” is no decision', (typed) => {
  expect(read(typed)).toBe('no decision');
});

test.each(['confirmed', 'refused', 'confirmed 400.00 EUR', 'confirmed 12'])('%s is written as it was read', (typed) => {
  const words = decisionWords(typed);
  expect(words === null ? '' : wordsOf(words)).toBe(typed);
});

test('a write-off names its reason', () => {
  expect(writtenOffStatus(' Bank charges ')).toBe('Written off: Bank charges');
  expect(writtenOffReason('written off : Bank charges ')).toBe('Bank charges');
  expect(writtenOffReason('Written off')).toBeNull();
  expect(writtenOffReason('Written off: ')).toBeNull();
});

test('what is accepted, resolved, written off or a copy is not to be settled', () => {
  const words = ['Open', 'In review', 'ask Kim', '', 'Reopened', 'accepted ', 'Resolved', 'Written off: cents', 'Copy'];
  expect(words.filter(isToSettle)).toEqual(['Open', 'In review', 'ask Kim', '', 'Reopened']);
});

test('as much may be written off as is listed as Low by its size', () => {
  expect([0, 4, 5, 1_000].map(mostWrittenOff)).toEqual([0, 0, 1, 200]);
});
