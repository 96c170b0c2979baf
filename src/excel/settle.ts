/** What a person settles in the pane: each part is looked up, then all are written together. */

import type { Alias, KeyedCells, LinkWrite, LoggedDecision } from '../settings/decisions';
import { prepareLog } from './decisionLog';
import { withExcel } from './session';
import { writeTogether } from './together';
import type { Prepared } from './together';
import { prepareAlias, prepareDecisions, prepareWithoutAlias } from './writeDecisions';
import { listedMatches, prepareMatches, prepareReviews, prepareWithoutMatches } from './writeReviews';

/**
 * Writes what the task asks for once it has asked for all of it.
 * @throws TroubleError where a part is not there, or Excel refuses one; then nothing was written.
 */
export function settle<T>(task: (writes: Writes) => Promise<T>): Promise<T> {
  return withExcel(async (context) => {
    const asked: Prepared[] = [];
    const told = await task(writesInto(context, asked));
    await writeTogether(context, asked);
    return told;
  });
}

type Writes = ReturnType<typeof writesInto>;

/** What `taskpane/ports` calls `SettlingWrites`. */
function writesInto(context: Excel.RequestContext, asked: Prepared[]) {
  const ask = (prepared: Prepared | null): boolean => {
    if (prepared !== null) asked.push(prepared);
    return prepared !== null;
  };
  return {
    async writeDecisions(notes: readonly LinkWrite[]) {
      const { before, prepared } = await prepareDecisions(context, notes);
      ask(prepared);
      return before;
    },
    async writeReviews(writes: readonly KeyedCells[]) {
      const { before, prepared } = await prepareReviews(context, writes);
      ask(prepared);
      return before;
    },
    addAlias: async (alias: Alias) => ask(await prepareAlias(context, alias)),
    async removeAlias(alias: Alias) {
      ask(await prepareWithoutAlias(context, alias));
    },
    listedMatches: (keys: readonly string[]) => listedMatches(context, keys),
    async addMatches(rows: readonly KeyedCells[]) {
      ask(await prepareMatches(context, rows));
    },
    async removeMatches(keys: readonly string[]) {
      ask(await prepareWithoutMatches(context, keys));
    },
    logDecisions: async (entries: readonly LoggedDecision[]) => ask(await prepareLog(context, entries)),
  };
}
