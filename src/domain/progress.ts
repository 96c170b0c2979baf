/** Progress of a run, told in steps that a person knows. */

export const STEPS = ['read', 'match customers', 'match invoices', 'match receipts', 'explain', 'plan sheets', 'write'] as const;
export type Step = (typeof STEPS)[number];

/** @param done share of the step, 0…1. */
export type OnProgress = (step: Step, done: number) => void;
