/** The room's door: records in, customers and links out. */

import { ByKey } from '../domain/byKey';
import type { Matching } from '../domain/link';
import type { OnProgress } from '../domain/progress';
import type * as domain from '../domain/record';
import type { RecordKey } from '../domain/record';
import { lastDecisions } from '../settings/decisions';
import type { Decisions } from '../settings/decisions';
import { matchCustomers } from './customers/customers';
import { groupOf } from './customers/parents';
import { amountsByHand, bereftOf, forceConfirmed, overruled, refusedKeys, resolveDecisions } from './decided';
import { Desk } from './desk';
import { nearestCandidates } from './hints';
import { judge } from './judge';
import { sureOf } from './named';
import type { Named, NamedRecords } from './named';
import { nameRecords } from './nameRecords';
import { numberRecords } from './numbered';
import type { CustomerBy, ReconciledRecord, Records } from './numbered';
import type { MatchOptions } from './options';
import { PASSES, runPasses } from './passes/passes';
import { payersByAccount } from './payers';

export type { MatchOptions } from './options';

/**
 * Matches customers, then documents, pass by pass from the surest. The result does not depend on the order of the rows;
 * record keys must be unique.
 * @param input rows in scope: won deals, issued documents, up to as-of; planned schedule months may be among them.
 */
export function matchRecords(
  input: domain.Records,
  options: MatchOptions,
  decisions: Decisions,
  onProgress?: OnProgress,
): Matching {
  onProgress?.('match customers', 0);
  const records = numberRecords(input);
  const named = nameRecords(records);
  const matched = matchCustomers(records, named, options, decisions);
  const { customers, accountOf } = matched;
  const topOf = (customer: string): string => groupOf(customer, customers);
  const chosen = options.customerLevel === 'parent' ? toGroups(accountOf, topOf) : accountOf;
  const filled = fillBlanks(records, named, chosen);
  const payers = payersByAccount(records, named, filled);
  const customerBy = payers.size === 0 ? filled : filled.map((customer, at) => payers.get(at) ?? customer);
  const knownBy = new Map<number, 'account' | 'named'>();
  for (const { at } of records.receipts) {
    if (payers.has(at)) knownBy.set(at, 'account');
    else if (filled[at] !== undefined && chosen[at] === undefined) knownBy.set(at, 'named');
  }
  onProgress?.('match customers', 1);

  const last = lastDecisions(decisions.links);
  const amounts = amountsByHand(last);
  // A pair whose amount a person set is closed to every pass, as one that was refused.
  const closed = new Set([...refusedKeys(last), ...amounts.keys()]);
  const desk = new Desk(records, options, { named, customerBy, groupOf: topOf, closed, knownBy });
  const byKey = last.size === 0 ? new Map<RecordKey, ReconciledRecord>() : recordsByKey(records);
  const { confirmed, refused, gone } = resolveDecisions(last, byKey);
  desk.bereft = bereftOf(last, gone, byKey);
  const faults = forceConfirmed(desk, confirmed, amounts);
  runPasses(desk, PASSES, onProgress);
  return {
    customers,
    customerOf: ByKey.at(records.keys, records.keyNumbers, customerBy),
    listed: matched.listed,
    customerLinks: matched.links,
    links: desk.links,
    linkEnds: Uint32Array.from(desk.ends, (at) => records.keyNumbers[at] ?? 0),
    openSearches: desk.searches,
    hints: nearestCandidates(desk),
    refused: refused.map(({ kind, left, right }) => judge(desk, kind, left, right, 'whole')),
    customerHints: matched.hints,
    customerHintsOmitted: matched.hintsOmitted,
    goneDecisions: [...matched.gone, ...gone],
    decisionFaults: [...matched.faults, ...overruled(decisions, last), ...faults],
  };
}

function allOf({ deals, invoices, revenue, receipts }: Records): readonly (readonly ReconciledRecord[])[] {
  return [deals, invoices, revenue, receipts];
}

function recordsByKey(records: Records): Map<RecordKey, ReconciledRecord> {
  const byKey = new Map<RecordKey, ReconciledRecord>();
  for (const list of allOf(records)) for (const record of list) byKey.set(record.key, record);
  return byKey;
}

function toGroups(accountOf: CustomerBy, group: (key: string) => string): CustomerBy {
  return accountOf.map((customer) => (customer === undefined ? undefined : group(customer)));
}

/** Blank upon blank: a receipt that names an invoice that names a deal. Longer trails are no evidence. */
const ROUNDS = 3;

/** A record that names no customer has the customer of the documents that it surely names, where all of those agree. */
function fillBlanks(records: Records, named: NamedRecords, customerBy: CustomerBy): CustomerBy {
  let blank = [records.invoices, records.revenue, records.receipts].flatMap((list: readonly ReconciledRecord[]) =>
    list.filter(({ at }) => customerBy[at] === undefined),
  );
  if (blank.length === 0) return customerBy;
  const filled = [...customerBy];
  for (let round = 0; round < ROUNDS && blank.length > 0; round++) {
    // Each round looks only at the one before, so the order of the records makes no difference.
    const found = blank.map((record) => onlyCustomer([...named.dealsOf(record), ...named.documentsOf(record)], filled));
    blank.forEach(({ at }, i) => (filled[at] = found[i]));
    blank = blank.filter(({ at }) => filled[at] === undefined);
  }
  return filled;
}

/** The customer of all the records surely named; undefined where they have several or none. */
function onlyCustomer(named: readonly Named<ReconciledRecord>[], customerBy: CustomerBy): string | undefined {
  let only: string | undefined;
  for (const one of named) {
    const source = sureOf(one);
    const customer = source === null ? undefined : customerBy[source.at];
    if (customer === undefined) continue;
    if (only !== undefined && only !== customer) return undefined;
    only = customer;
  }
  return only;
}
