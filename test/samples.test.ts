/** The samples in the repository are what their generator makes, byte for byte. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from '../host/files/writeXlsx';
import { SAMPLES } from '../samples/catalogue';
import { largeSample, MIXES } from '../samples/large';
import { makeSample } from '../samples/make';
import { companies } from '../samples/names';
import { seeded } from '../samples/random';

test.each(SAMPLES.map(({ file }) => file))('%s is made again to the byte', (file) => {
  const kept = readFileSync(path.join(__dirname, '../samples', file));
  expect(Buffer.compare(writeXlsx(makeSample(file)), kept)).toBe(0);
});

test('a book of many customers has as many names', () => {
  const made = companies(seeded(3), 20_000);
  expect(new Set(made.map(({ name }) => name)).size).toBe(20_000);
});

test('subscriptions are recognised over twelve months that stand across, to the cent', () => {
  const sheets = largeSample(300, MIXES.subscriptions);
  const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const invoices = rowsOf('Invoices').slice(1);
  expect(invoices.length).toBeGreaterThan(600);
  const across = new Map(rowsOf('Revenue').map(([number, , , ...months]) => [number, months.filter((cell) => cell !== null)]));
  for (const [number, kind, , , , , net] of invoices.filter(([, type]) => type === 'Invoice')) {
    const months = (across.get(number ?? null) ?? []) as number[];
    expect([1, 12]).toContain(months.length);
    expect([kind, months.reduce((sum, month) => sum + month, 0)]).toEqual(['Invoice', expect.closeTo(Number(net), 2)]);
  }
});
