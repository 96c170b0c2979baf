import fc from 'fast-check';
import { blocksOf, cutText, LONGEST_TEXT } from '../../src/excel/cells';
import { asTrouble, TroubleError } from '../../src/excel/trouble';

test('a text that fits is as it was; a longer one ends with a mark and never in half a character', () => {
  expect(cutText('x'.repeat(LONGEST_TEXT))).toHaveLength(LONGEST_TEXT);
  for (const shift of ['', 'x']) {
    const cut = cutText(shift + '😀'.repeat(LONGEST_TEXT));
    expect(cut.length).toBeLessThanOrEqual(LONGEST_TEXT);
    expect(cut).toMatch(/😀… \(cut\)$/u);
  }
});

test('blocks hold every row once, in order, and none is larger than a request carries', () => {
  const cell = fc.oneof(fc.string({ maxLength: 60 }), fc.integer(), fc.constant('y'.repeat(400_000)));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 40 }), (rows) => {
      const blocks = [...blocksOf(rows)];
      expect(blocks.flatMap((block) => block.rows)).toEqual(rows);
      blocks.forEach((block, index) =>
        expect(block.start).toBe(blocks.slice(0, index).reduce((sum, before) => sum + before.rows.length, 0)),
      );
      for (const block of blocks) expect(block.rows.length === 1 || block.bytes <= 1_000_000).toBe(true);
    }),
    { seed: 7, numRuns: 60 },
  );
});

test.each([
  ['AccessDenied', 'protected'],
  ['InvalidOperationInCellEditMode', 'being edited'],
  ['ItemNotFound', 'no longer there'],
  ['RequestPayloadSizeLimitExceeded', 'too large'],
  ['ConnectionFailure', 'stopped answering'],
  ['Timeout', 'busy'],
])('%s is told in words', (code, word) => {
  const trouble = asTrouble(Object.assign(new Error('raw'), { code }));
  expect(trouble).toBeInstanceOf(TroubleError);
  expect((trouble as TroubleError).trouble.what).toContain(word);
});

test('an unknown refusal keeps Excel’s own sentence; a cancel stays a cancel', () => {
  expect((asTrouble(new Error('odd thing')) as TroubleError).trouble.what).toBe('Excel refused: odd thing');
  const abort = new DOMException('cancelled', 'AbortError');
  expect(asTrouble(abort)).toBe(abort);
});
