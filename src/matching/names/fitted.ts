/**
 * Match weights of the levels in `levels.ts`, in bits, as `npm run fit -- DIR... --write` found them on folders of names
 * with true pairs. Not for editing by hand.
 */

/** Odds that a name has a partner at all. */
export const PRIOR = -0.3;

/** By comparison and level, beyond chance: what is shown adds log2 of the number of names, which the prior takes off. */
export const NAME_WEIGHTS: readonly (readonly number[])[] = [
  // name
  [7.8, 7.8, 7.7, 7.7, 7.5, 6.8, 6.3, 5.9, 5.5, 5.5],
  // writing
  [0, -1.8, -1.8, -2.7, -2.7],
  // rarity of what agrees
  [0, 0, 0, -0.4, -0.6, -0.9, -1.6, -1.6],
  // words exchanged
  [0, 0, 0, -0.6, -1],
  // letters in common
  [0, 0, 0, 0, -0.2, -0.6, -1, -1.7],
  // numbers
  [0, -0.2, -0.3, -5],
  // first word
  [0, -0.3, -0.7],
  // legal form
  [0, 0, 0, -1.3, -1.3],
  // branch
  [0, -0.3, -0.6, -0.6],
  // security
  [0, 0, -1.6, -1.7],
];

/** The next target of a query, and the next query of its target, by the level of the gap to it. */
export const NEXT_TARGET: readonly number[] = [0, 0, 0, 0, 0, -0.6, -0.6, -0.6, -0.6, -0.6];
export const NEXT_QUERY: readonly number[] = [0, 0, -0.1, -0.5, -0.6, -1.2, -2.1, -3.2, -4.2, -5.4];
