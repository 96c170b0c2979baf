/** Which records the settings of scope count. */

import type { Deal, ReconciledRecord, Records } from '../domain/record';
import type { Settled } from './settle';

/** Names in lower case; null: all. */
export type Counted = readonly string[] | null;

type Scoped = Pick<Settled, 'entities' | 'dealTypes'>;

/** A record whose sheet does not say the entity is not known to be another's. */
export function isOfEntity({ entity }: Pick<ReconciledRecord, 'entity'>, { entities }: Pick<Scoped, 'entities'>): boolean {
  return entities === null || entity === '' || entities.includes(entity.toLowerCase());
}

/** A deal of no stated type counts. */
export function isOfType({ dealType }: Pick<Deal, 'dealType'>, { dealTypes }: Pick<Scoped, 'dealTypes'>): boolean {
  return dealTypes === null || dealType === '' || dealTypes.some((name) => isTypeCalled(dealType, name));
}

/** The type's own text, or words of it: “New Business” is called “new”. */
export function isTypeCalled(dealType: string, name: string): boolean {
  return spaced(dealType).includes(spaced(name));
}

const spaced = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/** The records of the entities that count, with the deals of the types that count. */
export function inScope(records: Records, scoped: Scoped): Records {
  if (scoped.entities === null && scoped.dealTypes === null) return records;
  const ofEntities = <T extends ReconciledRecord>(all: readonly T[]): T[] => all.filter((record) => isOfEntity(record, scoped));
  return {
    ...records,
    deals: ofEntities(records.deals).filter((deal) => isOfType(deal, scoped)),
    invoices: ofEntities(records.invoices),
    revenue: ofEntities(records.revenue),
    receipts: ofEntities(records.receipts),
  };
}
