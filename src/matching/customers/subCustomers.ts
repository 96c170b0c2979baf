/** Sub-customers and jobs in one name, "Acme Ltd:Website", as ledgers write them: they belong to the customer before the colon. */

import type { Records } from '../numbered';
import { fold } from '../names/normalise';

const LEAST_LETTERS = 2;

/** The customer before the colon; "" where a name has no such part. */
function headOf(name: string): string {
  const at = name.indexOf(':');
  if (at < 0) return '';
  const [head, tail] = [name.slice(0, at).trim(), name.slice(at + 1).trim()];
  return tail !== '' && head.replace(/\P{L}/gu, '').length >= LEAST_LETTERS ? head : '';
}

/**
 * What a record's name stands for: the part before the colon where a customer of that name is known or several names
 * begin with it, unless both systems write the whole name: what both keep apart stays apart.
 */
export function withoutJobs(records: Records): (name: string) => string {
  const lists = [records.deals, records.invoices, records.revenue, records.receipts];
  if (!lists.some((list) => list.some(({ customer }) => customer.includes(':')))) return (name) => name;
  const names = (list: readonly { readonly customer: string }[]): Set<string> => new Set(list.map(({ customer }) => customer));
  const [crm, ledger, others] = [names(records.deals), names(records.invoices), names([...records.revenue, ...records.receipts])];
  const all = new Set([...crm, ...ledger, ...others, ...records.customers.map(({ name }) => name)]);
  const jobs = [...all].filter((name) => headOf(name) !== '');
  if (jobs.length === 0) return (name) => name;
  const tails = new Map<string, Set<string>>();
  for (const name of jobs) {
    const head = fold(headOf(name));
    tails.set(head, (tails.get(head) ?? new Set()).add(fold(name)));
  }
  const known = foldedAmong(all, tails, (name) => !name.includes(':'));
  const folded = new Set(jobs.map(fold));
  const [foldedCrm, foldedLedger] = [crm, ledger].map((side) => foldedAmong(side, folded, (name) => COLON.test(name)));
  const heads = new Map(
    jobs.flatMap((name) => {
      const head = headOf(name);
      const isHead = known.has(fold(head)) || (tails.get(fold(head))?.size ?? 0) > 1;
      const bothWrite = foldedCrm?.has(fold(name)) === true && foldedLedger?.has(fold(name)) === true;
      return isHead && !bothWrite ? [[name, head] as const] : [];
    }),
  );
  return (name) => heads.get(name) ?? name;
}

/** A colon, or a sign that folding makes one. */
const COLON = /[:\u2a74\ufe13\ufe55\uff1a]/;

/** The folded names of some, as far as they are wanted: of all names few are. */
function foldedAmong(
  names: Iterable<string>,
  wanted: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  isOne: (name: string) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of names) {
    if (!isOne(name)) continue;
    const folded = fold(name);
    if (wanted.has(folded)) found.add(folded);
  }
  return found;
}
