import type { ReviewSide } from '../../src/report/plan';
import { compareSides, markedWords } from '../../src/taskpane/compareSides';
import { createFormat } from '../../src/taskpane/format';

const british = createFormat('en-GB');

/** `Acme Ltd | 2026-03-05 | -200.00 EUR`: party, day, amount. */
function side(text: string): ReviewSide {
  const [party = '', day = '', amount = ''] = text.split(' | ');
  const [number = '', currency = ''] = amount.split(' ');
  return {
    name: '',
    what: '',
    party,
    day,
    amounts: amount === '' ? [] : [{ minor: Math.round(Number(number) * 100), currency }],
    documents: 0,
    text: '',
    source: null,
  };
}

/** `Amount: 6.00 less !`: what is told of each row; "!" where it is odd. */
const differences = (left: string, right: string): string[] =>
  compareSides(side(left), side(right), false, british).map(
    ({ label, difference, isOdd }) => `${label}: ${difference}${isOdd ? ' !' : ''}`,
  );

test.each([
  ['Acme Ltd | 2026-03-05 | 200.00 EUR', 'Acme Ltd | 2026-03-05 | 200.00 EUR', ['Customer: ', 'Date: ', 'Amount: ']],
  [
    'Acme Ltd | 2026-03-05 | 200.00 EUR',
    'ACME | 2026-03-06 | 194.00 EUR',
    ['Customer:  !', 'Date: 1 day later', 'Amount: 6.00 less !'],
  ],
  [
    'Acme Ltd | 2026-03-05 | 200.00 EUR',
    'Acme Ltd | 2026-02-28 | -200.00 EUR',
    ['Customer: ', 'Date: 5 days earlier', 'Amount: '],
  ],
  ['Acme Ltd |  | 200.00 EUR', ' | 2026-02-28 | 200.00 USD', ['Customer: ', 'Date: ', 'Amount: another currency !']],
])('%s beside %s', (left, right, told) => {
  expect(differences(left, right)).toEqual(told);
});

test('what neither side says has no row', () => {
  expect(compareSides(side('Acme'), side('Acme'), false, british).map(({ label }) => label)).toEqual(['Customer']);
});

test.each([
  ['Birch Software GmbH', 'BIRCH Software AG', 'Birch Software [GmbH]'],
  ['Müller & Söhne', 'Muller und Söhne', 'Müller & Söhne'],
  ['Oakmere Trading', 'Halden', '[Oakmere Trading]'],
])('of %s beside %s only other words are marked', (text, other, expected) => {
  const shown = markedWords(text, other)
    .map((piece) => (piece.isOther ? `[${piece.text}]` : piece.text))
    .join('');
  expect(shown).toBe(expected);
});
