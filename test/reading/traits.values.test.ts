/** Traits of real sheets: how amounts, dates, ids and names are written, and which rows a system lists though they do not count. */

import { inspect } from '../../src/reading/inspect';
import { isoDay } from '../../src/domain/day';
import { shown } from './support/shown';
import { fieldsOf, grid, leftLines, linesOf, read } from './support/table';

const invoices = (header: string, rows: string): ReturnType<typeof grid> => grid('Invoices', `${header}\n${rows}`);
const NET = 'Invoice No | Customer | Invoice Date | Net amount | Currency';

describe('signs', () => {
  test('credit notes written as positive amounts are taken off, as their type says', () => {
    const sheet = invoices(
      'Invoice No | Customer | Invoice Date | Net amount | Type',
      `
      H-11 | Oak Ltd | 2025-01-15 | 40.50 | Sales invoice
      C-1  | Oak Ltd | 2025-01-20 | 10    | Sales credit note
      C-2  | Oak Ltd | 2025-01-21 | 5     | SC`,
    );
    expect(shown(sheet).records).toEqual([
      'H-11  Oak Ltd  40.50  2025-01-15',
      'C-1  Oak Ltd  -10.00  2025-01-20',
      'C-2  Oak Ltd  -5.00  2025-01-21',
    ]);
  });

  test('credit notes that are negative already are not turned twice, nor are discounts on a line', () => {
    const sheet = invoices(
      'Invoice No | Customer | Invoice Date | Net amount | Type | Line',
      `
      H-11 | Oak Ltd | 2025-01-15 | 40.50 | Invoice     | Seats
      H-11 | Oak Ltd | 2025-01-15 | -0.50 | Invoice     | Discount
      C-1  | Oak Ltd | 2025-01-20 | -10   | Credit note | Seats`,
    );
    expect(shown(sheet).records).toEqual(['H-11  Oak Ltd  40.00  2025-01-15', 'C-1  Oak Ltd  -10.00  2025-01-20']);
  });

  test('credits with both signs are counted as written, and told', () => {
    const sheet = invoices(
      'Invoice No | Customer | Invoice Date | Net amount | Type',
      `
      H-11 | Oak Ltd | 2025-01-15 | 40.50 | Invoice
      C-1  | Oak Ltd | 2025-01-20 | -10   | Credit note
      C-2  | Oak Ltd | 2025-01-21 | 5     | Credit note`,
    );
    expect(shown(sheet).faults).toEqual(['row 4: mixed-signs “”']);
  });

  test.each([
    [
      'a word for each direction',
      'Datum | Naam / Omschrijving | Tegenrekening | Af Bij | Bedrag (EUR) | Mededelingen',
      "'15-02-2025 | OAK LTD | NL01 | Bij | '40,50 | H-11\n'16-02-2025 | CARDCO | NL02 | Af | '1,25 | FEE",
    ],
    [
      'a column for each direction',
      'Date | Description | Money Out | Money In | Balance',
      "'15/02/2025 | OAK LTD H-11 | | 40.50 | 140.50\n'16/02/2025 | CARDCO FEE | 1.25 | | 139.25",
    ],
    [
      'debit and credit',
      'Date | Description | Debit | Credit | Balance',
      "'15/02/2025 | OAK LTD H-11 | | 40.50 | 140.50\n'16/02/2025 | CARDCO FEE | 1.25 | | 139.25",
    ],
  ])('a bank’s unsigned amounts, %s', (_, header, rows) => {
    const { records, leftOut } = read([grid('Bank', `${header}\n${rows}`)]);
    expect(records.receipts.map(({ amount, day }) => `${amount} ${isoDay(day)}`)).toEqual(['4050 2025-02-15']);
    expect(leftOut.map(({ cause, amount }) => `${cause} ${amount}`)).toEqual(['not-customer -125']);
  });
});

describe('amounts', () => {
  test.each([
    ['a trailing minus', "'1.000,00-", -1000],
    ['a decimal comma', "'1.234,56", 1234.56],
    ['parentheses', "'(40.00)", -40],
    ['a minus before the currency', "'-$40.00", -40],
    ['parentheses about the currency', "'($15.00)", -15],
    ['a minus before letters of a currency', "'-Rp384.684,68", -384684.68],
    ['a currency before', "'$22,700.00", 22700],
    ['letters of a currency before', "'Rp2.252.252,25", 2252252.25],
    ['a code behind', "'1.234,56 EUR", 1234.56],
    ['a code before', "'USD 1,234.50", 1234.5],
    ['a blank behind', "'$13.50 ", 13.5],
    ['a suffix', "'$342.09K", 342090],
    ['blanks between thousands', "'1 234,56", 1234.56],
    ['no-break blanks between thousands', "'1\u00A0234,56", 1234.56],
    ['narrow no-break blanks', "'1\u202F234,56", 1234.56],
    ['apostrophes', "'1’234.50", 1234.5],
    ['three decimals', "'$7,961.172", 7961.17],
  ])('with %s', (_, text, amount) => {
    const { records } = read([
      invoices('Invoice No | Customer | Invoice Date | Net amount', `H-11 | Oak Ltd | 2025-01-15 | ${text}`),
    ]);
    expect(records.invoices.map((invoice) => invoice.amount / 100)).toEqual([amount]);
  });

  test('45.045,045 is told by its column; 45.045 alone is asked', () => {
    const own = invoices(NET, "H-11 | Oak | 2025-01-15 | '45.045,045 | EUR\nH-12 | Oak | 2025-01-16 | '1.500 | EUR");
    expect(shown(own)).toMatchObject({
      records: ['H-11  Oak  45045.05 EUR  2025-01-15', 'H-12  Oak  1500.00 EUR  2025-01-16'],
      asks: [],
    });
    expect(shown(invoices(NET, "H-11 | Oak | 2025-01-15 | '45.045 | EUR")).asks).toEqual(['decimal']);
  });

  test.each(["' - ", "'-", "'–"])('%s is zero or unknown, never text', (text) => {
    const sheet = grid('Waterfall', `Invoice | Customer | Jan 2025 | Feb 2025 | Mar 2025\nH-11 | Oak Ltd | 10 | ${text} | 5`);
    expect(shown(sheet)).toMatchObject({
      records: ['-  Oak Ltd  10.00  2025-01-31', '-  Oak Ltd  5.00  2025-03-31'],
      faults: [],
      left: [],
    });
  });

  test.each(['', 'null', 'NULL'])('“%s” is unknown, not zero', (text) => {
    const sheet = invoices(NET, `H-11 | Oak | 2025-01-15 | ${text} | EUR\nH-12 | Oak | 2025-01-16 | 12.50 | EUR`);
    const { left, records } = shown(sheet);
    expect(records).toEqual(['H-12  Oak  12.50 EUR  2025-01-16']);
    expect(left).toHaveLength(1);
    expect(left[0]).toMatch(/^row 2: unreadable D/);
  });

  test('an open balance that is blank is unknown', () => {
    const { records } = read([
      invoices(
        'Invoice No | Customer | Invoice Date | Net amount | Open balance',
        'H-11 | Oak | 2025-01-15 | 40.50 |\nH-12 | Oak | 2025-01-16 | 9.50 | 0',
      ),
    ]);
    expect(records.invoices.map(({ open }) => open)).toEqual([null, 0]);
  });

  test('a formula that was not calculated reads as a blank: the row is listed', () => {
    const sheet = invoices(NET, 'H-11 | Oak | 2025-01-15 |  | EUR\nH-12 | Oak | 2025-01-16 |  | EUR');
    expect(shown(sheet).left).toEqual(['row 2: unreadable D “blank”', 'row 3: unreadable D “blank”']);
  });
});

describe('dates', () => {
  const dated = (...dates: string[]): ReturnType<typeof grid> =>
    invoices(NET, dates.map((date, n) => `H-1${n} | Oak | ${date} | 5.50 | EUR`).join('\n'));
  const daysOf = (...dates: string[]): string[] => read([dated(...dates)]).records.invoices.map(({ day }) => isoDay(day));

  test('day or month first is told by one of its column, else asked', () => {
    expect(daysOf('03-07-2025', '30-06-2025')).toEqual(['2025-06-30', '2025-07-03']);
    expect(daysOf('03/07/2025', '06/30/2025')).toEqual(['2025-03-07', '2025-06-30']);
    expect(shown(dated('03-07-2025', '04-06-2025'))).toMatchObject({ records: [], asks: ['dateOrder'] });
  });

  test.each([
    ['15 Apr, 2025 00:02:00', '2025-04-15'],
    ['2025-04-15', '2025-04-15'],
    ['15-04-2025 01:09', '2025-04-15'],
    ['Apr 15 2025', '2025-04-15'],
    ['04/15/25', '2025-04-15'],
    ['2025-04-15 12:01:33 PST', '2025-04-15'],
    ["'20250415", '2025-04-15'],
    ['15.04.25', '2025-04-15'],
    ["'45762", '2025-04-15'],
    ['45762', '2025-04-15'],
    ['15. April 2025', '2025-04-15'],
    ['15 avr. 2025', '2025-04-15'],
    ['2025-04-15T23:30:00.000+0000', '2025-04-15'],
  ])('%s', (text, day) => {
    expect(daysOf(text)).toEqual([day]);
  });

  test('a stamp in UTC keeps its own day', () => {
    const sheet = invoices(
      'Number | Customer Name | Date (UTC) | Subtotal | Currency',
      'H-11 | Oak | 2025-03-31 23:30 | 5.50 | eur',
    );
    expect(shown(sheet).records).toEqual(['H-11  Oak  5.50 EUR  2025-03-31']);
  });
});

describe('ids', () => {
  test('of 15 and 18 characters differ by case only where they are 15', () => {
    const sheet = grid(
      'Deals',
      `
      Opportunity ID  | Account Name | Amount | Close Date | Stage
      006Qa00000B7xYz | Oak Ltd      | 40.50  | 2025-01-15 | Closed Won
      006Qa00000B7xYZ | Pine GmbH    | 60.60  | 2025-02-09 | Closed Won
      `,
    );
    expect(read([sheet]).records.deals.map(({ key }) => key)).toEqual(['deal.006Qa00000B7xYz', 'deal.006Qa00000B7xYZ']);
  });

  test.each(['zcrm_5150868000003421001', '__export__.crm_lead_61', "'5150868000003421001", "'00004677", "'0000001"])(
    '%s is kept as text',
    (id) => {
      const { records } = read([invoices(NET, `${id} | Oak | 2025-01-15 | 5.50 | EUR`)]);
      expect(records.invoices.map((one) => one.id)).toEqual([id.replace("'", '')]);
    },
  );

  test('a number of 19 digits that a cell rounded is not taken for exact', () => {
    const rounded = read([invoices(NET, '5150868000003421001 | Oak | 2025-01-15 | 5.50 | EUR')]).records.invoices;
    expect(rounded.map(({ id }) => id)).toEqual(['5150868000003421000']);
  });

  test('odd blanks about and within names and ids are no part of them', () => {
    const sheet = invoices(
      NET,
      "'  H-11\u00A0 |  Oak\u00A0Ltd\u2007  | 2025-01-15 | 5.50 | EUR \nH-12   |  Oak  Ltd | 2025-01-16 | 5.50 |  EUR",
    );
    expect(read([sheet]).records.invoices.map(({ id, customer }) => `${id}|${customer}`)).toEqual([
      'H-11|Oak Ltd',
      'H-12|Oak Ltd',
    ]);
  });

  test.each([
    'Hasan, Ali',
    'CUST-1 OAK',
    'Oak:Works 2',
    'Day, Jo',
    'Oak T/A Acorn',
    'Oak (1)',
    '& Sons',
    "'3000",
    'Österreich AG',
    'Oak Ltd.',
  ])('the customer “%s” is kept as written', (name) => {
    const { records } = read([invoices(NET, `H-11 | ${name} | 2025-01-15 | 5.50 | EUR`)]);
    expect(records.invoices.map(({ customer }) => customer)).toEqual([name.replace("'", '')]);
  });
});

describe('currencies', () => {
  test('of two families each amount has its own', () => {
    const sheet = grid(
      'Payments',
      `
      Created date (UTC) | Amount | Currency | Converted Amount | Converted Currency | Fee  | Status | Customer ID | Invoice Number
      2025-06-07 02:38   | 15.00  | usd      | 534.80           | thb                | 35.4 | Paid   | cus_X1      | H-11
      2025-06-08 02:38   | 9.00   | eur      | 350.06           | thb                | 26.6 | Paid   | cus_X2      | H-12
      `,
    );
    const { records } = read([sheet]);
    expect(
      records.receipts.map(({ amount, currency, reportingAmount, reportingCurrency }) => [
        amount,
        currency,
        reportingAmount,
        reportingCurrency,
      ]),
    ).toEqual([
      [1500, 'USD', 53480, 'THB'],
      [900, 'EUR', 35006, 'THB'],
    ]);
  });

  test.each([
    ['usd', 'USD'],
    ['US Dollar', 'USD'],
    ['Euro', 'EUR'],
    ['GBP ', 'GBP'],
  ])('“%s”', (text, code) => {
    expect(read([invoices(NET, `H-11 | Oak | 2025-01-15 | 5.50 | ${text}`)]).records.invoices[0]?.currency).toBe(code);
  });

  test('in the header only', () => {
    const { records } = read([
      invoices('Invoice No | Customer | Invoice Date | Net amount (EUR)', 'H-11 | Oak | 2025-01-15 | 5.50'),
    ]);
    expect(records.invoices[0]?.currency).toBe('EUR');
  });

  test('the document’s amount, not the company’s, goes with the document’s currency', () => {
    const sheet = invoices(
      'Document Number | Customer Name | Document Date | Amount in doc. curr. | Document currency | Amount in local currency | Local Currency',
      '9001 | Oak | 2025-01-15 | 4000 | USD | 3680.50 | EUR\n9002 | Oak | 2025-01-16 | 100.50 | USD | 92 | EUR',
    );
    const { records } = read([sheet]);
    expect(linesOf(records.invoices)).toEqual(['9001  Oak  4000.00 USD  2025-01-15', '9002  Oak  100.50 USD  2025-01-16']);
    expect(records.invoices.map(({ reportingAmount, reportingCurrency }) => [reportingAmount, reportingCurrency])).toEqual([
      [368050, 'EUR'],
      [9200, 'EUR'],
    ]);
  });
});

describe('deals', () => {
  test('actual before estimated', () => {
    const sheet = grid(
      'Deals',
      `
      Topic | Potential Customer | Status | Est. revenue | Est. close date | Actual Revenue | Actual Close Date
      Seats | Oak Ltd            | Won    | 90.50        | 2025-02-01      | 100.50         | 2025-03-01
      Plan  | Pine GmbH          | Lost   | 70.50        | 2025-02-02      | 0              | 2025-03-02
      `,
    );
    expect(fieldsOf(sheet)).toMatchObject({ amount: 'Actual Revenue', date: 'Actual Close Date' });
    expect(shown(sheet)).toMatchObject({
      records: ['-  Oak Ltd  100.50  2025-03-01'],
      left: [expect.stringContaining('not-won')],
    });
  });

  test('lost with its full amount, won without one, one stage in two spellings', () => {
    const sheet = grid(
      'Deals',
      `
      Deal ID | Account Name | Amount | Close Date | Stage
      D-1     | Oak Ltd      | 40.50  | 2025-01-15 | Closed Won
      D-2     | Oak Ltd      | 60.60  | 2025-01-16 | closed won
      D-3     | Oak Ltd      | 99.90  | 2025-01-17 | Closed Lost
      D-4     | Oak Ltd      |        | 2025-01-18 | Closed Won
      `,
    );
    expect(shown(sheet)).toMatchObject({
      records: ['D-1  Oak Ltd  40.50  2025-01-15', 'D-2  Oak Ltd  60.60  2025-01-16'],
      left: ['row 4: not-won E “Closed Lost”', 'row 5: unreadable C “blank”'],
    });
  });
});

test('void, draft, deleted, cancelled and reversed documents are left out with their word', () => {
  const sheet = invoices(
    'Invoice No | Customer | Invoice Date | Net amount | Status',
    `
    H-11 | Oak | 2025-01-15 | 40.50 | Paid
    H-12 | Oak | 2025-01-16 | 1.50  | VOIDED
    /    | Oak | 2025-01-17 | 2.50  | Draft
    H-14 | Oak | 2025-01-18 | 3.50  | DELETED
    H-15 | Oak | 2025-01-19 | 4.50  | Cancelled`,
  );
  expect(shown(sheet)).toMatchObject({
    records: ['H-11  Oak  40.50  2025-01-15'],
    left: ['row 3: status E “VOIDED”', 'row 4: status E “Draft”', 'row 5: status E “DELETED”', 'row 6: status E “Cancelled”'],
  });
});

describe('traces of the file', () => {
  test('stars, breaks and odd blanks in labels; columns without a label; labels given twice', () => {
    const sheet = invoices(
      '*Invoice No | Customer\u00A0Name | *Invoice\nDate | Net  amount |  | Net amount | VAT No'.replace('\n', ' '),
      'H-11 | Oak Ltd | 2025-01-15 | 40.50 | x | | GB1\nH-12 | Oak Ltd | 2025-01-16 | 9.50 | y | | GB1',
    );
    expect(shown(sheet)).toMatchObject({
      records: ['H-11  Oak Ltd  40.50  2025-01-15', 'H-12  Oak Ltd  9.50  2025-01-16'],
      asks: [],
    });
  });

  test('blank columns between all others', () => {
    const sheet = invoices(
      ' | | Invoice No | | Customer | | Invoice Date | | Net amount | | ',
      ' | | H-11 | | Oak Ltd | | 2025-01-15 | | 40.50 | |\n | | H-12 | | Oak Ltd | | 2025-01-16 | | 9.50 | |',
    );
    expect(shown(sheet).records).toHaveLength(2);
  });

  test('several reports, one below the other', () => {
    const sheet = grid(
      'All',
      `
      Opportunity ID | Account Name | Amount | Close Date | Stage
      006AA1         | Oak Ltd      | 40.50  | 2025-01-15 | Closed Won
      006AA2         | Pine GmbH    | 60.60  | 2025-02-09 | Closed Won
      .
      .
      Invoice No | Customer  | Invoice Date | Net amount | Due Date
      H-11       | Oak Ltd   | 2025-01-20   | 40.50      | 2025-02-20
      H-12       | Pine GmbH | 2025-02-20   | 60.60      | 2025-03-20
      `,
    );
    expect(inspect([sheet], []).sources.map(({ role, counts }) => [role, counts.used])).toEqual([
      ['deals', 2],
      ['invoices', 2],
    ]);
    expect(leftLines(read([sheet]).leftOut)).toEqual([]);
  });

  test('two columns of one label with other amounts are asked about', () => {
    const sheet = invoices(
      'Invoice No | Customer | Invoice Date | Net amount | Net amount',
      'H-11 | Oak Ltd | 2025-01-15 | 40.50 | 44.50\nH-12 | Oak Ltd | 2025-01-16 | 9.50 | 9.90',
    );
    expect(shown(sheet).asks).toEqual(['column.net']);
  });
});
