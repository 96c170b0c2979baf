/**
 * Draws the add-in's icon, two unequal bars brought together by an equals sign, and a sign for each ribbon button.
 * Run `npx tsx assets/make-icons.ts`.
 */

import { writeFileSync } from 'node:fs';
import { png } from './png';

type Colour = readonly [red: number, green: number, blue: number];

/** On a square of 16 units. `radius` rounds the corners. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly radius: number;
  readonly colour: Colour;
}

/** Its corners in their order. */
interface Polygon {
  readonly corners: readonly (readonly [x: number, y: number])[];
  readonly colour: Colour;
}

type Shape = Box | Polygon;

const GROUND: Colour = [11, 83, 104];
const BAR: Colour = [255, 255, 255];
const TIE: Colour = [255, 196, 77];

const LOGO: readonly Shape[] = [
  { left: 0, top: 0, right: 16, bottom: 16, radius: 3, colour: GROUND },
  { left: 2, top: 3, right: 5, bottom: 13, radius: 0, colour: BAR },
  { left: 11, top: 5, right: 14, bottom: 13, radius: 0, colour: BAR },
  { left: 6, top: 6, right: 10, bottom: 8, radius: 0, colour: TIE },
  { left: 6, top: 9, right: 10, bottom: 11, radius: 0, colour: TIE },
];

const polygon = (colour: Colour, ...corners: Polygon['corners']): Polygon => ({ colour, corners });
const box = (colour: Colour, left: number, top: number, right: number, bottom: number, radius = 0): Box => ({
  left,
  top,
  right,
  bottom,
  radius,
  colour,
});

/** Dark enough for a light ribbon and light enough for a dark one. */
const SIGN: Colour = [33, 128, 156];

const SIGNS: Readonly<Record<string, readonly Shape[]>> = {
  run: [polygon(SIGN, [3, 2], [14, 8], [3, 14])],
  previous: [polygon(SIGN, [9, 2], [9, 14], [2, 8]), box(SIGN, 11, 2, 13, 14)],
  next: [polygon(SIGN, [7, 2], [14, 8], [7, 14]), box(SIGN, 3, 2, 5, 14)],
  remove: [polygon(SIGN, [3, 4.4], [4.4, 3], [13, 11.6], [11.6, 13]), polygon(SIGN, [11.6, 3], [13, 4.4], [4.4, 13], [3, 11.6])],
  explain: [box(SIGN, 1, 1, 15, 15, 7), box(BAR, 7, 4, 9, 6), box(BAR, 7, 7, 9, 12)],
};

/** Samples a side of each pixel. */
const SAMPLES = 8;

function covers(shape: Shape, x: number, y: number): boolean {
  return 'corners' in shape ? surrounds(shape, x, y) : fills(shape, x, y);
}

/** By the sides that a ray to the right crosses. */
function surrounds({ corners }: Polygon, x: number, y: number): boolean {
  const crossed = corners.filter(([x1, y1], at) => {
    const [x2, y2] = corners[(at + 1) % corners.length] ?? [x1, y1];
    return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
  });
  return crossed.length % 2 === 1;
}

function fills({ left, top, right, bottom, radius }: Box, x: number, y: number): boolean {
  if (x < left || x >= right || y < top || y >= bottom) return false;
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return dx * dx + dy * dy <= radius * radius || radius === 0;
}

/** Red, green, blue and alpha of each pixel. */
function draw(shapes: readonly Shape[], size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  const unit = 16 / size / SAMPLES;
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const px = (x * SAMPLES + (sample % SAMPLES) + 0.5) * unit;
        const py = (y * SAMPLES + Math.floor(sample / SAMPLES) + 0.5) * unit;
        const colour = shapes.findLast((shape) => covers(shape, px, py))?.colour;
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

function write(name: string, shapes: readonly Shape[], size: number): void {
  writeFileSync(new URL(`${name}-${size}.png`, import.meta.url), png(size, size, draw(shapes, size)));
}

for (const size of [16, 32, 64, 80]) write('icon', LOGO, size);
for (const [name, shapes] of Object.entries(SIGNS)) for (const size of [16, 32, 80]) write(name, shapes, size);
