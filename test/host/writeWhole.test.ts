import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeWhole } from '../../host/writeWhole';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tieout-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('pieces of every size are one file', () => {
  const file = path.join(folder, 'out.json');
  const pieces = ['a', 'b'.repeat(3_000_000), '', 'c'];
  writeWhole(file, pieces.map(bytes));
  expect(readFileSync(file, 'utf8')).toBe(pieces.join(''));
  expect(readdirSync(folder)).toEqual(['out.json']);
});

test('where writing breaks off the earlier file is as it was, and nothing else is there', () => {
  const file = path.join(folder, 'out.xlsx');
  writeFileSync(file, 'the result of last month');
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  function* half(): Generator<Uint8Array> {
    yield bytes('x'.repeat(2_000_000));
    throw full;
  }
  expect(() => writeWhole(file, half())).toThrow(full);
  expect(readFileSync(file, 'utf8')).toBe('the result of last month');
  expect(readdirSync(folder)).toEqual(['out.xlsx']);
});

test('a folder in the place of the file is refused and kept', () => {
  const file = path.join(folder, 'out');
  mkdirSync(file);
  expect(() => writeWhole(file, [bytes('x')])).toThrow(/EISDIR|ENOTEMPTY|EPERM|EEXIST/);
  expect(readdirSync(folder)).toEqual(['out']);
});

test('who may read the earlier file may read the one in its place, and nobody else', () => {
  const file = path.join(folder, 'out.xlsx');
  writeFileSync(file, 'the result of last month', { mode: 0o600 });
  writeWhole(file, [bytes('x')]);
  expect(readFileSync(file, 'utf8')).toBe('x');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a file that is protected against writing is refused and kept', () => {
  const file = path.join(folder, 'out.xlsx');
  writeFileSync(file, 'approved', { mode: 0o444 });
  chmodSync(folder, 0o777);
  expect(() => asAnyone(() => writeWhole(file, [bytes('x')]))).toThrow(/EACCES|EPERM/);
  expect(readFileSync(file, 'utf8')).toBe('approved');
  expect(readdirSync(folder)).toEqual(['out.xlsx']);
});

/** As a user without the administrator's rights, to whom nothing is protected. */
function asAnyone(work: () => void): void {
  const NOBODY = 65_534;
  const isAdministrator = process.geteuid?.() === 0;
  if (isAdministrator) process.seteuid?.(NOBODY);
  try {
    work();
  } finally {
    if (isAdministrator) process.seteuid?.(0);
  }
}
