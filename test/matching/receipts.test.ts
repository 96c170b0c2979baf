import { matchRecords } from '../../src/matching/matchRecords';
import { book, links, match, NO_DECISIONS, OPTIONS, searches } from './support/book';

const receipts = (table: string): string[] => links(match(table), 'invoice-receipt');

describe('receipts to invoices', () => {
  test('by the numbers it names, oldest first, in columns or in the remittance text', () => {
    expect(
      receipts(`
        invoice  INV-1041  Halden Ltd  100.00 EUR  2024-03-01
        invoice  INV-1042  Halden Ltd  100.00 EUR  2024-04-01
        invoice  INV-1043  Halden Ltd  100.00 EUR  2024-02-01
        receipt  R-1       Halden Ltd  150.00 EUR  2024-05-01  text=Payment of INV 1042 and INV-1041
        receipt  R-2       Halden Ltd  100.00 EUR  2024-05-02  ref=1043
      `),
    ).toEqual([
      'INV-1041 > R-1  100.00  reference, stated, matched',
      'INV-1042 > R-1  50.00  reference, stated, matched',
      'INV-1043 > R-2  100.00  reference, stated, matched',
    ]);
  });

  test('the gross is paid, and fee and withheld tax settle with the money', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd    100.00 EUR  2024-04-01  tax=7.50
        receipt  R-1    Halden Ltd     94.00 EUR  2024-05-01  withheld=13.50
        invoice  INV-2  Brockley plc  1,000.00 EUR  2024-04-01
        receipt  R-2    Brockley plc    995.00 EUR  2024-05-01  fee=5.00
      `),
    ).toEqual(['INV-1 > R-1  107.50  exact amount, inferred, matched', 'INV-2 > R-2  1000.00  exact amount, inferred, matched']);
  });

  test('an overpayment is allocated up to what is open, a part payment leaves a balance', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd    850.00 EUR  2024-04-01
        receipt  R-1    Halden Ltd  1,000.00 EUR  2024-05-01  ref=INV-1
        invoice  INV-2  Brockley plc  900.00 EUR  2024-04-01
        receipt  R-2    Brockley plc  400.00 EUR  2024-05-01  ref=INV-2
      `),
    ).toEqual(['INV-1 > R-1  850.00  reference, stated, matched', 'INV-2 > R-2  400.00  reference, stated, matched']);
  });

  test('a credit lowers what is open from its day on', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd    1,000.00 EUR  2024-04-01
        credit   CN-1   Halden Ltd     -200.00 EUR  2024-05-01  applies=INV-1
        receipt  R-1    Halden Ltd      800.00 EUR  2024-06-01
        invoice  INV-2  Brockley plc  1,000.00 EUR  2024-04-01
        receipt  R-2    Brockley plc  1,000.00 EUR  2024-05-01
        credit   CN-2   Brockley plc   -200.00 EUR  2024-07-01  applies=INV-2
        invoice  INV-3  Corvane AG    1,000.00 EUR  2024-04-01
        receipt  R-3    Corvane AG      800.00 EUR  2024-05-01
        credit   CN-3   Corvane AG     -200.00 EUR  2024-05-05  applies=INV-3
      `),
    ).toEqual([
      'INV-1 > R-1  800.00  exact amount, inferred, matched',
      'INV-2 > R-2  1000.00  exact amount, inferred, matched',
      'INV-3 > R-3  800.00  exact amount, inferred, matched',
    ]);
  });

  test('several invoices that add up', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd  131.00 EUR  2024-02-01
        invoice  INV-2  Halden Ltd  129.00 EUR  2024-03-01
        invoice  INV-3  Halden Ltd  457.00 EUR  2024-03-15
        receipt  R-1    Halden Ltd  588.00 EUR  2024-04-01
      `),
    ).toEqual([
      'INV-1 > R-1  131.00  sum of invoices, inferred, matched',
      'INV-3 > R-1  457.00  sum of invoices, inferred, matched',
    ]);
  });

  test('of equal invoices in a sum the one that is due about then, to be confirmed', () => {
    const matching = match(`
      invoice  INV-1  Halden Ltd  131.00 EUR  2024-01-01  due=2024-01-31
      invoice  INV-2  Halden Ltd  131.00 EUR  2024-03-01  due=2024-03-31
      invoice  INV-3  Halden Ltd  457.00 EUR  2024-03-15  due=2024-03-31
      receipt  R-1    Halden Ltd  588.00 EUR  2024-04-01
    `);
    expect(links(matching)).toEqual([
      'INV-2 > R-1  131.00  sum of invoices, inferred, suggested',
      'INV-3 > R-1  457.00  sum of invoices, inferred, suggested',
    ]);
    expect(matching.links.map(({ runnerUp }) => runnerUp)).toContain('INV-1: 60 days further from when it is due');
  });

  test('of sets that tie the only one that falls due together', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd  101.17 EUR  2024-02-01  due=2024-03-31
        invoice  INV-2  Halden Ltd  202.11 EUR  2024-03-01  due=2024-03-31
        invoice  INV-3  Halden Ltd  150.14 EUR  2024-03-15  due=2024-04-15
        invoice  INV-4  Halden Ltd  153.14 EUR  2024-03-16  due=2024-05-16
        receipt  R-1    Halden Ltd  303.28 EUR  2024-04-01
      `),
    ).toEqual([
      'INV-1 > R-1  101.17  sum of invoices, inferred, matched',
      'INV-2 > R-1  202.11  sum of invoices, inferred, matched',
    ]);
  });

  test('part payments that add up to one invoice', () => {
    expect(
      receipts(`
        invoice  INV-0  Halden Ltd    310.00 EUR  2024-01-05
        invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-02-01
        receipt  R-1    Halden Ltd    387.00 EUR  2024-02-20
        receipt  R-2    Halden Ltd    613.00 EUR  2024-03-20
      `),
    ).toEqual(['INV-1 > R-1  387.00  part payments, inferred, matched', 'INV-1 > R-2  613.00  part payments, inferred, matched']);
  });

  test('two sets that add up are refused and not settled by order either', () => {
    const matching = match(`
      invoice  INV-1  Halden Ltd  101.00 EUR  2024-02-01
      invoice  INV-2  Halden Ltd  202.00 EUR  2024-03-01
      invoice  INV-3  Halden Ltd  150.00 EUR  2024-03-15
      invoice  INV-4  Halden Ltd  153.00 EUR  2024-03-16
      receipt  R-1    Halden Ltd  303.00 EUR  2024-04-01
    `);
    expect(links(matching)).toEqual([]);
    expect(searches(matching)).toEqual(['R-1 ambiguous: INV-1 + INV-2 | INV-3 + INV-4']);
  });

  test('of equal invoices the one due about then is paid, and what is left goes to the oldest, both to be confirmed', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd   50.00 EUR  2024-01-01
        invoice  INV-2  Halden Ltd  100.00 EUR  2024-02-01
        invoice  INV-3  Halden Ltd  100.00 EUR  2024-03-01
        receipt  R-1    Halden Ltd  100.00 EUR  2024-03-10
        receipt  R-2    Halden Ltd   70.00 EUR  2024-03-11
      `),
    ).toEqual([
      'INV-1 > R-2  50.00  oldest first, assumed, suggested',
      'INV-2 > R-1  100.00  exact amount, nearest of equals, assumed, suggested',
      'INV-3 > R-2  20.00  oldest first, assumed, suggested',
    ]);
  });

  test('a forgotten invoice does not shift the payments of all that follow', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd  99.00 EUR  2024-01-01  due=2024-01-31
        invoice  INV-2  Halden Ltd  99.00 EUR  2024-02-01  due=2024-02-29
        invoice  INV-3  Halden Ltd  99.00 EUR  2024-03-01  due=2024-03-31
        invoice  INV-4  Halden Ltd  99.00 EUR  2024-04-01  due=2024-04-30
        receipt  R-1    Halden Ltd  99.00 EUR  2024-02-01
        receipt  R-3    Halden Ltd  99.00 EUR  2024-04-02
        receipt  R-4    Halden Ltd  99.00 EUR  2024-05-01
      `).map((link) => link.slice(0, 11)),
    ).toEqual(['INV-1 > R-1', 'INV-3 > R-3', 'INV-4 > R-4']);
  });

  test('equal invoices are surely told apart where it is known when the customer pays', () => {
    const months = [1, 2, 3, 4, 5, 6];
    const lines = months.flatMap((m) => [
      `invoice  INV-${m}  Halden Ltd  99.00 EUR  2024-0${m}-01  due=2024-0${m + 1}-15`,
      `receipt  R-${m}  Halden Ltd  99.00 EUR  2024-0${m + 1}-17`,
    ]);
    expect(receipts(lines.join('\n'))).toEqual(
      months.map((m) => `INV-${m} > R-${m}  99.00  exact amount, nearest of equals, assumed, matched`),
    );
  });

  test('the only open invoice takes a part, or a deposit’s worth', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-02-01
        receipt  R-1    Halden Ltd    400.00 EUR  2024-03-11
      `),
    ).toEqual(['INV-1 > R-1  400.00  oldest first, assumed, matched']);
  });

  test('money before the invoice waits unless it is marked as a deposit or names the deal', () => {
    const before = (extra: string): string[] =>
      receipts(`
        deal     D-1    Halden Ltd  1,000.00 EUR  2024-01-20
        receipt  R-1    Halden Ltd    300.00 EUR  2024-02-01  ${extra}
        invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-04-01  ref=D-1
      `);
    expect(before('')).toEqual([]);
    expect(before('deposit=yes')).toEqual(['INV-1 > R-1  300.00  oldest first, assumed, matched']);
    expect(before('ref=D-1')).toEqual(['INV-1 > R-1  300.00  deal or order named, inferred, matched']);
  });

  test('a cent too little pays the invoice all the same', () => {
    expect(
      receipts(`
        invoice  INV-0  Halden Ltd   10.00 EUR  2024-01-01
        invoice  INV-1  Halden Ltd  850.00 EUR  2024-04-01
        receipt  R-1    Halden Ltd  849.99 EUR  2024-05-01
      `),
    ).toEqual(['INV-1 > R-1  849.99  within tolerance, inferred, matched']);
  });

  test('an unknown payer’s amount that just one invoice has is suggested', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd    858.31 EUR  2024-04-01
        invoice  INV-2  Brockley plc  200.00 EUR  2024-04-01
        invoice  INV-3  Corvane AG    200.00 EUR  2024-04-01
        receipt  R-1    -             858.31 EUR  2024-05-01
        receipt  R-2    -             200.00 EUR  2024-05-01
      `),
    ).toEqual(['INV-1 > R-1  858.31  exact amount, unknown payer, inferred, suggested']);
  });

  test('a receipt that names an invoice from before the sheet begins pays none of those in it', () => {
    expect(
      receipts(`
        invoice  INV-1040  Halden Ltd  500.00 EUR  2024-01-02
        receipt  R-1       Halden Ltd  300.00 EUR  2024-01-10  ref=INV-1012
        receipt  R-2       Halden Ltd  300.00 EUR  2024-01-12
      `),
    ).toEqual(['INV-1040 > R-2  300.00  oldest first, assumed, matched']);
  });

  test('a receipt in another currency goes to the invoice it names', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-01-02
        receipt  R-1    Halden Ltd  1,090.00 USD  2024-01-10  ref=INV-1
      `),
    ).toEqual(['INV-1 > R-1  1090.00  reference, stated, matched']);
  });
});

describe('refunds', () => {
  test('return a credit, by reference or by its amount', () => {
    expect(
      links(
        match(`
          invoice  INV-1  Halden Ltd    1,000.00 EUR  2024-04-01
          receipt  R-1    Halden Ltd    1,000.00 EUR  2024-05-01
          credit   CN-1   Halden Ltd     -200.00 EUR  2024-07-01  applies=INV-1
          refund   F-1    Halden Ltd     -200.00 EUR  2024-08-01
          credit   CN-2   Brockley plc   -300.00 EUR  2024-07-01
          refund   F-2    Brockley plc   -100.00 EUR  2024-08-01  ref=CN-2
        `),
        'receipt-refund',
      ),
    ).toEqual(['CN-1 > F-1  200.00  exact amount, inferred, matched', 'CN-2 > F-2  100.00  reference, stated, matched']);
  });

  test('return an overpaid receipt by what was left of it', () => {
    expect(
      links(
        match(`
          invoice  INV-1  Halden Ltd    850.00 EUR  2024-04-01
          receipt  R-1    Halden Ltd  1,000.00 EUR  2024-05-01  ref=INV-1
          refund   F-1    Halden Ltd   -150.00 EUR  2024-08-01
        `),
        'receipt-refund',
      ),
    ).toEqual(['R-1 > F-1  150.00  exact amount, inferred, matched']);
  });

  test('return no more than is left of a receipt', () => {
    expect(
      links(
        match(`
          receipt  R-1    Halden Ltd   100.00 EUR  2024-05-01
          refund   F-1    Halden Ltd   -40.00 EUR  2024-06-01  ref=R-1
          refund   F-2    Halden Ltd  -100.00 EUR  2024-06-02
          invoice  INV-1  Halden Ltd   900.00 EUR  2024-09-01
        `),
        'receipt-refund',
      ),
    ).toEqual(['R-1 > F-1  40.00  reference, stated, matched']);
  });

  test('that name an invoice and its credit return the credit', () => {
    expect(
      links(
        match(`
          invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-04-01
          credit   CN-1   Halden Ltd   -200.00 EUR  2024-07-01  applies=INV-1
          refund   F-1    Halden Ltd   -150.00 EUR  2024-08-01  ref=INV-1; CN-1
        `),
        'receipt-refund',
      ),
    ).toEqual(['CN-1 > F-1  150.00  reference, stated, matched']);
  });
});

describe('a document that is named by two of its numbers is one', () => {
  /** An invoice whose second number another customer's invoice bears as well. */
  const matched = (line: string): string[] => {
    const records = book(`
      invoice  INV-1  Halden Ltd  100.00 EUR  2024-04-01
      invoice  INV-2  Corvane AG  900.00 EUR  2024-04-01
      ${line}
    `);
    const invoices = records.invoices.map((one) => (one.kind === 'invoice' ? { ...one, otherId: 'SO-9900417' } : one));
    return links(matchRecords({ ...records, invoices }, OPTIONS, NO_DECISIONS));
  };

  test('for a credit', () => {
    expect(matched('credit  CN-1  Halden Ltd  -150.00 EUR  2024-05-01  ref=INV-1; SO-9900417')).toEqual([
      'INV-1 > CN-1  150.00  reference, stated, matched',
    ]);
  });

  test('for a schedule row', () => {
    expect(matched('revenue  S-1  Halden Ltd  33.00 EUR  2024-04-30  ref=INV-1; SO-9900417')).toEqual([
      'INV-1 > S-1  33.00  reference, stated, matched',
    ]);
  });
});

describe('schedules', () => {
  test('by invoice, by deal, then by what adds up', () => {
    expect(
      links(
        match(`
          deal     D-1    Halden Ltd    300.00 EUR  2024-01-05
          invoice  INV-1  Halden Ltd    300.00 EUR  2024-01-10  ref=D-1
          revenue  S-1    Halden Ltd    100.00 EUR  2024-01-31  ref=INV-1
          revenue  S-2    Halden Ltd    100.00 EUR  2024-02-29  ref=D-1
          invoice  INV-2  Brockley plc  240.00 EUR  2024-01-10
          revenue  S-3    Brockley plc  120.00 EUR  2024-01-31  key=revenue.S-3a
          revenue  S-3    Brockley plc  120.00 EUR  2024-02-29  key=revenue.S-3b
        `),
        'invoice-schedule',
        'deal-schedule',
      ),
    ).toEqual([
      'D-1 > S-2  100.00  reference, stated, matched',
      'INV-1 > S-1  100.00  reference, stated, matched',
      'INV-2 > S-3a  120.00  exact amount, inferred, matched',
      'INV-2 > S-3b  120.00  exact amount, inferred, matched',
    ]);
  });
});
