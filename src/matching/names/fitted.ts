/**
 * Match weights of the levels in `levels.ts`, in bits, as `npm run fit -- DIR... --write` found them on folders of names
 * with true pairs. Not for editing by hand.
 */

/** Odds that a name has a partner at all. */
export const PRIOR = -0.3;

/** By comparison and level, beyond chance: what is shown adds log2 of the number of names, which the prior takes off. */
export const NAME_WEIGHTS: readonly (readonly number[])[] = [
  // name
  [7.5, 7.5, 7.4, 7.4, 7.1, 6.6, 6.1, 5.7, 5.3, 5.3],
  // writing
  [0, -1.6, -1.6, -2.4, -2.6],
  // rarity of what agrees
  [0, 0, 0, -0.3, -0.8, -0.8, -1.6, -1.6],
  // words exchanged
  [0, 0, 0, -0.7, -0.9],
  // letters in common
  [0, 0, 0, 0, -0.2, -0.5, -0.8, -1.2],
  // numbers
  [0, -0.3, -0.3, -5],
  // first word
  [0, -0.3, -0.7],
  // legal form
  [0, 0, 0, -1.3, -1.3],
  // branch
  [0, -0.3, -0.5, -0.7],
  // security
  [0, -0.1, -1.5, -1.6],
];

/** The next target of a query, and the next query of its target, by the level of the gap to it. */
export const NEXT_TARGET: readonly number[] = [0, 0, 0, 0, -0.3, -0.7, -0.9, -0.9, -0.9, -0.9];
export const NEXT_QUERY: readonly number[] = [0, 0, -0.3, -0.6, -0.6, -1, -2.3, -3.3, -4.3, -5.5];
