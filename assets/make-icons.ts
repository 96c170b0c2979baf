/** Draws the add-in's icons: two unequal bars brought together by an equals sign. Run `npx tsx assets/make-icons.ts`. */

import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

/** On a square of 16 units. `radius` rounds the corners. */
interface Shape {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly radius: number;
  readonly colour: Colour;
}

const GROUND: Colour = [11, 83, 104];
const BAR: Colour = [255, 255, 255];
const TIE: Colour = [255, 196, 77];

const SHAPES: readonly Shape[] = [
  { left: 0, top: 0, right: 16, bottom: 16, radius: 3, colour: GROUND },
  { left: 2, top: 3, right: 5, bottom: 13, radius: 0, colour: BAR },
  { left: 11, top: 5, right: 14, bottom: 13, radius: 0, colour: BAR },
  { left: 6, top: 6, right: 10, bottom: 8, radius: 0, colour: TIE },
  { left: 6, top: 9, right: 10, bottom: 11, radius: 0, colour: TIE },
];

/** Samples a side of each pixel. */
const SAMPLES = 8;

function covers({ left, top, right, bottom, radius }: Shape, x: number, y: number): boolean {
  if (x < left || x >= right || y < top || y >= bottom) return false;
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return dx * dx + dy * dy <= radius * radius || radius === 0;
}

/** Rows of RGBA bytes, each behind the filter byte 0, as PNG wants them. */
function draw(size: number): Buffer {
  const rows = Buffer.alloc(size * (1 + size * 4));
  const unit = 16 / size / SAMPLES;
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const px = (x * SAMPLES + (sample % SAMPLES) + 0.5) * unit;
        const py = (y * SAMPLES + Math.floor(sample / SAMPLES) + 0.5) * unit;
        const colour = SHAPES.findLast((shape) => covers(shape, px, py))?.colour;
        if (colour === undefined) continue;
        covered += 1;
        colour.forEach((part, i) => (sum[i] = (sum[i] ?? 0) + part));
      }
      const at = y * (1 + size * 4) + 1 + x * 4;
      sum.forEach((part, i) => (rows[at + i] = covered === 0 ? 0 : Math.round(part / covered)));
      rows[at + 3] = Math.round((255 * covered) / (SAMPLES * SAMPLES));
    }
  return rows;
}

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

function png(size: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(draw(size), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

for (const size of [16, 32, 64, 80]) writeFileSync(new URL(`icon-${size}.png`, import.meta.url), png(size));
