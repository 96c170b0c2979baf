/** What people type after a run looked last: read in the very request that writes over it, and typed again in its place. */

import type { RawCell } from '../domain/grid';
import { isTooLarge } from './trouble';
import { cellsAbove, tableCells, typedCells } from './watched';
import type { Asked, Watched, WatchedRows, WatchedSheet } from './watched';

/** What one answer of Excel holds for sure. What is more is not watched: that the answer comes is worth more. */
const MOST_CELLS = 150_000;
const MOST_CHARACTERS = 1_500_000;

export interface Watch {
  /** Asks anew, in the request that writes over them. */
  readonly ask: (context: Excel.RequestContext) => void;
  /** Types again what came between. @returns what to tell. */
  readonly typeAgain: (context: Excel.RequestContext) => Promise<string[]>;
}

export const NOTHING_WATCHED: Watch = { ask: () => undefined, typeAgain: () => Promise.resolve([]) };

/** What stands now must be what the run takes in: whoever asks looks for that after this. */
export async function watch(context: Excel.RequestContext, sheets: readonly WatchedSheet[]): Promise<Watch> {
  const all = sheets.flatMap((sheet) => [
    typedCells(sheet),
    cellsAbove(sheet),
    ...sheet.tables.map((table) => tableCells(sheet, table)),
  ]);
  const few = fitting(all, ({ cells }) => cells, MOST_CELLS);
  const watched = fitting(await read(context, few), charactersOf, MOST_CHARACTERS);
  let found: Asked[] = [];
  return {
    ask(again) {
      found = watched.map(({ of }) => of.ask(again));
    },
    async typeAgain(again) {
      const names = new Set<string>();
      for (const [index, { of, stood }] of watched.entries()) {
        const now = found[index];
        // Almost always nothing was typed: then nothing needs to be looked up by its key.
        if (now === undefined || isSame(stood.values(), now.values())) continue;
        const typed = typedSince(stood.rows(), now.rows());
        if (typed.size === 0) continue;
        await of.type(again, typed);
        names.add(of.name);
      }
      return [...names].map(
        (name) => `What was typed into “${name}” while the result was put in place stands in it. Run again to take it in.`,
      );
    },
  };
}

/** The smallest first: where people type most there are few rows. */
function fitting<T>(all: readonly T[], sizeOf: (one: T) => number, most: number): T[] {
  let room = most;
  return all
    .map((one) => ({ one, size: sizeOf(one) }))
    .sort((a, b) => a.size - b.size)
    .filter(({ size }) => size > 0 && (room -= size) >= 0)
    .map(({ one }) => one);
}

interface Stood {
  readonly of: Watched;
  readonly stood: Asked;
}

const charactersOf = ({ stood }: Stood): number => stood.values().reduce<number>((sum, cell) => sum + String(cell).length + 5, 1);

const isSame = (before: readonly RawCell[], now: readonly RawCell[]): boolean =>
  now.length === before.length && now.every((cell, at) => cell === before[at]);

/** What is too large for an answer is left out. */
async function read(context: Excel.RequestContext, watched: readonly Watched[]): Promise<Stood[]> {
  if (watched.length === 0) return [];
  const asked = watched.map((of) => ({ of, given: of.ask(context) }));
  try {
    await context.sync();
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    if (watched.length === 1) return [];
    const half = Math.ceil(watched.length / 2);
    return [...(await read(context, watched.slice(0, half))), ...(await read(context, watched.slice(half)))];
  }
  return asked.map(({ of, given }) => ({ of, stood: given }));
}

function typedSince(stood: WatchedRows, found: WatchedRows): WatchedRows {
  const changed = [...found].map(([key, row]) => {
    const before = stood.get(key)?.cells ?? {};
    const cells = Object.entries(row.cells).filter(([header, cell]) => cell !== (before[header] ?? ''));
    return [key, { ...row, cells: Object.fromEntries(cells) }] as const;
  });
  return new Map(changed.filter(([, { cells }]) => Object.keys(cells).length > 0));
}
