/** Screenshots as small PNG files: the commonest colours are enough for a page of text. */

import { writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { png } from './png';

const MOST_COLOURS = 128;

export async function writePicture(browser: Browser, screenshot: Buffer, file: string): Promise<void> {
  const { width, height, pixels } = await pixelsOf(browser, screenshot);
  const { places, palette } = fewColours(pixels);
  writeFileSync(file, png(width, height, places, palette));
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each. */
  readonly pixels: Buffer;
}

async function pixelsOf(browser: Browser, screenshot: Buffer): Promise<Pixels> {
  const page = await browser.newPage();
  const { pixels, ...size } = await page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const { width, height } = image;
      const drawing = new OffscreenCanvas(width, height).getContext('2d');
      drawing?.drawImage(image, 0, 0);
      const bytes = drawing?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
      return { width, height, pixels: Array.from(bytes) };
    },
    `data:image/png;base64,${screenshot.toString('base64')}`,
  );
  return { ...size, pixels: Buffer.from(pixels) };
}

/** The commonest colours; each other pixel gets the nearest of them. */
function fewColours(pixels: Buffer): { readonly places: Buffer; readonly palette: Buffer } {
  const colours = Array.from({ length: pixels.length / 4 }, (_, at) => pixels.readUIntBE(at * 4, 3));
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const kept = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, MOST_COLOURS);
  const parts = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const keptParts = kept.map(parts);
  const placeOf = new Map<number, number>();
  for (const colour of counts.keys()) {
    const own = parts(colour);
    const distances = keptParts.map((other) => other.reduce((sum, part, i) => sum + (part - (own[i] ?? 0)) ** 2, 0));
    placeOf.set(colour, distances.indexOf(Math.min(...distances)));
  }
  return { places: Buffer.from(colours.map((colour) => placeOf.get(colour) ?? 0)), palette: Buffer.from(keptParts.flat()) };
}
