/** What must hold of every run, however odd its input. */

import { strFromU8, unzipSync } from 'fflate';
import type { Finding } from '../../host/files/problem';
import { readXlsx, type ReadResult } from '../../host/files/readXlsx';
import type { Sheet, Workbook } from '../../host/workbook/model';
import type { CliRun, PlainReconciliation } from '../support/commandLine';
import { faultsOf as structuralFaults } from '../host/files/support/strictCheck';
import { CANARY } from './texts';

/** What a program says of itself when it fell over; a refusal speaks of the file. */
const OF_THE_PROGRAM =
  /TypeError|RangeError|ReferenceError|SyntaxError|is not a function|is not iterable|Cannot read prop|call stack|Invalid (array|string) length|Unexpected token .* in JSON at/;

/** A refusal says what and what next: at least two sentences. */
export function refusalFaults(told: string): string[] {
  const faults: string[] = [];
  if (OF_THE_PROGRAM.test(told)) faults.push(`the refusal speaks of the program: ${told.slice(0, 300)}`);
  if (told.split(/[.:?]\s/).length < 2) faults.push(`the refusal does not say what next: ${told.slice(0, 300)}`);
  return faults;
}

/** The bytes are null where the input was no workbook. */
export interface ReadInput extends ReadResult {
  readonly bytes: Uint8Array | null;
}

export const readInput = (bytes: Uint8Array): ReadInput => ({ ...readXlsx(bytes, 'in.xlsx'), bytes });

const problemText = ({ code, where, what }: Finding): string => `${code} in ${where}: ${what}`;

/** @param read the input, with what was said of it; @param mayChange sheets of an earlier result */
export function runFaults(read: ReadInput, run: CliRun, mayChange: (sheet: string) => boolean = () => false): string[] {
  const input = read.workbook;
  const said = new Set(read.problems.map(problemText));
  // What is kept byte for byte keeps its flaws.
  const had = new Set(read.bytes === null ? [] : structuralFaults(read.bytes).map((fault) => fault.replaceAll('\\', '/')));
  const bytes = run.files.get('out.xlsx');
  const json = run.files.get('out.json');
  if (bytes === undefined || json === undefined) return ['nothing was written'];
  const output = readXlsx(bytes, 'out.xlsx');
  const names = new Set(input.sheets.map(({ name }) => name));
  const ours = (sheet: string): boolean => !names.has(sheet) || mayChange(sheet);
  return [
    ...output.problems
      .map(problemText)
      .filter((problem) => !said.has(problem))
      .map((problem) => `the output opens with ${problem}`),
    ...structuralFaults(bytes)
      .filter((fault) => !had.has(fault))
      .map((fault) => `the output: ${fault}`),
    ...identityFaults(run.printed, JSON.parse(new TextDecoder().decode(json)) as PlainReconciliation),
    ...input.sheets.filter(({ name }) => !mayChange(name)).flatMap((sheet) => sourceFaults(sheet, output.workbook)),
    ...output.workbook.sheets.filter(({ name }) => ours(name)).flatMap(formulaFaults),
    ...partFaults(bytes, output.workbook, ours),
  ];
}

function identityFaults(printed: string, result: PlainReconciliation): string[] {
  const broken = result.identities.filter(({ holds }) => !holds).map((identity) => `broken: ${JSON.stringify(identity)}`);
  const untied = printed.includes('DOES NOT TIE') ? ['the tie-out does not tie'] : [];
  const sums = new Map<string, { rows: number; amount: number }>();
  for (const { sheet, role, currency, cause, rows, amount } of result.tieOut) {
    const key = JSON.stringify([sheet, role, currency]);
    const sum = sums.get(key) ?? { rows: 0, amount: 0 };
    const sign = cause === 'read' ? 1 : -1;
    sums.set(key, { rows: sum.rows + sign * rows, amount: sum.amount + sign * amount });
  }
  const lost = [...sums].filter(([, { rows, amount }]) => rows !== 0 || amount !== 0);
  const notFinite = result.items
    .filter(({ amount }) => !Number.isSafeInteger(amount))
    .map((item) => `no cents: ${JSON.stringify(item)}`);
  return [...broken, ...untied, ...lost.map(([key, sum]) => `rows got lost: ${key} ${JSON.stringify(sum)}`), ...notFinite];
}

/** Every cell of a sheet, evaluated ones as their formula. */
export function contents(sheet: Sheet): Map<string, string> {
  const cells = new Map<string, string>();
  const area = sheet.usedArea(true);
  if (area !== null)
    sheet.forEachCell(area, (row, column, content) => {
      if (content.kind !== 'empty') cells.set(`R${row + 1}C${column + 1}`, JSON.stringify(content));
    });
  return cells;
}

function sourceFaults(before: Sheet, output: Workbook): string[] {
  const after = output.sheet(before.name);
  if (after === null) return [`the source ${before.name} is gone`];
  const [was, is] = [contents(before), contents(after)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((cell) => was.get(cell) !== is.get(cell));
  const first = changed[0] ?? '';
  return changed.length === 0
    ? []
    : [
        `the source ${before.name} changed in ${changed.length} cells: ${first} ${was.get(first) ?? '-'} → ${is.get(first) ?? '-'}`,
      ];
}

const CALLED = new Set(
  'ABS AND COUNT COUNTA COUNTIF COUNTIFS DATE HYPERLINK IF IFERROR INDEX ISBLANK ISNUMBER ISTEXT MATCH MAX MIN N NOT OR ROUND ROW SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT TEXT LEN LEFT INT SIGN'.split(
    ' ',
  ),
);

/** A formula of ours calls only what we use, and holds nothing that a source wrote. */
function formulaFaults(sheet: Sheet): string[] {
  const faults: string[] = [];
  const area = sheet.usedArea(true);
  if (area !== null)
    sheet.forEachCell(area, (row, column, content) => {
      if (content.kind !== 'formula') return;
      const bare = content.formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, '');
      const foreign = [...bare.matchAll(/([A-Za-z_.][\w.]*)\(/g)]
        .map(([, name = '']) => name)
        .filter((name) => !CALLED.has(name));
      if (foreign.length > 0 || content.formula.includes(CANARY))
        faults.push(`a formula from a source in ${sheet.name} R${row + 1}C${column + 1}: ${content.formula.slice(0, 200)}`);
    });
  return faults;
}

/** Where text would run, beside cells: addresses, conditions, lists, names, charts. */
const RUNNING = /<(?:\w+:)?(?:f|formula|formula1|formula2|definedName)(?:\s[^>]*)?>([^<]*)</g;

function partFaults(bytes: Uint8Array, output: Workbook, ours: (sheet: string) => boolean): string[] {
  const faults: string[] = [];
  for (const [path, part] of Object.entries(unzipSync(bytes))) {
    if (!/^xl\/(charts|worksheets|tables)\/.*\.(xml|rels)$/.test(path)) continue;
    for (const [, text = ''] of strFromU8(part).matchAll(RUNNING))
      if (text.includes(CANARY) && !/sheet\d+\.xml$/.test(path)) faults.push(`runs in ${path}: ${text.slice(0, 200)}`);
  }
  for (const sheet of output.sheets.filter(({ name }) => ours(name))) {
    const rules = JSON.stringify([
      sheet.conditionalFormats,
      sheet.validations,
      sheet.hyperlinks,
      sheet.charts.map(({ series }) => series),
    ]);
    if (rules.includes(CANARY)) faults.push(`a source's text in the rules or links of ${sheet.name}`);
    for (const { address } of sheet.hyperlinks)
      if (address !== '') faults.push(`a link to the outside in ${sheet.name}: ${address}`);
  }
  return faults;
}
