/** The guide: what is made by `npm run guide` is what the repository holds, and nothing it shows is missing. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { reasonsPage } from '../../docs/reasons';
import { REASONS } from '../../src/variance/reasons/catalogue';

const guide = readFileSync('docs/guide.md', 'utf8');

test('the page of reasons is that of the catalogue', () => {
  expect(readFileSync('docs/reasons.md', 'utf8')).toBe(reasonsPage());
  const codes = [...reasonsPage().matchAll(/^\| ([DTQ]\d+) \|/gm)].map(([, code]) => code);
  expect(codes.sort()).toEqual(Object.keys(REASONS).sort());
});

test('every picture is shown, and every one that is shown is there', () => {
  const shown = [...guide.matchAll(/\]\((pictures\/[^)]+)\)/g)].map(([, file = '']) => path.basename(file));
  expect(shown.sort()).toEqual(readdirSync(path.join('docs', 'pictures')).sort());
});

test('every link leads to a file of the repository', () => {
  for (const [, target = ''] of guide.matchAll(/\]\(([^)#]+)/g))
    expect([target, existsSync(path.join('docs', target))]).toEqual([target, true]);
});
