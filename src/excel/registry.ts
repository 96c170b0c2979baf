/** What is ours in the workbook, kept in its settings by id: a sheet of the same name that Tieout did not make is foreign. */

import { z } from 'zod';

export const REGISTRY = 'tieout.sheets';
export const JOURNAL = 'tieout.journal';
export const MAPPINGS = 'tieout.mappings';
export const LAST_RUN = 'tieout.lastRun';
export const TABLES = 'tieout.tables';
export const SAMPLE = 'tieout.sample';

/** Cells side by side. */
export const runSchema = z.object({ row: z.number(), column: z.number(), columns: z.number() });
export type Run = z.infer<typeof runSchema>;

const registrySchema = z.object({
  version: z.literal(1),
  /** Ids of sheets that were ours until a person took their table away: no result any more, and no source. */
  retired: z.array(z.string()).default([]),
  sheets: z.array(
    z.object({
      planned: z.string(),
      id: z.string(),
      name: z.string(),
      /** Table names as used, by the planned name. */
      tables: z.record(z.string(), z.string()),
      /** Labels of the cells that people fill in. */
      typed: z.array(z.string()),
      /** Cells above the first table that Tieout wrote, as planned: what stands beside them is a person's. */
      cells: z.array(runSchema).default([]),
    }),
  ),
});
export type Registry = z.infer<typeof registrySchema>;
export type RegisteredSheet = Registry['sheets'][number];

const tablesSchema = z.record(z.string(), z.object({ id: z.string(), columns: z.record(z.string(), z.string()) }));
/** Our tables by planned name as last written: Excel's ids of a table and of its columns outlive a person's renaming. */
export type WrittenTables = z.infer<typeof tablesSchema>;

export interface OwnSheet extends RegisteredSheet {
  readonly written: WrittenTables;
}

/** A registry that cannot be read is no registry: then nothing is ours, and nothing foreign is touched. */
export function parseRegistry(stored: unknown): Registry {
  const parsed = registrySchema.safeParse(stored);
  return parsed.success ? parsed.data : { version: 1, retired: [], sheets: [] };
}

export function parseTables(stored: unknown): WrittenTables {
  const parsed = tablesSchema.safeParse(stored);
  return parsed.success ? parsed.data : {};
}

/** The defined name that follows a typed cell wherever it moves. */
export function typedName(label: string): string {
  return `Tieout_${label.replace(/[^A-Za-z0-9]+/g, '_')}`;
}
