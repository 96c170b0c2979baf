/** Words that every JavaScript object answers to are words like any other. */

import { readXlsx } from '../../host/files/readXlsx';
import { parseXml, XmlFault } from '../../host/files/xml';
import { dictionary } from '../../src/domain/dictionary';
import { createSourceFile, isObjectLiteralExpression, isVariableStatement, ScriptTarget } from 'typescript';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { linesOf, savedBook } from '../support/book';
import { reconciled } from '../support/commandLine';
import { dealRows, invoiceRows, leftOutOf, SOUND } from './support';

const MEMBERS = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

test('as currencies they are unknown ones', async () => {
  const deals = MEMBERS.map((word, n) => `D-${n + 2} | Birch | 800 | ${word} | 2026-03-05 | Won | Ann`);
  const run = await reconciled({ Deals: dealRows(SOUND.deal, ...deals), Invoices: invoiceRows(SOUND.invoice) });
  expect(leftOutOf(run)).toEqual(MEMBERS.map((_, n) => `Deals  ${n + 3}  D-${n + 2}  no-currency`));
});

test('as customers, owners and ids they have their own lines', async () => {
  const deals = MEMBERS.map((word, n) => `${word}${n} | ${word} | ${n + 1} | EUR | 2026-03-05 | Won | ${word}`);
  const invoices = MEMBERS.map((word, n) => `I${word}${n} | ${word} | 2026-03-20 | ${n + 1} | EUR | ${word}${n} | Open`);
  const run = await reconciled({ Deals: dealRows(SOUND.deal, ...deals), Invoices: invoiceRows(SOUND.invoice, ...invoices) });
  const lines = linesOf(run.workbook, 'tblReconciliation', 'Customer', 'Owner', 'Booked', 'Invoiced');
  expect(lines).toEqual(expect.arrayContaining(MEMBERS.map((word, n) => `${word}  ${word}  ${n + 1}  ${n + 1}`)));
});

test('as headers they are columns without a use', async () => {
  const header = `Deal ID | Account | Amount | Currency | Close Date | Stage | Owner | ${MEMBERS.join(' | ')}`;
  const run = await reconciled({
    Deals: [header, `${SOUND.deal} | ${MEMBERS.join(' | ')}`].join('\n'),
    Invoices: invoiceRows(SOUND.invoice),
  });
  expect(linesOf(run.workbook, 'tblReconciliation', 'Customer', 'Booked', 'Invoiced')).toEqual(['Acme Ltd  1200  1200']);
});

test('as sheets they are sheets', () => {
  const { workbook } = readXlsx(savedBook(Object.fromEntries(MEMBERS.map((word) => [word, 'a | b']))), 'in.xlsx');
  expect(workbook.sheets.map(({ name }) => name)).toEqual(MEMBERS);
});

test.each(MEMBERS)('as an entity &%s; is not known', (word) => {
  expect(() => parseXml(`<t>&${word};</t>`)).toThrow(XmlFault);
});

test('a dictionary knows its own words only', () => {
  const words = dictionary({ won: 1, ['__proto__']: 2 });
  expect(words['won']).toBe(1);
  expect(MEMBERS.map((word) => words[word])).toEqual([undefined, 2, undefined, undefined, undefined]);
});

/** Tables that are asked by any text, as they are declared: `const X: Record<string, …> = {…}`. */
function plainTables(file: string): string[] {
  const source = createSourceFile(file, readFileSync(file, 'utf8'), ScriptTarget.Latest, true);
  return source.statements
    .filter(isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .filter(({ type }) => /^(Readonly<)?Record<string,/.test(type?.getText() ?? ''))
    .filter(({ initializer }) => initializer !== undefined && isObjectLiteralExpression(initializer))
    .map(({ name }) => `${path.basename(file)}: ${name.getText()}`);
}

test('every table that is asked by any text is a dictionary', () => {
  const files = ['src', 'host/files', 'host/calc', 'host/workbook'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap(plainTables)).toEqual([]);
});
