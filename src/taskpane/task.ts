/** What a ribbon button opens the pane for, told in the pane's address. */

export const TASKS = ['remove', 'explain'] as const;
export type Task = (typeof TASKS)[number];

export const taskOf = (said: string | null): Task | null => TASKS.find((task) => task === said) ?? null;
