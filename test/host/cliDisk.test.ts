/** The command line where saving goes wrong: nothing half-written, the input as it was, what and what next in words. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeXlsx } from '../../host/files/writeXlsx';
import { reconcileFile } from '../../host/reconcileFile';
import { checkPlace, writeWhole } from '../../host/writeWhole';
import { STORY } from '../../samples/story';
import { sampleWorkbook } from '../../samples/workbook';

const EARLIER = 'the result of last month';
let folder: string;
let input: string;
let before: Buffer;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tieout-disk-'));
  input = path.join(folder, 'in.xlsx');
  before = Buffer.from(writeXlsx(sampleWorkbook('story.xlsx', STORY)));
  writeFileSync(input, before);
});
afterEach(() => {
  expect(readFileSync(input).equals(before)).toBe(true);
  rmSync(folder, { recursive: true, force: true });
});

async function run(
  write: typeof writeWhole,
  ...args: readonly string[]
): Promise<{ exit: number; printed: string; errors: string }> {
  const [printed, errors]: string[][] = [[], []];
  const exit = await reconcileFile([input, ...args], {
    read: (file) => readFileSync(file),
    check: checkPlace,
    write,
    print: (text) => void printed?.push(text),
    printError: (text) => void errors?.push(text),
  });
  return { exit, printed: (printed ?? []).join('\n'), errors: (errors ?? []).join('\n') };
}

/** A disk that takes a little and then refuses. */
const refusing =
  (code: string, isRefused: (file: string) => boolean = () => true): typeof writeWhole =>
  (file, pieces) => {
    writeWhole(
      file,
      (function* () {
        for (const piece of pieces) {
          yield piece;
          if (isRefused(file)) throw Object.assign(new Error(`${code}: of the system`), { code });
        }
      })(),
    );
  };

test.each([
  ['ENOSPC', 'the disk is full. Make room on it, or give another place with --out.'],
  ['EDQUOT', 'the disk is full. Make room on it, or give another place with --out.'],
  ['EROFS', 'the disk is read-only. Give another place with --out.'],
  ['EBUSY', 'another program has it open. Close it there, or give another name with --out.'],
  ['EIO', 'the disk failed. Give another place with --out.'],
])('%s while the workbook is saved', async (code, said) => {
  const out = path.join(folder, 'out.xlsx');
  writeFileSync(out, EARLIER);
  const { exit, errors } = await run(refusing(code), '--out', out);
  expect(exit).toBe(2);
  expect(errors).toBe(`${out} cannot be written: ${said}`);
  expect(readFileSync(out, 'utf8')).toBe(EARLIER);
  expect(readdirSync(folder).sort()).toEqual(['in.xlsx', 'out.xlsx']);
});

test('the disk is full for the second file: the first is whole, and that is said', async () => {
  const [out, json] = [path.join(folder, 'out.xlsx'), path.join(folder, 'out.json')];
  const { exit, errors } = await run(
    refusing('ENOSPC', (file) => file === json),
    '--out',
    out,
    '--json',
    json,
  );
  expect(exit).toBe(2);
  expect(errors).toBe(
    `${json} cannot be written: the disk is full. Make room on it, or give another place with --json. The workbook was written to ${out}.`,
  );
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  expect(existsSync(json)).toBe(false);
});

test('a folder that is not there is told before any work is done', async () => {
  const out = path.join(folder, 'reports', 'out.xlsx');
  const { exit, printed, errors } = await run(writeWhole, '--out', out);
  expect(exit).toBe(2);
  expect(printed).toBe('');
  expect(errors).toBe(`${out} cannot be written: its folder is not there. Make the folder, or give another place with --out.`);
  expect(readdirSync(folder)).toEqual(['in.xlsx']);
});

test('a folder in the place of the file is told before any work is done', async () => {
  const out = path.join(folder, 'out.xlsx');
  mkdirSync(out);
  const { exit, printed, errors } = await run(writeWhole, '--out', out);
  expect([exit, printed]).toEqual([2, '']);
  expect(errors).toBe(`${out} cannot be written: it is a folder. Give another name with --out.`);
});

test('a process that is killed while it saves leaves the earlier file whole; the next run takes the place of what was begun', async () => {
  const out = path.join(folder, 'out.xlsx');
  writeFileSync(out, EARLIER);
  const module = path.resolve(__dirname, '../../host/writeWhole.ts');
  const script = `
    import { writeWhole } from ${JSON.stringify(module)};
    writeWhole(${JSON.stringify(out)}, (function* () {
      yield new Uint8Array(3_000_000);
      process.kill(process.pid, 'SIGKILL');
      yield new Uint8Array(3_000_000);
    })());`;
  const file = path.join(folder, 'killed.mts');
  writeFileSync(file, script);
  const killed = spawnSync(process.execPath, ['--import', 'tsx', file], { cwd: path.resolve(__dirname, '../..') });
  expect(killed.signal).toBe('SIGKILL');
  rmSync(file);
  expect(readFileSync(out, 'utf8')).toBe(EARLIER);
  expect(readdirSync(folder)).toContain('out.xlsx.part');
  const { exit } = await run(writeWhole, '--out', out);
  expect(exit).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['in.xlsx', 'out.xlsx']);
});
