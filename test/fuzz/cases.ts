/** One case for each seed: what is made up, what is done with it, what must hold. The same seed is the same case. */

import { unzipSync } from 'fflate';
import { seeded, type Random } from '../../samples/random';
import { isFileProblem } from '../../host/files/problem';
import { readXlsx } from '../../host/files/readXlsx';
import { writeXlsx } from '../../host/files/writeXlsx';
import { deflateInScript, pack, writeZip } from '../../host/files/zip';
import type { Workbook } from '../../host/workbook/model';
import { fullWorkbook } from '../host/files/support/fullWorkbook';
import { bookOf, reopened } from '../support/book';
import { runOn, type CliRun } from '../support/commandLine';
import { HARMS } from './archives';
import { hostileBook } from './books';
import { contents, readInput, refusalFaults, runFaults } from './oracle';
import { SPOILS } from './parts';
import { hostileSettingsFile, spoilResult, spoilSettings } from './settings';
import { hostileText } from './texts';

export const KINDS = ['workbook', 'parts', 'archive', 'csv', 'settings file', 'written by others'] as const;
export type Kind = (typeof KINDS)[number];

export interface Verdict {
  readonly kind: Kind;
  /** What was done to the input. */
  readonly what: string;
  readonly outcome: 'reconciled' | 'opened' | 'refused';
  /** Empty where all held. */
  readonly faults: readonly string[];
}

type Finding = Omit<Verdict, 'kind'>;

/** How often each kind comes, of a hundred: whole runs take a hundred times as long as files that are refused. */
const SHARES: readonly (readonly [Kind, number])[] = [
  ['workbook', 12],
  ['parts', 40],
  ['archive', 24],
  ['csv', 8],
  ['settings file', 10],
  ['written by others', 6],
];

export function kindOf(seed: number): Kind {
  let die = seeded(seed).next() * 100;
  for (const [kind, share] of SHARES) {
    die -= share;
    if (die < 0) return kind;
  }
  return 'archive';
}

/** Judges a case; a crash is a fault of it. */
export async function judge(seed: number, kind = kindOf(seed)): Promise<Verdict> {
  const random = seeded(seed ^ 0x5bd1e995);
  try {
    return { kind, ...(await JUDGES[kind](random)) };
  } catch (error) {
    return { kind, what: 'a crash', outcome: 'refused', faults: [error instanceof Error ? shortStack(error) : String(error)] };
  }
}

function shortStack(error: Error): string {
  const lines = (error.stack ?? error.message)
    .split('\n')
    .filter((line) => !line.includes('node_modules') && !line.includes('eval at'));
  return lines.slice(0, 6).join(' | ').slice(0, 700);
}

const JUDGES: Readonly<Record<Kind, (random: Random) => Promise<Finding>>> = {
  workbook: async (random) => wholeRun(writeXlsx(hostileBook(random)), 'hostile cells'),
  parts: async (random) => {
    const names = Object.keys(SPOILS);
    const chosen = random.chance(0.8) ? [random.pick(names)] : [random.pick(names), random.pick(names)];
    return openedFile(spoiledFile(chosen, random), chosen.join(' and '), random.chance(0.04));
  },
  archive: async (random) => {
    const name = random.pick(Object.keys(HARMS));
    return openedFile(harmedFile(name, random), name, random.chance(0.04));
  },
  csv: async (random) => csvRun(random),
  'settings file': async (random) => {
    const settings = hostileSettingsFile(random);
    const run = await runOn({ 'in.xlsx': small(), 's.json': settings }, 'in.xlsx', ...OUT, '--settings', 's.json');
    return found(run, 'a settings file', small());
  },
  'written by others': async (random) => writtenByOthers(random),
};

const OUT = ['--out', 'out.xlsx', '--json', 'out.json', '--accept-suggestions'] as const;

const kept = new Map<string, Uint8Array>();
function once(name: string, make: () => Uint8Array): Uint8Array {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const made = make();
  kept.set(name, made);
  return made;
}

const full = (): Uint8Array => once('full', () => writeXlsx(fullWorkbook()));
const small = (): Uint8Array => once('small', () => writeXlsx(bookOf(SMALL)));

const SMALL = {
  Deals: `Deal ID | Account | Amount | Currency | Close Date | Stage | Owner
    D-1 | Acme Ltd | 1200 | EUR | 2026-03-05 | Won | Ann
    D-2 | Birch GmbH | 300.50 | EUR | 2026-03-09 | Won | Ben`,
  Invoices: `Invoice No | Customer | Invoice Date | Net | Currency | Deal | Status
    I-1 | Acme Ltd | 2026-03-20 | 1200 | EUR | D-1 | Paid
    I-2 | Cedar SA | 2026-03-22 | 90 | EUR | | Open`,
  Receipts: `Receipt No | Payer | Payment Date | Amount | Currency | Invoice
    R-1 | Acme Ltd | 2026-04-28 | 1200 | EUR | I-1`,
};

export function spoiledFile(names: readonly string[], random: Random): Uint8Array {
  const decoder = new TextDecoder();
  const parts = new Map(
    Object.entries(unzipSync(random.chance(0.5) ? full() : small())).map(([path, part]) => [path, decoder.decode(part)]),
  );
  for (const name of names) SPOILS[name]?.(parts, random);
  return writeZip([...parts].map(([path, text]) => pack(path, new TextEncoder().encode(text), deflateInScript)));
}

export const harmedFile = (name: string, random: Random): Uint8Array =>
  HARMS[name]?.(random.chance(0.5) ? full() : small(), random) ?? full();

async function wholeRun(input: Uint8Array, what: string): Promise<Finding> {
  return found(await runOn({ 'in.xlsx': input }, 'in.xlsx', ...OUT), what, input);
}

function found(run: CliRun, what: string, input: Uint8Array): Finding {
  return run.exit === 0
    ? { what, outcome: 'reconciled', faults: runFaults(readInput(input), run) }
    : { what, outcome: 'refused', faults: refusalFaults(run.errors) };
}

/** A file that opens can be looked at, saved, and opened again as the same. @param isRun whether it is reconciled too */
export async function openedFile(bytes: Uint8Array, what: string, isRun = false): Promise<Finding> {
  let workbook: Workbook;
  try {
    ({ workbook } = readXlsx(bytes, 'book.xlsx'));
  } catch (error) {
    if (!isFileProblem(error)) throw error;
    return { what, outcome: 'refused', faults: refusalFaults(error.message) };
  }
  const again = reopened(writeXlsx(workbook));
  const faults = workbook.sheets.flatMap((sheet) => {
    const [before, after] = [contents(sheet), again.sheet(sheet.name)];
    if (after === null) return [`${sheet.name} is not in the saved file`];
    const now = contents(after);
    const other = [...before].find(([cell, content]) => now.get(cell) !== content);
    return other === undefined ? [] : [`${sheet.name} ${other.join(' ')} is ${now.get(other[0]) ?? 'gone'} in the saved file`];
  });
  for (const sheet of workbook.sheets) {
    const area = sheet.usedArea(true);
    if (area !== null) sheet.forEachCell(area, (row, column) => void sheet.text(row, column));
  }
  if (!isRun || faults.length > 0) return { what, outcome: 'opened', faults };
  const run = await runOn({ 'in.xlsx': bytes }, 'in.xlsx', ...OUT);
  return run.exit === 0 ? found(run, what, bytes) : { what, outcome: 'refused', faults: refusalFaults(run.errors) };
}

async function csvRun(random: Random): Promise<Finding> {
  const files: Record<string, Uint8Array> = {};
  for (const [name, text] of Object.entries(SMALL)) files[`${name.toLowerCase()}.csv`] = hostileCsv(text, random);
  const run = await runOn(files, ...Object.keys(files), ...OUT);
  if (run.exit !== 0) return { what: 'text files', outcome: 'refused', faults: refusalFaults(run.errors) };
  return {
    what: 'text files',
    outcome: 'reconciled',
    faults: runFaults({ workbook: bookOf({}), problems: [], bytes: null }, run),
  };
}

function hostileCsv(text: string, random: Random): Uint8Array {
  const mark = random.pick([',', ';', '\t', '|']);
  const quoted = (cell: string): string => (/[",;|\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = text.split('\n').map((line) =>
    line
      .split('|')
      .map((cell) =>
        random.chance(0.06) ? (random.chance(0.7) ? quoted(hostileText(random)) : hostileText(random)) : quoted(cell.trim()),
      )
      .join(mark),
  );
  let whole = lines.join(random.pick(['\n', '\r\n', '\r']));
  if (random.chance(0.1))
    whole += random.pick([
      '"',
      '\u0000',
      '\n'.repeat(50_000),
      '"'.repeat(30_001),
      mark.repeat(20_000),
      'sep=;',
      'x'.repeat(300_000),
    ]);
  const bytes = new TextEncoder().encode(whole);
  if (random.chance(0.08)) return Buffer.from(`\uFEFF${whole}`, 'utf16le');
  if (random.chance(0.05)) return bytes.map((byte) => (random.chance(0.01) ? random.whole(0, 255) : byte));
  return random.chance(0.05) ? bytes.slice(0, random.whole(0, bytes.length)) : bytes;
}

let result: Promise<Uint8Array> | null = null;
const resultFile = (): Promise<Uint8Array> =>
  (result ??= runOn({ 'in.xlsx': small() }, 'in.xlsx', ...OUT).then(({ files }) => files.get('out.xlsx') ?? new Uint8Array()));

/** A person makes tables of the sources. */
function makeTables(workbook: Workbook, sources: readonly string[]): void {
  workbook.transact('person', () => {
    for (const name of sources) {
      const sheet = workbook.sheet(name);
      const area = sheet?.usedArea(true) ?? null;
      if (sheet !== null && area !== null) workbook.addTable(sheet, area, true, `My${name}`);
    }
  });
}

/** A result that somebody else wrote into is read again: the sources stand, whatever its settings claim. */
async function writtenByOthers(random: Random): Promise<Finding> {
  const workbook = reopened(await resultFile());
  const sources = Object.keys(SMALL);
  const ours = workbook.sheets.map(({ name }) => name).filter((name) => !sources.includes(name));
  if (random.chance(0.4)) makeTables(workbook, sources);
  if (random.chance(0.6)) spoilSettings(workbook, random);
  if (random.chance(0.6)) spoilResult(workbook, ours, random);
  const input = writeXlsx(workbook);
  const run = await runOn({ 'in.xlsx': input }, 'in.xlsx', ...OUT);
  const what = 'settings and cells';
  if (run.exit !== 0) return { what, outcome: 'refused', faults: refusalFaults(run.errors) };
  return { what, outcome: 'reconciled', faults: runFaults(readInput(input), run, (sheet) => ours.includes(sheet)) };
}
