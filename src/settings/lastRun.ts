/** What the workbook remembers of its last run, so that the next can say what changed. Kept in the workbook's own settings. */

import { z } from 'zod';
import { digestSchema } from './digest';

const amounts = z.record(z.string(), z.number());
const settingValue = z.union([z.string(), z.number()]);

const factsSchema = z.object({
  period: z.string(),
  asOf: z.string(),
  currency: z.string(),
  /** Net of the period's items by gap and reason code, minor units of `currency`; a gap that is not provided is absent. */
  gaps: z.record(z.string(), amounts),
  /** What stood under Value, by setting. */
  settings: z.record(z.string(), settingValue),
});
/** The figures of a run that the next one is compared with. */
export type RunFacts = z.infer<typeof factsSchema>;

const countSchema = z.object({ count: z.number(), amount: z.number() });
/** Exceptions and the sum of their sizes, minor units; 0 where the run before was in another currency. */
export type CountAndAmount = z.infer<typeof countSchema>;

const settingChangeSchema = z.object({ key: z.string(), from: settingValue, to: settingValue });
export type SettingChange = z.infer<typeof settingChangeSchema>;

const changesSchema = z.object({
  since: factsSchema.pick({ period: true, asOf: true, currency: true }),
  /** By gap provided both times: what it was, and what each reason moved it by. None where the currency is another. */
  gaps: z.record(z.string(), z.object({ from: z.number(), moves: amounts })),
  exceptions: z.object({ found: countSchema, gone: countSchema, changed: countSchema, reopened: countSchema }),
  settings: z.array(settingChangeSchema),
});
/** What one run found otherwise than the run before it. */
export type RunChanges = z.infer<typeof changesSchema>;

const loggedSchema = settingChangeSchema.extend({
  asOf: z.string(),
  currency: z.string(),
  /** By how much each gap moved in the run that first used the setting, minor units. */
  moved: amounts,
});
export type LoggedSetting = z.infer<typeof loggedSchema>;

const ranSchema = z.object({
  /** ISO day where its user was. */
  on: z.string(),
  /** What was read, as short prints by source, to tell whether it is still the same. */
  sources: z.record(z.string(), z.string()),
});
export type Ran = z.infer<typeof ranSchema>;

export const lastRunSchema = z.object({
  version: z.literal(1),
  facts: factsSchema,
  /** Null after a first run. */
  changes: changesSchema.nullable(),
  /** Changed settings, the latest first. */
  log: z.array(loggedSchema),
  /** Shown when the pane is opened again; one of another version is not. */
  digest: digestSchema.nullable().catch(null).optional(),
  /** Null where the run was not made in the pane. */
  ran: ranSchema.nullable().catch(null).optional(),
});
export type LastRun = z.infer<typeof lastRunSchema>;
