/** A number with its noun. */

export const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** @param shown the number as the locale writes it. */
export const count = (n: number, one: string, many: string, shown = String(n)): string => `${shown} ${n === 1 ? one : many}`;
