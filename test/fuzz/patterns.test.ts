/** No text in a cell, a file or a setting makes a regular expression go back and forth without end. */

import { madePatterns, patternsIn, slowText, sourceFiles } from './patterns';
import type { Pattern } from './patterns';

/** Patterns that are only asked of short texts, with the most characters that reach them and why. */
const SHORT: Readonly<Record<string, readonly [longest: number, why: string]>> = {
  'src/matching/reference.ts': [200, 'words beyond LONGEST_WORD are passed over before'],
  'src/report/money.ts': [16, 'digits of a whole number'],
  'host/workbook/dateEntry.ts': [100, 'longer entries are no dates'],
  'host/calc/compile.ts': [8_192, 'longer formulas are refused before'],
};

const fileOf = ({ where }: Pattern): string => where.replace(/:\d+$/, '').replaceAll('\\', '/');

function slowOnes(patterns: readonly Pattern[]): string[] {
  const seen = new Set<string>();
  return patterns.flatMap((pattern) => {
    const key = `/${pattern.source}/${pattern.flags}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const slow = slowText(pattern, SHORT[fileOf(pattern)]?.[0]);
    return slow === null ? [] : [`${pattern.where} ${key} ${slow}`];
  });
}

test('the look at patterns finds those that are slow', () => {
  const slow = [/\s+$/, /^(\d+)+$/, /(a|a)*b/, /a[^b]*bx/, /^\s*,?\s*$/].filter(
    ({ source, flags }) => slowText({ where: 'here', source, flags }) !== null,
  );
  expect(slow.map(({ source }) => source)).toEqual(['\\s+$', '^(\\d+)+$', '(a|a)*b', 'a[^b]*bx', '^\\s*,?\\s*$']);
  expect(slowText({ where: 'here', source: '(?<!\\s)\\s+$', flags: '' })).toBeNull();
}, 120_000);

test('a pattern that cannot be tried at all is not taken for a slow one', () => {
  // It can be written down, and is too much for the engine once it is asked.
  const source = '(a)'.repeat(20_000);
  expect(() => new RegExp(source)).not.toThrow();
  expect(() => slowText({ where: 'here', source, flags: '' })).toThrow('Stack overflow');
});

test('every literal of the program and of the embedded Excel', () => {
  const literals = sourceFiles('src', 'host').flatMap(patternsIn);
  expect(literals.length).toBeGreaterThan(400);
  expect(slowOnes(literals)).toEqual([]);
}, 120_000);

test('every pattern that modules put together', async () => {
  const made = await madePatterns(async () => {
    await import('../../src/reconcile');
    await import('../../src/taskpane/texts/de');
    await import('../../host/files/readXlsx');
    await import('../../host/workbook/workbook');
  });
  expect(made.length).toBeGreaterThan(10);
  expect(slowOnes(made)).toEqual([]);
}, 120_000);
