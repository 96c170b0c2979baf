import type { AllocationTold } from '../../src/report/settle/lookUp';
import { checkAllocation } from '../../src/taskpane/allocating';
import { typedAmount } from '../../src/taskpane/components/settle/typedAmount';
import { createFormat } from '../../src/taskpane/format';

const side = { name: '', what: '', party: '', day: '', amounts: [], documents: 0, text: '', source: null };

const told = (whole: number, ...most: (number | null)[]): AllocationTold => ({
  kind: 'allocation',
  currency: 'EUR',
  right: side,
  whole,
  links: most.map((one, at) => ({ key: `m${String(at)}`, left: side, carried: 0, most: one })),
});

test('amounts within what is open on both sides are right; what is left over is told', () => {
  expect(checkAllocation(told(100, 80, 80), [80, 15])).toEqual({
    isRight: true,
    amounts: [80, 15],
    faults: [null, null],
    rest: 5,
    over: 0,
  });
});

test('what is wrong is told where it is wrong', () => {
  expect(checkAllocation(told(100, 80, 80), [81, null])).toMatchObject({ isRight: false, faults: ['too much', 'no amount'] });
  expect(checkAllocation(told(100, 80, 80), [60, 41])).toMatchObject({ isRight: false, faults: [null, null], over: 1 });
  expect(checkAllocation(told(100, 80, -5), [-10, 5])).toMatchObject({ faults: ['direction', 'direction'] });
});

test('a document with a negative amount is spread in its own direction', () => {
  expect(checkAllocation(told(-100, -80, null), [-80, -20])).toMatchObject({ isRight: true, rest: 0 });
  expect(checkAllocation(told(-100, -80, null), [-80, -21])).toMatchObject({ isRight: false, over: 1 });
});

test.each([
  ['en-GB', '1,234.50', 123_450],
  ['en-GB', '-12', -1_200],
  ['en-GB', '12.345', null],
  ['en-GB', 'twelve', null],
  ['en-GB', '', null],
  ['de-DE', '1.234,50', 123_450],
  ['de-DE', '12,5', 1_250],
  ['de-CH', '1’234.50', 123_450],
  ['fr-FR', '1 234,50', 123_450],
  ['sv-SE', '−1 234,50', -123_450],
  ['he-IL', '\u200e-1,234.50', -123_450],
  ['ar-EG', '؜-١٬٢٣٤٫٥٠', -123_450],
  ['fa-IR', '\u200e−۱٬۲۳۴٫۵۰', -123_450],
  ['ar-EG', '1,234.50', 123_450],
])('in %s “%s” is read as %s cents', (locale, text, minor) => {
  expect(typedAmount(text, 'EUR', createFormat(locale))).toBe(minor);
});
