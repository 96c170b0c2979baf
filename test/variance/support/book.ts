/** Reads books written in the trade's words into records, links and a run's input. */

import { ByKey } from '../../../src/domain/byKey';
import { addDays, lastDay, monthOf, parseIsoDay, parseIsoMonth } from '../../../src/domain/day';
import type { Day } from '../../../src/domain/day';
import { CALENDAR_YEAR } from '../../../src/domain/fiscal';
import type { Certainty, Customer, Link, LinkKind, LinkState, Matching, OpenSearch } from '../../../src/domain/link';
import { toMinor } from '../../../src/domain/money';
import { LINE_KINDS } from '../../../src/domain/record';
import type {
  Deal,
  DocumentLine,
  Invoice,
  LineKind,
  Rate,
  Receipt,
  ReconciledRecord,
  RecordKey,
  Revenue,
} from '../../../src/domain/record';
import { AMOUNT_ORDERS } from '../../../src/settings/definitions';
import type { VarianceInput, VarianceOptions } from '../../../src/variance/input';

export const OPTIONS: VarianceOptions = {
  calendar: CALENDAR_YEAR,
  invoicedAmount: 'net',
  passThrough: 'counted',
  recognisedSource: 'schedule',
  recognisedRate: 'invoice',
  amountUsed: AMOUNT_ORDERS[0],
  cashAmount: 'received',
  taxInDeals: false,
  creditsReduceBookings: false,
  ownerRule: 'deal',
  splitCredit: 'split',
  customerLevel: 'account',
  roundingLine: 1,
  roundingDocument: 5,
  matchAmount: 100,
  matchShare: 0.005,
  acceptedShare: 0.001,
  matchDays: 5,
  invoicingLag: 30,
  paymentTime: 30,
  overdueAfter: 30,
  unappliedAfter: 30,
  suggestedInNumbers: true,
};

const AMOUNT = /^(-?[\d,]+(?:\.\d+)?)(?: ([A-Z]{3}))?$/;

function day(text: string): Day {
  const month = parseIsoMonth(text);
  const found = parseIsoDay(text) ?? (month === null ? null : lastDay(month));
  if (found === null) throw new Error(`no date: ${text}`);
  return found;
}

function money(text: string): { amount: number; currency: string } {
  const match = AMOUNT.exec(text);
  if (match?.[1] === undefined) throw new Error(`no amount: ${text}`);
  const currency = match[2] ?? 'EUR';
  return { amount: toMinor(Number(match[1].replaceAll(',', '')), currency), currency };
}

const ROLES = {
  deal: 'deal',
  lost: 'deal',
  invoice: 'invoice',
  credit: 'invoice',
  revenue: 'revenue',
  planned: 'revenue',
  receipt: 'receipt',
  refund: 'receipt',
} as const;

/** key=value fields at the end of a row. */
type Fields = ReadonlyMap<string, string>;

function list(fields: Fields, name: string): string[] {
  return fields.get(name)?.split(',') ?? [];
}

/** `lines=Seats:recurring:10x100,Freight:pass-through:50`; the kind is stated unless it ends in "?". */
function linesOf(fields: Fields, sign: 1 | -1, currency: string): readonly DocumentLine[] {
  return list(fields, 'lines').map((line): DocumentLine => {
    const [item = '', word = '', size = '0'] = line.split(':');
    const kind = LINE_KINDS.find((each) => each === word.replace('?', '')) ?? 'other';
    const [count = '', price] = size.split('x');
    const quantity = price === undefined ? null : Number(count);
    const amount = price === undefined ? Number(count) : Number(count) * Number(price);
    return {
      kind: kind satisfies LineKind,
      isKindStated: !word.endsWith('?'),
      item,
      quantity,
      amount: sign * toMinor(amount, currency),
    };
  });
}

/**
 * One row a line: `invoice  INV-7  Acme / Alice  1,200.00 EUR  2026-03-05  tax=240 due=2026-04-04 ref=D-1`, columns two
 * spaces apart; `credit` and `refund` are written positive. `D-1 ~ INV-7  1,200.00  inferred suggested` is a link,
 * `rate  USD  0.80  2026-03-01` a rate to the reporting currency, `group  AcmeUK  Acme` a parent,
 * `search  R-1  INV-1 | INV-2  ambiguous` an open search.
 */
export function book(
  text: string,
  changes: Partial<Omit<VarianceInput, 'options'>> & { readonly options?: Partial<VarianceOptions> } = {},
): VarianceInput {
  const deals: Deal[] = [];
  const openDeals: Deal[] = [];
  const invoices: Invoice[] = [];
  const revenue: Revenue[] = [];
  const planned: Revenue[] = [];
  const receipts: Receipt[] = [];
  const rates: Rate[] = [];
  const links: Link[] = [];
  const openSearches: OpenSearch[] = [];
  const customers = new Map<string, Customer>();
  const customerOf = new Map<RecordKey, string>();
  const byId = new Map<string, ReconciledRecord>();
  const currency = changes.currency ?? 'EUR';
  const known = (id: string): ReconciledRecord => {
    const record = byId.get(id);
    if (record === undefined) throw new Error(`no record ${id}`);
    return record;
  };
  const addCustomer = (name: string, parent: string | null = null): void => {
    customers.set(name, { key: name, name, parent: parent ?? customers.get(name)?.parent ?? null });
  };

  for (const [row, line] of text.split('\n').entries()) {
    const columns = line.trim().split(/ {2,}/);
    const [first = '', second = '', third = ''] = columns;
    if (first === '') continue;
    if (first.includes(' ~ ')) {
      links.push(linkOf(first, second, third, known));
      continue;
    }
    if (first === 'rate') {
      rates.push({ from: second, to: currency, rate: Number(third), day: day(columns[3] ?? '') });
      continue;
    }
    if (first === 'group') {
      addCustomer(second, third);
      addCustomer(third);
      continue;
    }
    if (first === 'search') {
      const [left, right] = [known(second).role, known(third.split(/ [|+] /)[0] ?? '').role];
      const kind: LinkKind =
        left === 'receipt' || right === 'receipt' ? 'invoice-receipt' : left === 'revenue' ? 'invoice-schedule' : 'deal-invoice';
      const candidates = third.split(' | ').map((set) => set.split(' + ').map((id) => known(id).key));
      openSearches.push({
        outcome: columns[3] === 'stopped' ? 'stopped' : 'ambiguous',
        kind,
        anchor: known(second).key,
        candidates,
        pass: 'test',
      });
      continue;
    }
    if (!(first in ROLES)) throw new Error(`no such row: ${line}`);
    const word = first as keyof typeof ROLES;
    const role = ROLES[word];
    const [customer = '', owner = ''] = third.split(/ *\/ /);
    const { amount: size, currency: code } = money(columns[3] ?? '');
    const fields: Fields = new Map(
      (columns[5] ?? '').split(' ').flatMap((field) => {
        const [name = '', value = ''] = field.split('=');
        return name === '' ? [] : [[name, value] as const];
      }),
    );
    const at = (name: string): Day | null => (fields.has(name) ? day(fields.get(name) ?? '') : null);
    const minor = (name: string): number => (fields.has(name) ? money(fields.get(name) ?? '').amount : 0);
    const back = (word === 'credit' && !fields.has('positive')) || word === 'refund' ? -1 : 1;
    /** The facts of a row that it has; a field "-" is a column with a blank cell. */
    const facts = <T>(names: readonly string[], of: (name: string) => T): Readonly<Record<string, T | null>> =>
      Object.fromEntries(
        names.filter((name) => fields.has(name)).map((name) => [name, fields.get(name) === '-' ? null : of(name)]),
      );
    const days = (...names: readonly string[]) => facts(names, at);
    const amounts = (...names: readonly string[]) => facts(names, minor);
    const texts = (...names: readonly string[]) => facts(names, (name) => fields.get(name)?.replaceAll('_', ' ') ?? '');
    const lines = fields.has('lines') ? { lines: linesOf(fields, back, code) } : {};
    const isHeld = fields.has('held') ? { isHeld: true } : {};
    const record = {
      key: `${role}..${second}`,
      id: second,
      source: { sheet: 'Test', row: row + 1 },
      entity: '',
      customer,
      customerId: '',
      taxNumber: '',
      domain: '',
      owner,
      currency: code,
      amount: back * size,
      rate: fields.has('rate') ? Number(fields.get('rate')) : null,
      reportingAmount: null,
      day: day(columns[4] ?? ''),
      text: '',
    };
    if (customer !== '') {
      addCustomer(customer);
      customerOf.set(record.key, customer);
    }
    if (word === 'deal' || word === 'lost') {
      const deal: Deal = {
        ...record,
        role: 'deal',
        name: second,
        stage: word === 'lost' ? 'Closed Lost' : 'Closed Won',
        dealType: fields.get('type') ?? '',
        parent: '',
        start: at('start'),
        end: at('end'),
        termMonths: fields.has('term') ? Number(fields.get('term')) : null,
        billingMonths: fields.has('billing') ? Number(fields.get('billing')) : null,
        references: list(fields, 'ref'),
        tax: minor('tax'),
        discount: minor('discount'),
        margin: minor('margin'),
        ...lines,
        ...isHeld,
        ...days('signed', 'closed', 'modified', 'amended', 'cancelled', 'discountEnds'),
        ...amounts('priorAmount'),
        ...texts('channel', 'ownerAtClose'),
        ...(fields.has('uplift') ? { uplift: Number(fields.get('uplift')) } : {}),
        ...(fields.has('shares')
          ? {
              ownerShares: list(fields, 'shares').map((each) => ({
                owner: each.split(':')[0] ?? '',
                share: Number(each.split(':')[1]),
              })),
            }
          : {}),
      };
      (word === 'lost' ? openDeals : deals).push(deal);
      byId.set(second, deal);
    } else if (word === 'invoice' || word === 'credit') {
      const invoice: Invoice = {
        ...record,
        role: 'invoice',
        kind: word,
        status: '',
        due: at('due'),
        tax: back * minor('tax'),
        references: list(fields, 'ref'),
        appliesTo: fields.get('of') ?? '',
        serviceStart: at('from'),
        serviceEnd: at('until'),
        open: null,
        writtenOff: fields.has('writtenOff'),
        final: fields.has('final'),
        ...lines,
        ...isHeld,
        ...(fields.has('stated') ? { statedKind: word } : {}),
        ...amounts('deduction'),
        ...texts('channel', 'deductionReason'),
      };
      invoices.push(invoice);
      byId.set(second, invoice);
    } else if (word === 'revenue' || word === 'planned') {
      const month: Revenue = {
        ...record,
        day: lastDay(monthOf(record.day)),
        role: 'revenue',
        references: list(fields, 'ref'),
        serviceDay: at('service'),
      };
      (word === 'planned' ? planned : revenue).push(month);
      byId.set(second, month);
    } else {
      const receipt: Receipt = {
        ...record,
        role: 'receipt',
        kind: word === 'refund' ? 'refund' : 'receipt',
        references: list(fields, 'ref'),
        fee: minor('fee'),
        withheld: minor('withheld'),
        deposit: fields.has('deposit'),
        ...amounts('deduction'),
        ...days('otherDay'),
        ...texts('channel', 'deductionReason'),
        ...(fields.has('appliedTo') ? { appliedTo: list(fields, 'appliedTo') } : {}),
      };
      receipts.push(receipt);
      byId.set(second, receipt);
    }
  }
  const matching: Matching = {
    customers,
    customerOf: ByKey.of(customerOf),
    listed: new Map(),
    customerLinks: [],
    links,
    openSearches,
    hints: [],
    customerHints: [],
    refused: [],
    customerHintsOmitted: 0,
    goneDecisions: [],
    decisionFaults: [],
  };
  const months = [...byId.values()].map((record) => monthOf(record.day)).sort((a, b) => a - b);
  const latest = [...byId.values()]
    .filter((record) => !planned.includes(record as Revenue))
    .reduce<Day>((last, record) => (record.day > last ? record.day : last), 0 as Day);
  const { options, ...rest } = changes;
  return {
    deals,
    invoices,
    revenue,
    receipts,
    customers: [],
    rates,
    matching,
    provided: { booked: true, invoiced: true, recognised: revenue.length > 0, cash: receipts.length > 0 },
    period: { from: months[0] ?? monthOf(latest), to: months.at(-1) ?? monthOf(latest) },
    asOf: addDays(latest, 0),
    currency,
    openDeals,
    unconverted: [],
    outOfScope: [],
    noCurrency: [],
    planned,
    ownersLeft: new Set(),
    ...rest,
    options: { ...OPTIONS, ...options },
  };
}

function linkOf(ends: string, amount: string, words: string, known: (id: string) => ReconciledRecord): Link {
  const [a = '', b = ''] = ends.split(' ~ ');
  const [left, right] = [known(a), known(b)];
  const kind = kindOf(left, right);
  const { amount: size, currency } = money(amount);
  const word = new Set(words.split(' '));
  const certainty: Certainty = word.has('inferred') ? 'inferred' : word.has('assumed') ? 'assumed' : 'stated';
  const state: LinkState = word.has('suggested') ? 'suggested' : word.has('confirmed') ? 'confirmed' : 'matched';
  return makeLink(
    kind,
    left,
    right,
    amount.includes(' ') ? size : toMinor(convertMajor(amount), right.currency),
    certainty,
    state,
    amount.includes(' ') ? currency : right.currency,
  );
}

function convertMajor(amount: string): number {
  return Number(amount.replaceAll(',', ''));
}

export function kindOf(left: ReconciledRecord, right: ReconciledRecord): LinkKind {
  const name = `${left.role} ${right.role}`;
  switch (name) {
    case 'deal invoice':
      return 'deal-invoice';
    case 'invoice invoice':
      return 'invoice-credit';
    case 'invoice revenue':
      return 'invoice-schedule';
    case 'deal revenue':
      return 'deal-schedule';
    case 'invoice receipt':
      return 'invoice-receipt';
    case 'receipt receipt':
      return 'receipt-refund';
    default:
      throw new Error(`no link between ${name}`);
  }
}

export function makeLink(
  kind: LinkKind,
  left: ReconciledRecord,
  right: ReconciledRecord,
  allocated: number,
  certainty: Certainty,
  state: LinkState,
  currency: string,
): Link {
  return {
    kind,
    left: left.key,
    right: right.key,
    allocated,
    currency,
    pass: 'test',
    probability: 1,
    certainty,
    evidence: [],
    runnerUp: '',
    state,
  };
}
