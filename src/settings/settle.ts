/** From what people typed and what the data shows to one settled set of definitions, each with its reason. */

import { isoDay, isoMonth, parseIsoDay, parseIsoMonth } from '../domain/day';
import type { Day, Month } from '../domain/day';
import { monthsOf } from '../domain/fiscal';
import type { FiscalCalendar } from '../domain/fiscal';
import { minorDigits, toMajor, toMinor } from '../domain/money';
import type { Currency, Minor } from '../domain/money';
import type { SettingUsed } from '../domain/reconciliation';
import { PASS_THROUGH } from '../domain/record';
import type { Deal, ReconciledRecord, Records } from '../domain/record';
import { fiscalCalendar } from './calendar';
import type { Idle } from './calendar';
import { invoicedOn, wonOn } from './dates';
import { acceptSetting, AMOUNT_ORDERS, SETTINGS, splitList } from './definitions';
import type { Definitions, SettingKey } from './definitions';
import {
  daysToFirstInvoice,
  daysToReceipt,
  dealTypesOf,
  defaultMateriality,
  earliestMonth,
  entitiesOf,
  internalCustomersOf,
  lastWholeMonth,
  latestDay,
  latestDocumentDay,
  mostInvoicedCurrency,
  normalDays,
} from './found';
import type { Found } from './found';
import { inScope, isTypeCalled } from './scope';
import type { Counted } from './scope';

/** Every definition as the engine uses it: amounts in minor units of `currency`, lists split. */
export interface Settled {
  readonly period: { readonly from: Month; readonly to: Month };
  readonly asOf: Day;
  readonly calendar: FiscalCalendar;
  readonly entities: Counted;
  readonly internalCustomers: readonly string[];
  readonly dealTypes: Counted;
  readonly amountMeans: 'total' | 'annual' | 'monthly' | 'first year';
  readonly bookedAs: 'as the amount means' | 'total' | 'annual' | 'first year';
  readonly taxInDeals: boolean;
  readonly wonDatedBy: 'close' | 'signed' | 'start';
  readonly renewals: 'full' | 'uplift only';
  readonly creditsReduceBookings: boolean;
  readonly invoiceDate: 'invoice date' | 'posting date';
  readonly passThrough: 'counted' | 'left out';
  /** Of an invoice with its tax or without, of a receipt what came in or before the fees kept on its way. */
  readonly invoicedAmount: 'net' | 'gross';
  readonly writeOffDocuments: 'settle' | 'reduce';
  /** Derived: each invoice evenly over its service, where no schedule is read. */
  readonly recognisedSource: 'schedule' | 'derived';
  /** Which day's rate revenue without one of its own takes: its invoice's, or its month's. */
  readonly recognisedRate: 'invoice' | 'month';
  readonly cashAmount: 'received' | 'before fees';
  readonly bankLeaveOut: readonly string[];
  readonly ownerRule: 'deal' | 'deal at close' | 'account' | 'own';
  readonly splitCredit: 'split' | 'owner';
  readonly customerLevel: 'account' | 'parent';
  readonly currency: Currency;
  readonly amountUsed: (typeof AMOUNT_ORDERS)[number];
  readonly roundingLine: Minor;
  readonly roundingDocument: Minor;
  readonly matchAmount: Minor;
  /** A share: 0.005 is half a percent. */
  readonly matchShare: number;
  /** Small differences are accepted up to this share of the larger measure of their gap. */
  readonly acceptedShare: number;
  readonly matchDays: number;
  readonly invoicingLag: number;
  readonly paymentTime: number;
  readonly overdueAfter: number;
  readonly unappliedAfter: number;
  readonly materiality: Minor;
  readonly suggestedInNumbers: boolean;
}

/** Totals of the period's booked and invoiced in minor units of the reporting currency, for the default of materiality. */
export type TotalsOf = (
  records: Records,
  days: { readonly from: Day; readonly to: Day },
  counting: Pick<Settled, 'currency' | 'amountUsed' | 'amountMeans' | 'bookedAs' | 'renewals' | 'wonDatedBy'>,
) => { readonly booked: Minor; readonly invoiced: Minor };

/**
 * Settles every definition: typed where allowed, else found from the data, else the fallback.
 * @param read in scope by status; entities, types and as-of are not applied yet.
 * @param reasons why each kept value was once chosen, so that a default found from the data keeps its reason.
 * @param found what reading suggests for settings that need its tables (won stages, statuses, tax in deals …).
 */
export function settle(
  typed: Definitions,
  reasons: Readonly<Partial<Record<SettingKey, string>>>,
  read: Records,
  found: Partial<Record<SettingKey, Found>>,
  totalsOf: TotalsOf,
): { readonly settled: Settled; readonly used: readonly SettingUsed[] } {
  const used: SettingUsed[] = [];
  const settleOne = (key: SettingKey, suggestion: Found | null, resolveAuto?: () => Found): string | number => {
    const kept = typed[key] === undefined ? null : acceptSetting(key, typed[key]);
    const fallback = SETTINGS[key].fallback;
    const chosen: Found =
      kept !== null
        ? { value: kept, why: reasons[key]?.split(IDLE)[0] ?? 'as set' }
        : (suggestion ?? { value: fallback ?? '', why: fallback === null ? 'nothing found' : 'default' });
    if ((chosen.value === 'auto' || chosen.value === 'all') && resolveAuto !== undefined) {
      const auto = resolveAuto();
      used.push({ key, value: chosen.value, used: auto.value, why: `${chosen.value}: ${auto.why}` });
      return auto.value;
    }
    used.push({ key, value: chosen.value, used: chosen.value, why: chosen.why });
    return chosen.value;
  };
  const oneOf = <T extends string>(key: SettingKey, choices: readonly [T, ...T[]], suggestion: Found | null = null): T => {
    const settled = settleOne(key, suggestion);
    return choices.find((choice) => choice === settled) ?? choices[0];
  };
  const number = (key: SettingKey, suggestion: Found | null = null): number => Number(settleOne(key, suggestion));

  const idle: { [K in SettingKey]?: string } = {};
  const instead: { [K in SettingKey]?: string } = {};
  /** The setting has no effect in this run: what counts is its fallback. */
  const passOver = (key: SettingKey, why: string): void => {
    idle[key] = why;
    instead[key] = String(SETTINGS[key].fallback);
  };
  /** Names that count of those there are; all where none of the names is there. */
  const counted = (
    key: SettingKey,
    there: readonly string[],
    what: string,
    isCalled: (one: string, name: string) => boolean,
  ): Counted => {
    const all = {
      value: there.join('; ') || 'all',
      why: there.length === 0 ? `no sheet names ${what}` : `${what} of the sheets`,
    };
    const value = settleOne(key, null, () => all);
    if (used.at(-1)?.value === 'all') return null;
    const names = splitList(value);
    const absent = names.filter((name) => !there.some((one) => isCalled(one.toLowerCase(), name.toLowerCase())));
    const isNoneThere = absent.length === names.length;
    if (absent.length > 0)
      idle[key] = `no sheet has ${absent.map((name) => `“${name}”`).join(', ')}${isNoneThere ? ', so all count' : ''}`;
    if (isNoneThere) instead[key] = 'all';
    return isNoneThere ? null : names.map((name) => name.toLowerCase());
  };

  const entities = counted('entities', entitiesOf(read), 'entities', (one, name) => one === name);
  const dealTypes = counted('dealTypes', dealTypesOf(read), 'types of deals', isTypeCalled);
  const ofScope = inScope(read, { entities, dealTypes });
  const invoiceDate = oneOf('invoiceDate', ['invoice date', 'posting date']);
  const issued = { ...ofScope, invoices: ofScope.invoices.map((invoice) => invoicedOn(invoice, { invoiceDate })) };
  const asOf = parseIsoDay(
    String(
      settleOne('asOf', null, () => {
        const latest = latestDocumentDay(issued) ?? latestDay(issued);
        return { value: isoDay(latest), why: 'the latest invoice, credit or receipt' };
      }),
    ),
  ) as Day;
  const wonDatedBy = oneOf('wonDatedBy', ['close', 'signed', 'start']);
  const records = { ...issued, deals: issued.deals.map((deal) => wonOn(deal, { wonDatedBy })) };

  const fiscal = fiscalCalendar({
    calendar: String(settleOne('calendar', null)),
    yearStarts: String(settleOne('yearStarts', null)),
    yearOfWeeksEnds: String(settleOne('yearOfWeeksEnds', null)),
    monthEnds: String(settleOne('monthEnds', null)),
  });
  const { calendar } = fiscal;
  Object.assign(idle, fiscal.idle);
  if (fiscal.idle.calendar !== undefined) passOver('calendar', fiscal.idle.calendar);
  const months = monthsOf(calendar);
  const firstMonth = earliestMonth(records, asOf, months);
  const lastMonth = Math.max(lastWholeMonth(asOf, months), firstMonth) as Month;
  const from = parseIsoMonth(
    String(settleOne('periodFrom', { value: isoMonth(firstMonth), why: 'the first month with data' })),
  ) as Month;
  const to = parseIsoMonth(
    String(settleOne('periodTo', null, () => ({ value: isoMonth(lastMonth), why: 'the last whole month at as-of' }))),
  ) as Month;
  const period = { from, to: Math.max(from, to) as Month };

  const internalCustomers = splitList(settleOne('internalCustomers', internalCustomersOf(read)));
  const amountMeans = oneOf('amountMeans', ['total', 'annual', 'monthly', 'first year'], found.amountMeans ?? null);
  const bookedAs = oneOf('bookedAs', ['as the amount means', 'total', 'annual', 'first year']);
  const taxInDeals = settleOne('taxInDeals', found.taxInDeals ?? null) === 'yes';
  settleOne('wonStages', found.wonStages ?? null);
  const renewals = oneOf('renewals', ['full', 'uplift only']);
  const isOtherBasis = bookedAs !== 'as the amount means' && bookedAs !== amountMeans;
  if (isOtherBasis && !records.deals.some(statesTerm)) passOver('bookedAs', 'no deal states its term');
  if (wonDatedBy === 'signed' && !records.deals.some(({ signed }) => typeof signed === 'number'))
    passOver('wonDatedBy', 'no deal says when it was signed');
  if (wonDatedBy === 'start' && !records.deals.some(({ start }) => start !== null))
    passOver('wonDatedBy', 'no deal says when it starts');
  if (renewals === 'uplift only' && !records.deals.some(({ priorAmount }) => (priorAmount ?? 0) > 0))
    passOver('renewals', 'no deal says what was there before');
  const creditsReduceBookings = settleOne('creditsReduceBookings', null) === 'yes';
  const invoicedAmount = oneOf('invoicedAmount', ['net', 'gross']);
  if (invoicedAmount === 'gross' && records.invoices.every(({ tax }) => tax === 0))
    passOver('invoicedAmount', 'no invoice states its tax');
  if (invoiceDate === 'posting date' && !records.invoices.some(({ postingDay }) => typeof postingDay === 'number'))
    passOver('invoiceDate', 'no invoice has a posting date');
  settleOne('issuedStatuses', found.issuedStatuses ?? null);
  settleOne('writeOffStatuses', found.writeOffStatuses ?? null);
  const passThrough = oneOf('passThrough', ['counted', 'left out']);
  if (
    passThrough === 'left out' &&
    records.invoices.every(({ lines = [] }) => lines.every(({ kind }) => !PASS_THROUGH.has(kind)))
  )
    passOver('passThrough', 'no invoice tells such lines');
  const writeOffDocuments = oneOf('writeOffDocuments', ['settle', 'reduce']);
  const chosenSource = oneOf('recognisedSource', ['schedule', 'derived']);
  const isScheduled = chosenSource === 'derived' && records.revenue.length > 0;
  if (isScheduled) passOver('recognisedSource', 'a schedule is read, and the two are not mixed');
  const recognisedSource = isScheduled ? 'schedule' : chosenSource;
  const recognisedRate = oneOf('recognisedRate', ['invoice', 'month']);
  const cashAmount = oneOf('cashAmount', ['received', 'before fees']);
  if (cashAmount === 'before fees' && records.receipts.every(({ fee }) => fee === 0))
    passOver('cashAmount', 'no receipt states a fee');
  const bankLeaveOut = splitList(settleOne('bankLeaveOut', null));
  const ownerRule = oneOf('ownerRule', ['deal', 'deal at close', 'account', 'own']);
  const splitCredit = oneOf('splitCredit', ['split', 'owner']);
  const customerLevel = settleOne('customerLevel', null) === 'parent' ? 'parent' : 'account';
  const code = mostInvoicedCurrency(records);
  const currency = String(
    settleOne('currency', code === null ? null : { value: code, why: 'the currency of most invoiced amount' }),
  );
  const needsRate = (record: ReconciledRecord): boolean =>
    record.currency !== currency && record.rate === null && record.reportingAmount === null;
  const toRecognise = recognisedSource === 'derived' ? records.invoices : records.revenue;
  if (recognisedRate === 'month' && !toRecognise.some(needsRate))
    passOver('recognisedRate', 'no revenue needs a rate of the table');
  const amountUsed = oneOf('amountUsed', AMOUNT_ORDERS);
  const money = (key: SettingKey, suggestion: Found | null = null): Minor => toMinor(number(key, suggestion), currency);

  const roundingLine = money('roundingLine');
  const roundingDocument = money('roundingDocument');
  const matchAmount = money('matchAmount');
  const matchShare = number('matchPercent') / 100;
  const acceptedShare = number('acceptedInAll') / 100;
  const matchDays = number('matchDays');
  const lag = normalDays(daysToFirstInvoice(records));
  const invoicingLag = number('invoicingLag', percentile(lag, 'days from close to the first invoice'));
  const payment = normalDays(daysToReceipt(records));
  const paymentTime = number('paymentTime', percentile(payment, 'days from invoice to receipt'));
  const overdueAfter = number('overdueAfter');
  const unappliedAfter = number('unappliedAfter');
  const totals = totalsOf(
    records,
    { from: months.first(from), to: Math.min(months.last(period.to), asOf) as Day },
    { currency, amountUsed, amountMeans, bookedAs, renewals, wonDatedBy },
  );
  const materiality = money('materiality', {
    value: Number(toMajor(defaultMateriality(totals.booked, totals.invoiced), currency).toFixed(minorDigits(currency))),
    why: '0.5 % of the larger of booked and invoiced in the period, one significant figure',
  });
  const suggestedInNumbers = settleOne('suggestedInNumbers', null) === 'yes';

  return {
    settled: {
      period,
      asOf,
      calendar,
      entities,
      internalCustomers,
      dealTypes,
      amountMeans,
      bookedAs,
      taxInDeals,
      wonDatedBy,
      renewals,
      creditsReduceBookings,
      invoicedAmount,
      invoiceDate,
      passThrough,
      writeOffDocuments,
      recognisedSource,
      recognisedRate,
      cashAmount,
      bankLeaveOut,
      ownerRule,
      splitCredit,
      customerLevel,
      currency,
      amountUsed,
      roundingLine,
      roundingDocument,
      matchAmount,
      matchShare,
      acceptedShare,
      matchDays,
      invoicingLag,
      paymentTime,
      overdueAfter,
      unappliedAfter,
      materiality,
      suggestedInNumbers,
    },
    used: inSheetOrder(used.map((each) => withIdle(each, idle, instead))),
  };
}

function statesTerm({ termMonths, start, end }: Deal): boolean {
  return (termMonths ?? 0) > 0 || (start !== null && end !== null);
}

function percentile(days: number | null, of: string): Found | null {
  return days === null ? null : { value: days, why: `90th percentile of ${of}, kept between 15 and 60` };
}

/** Parts the reason for a value from why it has no effect in this run. */
const IDLE = '; without effect: ';

/** @param instead what counts in place of the values that have no effect. */
function withIdle(setting: SettingUsed, idle: Idle, instead: Idle): SettingUsed {
  const key = setting.key as SettingKey;
  const why = idle[key];
  return why === undefined ? setting : { ...setting, used: instead[key] ?? setting.used, why: `${setting.why}${IDLE}${why}` };
}

function inSheetOrder(used: readonly SettingUsed[]): SettingUsed[] {
  const order = Object.keys(SETTINGS);
  return [...used].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}
