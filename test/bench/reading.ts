/** What reading makes of the files below a folder, each opened as a workbook of its own. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '../../host/files/readCsv';
import { readXlsx } from '../../host/files/readXlsx';
import { openOffice } from '../../host/node';
import { createHost } from '../../host/office/host';
import type { Workbook } from '../../host/workbook/model';
import type { SourceGrid } from '../../src/domain/grid';
import { inspect } from '../../src/reading/inspect';
import type { SourceInspection } from '../../src/settings/inspection';

export async function benchReading(folder: string, json: boolean): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(csv|xlsx)$/i.test(name))
    .sort();
  const found: Row[] = [];
  for (const file of files) {
    for (const grid of await gridsOf(path.join(folder, file)))
      for (const source of inspect([grid], []).sources) found.push(rowOf(file, source));
  }
  if (json) console.log(JSON.stringify(found, null, 2));
  else for (const row of found) console.log(linesOf(row).join('\n'));
}

async function gridsOf(file: string): Promise<readonly SourceGrid[]> {
  openOffice(createHost(open(file)));
  // The add-in's door to the workbook reads `Excel` when it is loaded.
  const { createWorkbookPort } = await import('../../src/excel/workbookPort');
  return createWorkbookPort().readSources(() => undefined, new AbortController().signal);
}

function open(file: string): Workbook {
  const name = path.basename(file);
  const bytes = readFileSync(file);
  return /\.csv$/i.test(name) ? readCsv([{ name, bytes }]) : readXlsx(bytes, name).workbook;
}

interface Row {
  readonly file: string;
  readonly sheet: string;
  readonly block: number;
  readonly role: string;
  readonly headerAt: readonly number[];
  readonly grain: string;
  readonly headings: readonly string[];
  readonly used: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly questions: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
}

function rowOf(file: string, source: SourceInspection): Row {
  return {
    file,
    sheet: source.table ?? source.sheet,
    block: source.block,
    role: source.isBankList ? `${source.role} (bank list)` : source.role,
    headerAt: source.headerAt,
    grain: source.grain,
    headings: source.headings.map(({ column, examples }) => `${column}: ${examples.join(', ')}`),
    used: source.counts.used,
    leftOut: Object.fromEntries(source.counts.leftOut.map(({ cause, rows }) => [cause, rows])),
    questions: source.questions.map(({ id }) => id),
    columns: Object.fromEntries(
      source.columns.map(({ field, column }) => [field, source.headers[column] ?? `headings ${column}`]),
    ),
  };
}

function linesOf(row: Row): string[] {
  const header = row.headerAt.length === 0 ? 'no header' : `header ${row.headerAt.join('+')}`;
  const left = Object.entries(row.leftOut).map(([cause, rows]) => `${cause} ${rows}`);
  const columns = Object.entries(row.columns).map(([field, label]) => `${field}=${label}`);
  return [
    `${row.file} · ${row.sheet} · block ${row.block} · ${row.role} · ${header} · grain ${row.grain}`,
    ...row.headings.map((heading) => `    headings ${heading}`),
    `    used ${row.used}${left.length === 0 ? '' : ` · left out: ${left.join(', ')}`}`,
    ...(row.questions.length === 0 ? [] : [`    asks ${row.questions.join(', ')}`]),
    `    ${columns.join(' · ')}`,
  ];
}
