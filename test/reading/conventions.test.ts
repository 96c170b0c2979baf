/** Date order and decimal mark are decided column by column; what nothing in the sheet decides is asked. */

import type { SourceGrid } from '../../src/domain/grid';
import { inspect } from '../../src/reading/inspect';
import { readRecords } from '../../src/reading/readRecords';
import { answerMapping } from '../../src/settings/mapping';
import { grid, leftLines, linesOf, read } from './support/table';

const asked = (...grids: SourceGrid[]): string[] =>
  inspect(grids, []).questions.map(({ id, text, suggestion }) => `${id} ${suggestion ?? '?'}: ${text}`);

const invoices = (rows: string): SourceGrid =>
  grid('Invoices', `Invoice No | Customer | Invoice Date | Due Date | Net amount | VAT | Currency\n${rows}`);

const ASK_DATE = 'dateOrder ?: Dates such as 03/04/2024: does the day or the month come first?';

describe('dates', () => {
  test('two columns that differ are both right, and nothing is asked', () => {
    const deals = grid(
      'Deals',
      `
      Deal ID | Account | Amount | Currency | Close Date | Contract Start | Stage
      D-1     | Acme    | 100    | EUR      | 03/04/2024 | 04/05/24       | Closed Won
      D-2     | Birch   | 200    | EUR      | 25/04/2024 | 05/26/24       | Closed Won
      `,
    );
    expect(asked(deals)).toEqual([]);
    const { deals: found } = read([deals]).records;
    expect(linesOf(found)).toEqual(['D-1  Acme  100.00 EUR  2024-04-03', 'D-2  Birch  200.00 EUR  2024-04-25']);
  });

  test('an ISO stamp beside says nothing of an undecided column', () => {
    expect(asked(invoices('INV-1 | Acme | 03/04/2024 | 2024-05-03 | 100 | 20 | EUR'))).toEqual([ASK_DATE]);
  });

  test('a column takes the order of another that is written in the same shape', () => {
    const sheet = invoices('INV-1 | Acme | 03/04/2024 | 25/05/2024 | 100 | 20 | EUR');
    expect(asked(sheet)).toEqual([]);
    expect(linesOf(read([sheet]).records.invoices)).toEqual(['INV-1  Acme  100.00 EUR  2024-04-03']);
  });

  test.each([
    ['two digits of the year', '25/05/24'],
    ['another separator', '25-05-2024'],
  ])('%s are another shape: asked, with the other column’s order as the suggestion', (_, due) => {
    expect(asked(invoices(`INV-1 | Acme | 03/04/2024 | ${due} | 100 | 20 | EUR`))).toEqual([ASK_DATE.replace('?', 'dmy')]);
  });

  test('columns of one shape that differ settle nothing for a third', () => {
    const sheet = grid(
      'Invoices',
      `
      Invoice No | Customer | Invoice Date | Due Date   | Service Start | Net amount | Currency
      INV-1      | Acme     | 03/04/2024   | 25/05/2024 | 05/26/2024    | 100        | EUR
      `,
    );
    expect(asked(sheet)).toEqual([ASK_DATE]);
  });

  test('a column that contradicts itself is asked; what does not fit the answer is listed', () => {
    const sheet = invoices('INV-1 | Acme | 25/04/2024 | | 100 | 20 | EUR\nINV-2 | Acme | 04/26/2024 | | 50 | 10 | EUR');
    expect(asked(sheet)).toEqual([
      'dateOrder ?: Some dates can only be day first, others only month first. Which is meant? The others will be listed as unreadable.',
    ]);
    const [source] = inspect([sheet], []).sources;
    if (source === undefined) throw new Error('no source');
    const settled = answerMapping(source.mapping, 'dateOrder', 'mdy');
    expect(inspect([sheet], [settled]).questions).toEqual([]);
    const { leftOut, records } = readRecords([sheet], [settled], { won: [], issued: [], writtenOff: [] });
    expect(linesOf(records.invoices)).toEqual(['INV-2  Acme  50.00 EUR  2024-04-26']);
    expect(leftLines(leftOut)).toEqual(['row 2: unreadable C “25/04/2024”']);
  });

  test('an answer settles open columns only: a column that decides is read as it is written', () => {
    const sheet = invoices('INV-1 | Acme | 03/04/2024 | 25-05-2024 | 100 | 20 | EUR');
    const [source] = inspect([sheet], []).sources;
    if (source === undefined) throw new Error('no source');
    const settled = answerMapping(source.mapping, 'dateOrder', 'mdy');
    const [again] = inspect([sheet], [settled]).sources;
    expect(again?.questions).toEqual([]);
    expect(again?.preview[0]?.fields.date?.value).toBe('2024-03-04');
    expect(again?.preview[0]?.fields.due?.value).toBe('2024-05-25');
    expect(again?.mapping.dateOrder).toBe('mdy');
  });

  test('while a column is open nothing is written down, so that looking again asks again', () => {
    const sheet = invoices('INV-1 | Acme | 03/04/2024 | 25-05-2024 | 100 | 20 | EUR');
    const [source] = inspect([sheet], []).sources;
    if (source === undefined) throw new Error('no source');
    expect(source.mapping.dateOrder).toBeNull();
    expect(inspect([sheet], [source.mapping]).questions.map(({ id }) => id)).toEqual(['dateOrder']);
  });

  test('next month’s undecided export is read as last month’s values showed', () => {
    const [april] = inspect([invoices('INV-1 | Acme | 25/04/2024 | | 100 | 20 | EUR')], []).sources;
    if (april === undefined) throw new Error('no source');
    const may = invoices('INV-2 | Acme | 03/05/2024 | | 100 | 20 | EUR');
    const inspection = inspect([may], [april.mapping]);
    expect(inspection.questions).toEqual([]);
    expect(inspection.sources[0]?.preview[0]?.fields.date?.value).toBe('2024-05-03');
  });

  test('years of two digits may come first: that is a choice too', () => {
    const [question] = inspect([invoices('INV-1 | Acme | 03/04/05 | | 100 | 20 | EUR')], []).questions;
    expect(question?.choices.map(({ value }) => value)).toEqual(['dmy', 'mdy', 'ymd']);
  });

  test('serials as text, stamps and blanks of a column of dates', () => {
    const sheet = invoices(
      [
        "INV-1 | Acme | '45631 | - | 1 | 0 | EUR",
        'INV-2 | Acme | 2024-03-31 23:30:00 UTC | 0000-00-00 | 2 | 0 | EUR',
        'INV-3 | Acme | Jan 28 2021 | 9999-12-31 | 3 | 0 | EUR',
        'INV-4 | Acme | 31.02.2024 | | 4 | 0 | EUR',
      ].join('\n'),
    );
    const { records, leftOut, faults } = read([sheet]);
    expect(linesOf(records.invoices)).toEqual([
      'INV-3  Acme  3.00 EUR  2021-01-28',
      'INV-2  Acme  2.00 EUR  2024-03-31',
      'INV-1  Acme  1.00 EUR  2024-12-05',
    ]);
    expect(leftLines(leftOut)).toEqual(['row 5: unreadable C “31.02.2024”']);
    expect(faults.map(({ code }) => code)).toEqual(['unreadable']);
  });
});

describe('decimal marks', () => {
  const rows = (net: string, tax: string): SourceGrid => invoices(`INV-1 | Acme | 2024-04-03 | | '${net} | '${tax} | EUR`);

  test('two columns that differ are both right', () => {
    const sheet = rows('1.234,50', '12.25');
    expect(asked(sheet)).toEqual([]);
    const [source] = inspect([sheet], []).sources;
    expect([source?.preview[0]?.fields.net?.value, source?.preview[0]?.fields.tax?.value]).toEqual(['1234.5', '12.25']);
  });

  test('1.234 beside 234,60 is more than a thousand', () => {
    const sheet = rows('1.234', '234,60');
    expect(asked(sheet)).toEqual([]);
    expect(linesOf(read([sheet]).records.invoices)).toEqual(['INV-1  Acme  1234.00 EUR  2024-04-03']);
  });

  test('1.234 beside 12.60 has a decimal more: asked', () => {
    expect(asked(rows('1.234', '12.60'))).toEqual(['decimal .: Amounts such as 1.234: which mark is the decimal one?']);
  });

  test('1.234 beside 12.605 is a little more than one', () => {
    const sheet = rows('1.234', '1012.605');
    expect(asked(sheet)).toEqual([]);
    expect(inspect([sheet], []).sources[0]?.preview[0]?.fields.net?.value).toBe('1.234');
  });

  test('a contradiction is asked, an answer settles it', () => {
    const sheet = invoices("INV-1 | Acme | 2024-04-03 | | '1.234,50 | | EUR\nINV-2 | Acme | 2024-04-03 | | '1,234.50 | | EUR");
    const inspection = inspect([sheet], []);
    expect(inspection.questions.map(({ id }) => id)).toEqual(['decimal']);
    const [source] = inspection.sources;
    if (source === undefined) throw new Error('no source');
    const settled = answerMapping(source.mapping, 'decimal', ',');
    expect(inspect([sheet], [settled]).questions).toEqual([]);
    expect(leftLines(readRecords([sheet], [settled], { won: [], issued: [], writtenOff: [] }).leftOut)).toEqual([
      'row 3: unreadable E “1,234.50”',
    ]);
  });

  test('rates are asked as amounts are', () => {
    const sheet = grid('Rates', "From currency | To currency | Date | Rate\nUSD | EUR | 2024-04-03 | '1.085");
    expect(inspect([sheet], []).questions.map(({ id }) => id)).toEqual(['decimal']);
  });
});

describe('amounts', () => {
  const bank = (rows: string): SourceGrid =>
    grid('Bank', `Payment ID | Payer | Amount received | Currency | Payment Date\n${rows}`);

  test('a sheet in thousands: amounts are multiplied, without noise', () => {
    const sheet = bank(
      "P-1 | Acme | 1.005 | EUR | 2024-04-03\nP-2 | Acme | '4.35 | EUR | 2024-04-03\nP-3 | Acme | '2.5k | EUR | 2024-04-03",
    );
    const [source] = inspect([sheet], []).sources;
    if (source === undefined) throw new Error('no source');
    const { records } = readRecords([sheet], [{ ...source.mapping, scale: 1000 }], { won: [], issued: [], writtenOff: [] });
    expect(linesOf(records.receipts)).toEqual([
      'P-1  Acme  1005.00 EUR  2024-04-03',
      'P-2  Acme  4350.00 EUR  2024-04-03',
      'P-3  Acme  2500.00 EUR  2024-04-03',
    ]);
  });

  test('beyond fifteen digits an amount is listed, never rounded', () => {
    const { leftOut } = read([
      bank("P-1 | Acme | '45035996273704.97 | EUR | 2024-04-03\nP-2 | Acme | 9007199254740993 | EUR | 2024-04-03"),
    ]);
    expect(leftLines(leftOut)).toEqual(['row 2: unreadable C “45035996273704.97”', 'row 3: unreadable C “9007199254740992”']);
  });

  test('a dash is zero, a blank is unknown, CR and DR say the sign where both occur', () => {
    const { records, leftOut } = read([
      bank(
        [
          'P-1 | Acme | - | EUR | 2024-04-03',
          'P-2 | Acme | | EUR | 2024-04-03',
          'P-3 | Acme | n/a | EUR | 2024-04-03',
          'P-4 | Acme | 1,234.00 CR | EUR | 2024-04-03',
          'P-5 | Acme | 34.00 DR | EUR | 2024-04-03',
        ].join('\n'),
      ),
    ]);
    expect(linesOf(records.receipts)).toEqual([
      'P-1  Acme  0.00 EUR  2024-04-03',
      'P-4  Acme  1234.00 EUR  2024-04-03',
      'P-5  Acme  -34.00 EUR  2024-04-03',
    ]);
    expect(leftLines(leftOut)).toEqual(['row 3: unreadable C “blank”', 'row 4: unreadable C “blank”']);
  });
});

describe('credit and debit beside amounts', () => {
  const ledger = (...amounts: string[]): string[] =>
    linesOf(
      read([
        grid(
          'Invoices',
          `Invoice No | Customer | Invoice Date | Net amount\n${amounts.map((amount, row) => `INV-${row} | Acme | 2024-04-0${row + 1} | ${amount}`).join('\n')}`,
        ),
      ]).records.invoices,
    ).map((line) => line.split('  ')[2] ?? '');

  test('customers are debited: their credits are negative', () => {
    expect(ledger('100.00 DR', '40.00 CR', '5.00 DR')).toEqual(['100.00', '-40.00', '5.00']);
  });

  test('one word alone says no sign, nor do both beside a minus', () => {
    expect(ledger('100.00 CR', '40.00 CR')).toEqual(['100.00', '40.00']);
    expect(ledger('1,100.00', '40.00 CR', '0.00')).toEqual(['1100.00', '-40.00', '0.00']);
    expect(ledger('100.00 DR', '-40.00 CR')).toEqual(['100.00', '-40.00']);
  });
});

describe('a blank currency', () => {
  const ledger = (header: string): SourceGrid =>
    grid(
      'Invoices',
      `
      Invoice No   | Customer Name | Invoice Date | Net amount | Currency Code | ${header} | Exchange Rate
      INV-1        | Acme          | 2024-04-03   | 100        | USD           | 92             | 0.92
      INV-2        | Acme          | 2024-04-04   | 50         | EUR           | 50             | 1
      INV-3        | Acme          | 2024-04-05   | 70         |               | 70             | 1
      `,
    );

  test('is the local one where the sheet states a local one', () => {
    expect(linesOf(read([ledger('Amount (LCY)')]).records.invoices).at(-1)).toBe('INV-3  Acme  70.00 EUR  2024-04-05');
  });

  test('is unknown elsewhere', () => {
    expect(leftLines(read([ledger('Amount (converted)')]).leftOut)).toEqual(['row 4: no-currency E']);
  });
});
