/** The room's door: records in, customers and links out. */

import type { Matching } from '../domain/link';
import type { OnProgress } from '../domain/progress';
import type { RecordKey, Records } from '../domain/record';
import { lastDecisions } from '../settings/decisions';
import type { Decisions } from '../settings/decisions';
import { matchCustomers } from './customers/customers';
import { groupOf } from './customers/parents';
import { amountsByHand, bereftOf, forceConfirmed, overruled, refusedKeys, resolveDecisions } from './decided';
import { Desk } from './desk';
import { nearestCandidates } from './hints';
import { judge } from './judge';
import { nameRecords, surelyNamed } from './named';
import type { NamedRecords } from './named';
import type { MatchOptions } from './options';
import { PASSES, runPasses } from './passes/passes';
import { payersByAccount } from './payers';

export type { MatchOptions } from './options';

/**
 * Matches customers, then documents, pass by pass from the surest. The result does not depend on the order of the rows;
 * record keys must be unique.
 * @param records rows in scope: won deals, issued documents, up to as-of; planned schedule months may be among them.
 */
export function matchRecords(records: Records, options: MatchOptions, decisions: Decisions, onProgress?: OnProgress): Matching {
  onProgress?.('match customers', 0);
  const named = nameRecords(records);
  const matched = matchCustomers(records, named, options, decisions);
  const { customers, accountOf } = matched;
  const chosen = options.customerLevel === 'parent' ? toGroups(accountOf, (key) => groupOf(key, customers)) : accountOf;
  const filled = fillBlanks(records, named, chosen);
  const payers = payersByAccount(records, named, filled);
  const customerOf = payers.size === 0 ? filled : new Map([...filled, ...payers]);
  const knownBy = new Map([
    ...records.receipts.flatMap(({ key }) => (filled.has(key) && !chosen.has(key) ? [[key, 'named'] as const] : [])),
    ...[...payers.keys()].map((key) => [key, 'account'] as const),
  ]);
  onProgress?.('match customers', 1);

  const last = lastDecisions(decisions.links);
  const amounts = amountsByHand(last);
  // A pair whose amount a person set is closed to every pass, as one that was refused.
  const closed = new Set([...refusedKeys(last), ...amounts.keys()]);
  const desk = new Desk(records, options, named, customerOf, (key) => groupOf(key, customers), closed, knownBy);
  const { confirmed, refused, gone } = resolveDecisions(last, desk.byKey);
  desk.bereft = bereftOf(last, gone, desk.byKey);
  const faults = forceConfirmed(desk, confirmed, amounts);
  runPasses(desk, PASSES, onProgress);
  return {
    customers,
    customerOf,
    customerLinks: matched.links,
    links: desk.links,
    openSearches: desk.searches,
    hints: nearestCandidates(desk),
    refused: refused.map(({ kind, left, right }) => judge(desk, kind, left, right, 'whole')),
    customerHints: matched.hints,
    customerHintsOmitted: matched.hintsOmitted,
    goneDecisions: [...matched.gone, ...gone],
    decisionFaults: [...matched.faults, ...overruled(decisions, last), ...faults],
  };
}

function toGroups(accountOf: ReadonlyMap<RecordKey, string>, group: (key: string) => string): Map<RecordKey, string> {
  return new Map([...accountOf].map(([record, customer]) => [record, group(customer)]));
}

/** Blank upon blank: a receipt that names an invoice that names a deal. Longer trails are no evidence. */
const ROUNDS = 3;

/** A record that names no customer has the customer of the documents that it surely names, where all of those agree. */
function fillBlanks(
  records: Records,
  named: NamedRecords,
  customerOf: ReadonlyMap<RecordKey, string>,
): ReadonlyMap<RecordKey, string> {
  let blank = [...records.invoices, ...records.revenue, ...records.receipts].filter(({ key }) => !customerOf.has(key));
  if (blank.length === 0) return customerOf;
  const filled = new Map(customerOf);
  for (let round = 0; round < ROUNDS && blank.length > 0; round++) {
    // Each round looks only at the one before, so the order of the records makes no difference.
    const found = blank.flatMap(({ key }) => {
      const sources = [...surelyNamed(named.dealsOf.get(key)), ...surelyNamed(named.documentsOf.get(key))];
      const [only, other] = new Set(sources.flatMap((source) => filled.get(source.key) ?? []));
      return only === undefined || other !== undefined ? [] : [[key, only] as const];
    });
    for (const [key, customer] of found) filled.set(key, customer);
    blank = blank.filter(({ key }) => !filled.has(key));
  }
  return filled;
}
