/** Made-up rows below a report's headers, always the same ones. */

import { seeded } from '../../../samples/random';
import type { Random } from '../../../samples/random';
import type { RawCell } from '../../../src/domain/grid';
import type { Report } from './report';

const ROWS = 12;
const COMPANIES = ['Acme Ltd', 'Birch AG', 'Cedar SARL', 'Delta Foods', 'Elm & Sons', 'Fjord AS'];
const PEOPLE = ['Anna Berg', 'Bo Lind', 'Chiara Rossi'];
const PRODUCTS = ['Platform licence', 'Support plan', 'Onboarding'];
const NOTES = ['annual plan', 'see contract', 'agreed by phone', 'second half'];

/** What one row's columns agree on. */
interface Made {
  readonly at: number;
  readonly random: Random;
  readonly company: number;
  readonly day: Date;
  readonly net: number;
  readonly tax: number;
  readonly quantity: number;
  readonly incoming: boolean;
  readonly won: boolean;
  readonly credit: boolean;
}

type Maker = (made: Made, report: Report) => RawCell;

export function rowsBelow(report: Report): RawCell[][] {
  const random = seeded(7);
  const meanings = new Map<string, string>();
  for (const [meaning, header] of Object.entries(report.mapping)) if (!meanings.has(header)) meanings.set(header, meaning);
  return Array.from({ length: ROWS }, (_, at) => {
    const net = random.whole(200, 90_000) + random.whole(0, 99) / 100;
    const made: Made = {
      at,
      random,
      company: random.whole(0, COMPANIES.length - 1),
      day: new Date(Date.UTC(2025, random.whole(0, 11), random.whole(1, 28))),
      net,
      tax: Math.round(net * 20) / 100,
      quantity: random.whole(2, 9),
      incoming: at % 3 !== 1,
      won: at % 4 !== 2,
      credit: report.role === 'credits',
    };
    return report.headers.map((header, column) => {
      const meaning = meanings.get(header);
      const maker = meaning === undefined ? undefined : MEANT[meaning];
      const first = report.headers.indexOf(header) === column;
      return maker !== undefined && first ? maker(made, report) : plausible(header, made, report);
    });
  });
}

const later = (made: Made, days: number): Date => new Date(made.day.getTime() + days * 86_400_000);
const cents = (value: number): number => Math.round(value * 100) / 100;
const padded = (value: number): string => String(value).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayText(day: Date, format: string): string {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()];
  const form = /MM\/DD|M\/D/.test(format) ? 'us' : (/DD?[./-]MM?|DD Mon|D\/M/.exec(format)?.[0] ?? 'iso');
  if (form === 'us') return `${month + 1}/${date}/${year}`;
  if (form === 'DD Mon') return `${padded(date)} ${MONTHS[month] ?? ''} ${year}`;
  if (form === 'iso') return `${year}-${padded(month + 1)}-${padded(date)}`;
  const mark = form.includes('.') ? '.' : form.includes('-') ? '-' : '/';
  return [padded(date), padded(month + 1), year].join(mark);
}

function money(value: number, format: string): RawCell {
  if (/\d\.\d{3},\d|comma/.test(format)) return value.toLocaleString('de-DE', { minimumFractionDigits: 2 });
  if (format.includes('$')) return `$${value.toLocaleString('en-US', { minimumFractionDigits: 2 })}`;
  return value;
}

const date =
  (days: number): Maker =>
  (made, { dateFormat }) =>
    dayText(later(made, days), dateFormat);
const amount =
  (of: (made: Made) => number): Maker =>
  (made, { amountFormat }) =>
    money(cents(of(made)), amountFormat);
const id =
  (prefix: string, base = 1000): Maker =>
  ({ at }) =>
    `${prefix}${base + at * 3}`;
const from =
  (choices: readonly string[]): Maker =>
  ({ random }) =>
    random.pick(choices);
const company: Maker = ({ company: which }) => COMPANIES[which] ?? '';

const net = amount((made) => made.net);
const tax = amount((made) => made.tax);
const gross = amount((made) => made.net + made.tax);

const MEANT: Readonly<Record<string, Maker>> = {
  customerId: ({ company: which }) => `C-${100 + which}`,
  customerName: company,
  companyName: company,
  counterparty: company,
  domain: ({ company: which }) => `customer${which}.example`,
  email: ({ company: which }) => `billing@customer${which}.example`,
  taxId: ({ company: which }) => `DE10000000${which}`,
  owner: from(PEOPLE),
  ownerId: ({ random }) => `0050X0000${random.whole(1, 3)}`,
  currency: () => 'EUR',
  currencyBase: () => 'EUR',
  exchangeRate: () => 1,
  fromCurrency: from(['USD', 'GBP', 'CHF']),
  toCurrency: () => 'EUR',
  rate: ({ random }) => 0.8 + random.whole(0, 4000) / 10_000,
  otherId: ({ company: which }) => `001A00000${which}`,
  amountBase: (made, report) => (report.role === 'payments' ? gross(made, report) : net(made, report)),
  totalBase: gross,
  dealId: id('D-'),
  dealName: ({ at, company: which }) => `${COMPANIES[which] ?? ''} ${PRODUCTS[at % PRODUCTS.length] ?? ''}`,
  stage: ({ won, at }) => (won ? 'Closed Won' : at % 8 === 2 ? 'Negotiation' : 'Closed Lost'),
  status: (made, { role }) =>
    role === 'deals'
      ? made.won
        ? 'Won'
        : 'Lost'
      : role === 'invoices' || role === 'credits'
        ? made.random.pick(['Paid', 'Open'])
        : 'paid',
  paymentStatus: from(['Paid', 'Not Paid']),
  isWon: ({ won }) => won,
  closeDate: date(0),
  wonDate: date(0),
  date: date(0),
  invoiceDate: date(0),
  paymentDate: date(0),
  postingDate: date(1),
  valueDate: date(1),
  createdDate: date(-60),
  expectedCloseDate: date(-5),
  dueDate: date(30),
  paidDate: date(25),
  finalizedDate: date(1),
  amount: (made, report) =>
    report.role === 'bank' && !made.incoming ? amount((made) => -made.net)(made, report) : net(made, report),
  amountEstimated: amount((made) => made.net * 0.8),
  amountExpected: amount((made) => made.net * 0.4),
  recognisedAmount: net,
  deferredAmount: amount((made) => made.net * 3),
  paymentAmount: gross,
  appliedAmount: amount((made) => (made.net + made.tax) / 2),
  unappliedAmount: amount(() => 0),
  refundedAmount: amount(() => 0),
  moneyIn: (made, report) => (made.incoming ? net(made, report) : ''),
  moneyOut: (made, report) => (made.incoming ? '' : net(made, report)),
  debit: (made, report) => (made.incoming ? net(made, report) : ''),
  credit: (made, report) => (made.incoming ? '' : net(made, report)),
  grossAmount: amount((made) => made.net + 3),
  netAmount: net,
  direction: ({ incoming }) => (incoming ? 'in' : 'out'),
  fee: amount(() => 3),
  subtotal: net,
  tax,
  lineTax: tax,
  total: gross,
  balance: (made, report) => (made.at % 2 === 0 ? 0 : gross(made, report)),
  amountDue: gross,
  lineTotal: net,
  unitPrice: amount((made) => made.net / made.quantity),
  quantity: ({ quantity }) => quantity,
  discount: amount(() => 0),
  item: from(PRODUCTS),
  product: from(PRODUCTS),
  lineDescription: from(NOTES),
  invoiceNumber: (made, report) => id(report.role === 'credits' ? 'CN-' : 'INV-', 2000)(made, report),
  invoiceId: id('90000', 20),
  invoiceRef: id('INV-', 2000),
  originalInvoice: id('INV-', 1900),
  paymentId: id('P-', 300),
  transactionId: id('txn_', 800),
  reference: id('PO-', 70),
  dealReference: id('SO-', 40),
  contractId: id('CT-', 10),
  subscriptionId: id('sub_', 10),
  docType: (_, { role }) =>
    role === 'invoices' ? 'Invoice' : role === 'credits' ? 'Credit Note' : role === 'payments' ? 'Payment' : 'charge',
  period: ({ day }) => `${day.getUTCFullYear()}-${padded(day.getUTCMonth() + 1)}`,
  termStart: date(0),
  termEnd: date(364),
  termMonths: () => 12,
  account: from(['4000 Revenue', '4100 Services']),
  debitAccount: from(['DeferredRevenue', 'AccountsReceivable']),
  creditAccount: from(['Revenue', 'DeferredRevenue']),
  probability: ({ won }) => (won ? 100 : 20),
};

/** A value that the header lets one expect. */
function plausible(header: string, made: Made, report: Report): RawCell {
  const plain = header.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  if (/^([a-z]{3}[ -]+|\d\d\/)\d\d(\d\d)?$/.test(plain)) return made.random.chance(0.7) ? cents(made.net / 12) : '';
  if (/^(is|has|allow|apply)\b|^(is|has|allow|apply)_/.test(plain)) return made.random.chance(0.5);
  if (/date|datum|fecha|time|modified|created|updated|synced|activity|_at$|_on$| on$/.test(plain))
    return dayText(later(made, made.random.whole(-90, 90)), report.dateFormat);
  if (/percent|%|probab|\bage\b|rating|count|quantity|\bqty\b|days|rate/.test(plain)) return made.random.whole(1, 100);
  if (/currency|w[aä]hrung|devise|moneda/.test(plain)) return 'EUR';
  if (/amount|total|price|revenue|balance|value|fee|cost|discount|commission/.test(plain))
    return money(made.random.whole(1, 5000) + 0.5, report.amountFormat);
  if (/\bid$|_id$|number|code|\bno\b|\bref|key/.test(plain)) return `${made.random.whole(10_000, 99_999)}`;
  return made.random.chance(0.5) ? '' : made.random.pick(NOTES);
}
