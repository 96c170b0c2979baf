/**
 * Zip archives, read and written without loss: an entry that is not touched keeps its packed bytes, and every entry is
 * checked against its length and checksum before anything in it is believed.
 */
import { Deflate as Deflater, deflateSync, inflateSync } from 'fflate';
import { FileProblem } from './problem';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

export interface ZipLimits {
  /** Unpacked bytes of one entry. */
  readonly entry: number;
  /** Unpacked bytes of all entries. */
  readonly total: number;
  readonly entries: number;
  /** Unpacked bytes that each packed one vouches for, whatever the limits: a large book is large packed as well, a bomb is not. */
  readonly vouched: number;
}

/** Five million cells take about 300 MB in a sheet's part; sheets shrink to a tenth, the most even ones to a twentieth. */
export const ZIP_LIMITS: ZipLimits = { entry: 512 * 2 ** 20, total: 2 ** 30, entries: 10_000, vouched: 25 };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
export const DEFLATED = 8;
/** Deflate cannot shrink further than 1032 to 1 (RFC 1951: 258 bytes for two bits). */
const MOST_DEFLATE = 1032;

const GET_AGAIN = 'Open it in Excel and save it again as .xlsx, or get the file once more.';

/** Entries by name, without unpacking any. @throws FileProblem */
export function readZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) ({ at } = readZip64End(view, end));
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === CENTRAL) {
    const { entry, next } = readCentral(bytes, view, at, limits);
    at = next;
    if (entry.name.endsWith('/')) continue;
    total += entry.size;
    const most = Math.max(limits.total, bytes.length * limits.vouched);
    if (total > most) throw tooLarge('All parts together', total, most);
    if (entries.size >= limits.entries) throw tooLarge('The number of parts', entries.size + 1, limits.entries);
    if (entries.has(entry.name)) throw damaged(`The part ${entry.name} is in it twice.`);
    entries.set(entry.name, entry);
  }
  if (entries.size < count && count !== 0xffff) throw truncated(`It lists ${count} parts, and ${entries.size} are there.`);
  return entries;
}

/** Unpacked and checked bytes of an entry. @throws FileProblem */
export function unpack(entry: ZipEntry): Uint8Array {
  const bytes = entry.method === STORED ? entry.packed : inflate(entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc)
    throw damaged(`The part ${entry.name} does not match its checksum.`);
  return bytes;
}

function inflate(entry: ZipEntry): Uint8Array {
  if (entry.packed.length === 0) throw damaged(`The part ${entry.name} holds nothing.`);
  try {
    return inflateSync(entry.packed, { out: new Uint8Array(entry.size) });
  } catch (error) {
    throw damaged(`The part ${entry.name} cannot be unpacked (${error instanceof Error ? error.message : String(error)}).`);
  }
}

/** Packs the bytes that it is given one after another as raw deflate (RFC 1951). */
export type Packer = (bytes: Uint8Array, isLast: boolean) => Uint8Array;

/** @param level from 1, fast, to 9, small */
export type Deflate = (level: 2 | 6) => Packer;

export const deflateInScript: Deflate = (level) => {
  let stream: Deflater | null = null;
  return (bytes, isLast) => {
    if (stream === null && isLast) return deflateSync(bytes, { level });
    const pieces: Uint8Array[] = [];
    stream ??= new Deflater({ level });
    stream.ondata = (piece) => pieces.push(piece);
    stream.push(bytes, isLast);
    return joinedBytes(pieces);
  };
};

export function joinedBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** The same entries give the same bytes: every date is 1980-01-01, the first a zip can hold. */
export const writeZip = (entries: readonly ZipEntry[]): Uint8Array => joinedBytes(zipPieces(entries));

/** The archive in pieces, in their order; what is packed is not copied. */
export function zipPieces(entries: readonly ZipEntry[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const local = header(LOCAL, 30, 4, entry, name);
    const central = header(CENTRAL, 46, 6, entry, name);
    const view = viewOf(central);
    view.setUint16(4, VERSION, true);
    view.setUint32(42, at, true);
    directory.push(central);
    pieces.push(local, entry.packed);
    at += local.length + entry.packed.length;
  }
  const end = new Uint8Array(22);
  const view = viewOf(end);
  view.setUint32(0, END, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(
    12,
    directory.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  view.setUint32(16, at, true);
  return [...pieces, ...directory, end];
}

/** @param length of the header without its name; @param fieldsAt where the fields are that local headers and the directory have in common */
function header(mark: number, length: number, fieldsAt: number, entry: ZipEntry, name: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(length + name.length);
  const view = viewOf(bytes);
  view.setUint32(0, mark, true);
  writeFields(view, fieldsAt, entry, name.length);
  bytes.set(name, length);
  return bytes;
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView => new DataView(buffer, byteOffset, byteLength);

/** Of the format that is needed to unpack: 2.0. */
const VERSION = 20;

/** The fields that a local header and the directory have in common, from "version needed" to the lengths. */
function writeFields(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  const FIRST_DATE = 0x21;
  const UTF8_NAME = 0x800;
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAME, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, FIRST_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}

/** Beyond this, packing twice as fast is worth a tenth more bytes. */
const LARGE = 1 << 20;

export function pack(name: string, bytes: Uint8Array, deflate: Deflate): ZipEntry {
  const packed = deflate(bytes.length > LARGE ? 2 : 6)(bytes, true);
  return packed.length < bytes.length
    ? { name, method: DEFLATED, crc: crc32(bytes), size: bytes.length, packed }
    : { name, method: STORED, crc: crc32(bytes), size: bytes.length, packed: bytes };
}

function findEnd(view: DataView): number {
  const LONGEST_COMMENT = 0xffff;
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - LONGEST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw truncated('It begins as a zip archive, but the directory at its end is missing.');
}

function readZip64End(view: DataView, end: number): { at: number } {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) throw damaged('Its directory cannot be found.');
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== 0x06064b50)
    throw damaged('Its directory cannot be found.');
  return { at: Number(view.getBigUint64(record + 48, true)) };
}

function readCentral(bytes: Uint8Array, view: DataView, at: number, limits: ZipLimits): { entry: ZipEntry; next: number } {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw truncated('Its directory ends in the middle of an entry.');
  const name = new TextDecoder()
    .decode(bytes.subarray(at + 46, at + 46 + nameLength))
    .replaceAll('\\', '/')
    .replace(/^\//, '');
  const long = readZip64Extra(view, at, at + 46 + nameLength, extraLength);
  if ((flags & 1) !== 0) throw encrypted(`The part ${name} is encrypted.`);
  if (method !== STORED && method !== DEFLATED)
    throw damaged(`The part ${name} is packed in a way Excel does not use (method ${method}).`);
  const most = Math.max(limits.entry, long.packed * limits.vouched);
  if (long.size > most) throw tooLarge(`The part ${name}`, long.size, most);
  if (long.size > Math.max(long.packed * MOST_DEFLATE, 64))
    throw damaged(`The part ${name} claims to be larger than its bytes can hold.`);
  if (long.offset + 30 > view.byteLength || view.getUint32(long.offset, true) !== LOCAL)
    throw truncated(`The part ${name} is not where the directory says.`);
  const start = long.offset + 30 + view.getUint16(long.offset + 26, true) + view.getUint16(long.offset + 28, true);
  if (start + long.packed > view.byteLength) throw truncated(`The part ${name} ends early.`);
  return { entry: { name, method, crc, size: long.size, packed: bytes.subarray(start, start + long.packed) }, next };
}

/** Lengths and offset, from the zip64 extra field where the short fields say so. */
function readZip64Extra(
  view: DataView,
  header: number,
  extra: number,
  extraLength: number,
): { size: number; packed: number; offset: number } {
  let packed = view.getUint32(header + 20, true);
  let size = view.getUint32(header + 24, true);
  let offset = view.getUint32(header + 42, true);
  for (let at = extra; at + 4 <= extra + extraLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), view.byteLength);
    let field = at + 4;
    const take = (short: number): number => {
      if (short !== 0xffffffff || field + 8 > end) return short;
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    };
    size = take(size);
    packed = take(packed);
    offset = take(offset);
  }
  return { size, packed, offset };
}

/** Four tables: what a byte does to the sum after up to three more bytes. */
const CRC_TABLES = ((): Int32Array => {
  const tables = new Int32Array(4 * 256);
  for (let n = 0; n < 256; n += 1) {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = (c & 1) === 0 ? c >>> 1 : 0xedb88320 ^ (c >>> 1);
    tables[n] = c;
  }
  for (let n = 256; n < tables.length; n += 1) {
    const before = tables[n - 256] ?? 0;
    tables[n] = (tables[before & 0xff] ?? 0) ^ (before >>> 8);
  }
  return tables;
})();

/** @param before the sum of the bytes before these */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  let at = 0;
  // Four bytes at once take half the time.
  for (const last = bytes.length - 3; at < last; at += 4) {
    crc ^= (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    crc =
      (CRC_TABLES[768 + (crc & 0xff)] ?? 0) ^
      (CRC_TABLES[512 + ((crc >>> 8) & 0xff)] ?? 0) ^
      (CRC_TABLES[256 + ((crc >>> 16) & 0xff)] ?? 0) ^
      (CRC_TABLES[crc >>> 24] ?? 0);
  }
  for (; at < bytes.length; at += 1) crc = (CRC_TABLES[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

const damaged = (why: string): FileProblem => new FileProblem('damaged', 'The file is damaged.', why, GET_AGAIN);
const truncated = (why: string): FileProblem => new FileProblem('truncated', 'The file is not complete.', why, GET_AGAIN);
const encrypted = (why: string): FileProblem =>
  new FileProblem(
    'encrypted',
    'The file is protected by a password.',
    why,
    'Open it in Excel, remove the password (File, Info, Protect Workbook) and save it.',
  );

function tooLarge(what: string, size: number, limit: number): FileProblem {
  return new FileProblem(
    'tooLarge',
    'The file is too large.',
    `${what} would be ${size.toLocaleString('en-US')}, and the limit is ${limit.toLocaleString('en-US')}.`,
    'Split it, or remove sheets that the reconciliation does not need.',
  );
}
