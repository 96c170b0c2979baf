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
  /** What a confirmed link carries, decimal major units written with a point; where it is absent, all that is open. */
  amount: z
    .string()
    .regex(/^-?\d{1,12}(\.\d{1,3})?$/, 'an amount such as 1250.00')
    .optional(),
  /** Of the amount, capitals; where it is absent, the document's own. */
  currency: z.string().optional(),
  decidedBy: z.string().default(''),
  decidedAt: z.string().default(''),
});
export type LinkDecision = z.infer<typeof linkDecisionSchema>;

/** The decision that holds on each match key: the last by its date where both have one, else by its place in the sheet. */
export function lastDecisions(links: readonly LinkDecision[]): ReadonlyMap<string, LinkDecision> {
  const last = new Map<string, LinkDecision>();
  for (const link of links) {
    const before = last.get(link.matchKey);
    const isEarlier = before !== undefined && link.decidedAt !== '' && link.decidedAt < before.decidedAt;
    if (!isEarlier) last.set(link.matchKey, link);
  }
  return last;
}

export function isSameDecision(a: LinkDecision, b: LinkDecision): boolean {
  return a.decision === b.decision && a.amount === b.amount && a.currency === b.currency;
}

/** What a person typed on a row of `Matches` that is no decision: kept in its place, otherwise without effect. */
export interface LinkNote {
  readonly matchKey: string;
  /** The word under `Decision`; "" where only the other cells are filled. */
  readonly typed: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

/** A note that is to be written. */
export interface LinkWrite extends LinkNote {
  /** The word that the row must still say; where it says another nothing is written. */
  readonly expected?: string;
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
  /** Who settled what, the latest last. */
  readonly log?: readonly LoggedDecision[];
}

/** A line of the log of decisions, as its cells show it. */
export interface LoggedDecision {
  /** ISO day. */
  readonly when: string;
  /** Initials; "" where a person gave none. */
  readonly who: string;
  readonly what: string;
  /** Of the exception, match or alias that it is about. */
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

/** Cells of the row of a table of ours that has this key, by header: what a person would type into them. */
export interface KeyedCells {
  readonly key: string;
  readonly cells: Readonly<Record<string, string | number>>;
  /** What the row must still say under some headers; where it says otherwise nothing is written. */
  readonly expected?: Readonly<Record<string, string | number>>;
}
