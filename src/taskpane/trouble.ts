/** Whatever was thrown, as something a person can act on. */

import { z } from 'zod';
import type { Trouble } from './ports';
import { texts } from './texts';

const troubleSchema = z.object({
  what: z.string(),
  next: z.string(),
  where: z.object({ sheet: z.string(), address: z.string() }).nullable(),
  isLasting: z.boolean().optional(),
});

/** Errors of the doors carry their own words as `trouble`; anything else is a fault of ours, told as such. */
export function troubleOf(error: unknown): Trouble {
  const carried = troubleSchema.safeParse(
    typeof error === 'object' && error !== null && 'trouble' in error ? error.trouble : error,
  );
  if (carried.success) return carried.data;
  return { ...texts.unexpected(error instanceof Error ? error.message : String(error)), where: null };
}

export function isAbort(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError';
}
