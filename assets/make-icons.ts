/** Draws the add-in's icons: two unequal bars brought together by an equals sign. Run `npx tsx assets/make-icons.ts`. */

import { writeFileSync } from 'node:fs';
import { png } from './png';

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

/** Red, green, blue and alpha of each pixel. */
function draw(size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
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
      const at = (y * size + x) * 4;
      sum.forEach((part, i) => (pixels[at + i] = covered === 0 ? 0 : Math.round(part / covered)));
      pixels[at + 3] = Math.round((255 * covered) / (SAMPLES * SAMPLES));
    }
  return pixels;
}

for (const size of [16, 32, 64, 80]) writeFileSync(new URL(`icon-${size}.png`, import.meta.url), png(size, size, draw(size)));
