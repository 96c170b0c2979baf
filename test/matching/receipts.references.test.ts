import type { Matching } from '../../src/domain/link';
import { links, match, searches } from './support/book';

const receipts = (table: string): string[] => links(match(table), 'invoice-receipt');

/** What the evidence of a comparison says, of every link. */
const says = (matching: Matching, comparison: string): string[] =>
  matching.links.flatMap(({ evidence }) => evidence.filter((each) => each.comparison === comparison).map(({ level }) => level));

/** Two invoices of one amount that only a number tells apart, among others of the customer. */
const EQUALS = `
  invoice  8271645093  Halden Ltd  250.00 EUR  2024-03-01  due=2024-03-31
  invoice  4410983726  Halden Ltd  250.00 EUR  2024-03-02  due=2024-04-01
  invoice  1987302654  Halden Ltd  731.00 EUR  2024-03-03  due=2024-04-02
  invoice  5530917428  Halden Ltd  118.00 EUR  2024-03-04  due=2024-04-03
  invoice  7743120956  Halden Ltd  902.00 EUR  2024-03-05  due=2024-04-04
  invoice  3362895107  Halden Ltd  466.00 EUR  2024-03-06  due=2024-04-05
`;

describe('numbers that came through the bank', () => {
  test.each([
    ['a digit dropped', '441098726', 'one digit less'],
    ['a digit doubled', '44109837726', 'one digit more'],
    ['two digits swapped', '4410938726', 'two digits swapped'],
    ['a digit replaced', '4410983736', 'one digit differs'],
    ['its end lost', '4410983', 'its end is lost'],
    ['its beginning lost', '0983726', 'its beginning is lost'],
    ['letters before it', 'RE4410983726', ''],
  ])('%s: %s', (_, written, level) => {
    const matching = match(`${EQUALS} receipt  R-1  Halden Ltd  250.00 EUR  2024-04-01  text=Zahlung ${written}`);
    expect(links(matching).map((link) => link.slice(0, 16))).toEqual(['4410983726 > R-1']);
    expect(says(matching, 'reference').join()).toContain(level === '' ? '4410983726' : `number 4410983726: ${level}`);
  });

  test('a blank within a number, numbers grown together, and a word grown to one', () => {
    expect(
      receipts(`
        invoice  INV10000003417  Halden Ltd  250.00 EUR  2024-03-01
        invoice  INV10000        Halden Ltd  250.00 EUR  2024-03-01
        receipt  R-1  Halden Ltd  250.00 EUR  2024-04-01  text=PAY INV10000 003417
      `),
    ).toEqual(['INV10000003417 > R-1  250.00  reference, stated, matched']);
    expect(receipts(`${EQUALS} receipt  R-1  Halden Ltd  368.00 EUR  2024-04-01  text=44109837265530917428`)).toEqual([
      '4410983726 > R-1  250.00  reference, stated, matched',
      '5530917428 > R-1  118.00  reference, stated, matched',
    ]);
    expect(
      receipts(`${EQUALS} receipt  R-1  Halden Ltd  368.00 EUR  2024-04-01  text=REF 0: 4410983726REF 1: 5530917428 thanks`),
    ).toEqual(['4410983726 > R-1  250.00  reference, stated, matched', '5530917428 > R-1  118.00  reference, stated, matched']);
  });

  test('an invoice of fifteen digits is paid without its prefix, and is no Salesforce id', () => {
    expect(
      receipts(`
        invoice  INV-800000012345678  Halden Ltd  250.00 EUR  2024-03-01
        invoice  INV-800000012345911  Halden Ltd  250.00 EUR  2024-03-01
        receipt  R-1  Halden Ltd  100.00 EUR  2024-04-01  ref=800000012345911
      `),
    ).toEqual(['INV-800000012345911 > R-1  100.00  reference, stated, matched']);
  });

  test('numbers given in turn are never taken for their neighbours', () => {
    const invoices = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `invoice  INV-1020${n}  Halden Ltd  250.00 EUR  2024-03-01`).join('\n');
    const matching = match(`${invoices}\n receipt  R-1  Halden Ltd  250.00 EUR  2024-04-01  text=INV-10219`);
    expect(says(matching, 'reference')).toEqual([]);
  });

  test('a number that another invoice bears is never read as a damaged one', () => {
    const matching = match(`
      ${EQUALS}
      invoice  4410983727  Corvane AG  999.00 EUR  2024-03-01
      receipt  R-1         Halden Ltd  250.00 EUR  2024-04-01  text=4410983727
    `);
    expect(says(matching, 'reference').filter((level) => level.includes('4410983726'))).toEqual([]);
  });

  test('an unknown payer’s damaged number counts where the amount agrees', () => {
    expect(receipts(`${EQUALS} receipt  R-1  -  250.00 EUR  2024-04-01  text=4410983736`)).toEqual([
      '4410983726 > R-1  250.00  reference nearly, inferred, matched',
    ]);
  });
});

describe('numbers and amounts together', () => {
  test('the invoices named that the receipt pays to the cent, whatever else is named', () => {
    const matching = match(`
      ${EQUALS}
      receipt  R-1  Halden Ltd  1,020.00 EUR  2024-04-01  text=7743120956 5530917428 1987302654
    `);
    expect(links(matching)).toEqual([
      '5530917428 > R-1  118.00  reference, stated, matched',
      '7743120956 > R-1  902.00  reference, stated, matched',
    ]);
    expect(matching.links[0]?.runnerUp).toBe('1987302654: named too, its amount does not fit');
  });

  test('what one of several numbers leaves open is made up by the only invoice that does', () => {
    expect(receipts(`${EQUALS} receipt  R-1  Halden Ltd  1,633.00 EUR  2024-04-01  text=7743120956 xx-77`)).toEqual([
      '1987302654 > R-1  731.00  reference, stated, matched',
      '7743120956 > R-1  902.00  reference, stated, matched',
    ]);
  });

  test('a document number by chance in the text of another customer’s payment is nothing', () => {
    expect(
      receipts(`
        invoice  1000031421  Halden Ltd  250.00 EUR  2024-03-01
        invoice  1000031422  Corvane AG  731.00 EUR  2024-03-01
        receipt  R-1         Corvane AG  300.00 EUR  2024-04-01  text=order 1000031421
      `),
    ).toEqual([]);
  });

  test('one customer pays another’s invoice that it names in full and to the cent', () => {
    expect(
      receipts(`
        invoice  1000031421  Halden Ltd  250.00 EUR  2024-03-01
        invoice  1000031422  Corvane AG  731.00 EUR  2024-03-01
        receipt  R-1         Corvane AG  250.00 EUR  2024-04-01  text=order 1000031421
      `),
    ).toEqual(['1000031421 > R-1  250.00  reference, stated, matched']);
  });

  test('an invoice that a receipt names is not given to another by its amount', () => {
    expect(
      receipts(`
        invoice  INV-1042  Halden Ltd  250.00 EUR  2024-03-01
        receipt  R-1       Halden Ltd  250.00 EUR  2024-03-20
        receipt  R-2       Halden Ltd  260.00 EUR  2024-04-01  ref=INV-1042
      `),
    ).toEqual(['INV-1042 > R-2  250.00  reference, stated, matched']);
  });

  test('the other numbers of an invoice, and a contract that several bear', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd  100.00 EUR  2024-03-01  ref=9900417 ; C-77
        invoice  INV-2  Halden Ltd  180.00 EUR  2024-03-02  ref=9900418 ; C-77
        invoice  INV-3  Halden Ltd  230.00 EUR  2024-03-03  ref=9900419
        receipt  R-1    Halden Ltd   40.00 EUR  2024-04-01  text=9900419
        receipt  R-2    Halden Ltd  280.00 EUR  2024-04-01  text=contract C-77
      `),
    ).toEqual([
      'INV-1 > R-2  100.00  reference, stated, matched',
      'INV-2 > R-2  180.00  reference, stated, matched',
      'INV-3 > R-1  40.00  reference, stated, matched',
    ]);
  });

  test('a number given twice is asked about where no amount decides', () => {
    const table = (amount: string): string => `
      invoice  INV-7  Halden Ltd  100.00 EUR  2024-03-01  key=a
      invoice  INV-7  Halden Ltd  180.00 EUR  2024-03-02  key=b
      receipt  R-1    Halden Ltd  ${amount} EUR  2024-04-01  ref=INV-7
    `;
    expect(searches(match(table('50.00')))).toEqual(['R-1 ambiguous: a | b']);
    expect(receipts(table('180.00'))).toEqual(['b > R-1  180.00  reference, stated, matched']);
  });

  test('what the sheet says was applied to each invoice holds before anything is worked out', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd  100.00 EUR  2024-03-01
        invoice  INV-2  Halden Ltd  100.00 EUR  2024-03-02
        receipt  R-1    Halden Ltd  130.00 EUR  2024-04-01  ref=INV-1; INV-2  applied=INV-1:40.00; INV-2:90.00
      `),
    ).toEqual(['INV-1 > R-1  40.00  applied, stated, matched', 'INV-2 > R-1  90.00  applied, stated, matched']);
  });
});
