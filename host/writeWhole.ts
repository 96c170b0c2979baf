/** Files that are there whole or not at all: a disk that fills up leaves the earlier file as it was. */

import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/** Small pieces are written together. */
const BLOCK = 1 << 20;

/** @throws as Node's file functions do; what was begun is taken away. */
export function writeWhole(file: string, pieces: Iterable<Uint8Array>): void {
  const there = statSync(file, { throwIfNoEntry: false });
  // A pipe or a terminal takes the pieces as they come.
  if (there !== undefined && !there.isFile()) {
    writeTo(file, pieces, false);
    return;
  }
  const target = there === undefined ? file : realpathSync(file);
  // A file that may not be written must not be replaced either.
  if (there !== undefined) closeSync(openSync(target, 'r+'));
  const begun = `${target}.part`;
  try {
    writeTo(begun, pieces, true, there?.mode);
    renameSync(begun, target);
  } catch (error) {
    rmSync(begun, { force: true });
    throw error;
  }
}

/** @throws as `writeWhole` would where its place is not there, is a folder, or may not be written. */
export function checkPlace(file: string): void {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isDirectory() === true) throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR' });
  if (there !== undefined) accessSync(file, constants.W_OK);
  // A pipe or a terminal needs no place beside it.
  if (there === undefined || there.isFile())
    accessSync(path.dirname(there === undefined ? file : realpathSync(file)), constants.W_OK);
}

/** @param mode who may read and write a file that is made; as the system has it where left out */
function writeTo(file: string, pieces: Iterable<Uint8Array>, isFile: boolean, mode?: number): void {
  const handle = openSync(file, 'w');
  try {
    if (mode !== undefined) fchmodSync(handle, mode);
    for (const block of inBlocks(pieces)) writeAll(handle, block);
    // On the disk before it takes the place of the earlier file; a pipe has none.
    if (isFile) fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function* inBlocks(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    size += piece.length;
    if (size < BLOCK) continue;
    yield waiting.length === 1 ? piece : Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(waiting);
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
}
