/** What somebody could do to the zip around a workbook's parts, and files that are something else altogether. */

import { deflateRawSync } from 'node:zlib';
import type { Random } from '../../samples/random';
import { crc32, deflateInScript, pack, readZip, writeZip, type ZipEntry } from '../../host/files/zip';

export type Harm = (bytes: Uint8Array, random: Random) => Uint8Array;

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const entriesOf = (bytes: Uint8Array): ZipEntry[] => [...readZip(bytes).values()];
const stored = (name: string, bytes: Uint8Array): ZipEntry => ({
  name,
  method: 0,
  crc: crc32(bytes),
  size: bytes.length,
  packed: bytes,
});

const onEntries =
  (change: (entries: ZipEntry[], random: Random) => ZipEntry[]): Harm =>
  (bytes, random) =>
    writeZip(change(entriesOf(bytes), random));

/** One entry otherwise than it was. */
const onOne = (change: (entry: ZipEntry, random: Random) => ZipEntry): Harm =>
  onEntries((entries, random) => {
    const one = random.pick(entries);
    return entries.map((entry) => (entry === one ? change(entry, random) : entry));
  });

/** A part of so many bytes, packed a thousand to one; made once. */
const bombs = new Map<number, ZipEntry>();
function bomb(megabytes: number): ZipEntry {
  const known = bombs.get(megabytes);
  if (known !== undefined) return known;
  const bytes = new Uint8Array(megabytes * 2 ** 20).fill(0x20);
  const made = {
    name: '',
    method: 8,
    crc: crc32(bytes),
    size: bytes.length,
    packed: new Uint8Array(deflateRawSync(bytes, { level: 9 })),
  };
  bombs.set(megabytes, made);
  return made;
}

function atSignature(
  bytes: Uint8Array,
  signature: number,
  random: Random,
  change: (view: DataView, at: number) => void,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const found: number[] = [];
  for (let at = 0; at + 46 < copy.length; at += 1) if (view.getUint32(at, true) === signature) found.push(at);
  if (found.length > 0) change(view, random.pick(found));
  return copy;
}

const CENTRAL = 0x02014b50;

export const HARMS: Readonly<Record<string, Harm>> = {
  'cut off': (bytes, random) => bytes.slice(0, random.whole(0, bytes.length)),
  'cut off at the front': (bytes, random) => bytes.slice(random.whole(1, bytes.length)),
  'bytes flipped': (bytes, random) => {
    const copy = bytes.slice();
    for (let n = random.pick([1, 1, 4, 64]); n > 0; n -= 1) copy[random.whole(0, copy.length - 1)] = random.whole(0, 255);
    return copy;
  },
  'bytes put in': (bytes, random) => {
    const at = random.whole(0, bytes.length);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.alloc(random.pick([1, 100, 70_000]), random.whole(0, 255)),
      bytes.subarray(at),
    ]);
  },
  'words before and after': (bytes) =>
    Buffer.concat([text('MZ not an archive'), bytes, text('PK\u0005\u0006'), new Uint8Array(30)]),
  'a field of the directory': (bytes, random) =>
    atSignature(bytes, CENTRAL, random, (view, at) =>
      view.setUint32(
        at + random.pick([8, 10, 16, 20, 24, 28, 30, 42]),
        random.pick([0, 1, 0xffff, 0xffffffff, 0x7fffffff]),
        true,
      ),
    ),
  'a checksum': onOne((entry) => ({ ...entry, crc: entry.crc ^ 1 })),
  'a size too small': onOne((entry) => ({ ...entry, size: Math.floor(entry.size / 2) })),
  'a size too large': onOne((entry, random) => ({
    ...entry,
    size: entry.size + random.pick([1, 1000, entry.packed.length * 900]),
  })),
  'a way of packing': onOne((entry, random) => ({ ...entry, method: random.pick([1, 6, 9, 12, 14, 93, 99]) })),
  'packed bytes': onOne((entry, random) => ({
    ...entry,
    packed: entry.packed.map((byte) => (random.chance(0.05) ? byte ^ 0xff : byte)),
  })),
  'a bomb in a sheet': onEntries((entries) =>
    entries.map((entry) => (/sheet1\.xml$/.test(entry.name) ? { ...bomb(60), name: entry.name } : entry)),
  ),
  'a bomb in a part nobody reads': onEntries((entries) => [...entries, { ...bomb(150), name: 'xl/media/image1.png' }]),
  'many bombs': onEntries((entries) => [
    ...entries,
    ...Array.from({ length: 40 }, (_, n) => ({ ...bomb(150), name: `xl/media/image${n}.png` })),
  ]),
  'a bomb of texts': onEntries((entries) => [
    ...entries.filter(({ name }) => name !== 'xl/sharedStrings.xml'),
    { ...bomb(40), name: 'xl/sharedStrings.xml' },
  ]),
  'thousands of parts': onEntries((entries, random) => [
    ...entries,
    ...Array.from({ length: random.pick([3_000, 20_000]) }, (_, n) => stored(`xl/p${n}.xml`, new Uint8Array())),
  ]),
  'names that climb': onEntries((entries, random) => {
    const names = [
      '../../../etc/cron.d/x',
      '/etc/passwd',
      'C:\\Windows\\x.dll',
      '..\\..\\x',
      'xl/../../x',
      '',
      '__proto__',
      'constructor',
      'xl//worksheets/',
      'x'.repeat(60_000),
    ];
    return [...entries, ...names.filter(() => random.chance(0.5)).map((name) => stored(name, text('x')))];
  }),
  'parts under other names': onOne((entry, random) => ({
    ...entry,
    name: random.pick([
      entry.name.toUpperCase(),
      `/${entry.name}`,
      entry.name.replaceAll('/', '\\'),
      `./${entry.name}`,
      '__proto__',
    ]),
  })),
  'a part twice': onEntries((entries, random) => [...entries, random.pick(entries)]),
  'parts in another order': onEntries((entries, random) => [...entries].sort(() => random.next() - 0.5)),
  'no part': () => writeZip([]),
  'one part': (bytes, random) => writeZip([random.pick(entriesOf(bytes))]),
  'a zip in a zip': (bytes) => writeZip([pack('book.xlsx', bytes, deflateInScript)]),
  'another format': (_, random) =>
    random.pick([
      text('<html><script>1</script></html>'),
      text('{"a":1}'),
      text('%PDF-1.7'),
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)),
      Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0),
      new Uint8Array(),
      new Uint8Array(100_000),
      writeZip([
        pack('mimetype', text('application/vnd.oasis.opendocument.spreadsheet'), deflateInScript),
        pack('content.xml', text('<x/>'), deflateInScript),
      ]),
    ]),
  noise: (_, random) => Uint8Array.from({ length: random.pick([1, 22, 500, 20_000]) }, () => random.whole(0, 255)),
  'noise after the mark of a zip': (_, random) =>
    Uint8Array.from({ length: 2_000 }, (__, n) => [0x50, 0x4b, 3, 4][n] ?? random.whole(0, 255)),
};
