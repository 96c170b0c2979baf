/** Amounts that a person gave a link: honoured as typed, never above what is open of either document. */

import { matchKey } from '../../src/domain/link';
import type { LinkKind, Matching } from '../../src/domain/link';
import type { LinkDecision } from '../../src/settings/decisions';
import { links, match } from './support/book';

const typed = (kind: LinkKind, left: string, right: string, amount: string, currency?: string): LinkDecision => ({
  matchKey: matchKey(kind, left, right),
  decision: 'confirmed',
  amount,
  ...(currency === undefined ? {} : { currency }),
  decidedBy: '',
  decidedAt: '',
});

const faults = ({ decisionFaults }: Matching): unknown[] =>
  decisionFaults.map(({ code, amounts }) => (amounts === undefined ? code : [code, amounts.asked, amounts.carried]));

const PAID_ONCE = `
  invoice  INV-1  Halden Ltd  100.00 EUR  2024-01-05
  invoice  INV-2  Halden Ltd  100.00 EUR  2024-01-06
  receipt  R-1    Halden Ltd  120.00 EUR  2024-01-20
`;
const split = (first: string, second: string): Matching =>
  match(
    PAID_ONCE,
    {},
    {
      links: [
        typed('invoice-receipt', 'invoice.INV-1', 'receipt.R-1', first),
        typed('invoice-receipt', 'invoice.INV-2', 'receipt.R-1', second),
      ],
    },
  );

test('a receipt is split as typed, whatever order of age would say', () => {
  expect(links(split('20', '100.00'))).toEqual([
    'INV-1 > R-1  20.00  decision, stated, confirmed',
    'INV-2 > R-1  100.00  decision, stated, confirmed',
  ]);
});

test('what the amounts leave of the receipt goes to neither of the two by itself', () => {
  expect(links(split('20', '30'))).toEqual([
    'INV-1 > R-1  20.00  decision, stated, confirmed',
    'INV-2 > R-1  30.00  decision, stated, confirmed',
  ]);
});

test('an amount above what is open of the invoice, or of the receipt, is cut to that and told', () => {
  const cut = split('110', '90');
  expect(links(cut)).toEqual([
    'INV-1 > R-1  100.00  decision, stated, confirmed',
    'INV-2 > R-1  20.00  decision, stated, confirmed',
  ]);
  expect(faults(cut)).toEqual([
    ['too much', 11_000, 10_000],
    ['too much', 9_000, 2_000],
  ]);
});

test('the same amounts hold in any order of the rows', () => {
  const rows = PAID_ONCE.trim().split('\n');
  const decisions = {
    links: [
      typed('invoice-receipt', 'invoice.INV-2', 'receipt.R-1', '90'),
      typed('invoice-receipt', 'invoice.INV-1', 'receipt.R-1', '110'),
    ],
  };
  expect(links(match(rows.reverse().join('\n'), {}, decisions)).sort()).toEqual(links(split('110', '90')).sort());
});

test('an amount in the other direction carries nothing', () => {
  const turned = match(PAID_ONCE, {}, { links: [typed('invoice-receipt', 'invoice.INV-1', 'receipt.R-1', '-5')] });
  expect(links(turned).some((line) => line.startsWith('INV-1'))).toBe(false);
  expect(faults(turned)).toEqual([['too much', -500, 0]]);
});

test('an amount in another currency than the document’s is not used', () => {
  const dollars = match(PAID_ONCE, {}, { links: [typed('invoice-receipt', 'invoice.INV-1', 'receipt.R-1', '5', 'USD')] });
  expect(links(dollars)[0]).toBe('INV-1 > R-1  100.00  decision, stated, confirmed');
  expect(faults(dollars)).toEqual(['currency']);
});

test('an invoice is cut between two deals as typed', () => {
  const cut = match(
    `
    deal     D-1    Halden Ltd  300.00 EUR  2024-01-01
    deal     D-2    Halden Ltd  300.00 EUR  2024-01-02
    invoice  INV-1  Halden Ltd  400.00 EUR  2024-01-15
    `,
    {},
    {
      links: [
        typed('deal-invoice', 'deal.D-1', 'invoice.INV-1', '150.50', 'EUR'),
        typed('deal-invoice', 'deal.D-2', 'invoice.INV-1', '249.50'),
      ],
    },
  );
  expect(links(cut)).toEqual([
    'D-1 > INV-1  150.50  decision, stated, confirmed',
    'D-2 > INV-1  249.50  decision, stated, confirmed',
  ]);
});

test('the last amount typed on a link holds', () => {
  const key = ['invoice-receipt', 'invoice.INV-1', 'receipt.R-1'] as const;
  const twice = match(PAID_ONCE, {}, { links: [typed(...key, '5'), typed(...key, '7')] });
  expect(links(twice)[0]).toBe('INV-1 > R-1  7.00  decision, stated, confirmed');
});

const DATED = ['invoice-receipt', 'invoice.INV-1', 'receipt.R-1'] as const;
const dated = (amount: string, decidedAt: string): LinkDecision => ({ ...typed(...DATED, amount), decidedAt });

test('of two amounts on a link the one decided later holds, in any order of the rows, and the other is told', () => {
  const rows = [dated('7', '2024-02-02'), dated('5', '2024-02-01')];
  for (const order of [rows, [...rows].reverse()]) {
    const twice = match(PAID_ONCE, {}, { links: order });
    expect(links(twice)[0]).toBe('INV-1 > R-1  7.00  decision, stated, confirmed');
    expect(faults(twice)).toEqual(['overruled']);
  }
});

describe('an amount on one link of several', () => {
  const SHARED = `
    deal     D-1    Halden Ltd  1,000.00 EUR  2024-01-01
    deal     D-2    Halden Ltd    600.00 EUR  2024-01-02
    invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-01-15
    receipt  R-1    Halden Ltd  1,000.00 EUR  2024-02-15
  `;
  const shared = (...amounts: readonly LinkDecision[]): Matching => match(SHARED, {}, { links: amounts });

  test('holds as typed; what it leaves of the invoice is no other deal’s by itself', () => {
    const lone = shared(typed('deal-invoice', 'deal.D-1', 'invoice.INV-1', '400', 'EUR'));
    expect(links(lone).filter((line) => line.includes('> INV-1'))).toEqual(['D-1 > INV-1  400.00  decision, stated, confirmed']);
    expect(faults(lone)).toEqual([]);
  });

  test('above the invoice is cut to it, told, and nothing is left for the other deal', () => {
    const over = shared(typed('deal-invoice', 'deal.D-1', 'invoice.INV-1', '1400'));
    expect(links(over).filter((line) => line.includes('> INV-1'))).toEqual(['D-1 > INV-1  1000.00  decision, stated, confirmed']);
    expect(faults(over)).toEqual([['too much', 140_000, 100_000]]);
  });

  test('beside a link confirmed without an amount: that one carries what the amount leaves', () => {
    const confirmed: LinkDecision = {
      ...{ matchKey: matchKey('deal-invoice', 'deal.D-2', 'invoice.INV-1'), decision: 'confirmed' },
      ...{ decidedBy: '', decidedAt: '' },
    };
    const both = shared(confirmed, typed('deal-invoice', 'deal.D-1', 'invoice.INV-1', '700'));
    expect(links(both).filter((line) => line.includes('> INV-1'))).toEqual([
      'D-1 > INV-1  700.00  decision, stated, confirmed',
      'D-2 > INV-1  300.00  decision, stated, confirmed',
    ]);
  });
});
