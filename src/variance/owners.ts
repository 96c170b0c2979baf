/** Whose line a record stands on, before any deal speaks for it. */

import type { CustomerRecord, Deal, ReconciledRecord, RecordKey } from '../domain/record';

export const UNASSIGNED = 'Unassigned';

/** The owner of a record by itself: its own, else its customer's, else Unassigned. */
export type OwnOwner = (record: ReconciledRecord, customer: string) => string;

export type OwnerRule = 'deal' | 'deal at close' | 'account' | 'own';

/**
 * A customer's owner is the only one that its list names, else the only one of its deals. A deal without an owner is nobody's:
 * the customer's does not stand in for it. Under the rule "account" the customer's owner has every record.
 * @param customerOf reconciled customer of a record key, at the level shown.
 */
export function ownOwners(
  deals: readonly Deal[],
  customers: readonly CustomerRecord[],
  customerOf: (key: RecordKey) => string | null,
  rule: OwnerRule,
): OwnOwner {
  const listed = ownersByCustomer(customers, customerOf);
  const selling = ownersByCustomer(deals, customerOf);
  const only = (owners: ReadonlySet<string> | undefined): string | null => {
    const [first] = owners ?? [];
    return owners?.size === 1 && first !== undefined ? first : null;
  };
  const ofCustomer = (customer: string): string => only(listed.get(customer)) ?? only(selling.get(customer)) ?? UNASSIGNED;
  return (record, customer) => {
    if (rule === 'account') return ofCustomer(customer);
    if (record.role === 'deal') return (rule === 'deal at close' && record.ownerAtClose) || record.owner || UNASSIGNED;
    return record.owner || ofCustomer(customer);
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
