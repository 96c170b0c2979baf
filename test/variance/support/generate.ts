/** Nasty books: several customers, owners and currencies, splits, credits, rebills, refunds, links that promise too much. */

import { ByKey } from '../../../src/domain/byKey';
import fc from 'fast-check';
import { dayOf, lastDay, monthOf } from '../../../src/domain/day';
import type { Day } from '../../../src/domain/day';
import type { Link, LinkKind, OpenSearch } from '../../../src/domain/link';
import { LINE_KINDS } from '../../../src/domain/record';
import type {
  Deal,
  DealFacts,
  DocumentLine,
  Invoice,
  InvoiceFacts,
  Rate,
  Receipt,
  ReceiptFacts,
  ReconciledRecord,
  Revenue,
} from '../../../src/domain/record';
import type { VarianceInput, VarianceOptions } from '../../../src/variance/input';
import { makeLink, OPTIONS } from './book';

const START = dayOf(2026, 1, 1) as Day;
const DAYS = 240;

const CUSTOMERS = new Map([
  ['Acme', { key: 'Acme', name: 'Acme', parent: null }],
  ['AcmeUK', { key: 'AcmeUK', name: 'Acme UK', parent: 'Acme' }],
  ['Birch', { key: 'Birch', name: 'Birch', parent: null }],
]);

/** Monthly dollar rates; francs only from April on, so that some comparisons lack their rate. */
const RATES: readonly Rate[] = Array.from({ length: 9 }, (_, i): Rate[] => [
  { from: 'USD', to: 'EUR', day: dayOf(2026, i + 1, 1) as Day, rate: 0.8 + i / 97 },
  ...(i >= 3 ? [{ from: 'CHF', to: 'EUR', day: dayOf(2026, i + 1, 1) as Day, rate: 1.02 + i / 83 }] : []),
]).flat();

const size = fc.oneof(
  fc.integer({ min: 1, max: 5 }),
  fc.constantFrom(10_000, 20_000, 33_333, 60_000),
  fc.integer({ min: 1, max: 300_000 }),
);
const smallShare = fc.constantFrom(0, 0, 0, 0.07, 0.2, 1.5);

interface Common {
  readonly customer: string;
  readonly owner: string;
  readonly currency: string;
  readonly size: number;
  readonly day: number;
  readonly reporting: number;
}

const common = (owners: readonly string[]): fc.Arbitrary<Common> =>
  fc.record({
    customer: fc.constantFrom('Acme', 'Acme', 'AcmeUK', 'Birch', ''),
    owner: fc.constantFrom(...owners),
    currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD', 'CHF'),
    size,
    day: fc.integer({ min: 0, max: DAYS - 1 }),
    reporting: fc.constantFrom(0, 0, 0, 0, 0.9, 1.3),
  });

function base(key: string, { customer, owner, currency, size: amount, day, reporting }: Common) {
  return {
    key,
    id: key.toUpperCase(),
    source: { sheet: 'Test', row: 1 },
    entity: '',
    customer,
    customerId: '',
    taxNumber: '',
    domain: '',
    owner,
    currency,
    amount,
    rate: currency === 'CHF' ? 1.05 + (day % 7) / 100 : null,
    reportingAmount: currency !== 'EUR' && reporting > 0 ? Math.round(amount * reporting) : null,
    day: (START + day) as Day,
    text: '',
  };
}

type Base = ReturnType<typeof base>;

/** The converted amount has the document's sign, as a column would. */
function signed<T extends { amount: number; reportingAmount: number | null }>(record: T, sign: 1 | -1): T {
  return {
    ...record,
    amount: sign * record.amount,
    reportingAmount: record.reportingAmount === null ? null : sign * record.reportingAmount,
  };
}

interface LinkDraft {
  readonly left: number;
  readonly right: number;
  readonly share: number;
  readonly certainty: 'stated' | 'inferred' | 'assumed';
  readonly suggested: boolean;
}

const linkDraft: fc.Arbitrary<LinkDraft> = fc.record({
  left: fc.nat(1000),
  right: fc.nat(1000),
  share: fc.constantFrom(1, 1, 1, 0.5, 0.34, 0.01, 2, 0),
  certainty: fc.constantFrom('stated', 'stated', 'inferred', 'assumed'),
  suggested: fc.constantFrom(false, false, false, false, true),
});

const PAIRINGS: readonly {
  readonly kind: LinkKind;
  readonly left: (record: ReconciledRecord) => boolean;
  readonly right: (record: ReconciledRecord) => boolean;
}[] = [
  { kind: 'deal-invoice', left: (r) => r.role === 'deal' && r.amount > 0, right: (r) => r.role === 'invoice' && r.amount > 0 },
  { kind: 'deal-invoice', left: (r) => r.role === 'deal' && r.amount < 0, right: (r) => r.role === 'invoice' && r.amount < 0 },
  {
    kind: 'invoice-credit',
    left: (r) => r.role === 'invoice' && r.amount > 0,
    right: (r) => r.role === 'invoice' && r.amount < 0,
  },
  { kind: 'invoice-schedule', left: (r) => r.role === 'invoice', right: (r) => r.role === 'revenue' },
  { kind: 'deal-schedule', left: (r) => r.role === 'deal', right: (r) => r.role === 'revenue' },
  {
    kind: 'invoice-receipt',
    left: (r) => r.role === 'invoice' && r.amount > 0,
    right: (r) => r.role === 'receipt' && r.amount > 0,
  },
  {
    kind: 'receipt-refund',
    left: (r) => r.role === 'receipt' && r.amount > 0,
    right: (r) => r.role === 'receipt' && r.amount < 0,
  },
];

function linksOf(drafts: readonly (readonly LinkDraft[])[], records: readonly ReconciledRecord[]): Link[] {
  return PAIRINGS.flatMap(({ kind, left: isLeft, right: isRight }, i) => {
    const lefts = records.filter(isLeft);
    const rights = records.filter(isRight);
    const seen = new Set<string>();
    return (drafts[i] ?? []).flatMap((draft) => {
      const left = lefts[draft.left % Math.max(1, lefts.length)];
      const right = rights[draft.right % Math.max(1, rights.length)];
      if (left === undefined || right === undefined || left.key === right.key) return [];
      const name = `${left.key} ${right.key}`;
      if (seen.has(name)) return [];
      seen.add(name);
      const whole =
        kind === 'invoice-credit' || kind === 'invoice-receipt' || kind === 'receipt-refund'
          ? Math.abs(right.amount)
          : right.amount;
      const allocated = Math.trunc(whole * draft.share);
      return [makeLink(kind, left, right, allocated, draft.certainty, draft.suggested ? 'suggested' : 'matched', right.currency)];
    });
  });
}

/** Lines as shares of their document; the last one takes what is left, or nothing, so that some come to no document. */
const lines = fc.array(
  fc.record({
    kind: fc.constantFrom(...LINE_KINDS),
    isStated: fc.boolean(),
    item: fc.constantFrom('Seats', 'Freight', 'Training'),
    quantity: fc.constantFrom(null, 1, 3, 10),
    share: fc.constantFrom(0.05, 0.2, 0.4),
  }),
  { maxLength: 3 },
);
type LineDrafts = typeof lines extends fc.Arbitrary<infer T> ? T : never;

const rarely = <T>(value: T): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, undefined, undefined, value);
const dayAfter = fc.constantFrom(undefined, undefined, undefined, null, -10, 0, 8, 40, 100);

const dealFacts = fc.record({
  type: fc.constantFrom('', 'New', 'Renewal', 'Expansion'),
  lines,
  isWhole: fc.boolean(),
  signed: dayAfter,
  closed: fc.constantFrom(undefined, undefined, -20, 20),
  modified: dayAfter,
  amended: dayAfter,
  cancelled: dayAfter,
  discountEnds: dayAfter,
  end: fc.constantFrom(null, null, 60, 180),
  uplift: rarely(0.1),
  prior: fc.constantFrom(undefined, undefined, 0, 0.3, 1, 5),
  channel: rarely('Market'),
  isHeld: rarely(true),
  ownerAtClose: fc.constantFrom(undefined, undefined, 'Alice', 'Bob'),
  shares: fc.constantFrom(undefined, undefined, undefined, [50, 50], [70, 30], [0, 100]),
});
const invoiceFacts = fc.record({
  lines,
  isWhole: fc.boolean(),
  turned: fc.constantFrom(false, false, false, true),
  isStated: fc.boolean(),
  positive: fc.constantFrom(false, false, true),
  channel: rarely('Market'),
  isHeld: rarely(true),
  deduction: fc.constantFrom(undefined, undefined, null, 0.1, 2),
});
const receiptFacts = fc.record({
  deduction: fc.constantFrom(undefined, undefined, null, 0, 0.1, 0.5),
  channel: rarely('Market'),
  other: fc.constantFrom(undefined, undefined, null, -3, 2, 30),
  appliedTo: rarely(['INVOICE..I0']),
});
type FactsOf<T> = T extends fc.Arbitrary<infer Drawn> ? Drawn : never;

type Known = Pick<ReconciledRecord, 'day' | 'amount' | 'owner'>;

function linesOf({ amount }: Known, drafts: LineDrafts, isWhole: boolean): readonly DocumentLine[] {
  let left = amount;
  return drafts.map(({ kind, isStated, item, quantity, share }, i) => {
    const own = isWhole && i === drafts.length - 1 ? left : Math.trunc(amount * share);
    left -= own;
    return { kind, isKindStated: isStated, item, quantity, amount: own };
  });
}

/** Without what is undefined: a column that is not there. */
function there<T extends object>(facts: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
}

function dayFrom(day: Day, days: number | null | undefined): Day | null | undefined {
  return typeof days === 'number' ? ((day + days) as Day) : days;
}

function dealFactsOf(record: Known, drawn: FactsOf<typeof dealFacts>): DealFacts {
  const { day, amount, owner } = record;
  const shares = drawn.shares?.map((share, i) => ({ owner: i === 0 ? owner : 'Dora', share }));
  return there<DealFacts>({
    lines: drawn.lines.length === 0 ? undefined : linesOf(record, drawn.lines, drawn.isWhole),
    signed: dayFrom(day, drawn.signed),
    closed: dayFrom(day, drawn.closed) ?? undefined,
    modified: dayFrom(day, drawn.modified),
    amended: dayFrom(day, drawn.amended),
    cancelled: dayFrom(day, drawn.cancelled),
    discountEnds: dayFrom(day, drawn.discountEnds),
    uplift: drawn.uplift,
    priorAmount: drawn.prior === undefined ? undefined : Math.round(amount * drawn.prior),
    channel: drawn.channel,
    isHeld: drawn.isHeld,
    ownerAtClose: drawn.ownerAtClose,
    ownerShares: owner === '' ? undefined : shares,
  });
}

/** The deal's own amount with the other sign, in its currency. */
function turnedOf(record: Base, { amount, currency, rate, day }: Deal): Base {
  return { ...record, amount: -amount, currency, rate, reportingAmount: null, day: Math.max(day, record.day) as Day };
}

function invoiceFactsOf(record: Known, drawn: FactsOf<typeof invoiceFacts>, credit: boolean): Partial<Invoice> {
  const facts = there<InvoiceFacts>({
    lines: drawn.lines.length === 0 ? undefined : linesOf(record, drawn.lines, drawn.isWhole),
    statedKind: drawn.isStated ? (credit ? 'credit' : 'invoice') : undefined,
    channel: drawn.channel,
    isHeld: drawn.isHeld,
    deduction: typeof drawn.deduction === 'number' ? Math.round(Math.abs(record.amount) * drawn.deduction) : drawn.deduction,
    deductionReason: typeof drawn.deduction === 'number' ? 'PRICE' : undefined,
  });
  return credit && drawn.positive && record.amount < 0
    ? {
        ...facts,
        amount: -record.amount,
        tax: 0,
        reportingAmount: null,
        kind: 'credit',
        appliesTo: 'INVOICE..I0',
        statedKind: 'credit',
      }
    : facts;
}

function receiptFactsOf(record: Known, drawn: FactsOf<typeof receiptFacts>, refund: boolean): ReceiptFacts {
  return there<ReceiptFacts>({
    deduction: refund
      ? undefined
      : typeof drawn.deduction === 'number'
        ? Math.round(record.amount * drawn.deduction)
        : drawn.deduction,
    channel: drawn.channel,
    otherDay: dayFrom(record.day, drawn.other),
    appliedTo: drawn.appliedTo,
  });
}

export interface Shape {
  readonly owners?: readonly string[];
  readonly options?: Partial<VarianceOptions>;
}

/** A whole input; under `shape` some of it can be held fast. */
export function books({ owners = ['Alice', 'Bob', 'Cleo', ''], options = {} }: Shape = {}): fc.Arbitrary<VarianceInput> {
  const each = common(owners);
  return fc
    .record({
      deals: fc.array(
        fc.record({
          common: each,
          down: fc.constantFrom(false, false, false, true),
          tax: smallShare,
          discount: smallShare,
          term: fc.constantFrom(null, 3, 12, 24),
          billing: fc.constantFrom(null, null, 0, 1, 3, 12),
          start: fc.constantFrom(null, -20, 0, 45),
          facts: dealFacts,
        }),
        { maxLength: 6 },
      ),
      invoices: fc.array(
        fc.record({
          common: each,
          credit: fc.constantFrom(false, false, true),
          tax: smallShare,
          due: fc.constantFrom(null, 0, 30, 60),
          final: fc.constantFrom(false, false, true),
          written: fc.constantFrom(false, false, false, true),
          service: fc.constantFrom(null, 90, 400),
          named: fc.nat(20),
          facts: invoiceFacts,
        }),
        { maxLength: 9 },
      ),
      revenue: fc.array(
        fc.record({
          common: each,
          contra: fc.constantFrom(false, false, false, true),
          late: fc.constantFrom(null, 0, 40),
          planned: fc.constantFrom(false, false, true),
          named: fc.nat(20),
        }),
        { maxLength: 8 },
      ),
      receipts: fc.array(
        fc.record({
          common: each,
          refund: fc.constantFrom(false, false, false, true),
          fee: smallShare,
          withheld: smallShare,
          deposit: fc.boolean(),
          named: fc.nat(20),
          facts: receiptFacts,
        }),
        { maxLength: 8 },
      ),
      drafts: fc.array(fc.array(linkDraft, { maxLength: 9 }), { minLength: PAIRINGS.length, maxLength: PAIRINGS.length }),
      searches: fc.array(
        fc.record({
          kind: fc.constantFrom<LinkKind>('deal-invoice', 'invoice-receipt', 'invoice-schedule', 'invoice-credit'),
          anchor: fc.nat(1000),
          candidates: fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }),
          outcome: fc.constantFrom('ambiguous' as const, 'stopped' as const),
        }),
        { maxLength: 3 },
      ),
      ownerRule: fc.constantFrom('deal' as const, 'own' as const, 'deal at close' as const, 'account' as const),
      customerLevel: fc.constantFrom('account' as const, 'parent' as const),
      flags: fc.record({ taxInDeals: fc.boolean(), creditsReduceBookings: fc.boolean(), suggestedInNumbers: fc.boolean() }),
      from: fc.nat(4),
      months: fc.nat(4),
      asOf: fc.integer({ min: DAYS, max: DAYS + 60 }),
    })
    .map((draft): VarianceInput => {
      const deals = draft.deals.map(({ common: facts, down, tax, discount, term, billing, start, facts: further }, i): Deal => {
        const record = signed(base(`deal..d${i}`, facts), down ? -1 : 1);
        return {
          ...record,
          role: 'deal',
          name: '',
          stage: 'won',
          dealType: further.type,
          parent: '',
          start: start === null ? null : ((record.day + start) as Day),
          end: dayFrom(record.day, further.end) ?? null,
          termMonths: term,
          billingMonths: billing,
          references: [],
          tax: Math.round(record.amount * tax),
          discount: Math.round(record.amount * discount),
          margin: 0,
          ...dealFactsOf(record, further),
        };
      });
      const named = (n: number, of: readonly { readonly id: string }[]): string[] =>
        n % 3 === 0 ? [`D${n}`] : n % 3 === 1 ? [of[n % Math.max(1, of.length)]?.id ?? ''] : [];
      const invoices = draft.invoices.map(
        ({ common: facts, credit, tax, due, final, written, service, named: n, facts: further }, i): Invoice => {
          const own = signed(base(`invoice..i${i}`, facts), credit ? -1 : 1);
          const answered = n % 3 === 1 && further.turned ? deals[n % Math.max(1, deals.length)] : undefined;
          const record = answered === undefined ? own : turnedOf(own, answered);
          return {
            ...record,
            role: 'invoice',
            kind: credit ? 'credit' : 'invoice',
            status: '',
            due: due === null ? null : ((record.day + due) as Day),
            tax: Math.round(record.amount * tax),
            references: named(n, deals),
            appliesTo: '',
            serviceStart: service === null ? null : record.day,
            serviceEnd: service === null ? null : ((record.day + service) as Day),
            open: null,
            writtenOff: written,
            final,
            ...invoiceFactsOf(record, further, credit),
          };
        },
      );
      const months = draft.revenue.map(({ common: facts, contra, late, named: n }, i): Revenue => {
        const record = signed(base(`revenue..s${i}`, facts), contra ? -1 : 1);
        const day = lastDay(monthOf(record.day));
        const rate = record.currency === 'EUR' ? null : 0.9 + (facts.day % 9) / 90;
        return {
          ...record,
          rate,
          day,
          role: 'revenue',
          references: named(n, invoices),
          serviceDay: late === null ? null : ((day - late) as Day),
        };
      });
      const revenue = months.filter((_, i) => draft.revenue[i]?.planned !== true);
      const planned = months
        .filter((_, i) => draft.revenue[i]?.planned === true)
        .map((month) => ({ ...month, day: (month.day + 300) as Day }));
      const receipts = draft.receipts.map(
        ({ common: facts, refund, fee, withheld, deposit, named: n, facts: further }, i): Receipt => {
          const record = signed(base(`receipt..r${i}`, facts), refund ? -1 : 1);
          const part = Math.abs(record.amount);
          return {
            ...record,
            role: 'receipt',
            kind: refund ? 'refund' : 'receipt',
            references: named(n, invoices),
            fee: refund ? 0 : Math.round(part * fee),
            withheld: refund ? 0 : Math.round(part * withheld),
            deposit,
            ...receiptFactsOf(record, further, refund),
          };
        },
      );
      const records: ReconciledRecord[] = [...deals, ...invoices, ...revenue, ...receipts];
      const openSearches = draft.searches.flatMap(({ kind, anchor, candidates, outcome }): OpenSearch[] => {
        const [anchors, others] =
          kind === 'deal-invoice'
            ? [invoices, deals]
            : kind === 'invoice-receipt'
              ? [receipts, invoices]
              : kind === 'invoice-schedule'
                ? [revenue, invoices]
                : [invoices, invoices];
        const found = anchors[anchor % Math.max(1, anchors.length)];
        const sets = candidates.flatMap((n) => {
          const other = others[n % Math.max(1, others.length)];
          return other === undefined ? [] : [[other.key]];
        });
        return found === undefined || sets.length === 0
          ? []
          : [{ outcome, kind, anchor: found.key, candidates: sets, pass: 'test' }];
      });
      const start = monthOf(START);
      return {
        deals,
        invoices,
        revenue,
        receipts,
        customers: [],
        rates: RATES,
        matching: {
          customers: CUSTOMERS,
          customerOf: ByKey.of(records.filter(({ customer }) => customer !== '').map(({ key, customer }) => [key, customer])),
          listed: new Map(),
          customerLinks: [],
          links: linksOf(draft.drafts, records),
          openSearches,
          hints: [],
          customerHints: [],
          refused: [],
          customerHintsOmitted: 0,
          goneDecisions: [],
          decisionFaults: [],
        },
        provided: { booked: true, invoiced: true, recognised: true, cash: true },
        period: { from: (start + draft.from) as typeof start, to: (start + draft.from + draft.months) as typeof start },
        asOf: (START + draft.asOf) as Day,
        currency: 'EUR',
        options: { ...OPTIONS, ownerRule: draft.ownerRule, customerLevel: draft.customerLevel, ...draft.flags, ...options },
        openDeals: [],
        unconverted: [],
        outOfScope: [],
        noCurrency: [],
        planned,
        ownersLeft: new Set(),
      };
    });
}

/** The same book with every list in another order. */
export function shuffled(input: VarianceInput, seed: number): VarianceInput {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const mix = <T>(list: readonly T[]): T[] => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i -= 1) {
      const j = Math.floor(next() * (i + 1));
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  };
  const { matching } = input;
  return {
    ...input,
    deals: mix(input.deals),
    invoices: mix(input.invoices),
    revenue: mix(input.revenue),
    receipts: mix(input.receipts),
    rates: mix(input.rates),
    planned: mix(input.planned),
    matching: {
      ...matching,
      customers: new Map(mix([...matching.customers])),
      customerOf: ByKey.of(mix([...matching.customerOf])),
      links: mix(matching.links),
      openSearches: mix(matching.openSearches),
    },
  };
}

/** The book as it stood at a day: later documents, and the links to them, are not there yet. */
export function upTo(input: VarianceInput, day: Day): VarianceInput {
  const then = <T extends { readonly day: Day }>(records: readonly T[]): T[] => records.filter((record) => record.day <= day);
  return {
    ...input,
    deals: then(input.deals),
    invoices: then(input.invoices),
    revenue: then(input.revenue),
    receipts: then(input.receipts),
  };
}
