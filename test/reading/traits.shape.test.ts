/** Traits of real sheets: where the table stands, what its rows are, and which of them are no records. */

import { inspect } from '../../src/reading/inspect';
import { shown } from './support/shown';
import { fieldsOf, grid, leftLines, linesOf, read } from './support/table';

/** Two records, whichever. */
const TWO = [expect.any(String), expect.any(String)];

describe('above the table', () => {
  test.each([0, 1, 3, 4, 5, 7])('%i rows of titles', (count) => {
    const titles = [
      'Hollybrook Trading Ltd',
      'Sales by Customer',
      '1 January - 31 March 2025',
      '.',
      'All figures',
      '.',
      'Page 1',
    ];
    const sheet = grid(
      'Report',
      `
      ${titles.slice(0, count).join('\n')}
      Invoice No | Customer  | Invoice Date | Net amount
      H-11       | Oak Ltd   | 2025-01-15   | 40.50
      H-12       | Pine GmbH | 2025-02-09   | 60.60
      `,
    );
    expect(shown(sheet)).toEqual({
      records: ['H-11  Oak Ltd  40.50  2025-01-15', 'H-12  Pine GmbH  60.60  2025-02-09'],
      left: [],
      faults: [],
      asks: [],
    });
  });

  test('sums above the header are no data', () => {
    const sheet = grid(
      'Ledger',
      `
             |           |          | 710.25
      Doc no | Customer  | Doc date   | Amount
      9001   | Oak Ltd   | 2025-01-15 | 500.25
      9002   | Pine GmbH | 2025-01-16 | 210
      `,
    );
    const [source] = inspect([sheet], []).sources;
    expect([source?.headerAt, source?.counts]).toEqual([[2], { used: 2, leftOut: [] }]);
  });

  test('a block of two cells a row is no header of the numbers below', () => {
    const sheet = grid(
      'Invoices',
      `
      Total invoiced | 101.10
      Total paid     | 40.50
      .
      Invoice No | Customer  | Invoice Date | Net amount
      H-11       | Oak Ltd   | 2025-01-15   | 40.50
      H-12       | Pine GmbH | 2025-02-09   | 60.60
      `,
    );
    expect(shown(sheet).records).toEqual(['H-11  Oak Ltd  40.50  2025-01-15', 'H-12  Pine GmbH  60.60  2025-02-09']);
  });
});

describe('groups', () => {
  const byCustomer = (rows: string): ReturnType<typeof grid> =>
    grid('Sales', ` | Date | Transaction type | Num | Memo | Amount | Balance\n${rows}`);

  test('the column of groups has no label of its own, and is the customer', () => {
    const sheet = byCustomer(`
      Oak Ltd
              | 2025-01-15 | Invoice | 501 | Seats | 40.50 | 40.50
      Total for Oak Ltd |  |  |  |  | 40.50
      Pine GmbH
              | 2025-02-09 | Invoice | 502 | Seats | 60.60 | 60.60
      Total for Pine GmbH |  |  |  |  | 60.60
      TOTAL   |  |  |  |  | 101.10`);
    expect(shown(sheet)).toEqual({
      records: ['501  Oak Ltd  40.50  2025-01-15', '502  Pine GmbH  60.60  2025-02-09'],
      left: [
        'row 2: total “Oak Ltd”',
        'row 4: total “Total for Oak Ltd”',
        'row 5: total “Pine GmbH”',
        'row 7: total “Total for Pine GmbH”',
        'row 8: total “TOTAL”',
      ],
      faults: [],
      asks: [],
    });
  });

  test('the customer is filled down to its total and no further', () => {
    const sheet = byCustomer(`
      Oak Ltd
              | 2025-01-15 | Invoice | 501 | Seats | 40.50 | 40.50
              | 2025-01-16 | Invoice | 502 | Seats | 9.50  | 50
      Total for Oak Ltd |  |  |  |  | 50
              | 2025-02-09 | Invoice | 503 | Walk in | 60.60 | 60.60
      Total for -- |  |  |  |  | 60.60`);
    expect(shown(sheet).records).toEqual([
      '501  Oak Ltd  40.50  2025-01-15',
      '502  Oak Ltd  9.50  2025-01-16',
      '503  -  60.60  2025-02-09',
    ]);
  });

  test.each([['Total for %'], ['Total %'], ['% (Total)'], ['Total for % with sub-customers'], ['Total - %']])(
    '“%s” closes a group',
    (closing) => {
      const close = (name: string, amount: number): string => `${closing.replace('%', name)} |  |  |  |  | ${amount}`;
      const sheet = byCustomer(`
      Oak Ltd
              | 2025-01-15 | Invoice | 501 | Seats | 40.50 | 40.50
      ${close('Oak Ltd', 40.5)}
      Total Power SE
              | 2025-02-09 | Invoice | 502 | Seats | 60.60 | 60.60
      ${close('Total Power SE', 60.6)}
      TOTAL   |  |  |  |  | 101.10`);
      expect(shown(sheet).records).toEqual(['501  Oak Ltd  40.50  2025-01-15', '502  Total Power SE  60.60  2025-02-09']);
    },
  );

  test('a customer called Total counts like any other in a plain list', () => {
    const sheet = grid(
      'Invoices',
      `
      Invoice No | Customer       | Invoice Date | Net amount
      H-11       | Total Energies | 2025-01-15   | 40.50
      H-12       | Total          | 2025-02-09   | 60.60
                 | Total          |              | 101.10
      `,
    );
    expect(shown(sheet)).toMatchObject({
      records: ['H-11  Total Energies  40.50  2025-01-15', 'H-12  Total  60.60  2025-02-09'],
      left: ['row 4: total “Total”'],
    });
  });

  test('owners on group rows; the group of none is nobody', () => {
    const sheet = grid(
      'Pipeline',
      `
      Opportunity   | Account   | Close Date | Amount | Stage
      Mara Voss (2) |           |            | 101.10 |
      Seats         | Oak Ltd   | 2025-01-15 | 40.50  | Won
      Support       | Pine GmbH | 2025-02-09 | 60.60  | Won
      Undefined (1) |           |            | 12     |
      Rollout       | Elm SA    | 2025-03-01 | 12     | Won
      `,
    );
    const [source] = inspect([sheet], []).sources;
    // A column names the customers: what the headings name is a person's to say, and owners are likely.
    expect(source?.questions).toMatchObject([{ id: 'headings', suggestion: 'owner' }]);
    expect(read([sheet]).records.deals.map(({ name, owner }) => `${name}: ${owner}`)).toEqual([
      'Seats: Mara Voss',
      'Support: Mara Voss',
      'Rollout: ',
    ]);
  });

  test('a group with its count in the column of numbers', () => {
    const sheet = grid(
      'Credit notes',
      `
      Number        | Customer  | Invoice Date | Untaxed Amount | Total
      Hamid (2)     |           |              | 101.100        | 121.320
      RB/001        | Oak Ltd   | 2025-01-15   | 40.50          | 48.60
      RB/002        | Pine GmbH | 2025-02-09   | 60.60          | 72.72
      Undefined (1) |           |              | 10.000         | 12.000
      RB/003        | Oak Ltd   | 2025-02-10   | 10             | 12
      `,
    );
    const { records, leftOut } = read([sheet]);
    expect(records.invoices.map(({ id, amount }) => `${id} ${amount}`)).toEqual(['RB/001 -4050', 'RB/002 -6060', 'RB/003 -1000']);
    expect(leftLines(leftOut)).toEqual(['row 2: total “Hamid (2)”', 'row 5: total “Undefined (1)”']);
  });
});

describe('below the table', () => {
  const rows = `
    Opportunity ID | Account Name | Amount | Close Date | Stage
    006AA1         | Oak Ltd      | 40.50  | 2025-01-15 | Closed Won
    006AA2         | Pine GmbH    | 60.60  | 2025-02-09 | Closed Won`;

  test('five lines after two blank ones, our own name the last of them', () => {
    const sheet = grid(
      'Report',
      `${rows}
      .
      .
      Deals won this quarter
      Copyright (c) 2000-2025 example software, inc.
      Confidential Information - Do Not Distribute
      Generated By:  Mara Voss  2/4/2025 9:12 AM
      Hollybrook Trading Ltd
      `,
    );
    expect(shown(sheet).records).toHaveLength(2);
    expect(shown(sheet).left.map((line) => line.slice(0, 12))).toEqual(
      [6, 7, 8, 9, 10].map((row) => `row ${row}: total`.slice(0, 12)),
    );
  });

  test.each([
    'Accrual Basis Tuesday, April 01, 2025 01:21 AM GMTZ',
    'Saturday, Apr 05, 2025 07:30:59 AM GMT-7 - Accrual Basis',
    'Wednesday, Apr 02, 2025 07:30:59 a.m. GMT+2 - Cash Basis',
  ])('a line of basis and time is no row with a date: %s', (line) => {
    const sheet = grid(
      'Report',
      `Date | Type | Num | Customer | Amount\n2025-01-15 | Invoice | 501 | Oak Ltd | 40.50\n2025-02-09 | Invoice | 502 | Pine GmbH | 60.60\n.\n${line}`,
    );
    expect(shown(sheet)).toMatchObject({ records: TWO, left: [`row 5: total “${line}”`], asks: [] });
  });

  test.each(['Grand Totals (2 records)', 'Total', 'Gesamt', 'Total général', 'Suma', 'Totaal', 'Total geral'])(
    '%s is not counted again',
    (label) => {
      const sheet = grid('Report', `${rows}\n${label} | | 101.10 | |`);
      expect(shown(sheet)).toMatchObject({ records: TWO, left: [`row 4: total “${label}”`] });
    },
  );
});

describe('sums marked with stars', () => {
  const header = 'Document Number | Customer | Document Date | Net due date | Amount in doc. curr. | Document currency';
  const records = [
    '9101  300077  1500.00 EUR  2025-01-15',
    '9102  300077  -200.00 EUR  2025-01-16',
    '9103  300078  700.00 EUR  2025-01-17',
  ];

  test('in a column of their own', () => {
    const sheet = grid(
      'Sheet1',
      `
      Stat | ${header}
           | 9101 | 300077 | '15.01.2025 | '15.02.2025 | '1.500,00 | EUR
           | 9102 | 300077 | '16.01.2025 | '16.02.2025 | '200,00-  | EUR
      *    |      | 300077 |             |             | '1.300,00 | EUR
           | 9103 | 300078 | '17.01.2025 | '17.02.2025 | '700,00   | EUR
      *    |      | 300078 |             |             | '700,00   | EUR
      **   |      |        |             |             | '2.000,00 | EUR
      `,
    );
    expect(shown(sheet)).toEqual({
      records,
      left: ['row 4: total “*”', 'row 6: total “*”', 'row 7: total “**”'],
      faults: [],
      asks: [],
    });
  });

  test('behind their amounts', () => {
    const sheet = grid(
      'Sheet1',
      `
      ${header}
      9101 | 300077 | '15.01.2025 | '15.02.2025 | '1.500,00    | EUR
      9102 | 300077 | '16.01.2025 | '16.02.2025 | '200,00-     | EUR
           | 300077 |             |             | '1.300,00 *  | EUR
      9103 | 300078 | '17.01.2025 | '17.02.2025 | '700,00      | EUR
           | 300078 |             |             | '700,00 *    | EUR
           |        |             |             | '2.000,00 ** | EUR
      `,
    );
    expect(shown(sheet)).toMatchObject({ records, asks: [] });
    expect(shown(sheet).left.map((line) => line.replace(/ “.*/, ''))).toEqual(['row 4: total', 'row 6: total', 'row 7: total']);
  });
});

describe('one document on several rows', () => {
  test('its number, customer and total stand on the first row only', () => {
    const sheet = grid(
      'Invoices',
      `
      Number | Customer  | Invoice Date | Total | Line Item | Line Quantity
      H-11   | Oak Ltd   | 2025-01-15   | 40.50 | Seats     | 1
             |           |              |       | Support   | 1
             |           |              |       | Set-up    | 2
      H-12   | Pine GmbH | 2025-02-09   | 60.60 | Seats     | 3
      `,
    );
    expect(shown(sheet)).toMatchObject({
      records: ['H-11  Oak Ltd  40.50  2025-01-15', 'H-12  Pine GmbH  60.60  2025-02-09'],
      left: ['row 3: repeat-document A “H-11”', 'row 4: repeat-document A “H-11”'],
    });
  });

  test('its total is repeated on every line', () => {
    const sheet = grid(
      'Invoices',
      `
      InvoiceNumber | ContactName | InvoiceDate | Total | TaxTotal | Description | Quantity | LineAmount | TaxAmount | Currency
      H-11          | Oak Ltd     | 2025-01-15  | 48.60 | 8.10     | Seats       | 1        | 30.50      | 6.10      | GBP
      H-11          | Oak Ltd     | 2025-01-15  | 48.60 | 8.10     | Support     | 1        | 10         | 2         | GBP
      H-12          | Pine GmbH   | 2025-02-09  | 72.72 | 12.12    | Seats       | 2        | 60.60      | 12.12     | GBP
      `,
    );
    expect(shown(sheet)).toEqual({
      records: ['H-11  Oak Ltd  40.50 GBP  2025-01-15', 'H-12  Pine GmbH  60.60 GBP  2025-02-09'],
      left: [],
      faults: [],
      asks: [],
    });
  });

  test('a payment is repeated for each invoice it paid', () => {
    const sheet = grid(
      'Payments',
      `
      Payment Number | Customer  | Payment Date | Amount | Invoice Number | Applied Amount
      P-1            | Oak Ltd   | 2025-03-15   | 100.50 | H-11           | 40.50
      P-1            | Oak Ltd   | 2025-03-15   | 100.50 | H-14           | 60
      P-2            | Pine GmbH | 2025-03-16   | 60.60  | H-12           | 60.60
      `,
    );
    const { records } = read([sheet]);
    expect(linesOf(records.receipts)).toEqual(['P-1  Oak Ltd  100.50  2025-03-15', 'P-2  Pine GmbH  60.60  2025-03-16']);
    expect(records.receipts[0]?.references).toEqual(['H-11', 'H-14']);
    expect(records.receipts[0]?.applied).toEqual([
      { reference: 'H-11', amount: 4050 },
      { reference: 'H-14', amount: 6000 },
    ]);
  });

  test('a deal is repeated for each product', () => {
    const sheet = grid(
      'Deals',
      `
      Opportunity ID | Account Name | Amount | Close Date | Stage      | Product Name | Total Price
      006AA1         | Oak Ltd      | 100.50 | 2025-01-15 | Closed Won | Seats        | 60.50
      006AA1         | Oak Ltd      | 100.50 | 2025-01-15 | Closed Won | Support      | 40
      006AA2         | Pine GmbH    | 60.60  | 2025-02-09 | Closed Won | Seats        | 60.60
      `,
    );
    expect(shown(sheet).records).toEqual(['006AA1  Oak Ltd  100.50  2025-01-15', '006AA2  Pine GmbH  60.60  2025-02-09']);
  });

  test('a deal is repeated for each owner who shares it', () => {
    const sheet = grid(
      'Deals',
      `
      Opportunity ID | Account Name | Amount | Close Date | Stage      | Split Owner | Split %
      006AA1         | Oak Ltd      | 100.50 | 2025-01-15 | Closed Won | Mara Voss   | 70
      006AA1         | Oak Ltd      | 100.50 | 2025-01-15 | Closed Won | Ben Okafor  | 30
      006AA2         | Pine GmbH    | 60.60  | 2025-02-09 | Closed Won | Mara Voss   | 100
      006AA3         | Elm SA       | 12.30  | 2025-02-10 | Closed Won | Mara Voss   | 50
      006AA3         | Elm SA       | 12.30  | 2025-02-10 | Closed Won | Ben Okafor  | 50
      `,
    );
    // One amount beside shares of 70 and 30 is the whole deal's: amounts cut by them would differ.
    expect(shown(sheet)).toMatchObject({
      records: [
        '006AA1  Oak Ltd  100.50  2025-01-15',
        '006AA2  Pine GmbH  60.60  2025-02-09',
        '006AA3  Elm SA  12.30  2025-02-10',
      ],
      asks: [],
    });
  });

  test('one amount beside equal shares may be the half or the whole: it is asked, and counted once meanwhile', () => {
    const sheet = grid(
      'Deals',
      `
      Opportunity ID | Account Name | Amount | Close Date | Stage      | Split Owner | Split %
      006AA2         | Pine GmbH    | 60.60  | 2025-02-09 | Closed Won | Mara Voss   | 100
      006AA3         | Elm SA       | 12.30  | 2025-02-10 | Closed Won | Mara Voss   | 50
      006AA3         | Elm SA       | 12.30  | 2025-02-10 | Closed Won | Ben Okafor  | 50
      `,
    );
    expect(shown(sheet)).toMatchObject({
      records: ['006AA2  Pine GmbH  60.60  2025-02-09', '006AA3  Elm SA  12.30  2025-02-10'],
      asks: ['grain'],
    });
  });
});

describe('lists of several kinds', () => {
  const list = grid(
    'Transactions',
    `
    Date       | Transaction type | Num  | Name      | Amount | Currency
    2025-01-15 | Invoice          | 501  | Oak Ltd   | 40.50  | GBP
    2025-01-20 | Credit memo      | C-1  | Oak Ltd   | -10    | GBP
    2025-02-15 | Payment          | P-1  | Oak Ltd   | 30.50  | GBP
    2025-02-16 | Estimate         | E-1  | Pine GmbH | 70     | GBP
    2025-02-17 | Bill             | B-1  | Landlord  | 900    | GBP
    `,
  );

  test('invoices are told from the payments, quotes and bills between them', () => {
    const { records, leftOut } = read([list]);
    expect(linesOf(records.invoices)).toEqual(['501  Oak Ltd  40.50 GBP  2025-01-15', 'C-1  Oak Ltd  -10.00 GBP  2025-01-20']);
    expect(linesOf(records.receipts)).toEqual(['P-1  Oak Ltd  30.50 GBP  2025-02-15']);
    expect(leftOut.map(({ cause, text }) => `${cause} ${text}`)).toEqual(['quote Estimate', 'not-customer Bill']);
  });

  test('of a journal of sales, receivables and cash only sales are invoiced', () => {
    const journal = grid(
      'Ledger',
      `
      Date       | Doc No | Customer | Account             | Debit | Credit
      2025-01-15 | 31     | Oak Ltd  | Accounts Receivable | 48.60 |
      2025-01-15 | 31     | Oak Ltd  | Sales               |       | 40.50
      2025-01-15 | 31     | Oak Ltd  | VAT payable         |       | 8.10
      2025-02-15 | 31     | Oak Ltd  | Cash on hand        | 48.60 |
      2025-02-15 | 31     | Oak Ltd  | Accounts Receivable |       | 48.60
      2025-02-20 | C-1    | Oak Ltd  | Sales               | 10    |
      2025-02-20 | C-1    | Oak Ltd  | Accounts Receivable |       | 10
      `,
    );
    const { records, leftOut } = read([journal]);
    expect(linesOf(records.invoices)).toEqual(['31  Oak Ltd  40.50  2025-01-15', 'C-1  Oak Ltd  -10.00  2025-02-20']);
    expect(records.invoices.map(({ kind }) => kind)).toEqual(['invoice', 'credit']);
    expect(leftLines(leftOut)).toEqual([
      'row 2: repeat-document D “Accounts Receivable”',
      'row 4: repeat-document D “VAT payable”',
      'row 5: repeat-document D “Cash on hand”',
      'row 6: repeat-document D “Accounts Receivable”',
      'row 8: repeat-document D “Accounts Receivable”',
    ]);
  });

  test('what a journal takes from deferred revenue is recognised, each entry once', () => {
    const journal = grid(
      'Journal',
      `
      Date       | Invoice No | Customer | Account            | Debit | Credit
      2025-01-31 | H-11       | Oak Ltd  | Deferred revenue   | 40.50 |
      2025-01-31 | H-11       | Oak Ltd  | Recognised revenue |       | 40.50
      2025-02-28 | H-11       | Oak Ltd  | Deferred revenue   |       | 60.60
      2025-02-28 | H-11       | Oak Ltd  | Recognised revenue | 60.60 |
      `,
    );
    const { records } = read([journal]);
    expect(records.revenue.map(({ amount, references }) => [amount, references])).toEqual([
      [4050, ['H-11']],
      [-6060, ['H-11']],
    ]);
  });
});

describe('hidden columns and rows', () => {
  test('a column of ids that users never see is the id, and hidden rows are told', () => {
    const sheet = {
      ...grid(
        'Won',
        `
        (Do Not Modify) Opportunity | (Do Not Modify) Row Checksum | (Do Not Modify) Modified On | Topic | Potential Customer | Status | Actual Revenue | Actual Close Date
        5c1e-01                     | aGk1==                       | 45700.4                     | Seats | Oak Ltd            | Won    | 40.50          | 2025-01-15
        5c1e-02                     | bGk2==                       | 45700.5                     | Seats | Pine GmbH          | Won    | 60.60          | 2025-02-09
        `,
      ),
      hiddenRows: 1,
    };
    expect(fieldsOf(sheet).id).toBe('(Do Not Modify) Opportunity');
    expect(inspect([sheet], []).sources[0]?.hiddenRows).toBe(1);
    expect(shown(sheet)).toMatchObject({ records: TWO, asks: [] });
  });
});

describe('months across', () => {
  test('texts, languages and balances between', () => {
    const sheet = grid(
      'Waterfall',
      `
      Invoice | Customer  | Nov - 2025 | Dez-25 | Balance as of 2025 | Mei-26 | Okt-26 | Total
      H-11    | Oak Ltd   | 10         | 20     | 70                 | 30     | 40     | 100
      H-12    | Pine GmbH | -          |        | 5                  | 5      |        | 5
      Total   |           | 10         | 20     | 75                 | 35     | 40     | 105
      `,
    );
    const { records } = read([sheet]);
    expect(records.revenue.map(({ day, amount, customer }) => [customer, day, amount])).toHaveLength(5);
    expect(shown(sheet).left).toEqual(['row 4: total “Total”']);
  });

  test('months that only count are asked about', () => {
    const sheet = grid('Waterfall', 'Invoice | Customer | month_1 | month_2 | month_3\nH-11 | Oak Ltd | 10 | 20 | 30');
    expect(shown(sheet).asks).toEqual(['firstMonth']);
  });
});
