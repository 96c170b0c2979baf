/** Neighbouring columns that are the same in some way are asked for as one range. */

export interface Stretch {
  readonly first: number;
  readonly columns: number;
}

/** Columns in their order, cut where what they are called changes; those without a name are in no stretch. */
export function stretchesOf<T>(columns: readonly T[], nameOf: (column: T, index: number) => string | null): Stretch[] {
  const stretches: { first: number; columns: number; name: string }[] = [];
  columns.forEach((column, index) => {
    const name = nameOf(column, index);
    const last = stretches.at(-1);
    if (name === null) return;
    if (last?.name === name && last.first + last.columns === index) last.columns += 1;
    else stretches.push({ first: index, columns: 1, name });
  });
  return stretches.map(({ first, columns: count }) => ({ first, columns: count }));
}
