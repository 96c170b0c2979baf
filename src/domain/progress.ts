/** Progress of work, told in steps that a person knows. */

/** Those of a run, in their order. */
export const RUN_STEPS = [
  'read',
  'match customers',
  'match invoices',
  'match receipts',
  'explain',
  'plan sheets',
  'write',
] as const;
export type Step = (typeof RUN_STEPS)[number] | 'add sheets' | 'remove sheets';

/** @param done share of the step, 0…1. */
export type OnProgress = (step: Step, done: number) => void;
