import { matchKey } from '../../src/domain/link';
import type { Evidence, Matching } from '../../src/domain/link';
import { probabilityOf, totalWeight } from '../../src/matching/matchWeight';
import type { LinkDecision } from '../../src/settings/decisions';
import { match } from './support/book';

/** `INV-2 ~ D-1: amount: 20 % less`, sorted. */
function hints(matching: Matching): string[] {
  const id = (key: string): string => key.replace(/^[a-z]+\./, '');
  return matching.hints.map(({ record, candidate, reason }) => `${id(record)} ~ ${id(candidate)}: ${reason}`).sort();
}

const refused = (key: string): LinkDecision => ({ matchKey: key, decision: 'refused', decidedBy: '', decidedAt: '' });
const words = (evidence: readonly Evidence[]): string[] =>
  evidence.map(({ comparison, level, weight }) => `${comparison}: ${level} ${String(weight)}`);

test('an invoice and a deal without a partner name each other as the nearest, and what spoke against it', () => {
  const matching = match(`
    deal     D-1    Halden Ltd  1,000.00 EUR  2024-01-01
    deal     D-2    Halden Ltd  5,000.00 EUR  2024-01-01
    invoice  INV-1  Halden Ltd    800.00 EUR  2024-01-15
  `);
  expect(hints(matching)).toEqual(['D-1 ~ INV-1: amount: 20 % less', 'INV-1 ~ D-1: amount: 20 % less']);
  expect(matching.links).toEqual([]);
});

test('a second invoice of the same amount is told whose deal the first one took', () => {
  const matching = match(`
    deal     D-1    Halden Ltd  1,000.00 EUR  2024-01-01
    invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-01-15  ref=D-1
    invoice  INV-2  Halden Ltd  1,000.00 EUR  2024-01-16
  `);
  expect(hints(matching)).toEqual(['INV-2 ~ D-1: open amount: nothing left of D-1: it is linked to INV-1']);
});

test('where the customer has nothing near, the same amount of another is named', () => {
  const matching = match(`
    deal     D-1    Halden Ltd    1,234.00 EUR  2024-01-01
    deal     D-2    Oakmere plc     100.00 EUR  2024-01-01
    invoice  INV-1  Oakmere plc   1,234.00 EUR  2024-01-15
  `);
  expect(hints(matching)).toEqual(['D-1 ~ INV-1: customer: another', 'INV-1 ~ D-1: customer: another']);
});

test('of equal amounts the nearest in time is named, however many there are', () => {
  const equal = Array.from({ length: 40 }, (_, i) => {
    const month = String((i % 12) + 1).padStart(2, '0');
    return `deal  D-${String(100 + i)}  Brockley plc  500.00 EUR  ${String(2019 + Math.floor(i / 12))}-${month}-01`;
  });
  const [hint] = match([...equal, 'invoice  INV-1  Oakmere plc  500.00 EUR  2021-06-10'].join('\n')).hints.filter(
    ({ record }) => record === 'invoice.INV-1',
  );
  // Of June 2021.
  expect(hint?.candidate).toBe('deal.D-129');
});

test('a receipt and a credit that nothing took are told the nearest open invoice', () => {
  const matching = match(
    `
    invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-01-15
    invoice  INV-2  Halden Ltd    400.00 EUR  2024-06-15
    credit   CN-1   Halden Ltd   -900.00 EUR  2024-02-15
    invoice  INV-3  Oakmere plc   777.00 EUR  2024-01-15
    receipt  R-1    Brockley plc  777.00 EUR  2024-09-20
  `,
  );
  expect(hints(matching)).toEqual(['CN-1 ~ INV-1: amount: 10 % less', 'R-1 ~ INV-3: customer: unknown; date: 249 days later']);
});

test('a reference to another document speaks against the nearest', () => {
  const matching = match(
    `
    deal     D-1    Halden Ltd   1,000.00 EUR  2024-01-01
    deal     D-7    Oakmere plc  9,000.00 EUR  2023-01-01
    invoice  INV-1  Halden Ltd     900.00 EUR  2024-01-15  ref=D-7
  `,
    {},
    { links: [refused(matchKey('deal-invoice', 'deal.D-7', 'invoice.INV-1'))] },
  );
  expect(hints(matching)).toEqual([
    'D-1 ~ INV-1: reference: names D-7; amount: 10 % less',
    'INV-1 ~ D-1: reference: names D-7; amount: 10 % less',
  ]);
});

test('the evidence of a hint adds up to its probability', () => {
  const [hint] = match(`
    deal     D-1    Halden Ltd  1,000.00 EUR  2024-01-01
    invoice  INV-1  Halden Ltd    800.00 EUR  2024-01-15
  `).hints;
  expect(words(hint?.evidence ?? [])).toEqual(['amount: 20 % less -4', 'customer: same 6', 'date: within the normal lag 2']);
  expect(hint?.probability).toBe(probabilityOf(totalWeight(hint?.evidence ?? []) + (hint?.prior ?? 0)));
});

test('a refused pair keeps what spoke for it, and is nobody’s nearest candidate', () => {
  const matching = match(
    `
    deal     D-1    Halden Ltd  1,000.00 EUR  2024-01-01
    deal     D-2    Halden Ltd    900.00 EUR  2024-01-01
    invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-01-15
  `,
    {},
    { links: [refused(matchKey('deal-invoice', 'deal.D-1', 'invoice.INV-1'))] },
  );
  expect(matching.refused.map(({ left, right, probability }) => [left, right, probability])).toEqual([
    ['deal.D-1', 'invoice.INV-1', 0.992248],
  ]);
  expect(words(matching.refused[0]?.evidence ?? [])).toEqual([
    'amount: equal 8',
    'customer: same 6',
    'date: within the normal lag 2',
  ]);
  expect(hints(matching)).toEqual(['D-2 ~ INV-1: amount: 11 % more', 'INV-1 ~ D-2: amount: 11 % more']);
});

test('hints do not depend on the order of the rows', () => {
  const rows = `
    deal     D-1    Halden Ltd  1,000.00 EUR  2024-01-01
    deal     D-2    Halden Ltd  1,200.00 EUR  2024-01-01
    deal     D-3    Halden Ltd  1,200.00 EUR  2024-01-01
    invoice  INV-1  Halden Ltd  1,100.00 EUR  2024-01-15
    invoice  INV-2  Halden Ltd    777.00 EUR  2024-01-15
    receipt  R-1    -             777.00 EUR  2025-01-15`
    .trim()
    .split('\n');
  expect(hints(match([...rows].reverse().join('\n')))).toEqual(hints(match(rows.join('\n'))));
});
