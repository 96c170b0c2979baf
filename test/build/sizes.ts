/** How large each file of a build is, and how large it may be. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Kilobytes gzipped, by entry or chunk. What opens the pane comes first; the rest is loaded when it is needed. */
export const BUDGET: ReadonlyMap<string, number> = new Map([
  ['taskpane', 300],
  ['commands', 100],
  ['said', 30],
  ['worker', 250],
  ['writer', 15],
  ['results', 45],
  ['german', 40],
  ['sample', 5],
]);

export interface BuiltFile {
  readonly name: string;
  readonly kilobytes: number;
  /** Null where nobody set one. */
  readonly budget: number | null;
}

export function builtScripts(folder: string): BuiltFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => {
      const name = file.replace(/\.[0-9a-f]{8}\.js$|\.js$/, '');
      return { name, kilobytes: gzipSync(readFileSync(path.join(folder, file))).length / 1024, budget: BUDGET.get(name) ?? null };
    })
    .sort((a, b) => b.kilobytes - a.kilobytes);
}

export const sizeLine = ({ name, kilobytes, budget }: BuiltFile): string =>
  `${name.padEnd(10)} ${kilobytes.toFixed(1).padStart(7)} KB gzipped, of ${budget === null ? 'no budget' : String(budget)}`;
