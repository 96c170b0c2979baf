/** What is ours in the workbook, kept in its settings by id: a sheet of the same name that Tieout did not make is foreign. */

import { z } from 'zod';

export const REGISTRY = 'tieout.sheets';
export const JOURNAL = 'tieout.journal';
export const MAPPINGS = 'tieout.mappings';
export const LAST_RUN = 'tieout.lastRun';

const registrySchema = z.object({
  version: z.literal(1),
  sheets: z.array(
    z.object({
      planned: z.string(),
      id: z.string(),
      name: z.string(),
      /** Table names as used, by the planned name. */
      tables: z.record(z.string(), z.string()),
      /** Labels of the cells that people fill in. */
      typed: z.array(z.string()),
    }),
  ),
});
export type Registry = z.infer<typeof registrySchema>;
export type OwnSheet = Registry['sheets'][number];

/** A registry that cannot be read is no registry: then nothing is ours, and nothing foreign is touched. */
export function parseRegistry(stored: unknown): Registry {
  const parsed = registrySchema.safeParse(stored);
  return parsed.success ? parsed.data : { version: 1, sheets: [] };
}

/** The defined name that follows a typed cell wherever it moves. */
export function typedName(label: string): string {
  return `Tieout_${label.replace(/[^A-Za-z0-9]+/g, '_')}`;
}
