/** A second run over the saved result: what people typed is there, the numbers are the same, what broke off is mended. */

import { writeXlsx } from '../../host/files/writeXlsx';
import type { Workbook } from '../../host/workbook/model';
import { STORY } from '../../samples/story';
import { sampleWorkbook } from '../../samples/workbook';
import { inspect, reconcile } from '../../src/reconcile';
import { planReport } from '../../src/report/planReport';
import { openWorkbook } from '../excel/support/open';
import { linesOf, partsOf, rowsOf, typeInto } from '../support/book';
import { reconciled, runOn } from '../support/commandLine';

const story = (): Uint8Array => writeXlsx(sampleWorkbook('story.xlsx', STORY));

/** What is said of the numbers, without the messages after them. */
const numbers = (printed: string): string => printed.slice(printed.indexOf('Booked'), printed.indexOf('\nWritten'));

function cellAfter(workbook: Workbook, sheet: string, label: string): { row: number; column: number } {
  const found = workbook.sheet(sheet);
  const area = found?.usedArea(true) ?? null;
  if (found === null || area === null) throw new Error(`there is no sheet ${sheet}`);
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1)
      if (found.value(row, column) === label) return { row, column: column + 1 };
  throw new Error(`${sheet} has no “${label}”`);
}

test('what a person typed in the sheets is kept, and counts', async () => {
  const first = await reconciled(story());
  const { workbook } = first;
  const before = rowsOf(workbook, 'tblExceptions');
  const matches = rowsOf(workbook, 'tblMatches');
  const receipt = matches.findIndex(({ Kind, State }) => Kind === 'Invoice–receipt' && State === 'matched');
  const definitions = rowsOf(workbook, 'tblDefinitions');
  typeInto(workbook, 'tblExceptions', 0, 'Comment', '=1+1 is what they said');
  typeInto(workbook, 'tblExceptions', 0, 'Status', 'Accepted');
  typeInto(workbook, 'tblExceptions', 1, 'Status', 'with Kim');
  typeInto(workbook, 'tblExceptions', 1, 'Assignee', 'Kim');
  typeInto(workbook, 'tblMatches', receipt, 'Decision', 'confirmed');
  typeInto(workbook, 'tblMatches', receipt, 'Decided by', 'mk');
  typeInto(
    workbook,
    'tblDefinitions',
    definitions.findIndex(({ Setting }) => Setting === 'Overdue becomes an exception after'),
    'Value',
    45,
  );
  const prepared = cellAfter(workbook, 'Summary', 'Prepared by');
  workbook.transact('person', () => workbook.sheet('Summary')?.enter(prepared.row, prepared.column, 'Kim'));

  const second = await reconciled(writeXlsx(workbook));
  expect(second.workbook.sheets.map(({ name }) => name)).toEqual(workbook.sheets.map(({ name }) => name));
  const after = rowsOf(second.workbook, 'tblExceptions');
  const of = (key: unknown) => after.find((row) => row['Exception key'] === key);
  expect(of(before[0]?.['Exception key'])).toMatchObject({ Comment: '=1+1 is what they said', Status: 'Accepted' });
  expect(of(before[1]?.['Exception key'])).toMatchObject({ Status: 'with Kim', Assignee: 'Kim' });
  expect(rowsOf(second.workbook, 'tblMatches').find((row) => row['Match key'] === matches[receipt]?.['Match key'])).toMatchObject(
    {
      State: 'confirmed',
      Decision: 'confirmed',
      'Decided by': 'mk',
    },
  );
  expect(linesOf(second.workbook, 'tblDefinitions', 'Setting', 'Value')).toContain('Overdue becomes an exception after  45');
  const again = cellAfter(second.workbook, 'Summary', 'Prepared by');
  expect(second.workbook.sheet('Summary')?.value(again.row, again.column)).toBe('Kim');
  expect(numbers(second.printed).split('\n').slice(0, 4)).toEqual(numbers(first.printed).split('\n').slice(0, 4));
});

test('without changes a second run says the same and writes the same sheets', async () => {
  const first = await reconciled(story());
  const second = await reconciled(first.bytes);
  expect(numbers(second.printed)).toBe(numbers(first.printed));
  for (const table of ['tblReconciliation', 'tblVariances', 'tblExceptions', 'tblMatches', 'tblLeftOut', 'tblDefinitions'])
    expect(rowsOf(second.workbook, table)).toEqual(rowsOf(first.workbook, table));
  const sources = (bytes: Uint8Array): unknown[] =>
    [...partsOf(bytes)].filter(([path]) => /worksheets\/sheet[1-4]\.xml$/.test(path));
  expect(sources(second.bytes)).toEqual(sources(story()));
});

test('answers and aliases of a settings file stay in the workbook', async () => {
  const settings = {
    version: 1,
    definitions: { matchDays: 9 },
    aliases: [{ kind: 'Customer', from: 'Zephyr Trading', to: 'Umber & Sons' }],
  };
  const first = await runOn(
    { 'in.xlsx': story(), 's.json': JSON.stringify(settings) },
    ...['in.xlsx', '--settings', 's.json', '--out', 'out.xlsx'],
  );
  expect(first.errors).toBe('');
  const second = await reconciled(first.files.get('out.xlsx') ?? new Uint8Array());
  expect(linesOf(second.workbook, 'tblAliases', 'Kind', 'From', 'To')).toEqual(['Customer  Zephyr Trading  Umber & Sons']);
  expect(linesOf(second.workbook, 'tblDefinitions', 'Setting', 'Value')).toContain('Days  9');
});

/** A run over an earlier result in which Excel dies while the new one is put in its place. */
async function brokenOff(before: Workbook): Promise<Uint8Array> {
  const { workbook, host, port } = openWorkbook(before);
  const signal = new AbortController().signal;
  const silent = (): void => undefined;
  const grids = await port.readSources(silent, signal);
  const kept = await port.readKept();
  const mappings = inspect(grids, kept.mappings).sources.map(({ mapping }) => mapping);
  const plan = planReport(reconcile({ ...kept, grids, mappings }), kept);
  const isLastBatch = ({ does }: { readonly does: readonly string[] }): boolean => does.includes('CopyFrom');
  host.faults.fail({ when: isLastBatch, code: 'GeneralException', stage: { actions: 300 } });
  await expect(port.write(plan, grids, silent, signal)).rejects.toHaveProperty('trouble');
  expect(workbook.sheets.some(({ name }) => name.startsWith('~'))).toBe(true);
  return writeXlsx(workbook);
}

test('a run that broke off in its last batch is completed at the next start', async () => {
  const first = await reconciled(story());
  typeInto(first.workbook, 'tblExceptions', 0, 'Comment', 'called them');
  const { printed, workbook } = await reconciled(await brokenOff(first.workbook));
  expect(printed.split('\n')[0]).toBe('The last run broke off while its result was put in place. That has been completed.');
  expect(numbers(printed)).toBe(numbers(first.printed));
  expect(workbook.sheets.filter(({ name }) => name.startsWith('~'))).toEqual([]);
  expect(rowsOf(workbook, 'tblReconciliation')).toEqual(rowsOf(first.workbook, 'tblReconciliation'));
  expect(rowsOf(workbook, 'tblExceptions')[0]?.['Comment']).toBe('called them');
});
