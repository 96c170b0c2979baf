import { inspect } from '../../src/reading/inspect';
import { answerMapping } from '../../src/settings/mapping';
import { fieldsOf, grid } from './support/table';

const DEALS = grid(
  'Opportunities',
  `
  Opportunity ID | Account Name | Amount | Close Date | Stage       | Opportunity Owner
  D-1            | Acme Ltd     | 1200   | 2024-03-05 | Closed Won  | Anna
  D-2            | Birch AG     | 900    | 2024-03-09 | Closed Lost | Bo
  `,
);
const INVOICES = grid(
  'Invoices',
  `
  Invoice No | Customer | Invoice Date | Due Date   | Net    | VAT   | Total  | Currency
  INV-1      | Acme Ltd | 2024-04-02   | 2024-05-02 | 1000   | 200   | 1200   | EUR
  INV-2      | Birch AG | 2024-04-09   | 2024-05-09 | 50.50  | 10.10 | 60.60  | EUR
  `,
);

describe('where the table is', () => {
  test('below titles, a blank row and a total above the header', () => {
    const sheet = grid(
      'Sheet1',
      `
      Example Org Ltd
      Invoice list
      January 1 - March 31, 2024
      .
                 |          |              | 1060.60
      Invoice No | Customer | Invoice Date | Net amount
      INV-1      | Acme Ltd | 2024-01-15   | 1000
      INV-2      | Birch AG | 2024-02-09   | 60.60
      `,
    );
    const [source] = inspect([sheet], []).sources;
    expect(source?.mapping.headerRow).toBe(5);
    expect(source?.role).toBe('invoices');
    expect(source?.rows).toBe(2);
  });

  test('a summary block of two cells is no header', () => {
    const sheet = grid(
      'Invoices',
      `
      Total invoiced | 1060.60
      Total paid     | 1000
      .
      Invoice No | Customer | Invoice Date | Net amount
      INV-1      | Acme Ltd | 2024-01-15   | 1000
      INV-2      | Birch AG | 2024-02-09   | 60.60
      `,
    );
    expect(inspect([sheet], []).sources[0]?.mapping.headerRow).toBe(3);
  });

  test('the first row of an Excel table, whatever it says', () => {
    const table = grid(
      'Data',
      `
      a    | b    | c
      D-1  | 1200 | 2024-03-05
      `,
      { table: 'tblThings' },
    );
    expect(inspect([table], []).sources[0]?.mapping.headerRow).toBe(0);
  });

  test('prose and empty sheets are left out, and said so', () => {
    const prose = grid('Notes', 'Remember to chase the north region before the close.\nThe figures are provisional.');
    const empty: typeof prose = { ...prose, sheet: 'Empty', values: [] };
    expect(inspect([prose, empty], []).sources.map(({ role, roleReason }) => [role, roleReason])).toEqual([
      ['ignore', 'no row looks like a header'],
      ['ignore', 'no row looks like a header'],
    ]);
  });
});

describe('roles and columns', () => {
  test('a CRM report and an invoice list', () => {
    const inspection = inspect([DEALS, INVOICES], []);
    expect(inspection.sources.map(({ role }) => role)).toEqual(['deals', 'invoices']);
    expect(inspection.obstacles).toEqual([]);
    expect(inspection.questions).toEqual([]);
    expect(fieldsOf(DEALS)).toEqual({
      id: 'Opportunity ID',
      customer: 'Account Name',
      amount: 'Amount',
      date: 'Close Date',
      stage: 'Stage',
      owner: 'Opportunity Owner',
    });
    expect(fieldsOf(INVOICES)).toMatchObject({ id: 'Invoice No', net: 'Net', tax: 'VAT', gross: 'Total', due: 'Due Date' });
  });

  test('actual, not estimated, value and date are booked', () => {
    const dynamics = grid(
      'Opportunity',
      `
      (Do Not Modify) Opportunity | Topic | Potential Customer | Status | Est. revenue | Est. close date | Actual Revenue | Actual Close Date | Created On
      8f1e-77aa                   | Rollout | Acme             | Won    | 900          | 2024-02-01      | 1000           | 2024-03-01        | 2023-12-01
      `,
    );
    expect(fieldsOf(dynamics)).toMatchObject({
      amount: 'Actual Revenue',
      date: 'Actual Close Date',
      stage: 'Status',
      name: 'Topic',
    });
  });

  test.each([
    ['German', 'Rechnungsnummer | Kunde | Rechnungsdatum | Fälligkeit | Nettobetrag | MwSt | Bruttobetrag | Währung'],
    ['French', 'Numéro de facture | Client | Date de facture | Échéance | Montant HT | TVA | Montant TTC | Devise'],
    ['Spanish', 'Número de factura | Cliente | Fecha de factura | Vencimiento | Base imponible | IVA | Importe total | Moneda'],
    ['Dutch', 'Factuurnummer | Klant | Factuurdatum | Vervaldatum | Bedrag excl. btw | Btw | Bedrag incl. btw | Valuta'],
  ])('invoices in %s', (_, header) => {
    const sheet = grid(
      'Tabelle1',
      `${header}\nR-1 | Acme | 2024-03-05 | 2024-04-04 | 100 | 20 | 120 | EUR\nR-2 | Birch | 2024-03-06 | 2024-04-05 | 10 | 2 | 12 | EUR`,
    );
    const [source] = inspect([sheet], []).sources;
    expect(source?.role).toBe('invoices');
    expect(source?.mapping.columns).toMatchObject({ id: 0, customer: 1, date: 2, due: 3, net: 4, tax: 5, gross: 6, currency: 7 });
  });

  test('a German bank list: title rows, currency in the header', () => {
    const bank = grid(
      'Umsätze',
      `
      Kontonummer: | DE00 / Girokonto
      .
      Buchungstag | Wertstellung | Auftraggeber / Begünstigter | Verwendungszweck | Betrag (EUR)
      15.02.2024  | 15.02.2024   | MUELLER GMBH                | RE 10051         | 120.000,00
      14.02.2024  | 14.02.2024   | STROMWERKE                  | ABSCHLAG         | -14,22
      `,
    );
    const [source] = inspect([bank], []).sources;
    expect(source?.role).toBe('receipts');
    expect(source?.mapping).toMatchObject({ headerRow: 2, currency: 'EUR', dateOrder: 'dmy', decimal: ',' });
    expect(source?.mapping.columns).toMatchObject({ date: 0, customer: 2, text: 3, amount: 4 });
  });

  test('months across make a schedule; totals and balances are no months', () => {
    const waterfall = grid(
      'Waterfall',
      `
      Invoice No | Customer | Jan - 2026 | Feb - 2026 | Mrz-26 | Total | Balance as of 2026
      INV-1      | Acme     | 100        | 100        | 100    | 300   | 0
      `,
    );
    const [source] = inspect([waterfall], []).sources;
    expect(source?.role).toBe('schedule');
    expect(source?.mapping.monthColumns).toEqual([
      { column: 2, month: '2026-01' },
      { column: 3, month: '2026-02' },
      { column: 4, month: '2026-03' },
    ]);
    expect(source?.mapping.columns).toEqual({ reference: 0, customer: 1 });
  });

  test('a column of another sheet’s ids is the reference, whatever its header', () => {
    const invoices = grid(
      'Invoices',
      `
      Invoice No | Customer | Invoice Date | Net amount | Xref
      INV-1      | Acme Ltd | 2024-04-02   | 1000       | D-1
      INV-2      | Birch AG | 2024-04-03   | 900        | D-2
      INV-3      | Birch AG | 2024-04-04   | 100        |
      `,
    );
    expect(fieldsOf(invoices, [DEALS]).reference).toBe('Xref');
  });

  test('an amount beside tax and total is net where the sum says so', () => {
    const invoices = grid(
      'Invoices',
      'Invoice No | Invoice Date | Amount | Tax | Total\nINV-1 | 2024-04-02 | 100 | 20 | 120\nINV-2 | 2024-04-02 | 10 | 2 | 12',
    );
    expect(fieldsOf(invoices)).toMatchObject({ net: 'Amount', tax: 'Tax', gross: 'Total' });
  });

  test('a preview shows rows as they are read', () => {
    expect(inspect([INVOICES], []).sources[0]?.preview[1]).toEqual({
      source: { sheet: 'Invoices', row: 3 },
      fields: {
        id: { value: 'INV-2', cell: 'INV-2', address: 'A3' },
        customer: { value: 'Birch AG', cell: 'Birch AG', address: 'B3' },
        date: { value: '2024-04-09', cell: '2024-04-09', address: 'C3' },
        due: { value: '2024-05-09', cell: '2024-05-09', address: 'D3' },
        net: { value: '50.5', cell: '50.5', address: 'E3' },
        tax: { value: '10.1', cell: '10.1', address: 'F3' },
        gross: { value: '60.6', cell: '60.6', address: 'G3' },
        currency: { value: 'EUR', cell: 'EUR', address: 'H3' },
      },
    });
  });
});

describe('questions', () => {
  const questionsOf = (...grids: ReturnType<typeof grid>[]): string[] =>
    inspect(grids, []).questions.map(({ id, sheet, suggestion }) => `${sheet ?? ''} ${id} ${suggestion ?? '?'}`);
  const receipts = (rows: string): ReturnType<typeof grid> =>
    grid('Payments', `Payment ID | Payment Date | Payer | Amount received | Currency\n${rows}`);

  test('dates that fit both orders are asked, not guessed', () => {
    expect(questionsOf(receipts('P-1 | 03/04/2024 | Acme | 100 | EUR\nP-2 | 05/06/2024 | Acme | 50 | EUR'))).toEqual([
      'Payments dateOrder ?',
    ]);
    expect(questionsOf(receipts('P-1 | 03/04/2024 | Acme | 100 | EUR\nP-2 | 05/26/2024 | Acme | 50 | EUR'))).toEqual([]);
  });

  test('another sheet’s order is the suggestion', () => {
    const ambiguous = receipts('P-1 | 03/04/2024 | Acme | 100 | EUR');
    const clear = grid('Invoices', 'Invoice No | Invoice Date | Net amount | Currency\nINV-1 | 25/04/2024 | 100 | EUR');
    expect(questionsOf(ambiguous, clear)).toEqual(['Payments dateOrder dmy']);
  });

  test('1.234 is asked', () => {
    expect(questionsOf(receipts('P-1 | 2024-04-03 | Acme | 1.234,  | EUR'.replace('1.234, ', "'1.234")))).toEqual([
      'Payments decimal ?',
    ]);
  });

  test('tax in the amount is asked where no sum tells', () => {
    const sheet = grid('Invoices', 'Invoice No | Invoice Date | Amount | VAT\nINV-1 | 2024-04-02 | 100 | 20');
    const inspection = inspect([sheet], []);
    expect(inspection.questions.map(({ id }) => id)).toEqual(['taxInAmount']);
    const mapping = inspection.sources[0]?.mapping;
    if (mapping === undefined) throw new Error('no mapping');
    const answered = answerMapping(mapping, 'taxInAmount', 'gross');
    expect(answered.columns).toMatchObject({ gross: 2, tax: 3 });
    expect(inspect([sheet], [answered]).questions).toEqual([]);
  });

  test('“$” is asked only where the workbook knows several dollars', () => {
    const dollars = receipts('P-1 | 2024-04-03 | Acme | $100.00 |').values.map((row) => row.slice(0, 4));
    const sheet = { ...receipts('x'), values: dollars };
    const deals = (codes: string[]): ReturnType<typeof grid> =>
      grid(
        'Deals',
        `Deal ID | Close Date | Amount | Currency | Stage\n${codes.map((code, n) => `D-${n} | 2024-01-0${n + 1} | 5 | ${code} | Won`).join('\n')}`,
      );
    expect(questionsOf(sheet, deals(['CAD', 'USD']))).toEqual(['Payments currency ?']);
    expect(questionsOf(sheet, deals(['CAD', 'EUR']))).toEqual([]);
  });

  test('a sheet without a currency is in the workbook’s only one; with several it is asked', () => {
    const silent = grid('Payments', 'Payment ID | Payment Date | Amount received\nP-1 | 2024-04-03 | 100');
    const deals = (codes: string[]): ReturnType<typeof grid> =>
      grid(
        'Deals',
        `Deal ID | Close Date | Amount | Currency | Stage\n${codes.map((code, n) => `D-${n} | 2024-01-0${n + 1} | 5 | ${code} | Won`).join('\n')}`,
      );
    expect(inspect([silent, deals(['EUR'])], []).sources[0]?.mapping.currency).toBe('EUR');
    expect(questionsOf(silent, deals(['EUR', 'USD']))).toEqual(['Payments currency ?']);
  });
});

describe('saved mappings', () => {
  test('next month’s sheet of the same header is recognised under another name', () => {
    const [first] = inspect([INVOICES], []).sources;
    if (first === undefined) throw new Error('no source');
    const settled = { ...first.mapping, columns: { ...first.mapping.columns, owner: 1 } };
    const next = { ...INVOICES, sheet: 'Invoices May' };
    const [source] = inspect([next], [settled]).sources;
    expect(source?.mapping).toMatchObject({ sheet: 'Invoices May', columns: settled.columns });
    expect(source?.roleReason).toBe('as set, and by its name, 5 headers, what stands below');
  });

  test('a role alone settles the role, and the columns are found for it', () => {
    const [first] = inspect([INVOICES], []).sources;
    if (first === undefined) throw new Error('no source');
    const [source] = inspect([INVOICES], [answerMapping(first.mapping, 'role', 'credits')]).sources;
    expect(source?.role).toBe('credits');
    expect(source?.mapping.columns).toMatchObject({ date: 2, net: 4 });
  });

  test('months that moved on are found anew', () => {
    const months = (header: string): ReturnType<typeof grid> =>
      grid('Waterfall', `Invoice No | Customer | ${header} | Total\nINV-1 | Acme | 1 | 2 | 3 | 6`);
    const [before] = inspect([months('Jan 2026 | Feb 2026 | Mar 2026')], []).sources;
    if (before === undefined) throw new Error('no source');
    const [after] = inspect([months('Apr 2026 | May 2026 | Jun 2026')], [before.mapping]).sources;
    expect(after?.mapping.monthColumns.map(({ month }) => month)).toEqual(['2026-04', '2026-05', '2026-06']);
    expect(after?.roleReason).toBe('as set, and by its name, 3 months across');
  });
});

test('what stops a run is said', () => {
  const codes = (...grids: ReturnType<typeof grid>[]): string[] => inspect(grids, []).obstacles.map(({ code }) => code);
  expect(codes()).toEqual(['no-deals', 'no-invoices']);
  expect(codes(DEALS)).toEqual(['no-invoices']);
  expect(codes(DEALS, { ...INVOICES, values: INVOICES.values.slice(0, 1) })).toEqual(['empty']);
});

describe('sheets that nothing names', () => {
  test('dates and amounts of somebody are asked about, never left out in silence', () => {
    const [source] = inspect(
      [grid('Sheet1', 'No | Customer | Date | Amount\n1001 | Acme Ltd | 2024-03-15 | 100.50')],
      [],
    ).sources;
    expect(source?.role).toBe('ignore');
    expect(source?.questions.map(({ id, choices }) => [id, choices.map(({ value }) => value)])).toEqual([
      ['role', ['deals', 'invoices', 'schedule', 'receipts', 'ignore']],
    ]);
  });

  test('a single word tells little: what else it may be is asked', () => {
    const sheet = grid('Sheet1', 'Payment | Customer | Invoice | Date | Amount\nP-1 | Acme Ltd | INV-1 | 2024-03-15 | 100.50');
    const [question] = inspect([sheet], []).questions;
    expect(question?.id).toBe('role');
    expect(question?.choices.map(({ value }) => value)).toEqual(expect.arrayContaining(['invoices', 'receipts', 'ignore']));
  });

  test('months across without anybody’s name are a budget, no revenue', () => {
    const budget = grid('Budget', 'Item | Jan 2024 | Feb 2024 | Mar 2024\nRent | 100 | 100 | 100\nTravel | 50 | 50 | 60');
    expect(inspect([budget], []).sources.map(({ role, questions }) => [role, questions])).toEqual([['ignore', []]]);
  });
});

describe('converted amounts', () => {
  const deals = (more: string) =>
    grid(
      'Deals',
      `
      Deal ID | Account  | Amount | Currency | Amount (converted) | Close Date | Stage
      D-1     | Acme Ltd | 100.50 | EUR      | 110.55             | 2024-03-05 | Closed Won
      D-2     | Birch AG | 200.50 | ${more}      | 220.55             | 2024-03-06 | Closed Won
      `,
    );

  test('what they are converted into is asked where nothing shows it', () => {
    const [question] = inspect([deals('GBP')], []).questions;
    expect([question?.id, question?.choices.map(({ value }) => value)]).toEqual(['reportingCurrency', ['EUR', 'GBP', 'none']]);
    const [source] = inspect([deals('GBP')], []).sources;
    if (source === undefined) throw new Error('no source');
    const answered = answerMapping(source.mapping, 'reportingCurrency', 'GBP');
    expect(inspect([deals('GBP')], [answered]).questions).toEqual([]);
    expect(answerMapping(source.mapping, 'reportingCurrency', 'none').columns).not.toHaveProperty('reportingAmount');
  });

  test('with one currency there is nothing to ask', () => {
    expect(inspect([deals('EUR')], []).questions).toEqual([]);
  });
});

test('the zone of time stamps is told, and days stay as they are written', () => {
  const payments = grid(
    'Payments',
    `
    Payment ID | Customer | Created date (UTC)  | Amount received
    P-1        | Acme Ltd | 2024-03-31 23:40:00 | 100.50
    P-2        | Birch AG | 2024-04-12 10:00:00 | 20.25
    `,
  );
  const [source] = inspect([payments], []).sources;
  expect(source?.zone).toEqual({ zones: ['UTC'], nearMonthEnd: 1 });
  expect(source?.preview.map(({ fields }) => fields.date?.value)).toEqual(['2024-03-31', '2024-04-12']);
  expect(inspect([INVOICES], []).sources[0]?.zone).toBeNull();
});
