/** PNG files from rows of pixels. */

import { deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const [INDEXED, WITH_ALPHA] = [3, 6];

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, check]);
}

/**
 * @param pixels row by row: red, green, blue and alpha of each, or with a palette its place there.
 * @param palette red, green and blue of at most 256 colours.
 */
export function png(width: number, height: number, pixels: Buffer, palette: Buffer | null = null): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, palette === null ? WITH_ALPHA : INDEXED, 0, 0, 0], 8);
  const length = pixels.length / height;
  const unfiltered = Buffer.alloc(1);
  const rows = Array.from({ length: height }, (_, row) => [unfiltered, pixels.subarray(row * length, (row + 1) * length)]);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    ...(palette === null ? [] : [chunk('PLTE', palette)]),
    chunk('IDAT', deflateSync(Buffer.concat(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
