/** A CRM account that none of the ledger chose, and the ledger account it would share with another CRM account. */

import { MATCHED_FROM } from '../matchWeight';
import type { CustomerSets } from './customerSets';
import { isIdentifying, isStated } from './factWeights';
import { alikeAsWritten } from './idSpace';
import type { Joined } from './joined';
import type { Party } from './parties';
import { sameButForm } from './partyLinks';
import { compareTaxNumbers } from './taxNumber';

const MOST_UNCONFIRMED = MATCHED_FROM - 0.01;
/** Of more accounts that share a ledger account already these are looked at. */
const ACCOUNTS_COMPARED = 50;

/** A link that a person has to confirm, however much speaks for it. */
export function unconfirmed(link: Joined): Joined {
  return { ...link, probability: Math.min(link.probability, MOST_UNCONFIRMED), state: 'suggested' };
}

/**
 * The link as it may stand, or in words what hinders it. Two CRM accounts are one customer where a column or a person says
 * so, or where they are written alike; what else leads both to one ledger account is left to the surer of the two.
 */
export function secondAccount(link: Joined, list: readonly Party[], sets: CustomerSets): Joined | string {
  const account = list[link.query] as Party;
  const first = sets
    .accountsWith(link.target)
    .slice(0, ACCOUNTS_COMPARED)
    .map((at) => list[at] as Party);
  if (first.length === 0 || link.evidence.some(isStated)) return link;
  const conflicting = first.find((other) => haveOtherTax(account, other));
  if (conflicting !== undefined) return `already ${shown(conflicting)}, which has another tax number`;
  if (first.some((other) => sameButForm(account, other))) return link;
  const isAlike = first.some((other) => alikeAsWritten(account.name, other.name));
  // Two accounts of unlike writing that share an identifying fact are likely one customer.
  if (isAlike && link.evidence.some(isIdentifying)) return unconfirmed(link);
  const [other] = first;
  return `already ${other === undefined ? 'another account' : shown(other)}, another account of the CRM`;
}

function shown({ name, shownId }: Party): string {
  return shownId === '' ? name : `${name} (${shownId})`;
}

function haveOtherTax(a: Party, b: Party): boolean {
  return a.taxNumbers.length > 0 && b.taxNumbers.length > 0 && compareTaxNumbers(a.taxNumbers, b.taxNumbers) === 'another';
}
