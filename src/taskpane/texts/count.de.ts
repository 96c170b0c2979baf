/** A number with its noun. */

/** @param shown the number as the locale writes it. */
export const count = (n: number, one: string, many: string, shown = String(n)): string => `${shown} ${n === 1 ? one : many}`;
