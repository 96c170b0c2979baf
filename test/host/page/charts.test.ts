/** Scales, stacks and labels of the page's charts. */

import { labelLines, stack } from '../../../host/page/charts';
import { pastedCells } from '../../../host/page/entries';
import { wrappedLines } from '../../../host/page/wrapping';
import { niceScale } from '../../../host/workbook/chartDefaults';

test.each([
  [[0, 127_650], { low: 0, high: 150_000, step: 50_000 }],
  [[-40, 90], { low: -50, high: 100, step: 50 }],
  [[0], { low: 0, high: 1, step: 0.2 }],
])('a scale of round steps holds zero and %j', (values, expected) => {
  const { low, high, step } = niceScale(values);
  expect(low).toBeLessThanOrEqual(Math.min(0, ...values));
  expect(high).toBeGreaterThanOrEqual(Math.max(0, ...values));
  expect({ low, high, step }).toEqual(expected);
});

test('positives stack upwards, negatives downwards', () => {
  expect(
    stack(
      [
        [10, -4],
        [5, -6],
        [null, 3],
      ],
      2,
    ),
  ).toEqual([
    [
      { from: 0, to: 10 },
      { from: 0, to: -4 },
    ],
    [
      { from: 10, to: 15 },
      { from: -4, to: -10 },
    ],
    [
      { from: 15, to: 15 },
      { from: 0, to: 3 },
    ],
  ]);
});

test('a label breaks at a blank and is cut with a mark where it still does not fit', () => {
  expect(labelLines('Invoiced', 12)).toEqual(['Invoiced']);
  expect(labelLines('Data quality', 8)).toEqual(['Data', 'quality']);
});

test('pasted text is cells by tabs and lines, without the last line end', () => {
  expect(pastedCells('a\tb\r\n1\t2\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('a wrapped text takes the lines its width needs', () => {
  const width = (text: string): number => text.length * 7;
  expect(wrappedLines('short', 100, width)).toBe(1);
  expect(wrappedLines('three words here', 42, width)).toBe(3);
});
