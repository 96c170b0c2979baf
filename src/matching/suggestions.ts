/** Suggested links where they do not stand in the numbers: they take nothing, and stay where nothing surer came instead. */

import type { Minor } from '../domain/money';
import type { ReconciledRecord } from './numbered';
import type { Desk, Linked } from './desk';

/** After the passes, adds every suggestion whose two records are still free for it; of those that exclude each other the first. */
export function settleSuggestions(desk: Desk): void {
  for (const links of desk.suggestions) {
    if (isFree(desk, links)) for (const link of links) desk.addLink(link);
  }
}

function isFree(desk: Desk, links: readonly Linked[]): boolean {
  const needed = new Map<ReconciledRecord, Minor>();
  return links.every((linked) => {
    const { link, left, right } = linked;
    if (desk.isUnsettled(link.kind, left) || desk.isUnsettled(link.kind, right)) return false;
    const ofLeft = (needed.get(left) ?? 0) + link.allocated;
    const ofRight = (needed.get(right) ?? 0) + link.allocated;
    needed.set(left, ofLeft).set(right, ofRight);
    return Math.abs(desk.open.free(link.kind, right)) >= Math.abs(ofRight) && holdsLeft(desk, linked, ofLeft);
  });
}

/** A document keeps its whole amount on the deal it names; all other links are no larger than what is open on the left. */
function holdsLeft(desk: Desk, { link, left, right }: Linked, needed: Minor): boolean {
  if (left.currency !== right.currency) return true;
  if (left.role === 'deal') return link.certainty === 'stated' || Math.abs(desk.open.deal(left)) >= Math.abs(needed);
  if (link.kind === 'invoice-credit' && left.role === 'invoice') return desk.open.uncredited(left) >= needed;
  if (link.kind === 'invoice-receipt' && left.role === 'invoice') return desk.open.due(left, right.day) >= needed;
  if (link.kind === 'receipt-refund' && (left.role === 'invoice' || left.role === 'receipt'))
    return desk.open.unreturned(left) >= needed;
  return true;
}
