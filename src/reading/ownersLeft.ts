/** Who of the deals' owners has left, by the list of owners. */

import type { OwnerRecord } from '../domain/record';
import { foldText } from './text';

/** Owners as the deals write them: by name, id or e-mail. Where one of several of a name is still there, nobody has left. */
export function ownersLeft(owners: readonly OwnerRecord[], written: Iterable<string>): ReadonlySet<string> {
  const left = new Set<string>();
  if (!owners.some(({ hasLeft }) => hasLeft)) return left;
  const hasLeft = new Map<string, boolean>();
  for (const owner of owners) {
    for (const name of [owner.name, owner.id, owner.email].map(foldText)) {
      if (name !== '') hasLeft.set(name, owner.hasLeft && (hasLeft.get(name) ?? true));
    }
  }
  for (const owner of written) if (hasLeft.get(foldText(owner)) === true) left.add(owner);
  return left;
}
