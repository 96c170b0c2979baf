/** Groups the items of a list by a key; groups and items keep the order of the list. */
export function groupBy<T, K>(list: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) pushTo(groups, keyOf(item), item);
  return groups;
}

/** Adds an item to the group of a key. */
export function pushTo<T, K>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
