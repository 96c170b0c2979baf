/** Whose line a record stands on, before any deal speaks for it. */

import type { CustomerRecord, Deal, ReconciledRecord, RecordKey } from '../domain/record';

export const UNASSIGNED = 'Unassigned';

/** The owner of a record by itself: its own, else its customer's where that has only one, else Unassigned. */
export type OwnOwner = (record: ReconciledRecord, customer: string) => string;

export type OwnerRule = 'deal' | 'deal at close' | 'account' | 'own';

/**
 * @param customerOf reconciled customer of a record key, at the level shown.
 * A deal without an owner is nobody's: the customer's other deals do not speak for it. Under the rule "account" the
 * customer's owner by its list speaks for every record.
 */
export function ownOwners(
  deals: readonly Deal[],
  customers: readonly CustomerRecord[],
  customerOf: (key: RecordKey) => string | null,
  rule: OwnerRule,
): OwnOwner {
  const listed = rule === 'account' ? ownersByCustomer(customers, customerOf) : null;
  const known = ownersByCustomer([...deals, ...customers], customerOf);
  const only = (owners: ReadonlySet<string> | undefined): string | null => {
    const [first] = owners ?? [];
    return owners?.size === 1 && first !== undefined ? first : null;
  };
  return (record, customer) => {
    if (listed !== null) return only(listed.get(customer)) ?? only(known.get(customer)) ?? UNASSIGNED;
    if (record.role === 'deal') return (rule === 'deal at close' && record.ownerAtClose) || record.owner || UNASSIGNED;
    return record.owner || (only(known.get(customer)) ?? UNASSIGNED);
  };
}

function ownersByCustomer(
  records: readonly (Deal | CustomerRecord)[],
  customerOf: (key: RecordKey) => string | null,
): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  for (const { key, owner } of records) {
    const customer = customerOf(key);
    if (owner === '' || customer === null) continue;
    const owners = known.get(customer);
    if (owners === undefined) known.set(customer, new Set([owner]));
    else owners.add(owner);
  }
  return known;
}
