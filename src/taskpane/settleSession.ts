/** What a person settles, written into the workbook together with its line in the log, and taken back again. */

import type { LookedUp, LookUp } from '../report/settle/lookUp';
import type { KeyedCells, LinkNote, LinkWrite } from '../settings/decisions';
import { logOfAlias, logOfLinks, logOfReviews, logOfUndo } from './decisionLog';
import type { Signed } from './decisionLog';
import type { PaneEvent, PaneState } from './paneState';
import type { QueuedException, Reconciler, SettlingWrites, WorkbookPort } from './ports';
import { lastMade } from './reviewing';
import type { Deciding, Made, Settling, WrittenReview } from './reviewing';
import { isAbort, troubleOf } from './trouble';

export interface SettleSession {
  /** Writes a decision on matches into the workbook; the next run honours it. */
  readonly decide: (deciding: Deciding) => Promise<void>;
  readonly write: (settling: Settling) => Promise<void>;
  /** Takes the last decision back, one of before the run too while its rows stand. @param by initials, for the log. */
  readonly undo: (by: string) => Promise<void>;
  /** Puts a match off: it comes back after the others. */
  readonly skip: (key: string, next: string | null) => void;
  /** Selects the next or previous exception that is to be settled, as the sheet is sorted and filtered. */
  readonly step: (by: 1 | -1) => Promise<void>;
  /** The exceptions in sight as they stand now; null where they cannot be read, which is told. */
  readonly queue: () => Promise<readonly QueuedException[] | null>;
  /** Null where the run that is held does not know. */
  readonly lookUp: (asked: LookUp) => Promise<LookedUp | null>;
}

export interface SettledPane {
  readonly getState: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
  /** Runs one piece of work. */
  readonly work: (task: () => Promise<void>) => Promise<void>;
  /** ISO day. */
  readonly today: () => string;
  /** What is explained is read anew. */
  readonly refresh: () => void;
}

export function createSettleSession(
  workbook: WorkbookPort,
  reconciler: Pick<Reconciler, 'lookUp'>,
  { getState, dispatch, work, today, refresh }: SettledPane,
): SettleSession {
  /** One decision at a time: a second click while the first is written does nothing. */
  const once = async (task: () => Promise<void>): Promise<void> => {
    if (getState().work !== null) return;
    await work(task);
    refresh();
  };

  const decideLinks = async ({ keys, label, verdict, by, next }: Deciding, at: string): Promise<void> => {
    const isWithdrawn = verdict === 'withdrawn';
    const note = isWithdrawn ? { typed: '', decidedBy: '', decidedAt: '' } : { typed: verdict, decidedBy: by, decidedAt: at };
    const links = keys.map((matchKey) => ({ matchKey, typed: note.typed }));
    const written = await workbook.settle(async (writes) => {
      const before = await writes.writeDecisions(keys.map((matchKey) => ({ matchKey, ...note })));
      const logged = logOfLinks(links, before, { by, at });
      await writes.logDecisions(logged);
      return { before, logged };
    });
    dispatch({ type: 'decided', made: { keys, label, verdict, added: null, ...written }, next });
  };

  const addAlias = async ({ keys, label, verdict, alias, by, next }: Deciding, at: string): Promise<void> => {
    if (alias === null) return;
    const added = { kind: 'Customer' as const, ...alias, fromDate: '', decidedBy: by, decidedAt: at };
    const written = await workbook.settle(async (writes) => {
      const isNew = await writes.addAlias(added);
      const logged = isNew ? [logOfAlias(added, { by, at })] : [];
      await writes.logDecisions(logged);
      return { added: isNew ? added : null, logged };
    });
    dispatch({ type: 'decided', made: { keys, label, verdict, before: [], ...written }, next });
  };

  const write = async ({ verdict, label, reviews, links, by }: Settling, at: string): Promise<void> => {
    const signed: Signed = { by, at };
    const written = await workbook.settle(async (writes) => {
      const reviewed = await writeReviews(writes, reviews);
      const { before, rows } = await writeLinks(writes, links, signed);
      const logged = [...logOfReviews(reviewed, signed), ...logOfLinks(links, before, signed)];
      await writes.logDecisions(logged);
      return { reviews: reviewed, before, rows, logged };
    });
    const keys = [...written.reviews.map(({ key }) => key), ...links.map(({ matchKey }) => matchKey)];
    dispatch({ type: 'decided', made: { keys, label, verdict, added: null, ...written }, next: null });
  };

  const undoLast = async (by: string): Promise<void> => {
    const found = lastMade(getState().reviewing);
    if (found === null) return;
    const { last, isHonoured } = found;
    try {
      const gone = await workbook.settle(async (writes) => {
        const missing = await takeBack(writes, isHonoured ? afterRun(last) : last);
        if (last.logged !== undefined) await writes.logDecisions(logOfUndo(last.logged, { by, at: today() }));
        return missing;
      });
      dispatch({ type: 'undone', gone });
    } catch (error) {
      if (isHonoured && troubleOf(error).isLasting === true) dispatch({ type: 'letGo' });
      throw error;
    }
  };

  /** What is only looked at: a trouble is told, nothing else happens. */
  const reading = async <T>(task: () => Promise<T>): Promise<T | null> => {
    try {
      return await task();
    } catch (error) {
      if (!isAbort(error)) dispatch({ type: 'failed', of: null, trouble: troubleOf(error) });
      return null;
    }
  };

  return {
    decide: (deciding) => once(() => (deciding.alias === null ? decideLinks : addAlias)(deciding, today())),
    write: (settling) => once(() => write(settling, today())),
    undo: (by) => once(() => undoLast(by)),
    skip: (key, next) => dispatch({ type: 'skipped', key, next }),
    async step(by) {
      const stepped = await reading(() => workbook.stepException(by));
      if (stepped !== null) dispatch({ type: 'stepped', stepped });
    },
    queue: () => reading(() => workbook.readQueue()),
    lookUp: (asked) => reading(() => reconciler.lookUp(asked)),
  };
}

async function writeReviews(writes: SettlingWrites, reviews: readonly KeyedCells[]): Promise<WrittenReview[]> {
  if (reviews.length === 0) return [];
  const after = new Map(reviews.map(({ key, cells }) => [key, cells]));
  const before = await writes.writeReviews(reviews);
  return before.map(({ key, cells }) => ({ key, before: cells, after: after.get(key) ?? {} }));
}

async function writeLinks(
  writes: SettlingWrites,
  links: Settling['links'],
  { by, at }: Signed,
): Promise<{ readonly before: readonly LinkNote[]; readonly rows: readonly KeyedCells[] }> {
  if (links.length === 0) return { before: [], rows: [] };
  const listed = await writes.listedMatches(links.map(({ matchKey }) => matchKey));
  const inPlace = links.filter(({ matchKey }) => listed.has(matchKey));
  const fresh = links.filter(({ matchKey }) => !listed.has(matchKey));
  const notes = inPlace.map((link) => ({ ...link, decidedBy: by, decidedAt: at }));
  const before = notes.length === 0 ? [] : await writes.writeDecisions(notes);
  const rows = fresh.map(({ matchKey, typed }) => ({
    key: matchKey,
    cells: { Decision: typed, 'Decided by': by, 'Decided at': at },
  }));
  if (rows.length > 0) await writes.addMatches(rows);
  return { before, rows };
}

const keysOf = (rows: readonly KeyedCells[]): string[] => rows.map(({ key }) => key);

/** Rows of `Matches` that were added are the run's own after it: what was typed in them goes, they stay. */
function afterRun(made: Made): Made {
  const { before, rows = [] } = made;
  const blank = rows.map(({ key }): LinkNote => ({ matchKey: key, typed: '', decidedBy: '', decidedAt: '' }));
  return { ...made, before: [...before, ...blank], rows: [] };
}

/**
 * What a person changed since is not overwritten: it is told, and stays.
 * @returns how many rows are no longer there.
 */
async function takeBack(writes: SettlingWrites, { before, added, reviews = [], rows = [], logged = [] }: Made): Promise<number> {
  let gone = 0;
  if (reviews.length > 0) {
    const stood = await writes.writeReviews(reviews.map((one) => ({ key: one.key, cells: one.before, expected: one.after })));
    gone += reviews.length - stood.length;
  }
  if (before.length > 0) {
    const typed = new Map(logged.flatMap(({ what, key, after }) => (what === 'Decision' ? [[key, after] as const] : [])));
    const stood = await writes.writeDecisions(
      before.map((note): LinkWrite => {
        const expected = typed.get(note.matchKey);
        return expected === undefined ? note : { ...note, expected };
      }),
    );
    gone += Math.max(0, before.length - stood.length);
  }
  if (rows.length > 0) await writes.removeMatches(keysOf(rows));
  if (added !== null) await writes.removeAlias(added);
  return gone;
}
