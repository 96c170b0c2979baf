import { readRecords } from '../../src/reading/readRecords';
import { grid, leftLines, linesOf, mapped, read } from './support/table';

const CRM = 'Deal ID | Account Name | Amount | Currency | Close Date | Stage';
const LEDGER = 'Invoice No | Customer | Invoice Date | Net | VAT | Currency | Status | Type';
const CASH = 'Payment ID | Payer | Payment Date | Amount received | Currency | Invoice No';

const deals = (rows: string, header = CRM): ReturnType<typeof grid> => grid('Deals', `${header}\n${rows}`);
const invoices = (rows: string, header = LEDGER): ReturnType<typeof grid> => grid('Invoices', `${header}\n${rows}`);
const receipts = (rows: string, header = CASH): ReturnType<typeof grid> => grid('Payments', `${header}\n${rows}`);

describe('deals', () => {
  test('won ones are read, the others left out with their stage', () => {
    const { records, leftOut, notWon } = read([
      deals(`
        D-1 | Acme Ltd | 1,200.00 | EUR | 2024-03-05 | Closed Won
        D-2 | Birch AG | 900      | EUR | 2024-03-09 | Closed Lost
        D-3 | Cedar SA |          | EUR | 2024-04-01 | Negotiation`),
    ]);
    expect(linesOf(records.deals)).toEqual(['D-1  Acme Ltd  1200.00 EUR  2024-03-05']);
    expect(records.deals[0]?.key).toBe('deal.D-1');
    expect(leftLines(leftOut)).toEqual(['row 3: not-won F “Closed Lost”', 'row 4: not-won F “Negotiation”']);
    // An invoice may name a deal that was lost; one without an amount tells nothing.
    expect(linesOf(notWon)).toEqual(['D-2  Birch AG  900.00 EUR  2024-03-09']);
    expect(notWon.map(({ key }) => key)).toEqual(['deal.D-2']);
  });

  test('the settled list decides what is won; a won word outside it is reported', () => {
    const sheet = deals('D-1 | Acme | 5 | EUR | 2024-03-05 | Verbal\nD-2 | Acme | 6 | EUR | 2024-03-05 | Closed Won');
    const { records, faults } = read([sheet], { won: ['verbal'] });
    expect(records.deals.map(({ id }) => id)).toEqual(['D-1']);
    expect(faults.map(({ code, text, keys }) => [code, text, keys])).toEqual([['new-status', 'Closed Won', ['deal.D-2']]]);
  });

  test('where the account sits is read where columns say it', () => {
    const { records } = read([
      deals(
        'D-1 | Acme | 5 | 2024-03-05 | Won | Germany | Köln | 50667\nD-2 | Acme | 6 | 2024-03-05 | Won | | |',
        'Id | Account Name | Amount | CloseDate | StageName | Billing Country | Billing City | Billing Zip/Postal Code',
      ),
    ]);
    expect(records.deals.map(({ place }) => place)).toEqual([{ country: 'Germany', city: 'Köln', postcode: '50667' }, undefined]);
  });

  test('a won flag decides before the stage', () => {
    const { records } = read([
      deals(
        'D-1 | Acme | 5 | 2024-03-05 | Closed Won | FALSE\nD-2 | Acme | 6 | 2024-03-05 | Custom | TRUE',
        'Id | Account Name | Amount | CloseDate | StageName | IsWon',
      ),
    ]);
    expect(records.deals.map(({ id }) => id)).toEqual(['D-2']);
  });

  test('what cannot be read is left out with its cell and text', () => {
    const { records, leftOut, faults, noCurrency } = read([
      deals(`
        D-1 | Acme | n.a.     | EUR | 2024-03-05 | Won
        D-2 | Acme |          | EUR | 2024-03-05 | Won
        D-3 | Acme | 5        | EUR | soon       | Won
        D-4 | Acme | 5        | EUR |            | Won
        D-5 | Acme | 5        |     | 2024-03-05 | Won
        D-6 | Acme | 5        | ?!  | 2024-03-05 | Won
        D-7 | Acme | #REF!    | EUR | 2024-03-05 | Won
        D-8 | Acme | 99999999999999999 | EUR | 2024-03-05 | Won
        D-9 | Acme | 5        | EUR | 1899-12-30 | Won
        D-0 | Acme | 5        | EUR | 2024-03-05 | Won`),
    ]);
    expect(records.deals.map(({ id }) => id)).toEqual(['D-0']);
    expect(noCurrency.map(({ key }) => key)).toEqual(['deal.D-5', 'deal.D-6']);
    expect(leftLines(leftOut)).toEqual([
      'row 2: unreadable C “n.a.”',
      'row 3: unreadable C “blank”',
      'row 4: unreadable E “soon”',
      'row 5: no-date E',
      'row 6: no-currency D',
      'row 7: no-currency D “?!”',
      'row 8: unreadable C “#REF!”',
      'row 9: unreadable C “100000000000000000”',
      'row 10: unreadable E “1899-12-30”',
    ]);
    expect(faults.map(({ code }) => code)).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
      'no-date',
      'no-currency',
      'no-currency',
      'unreadable',
      'unreadable',
      'unreadable',
    ]);
  });

  test('cell addresses count from where the table stands', () => {
    const sheet = { ...deals('D-1 | Acme | n.a. | EUR | 2024-03-05 | Won'), top: 9, left: 3 };
    expect(leftLines(read([sheet]).leftOut)).toEqual(['row 11: unreadable F “n.a.”']);
  });

  test('ids keep their zeros, as text or by their format', () => {
    const sheet = deals("'00123 | Acme | 5 | EUR | 2024-03-05 | Won\n4677 | Acme | 6 | EUR | 2024-03-05 | Won", CRM);
    const formatted = { ...sheet, formatSamples: [{ row: 1, formats: ['00000', '', '', '', '', ''] }] };
    expect(read([formatted]).records.deals.map(({ id }) => id)).toEqual(['00123', '04677']);
  });

  test('term and billing in words', () => {
    const { records } = read([
      deals(
        'D-1 | 5 | 2024-03-05 | 2 years | Quarterly | Unassigned\nD-2 | 6 | 2024-03-06 | 36 | jährlich | Anna\nD-3 | 7 | 2024-03-07 | long | upfront |',
        'Deal ID | Amount | Close Date | Contract Term | Billing Frequency | Deal Owner',
      ),
    ]);
    expect(records.deals.map(({ termMonths, billingMonths, owner }) => [termMonths, billingMonths, owner])).toEqual([
      [24, 3, ''],
      [36, 12, 'Anna'],
      [null, 0, ''],
    ]);
  });

  test('a converted amount says nothing of the currency of the other one', () => {
    const { records, leftOut } = read([
      deals(
        'D-1 | Acme | 100 | USD | 2024-03-05 | 90\nD-2 | Acme | 100 | | 2024-03-05 | 90\nD-3 | Acme | 100 | EUR | 2024-03-05 | 100',
        'Deal ID | Account Name | Amount | Currency | Close Date | Amount converted (EUR)',
      ),
    ]);
    expect(linesOf(records.deals)).toEqual(['D-1  Acme  100.00 USD  2024-03-05', 'D-3  Acme  100.00 EUR  2024-03-05']);
    expect(leftLines(leftOut)).toEqual(['row 3: no-currency D']);
  });

  test('a workbook that states no currency has amounts of one kind', () => {
    const { records, leftOut } = read([deals('D-1 | 5 | 2024-03-05', 'Deal ID | Amount | Close Date')]);
    expect(linesOf(records.deals)).toEqual(['D-1  -  5.00  2024-03-05']);
    expect(leftOut).toEqual([]);
  });
});

test('where one mark stands beside some amounts, the plain ones are in that currency', () => {
  const report = grid(
    'Sales',
    `
    Invoice No | Customer | Invoice Date | Net
    INV-1      | Acme Ltd | 2024-03-05   | '£4,000.00
    INV-2      | Acme Ltd | 2024-03-09   | '250.00
    `,
  );
  expect(linesOf(read([report]).records.invoices)).toEqual([
    'INV-1  Acme Ltd  4000.00 GBP  2024-03-05',
    'INV-2  Acme Ltd  250.00 GBP  2024-03-09',
  ]);
});

test('a list without header and payer is a bank’s: what goes out is no refund', () => {
  const bank = grid('Bank', "'02/15/2024 | 4000 | * | ACME INC INV-1\n'02/16/2024 | -14.22 | * | CARD FEE");
  const result = read([bank]);
  expect(linesOf(result.records.receipts)).toEqual(['-  -  4000.00  2024-02-15']);
  expect(leftLines(result.leftOut)).toEqual(['row 2: not-customer B']);
});

describe('invoices', () => {
  test('draft, void and quotes are left out; write-offs are marked', () => {
    const { records, leftOut } = read([
      invoices(`
        INV-1 | Acme | 2024-03-05 | 100 | 20 | EUR | Sent        | Invoice
        INV-2 | Acme | 2024-03-05 | 100 | 20 | EUR | Draft       | Invoice
        INV-3 | Acme | 2024-03-05 | 100 | 20 | EUR | VOIDED      | Invoice
        INV-4 | Acme | 2024-03-05 | 100 | 20 | EUR |             | Estimate
        INV-5 | Acme | 2024-03-05 | 100 | 20 | EUR | Written off | Invoice`),
    ]);
    expect(records.invoices.map(({ id, tax, writtenOff }) => [id, tax, writtenOff])).toEqual([
      ['INV-1', 2000, false],
      ['INV-5', 2000, true],
    ]);
    expect(leftLines(leftOut)).toEqual(['row 3: status G “Draft”', 'row 4: status G “VOIDED”', 'row 5: quote H “Estimate”']);
  });

  test('unsigned credits turn by their type, signed ones stay', () => {
    const unsigned = read([
      invoices(
        'INV-1 | Acme | 2024-03-05 | 100 | 20 | EUR | Sent | Invoice\nCN-1 | Acme | 2024-04-05 | 40 | 8 | EUR | Sent | Credit Memo',
      ),
    ]);
    expect(linesOf(unsigned.records.invoices)).toEqual([
      'INV-1  Acme  100.00 EUR  2024-03-05',
      'CN-1  Acme  -40.00 EUR  2024-04-05',
    ]);
    expect(unsigned.records.invoices.map(({ kind, tax, key }) => [kind, tax, key])).toEqual([
      ['invoice', 2000, 'invoice.INV-1'],
      ['credit', -800, 'credit.CN-1'],
    ]);
    const signed = read([
      invoices(
        'INV-1 | Acme | 2024-03-05 | 100 | 20 | EUR | Sent | Invoice\nCN-1 | Acme | 2024-04-05 | -40 | -8 | EUR | Sent | Credit Memo',
      ),
    ]);
    expect(linesOf(signed.records.invoices)[1]).toBe('CN-1  Acme  -40.00 EUR  2024-04-05');
  });

  test('a discount line does not make credits signed', () => {
    const { records } = read([
      invoices(
        'INV-1 | Acme | 2024-03-05 | -5 | 0 | EUR | Sent | Invoice\nCN-1 | Acme | 2024-04-05 | 40 | 8 | EUR | Sent | Credit Memo',
      ),
    ]);
    expect(records.invoices.map(({ id, kind, amount }) => [id, kind, amount])).toEqual([
      ['INV-1', 'credit', -500],
      ['CN-1', 'credit', -4000],
    ]);
  });

  test('credits of both signs stay as written, and the odd ones are reported', () => {
    const { records, faults } = read([
      invoices(
        'CN-1 | Acme | 2024-04-05 | 40 | 0 | EUR | Sent | Credit Memo\nCN-2 | Acme | 2024-04-06 | -9 | 0 | EUR | Sent | Credit Memo\nINV-1 | Acme | 2024-04-07 | 9 | 0 | EUR | Sent | Invoice',
      ),
    ]);
    expect(records.invoices.map(({ amount }) => amount)).toEqual([4000, -900, 900]);
    expect(faults.map(({ code, keys }) => [code, keys])).toEqual([['mixed-signs', ['credit.CN-1']]]);
  });

  test('credit notes in a sheet of their own name their invoice', () => {
    const credits = grid(
      'Credit notes',
      'Credit Note No | Customer | Credit Note Date | Amount | Invoice No\nCN-7 | Acme | 2024-04-05 | 40 | INV-1',
    );
    const [credit] = read([
      invoices('INV-1 | Acme | 2024-03-05 | 100 | 20 | EUR | Sent | Invoice'),
      credits,
    ]).records.invoices.filter(({ kind }) => kind === 'credit');
    expect(credit).toMatchObject({ id: 'CN-7', amount: -4000, appliesTo: 'INV-1', currency: 'EUR' });
  });

  test('net is gross less tax where only these two stand', () => {
    const { records } = read([
      invoices('INV-1 | Acme | 2024-03-05 | 120 | 20', 'Invoice No | Customer | Invoice Date | Gross amount | VAT'),
    ]);
    expect(records.invoices.map(({ amount, tax }) => [amount, tax])).toEqual([[10000, 2000]]);
  });

  test('payments among the invoices are receipts, unless receipts have a sheet', () => {
    const ledger = invoices(
      'INV-1 | Acme | 2024-03-05 | 120 | 0 | EUR | | Invoice\nP-9 | Acme | 2024-03-20 | -120 | 0 | EUR | | Payment',
    );
    const alone = read([ledger]);
    expect(linesOf(alone.records.receipts)).toEqual(['P-9  Acme  120.00 EUR  2024-03-20']);
    const both = read([ledger, receipts('P-9 | Acme | 2024-03-20 | 120 | EUR | INV-1')]);
    expect(both.records.receipts).toHaveLength(1);
    expect(leftLines(both.leftOut)).toEqual(['row 3: repeat-document H “Payment”']);
  });

  test('totals, repeated headers and closing lines are no records', () => {
    const {
      records,
      leftOut,
      read: counts,
    } = read([
      invoices(`
        INV-1 | Acme           | 2024-03-05 | 100 | 20 | EUR | Sent | Invoice
        INV-2 | Total Energies | 2024-03-06 | 50  | 10 | EUR | Sent | Invoice
        Subtotal |             |            | 150 | 30 |     |      |
        ${LEDGER}
        .
        INV-3 | Birch          | 2024-03-07 | 1   | 0  | EUR | Sent | Invoice
        Grand Totals (3 records) | |        | 151 | 30 |     |      |
        Copyright (c) 2024 Example Org Ltd
        Accrual Basis Friday, May 15, 2026 01:21 AM GMTZ`),
    ]);
    expect(records.invoices.map(({ id }) => id)).toEqual(['INV-1', 'INV-2', 'INV-3']);
    expect(leftOut.map(({ cause, source, amount }) => [cause, source.row, amount])).toEqual([
      ['total', 4, 15000],
      ['total', 5, null],
      ['total', 8, 15100],
      ['total', 9, null],
      ['total', 10, null],
    ]);
    expect(counts).toEqual([
      { sheet: 'Invoices', part: 0, table: null, role: 'invoices', currency: 'EUR', rows: 8, amount: 45200 },
    ]);
  });

  test('a lesser cell that cannot be read is reported, and the invoice counts', () => {
    const { records, faults } = read([
      invoices(
        'INV-1 | Acme | 2024-03-05 | 100 | EUR | whenever\nINV-2 | Acme | 2024-03-05 | 100 | EUR | 2024-04-04',
        'Invoice No | Customer | Invoice Date | Net | Currency | Due Date',
      ),
    ]);
    expect(records.invoices.map(({ due }) => due === null)).toEqual([true, false]);
    expect(faults.map(({ code, column, text, keys }) => [code, column, text, keys])).toEqual([
      ['part-unreadable', 'F', 'whenever', ['invoice.INV-1']],
    ]);
  });

  test('several references in one cell, surest first', () => {
    const { records } = read([
      invoices(
        'INV-1 | 2024-03-05 | 100 | D-1; D-2 | PO-88 | Sales Order #SO1044',
        'Invoice No | Invoice Date | Net | Deal ID | PO Number | Created From',
      ),
    ]);
    expect(records.invoices[0]?.references).toEqual(['D-1', 'D-2', 'PO-88', 'SO1044']);
  });
});

describe('schedules', () => {
  test('months across become one record a month; zeros and blanks none', () => {
    const { records, leftOut } = read([
      grid(
        'Revenue waterfall',
        `
        Invoice No | Customer | Jan 2026 | Feb 2026 | Mar 2026 | Total
        INV-1      | Acme     | 100      | 0        | 50.50    | 150.50
        INV-2      | Birch    |          | -        | 20       | 20
        INV-3      | Cedar    |          |          |          |
                   | Total    | 100      | 0        | 70.50    | 170.50
        `,
      ),
    ]);
    expect(records.revenue.map(({ references, amount, day }) => [references[0], amount, day]).sort()).toEqual([
      ['INV-1', 10000, 20484],
      ['INV-1', 5050, 20543],
      ['INV-2', 2000, 20543],
    ]);
    expect(leftLines(leftOut)).toEqual(['row 4: unreadable “blank”', 'row 5: total “Total”']);
  });

  test('a bad month is reported; the other months count', () => {
    const { records, faults } = read([
      grid('Waterfall', 'Invoice No | Customer | Jan 2026 | Feb 2026 | Mar 2026\nINV-1 | Acme | 100 | #N/A | 50'),
    ]);
    expect(records.revenue).toHaveLength(2);
    expect(faults.map(({ code, column, text }) => [code, column, text])).toEqual([['part-unreadable', 'D', '#N/A']]);
  });

  test('rows by month, posted at the month’s end', () => {
    const { records } = read([
      grid(
        'Revenue schedule',
        'Month | Contract ID | Recognised revenue\n2026-01 | C-1 | 100\n2026-02 | C-1 | 100\nMär 2026 | C-1 | 100',
      ),
    ]);
    expect(linesOf(records.revenue)).toEqual([
      '-  -  100.00  2026-01-31',
      '-  -  100.00  2026-02-28',
      '-  -  100.00  2026-03-31',
    ]);
    expect(records.revenue[0]?.references).toEqual(['C-1']);
  });
});

describe('receipts', () => {
  test('negative payments are refunds; failed ones no money', () => {
    const { records, leftOut } = read([
      receipts(
        'P-1 | Acme | 2024-03-05 | 100 | EUR | INV-1 | Paid\nP-2 | Acme | 2024-03-06 | -40 | EUR | INV-1 | Paid\nP-3 | Acme | 2024-03-07 | 9 | EUR | | failed',
        `${CASH} | Status`,
      ),
    ]);
    expect(records.receipts.map(({ id, kind, amount }) => [id, kind, amount])).toEqual([
      ['P-1', 'receipt', 10000],
      ['P-2', 'refund', -4000],
    ]);
    expect(leftLines(leftOut)).toEqual(['row 4: status G “failed”']);
  });

  test.each([
    ['both positive', '14.22'],
    ['money out negative in its own column', '-14.22'],
  ])('a bank list with money in and out, %s', (_, out) => {
    const { records, leftOut } = read([
      grid(
        'Bank',
        `Transaction Date | Description | Money In | Money Out | Balance\n2024-02-15 | ACME LTD INV3440 | 4000 | | 5210.11\n2024-02-16 | CARD FEES | | ${out} | 5195.89`,
      ),
    ]);
    expect(records.receipts.map(({ amount, text }) => [amount, text])).toEqual([[400000, 'ACME LTD INV3440']]);
    expect(leftOut.map(({ cause, column, amount }) => [cause, column, amount])).toEqual([['not-customer', 'D', -1422]]);
  });

  test('unsigned bank amounts turn by their direction', () => {
    const { records, leftOut } = read([
      grid(
        'Bank',
        'Datum | Naam tegenpartij | Af Bij | Bedrag (EUR) | Mededelingen\n20240215 | Acme | Bij | 100,00 | INV-1\n20240216 | Energie | Af | 12,50 | maart',
      ),
    ]);
    expect(linesOf(records.receipts)).toEqual(['-  Acme  100.00 EUR  2024-02-15']);
    expect(leftOut.map(({ cause, amount }) => [cause, amount])).toEqual([['not-customer', -1250]]);
  });
});

describe('repeats and keys', () => {
  test('rows equal in every mapped field are counted once', () => {
    const { records, leftOut, faults } = read([
      receipts(
        'P-1 | Acme | 2024-03-05 | 100 | EUR | INV-1\nP-1 | Acme | 2024-03-05 | 100 | EUR | INV-1\n| Acme | 2024-03-05 | 7 | EUR |\n| Acme | 2024-03-05 | 7 | EUR |',
      ),
    ]);
    expect(records.receipts).toHaveLength(2);
    expect(leftOut.map(({ cause, source }) => [cause, source.row])).toEqual([
      ['repeat-row', 3],
      ['repeat-row', 5],
    ]);
    expect(faults).toEqual([]);
  });

  test('one number with other content: both count, numbered by date and amount, and reported', () => {
    const rows = [
      'INV-1 | Acme | 2024-03-05 | 100 | 0 | EUR | Sent | Invoice',
      'INV-1 | Acme | 2024-03-02 | 70 | 0 | EUR | Sent | Invoice',
    ];
    for (const order of [rows, [...rows].reverse()]) {
      const { records, faults } = read([invoices(order.join('\n'))]);
      expect(records.invoices.map(({ key, amount }) => [key, amount])).toEqual([
        ['invoice.INV-1#1', 7000],
        ['invoice.INV-1#2', 10000],
      ]);
      expect(faults.map(({ code, keys }) => [code, [...keys].sort()])).toEqual([
        ['duplicate-key', ['invoice.INV-1#1', 'invoice.INV-1#2']],
      ]);
    }
  });

  test('entities keep the same number apart', () => {
    const { records, faults } = read([
      invoices('INV-1 | UK | 2024-03-05 | 100\nINV-1 | DE | 2024-03-05 | 100', 'Invoice No | Entity | Invoice Date | Net'),
    ]);
    expect(records.invoices.map(({ key }) => key)).toEqual(['invoice.DE.INV-1', 'invoice.UK.INV-1']);
    expect(faults).toEqual([]);
  });

  test('a record without an id is named by its facts, wherever its row stands', () => {
    const one = '| Acme | 2024-03-05 | 7 | EUR | INV-1';
    const two = '| Birch | 2024-03-05 | 7 | EUR | INV-2';
    const keys = (rows: string[]): string[] =>
      read([receipts(rows.join('\n'))]).records.receipts.map(({ key, customer }) => `${customer} ${key}`);
    expect(keys([one, two])).toEqual(keys([two, one]));
    expect(new Set(keys([one, two])).size).toBe(2);
  });
});

test('a date or an amount that fits two readings is not read before it is settled', () => {
  const sheet = receipts('P-1 | Acme | 03/04/2024 | 100 | EUR | INV-1');
  const undecided = read([sheet]);
  expect(leftLines(undecided.leftOut)).toEqual(['row 2: unreadable C “03/04/2024”']);
  const settled = readRecords([sheet], mapped([sheet], { dateOrder: 'mdy' }), { won: [], issued: [], writtenOff: [] });
  expect(linesOf(settled.records.receipts)).toEqual(['P-1  Acme  100.00 EUR  2024-03-04']);
});

test('“$5” in a row marked EUR is of no known currency', () => {
  const { leftOut } = read([
    receipts('P-1 | Acme | 2024-03-05 | $5.00 | EUR | INV-1\nP-2 | Acme | 2024-03-05 | $6.00 | USD | INV-1'),
  ]);
  expect(leftLines(leftOut)).toEqual(['row 2: no-currency E “EUR $”']);
});

test('progress goes up to one', () => {
  const told: number[] = [];
  const sheet = receipts('P-1 | Acme | 2024-03-05 | 5 | EUR | INV-1\nP-2 | Acme | 2024-03-05 | 6 | EUR | INV-1');
  readRecords([sheet], mapped([sheet]), { won: [], issued: [], writtenOff: [] }, (_, done) => told.push(done));
  expect(told.at(-1)).toBe(1);
  expect([...told].sort((a, b) => a - b)).toEqual(told);
});

test('a mapping of a sheet that is not there is misuse', () => {
  const sheet = receipts('P-1 | Acme | 2024-03-05 | 5 | EUR | INV-1');
  expect(() => readRecords([], mapped([sheet]), { won: [], issued: [], writtenOff: [] })).toThrow(RangeError);
});
