/** The command line in this process, on files that exist only in memory. */

import { reconcileFile } from '../../host/reconcileFile';
import type { ExitCode } from '../../host/reconcileFile';
import type { Workbook } from '../../host/workbook/model';
import type { Reconciliation } from '../../src/domain/reconciliation';
import type { ReconciledRecord } from '../../src/domain/record';
import { reopened, savedBook } from './book';
import type { Sheets } from './book';

export interface CliRun {
  readonly exit: ExitCode;
  readonly printed: string;
  readonly errors: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

class NoSuchFile extends Error {
  readonly code = 'ENOENT';
}

/** @param files texts are written as UTF-8. */
export async function runOn(files: Readonly<Record<string, Uint8Array | string>>, ...args: readonly string[]): Promise<CliRun> {
  const encoder = new TextEncoder();
  const disk = new Map(
    Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? encoder.encode(file) : file]),
  );
  const printed: string[] = [];
  const errors: string[] = [];
  const exit = await reconcileFile(args, {
    read(file) {
      const bytes = disk.get(file);
      if (bytes === undefined) throw new NoSuchFile(file);
      return bytes;
    },
    write: (file, bytes) => void disk.set(file, new Uint8Array(Buffer.concat([...bytes]))),
    print: (text) => void printed.push(text),
    printError: (text) => void errors.push(text),
  });
  return { exit, printed: printed.join('\n'), errors: errors.join('\n'), files: disk };
}

export interface WholeRun {
  readonly printed: string;
  /** The saved result, opened again. */
  readonly workbook: Workbook;
  readonly bytes: Uint8Array;
  readonly result: PlainReconciliation;
}

/** A reconciliation as `--json` writes it: maps are objects. */
export type PlainReconciliation = Pick<
  Reconciliation,
  'lines' | 'items' | 'exceptions' | 'leftOut' | 'tieOut' | 'identities' | 'provided' | 'currency'
> & { readonly records: Readonly<Record<string, ReconciledRecord>> };

/** A run that must go through; every identity and the tie-out are checked, whatever the test is about. */
export async function reconciled(source: Sheets | Uint8Array, ...args: readonly string[]): Promise<WholeRun> {
  const input = source instanceof Uint8Array ? source : savedBook(source);
  const run = await runOn({ 'in.xlsx': input }, 'in.xlsx', '--out', 'out.xlsx', '--json', 'out.json', ...args);
  expect(run.errors).toBe('');
  expect(run.exit).toBe(0);
  const bytes = fileOf(run, 'out.xlsx');
  const result = JSON.parse(new TextDecoder().decode(fileOf(run, 'out.json'))) as PlainReconciliation;
  expect(result.identities.filter(({ holds }) => !holds)).toEqual([]);
  const keys = new Set(result.items.flatMap(({ record, otherRecord }) => [record, otherRecord ?? record]));
  expect([...keys].filter((key) => result.records[key]?.key !== key)).toEqual([]);
  expect(run.printed).toContain('every line adds up to the cent');
  expect(run.printed).not.toContain('DOES NOT TIE');
  expect(rowsReadAre(result)).toEqual(rowsUsedAndLeftOut(result));
  return { printed: run.printed, workbook: reopened(bytes), bytes, result };
}

export function fileOf({ files }: CliRun, name: string): Uint8Array {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`${name} was not written`);
  return bytes;
}

type Sums = Readonly<Record<string, readonly [rows: number, amount: number]>>;

function sumsOf(result: PlainReconciliation, isCounted: (cause: string) => boolean): Sums {
  const sums: Record<string, [number, number]> = {};
  for (const { sheet, role, currency, cause, rows, amount } of result.tieOut) {
    if (!isCounted(cause)) continue;
    const [count, sum] = sums[`${sheet} ${role} ${currency}`] ?? [0, 0];
    sums[`${sheet} ${role} ${currency}`] = [count + rows, sum + amount];
  }
  return sums;
}

const rowsReadAre = (result: PlainReconciliation): Sums => sumsOf(result, (cause) => cause === 'read');
const rowsUsedAndLeftOut = (result: PlainReconciliation): Sums => sumsOf(result, (cause) => cause !== 'read');
