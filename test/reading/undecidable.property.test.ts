/** A column of dates or amounts that can be read two ways is asked about: in any role, whatever the tongue of its labels. */

import fc from 'fast-check';
import { inspect } from '../../src/reading/inspect';
import { readRecords } from '../../src/reading/readRecords';
import { answerMapping } from '../../src/settings/mapping';
import { grid } from './support/table';

/** Number, customer, date, amount; further columns are plain. */
const HEADERS = {
  deals: {
    name: 'CRM',
    English: 'Deal ID | Account Name | Close Date | Amount | Stage',
    German: 'Deal-Nr. | Kunde | Abschlussdatum | Betrag | Phase',
    French: 'N° affaire | Client | Date de clôture | Montant | Étape',
    Spanish: 'ID de la oportunidad | Cliente | Fecha de cierre | Importe | Etapa',
    Dutch: 'Deal-ID | Klant | Sluitingsdatum | Bedrag | Fase',
    Portuguese: 'ID do negócio | Cliente | Data de fechamento | Valor | Etapa',
  },
  invoices: {
    name: 'Ledger',
    English: 'Invoice No | Customer | Invoice Date | Net amount | Due Date',
    German: 'Rechnungsnummer | Kunde | Rechnungsdatum | Nettobetrag | Fälligkeit',
    French: 'Numéro de facture | Client | Date de facture | Montant HT | Échéance',
    Spanish: 'Número de factura | Cliente | Fecha de factura | Base imponible | Vencimiento',
    Dutch: 'Factuurnummer | Klant | Factuurdatum | Bedrag excl. btw | Vervaldatum',
    Portuguese: 'Número da fatura | Cliente | Data da fatura | Valor líquido | Vencimento',
  },
  credits: {
    name: 'Credit notes',
    English: 'Credit note no | Customer | Credit note date | Net amount | Status',
    German: 'Gutschriftsnummer | Kunde | Gutschriftsdatum | Nettobetrag | Status',
    French: "N° d'avoir | Client | Date d'avoir | Montant HT | Statut",
    Spanish: 'Número de abono | Cliente | Fecha de abono | Base imponible | Estado',
    Dutch: 'Creditnotanummer | Klant | Creditnotadatum | Bedrag excl. btw | Status',
    Portuguese: 'Número da nota de crédito | Cliente | Data da nota de crédito | Valor líquido | Estado',
  },
  receipts: {
    name: 'Payments',
    English: 'Payment ID | Payer | Payment Date | Amount received | Invoice No',
    German: 'Zahlungsnummer | Zahler | Zahlungsdatum | Zahlbetrag | Rechnungsnummer',
    French: 'N° de paiement | Payeur | Date de paiement | Montant reçu | N° facture',
    Spanish: 'ID de pago | Pagador | Fecha de pago | Importe recibido | Factura',
    Dutch: 'Betalingsnummer | Betaler | Betaaldatum | Ontvangen bedrag | Factuurnummer',
    Portuguese: 'ID do pagamento | Pagador | Data do pagamento | Valor recebido | Fatura',
  },
  schedule: {
    name: 'Revenue schedule',
    English: 'Invoice No | Customer | Recognition date | Recognised revenue | Status',
    German: 'Rechnungsnummer | Kunde | Buchungsdatum | Realisierter Umsatz | Status',
    French: 'N° facture | Client | Date de reconnaissance | Revenu reconnu | Statut',
    Spanish: 'Factura | Cliente | Fecha de reconocimiento | Ingreso reconocido | Estado',
    Dutch: 'Factuurnummer | Klant | Erkenningsdatum | Erkende omzet | Status',
    Portuguese: 'Fatura | Cliente | Data de reconhecimento | Receita reconhecida | Estado',
  },
} as const;

type Role = keyof typeof HEADERS;
const ROLES = Object.keys(HEADERS) as Role[];
const TONGUES = ['English', 'German', 'French', 'Spanish', 'Dutch', 'Portuguese'] as const;

const two = (number: number): string => String(number).padStart(2, '0');

/** Days and months up to twelve, in one way of writing them. */
const dates = fc
  .record({
    mark: fc.constantFrom('/', '-'),
    padded: fc.boolean(),
    long: fc.boolean(),
    time: fc.constantFrom('', '', ' 09:30'),
    parts: fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 6 }),
  })
  .filter(({ parts }) => parts.some(([a, b]) => a !== b))
  .map(({ mark, padded, long, time, parts }) =>
    parts.map(([a, b]) => `'${padded ? two(a) : a}${mark}${padded ? two(b) : b}${mark}${long ? '2025' : '25'}${time}`),
  );

/** One mark, three digits behind it. */
const amounts = fc
  .record({
    mark: fc.constantFrom('.', ','),
    style: fc.constantFrom('%', '€%', '% EUR', '-%', '(%)', '%-'),
    parts: fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 })), { minLength: 1, maxLength: 6 }),
  })
  .map(({ mark, style, parts }) => parts.map(([a, b]) => `'${style.replace('%', `${a}${mark}${String(b).padStart(3, '0')}`)}`));

const sheetOf = (
  role: Role,
  tongue: (typeof TONGUES)[number],
  column: 2 | 3,
  texts: readonly string[],
): ReturnType<typeof grid> => {
  const rows = texts.map((text, n) => {
    const cells = [`X-${100 + n}`, 'Oak Ltd', `2025-0${1 + n}-15`, `${10 + n}`, role === 'deals' ? 'Won' : ''];
    return cells.map((cell, at) => (at === column ? text : cell)).join(' | ');
  });
  return grid(HEADERS[role].name, [HEADERS[role][tongue], ...rows].join('\n'));
};

const NO_WORDS = { won: ['Won'], issued: [], writtenOff: [] };

describe.each(ROLES)('%s', (role) => {
  const drawn = { role: fc.constant(role), tongue: fc.constantFrom(...TONGUES) };

  test('dates', () => {
    fc.assert(
      fc.property(drawn.tongue, dates, (tongue, texts) => {
        const sheet = sheetOf(role, tongue, 2, texts);
        const { sources, questions } = inspect([sheet], []);
        expect([sources[0]?.role, questions.map(({ id }) => id)]).toEqual([role, ['dateOrder']]);
        const mapping = sources[0]?.mapping;
        if (mapping === undefined) throw new Error('no mapping');
        // Until it is answered nothing is read by either order but what has only one.
        const { leftOut } = readRecords([sheet], [mapping], NO_WORDS);
        const open = texts.filter((text) => !isSameEitherWay(text));
        expect(leftOut.filter(({ cause }) => cause === 'unreadable').length).toBeGreaterThanOrEqual(open.length);
        expect(inspect([sheet], [answerMapping(mapping, 'dateOrder', 'dmy')]).questions).toEqual([]);
      }),
      { seed: 11, numRuns: 30 },
    );
  });

  test('amounts', () => {
    fc.assert(
      fc.property(drawn.tongue, amounts, (tongue, texts) => {
        const sheet = sheetOf(role, tongue, 3, texts);
        const { sources, questions } = inspect([sheet], []);
        expect([sources[0]?.role, questions.map(({ id }) => id)]).toEqual([role, ['decimal']]);
        const mapping = sources[0]?.mapping;
        if (mapping === undefined) throw new Error('no mapping');
        expect(readRecords([sheet], [mapping], NO_WORDS).leftOut).toHaveLength(texts.length);
        expect(inspect([sheet], [answerMapping(mapping, 'decimal', ',')]).questions).toEqual([]);
      }),
      { seed: 12, numRuns: 30 },
    );
  });
});

/** 03/03/2025 is one day in any order. */
function isSameEitherWay(text: string): boolean {
  const [a, b] = text.replace("'", '').split(/[/-]/).map(Number);
  return a === b;
}

test('amounts of months across', () => {
  fc.assert(
    fc.property(amounts, (texts) => {
      const rows = texts.map((text, n) => `H-${n} | Oak Ltd | ${text} | ${text} | ${text}`);
      const sheet = grid('Waterfall', ['Invoice No | Customer | Jan 2025 | Feb 2025 | Mar 2025', ...rows].join('\n'));
      expect(inspect([sheet], []).questions.map(({ id }) => id)).toEqual(['decimal']);
    }),
    { seed: 13, numRuns: 20 },
  );
});

test.each([
  ['Due Date', "'03/04/2025", 'dateOrder'],
  ['Service start', "'03-04-2025", 'dateOrder'],
  ['Tax', "'1.234", 'decimal'],
  ['Total', "'1,234", 'decimal'],
  ['Open balance', "'-1.234", 'decimal'],
  ['Exchange rate', "'1.234", 'decimal'],
  ['Amount in company currency', "'1.234", 'decimal'],
])('a further column that counts: %s', (label, text, question) => {
  const sheet = grid(
    'Invoices',
    `Invoice No | Customer | Invoice Date | Net amount | Currency | Home currency | ${label}\nH-1 | Oak Ltd | 2025-03-14 | 900 | EUR | USD | ${text}`,
  );
  expect(inspect([sheet], []).questions.map(({ id }) => id)).toEqual([question]);
});

test('columns that count for nothing are not asked about', () => {
  const sheet = grid(
    'Invoices',
    "Invoice No | Customer | Invoice Date | Net amount | Created on | Credit limit\nH-1 | Oak Ltd | 2025-03-14 | 900 | '03/04/2025 | '1.234",
  );
  expect(inspect([sheet], []).questions).toEqual([]);
});
