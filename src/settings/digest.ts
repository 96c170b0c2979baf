/** A run in figures: what the pane shows of it, kept in the workbook so that it can be shown again. */

import { z } from 'zod';

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

const classSchema = z.object({ reasonClass: z.string(), net: z.number(), gross: z.number(), count: z.number() }).readonly();

const gapSchema = z
  .object({
    gap: z.string(),
    title: z.string(),
    headline: z.string(),
    /** Null where one of its measures is not provided. */
    variance: z.number().nullable(),
    expected: z.number(),
    toSettle: z.number(),
    unexplained: z.number(),
    byClass: list(classSchema),
  })
  .readonly();

const tieOutSchema = z
  .object({
    source: z.string(),
    role: z.string(),
    currency: z.string(),
    cause: z.string(),
    rows: z.number(),
    amount: z.number(),
    measure: z.number().nullable(),
    ties: z.boolean(),
  })
  .readonly();

/** Amounts are minor units of `currency`. */
export const digestSchema = z
  .object({
    currency: z.string(),
    period: z.string(),
    asOf: z.string(),
    totals: list(z.object({ measure: z.string(), amount: z.number().nullable() }).readonly()),
    gaps: list(gapSchema),
    /** Open ones; `amount` is the sum of their sizes. */
    exceptions: list(z.object({ priority: z.string(), count: z.number(), amount: z.number() }).readonly()),
    exceptionsByClass: list(z.object({ reasonClass: z.string(), count: z.number(), amount: z.number() }).readonly()),
    lines: z.number(),
    items: z.number(),
    leftOut: z.number(),
    identitiesHold: z.boolean(),
    tieOut: list(tieOutSchema),
    /** What changed since the last run: since when, then a sentence each; none until a run finds a change. */
    changes: list(z.string()),
    /** Sentences a person should read first: a measure not provided, a setting not allowed, a name taken. */
    messages: list(z.string()),
  })
  .readonly();

export type Digest = z.infer<typeof digestSchema>;
