/** The engine's one door: what the sources are, what is defined, and from both a reconciliation. */

import { ByKey } from './domain/byKey';
import type { KeyTable } from './domain/byKey';
import type { SourceGrid } from './domain/grid';
import { addMonths, monthOf } from './domain/day';
import { monthsOf } from './domain/fiscal';
import { MEASURES } from './domain/measure';
import type { Measure } from './domain/measure';
import type { OnProgress } from './domain/progress';
import type { Reconciliation, SettingUsed } from './domain/reconciliation';
import type { Deal, LeftOutRow, Provenance, ReconciledRecord, RecordKey, Records, Role } from './domain/record';
import { matchRecords } from './matching/matchRecords';
import { amountMeaning } from './reading/amountMeans';
import { readRecords } from './reading/readRecords';
import type { ReadResult } from './reading/readRecords';
import { defaultStatusWords, statusWords } from './reading/statusWords';
import type { StatusWords, StatusWordsFound } from './reading/statusWords';
import type { Decisions, PreviousException } from './settings/decisions';
import { invoicedOn } from './settings/dates';
import { acceptSetting, splitList } from './settings/definitions';
import type { Definitions, SettingKey } from './settings/definitions';
import { entitiesOf } from './settings/found';
import type { SourceMapping } from './settings/mapping';
import { isOfEntity } from './settings/scope';
import { settle } from './settings/settle';
import type { Settled } from './settings/settle';
import { asIncrements } from './variance/amendments';
import { booked, recognisedIn, withoutPassThrough } from './variance/basis';
import { convertRecord, rateTable } from './variance/convert';
import { withDerivedRevenue } from './variance/derived';
import { explain } from './variance/explain';
import { findingsOf } from './variance/findings';
import type { VarianceInput } from './variance/input';
import { withPartnerFees } from './variance/partnerFees';
import { liveOn } from './variance/life';
import { scopeOf } from './variance/scope';
import { withWrittenOff } from './variance/writtenOff';
import { withWriteOffs } from './variance/writeOffs';
import { tieOut } from './variance/tieOut';

export { inspect } from './reading/inspect';

export interface ReconcileInput {
  readonly grids: readonly SourceGrid[];
  /** One for each grid in use; grids without one are not read. */
  readonly mappings: readonly SourceMapping[];
  readonly definitions: Definitions;
  /** Why each kept value was once chosen. */
  readonly reasons: Readonly<Partial<Record<SettingKey, string>>>;
  readonly decisions: Decisions;
  readonly previous: readonly PreviousException[];
}

const silent: OnProgress = () => undefined;

/** What is known before matching: the records read, and every definition settled. */
function readAndSettle(input: Pick<ReconcileInput, 'grids' | 'mappings' | 'definitions' | 'reasons'>, onProgress: OnProgress) {
  const found = statusWords(input.grids, input.mappings);
  const words = settledWords(input.definitions, found);
  const asStated = readRecords(input.grids, input.mappings, words, onProgress);
  const mappings = inReportingCurrency(input, asStated);
  const read = mappings === null ? asStated : readRecords(input.grids, mappings, words, onProgress);
  const { records } = read;
  const definitions = settle(
    input.definitions,
    input.reasons,
    records,
    foundInData(found, amountMeaning(input.grids, input.mappings)),
    (counted, { from, to }, { currency, amountUsed, ...basis }) => {
      const rateAt = rateTable(counted.rates, currency);
      const sum = (of: readonly ReconciledRecord[]): number =>
        of
          .filter(({ day }) => day >= from && day <= to)
          .reduce((total, record) => total + (convertRecord(record, currency, rateAt, amountUsed)?.amount ?? 0), 0);
      return { booked: sum(asIncrements(counted.deals).map((deal) => booked(deal, basis))), invoiced: sum(counted.invoices) };
    },
  );
  return { read, ...definitions };
}

/** Where no source states a currency, amounts are in the one that a person reports in; null where there is nothing to add. */
function inReportingCurrency(
  { mappings, definitions: { currency } }: Pick<ReconcileInput, 'mappings' | 'definitions'>,
  { read }: ReadResult,
): SourceMapping[] | null {
  const typed = currency === undefined ? null : acceptSetting('currency', currency);
  if (typed === null || read.some((count) => count.currency !== '')) return null;
  return mappings.map((mapping) => ({ ...mapping, currency: String(typed) }));
}

/** Settles every definition before any number is shown: its value, what "auto" comes to, and why. */
export function define(input: Pick<ReconcileInput, 'grids' | 'mappings' | 'definitions' | 'reasons'>): readonly SettingUsed[] {
  return readAndSettle(input, silent).used;
}

/** The same input gives the same result on any day, whatever the order of rows or sheets. */
export function reconcile(input: ReconcileInput, onProgress: OnProgress = silent): Reconciliation {
  const { mappings, decisions } = input;
  const { read, settled, used } = readAndSettle(input, onProgress);
  const { invoices, leftOut: notCounted } = withWriteOffs(
    read.records.invoices,
    read.writeOffs,
    read.leftOut,
    settled.writeOffDocuments,
    settled.asOf,
  );
  const sold = asIncrements(read.records.deals);
  const deals = sold.map((deal) => booked(deal, settled));
  /** Records whose amount is another one by the definitions, as their sheet has them. */
  const asRead = new Map<RecordKey, ReconciledRecord>();
  const noteAsRead = (stated: readonly ReconciledRecord[], counted: readonly ReconciledRecord[]): void =>
    stated.forEach((record, at) => {
      if (counted[at] !== record) asRead.set(record.key, record);
    });
  noteAsRead(read.records.deals, deals);
  const revenue = recognisedIn(read.records.revenue, settled.calendar);
  const records: Records = {
    ...read.records,
    deals,
    invoices: invoices.map((invoice) => invoicedOn(invoice, settled)),
    revenue,
  };
  const writeOffs = new Map(read.writeOffs.map((writeOff) => [writeOff.key, writeOff]));
  for (const { key, amount } of writeOffs.size === 0 ? [] : read.leftOut) {
    const writeOff = writeOffs.get(key);
    if (writeOff !== undefined && amount !== null) asRead.set(key, { ...writeOff, amount });
  }

  const rateAt = rateTable(records.rates, settled.currency);
  const isConvertible = (record: ReconciledRecord): boolean =>
    record.currency === settled.currency || convertRecord(record, settled.currency, rateAt, settled.amountUsed) !== null;
  const scope = scopeOf(records, settled.asOf, settled, isConvertible);
  const matched: Records = {
    ...records,
    deals: scope.deals,
    invoices: scope.invoices,
    revenue: scope.revenue,
    receipts: scope.receipts,
  };
  const inFull = renewedInFull(sold, settled);
  const toMatch = { ...matched, deals: scope.deals.map((deal) => inFull.get(deal.key) ?? deal) };
  const asMatched = matchRecords(toMatch, matchOptions(settled), decisions, onProgress);
  const { receipts, links } = withPartnerFees(matched, asMatched.links);
  const matching = { ...asMatched, links };
  const counted = withoutPassThrough(scope.invoices, links, settled);
  noteAsRead(scope.invoices, counted);
  const asRecorded: VarianceInput = {
    ...matched,
    receipts,
    invoices: counted,
    matching,
    provided: providedBy(mappings, records),
    period: settled.period,
    asOf: settled.asOf,
    currency: settled.currency,
    options: settled,
    openDeals: read.notWon,
    ownersLeft: read.ownersLeft,
    unconverted: scope.unconverted,
    outOfScope: scope.outOfScope,
    noCurrency: read.noCurrency,
    planned: records.revenue.filter(
      (month) =>
        month.day > settled.asOf &&
        isOfEntity(month, settled) &&
        monthOf(month.day) <= addMonths(monthOf(settled.asOf), HORIZON_MONTHS),
    ),
  };
  const isDerived = settled.recognisedSource === 'derived';
  const toExplain = isDerived ? withDerivedRevenue(asRecorded) : asRecorded;
  const { provided } = toExplain;
  const roleOf = rolesByPlace(mappings);
  const tied = tieOut((record) => asRead.get(record.key) ?? record, roleOf);
  const result = explain(toExplain, {
    onProgress,
    onPosted: (posting) => {
      // What is derived stands in no sheet.
      if (!isDerived || posting.record.role !== 'revenue') tied.used(posting);
    },
  });

  const inScope: Records = { ...matched, receipts };
  const byKey = recordsByKey(matching.customerOf.table, [
    inScope.deals,
    inScope.invoices,
    inScope.revenue,
    inScope.receipts,
    isDerived ? toExplain.revenue : [],
    scope.wonLater,
    scope.unconverted,
    scope.outOfScope.map(({ record }) => record),
  ]);
  const leftOut = inOrder([
    ...notCounted,
    ...scope.leftOut.map((row) => ({ ...row, amount: asRead.get(row.key)?.amount ?? row.amount })),
  ]);
  const exceptions = liveOn(
    findingsOf({
      candidates: result.candidates,
      faults: read.faults,
      wonLater: scope.wonLater,
      records: byKey,
      customers: matching.customers,
      asOf: settled.asOf,
      months: monthsOf(settled.calendar),
      currency: settled.currency,
    }),
    input.previous,
    {
      asOf: settled.asOf,
      currency: settled.currency,
      tolerance: settled.matchAmount,
      materiality: settled.materiality,
      tested: (gap) => gap === null || (gap === 'BI' ? provided.booked : gap === 'IR' ? provided.recognised : provided.cash),
    },
  );
  const written = withWrittenOff(result, exceptions, settled.period);
  return {
    period: settled.period,
    asOf: settled.asOf,
    calendar: settled.calendar,
    currency: settled.currency,
    entities: entitiesOf(inScope),
    provided,
    isDerived,
    lines: result.lines,
    items: written.items,
    notes: result.notes,
    exceptions,
    customers: matching.customers,
    customerLinks: matching.customerLinks,
    links: matching.links,
    openSearches: matching.openSearches,
    hints: matching.hints,
    customerHints: matching.customerHints,
    customerHintsOmitted: matching.customerHintsOmitted,
    decisionFaults: matching.decisionFaults,
    refused: matching.refused,
    records: byKey,
    postings: result.postings,
    leftOut,
    tieOut: tied.close(read.read, leftOut),
    rollForward: written.rollForward,
    identities: written.identities,
    settingsUsed: used,
  };
}

/** Of two records of one key the later. */
function recordsByKey(table: KeyTable, lists: readonly (readonly ReconciledRecord[])[]): ByKey<ReconciledRecord> {
  const records = lists.flat();
  return ByKey.at(table, table.enter(records), records);
}

/** Deals that are booked by their uplift, with the amount that is billed: by that they meet their invoices. */
function renewedInFull(deals: readonly Deal[], settled: Settled): ReadonlyMap<RecordKey, Deal> {
  if (settled.renewals === 'full') return new Map();
  const inFull = deals.map((deal) => booked(deal, { ...settled, renewals: 'full' }));
  return new Map(inFull.map((deal) => [deal.key, deal]));
}

/** Planned revenue is looked at for as long ahead as contracts usually run. */
const HORIZON_MONTHS = 600;

/** The role of the source that a row stands in; a sheet's sources are counted in the order of their mappings. */
function rolesByPlace(mappings: readonly SourceMapping[]): (place: Provenance) => Role {
  const roles = new Map<string, Role[]>();
  for (const { sheet, role } of mappings) if (role !== 'ignore') roles.set(sheet, [...(roles.get(sheet) ?? []), role]);
  return ({ sheet, part = 0 }) => {
    const role = roles.get(sheet)?.[part];
    if (role === undefined) throw new Error('a record came from a sheet that is not read');
    return role;
  };
}

function settledWords(typed: Definitions, found: StatusWordsFound): StatusWords {
  const defaults = defaultStatusWords(found);
  const list = (key: SettingKey, fallback: readonly string[]): readonly string[] => {
    const value = typed[key];
    return value === undefined || acceptSetting(key, value) === null ? fallback : splitList(value);
  };
  return {
    won: list('wonStages', defaults.won),
    issued: list('issuedStatuses', defaults.issued),
    writtenOff: list('writeOffStatuses', defaults.writtenOff),
  };
}

function foundInData(found: StatusWordsFound, meaning: ReturnType<typeof amountMeaning>): Parameters<typeof settle>[3] {
  const { won, issued, writtenOff } = defaultStatusWords(found);
  const listed = (words: readonly string[], why: string): { value: string; why: string } => ({ value: words.join('; '), why });
  return {
    ...(meaning === null ? {} : { amountMeans: { value: meaning.value, why: `header “${meaning.header}”` } }),
    wonStages: listed(won, won.length === 0 ? 'no stage column: every deal counts as won' : 'stages that mean won'),
    issuedStatuses: listed(
      issued,
      issued.length === 0 ? 'no status column: every document counts' : 'statuses of issued documents',
    ),
    writeOffStatuses: listed(writtenOff, writtenOff.length === 0 ? 'none found' : 'statuses that mean written off'),
  };
}

function matchOptions(settled: Settled): Parameters<typeof matchRecords>[1] {
  const { matchAmount, matchShare, matchDays, invoicingLag, paymentTime, customerLevel, asOf, suggestedInNumbers } = settled;
  return {
    matchAmount,
    matchPercent: matchShare * 100,
    matchDays,
    invoicingLag,
    paymentTime,
    customerLevel,
    asOf,
    suggestedInNumbers,
  };
}

function providedBy(mappings: readonly SourceMapping[], { receipts }: Records): Record<Measure, boolean> {
  const roles = new Set<string>(mappings.map(({ role }) => role));
  // Payments may be listed among the invoices.
  if (receipts.length > 0) roles.add('receipts');
  const role: Record<Measure, Role> = { booked: 'deals', invoiced: 'invoices', recognised: 'schedule', cash: 'receipts' };
  return Object.fromEntries(MEASURES.map((measure) => [measure, roles.has(role[measure])])) as Record<Measure, boolean>;
}

/** By sheet and row, so that `Left out` reads like the sources. */
function inOrder(rows: readonly LeftOutRow[]): LeftOutRow[] {
  return [...rows].sort((a, b) =>
    a.source.sheet < b.source.sheet
      ? -1
      : a.source.sheet > b.source.sheet
        ? 1
        : a.source.row - b.source.row || (a.day ?? 0) - (b.day ?? 0) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}
