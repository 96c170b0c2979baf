/** Whether two columns of customer ids speak of the same customers, judged by what they share. */

import { normaliseName } from '../names/normalise';
import type { NormalName } from '../names/normalise';
import { similarity } from '../names/similarity';

/** Names known for each id; a name may be missing. */
export type IdNames = ReadonlyMap<string, NormalName | null>;

const LEAST_OVERLAP = 0.3;
const LEAST_AGREEMENT = 0.5;
const ALIKE = 0.6;

/**
 * True where enough ids stand in both and their names agree. Two systems that both count from 1 share ids but not names;
 * two that share long ids need no names, since those do not meet by chance.
 */
export function sameIdSpace(a: IdNames, b: IdNames): boolean {
  const common = [...a.keys()].filter((id) => b.has(id));
  if (common.length === 0 || common.length < LEAST_OVERLAP * Math.min(a.size, b.size)) return false;
  const named = common.filter((id) => isNamed(a.get(id)) && isNamed(b.get(id)));
  const agreeing = named.filter((id) => alike(a.get(id) ?? null, b.get(id) ?? null));
  if (named.length > 0 && agreeing.length >= LEAST_AGREEMENT * named.length) return true;
  return common.length >= LEAST_AGREEMENT * Math.min(a.size, b.size) && common.every(isDistinctive);
}

function isNamed(name: NormalName | null | undefined): boolean {
  return name !== null && name !== undefined;
}

function alike(a: NormalName | null, b: NormalName | null): boolean {
  return a !== null && b !== null && (a.key === b.key || similarity(a.text, b.text) >= ALIKE);
}

/** Whether two names, as written, may be one customer's: equal but for form and order, or much alike. */
export function alikeAsWritten(a: string, b: string): boolean {
  return a === b || alike(normaliseName(a), normaliseName(b));
}

/** Long enough, or mixed enough, not to be a counter. */
function isDistinctive(id: string): boolean {
  return id.length >= 8 || (id.length >= 5 && /\p{L}/u.test(id) && /\d/.test(id));
}
