/** Suggested links where they do not stand in the numbers: they take nothing, and stay where nothing surer came instead. */

import type { Link } from '../domain/link';
import type { Minor } from '../domain/money';
import type { RecordKey } from '../domain/record';
import type { Desk } from './desk';

/** After the passes, adds every suggestion whose two records are still free for it; of those that exclude each other the first. */
export function settleSuggestions(desk: Desk): void {
  for (const links of desk.suggestions) {
    if (isFree(desk, links)) for (const link of links) desk.addLink(link);
  }
}

function isFree(desk: Desk, links: readonly Link[]): boolean {
  const needed = new Map<RecordKey, Minor>();
  return links.every((link) => {
    if (desk.isUnsettled(link.kind, link.left) || desk.isUnsettled(link.kind, link.right)) return false;
    const [ofLeft, ofRight] = [link.left, link.right].map((key) => (needed.get(key) ?? 0) + link.allocated) as [Minor, Minor];
    needed.set(link.left, ofLeft).set(link.right, ofRight);
    return isFreeRight(desk, link, ofRight) && holdsLeft(desk, link, ofLeft);
  });
}

function isFreeRight(desk: Desk, { kind, right }: Link, needed: Minor): boolean {
  const record = desk.byKey.get(right);
  const free = record === undefined ? 0 : desk.open.free(kind, record);
  return Math.abs(free) >= Math.abs(needed);
}

/** A document keeps its whole amount on the deal it names; all other links are no larger than what is open on the left. */
function holdsLeft(desk: Desk, link: Link, needed: Minor): boolean {
  const [left, right] = [desk.byKey.get(link.left), desk.byKey.get(link.right)];
  if (left === undefined || right === undefined || left.currency !== right.currency) return true;
  if (left.role === 'deal') return link.certainty === 'stated' || Math.abs(desk.open.deal(left)) >= Math.abs(needed);
  if (link.kind === 'invoice-credit' && left.role === 'invoice') return desk.open.uncredited(left) >= needed;
  if (link.kind === 'invoice-receipt' && left.role === 'invoice') return desk.open.due(left, right.day) >= needed;
  if (link.kind === 'receipt-refund' && (left.role === 'invoice' || left.role === 'receipt'))
    return desk.open.unreturned(left) >= needed;
  return true;
}
