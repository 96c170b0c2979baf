/** A larger invented company: a year of deals with the mess of real systems, from a seed. */

import {
  addDays,
  addMonths,
  dayFromSerial,
  firstDay,
  isoMonth,
  lastDay,
  monthOf,
  parseIsoDay,
  serialOfDay,
} from '../src/domain/day';
import type { Day } from '../src/domain/day';
import { companies, inLedger, OWNERS } from './names';
import type { Company } from './names';
import { seeded } from './random';
import type { Random } from './random';
import { DATE, MONEY, TEXT } from './sheet';
import type { SampleCell, SampleSheet } from './sheet';

const FIRST_DAY = parseIsoDay('2025-07-01') as Day;
const LAST_DAY = parseIsoDay('2026-06-30') as Day;
const TAX_SHARE = 0.2;

interface Customer extends Company {
  readonly ledgerName: string;
  readonly currency: 'EUR' | 'USD';
  readonly owner: string;
}

/** What the book is made of. */
interface Mix {
  readonly seed: number;
  /** Share of the won deals that is billed in instalments, and how many these are. */
  readonly instalments: { readonly share: number; readonly fewest: number; readonly most: number };
  /** Months over which an invoice is recognised: each as likely as the next. */
  readonly terms: readonly number[];
  /** The schedule as a row for each invoice and month, or a row for each invoice with a column for each month. */
  readonly schedule: 'rows' | 'months across';
}

const USUAL: Mix = {
  seed: 20_260_630,
  instalments: { share: 0.1, fewest: 2, most: 4 },
  terms: [1, 1, 1, 3, 6, 12],
  schedule: 'rows',
};

const INSTALMENTS: Mix = { ...USUAL, instalments: { share: 0.64, fewest: 2, most: 9 }, schedule: 'months across' };

/**
 * `instalments`: most deals billed in parts, so that a hundred thousand have a quarter of a million invoices.
 * `subscriptions`: each of those recognised over twelve months, three million in all.
 */
export const MIXES = { usual: USUAL, instalments: INSTALMENTS, subscriptions: { ...INSTALMENTS, terms: [12] } } as const;

interface Book {
  readonly mix: Mix;
  readonly random: Random;
  readonly deals: SampleCell[][];
  readonly invoices: SampleCell[][];
  readonly schedule: SampleCell[][];
  readonly receipts: SampleCell[][];
}

/** Everything is kept in cents until it becomes a cell. */
type Cents = number;

const money = (cents: Cents): number => cents / 100;

function addDeal(book: Book, customer: Customer, amount: Cents, close: Day, stage: string, owner: string | null): string {
  const id = `OPP-${String(10_001 + book.deals.length)}`;
  book.deals.push([
    id,
    `${customer.name.split(' ')[0] ?? ''} order ${book.deals.length + 1}`,
    customer.name,
    money(amount),
    customer.currency,
    serialOfDay(close),
    stage,
    owner,
  ]);
  return id;
}

/** Issues a document (negative for a credit) and answers its number, or null where it would be dated after the data's last day. */
function issue(
  book: Book,
  customer: Customer,
  net: Cents,
  date: Day,
  reference: string | null,
  status: string,
  appliesTo: string | null = null,
): string | null {
  if (date > LAST_DAY) return null;
  const tax = customer.currency === 'EUR' ? Math.round(net * TAX_SHARE) : 0;
  const number = `${net < 0 ? 'CN' : 'IN'}-${String(40_001 + book.invoices.length)}`;
  const due = net < 0 ? null : serialOfDay(addDays(date, 30));
  book.invoices.push([
    number,
    net < 0 ? 'Credit note' : 'Invoice',
    customer.ledgerName,
    serialOfDay(date),
    due,
    reference,
    money(net),
    money(tax),
    money(net + tax),
    customer.currency,
    status,
    appliesTo,
  ]);
  return number;
}

/** Recognises a document straight over whole months from its own month on; the last month takes the remainder. */
function recognise(book: Book, customer: Customer, number: string, net: Cents, date: Day, months: number): void {
  const monthly = Math.trunc(net / months);
  for (let i = 0; i < months; i += 1) {
    const amount = i === months - 1 ? net - monthly * (months - 1) : monthly;
    book.schedule.push([
      number,
      customer.ledgerName,
      serialOfDay(lastDay(addMonths(monthOf(date), i))),
      money(amount),
      customer.currency,
    ]);
  }
}

function receive(book: Book, customer: Customer, amount: Cents, date: Day, reference: string): void {
  if (date > LAST_DAY) return;
  book.receipts.push([
    `RC-${String(70_001 + book.receipts.length)}`,
    serialOfDay(date),
    customer.ledgerName,
    money(amount),
    customer.currency,
    reference,
  ]);
}

/** Pays a document as customers do: mostly whole and named, at times late, in part, without a word, too much or never. */
function pay(book: Book, customer: Customer, number: string, net: Cents, date: Day): void {
  const { random } = book;
  const gross = net + (customer.currency === 'EUR' ? Math.round(net * TAX_SHARE) : 0);
  const paidOn = addDays(date, random.whole(5, 55));
  const roll = random.next();
  if (roll < 0.72) receive(book, customer, gross, paidOn, number);
  else if (roll < 0.82) receive(book, customer, gross, paidOn, 'Payment');
  else if (roll < 0.9) {
    const first = Math.round(gross * 0.4);
    receive(book, customer, first, paidOn, `${number} part 1`);
    if (random.chance(0.7)) receive(book, customer, gross - first, addDays(paidOn, random.whole(15, 45)), `${number} part 2`);
  } else if (roll < 0.92) receive(book, customer, gross + random.whole(500, 20_000), paidOn, number);
}

/** A bill for a deal, recognised and mostly paid. */
function bill(book: Book, customer: Customer, net: Cents, date: Day, reference: string | null): string | null {
  const number = issue(book, customer, net, date, reference, 'Issued');
  if (number === null) return null;
  recognise(book, customer, number, net, date, book.random.pick(book.mix.terms));
  pay(book, customer, number, net, date);
  return number;
}

function dealWithItsTrail(book: Book, customer: Customer): void {
  const { random } = book;
  const amount = random.whole(10, 1_200) * 5_000 + (random.chance(0.3) ? random.whole(1, 4_999) : 0);
  const close = addDays(FIRST_DAY, random.whole(0, LAST_DAY - FIRST_DAY));
  const owner = random.chance(0.02) ? null : customer.owner;
  const outcome = random.next();
  if (outcome < 0.12) {
    addDeal(book, customer, amount, close, random.pick(['Closed Lost', 'Proposal', 'Negotiation']), owner);
    return;
  }
  const id = addDeal(book, customer, amount, close, 'Closed Won', owner);
  const invoiceDay = addDays(close, random.whole(0, 28));
  const kind = random.next();
  const { share, fewest, most } = book.mix.instalments;
  if (kind < 0.66 - share) bill(book, customer, amount, invoiceDay, id);
  else if (kind < 0.66) {
    const count = random.whole(fewest, most);
    const each = Math.trunc(amount / count);
    for (let i = 0; i < count; i += 1)
      bill(book, customer, i === count - 1 ? amount - each * (count - 1) : each, addDays(invoiceDay, i * 30), id);
  } else if (kind < 0.74) bill(book, customer, amount, invoiceDay, null);
  else if (kind < 0.79) {
    const second = Math.round(amount * 0.6);
    const otherId = addDeal(book, customer, second, close, 'Closed Won', owner);
    bill(book, customer, amount + second, invoiceDay, `${id}, ${otherId}`);
  } else if (kind < 0.83) bill(book, customer, amount + random.whole(-9, 12) * 1_000, invoiceDay, id);
  else if (kind < 0.87) creditLater(book, customer, amount, invoiceDay, id);
  else if (kind < 0.89) creditAndRebill(book, customer, amount, invoiceDay, id);
  else if (kind < 0.92) bill(book, customer, amount, addDays(close, random.whole(70, 120)), id);
  else if (kind < 0.95) bill(book, customer, amount, addDays(close, -random.whole(1, 20)), id);
  else if (kind < 0.97 && customer.currency === 'EUR')
    receive(book, customer, Math.round(amount * 0.2), addDays(close, 2), `Deposit ${id}`);
}

function creditLater(book: Book, customer: Customer, amount: Cents, date: Day, id: string): void {
  const number = bill(book, customer, amount, date, id);
  if (number === null) return;
  const credit = -Math.round(amount * 0.15);
  const creditDay = addDays(date, book.random.whole(10, 70));
  const note = issue(book, customer, credit, creditDay, null, 'Issued', number);
  if (note !== null) recognise(book, customer, note, credit, creditDay, 1);
}

function creditAndRebill(book: Book, customer: Customer, amount: Cents, date: Day, id: string): void {
  const number = issue(book, customer, amount, date, id, 'Credited');
  if (number === null) return;
  recognise(book, customer, number, amount, date, 1);
  const again = addDays(date, book.random.whole(10, 50));
  const note = issue(book, customer, -amount, again, null, 'Issued', number);
  if (note === null) return;
  recognise(book, customer, note, -amount, again, 1);
  bill(book, customer, amount, again, id);
}

function rates(random: Random): SampleCell[][] {
  const rows: SampleCell[][] = [['From', 'To', 'Date', 'Rate']];
  let rate = 0.91;
  for (let month = monthOf(addDays(FIRST_DAY, -31)); month <= monthOf(LAST_DAY); month = addMonths(month, 1)) {
    rate = Math.round((rate + (random.next() - 0.5) * 0.02) * 10_000) / 10_000;
    rows.push(['USD', 'EUR', serialOfDay(firstDay(month)), rate]);
  }
  return rows;
}

const text = (width: number): { format: string; width: number } => ({ format: TEXT, width });
const amount = { format: MONEY, width: 13 };

function scheduleByRow({ schedule }: Book): SampleSheet {
  return {
    name: 'Revenue',
    table: null,
    headerRow: 0,
    rows: [['Invoice Number', 'Customer', 'Month', 'Recognised', 'Currency'], ...schedule],
    columns: [text(15), text(28), { format: 'mmm yyyy', width: 11 }, amount, text(11)],
  };
}

/** As waterfall reports have it: 250,000 invoices of twelve months would not fit a sheet otherwise. */
function scheduleAcross({ schedule }: Book): SampleSheet {
  const months = [...new Set(schedule.map(([, , month]) => Number(month)))].sort((a, b) => a - b);
  const columnOf = new Map(months.map((month, index) => [month, 3 + index]));
  const rows = new Map<SampleCell, SampleCell[]>();
  for (const [number = null, customer = null, month, net = null, currency = null] of schedule) {
    const row = rows.get(number) ?? [number, customer, currency, ...months.map(() => null)];
    row[columnOf.get(Number(month)) ?? 0] = net;
    rows.set(number, row);
  }
  return {
    name: 'Revenue',
    table: null,
    headerRow: 0,
    rows: [['Invoice Number', 'Customer', 'Currency', ...months.map(monthHeader)], ...rows.values()],
    columns: [text(15), text(28), text(11), ...months.map(() => amount)],
  };
}

const monthHeader = (serial: number): string => isoMonth(monthOf(dayFromSerial(serial)));

/** About `size` deals and their trail; the same size and mix give the same workbook. */
export function largeSample(size: number, mix: Mix = USUAL): SampleSheet[] {
  const random = seeded(mix.seed);
  const book: Book = { mix, random, deals: [], invoices: [], schedule: [], receipts: [] };
  const customers: Customer[] = companies(random, Math.max(5, Math.round(size / 5))).map((company) => ({
    ...company,
    ledgerName: inLedger(random, company),
    currency: random.chance(0.12) ? 'USD' : 'EUR',
    owner: random.pick(OWNERS),
  }));
  while (book.deals.length < size) {
    const customer = random.pick(customers);
    if (random.chance(0.02)) bill(book, customer, random.whole(10, 400) * 1_000, addDays(FIRST_DAY, random.whole(0, 360)), null);
    else dealWithItsTrail(book, customer);
  }
  const date = { format: DATE, width: 16 };
  return [
    {
      name: 'Opportunities',
      table: 'tblOpportunities',
      headerRow: 0,
      rows: [
        ['Opportunity ID', 'Opportunity Name', 'Account Name', 'Amount', 'Currency', 'Close Date', 'Stage', 'Opportunity Owner'],
        ...book.deals,
      ],
      columns: [text(15), text(24), text(26), amount, text(11), date, text(13), text(18)],
    },
    {
      name: 'Invoices',
      table: null,
      headerRow: 0,
      rows: [
        [
          'Invoice Number',
          'Type',
          'Customer',
          'Invoice Date',
          'Due Date',
          'Reference',
          'Net',
          'Tax',
          'Total',
          'Currency',
          'Status',
          'Applies To',
        ],
        ...book.invoices,
      ],
      columns: [text(15), text(12), text(28), date, date, text(22), amount, amount, amount, text(11), text(10), text(11)],
    },
    mix.schedule === 'rows' ? scheduleByRow(book) : scheduleAcross(book),
    {
      name: 'Bank receipts',
      table: null,
      headerRow: 0,
      rows: [['Receipt No.', 'Date', 'Customer', 'Amount', 'Currency', 'Reference'], ...book.receipts],
      columns: [text(12), date, text(28), amount, text(11), text(22)],
    },
    {
      name: 'Rates',
      table: null,
      headerRow: 0,
      rows: rates(random),
      columns: [text(7), text(7), date, { format: '0.0000', width: 10 }],
    },
  ];
}
