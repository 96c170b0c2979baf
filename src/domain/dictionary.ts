/**
 * A table that is asked by text of any origin: it knows its own words and nothing else. A plain object also answers to
 * “constructor” and “toString”, which a customer may be called.
 */
export function dictionary<T>(words: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.freeze(Object.assign(Object.create(null) as Record<string, T>, words));
}
