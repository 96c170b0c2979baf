/** What people settled: aliases, links confirmed or refused, exceptions under review. */

import { z } from 'zod';

export const aliasSchema = z.object({
  kind: z.enum(['Customer', 'Owner']),
  from: z.string(),
  to: z.string(),
  fromDate: z.string().default(''),
  decidedBy: z.string().default(''),
  decidedAt: z.string().default(''),
});
export type Alias = z.infer<typeof aliasSchema>;

/** A decision on a row of `Matches`, by its match key: kind + both records' keys. */
export const linkDecisionSchema = z.object({
  matchKey: z.string(),
  decision: z.enum(['confirmed', 'refused']),
  decidedBy: z.string().default(''),
  decidedAt: z.string().default(''),
});
export type LinkDecision = z.infer<typeof linkDecisionSchema>;

/** What a person typed on a row of `Matches` that is no decision: kept in its place, otherwise without effect. */
export interface LinkNote {
  readonly matchKey: string;
  /** The word under `Decision`; "" where only the other cells are filled. */
  readonly typed: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

/** A row of the `Exceptions` sheet as it stood before the run, reviewer's cells as typed. */
export interface PreviousException {
  readonly key: string;
  readonly status: string;
  readonly resolution: string;
  readonly assignee: string;
  readonly dueBy: string | number;
  readonly acceptUntil: string | number;
  readonly comment: string;
  /** Excel serials. */
  readonly firstSeen: number | null;
  readonly lastSeen: number | null;
  readonly closedOn: number | null;
  readonly code: string;
  readonly gap: string;
  /** Major units of the reporting currency, as shown. */
  readonly amount: number;
  readonly whatChanged: string;
  /** The other cells of Tieout's columns by header, as shown: needed to keep a row that was not tested. */
  readonly cells: Readonly<Record<string, string | number | boolean>>;
}

export interface Decisions {
  readonly aliases: readonly Alias[];
  readonly links: readonly LinkDecision[];
  readonly notes?: readonly LinkNote[];
}
