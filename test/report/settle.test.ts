/** What settling looks up in a run: partners for a record, what links may carry, what may be written off. */

import type { AllocationTold, PartnersTold } from '../../src/report/settle/lookUp';
import { lookUp } from '../../src/report/settle/lookUp';
import { reportContext, NOTHING_KEPT } from '../../src/report/context';
import { openAfter } from '../../src/matching/handAllocation';
import { similarity } from '../../src/matching/names/similarity';
import { run } from '../edgeCases/support/outcome';

const MATCHING = { openAfter, similarity };

const BOOK = `
    deal     D-1  Acme / Alice   1,000  2026-03-05
    deal     D-2  Acme / Alice   400    2026-03-06
    deal     D-3  Birch / Bob    600    2026-03-07
    deal     D-4  Cobalt / Bob   9,000  2026-03-08
    invoice  I-1  Acme           1,020  2026-03-10  deal=D-1
    invoice  I-4  Cobalt         9,000  2026-03-10  deal=D-4
    receipt  R-1  Acme           500    2026-03-20  invoice=I-1`;

const context = reportContext(run(BOOK, '2026-03-31'), NOTHING_KEPT);

const partners = (matchKey: string, side: 'left' | 'right', text = ''): PartnersTold => {
  const found = lookUp({ kind: 'partners', matchKey, side, text }, context, MATCHING);
  if (found?.kind !== 'partners') throw new Error('no partners');
  return found;
};

const FIRST = 'deal-invoice|deal.D-1|invoice.I-1';

test('partners of an invoice: what is open first, then the same customer; never the one it has', () => {
  const { anchor, open, partners: found, all } = partners(FIRST, 'left');
  expect([anchor.name, open, all]).toEqual(['I-1', 102_000, 3]);
  expect(found.map(({ key, side, open: left }) => [key, side.name, left])).toEqual([
    ['deal-invoice|deal.D-2|invoice.I-1', 'D-2', 40_000],
    ['deal-invoice|deal.D-3|invoice.I-1', 'D-3', 60_000],
    ['deal-invoice|deal.D-4|invoice.I-1', 'D-4', 0],
  ]);
});

test('partners are looked for by number, name or amount, in any case', () => {
  expect(partners(FIRST, 'left', 'BIRCH').partners.map(({ side }) => side.name)).toEqual(['D-3']);
  expect(partners(FIRST, 'left', '600.00').partners.map(({ side }) => side.name)).toEqual(['D-3']);
  expect(partners(FIRST, 'left', 'nobody')).toMatchObject({ partners: [], all: 0 });
});

test('partners are looked for without accents, and with "ss" for "ß"', () => {
  const book = `
    deal     D-1  Acme            1,000  2026-03-05
    deal     D-2  Café Gießerei   1,000  2026-03-06
    invoice  I-1  Acme            1,000  2026-03-10  deal=D-1`;
  const other = reportContext(run(book, '2026-03-31'), NOTHING_KEPT);
  const found = lookUp({ kind: 'partners', matchKey: FIRST, side: 'left', text: 'cafe GIESSEREI' }, other, MATCHING);
  expect(found).toMatchObject({ partners: [{ side: { name: 'D-2' } }] });
});

test('the other end can be replaced as well', () => {
  expect(partners(FIRST, 'right').partners.map(({ key }) => key)).toEqual(['deal-invoice|deal.D-1|invoice.I-4']);
});

test('a receipt is spread over its invoices, each up to what is open of it', () => {
  const found = lookUp(
    { kind: 'allocation', matchKey: 'invoice-receipt|invoice.I-1|receipt.R-1' },
    context,
    MATCHING,
  ) as AllocationTold;
  expect([found.right.name, found.whole]).toEqual(['R-1', 50_000]);
  expect(found.links.map(({ left, carried, most }) => [left.name, carried, most])).toEqual([['I-1', 50_000, 102_000]]);
});

test('what is small enough may be written off', () => {
  expect(lookUp({ kind: 'writeOff', exceptionKey: 'BI.over.invoice.I-1' }, context, MATCHING)).toEqual({
    kind: 'writeOff',
    currency: 'EUR',
    amount: -2_000,
    most: 1_200,
    isSingle: true,
  });
});

test('what the run does not know is not answered', () => {
  expect(
    lookUp({ kind: 'partners', matchKey: 'deal-invoice|deal.D-77|invoice.I-1', side: 'left', text: '' }, context, MATCHING),
  ).toBeNull();
  expect(lookUp({ kind: 'allocation', matchKey: 'customer|Acme|ACME' }, context, MATCHING)).toBeNull();
  expect(lookUp({ kind: 'writeOff', exceptionKey: 'BI.over.invoice.I-77' }, context, MATCHING)).toBeNull();
});

describe('names that may take the place of one of a pair of customers', () => {
  const book = `
    deal     D-1  Halden Ltd        1,000  2026-03-05
    deal     D-2  Oakmere Trading   400    2026-03-06
    deal     D-3  Halden Group      600    2026-03-07
    invoice  I-1  Halden Limited    1,000  2026-03-10
    invoice  I-2  Halden Logistics  250    2026-03-11
    invoice  I-3  Oakmere Trading   400    2026-03-12
    invoice  I-4  Oakmere Trading   150    2026-03-13
    receipt  R-1  Haldén Holding    70     2026-03-20`;
  const customers = reportContext(run(book, '2026-03-31'), NOTHING_KEPT);
  const asked = (side: 'left' | 'right', text = '', matchKey = 'customer|Halden Ltd|Halden Limited') =>
    lookUp({ kind: 'partners', matchKey, side, text }, customers, MATCHING);
  const found = (...of: Parameters<typeof asked>): string[] => {
    const told = asked(...of);
    return told?.kind === 'partners' ? told.partners.map(({ key }) => key) : [];
  };

  test('on the side of the ledger every name of invoices and receipts, the most alike first', () => {
    expect(found('right')).toEqual([
      'customer|Halden Ltd|Halden Logistics',
      'customer|Halden Ltd|Haldén Holding',
      'customer|Halden Ltd|Oakmere Trading',
    ]);
  });

  test('on the side of the CRM every name of deals', () => {
    expect(found('left')).toEqual(['customer|Halden Group|Halden Limited', 'customer|Oakmere Trading|Halden Limited']);
  });

  test('are looked for by words, and told with how many documents they have and what these come to', () => {
    const told = asked('right', 'TRADING');
    expect(told).toMatchObject({
      ...{ kind: 'partners', open: null, all: 1 },
      anchor: { name: 'Halden Ltd', documents: 1, amounts: [{ minor: 100_000, currency: 'EUR' }] },
      partners: [{ open: null, side: { name: 'Oakmere Trading', documents: 2, amounts: [{ minor: 55_000, currency: 'EUR' }] } }],
    });
    expect(found('right', 'nobody')).toEqual([]);
  });

  test('names that the run does not know have none', () => {
    expect(asked('left', '', 'customer|Nobody|Halden Limited')).toBeNull();
  });
});
