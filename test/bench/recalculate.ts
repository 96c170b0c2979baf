/** Results calculated anew by LibreOffice, every formula, against what the file holds: nothing that a test needs. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { csvRecords } from '../../host/files/csvText';
import { readXlsx } from '../../host/files/readXlsx';
import type { Sheet } from '../../host/workbook/model';
import { parseIsoDay, serialOfDay } from '../../src/domain/day';

const SHEETS = ['Summary', 'Reconciliation', 'Variances', 'Exceptions', 'Matches', 'Left out', 'Definitions'];
/** Comma, quotes, UTF-8, from row 1, values as they are and not as shown, every sheet to a file of its own. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** LibreOffice is asked to calculate a file anew whoever saved it: it shows the values in the file otherwise. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** @param files workbooks to reconcile. @throws where soffice is not there. */
export function benchRecalculate(files: readonly string[]): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'tieout-recalculate-'));
  try {
    const profile = path.join(folder, 'profile');
    mkdirSync(path.join(profile, 'user'), { recursive: true });
    writeFileSync(path.join(profile, 'user', 'registrymodifications.xcu'), ALWAYS);
    for (const file of files) console.log(compared(file, folder, profile));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compared(file: string, folder: string, profile: string): string {
  const name = path.basename(file, '.xlsx');
  const out = path.join(folder, `${name}.xlsx`);
  execFileSync(process.execPath, ['--import', 'tsx', 'host/cli.ts', file, '--out', out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const convert = ['--headless', `-env:UserInstallation=${pathToFileURL(profile).href}`, '--convert-to', EVERY_SHEET];
  execFileSync('soffice', [...convert, '--outdir', folder, out], { stdio: 'ignore' });
  const { workbook } = readXlsx(new Uint8Array(readFileSync(out)), `${name}.xlsx`);
  let [cells, formulas] = [0, 0];
  const wrong: string[] = [];
  for (const title of SHEETS) {
    const sheet = workbook.sheet(title);
    if (sheet === null) throw new Error(`${file} has no ${title}`);
    const theirs = recordsOf(folder, name, title);
    const area = sheet.usedArea(true);
    if (area === null) continue;
    sheet.forEachCell(area, (row, column, content) => {
      if (content.kind === 'empty') return;
      cells += 1;
      if (content.kind === 'formula') formulas += 1;
      const [ours, other] = [shown(sheet, row, column), theirs[row]?.[column] ?? ''];
      if (!isSame(ours, other)) wrong.push(`  ${title} ${row + 1}:${column + 1} “${ours}”, LibreOffice “${other}”`);
    });
  }
  const checks = recordsOf(folder, name, 'Summary').flat();
  const count = (word: string): number => checks.filter((cell) => cell === word).length;
  return [
    `${file}: ${cells} cells, ${formulas} formulas, ${wrong.length} otherwise; ${count('ties')} checks tie, ${count('does not tie')} do not`,
    ...wrong.slice(0, 20),
  ].join('\n');
}

const recordsOf = (folder: string, name: string, sheet: string): string[][] => [
  ...csvRecords(readFileSync(path.join(folder, `${name}-${sheet}.csv`), 'utf8'), ','),
];

function shown(sheet: Sheet, row: number, column: number): string {
  const value = sheet.value(row, column);
  if (value === null) return '';
  return typeof value === 'object' ? value.error : String(value);
}

function isSame(ours: string, theirs: string): boolean {
  if (ours === theirs || ours.trim() === theirs.trim()) return true;
  const [a, b] = [Number(ours), numberOf(theirs)];
  return ours !== '' && theirs !== '' && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));
}

/** LibreOffice writes dates as their cells show them or as month/day/year, and shares in percent. */
function numberOf(text: string): number {
  const [, month = '', day = '', year = ''] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  const date = parseIsoDay(text) ?? parseIsoDay(`${year}-${month}-${day}`);
  if (date !== null) return serialOfDay(date);
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}
