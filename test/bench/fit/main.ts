/**
 * `npm run fit -- DIR... [--write]`: fits the match weights of names on folders with true pairs, and on sets that are
 * generated from their names; tells how a table does on sets that it was not fitted on; writes `fitted.ts`.
 * `npm run fit -- generate OUT --rows 100000 DIR...`: a generated set of that size, from the names of the folders.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { COMPARISONS } from '../../../src/matching/names/levels';
import { readSet, setFolders } from '../names/folder';
import type { NamedRow, NameSet } from '../names/folder';
import { fitTable, linksUnder, MATCHED } from './fit';
import type { WeightTable } from './fit';
import { generatedSet, mixedNames } from './perturb';
import { trainingOf } from './training';
import type { Training } from './training';

/** Share of a generated side that has no partner on the other. */
const STRANGERS = 0.2;
/** Names needed for each row of a side, the strangers' and those that turn out to be one company among them. */
const SPARE = 1.25;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, rows: { type: 'string', default: '100000' } },
});
if (positionals[0] === 'generate') generate(positionals[1] ?? '', Number(values.rows), positionals.slice(2));
else fit(positionals, values.write);

function fit(folders: readonly string[], write: boolean): void {
  const given = folders.flatMap(setFolders).map(readSet);
  if (given.length === 0) throw new RangeError('npm run fit -- DIR...: which folders?');
  const sets = [...given, ...given.map((set, i) => generatedFrom(set, i + 1))].map(trainingOf);
  sets.forEach((set) => tell(`${set.folder}, fitted on the others`, set, fitTable(sets.filter((other) => other !== set))));
  const table = fitTable(sets);
  sets.forEach((set) => tell(`${set.folder}, fitted on all`, set, table));
  const text = sourceOf(table);
  console.log(text);
  if (write) writeFileSync(fileURLToPath(new URL('../../../src/matching/names/fitted.ts', import.meta.url)), text);
}

/** As many rows as the names allow, at most as many as the set has. */
function generatedFrom({ folder, right }: NameSet, seed: number): NameSet {
  const names = right.map(({ name }) => name);
  return generatedSet(`generated from ${path.basename(folder)}`, names, Math.floor(names.length / SPARE), STRANGERS, seed);
}

function tell(what: string, set: Training, table: WeightTable): void {
  const links = linksUnder(set, table);
  const at = (bits: number) => {
    const told = links.filter((link) => link.bits >= bits);
    const right = told.filter(({ isMatch }) => isMatch).length;
    return {
      f1: (2 * right) / (told.length + set.partners),
      precision: right / Math.max(1, told.length),
      recall: right / set.partners,
    };
  };
  const best = Math.max(...Array.from({ length: 161 }, (_, i) => at(-8 + i / 10).f1));
  const matched = at(MATCHED);
  const shown = [at(0).f1, best, matched.precision, matched.recall].map((share) => `${(100 * share).toFixed(2)} %`);
  console.log(
    `${what}: F1 ${shown[0] ?? ''}, at best ${shown[1] ?? ''}; matched precision ${shown[2] ?? ''}, recall ${shown[3] ?? ''}`,
  );
}

function sourceOf({ prior, levels, nextTarget, nextQuery }: WeightTable): string {
  const list = (weights: readonly number[]): string => `[${weights.join(', ')}]`;
  return `/**
 * Match weights of the levels in \`levels.ts\`, in bits, as \`npm run fit -- DIR... --write\` found them on folders of names
 * with true pairs. Not for editing by hand.
 */

/** Odds that a name has a partner at all. */
export const PRIOR = ${prior};

/** By comparison and level, beyond chance: what is shown adds log2 of the number of names, which the prior takes off. */
export const NAME_WEIGHTS: readonly (readonly number[])[] = [
${levels.map((weights, c) => `  // ${COMPARISONS[c]?.name ?? ''}\n  ${list(weights)},`).join('\n')}
];

/** The next target of a query, and the next query of its target, by the level of the gap to it. */
export const NEXT_TARGET: readonly number[] = ${list(nextTarget)};
export const NEXT_QUERY: readonly number[] = ${list(nextQuery)};
`;
}

function generate(folder: string, rows: number, from: readonly string[]): void {
  if (folder === '' || from.length === 0) throw new RangeError('npm run fit -- generate OUT --rows N DIR...');
  const names = [...new Set(from.flatMap(setFolders).flatMap((each) => readSet(each).right.map(({ name }) => name)))];
  const need = Math.ceil(rows * (1 + STRANGERS));
  const all = names.length >= need ? names : [...new Set([...names, ...mixedNames(names, 2 * need, 5)])];
  const { left, right, truth } = generatedSet(folder, all, rows, STRANGERS, 7);
  mkdirSync(folder, { recursive: true });
  const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const table = (list: readonly NamedRow[]): string =>
    ['id,name', ...list.map(({ id, name }) => `${id},${quoted(name)}`)].join('\n');
  writeFileSync(path.join(folder, 'left.csv'), table(left));
  writeFileSync(path.join(folder, 'right.csv'), table(right));
  writeFileSync(
    path.join(folder, 'truth.csv'),
    ['left_id,right_id', ...[...truth].map((key) => key.replace('\t', ','))].join('\n'),
  );
}
