import fc from 'fast-check';
import { mapColumns } from '../../src/reading/mapColumns';
import { profileColumns } from '../../src/reading/profile';
import { understand } from '../../src/reading/understand';
import type { Role } from '../../src/domain/record';
import { grid } from './support/table';

/** Field → header of a row of labels without rows below. */
function fieldsOf(role: Role, header: string): Record<string, string> {
  const sheet = grid('Sheet1', header);
  const headers = (sheet.values[0] ?? []).map(String);
  const profiles = profileColumns(sheet, headers.length, 1);
  return Object.fromEntries(
    mapColumns(role, headers, profiles, new Set()).map(({ field, column }) => [field, headers[column] ?? '']),
  );
}

describe('one label in many forms', () => {
  test.each([
    [
      'invoice number',
      'Invoice No.|InvoiceNumber|invoice_number|*Invoice #|Inv no|Rechnungsnummer|Rechnungs-Nr.|N° de facture|Nº factura|Número da fatura|Factuurnr.|Numero fattura',
      'id',
    ],
    [
      'invoice date',
      'Invoice Date|Date of invoice|Inv. dt|Rechnungsdatum|Date de facture|Fecha de factura|Data da fatura|Factuurdatum|Data fattura',
      'date',
    ],
    [
      'due date',
      'Due Date|Date due|Fälligkeit|Fällig am|Date d’échéance|Fecha de vencimiento|Data de vencimento|Vervaldatum|Scadenza',
      'due',
    ],
    [
      'net',
      'Net|Net amount|Amount excl. VAT|Sub-Total|Nettobetrag|Betrag netto|Montant HT|Base imponible|Valor líquido|Bedrag excl. btw|Imponibile',
      'net',
    ],
    [
      'gross',
      'Gross|Total incl. VAT|Grand total|Bruttobetrag|Montant TTC|Importe total|Valor bruto|Bedrag incl. btw|Totale',
      'gross',
    ],
    ['tax', 'VAT|Tax amount|GST|MwSt.|USt-Betrag|Montant TVA|IVA|Cuota de IVA|Btw-bedrag|Impostos', 'tax'],
    [
      'open',
      'Amount due|Balance due|O/S|Offener Betrag|Reste à payer|Importe pendiente|Valor em aberto|Openstaand bedrag|Da incassare',
      'open',
    ],
    [
      'customer',
      'Customer|Client name|*ContactName|Bill-to Customer Name|Kunde|Nom du client|Nombre del cliente|Razón social|Klantnaam|Cliente|Ragione sociale',
      'customer',
    ],
  ])('%s', (_, labels, field) => {
    for (const label of labels.split('|')) expect([label, Object.keys(fieldsOf('invoices', label))]).toEqual([label, [field]]);
  });

  test('currencies and remarks in the label are no part of it', () => {
    for (const label of ['Amount (EUR)', 'Betrag in CHF', 'Montant (€)', 'Valor (R$)', 'Amount (EUR) *'])
      expect([label, Object.keys(fieldsOf('receipts', label))]).toEqual([label, ['amount']]);
  });
});

describe('names of an API', () => {
  test('an id is no name, and a name no id', () => {
    expect(fieldsOf('deals', 'Deal Owner.id | Deal Owner | Account Name.id | Account Name')).toEqual({
      owner: 'Deal Owner',
      customerId: 'Account Name.id',
      customer: 'Account Name',
    });
    expect(fieldsOf('deals', 'AccountId | AccountId.Name')).toEqual({ customerId: 'AccountId', customer: 'AccountId.Name' });
    expect(fieldsOf('deals', 'partner_id/id | partner_name')).toEqual({ customerId: 'partner_id/id', customer: 'partner_name' });
  });

  test('words run together', () => {
    expect(fieldsOf('invoices', 'documentnumber | trandate | duedate | netamount')).toEqual({
      id: 'documentnumber',
      date: 'trandate',
      due: 'duedate',
      net: 'netamount',
    });
  });

  test('prefixes and marks of the system', () => {
    expect(fieldsOf('deals', '(Do Not Modify) Opportunity | property_amount | contract_start_date__c')).toEqual({
      id: '(Do Not Modify) Opportunity',
      amount: 'property_amount',
      start: 'contract_start_date__c',
    });
  });
});

describe('twins', () => {
  test('an amount with its own currency', () => {
    expect(fieldsOf('deals', 'Amount (converted) Currency | Amount (converted) | Amount Currency | Amount')).toEqual({
      reportingAmount: 'Amount (converted)',
      currency: 'Amount Currency',
      amount: 'Amount',
    });
  });

  test('actual before estimated', () => {
    expect(fieldsOf('deals', 'Est. revenue | Est. close date | Actual Revenue | Actual Close Date')).toEqual({
      amount: 'Actual Revenue',
      date: 'Actual Close Date',
    });
  });

  test('no created, modified or expected date is a close date', () => {
    expect(fieldsOf('deals', 'Created Date | Last Modified Date | Erstellt am | Date de création | Data de criação')).toEqual({
      modified: 'Last Modified Date',
    });
  });

  test('a row’s amount beside the document’s total', () => {
    expect(
      fieldsOf('invoices', 'InvoiceNumber | Total | Quantity | UnitAmount | LineAmount | TaxTotal | TaxAmount'),
    ).toMatchObject({
      gross: 'Total',
      lineAmount: 'LineAmount',
      tax: 'TaxTotal',
      lineTax: 'TaxAmount',
    });
  });
});

describe('by what stands beside it', () => {
  test('an account is the customer where nothing else is', () => {
    expect(fieldsOf('invoices', 'Account | Document Number | Document Date | Amount')).toMatchObject({ customerId: 'Account' });
    expect(fieldsOf('invoices', 'Account | Name | Num | Date | Debit | Credit')).toMatchObject({
      account: 'Account',
      customer: 'Name',
    });
  });

  test('in a list of lines a bare id is the line’s own', () => {
    expect(fieldsOf('invoices', 'id | Transaction | Date | Quantity | Amount')).toMatchObject({ id: 'Transaction' });
    expect(fieldsOf('invoices', 'id | Transaction | Date | Amount')).toMatchObject({ id: 'id' });
  });

  test('a balance runs on in a list of postings, and is open in a list of documents', () => {
    expect(fieldsOf('invoices', 'Num | Date | Qty | Sales Price | Amount | Balance')).not.toHaveProperty('open');
    expect(fieldsOf('invoices', 'Num | Date | Due Date | Amount | Balance')).toHaveProperty('open', 'Balance');
  });

  test('debit and credit of a journal with an amount are accounts', () => {
    expect(fieldsOf('schedule', 'accounting_period | debit | credit | amount')).toEqual({
      month: 'accounting_period',
      debitAccount: 'debit',
      creditAccount: 'credit',
      amount: 'amount',
    });
    expect(fieldsOf('schedule', 'Posting Period | Account | Debit | Credit')).toMatchObject({
      account: 'Account',
      debit: 'Debit',
      credit: 'Credit',
    });
  });
});

describe('by what stands below', () => {
  const rows = (header: string, ...lines: string[]): ReturnType<typeof grid> => grid('Sheet1', [header, ...lines].join('\n'));
  const guessed = (sheet: ReturnType<typeof grid>, role: Role, headerRow = 0): string[] =>
    (understand(sheet, headerRow)?.guesses[role] ?? []).map(
      ({ field, column, confidence }) => `${field} ${column} ${confidence <= 0.6 ? 'unsure' : 'sure'}`,
    );

  test('of two columns of one name the one with values', () => {
    const sheet = rows(
      'Invoice No | Amount | Invoice Date | Amount',
      'INV-1 |  | 2024-03-05 | 10.50',
      'INV-2 |  | 2024-03-06 | 20.50',
    );
    expect(guessed(sheet, 'invoices')).toContain('amount 3 sure');
  });

  test('quantity × unit price = amount beside a total: the amount is the row’s', () => {
    const sheet = rows(
      'Invoice No | Invoice Date | Qty | Unit Price | Amount | Total',
      'INV-1 | 2024-03-05 | 2 | 10.50 | 21 | 51',
      'INV-1 | 2024-03-05 | 3 | 10 | 30 | 51',
    );
    expect(guessed(sheet, 'invoices')).toEqual(expect.arrayContaining(['lineAmount 4 sure', 'gross 5 sure']));
  });

  test('an account for each customer is the customer’s number; one of many customers is of the books', () => {
    const header = 'Account | Customer Name | Document Number | Document Date | Amount';
    const own = rows(
      header,
      '1001 | Acme Ltd | 90001 | 2024-03-05 | 10.50',
      '1002 | Birch AG | 90002 | 2024-03-06 | 20.50',
      '1003 | Cedar SA | 90003 | 2024-03-07 | 30.50',
    );
    const books = rows(header, '4000 | Acme Ltd | 90001 | 2024-03-05 | 10.50', '4000 | Birch AG | 90002 | 2024-03-06 | 20.50');
    expect(guessed(own, 'invoices')[0]).toBe('customerId 0 sure');
    expect(guessed(books, 'invoices')[0]).toMatch(/^account 0/);
  });

  test('a bank’s list without a header: dates, amounts and texts, none of it sure', () => {
    const sheet = rows(
      '2024-03-05 | -12.50 | * |  | CARD PURCHASE',
      '2024-03-06 | 900.00 | * |  | DEPOSIT ACME LTD',
      '2024-03-07 | -5.25 | * | 101 | CHECK',
    );
    expect(guessed(sheet, 'receipts', -1)).toEqual(['date 0 unsure', 'amount 1 unsure', 'text 4 unsure']);
    expect(understand(sheet, -1)?.roles[0]?.role).toBe('receipts');
  });

  test('a date or an amount that no label names', () => {
    const sheet = rows(
      'Invoice No | Customer | When | Worth',
      'INV-1 | Acme Ltd | 2024-03-05 | 10.50',
      'INV-2 | Birch AG | 2024-03-06 | 20.50',
    );
    expect(guessed(sheet, 'invoices')).toEqual(['id 0 sure', 'customer 1 sure', 'date 2 unsure', 'amount 3 unsure']);
  });

  test('a near rival makes a guess less sure, and the reason says so', () => {
    const sheet = rows('Deal ID | Close Date | Closing date | Amount', 'D-1 | 2024-03-05 | 2024-03-09 | 10.50');
    const date = understand(sheet, 0)?.guesses.deals.find(({ field }) => field === 'date');
    expect(date?.confidence).toBeLessThanOrEqual(0.75);
    expect(date?.reason).toContain('“Closing date” could be it as well');
  });
});

test('short words that happen to stand side by side in an English one are no compound: a “report” is no place of a rep', () => {
  expect(fieldsOf('receipts', 'Receipt no | Date | Amount | Customer | Fraud report')).not.toHaveProperty('city');
  expect(fieldsOf('invoices', 'Rechnungsnummer | Kunde | Rechnungsdatum | Nettobetrag | Wohnort | Kundenort')).toHaveProperty(
    'city',
  );
});

test('the order of the columns makes no difference', () => {
  const headers = [
    'Rechnungsnummer',
    'Kunde',
    'Rechnungsdatum',
    'Fälligkeit',
    'Nettobetrag',
    'MwSt.',
    'Bruttobetrag',
    'Währung',
    'Bestellnummer',
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(headers, { minLength: headers.length }), (shuffled) => {
      expect(fieldsOf('invoices', shuffled.join(' | '))).toEqual(fieldsOf('invoices', headers.join(' | ')));
    }),
    { seed: 1, numRuns: 50 },
  );
});
