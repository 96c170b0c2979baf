/** Aliases, the last typed first: circles and contradictions end, the last typed holds, and the others are told. */

import { isoDay } from '../../domain/day';
import type { DecisionFault } from '../../domain/link';
import type { Alias } from '../../settings/decisions';
import type { AliasOf } from './parties';

/** An alias as a decision is named: kind, from, to. */
export function aliasKey({ from, to, fromDate }: Alias): string {
  return fromDate === '' ? `alias|${from}|${to}` : `alias|${from}|${to}|${fromDate}`;
}

export interface HeldAliases {
  readonly aliasOf: AliasOf;
  readonly faults: readonly DecisionFault[];
}

/**
 * @param aliases of customers, the last typed first
 * @param writing what is common to all ways of writing one name
 */
export function holdAliases(aliases: readonly Alias[], writing: (name: string) => string): HeldAliases {
  const faults: DecisionFault[] = [];
  const byName = new Map<string, Alias[]>();
  for (const alias of aliases) {
    const [from, to] = [writing(alias.from), writing(alias.to)];
    if (from === '' || to === '' || from === to) continue;
    const others = byName.get(from) ?? [];
    const rival = others.find(({ fromDate }) => fromDate === alias.fromDate);
    if (rival !== undefined) {
      if (writing(rival.to) !== to) faults.push({ code: 'overruled', decision: aliasKey(alias), by: aliasKey(rival) });
      continue;
    }
    const closing = closes(byName, writing, to, from);
    if (closing !== null) {
      faults.push({ code: 'circular', decision: aliasKey(alias), by: aliasKey(closing) });
      continue;
    }
    byName.set(from, [...others, alias]);
  }
  for (const list of byName.values()) list.sort((a, b) => (a.fromDate > b.fromDate ? -1 : 1));
  const aliasOf: AliasOf = (name, day) => {
    let current = name;
    const date = byName.size === 0 ? '' : isoDay(day);
    // No circle is among those that hold, so the trail is no longer than they are many.
    for (let step = 0; step < byName.size; step++) {
      const alias = byName.get(writing(current))?.find(({ fromDate }) => fromDate <= date);
      if (alias === undefined) break;
      current = alias.to;
    }
    return current;
  };
  return { aliasOf, faults };
}

/** The alias by which a trail from a name comes back to another; null where it never does. */
function closes(
  byName: ReadonlyMap<string, readonly Alias[]>,
  writing: (name: string) => string,
  start: string,
  goal: string,
): Alias | null {
  const seen = new Set([start]);
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const alias of byName.get(at) ?? []) {
      const next = writing(alias.to);
      if (next === goal) return alias;
      if (!seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
    }
  }
  return null;
}
