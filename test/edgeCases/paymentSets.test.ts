import { expectOutcome, outcomeOf, run } from './support/outcome';

/** A won deal for each amount, invoiced in full: only the money is in question. */
const invoiced = (...rows: readonly (readonly [number: string, amount: string, more?: string])[]): string =>
  rows
    .map(
      ([number, amount, more = '']) => `
    deal     D-${number}  Acme / Alice  ${amount}  2026-04-02
    invoice  I-${number}  Acme          ${amount}  2026-04-02  deal=D-${number}  ${more}`,
    )
    .join('');

/** What was paid and credited. */
const settled = (result: ReturnType<typeof run>): string[] => outcomeOf(result).filter((line) => line.startsWith('link  I-'));

test('10 · one payment of two invoices less a credit that names neither: the set adds up with its signs', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  500   2026-04-02
    invoice  I-1  Acme          500   2026-04-02  deal=D-1
    deal     D-2  Acme / Alice  300   2026-04-05
    invoice  I-2  Acme          300   2026-04-05  deal=D-2
    credit   C-1  Acme          -120  2026-04-20
    receipt  R-1  Acme          680   2026-04-30`,
    '2026-04-30',
  );
  expect(outcomeOf(result).filter((line) => line.startsWith('IC'))).toEqual(['IC  Apr +0 = none']);
  const paid = result.links.filter(({ kind }) => kind === 'invoice-receipt');
  expect(paid.map(({ certainty }) => certainty)).toEqual(['inferred', 'inferred']);
  expect(paid.reduce((sum, { allocated }) => sum + allocated, 0)).toBe(68_000);
});

test('10 · among other open invoices, with tax: only one set with its signs adds up', () => {
  const result = run(
    `${invoiced(['1', '511.27', 'tax=97.14'], ['2', '303.13', 'tax=57.59'], ['3', '871.19', 'tax=165.53'], ['4', '1,412.55', 'tax=268.38'])}
    credit   C-1  Acme  -120.45  2026-04-20  tax=-22.89
    receipt  R-1  Acme  825.79   2026-04-30`,
    '2026-04-30',
  );
  expect(settled(result)).toEqual([
    'link  I-1 > C-1  120.45  inferred',
    'link  I-1 > R-1  465.07  inferred',
    'link  I-2 > R-1  360.72  inferred',
  ]);
});

test('10 · a credit larger than each invoice is spread over them', () => {
  const result = run(
    `${invoiced(['1', '500.10'], ['2', '300.20'])}
    credit   C-1  Acme  -600.05  2026-04-20
    receipt  R-1  Acme  200.25   2026-04-30`,
    '2026-04-30',
  );
  expect(settled(result)).toEqual([
    'link  I-1 > C-1  500.1  inferred',
    'link  I-2 > C-1  99.95  inferred',
    'link  I-2 > R-1  200.25  inferred',
  ]);
});

test('10 · the invoices are named, the credit is not: it belongs where the payment left as much', () => {
  const result = run(
    `${invoiced(['1', '500'], ['2', '300'])}
    credit   C-1  Acme  -120  2026-04-20
    receipt  R-1  Acme  680   2026-04-30  invoice=I-1, I-2`,
    '2026-04-30',
  );
  expect(settled(result)).toEqual([
    'link  I-1 > R-1  500  stated',
    'link  I-2 > R-1  180  stated',
    'link  I-2 > C-1  120  inferred',
  ]);
});

test.each([
  [
    'two credits of the amount',
    `${invoiced(['1', '511.20'], ['2', '303.10'])}
    credit   C-1  Acme  -120    2026-04-20
    credit   C-2  Acme  -120    2026-04-21
    receipt  R-1  Acme  694.30  2026-04-30`,
    [
      ['invoice.I-1', 'invoice.I-2', 'credit.C-1'],
      ['invoice.I-1', 'invoice.I-2', 'credit.C-2'],
    ],
  ],
  [
    'two invoices add up as well without the credit',
    `${invoiced(['1', '511.27'], ['2', '303.13'], ['3', '391.02'], ['4', '302.93'])}
    credit   C-1  Acme  -120.45  2026-04-20
    receipt  R-1  Acme  693.95   2026-04-30`,
    [
      ['invoice.I-3', 'invoice.I-4'],
      ['invoice.I-1', 'invoice.I-2', 'credit.C-1'],
    ],
  ],
  [
    'the balance was paid, and the invoices left out may make up the credit',
    `${invoiced(['1', '511.27'], ['2', '303.13'], ['3', '70.12'], ['4', '50.33'])}
    credit   C-1  Acme  -120.45  2026-04-20
    receipt  R-1  Acme  814.40   2026-04-30`,
    [
      ['invoice.I-1', 'invoice.I-2'],
      ['invoice.I-1', 'invoice.I-2', 'invoice.I-3', 'invoice.I-4', 'credit.C-1'],
    ],
  ],
])('10 · %s: ambiguous, both listed', (_, book, candidates) => {
  const result = run(book, '2026-04-30');
  expect(settled(result)).toEqual([]);
  expect(result.openSearches.map((search) => [search.anchor, search.outcome, search.candidates])).toEqual([
    ['receipt.R-1', 'ambiguous', candidates],
  ]);
  expect(result.exceptions.map(({ key }) => key)).toContain('IC.match.receipt.R-1');
});

test('12 · 54 open invoices paid with one payment of all that is open: no other set can add up', () => {
  const numbers = Array.from({ length: 54 }, (_, at) => at + 1);
  const amountOf = (number: number): number => 1_000 + ((number * 7_919) % 9_001);
  const rows = numbers.map(
    (number) => `
    deal     D-${number}  Acme / Alice  ${amountOf(number)}  2026-03-02
    invoice  I-${number}  Acme          ${amountOf(number)}  2026-03-05  deal=D-${number}`,
  );
  const paid = numbers.reduce((sum, number) => sum + amountOf(number), 0);
  const result = run(`${rows.join('')}\nreceipt  R-1  Acme  ${paid}  2026-03-31`, '2026-03-31');
  expect(result.openSearches).toEqual([]);
  expect(result.items).toEqual([]);
  expect(result.links.filter(({ kind }) => kind === 'invoice-receipt')).toHaveLength(54);
});

test('12 · the same with one invoice more, left open: many sets may make the payment, so it is not taken', () => {
  const amountOf = (number: number): number => 1_000 + ((number * 7_919) % 9_001);
  const numbers = Array.from({ length: 55 }, (_, at) => at + 1);
  const rows = invoiced(...numbers.map((number) => [String(number), String(amountOf(number))] as const));
  const paid = numbers.slice(1).reduce((sum, number) => sum + amountOf(number), 0);
  const result = run(`${rows}\nreceipt  R-1  Acme  ${paid}  2026-04-30`, '2026-04-30');
  expect(settled(result)).toEqual([]);
  expect(result.openSearches.map(({ anchor, outcome }) => [anchor, outcome])).toEqual([['receipt.R-1', 'stopped']]);
});

test('13 · the nearest set is cents away: suggested with the residual, never taken by itself', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  500     2026-04-02
    invoice  I-1  Acme          500     2026-04-03  deal=D-1  due=2026-06-02
    deal     D-2  Acme / Alice  300     2026-04-02
    invoice  I-2  Acme          300     2026-04-05  deal=D-2  due=2026-06-04
    deal     D-3  Acme / Alice  910     2026-04-02
    invoice  I-3  Acme          910     2026-04-05  deal=D-3  due=2026-06-04
    receipt  R-1  Acme          799.97  2026-05-04`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  Apr +1,710 = Q39 +799.97, Q34° +0.03, T6° +910
    IC  May -799.97 = Q39 -799.97
    link  D-1 > I-1  500     stated
    link  D-2 > I-2  300     stated
    link  D-3 > I-3  910     stated
    link  I-1 > R-1  500     inferred, suggested
    link  I-2 > R-1  299.97  inferred, suggested
    settle  IC.match.receipt.R-1  Q39  -799.97  Open`,
    'reason',
  );
});

test('13 · two sets lie cents away: neither is suggested', () => {
  const result = run(
    `${invoiced(['1', '500.11'], ['2', '300.02'], ['3', '410.07'], ['4', '390.05'])}
    receipt  R-1  Acme  800.10  2026-04-30`,
    '2026-04-30',
  );
  expect(settled(result)).toEqual([]);
  expect(result.openSearches.map(({ outcome, candidates }) => [outcome, candidates.length])).toEqual([['ambiguous', 2]]);
});
