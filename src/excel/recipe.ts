/**
 * How staged sheets become the result: kept in the journal while it is done, so that a break can be mended by doing it
 * again. Every step may be done twice.
 */

import { z } from 'zod';
import { lastRunSchema } from '../settings/lastRun';
import { runSchema } from './registry';

const markSchema = z.object({
  rule: z.union([
    z.object({ type: z.enum(['beginsWith', 'contains']), text: z.string() }),
    z.object({ type: z.literal('formula'), formula: z.string() }),
  ]),
  fill: z.string().exactOptional(),
  color: z.string().exactOptional(),
  bold: z.boolean().exactOptional(),
  numberFormat: z.string().exactOptional(),
});

const lookSchema = z.object({
  bold: z.boolean().exactOptional(),
  italic: z.boolean().exactOptional(),
  size: z.number().exactOptional(),
  color: z.string().exactOptional(),
  fill: z.string().exactOptional(),
  align: z.enum(['General', 'Left', 'Center', 'Right']).exactOptional(),
  valign: z.enum(['Top', 'Center', 'Bottom']).exactOptional(),
  wrap: z.boolean().exactOptional(),
  indent: z.number().exactOptional(),
});

const columnSchema = z.object({
  header: z.string(),
  /** Where the values stand in the staging sheet; null for a formula column. */
  staged: z.number().nullable(),
  formula: z.string().nullable(),
  /** A formula of a person's own column that is the same in every row. */
  formulaR1C1: z.string().nullable(),
  /** Formulas of a person's own column that differ by row: runs of equal ones, by row of the body. */
  formulasR1C1: z.array(z.object({ row: z.number(), rows: z.number(), formula: z.string() })),
  numberFormat: z.string().nullable(),
  /** Look of rows that come in, number format apart; null where it is a person's column. */
  look: lookSchema.nullable().default(null),
  marks: z.array(markSchema),
  list: z.object({ choices: z.array(z.string()), message: z.string() }).nullable(),
  hasLinks: z.boolean(),
});

const tableSchema = z.object({
  planned: z.string(),
  actual: z.string(),
  rows: z.number(),
  /** Row of the staging sheet where the body begins. */
  stagedRow: z.number(),
  columns: z.array(columnSchema),
  /** Another table of ours stands below: rows are inserted and deleted whole, so that it moves along. */
  isAboveAnother: z.boolean(),
  /** Row where the header must come to stand; null: wherever it is. */
  headerRow: z.number().nullable(),
  /** Columns of ours under a person's header, which get their own again. */
  renamed: z.array(z.object({ from: z.string(), to: z.string() })),
  filters: z.array(z.object({ header: z.string(), criteria: z.unknown() })),
  sort: z.array(z.unknown()),
});

const areaSchema = z.object({ row: z.number(), column: z.number(), rows: z.number(), columns: z.number() });

const typedSchema = z.object({ label: z.string(), row: z.number(), column: z.number() });

/** Tieout's own headers by planned table; people may add columns of their own. A journal of an older version has none. */
const headersSchema = z.record(z.string(), z.array(z.string())).default({});

const sheetSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fresh'),
    planned: z.string(),
    staged: z.string(),
    name: z.string(),
    tables: z.record(z.string(), z.string()),
    headers: headersSchema,
    typed: z.array(typedSchema),
    cells: z.array(runSchema),
  }),
  z.object({
    kind: z.literal('update'),
    planned: z.string(),
    staged: z.string(),
    sheet: z.string(),
    name: z.string(),
    tables: z.array(tableSchema),
    headers: headersSchema,
    /** Areas copied as they stand, formats and all; their rows count from the first table's header where `isAboveTable`. */
    areas: z.array(areaSchema.extend({ isAboveTable: z.boolean() })),
    /** Planned row of the first table's header. */
    headerRow: z.number(),
    marks: z.array(areaSchema.extend({ mark: markSchema })),
    /** Heights of rows that are ours alone, in points; none where people may set them. */
    rowHeights: z.array(z.object({ row: z.number(), points: z.number() })),
    /** `columns`: one for each series, beside the categories. */
    charts: z.array(
      z.object({
        name: z.string(),
        from: z.string(),
        to: z.string(),
        row: z.number(),
        rows: z.number(),
        category: z.number(),
        columns: z.array(z.number()),
      }),
    ),
    typed: z.array(typedSchema),
    /** What Tieout writes above the first table. */
    cells: z.array(runSchema),
  }),
]);

export const journalSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('staging') }),
  /** `attempts`: how often it was begun again. */
  z.object({
    phase: z.literal('placing'),
    attempts: z.number(),
    sheets: z.array(sheetSchema),
    run: lastRunSchema,
    retired: z.array(z.string()),
  }),
]);

export type Journal = z.infer<typeof journalSchema>;
export type Placing = Extract<Journal, { phase: 'placing' }>;
export type SheetRecipe = z.infer<typeof sheetSchema>;
export type FreshRecipe = Extract<SheetRecipe, { kind: 'fresh' }>;
export type UpdateRecipe = Extract<SheetRecipe, { kind: 'update' }>;
export type TableRecipe = z.infer<typeof tableSchema>;
export type ColumnRecipe = z.infer<typeof columnSchema>;
