import { currenciesOfFormat, currencyInHeader, currencyOf } from '../../src/reading/currencies';
import { statusWords } from '../../src/reading/statusWords';
import { columnLetters, normaliseHeader, trimBlanks } from '../../src/reading/text';
import {
  DIRECTION_WORDS,
  DOCUMENT_WORDS,
  INVOICE_STATUS_WORDS,
  NO_WORDS,
  STAGE_WORDS,
  YES_WORDS,
} from '../../src/reading/vocabulary';
import {
  directionOf,
  documentClass,
  invoiceStatusClass,
  isDeadPayment,
  isDepositType,
  isNo,
  isOwnMoney,
  isYes,
  stageClass,
  statusKey,
} from '../../src/reading/words';
import { grid, mapped, read } from './support/table';

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
  for (const won of [
    'Closed Won',
    'closed won',
    'closedwon',
    'CLOSED-WON',
    'Gewonnen',
    'Abgeschlossen und gewonnen',
    'Fermée gagnée',
    'Cerrada/Ganada',
    'Gesloten en gewonnen',
    'Fechado e ganho',
    'Chiuso vinto',
    '100% - Won',
    '6. Ganho',
    'Won - no discount',
  ])
    expect([won, stageClass(won)]).toEqual([won, 'won']);
  for (const lost of [
    'Closed Lost',
    'Verloren',
    'Lost to competitor',
    'Lost - no budget',
    'Fermé perdu',
    'Perdido',
    'Chiusa persa',
  ])
    expect([lost, stageClass(lost)]).toEqual([lost, 'lost']);
  for (const open of [
    'Negotiation/Review',
    'Not won yet',
    'No longer won',
    "Won't close",
    'Contract Sent',
    'nicht gewonnen',
    'pas gagné',
    '',
  ])
    expect([open, stageClass(open)]).toEqual([open, 'open']);
});

test('spellings of one stage are one word', () => {
  const deals = grid(
    'Deals',
    'Deal ID | Close Date | Amount | Stage\nD-1 | 2024-01-02 | 5 | closed won\nD-2 | 2024-01-02 | 5 | Closed Won\nD-3 | 2024-01-02 | 5 | CLOSED - WON',
  );
  expect(statusWords([deals], mapped([deals])).stages).toEqual([{ word: 'CLOSED - WON', won: 'won' }]);
  expect(read([deals]).records.deals).toHaveLength(3);
});

test.each(
  Object.entries({ STAGE_WORDS, INVOICE_STATUS_WORDS, DOCUMENT_WORDS, DIRECTION_WORDS, FLAGS: { yes: YES_WORDS, no: NO_WORDS } }),
)('%s: no word has two meanings, and each is written as compared', (_, meanings) => {
  const words = Object.values<string>(meanings).flatMap((list) => [...new Set(list.split('|'))]);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  expect(words.filter((word) => word === '' || statusKey(word) !== word)).toEqual([]);
});

test.each([
  ['Receive', 'in'],
  ['CRDT', 'in'],
  ['Bij', 'in'],
  ['Crédito', 'in'],
  ['Haben', 'in'],
  ['+', 'in'],
  ['Pay', 'out'],
  ['DBIT', 'out'],
  ['Saída', 'out'],
  ['Débit', 'out'],
  ['Soll', 'out'],
  ['neither', null],
] as const)('money goes by “%s”: %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

test('flags of several languages', () => {
  expect(['TRUE', 'T', 'Oui', 'Sí', 'Sim', 'Ja', 'Vero', 'Checked', '✓'].every(isYes)).toBe(true);
  expect(['False', 'F', 'Non', 'Não', 'Nee', 'Nein', '0', 'Unchecked'].every(isNo)).toBe(true);
  expect(['maybe', ''].some((text) => isYes(text) || isNo(text))).toBe(false);
});

test('payments that never came, deposits, and money that is no customer’s', () => {
  expect(
    ['Failed', 'requires_payment_method', 'Storniert', 'Échoué', 'Anulado', 'Mislukt', 'Recusado'].every(isDeadPayment),
  ).toBe(true);
  expect(['Succeeded', 'Paid', 'posted', 'AUTHORISED', 'Bezahlt', ''].some(isDeadPayment)).toBe(false);
  expect(['Customer Deposit', 'Anzahlung', 'Acompte', 'Anticipo', 'Aanbetaling', 'Adiantamento'].every(isDepositType)).toBe(true);
  expect(['payout', 'fee', 'Internal Transfer', 'Umbuchung', 'Juros', 'Belastingen'].every(isOwnMoney)).toBe(true);
  expect(['charge', 'Payment', 'Zahlungseingang'].some(isOwnMoney)).toBe(false);
});

test('invoice statuses', () => {
  expect(['Sent', 'PAID', 'Awaiting Payment', 'Überfällig', 'whatever'].map(invoiceStatusClass)).toEqual(Array(5).fill('issued'));
  expect(['Betaald', 'En attente de paiement', 'Vencida', 'Em aberto', 'Pagata'].map(invoiceStatusClass)).toEqual(
    Array(5).fill('issued'),
  );
  expect(['Rascunho', 'Borrador', 'Brouillon', 'Geannuleerd', 'Bozza'].map(invoiceStatusClass)).toEqual(
    Array(5).fill('not-issued'),
  );
  expect(['Draft', 'VOIDED', 'Storniert', 'Deleted', 'Void - reissued'].map(invoiceStatusClass)).toEqual(
    Array(5).fill('not-issued'),
  );
  expect(['Written off', 'uncollectible'].map(invoiceStatusClass)).toEqual(['written-off', 'written-off']);
  expect(['Quote', 'Pro-forma', 'Estimate'].map(invoiceStatusClass)).toEqual(['quote', 'quote', 'quote']);
});

test.each([
  [
    'invoice',
    'Invoice, SI, Rechnung, Sales invoice, RV, CustInvc, ACCREC, Facture client, Factura de venta, Verkoopfactuur, Fatura',
  ],
  ['credit', 'Credit Memo, SC, Gutschrift, Avoir, Sales credit note, DG, CustCred, Nota de crédito, Creditnota, Sales Return'],
  ['payment', 'Payment, SR, DZ, CustPymt, Receive, Zahlungseingang, Encaissement, Cobro, Ontvangst, Recebimento'],
  ['refund', 'Refund, dispute, Chargeback, Rückerstattung, Remboursement, Devolución, Terugbetaling, Estorno, CustRfnd'],
  ['quote', 'Estimate, Angebot, Devis, Presupuesto, Offerte, Orçamento, Sales Order'],
  ['purchase', 'Bill, VendBill, Pay, Eingangsrechnung, Facture fournisseur, Factura de compra, Inkoopfactuur, PI'],
  ['other', 'Subscription, charge, AB, Standard, Services'],
] as const)('document types: %s', (kind, words) => {
  for (const word of words.split(', ')) expect([word, documentClass(word)]).toEqual([word, kind]);
});
