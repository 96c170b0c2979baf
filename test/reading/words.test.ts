import { currenciesOfFormat, currencyInHeader, currencyOf } from '../../src/reading/currencies';
import { columnLetters, normaliseHeader, trimBlanks } from '../../src/reading/text';
import { documentClass, invoiceStatusClass, stageClass } from '../../src/reading/words';

test.each([
  ['InvoiceNumber', 'invoice number'],
  ['*Invoice No.', 'invoice no'],
  ['Invoice #', 'invoice no'],
  ['P.O. #', 'po no'],
  ['invoice_date', 'invoice date'],
  ['Opportunity Owner  ↑', 'opportunity owner'],
  ['(Do Not Modify) Opportunity', 'opportunity'],
  ['Fälligkeit', 'falligkeit'],
  ['Amount\u00a0(EUR)', 'amount eur'],
  ['Account Name.id', 'account name id'],
])('header “%s” is “%s”', (header, words) => {
  expect(normaliseHeader(header)).toBe(words);
});

test('blanks of every kind are trimmed and joined', () => {
  expect(trimBlanks('\u00a0 4960332 \u2003')).toBe('4960332');
  expect(trimBlanks('Acme \u00a0 Ltd\u200b')).toBe('Acme Ltd');
});

test('columns have letters', () => {
  expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
});

test.each([
  ['usd', 'USD'],
  ['US Dollar', 'USD'],
  ['US Dollars', 'USD'],
  ['USD - US Dollar', 'USD'],
  ['Euro (EUR)', 'EUR'],
  ['dólares estadounidenses', 'USD'],
  ['Dollar américain', 'USD'],
  ['Amerikaanse dollar', 'USD'],
  ['dólar americano', 'USD'],
  ['euros', 'EUR'],
  ['Pound Sterling', 'GBP'],
  ['Schweizer Franken', 'CHF'],
  ['€', 'EUR'],
  ['R$', 'BRL'],
  ['S/', 'PEN'],
  ['XOF', 'XOF'],
  ['vuv', 'VUV'],
  ['ALL', 'ALL'],
])('“%s” is %s', (text, code) => {
  expect(currencyOf(text)).toBe(code);
});

test.each(['$', 'ABC', 'Net', 'All', 'top', 'Won', 'USA', 'SR', 'Dollar', 'Closed - Won', ''])(
  '“%s” is no currency, or several',
  (text) => {
    expect(currencyOf(text)).toBeNull();
  },
);

test.each([
  ['Amount (EUR)', 'EUR'],
  ['Betrag in CHF', 'CHF'],
  ['Betrag in EUR', 'EUR'],
  ['Betrag in Euro', 'EUR'],
  ['Importe (dólares estadounidenses)', 'USD'],
  ['amount_usd', 'USD'],
  ['Total €', 'EUR'],
  ['Amount (ALL)', 'ALL'],
  ['USD', 'USD'],
  ['Amount', null],
  ['TOP 10 ALL REGIONS', null],
  ['SVC DATE', null],
  ['Amount (Local Currency)', null],
  ['Sum in total', null],
  ['Try', null],
] as const)('header “%s” says %s', (header, code) => {
  expect(currencyInHeader(header)).toBe(code);
});

test.each([
  ['[$€-407] #,##0.00', 'EUR'],
  ['#,##0.00\\ [$€-407];[Red]-#,##0.00\\ [$€-407]', 'EUR'],
  ['#,##0.00 "GBP"', 'GBP'],
  ['"Total" #,##0.00 "GBP"', 'GBP'],
  ['[$USD] #,##0.00', 'USD'],
  ['$#,##0.00', 'USD'],
  ['#,##0.00\\ €', 'EUR'],
  ['[$-409]#,##0.00', undefined],
  ['#,##0.00', undefined],
] as const)('format %s shows %s', (format, code) => {
  expect(currenciesOfFormat(format)[0]).toBe(code);
});

test('stages', () => {
  for (const won of ['Closed Won', 'closedwon', 'CLOSED-WON', 'Gewonnen', 'Fermée gagnée', '100% - Won'])
    expect(stageClass(won)).toBe('won');
  for (const lost of ['Closed Lost', 'Verloren', 'Lost to competitor']) expect(stageClass(lost)).toBe('lost');
  for (const open of ['Negotiation/Review', 'Not won yet', '']) expect(stageClass(open)).toBe('open');
});

test('invoice statuses', () => {
  expect(['Sent', 'PAID', 'Awaiting Payment', 'Überfällig', 'whatever'].map(invoiceStatusClass)).toEqual(Array(5).fill('issued'));
  expect(['Draft', 'VOIDED', 'Storniert', 'Deleted', 'Void - reissued'].map(invoiceStatusClass)).toEqual(
    Array(5).fill('not-issued'),
  );
  expect(['Written off', 'uncollectible'].map(invoiceStatusClass)).toEqual(['written-off', 'written-off']);
  expect(['Quote', 'Pro-forma', 'Estimate'].map(invoiceStatusClass)).toEqual(['quote', 'quote', 'quote']);
});

test('document types', () => {
  expect(['Invoice', 'SI', 'Rechnung', 'Sales invoice'].map(documentClass)).toEqual(Array(4).fill('invoice'));
  expect(['Credit Memo', 'SC', 'Gutschrift', 'Avoir', 'Sales credit note'].map(documentClass)).toEqual(Array(5).fill('credit'));
  expect(['Payment', 'Refund', 'Estimate', 'Bill', 'Subscription'].map(documentClass)).toEqual([
    'payment',
    'refund',
    'quote',
    'purchase',
    'other',
  ]);
});
