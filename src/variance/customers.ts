/** Which customer a record stands under, at the level that is shown. */

import type { Matching } from '../domain/link';
import type { ReconciledRecord, RecordKey } from '../domain/record';
import type { Register } from './register';

/** Cash whose payer nobody knows. */
export const UNIDENTIFIED_PAYER = '(Unidentified payer)';
/** A document without a known customer. */
export const NO_CUSTOMER = '(No customer)';

export interface CustomerGroups {
  readonly ofRecord: (record: ReconciledRecord) => string;
  /** Of all the records of a run, by their numbers. */
  readonly ofRegister: (records: Pick<Register, 'all' | 'keys'>) => string[];
  /** By the key of a record or of a customer-list row; null where no customer is known. */
  readonly ofKey: (key: RecordKey) => string | null;
  readonly isOneGroup: (a: string, b: string) => boolean;
}

export function customerGroups({ customers, customerOf, listed }: Matching, level: 'account' | 'parent'): CustomerGroups {
  const rootOf = (key: string): string => {
    const seen = new Set([key]);
    let root = key;
    for (
      let parent = customers.get(root)?.parent ?? null;
      parent !== null && !seen.has(parent);
      parent = customers.get(root)?.parent ?? null
    ) {
      seen.add(parent);
      root = parent;
    }
    return root;
  };
  const shown = (customer: string): string => (level === 'parent' ? rootOf(customer) : customer);
  const ofKey = (key: RecordKey): string | null => {
    const customer = customerOf.get(key) ?? listed.get(key);
    return customer === undefined ? null : shown(customer);
  };
  const nobody = ({ role }: ReconciledRecord): string => (role === 'receipt' ? UNIDENTIFIED_PAYER : NO_CUSTOMER);
  return {
    ofKey,
    ofRecord: (record) => ofKey(record.key) ?? nobody(record),
    ofRegister: ({ all, keys }) =>
      all.map((record, no) => {
        const customer = customerOf.numbered(keys[no] ?? 0);
        return customer === undefined ? nobody(record) : shown(customer);
      }),
    isOneGroup: (a, b) => rootOf(a) === rootOf(b),
  };
}
