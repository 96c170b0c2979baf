/**
 * `npm run bench -- names DIR [--worker] [--json]`: who is the same customer, on a folder of names with their true pairs (or a
 * folder of such folders), by the product's own way from records to customer links; and the pairs of a `hard_pairs.csv`, if
 * any. With `--worker` also in a Web Worker of a headless Chromium, where the add-in does it.
 */

import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { Records } from '../../../src/domain/record';
import { knownFacts } from '../../../src/matching/customers/knownFacts';
import { gatherParties } from '../../../src/matching/customers/parties';
import { numberRecords } from '../../../src/matching/numbered';
import type { Side } from '../../../src/matching/customers/parties';
import { linkParties } from '../../../src/matching/customers/partyLinks';
import { MATCHED_FROM, SUGGESTED_FROM } from '../../../src/matching/matchWeight';
import { distinctNames, nameTable } from '../../../src/matching/names/nameTable';
import { nameIndex, rankNames } from '../../../src/matching/names/ranking';
import { runInWorker } from '../inWorker';
import type { Growth } from '../inWorker';
import { bookOf } from './book';
import { readHardPairs, readSet, setFolders } from './folder';
import type { HardPair, NamedRow, NameSet } from './folder';
import { columnsOf } from './columns';
import { linkNames, linkRecords } from './link';
import type { Linked } from './link';
import { bestThreshold, qualityFrom, recallAtPrecision } from './measure';
import type { Best, Quality, Scored } from './measure';
import { measured } from './peakMemory';

interface SetReport extends Quality {
  readonly folder: string;
  readonly left: number;
  readonly right: number;
  readonly partners: number;
  /** Of the links that are matched, not only suggested. */
  readonly matched: { readonly precision: number; readonly recall: number };
  readonly best: Best;
  readonly recallAtPrecision99: number;
  /** From records to customers and links. */
  readonly seconds: number;
  /** Finding and comparing names alone. */
  readonly namesSeconds: number;
  /** Names whose search the budget cut. */
  readonly cut: number;
  /** Beyond the records. */
  readonly megabytes: number;
  readonly worker?: WorkerReport;
}

/** In a Web Worker: the links must be the same. `megabytes`: of the page's process; null where unknown. */
interface WorkerReport {
  readonly sameLinks: boolean;
  readonly seconds: number;
  readonly megabytes: Growth | null;
}

interface HardReport {
  readonly pairs: number;
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
}

export async function benchNames(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { worker: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new RangeError('npm run bench -- names DIR: which folder?');
  const sets: SetReport[] = [];
  for (const each of setFolders(folder)) {
    const report = await reportOf(readSet(each), values.worker);
    sets.push(report);
    if (!values.json) print(report);
  }
  const pairs = readHardPairs(folder);
  const hardPairs = pairs.length === 0 ? null : hardReport(pairs);
  if (sets.length === 0 && hardPairs === null)
    throw new RangeError(`${folder} has neither left.csv, right.csv and truth.csv nor hard_pairs.csv`);
  if (values.json) console.log(JSON.stringify(sets.length === 1 && hardPairs === null ? sets[0] : { sets, hardPairs }, null, 2));
  else if (hardPairs !== null)
    console.log(
      `hard pairs: ${percent(hardPairs.accuracy)} of ${hardPairs.pairs} right; precision ${percent(hardPairs.precision)}, recall ${percent(hardPairs.recall)}`,
    );
}

async function reportOf({ folder, left, right, truth }: NameSet, inWorker: boolean): Promise<SetReport> {
  const records = bookOf(left, right);
  const { result, megabytes } = await measured(() => linkRecords(records));
  const { links, seconds } = result;
  const { all, seconds: namesSeconds, cut } = namesAlone(records);
  return {
    folder,
    left: left.length,
    right: right.length,
    partners: truth.size,
    ...qualityFrom(links, truth, SUGGESTED_FROM),
    matched: qualityFrom(links, truth, MATCHED_FROM),
    best: bestThreshold(all, truth),
    recallAtPrecision99: recallAtPrecision(all, truth, 0.99),
    seconds,
    namesSeconds,
    cut,
    megabytes,
    ...(inWorker ? { worker: await workerReport(left, right, links) } : {}),
  };
}

async function workerReport(
  left: readonly NamedRow[],
  right: readonly NamedRow[],
  links: readonly Scored[],
): Promise<WorkerReport> {
  const run = await runInWorker(new URL('./link.worker.ts', import.meta.url), {
    left: columnsOf(left),
    right: columnsOf(right),
  });
  const linked = run.answer as Linked;
  return { sameLinks: isDeepStrictEqual(linked.links, links), seconds: linked.seconds, megabytes: run.megabytes };
}

interface NamesAlone {
  /** Links of every probability, those that the product would not tell of among them, to see how well the threshold lies. */
  readonly all: readonly Scored[];
  /** Finding and comparing names alone, without facts, links and their evidence. */
  readonly seconds: number;
  /** Names whose search the budget cut. */
  readonly cut: number;
}

function namesAlone(records: Records): NamesAlone {
  const { list } = gatherParties(numberRecords(records));
  const positions = (wanted: Side): number[] => list.flatMap(({ side }, i) => (side === wanted ? [i] : []));
  const [crm, ledger] = [positions('crm'), positions('ledger')];
  const start = performance.now();
  const names = nameTable(list.map(({ normal }) => normal));
  const { cut } = rankNames(nameIndex(names, distinctNames(names, ledger), distinctNames(names, crm)));
  const seconds = (performance.now() - start) / 1000;
  const context = {
    parties: list,
    names,
    rootOf: (party: number) => party,
    sameIds: () => false,
    shared: () => NOTHING_SHARED,
    known: knownFacts(list),
    refused: new Set<string>(),
    rejected: () => undefined,
  };
  const links = linkParties(ledger, crm, context, { least: 0 });
  const idOf = (party: number): string => list[party]?.shownId ?? '';
  const all = links.map(({ query, target, probability }) => ({ left: idOf(target), right: idOf(query), probability }));
  return { all, seconds, cut };
}

const NOTHING_SHARED = { references: undefined, amounts: undefined };

/** Each pair is a book of its own: one deal, one invoice. */
function hardReport(pairs: readonly HardPair[]): HardReport {
  const told = pairs.map(({ left, right }) => {
    const row = (id: string, name: string) => ({ id, name, taxNumber: '', domain: '' });
    return linkNames([row('A-1', left)], [row('B-1', right)]).links.length > 0;
  });
  const count = (wanted: boolean, is: boolean): number =>
    pairs.filter(({ isMatch }, i) => told[i] === wanted && isMatch === is).length;
  const [right, wrong, missed, refused] = [count(true, true), count(true, false), count(false, true), count(false, false)];
  return {
    pairs: pairs.length,
    accuracy: (right + refused) / pairs.length,
    precision: right / Math.max(1, right + wrong),
    recall: right / Math.max(1, right + missed),
  };
}

function print(report: SetReport): void {
  const { folder, left, right, partners, matched, best } = report;
  const shown = (quality: Quality): string =>
    `F1 ${percent(quality.f1)}  precision ${percent(quality.precision)}  recall ${percent(quality.recall)}`;
  const lines = [
    `${folder}: ${left.toLocaleString('en')} × ${right.toLocaleString('en')} names, ${partners.toLocaleString('en')} partners`,
    `  as shipped (${SUGGESTED_FROM})  ${shown(report)}`,
    `  matched (${MATCHED_FROM})     precision ${percent(matched.precision)}  recall ${percent(matched.recall)}`,
    `  best (${best.threshold.toFixed(2)})       ${shown(best)}`,
    `  recall at precision .99: ${percent(report.recallAtPrecision99)}`,
    `  ${report.seconds.toFixed(2)} s, names alone ${report.namesSeconds.toFixed(2)} s, ${report.megabytes.toFixed(0)} MB; ${report.cut} searches cut`,
  ];
  if (report.worker !== undefined) lines.push(`  in a Chromium worker: ${workerText(report.worker)}`);
  console.log(lines.join('\n'));
}

function workerText({ sameLinks, seconds, megabytes }: WorkerReport): string {
  const size =
    megabytes === null
      ? ''
      : `, ${megabytes.work.toFixed(0)} MB, ${megabytes.all.toFixed(0)} MB with the message and its records`;
  return `${seconds.toFixed(2)} s${size}, ${sameLinks ? 'the same links' : 'OTHER LINKS'}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
