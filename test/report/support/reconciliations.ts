/** Small reconciliations in the trade's words, as a run would yield them. */

import { firstDay, parseIsoDay, parseIsoMonth } from '../../../src/domain/day';
import type { Day, Month } from '../../../src/domain/day';
import { CALENDAR_YEAR } from '../../../src/domain/fiscal';
import { GAP_SIDES } from '../../../src/domain/measure';
import type { Gap, Measure } from '../../../src/domain/measure';
import type { Exception, Line, PairName, Reconciliation, VarianceItem } from '../../../src/domain/reconciliation';
import type { Deal, Invoice, ReconciledRecord, Receipt } from '../../../src/domain/record';
import { reasonOf } from '../../../src/variance/reasons';

export const day = (text: string): Day => parseIsoDay(text) as Day;
export const month = (text: string): Month => parseIsoMonth(text) as Month;
const cents = (text: string): number => Math.round(Number(text.replaceAll(',', '')) * 100);
const words = (text: string): string[] => text.trim().split(/\s{2,}/);

/** `"Acme  2026-03  Ann  1,000.00  -  -  0.00"`: customer, month, owner, booked, invoiced, recognised, cash; "-" is not provided. */
export function line(text: string): Line {
  const [customer = '', monthText = '', owner = '', ...amounts] = words(text);
  const measures = (['booked', 'invoiced', 'recognised', 'cash'] as const).map((measure, index): [Measure, number | null] => {
    const amount = amounts[index] ?? '-';
    return [measure, amount === '-' ? null : cents(amount)];
  });
  return {
    key: lineKey(customer, monthText, owner),
    customer,
    month: month(monthText),
    owner,
    measures: Object.fromEntries(measures) as Line['measures'],
  };
}

const lineKey = (customer: string, monthText: string, owner: string): string =>
  `L-${[customer, monthText, owner].join('-').replace(/[^A-Za-z0-9-]/g, '')}`;

const pairNames = new Map<string, PairName>();

/** Items that are given one name are ends of one pair. */
export function pairNamed(name: string): PairName {
  const pair = pairNames.get(name) ?? { name };
  pairNames.set(name, pair);
  return pair;
}

/** `"BI  T2  Acme  2026-03  Ann  1,000.00  D-1  INV-1  2026-04"`: the last is the other month, or the expected one of a single. */
export function item(text: string, extra: Partial<VarianceItem> = {}): VarianceItem {
  const [gap = '', code = '', customer = '', monthText = '', owner = '', amount = '', deal = '', invoice = '', other = ''] =
    words(text);
  const reason = reasonOf(code);
  const isPair = other !== '';
  const invoiceKey = invoice === '' || invoice === '-' ? null : `invoice.${invoice}`;
  const dealKey = deal === '' || deal === '-' ? null : `deal.${deal}`;
  return {
    line: lineKey(customer, monthText, owner),
    customer,
    month: month(monthText),
    owner,
    gap: gap as Gap,
    form: isPair ? 'pair' : 'single',
    code,
    reasonClass: reason?.reasonClass ?? 'Unexplained',
    treatment: reason?.treatment ?? 'Act',
    amount: cents(amount),
    certainty: 'stated',
    pair: isPair ? pairNamed(`P-${deal}-${invoice}`) : null,
    otherCustomer: null,
    otherMonth: isPair ? month(other) : null,
    otherOwner: null,
    expectedMonth: null,
    record: dealKey ?? invoiceKey ?? 'receipt.R-1',
    otherRecord: invoiceKey,
    deal: dealKey,
    invoice: invoiceKey,
    schedule: null,
    receipt: null,
    documentAmount: cents(amount),
    documentCurrency: 'EUR',
    exceptionKey: null,
    facts: {},
    ...extra,
  };
}

const base = {
  entity: '',
  customerId: '',
  taxNumber: '',
  domain: '',
  owner: 'Ann',
  currency: 'EUR',
  rate: null,
  reportingAmount: null,
  text: '',
};

export function deal(id: string, customer: string, amount: string, at: string, row: number): Deal {
  return {
    ...base,
    role: 'deal',
    key: `deal.${id}`,
    id,
    source: { sheet: 'Deals', row },
    customer,
    amount: cents(amount),
    day: day(at),
    name: id,
    stage: 'Closed Won',
    dealType: '',
    parent: '',
    start: null,
    end: null,
    termMonths: null,
    billingMonths: null,
    references: [],
    tax: 0,
    discount: 0,
    margin: 0,
  };
}

export function invoice(id: string, customer: string, amount: string, at: string, row: number): Invoice {
  return {
    ...base,
    role: 'invoice',
    key: `invoice.${id}`,
    id,
    source: { sheet: "Kim's invoices", row },
    customer,
    amount: cents(amount),
    day: day(at),
    kind: 'invoice',
    status: 'Open',
    due: null,
    tax: 0,
    references: [],
    appliesTo: '',
    serviceStart: null,
    serviceEnd: null,
    open: null,
    writtenOff: false,
    final: false,
  };
}

export function receipt(id: string, customer: string, amount: string, at: string, row: number): Receipt {
  return {
    ...base,
    role: 'receipt',
    key: `receipt.${id}`,
    id,
    source: { sheet: 'Bank', row },
    customer,
    amount: cents(amount),
    day: day(at),
    kind: 'receipt',
    references: [],
    fee: 0,
    withheld: 0,
    deposit: false,
  };
}

/** `"BI.unbilled.deal..D-2  Q1  Acme  Ann  300.00  Open"` */
export function exception(text: string, extra: Partial<Exception> = {}): Exception {
  const [key = '', code = '', customer = '', owner = '', amount = '', status = 'Open'] = words(text);
  return {
    key,
    priority: 'High',
    gap: key.slice(0, 2) as Gap,
    family: key.split('.')[1] ?? '',
    code,
    reasonClass: reasonOf(code)?.reasonClass ?? 'Unexplained',
    customer,
    owner,
    month: month('2026-03'),
    amount: cents(amount),
    ageDays: 42,
    firstSeen: day('2026-04-30'),
    lastSeen: day('2026-04-30'),
    fixIn: 'Billing',
    presentValue: '',
    proposedValue: '',
    evidence: '',
    deal: null,
    invoice: null,
    receipt: null,
    source: { sheet: 'Deals', row: 3 },
    status,
    assignee: '',
    dueBy: '',
    acceptUntil: '',
    comment: '',
    resolution: '',
    closedOn: null,
    whatChanged: '',
    keptCells: null,
    ...extra,
  };
}

/** A run over the given lines and items; measures are provided where any line has them. */
export function reconciliation(
  lines: readonly Line[],
  items: readonly VarianceItem[],
  extra: Partial<Reconciliation> & { readonly documents?: readonly ReconciledRecord[] } = {},
): Reconciliation {
  const { documents = [], ...rest } = extra;
  const provided = Object.fromEntries(
    (['booked', 'invoiced', 'recognised', 'cash'] as const).map((measure) => [
      measure,
      lines.some(({ measures }) => measures[measure] !== null),
    ]),
  ) as Reconciliation['provided'];
  const roll = (gap: Gap): Reconciliation['rollForward'][Gap] => {
    const { left, right } = GAP_SIDES[gap];
    if (!provided[left] || !provided[right]) return null;
    const total = (measure: Measure): number => lines.reduce((sum, { measures }) => sum + (measures[measure] ?? 0), 0);
    return { opening: 0, left: total(left), right: total(right), closing: total(left) - total(right), closingByCode: new Map() };
  };
  return {
    period: { from: month('2026-01'), to: month('2026-04') },
    asOf: day('2026-04-30'),
    calendar: CALENDAR_YEAR,
    currency: 'EUR',
    entities: [],
    provided,
    isDerived: false,
    lines,
    items,
    notes: [],
    exceptions: [],
    customers: new Map(),
    customerLinks: [],
    links: [],
    openSearches: [],
    hints: [],
    customerHints: [],
    customerHintsOmitted: 0,
    decisionFaults: [],
    refused: [],
    records: new Map(documents.map((document) => [document.key, document])),
    postings: [],
    leftOut: [],
    tieOut: [],
    rollForward: { BI: roll('BI'), IR: roll('IR'), IC: roll('IC') },
    identities: [{ name: 'line and gap', holds: true, checked: 4, failure: '' }],
    settingsUsed: [{ key: 'asOf', value: 'auto', used: '2026-04-30', why: 'auto: the latest invoice, credit or receipt' }],
    ...rest,
  };
}

/** A deal of March invoiced in April, part of it never invoiced, and an invoice without a deal; no receipts, no schedule. */
export function marchDeal(extra: Partial<Reconciliation> = {}): Reconciliation {
  return reconciliation(
    [
      line('Acme Ltd  2026-03  Ann  12,300.00  0.00  -  -'),
      line('Acme Ltd  2026-04  Ann  0.00  11,000.00  -  -'),
      line('Zeta  2026-04  Unassigned  0.00  500.00  -  -'),
    ],
    [
      item('BI  T2  Acme Ltd  2026-03  Ann  11,000.00  D-1  INV-1  2026-04'),
      item('BI  Q1  Acme Ltd  2026-03  Ann  1,300.00  D-1', { exceptionKey: 'BI.unbilled.deal..D-1' }),
      item('BI  T2  Acme Ltd  2026-04  Ann  -11,000.00  D-1  INV-1  2026-03'),
      item('BI  Q2  Zeta  2026-04  Unassigned  -500.00  -  INV-2', { exceptionKey: 'BI.nodeal.invoice..INV-2' }),
    ],
    {
      documents: [
        deal('D-1', 'Acme Ltd', '12,300.00', '2026-03-09', 2),
        invoice('INV-1', 'Acme Ltd', '11,000.00', '2026-04-02', 6),
        invoice('INV-2', 'Zeta', '500.00', '2026-04-20', 7),
      ],
      exceptions: [
        exception('BI.unbilled.deal..D-1  Q1  Acme Ltd  Ann  1,300.00  Open', {
          deal: 'deal.D-1',
          source: { sheet: 'Deals', row: 2 },
        }),
        exception('BI.nodeal.invoice..INV-2  Q2  Zeta  Unassigned  -500.00  Open', {
          invoice: 'invoice.INV-2',
          priority: 'Medium',
          source: { sheet: "Kim's invoices", row: 7 },
        }),
      ],
      tieOut: [
        {
          sheet: 'Deals',
          role: 'deals',
          currency: 'EUR',
          cause: 'read',
          rows: 2,
          amount: 1_330_000,
          adjustments: null,
          measure: null,
        },
        {
          sheet: 'Deals',
          role: 'deals',
          currency: 'EUR',
          cause: 'used',
          rows: 1,
          amount: 1_230_000,
          adjustments: 0,
          measure: 1_230_000,
        },
        {
          sheet: 'Deals',
          role: 'deals',
          currency: 'EUR',
          cause: 'not-won',
          rows: 1,
          amount: 100_000,
          adjustments: null,
          measure: null,
        },
      ],
      leftOut: [
        {
          role: 'deals',
          cause: 'not-won',
          source: { sheet: 'Deals', row: 3 },
          column: 'G',
          text: 'Closed Lost',
          record: 'D-9',
          day: day('2026-03-31'),
          customer: '=HYPERLINK("http://x","y")',
          amount: 100_000,
          currency: 'EUR',
          key: 'deal..D-9',
        },
      ],
      ...extra,
    },
  );
}

export const serial = (iso: string): number => firstDay(month('1970-01')) + day(iso) + 25_569;
