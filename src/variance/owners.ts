/** Whose line a record stands on, before any deal speaks for it. */

import type { CustomerRecord, Deal, ReconciledRecord, RecordKey } from '../domain/record';

export const UNASSIGNED = 'Unassigned';

/** The owner of a record by itself: its own, else its customer's where that has only one, else Unassigned. */
export type OwnOwner = (record: ReconciledRecord, customer: string) => string;

/**
 * @param customerOf reconciled customer of a record key, at the level shown.
 * A deal without an owner is nobody's: the customer's other deals do not speak for it.
 */
export function ownOwners(
  deals: readonly Deal[],
  customers: readonly CustomerRecord[],
  customerOf: (key: RecordKey) => string | null,
): OwnOwner {
  const known = new Map<string, Set<string>>();
  for (const { key, owner } of [...deals, ...customers]) {
    const customer = customerOf(key);
    if (owner === '' || customer === null) continue;
    const owners = known.get(customer);
    if (owners === undefined) known.set(customer, new Set([owner]));
    else owners.add(owner);
  }
  return (record, customer) => {
    if (record.owner !== '') return record.owner;
    if (record.role === 'deal') return UNASSIGNED;
    const owners = known.get(customer);
    const [only] = owners ?? [];
    return owners?.size === 1 && only !== undefined ? only : UNASSIGNED;
  };
}
