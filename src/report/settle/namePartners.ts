/** Names that may take the place of one of a pair of customers, the most alike first, or those that a person looks for by words. */

import { foldText } from '../../domain/foldText';
import { matchKey } from '../../domain/link';
import type { ReconciledRecord } from '../../domain/record';
import type { ReportContext } from '../context';
import type { MatchSide } from '../matchRows';
import { customerSide, totalsOfNames } from '../review';
import type { PartnersTold, Similarity } from './lookUp';
import { MOST_PARTNERS, searched } from './search';

/** Null where the run knows no such pair of names. */
export function namePartnersTold(
  key: string,
  side: 'left' | 'right',
  text: string,
  context: ReportContext,
  similarity: Similarity,
): PartnersTold | null {
  const names = namesOf(context);
  const pair = pairOf(key, names);
  if (pair === null) return null;
  const [anchor, given] = side === 'left' ? [pair.right, pair.left] : [pair.left, pair.right];
  const isOnDeals = standsOnDeals(given, side, key, names, context);
  const linked = new Set(
    context.result.customerLinks.flatMap(({ left, right }) => (left === anchor ? [right] : right === anchor ? [left] : [])),
  );
  const isWanted = searched(text);
  const fitting = [...names].flatMap(([name, held]) => {
    const record = isOnDeals ? held.deal : held.other;
    if (record === null || name === given || linked.has(name) || !isWanted(wordsOf(name, record))) return [];
    return [{ name, record }];
  });
  const own = foldText(anchor);
  const facts = factsOf(anchor, names);
  const ranked = fitting
    .map(({ name, record }) => ({
      name,
      record,
      isKnown: factsOfRecord(record).some((fact) => facts.has(fact)),
      likeness: similarity(own, foldText(name)),
    }))
    .sort((a, b) => Number(b.isKnown) - Number(a.isKnown) || b.likeness - a.likeness || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_PARTNERS);
  const totals = totalsOfNames(new Set([anchor, ...ranked.map(({ name }) => name)]), context);
  const told = (name: string, record: ReconciledRecord | null) => customerSide(sideOfName(name, record), totals);
  const held = names.get(anchor);
  return {
    kind: 'partners',
    currency: '',
    anchor: told(anchor, (isOnDeals ? held?.other : held?.deal) ?? held?.deal ?? held?.other ?? null),
    open: null,
    partners: ranked.map(({ name, record }) => ({
      key: side === 'left' ? matchKey('customer', name, anchor) : matchKey('customer', anchor, name),
      side: told(name, record),
      open: null,
    })),
    all: fitting.length,
  };
}

/** A record of the name among deals, and one among all else: of an invoice where there is one. */
interface Held {
  deal: ReconciledRecord | null;
  other: ReconciledRecord | null;
}

type Names = ReadonlyMap<string, Readonly<Held>>;

/** Every name as it is written; a customer without one goes by its id. */
function namesOf({ result }: ReportContext): Names {
  const names = new Map<string, Held>();
  for (const record of result.records.values()) {
    const name = record.customer.trim() === '' ? record.customerId : record.customer;
    if (name === '') continue;
    let held = names.get(name);
    if (held === undefined) names.set(name, (held = { deal: null, other: null }));
    if (record.role === 'deal') held.deal ??= record;
    else if (held.other === null || (held.other.role !== 'invoice' && record.role === 'invoice')) held.other = record;
  }
  return names;
}

/** A name may hold the separator itself: the first cut between two known names counts. */
function pairOf(key: string, names: Names): { readonly left: string; readonly right: string } | null {
  const text = key.slice(key.indexOf('|') + 1);
  for (let at = text.indexOf('|'); at >= 0; at = text.indexOf('|', at + 1)) {
    const [left, right] = [text.slice(0, at), text.slice(at + 1)];
    if (names.has(left) && names.has(right)) return { left, right };
  }
  return null;
}

/** Whether the name that is replaced stands on deals in this pair; the run says it, else the side where deals stand. */
function standsOnDeals(given: string, side: 'left' | 'right', key: string, names: Names, context: ReportContext): boolean {
  const link = context.result.customerLinks.find(({ left, right }) => matchKey('customer', left, right) === key);
  const record = link === undefined ? null : context.record(side === 'left' ? link.leftRecord : link.rightRecord);
  if (record !== null) return record.role === 'deal';
  const held = names.get(given);
  return side === 'left' ? held?.deal != null : held?.other == null;
}

const factsOfRecord = ({ customerId, taxNumber, domain }: ReconciledRecord): string[] =>
  [customerId, taxNumber, domain].filter((fact) => fact !== '');

function factsOf(name: string, names: Names): ReadonlySet<string> {
  const held = names.get(name);
  return new Set([held?.deal, held?.other].flatMap((record) => (record == null ? [] : factsOfRecord(record))));
}

const wordsOf = (name: string, record: ReconciledRecord): string => [name, ...factsOfRecord(record)].join(' ');

const sideOfName = (name: string, record: ReconciledRecord | null): MatchSide => ({
  name,
  record,
  customerId: record?.customerId ?? '',
  source: record?.source ?? null,
});
