import type { RequestRecord } from '../../host/office/host';
import { planReport } from '../../src/report/planReport';
import { marchDeal } from '../report/support/reconciliations';
import { namesOf, openBook, openWorkbook, patient, settled, sheetOf, silent, snapshot, SOURCES, tableRows } from './support/open';
import { addColumn, afterFirstRun, renameHeader } from './support/edits';
import type { OpenBook } from './support/open';
import { openSmallBook, wholeRun } from './support/wholeRun';

const SEVEN = ['Summary', 'Reconciliation', 'Variances', 'Exceptions', 'Matches', 'Left out', 'Definitions'];
const STAGES = ['before', 'after', 'middle'] as const;

/** The second run's result differs from the first in this amount. */
const [FIRST, SECOND] = [12_300, 99];

function result(booked: number): ReturnType<typeof planReport> {
  const base = marchDeal();
  return planReport({
    ...base,
    lines: base.lines.map((one, index) => (index === 0 ? { ...one, measures: { ...one.measures, booked: booked * 100 } } : one)),
  });
}

async function write({ port }: OpenBook, booked: number): Promise<void> {
  const grids = await port.readSources(silent, patient());
  await port.write(result(booked), grids, silent, patient());
}

/** Every text that the seven sheets show. */
function shown({ workbook }: OpenBook): string {
  return SEVEN.map((name) => {
    const sheet = sheetOf(workbook, name);
    const texts: string[] = [name];
    const area = sheet.usedArea(true);
    if (area !== null) sheet.forEachCell(area, (row, column) => texts.push(`${row} ${column} ${sheet.text(row, column)}`));
    return texts.filter((text) => !text.endsWith(' ')).join('\n');
  }).join('\n');
}

/** What each result shows when nothing fails. */
const references = new Map<number, string>();

beforeAll(async () => {
  const book = openBook();
  await write(book, FIRST);
  references.set(FIRST, shown(book));
  await write(book, SECOND);
  references.set(SECOND, shown(book));
});

/** What stands in the workbook: no result, or which one; fails where it is neither of them whole. */
function standing(book: OpenBook): number | null {
  const names = namesOf(book.workbook);
  if (!names.includes('Summary')) {
    expect(names).toEqual(Object.keys(SOURCES));
    return null;
  }
  expect(names).toEqual([...Object.keys(SOURCES), ...SEVEN]);
  const booked = Number(tableRows(book.workbook, 'tblReconciliation')[0]?.['Booked']);
  expect(shown(book)).toBe(references.get(booked));
  return booked;
}

const sources = ({ workbook }: OpenBook): string[] => Object.keys(SOURCES).map((name) => snapshot(sheetOf(workbook, name)));

/** How many requests a run makes, the clean-ups included. */
async function requestsOf(before: (book: OpenBook) => Promise<void>, booked: number): Promise<readonly RequestRecord[]> {
  const book = openBook();
  await before(book);
  await settled(book.host);
  const start = book.host.requests.length;
  await write(book, booked);
  await settled(book.host);
  return book.host.requests.slice(start);
}

const nothing = (): Promise<void> => Promise.resolve();

describe.each([
  ['a first run', nothing, FIRST, [null, FIRST]],
  ['a rerun', (book: OpenBook) => write(book, FIRST), SECOND, [FIRST, SECOND]],
] as const)('%s', (_, before, booked, allowed) => {
  test.each(STAGES)(
    'a fault %s each request in turn leaves the last good result whole, or the new one',
    async (stage) => {
      const requests = await requestsOf(before, booked);
      const stood = new Set<number | null>();
      for (const [index, { actions, kind }] of requests.entries()) {
        // A request that only reads has nothing to break off.
        if (stage !== 'before' && kind === 'read') continue;
        const book = openBook();
        await before(book);
        await settled(book.host);
        const untouched = sources(book);
        book.host.faults.fail({
          when: index + 1,
          code: 'GeneralException',
          stage: stage === 'middle' ? { actions: Math.floor(actions / 2) } : stage,
        });
        await write(book, booked).catch((error: unknown) => expect(error).toHaveProperty('trouble.next'));
        await settled(book.host);
        book.host.faults.clear();
        const stands = standing(book);
        expect({ request: index + 1, stands, isAllowed: (allowed as readonly unknown[]).includes(stands) }).toMatchObject({
          isAllowed: true,
        });
        expect(sources(book)).toEqual(untouched);
        stood.add(stands);
      }
      // Early faults leave the result before, late ones are mended to the new.
      expect(stood.size).toBe(2);
      // As many runs as a run has requests: on a machine busy with other work they take a while.
    },
    120_000,
  );
});

const isLastBatch = ({ does }: RequestRecord): boolean => does.includes('CopyFrom');

/** How many actions the batch has that puts the second result in place, where it is done again. */
async function actionsOfLastBatch(): Promise<number> {
  const book = openBook();
  await write(book, FIRST);
  const before = book.host.requests.length;
  const lastBatches = (): RequestRecord[] => book.host.requests.slice(before).filter(isLastBatch);
  book.host.faults.fail({
    when: (request) => isLastBatch(request) && lastBatches().length === 1,
    code: 'GeneralException',
    stage: 'before',
  });
  await write(book, SECOND);
  return lastBatches()[1]?.actions ?? 0;
}

test.each([0.01, 0.1, 0.4, 0.7, 0.95])(
  'Excel dies after %f of the actions of the last batch: the next start completes it',
  async (share) => {
    const actions = Math.floor((await actionsOfLastBatch()) * share);
    expect(actions).toBeGreaterThan(5);
    const book = openBook();
    await write(book, FIRST);
    book.host.faults.fail({ when: isLastBatch, code: 'GeneralException', stage: { actions } });
    const grids = await book.port.readSources(silent, patient());
    const failing = book.port.write(result(SECOND), grids, silent, patient());
    await expect(failing).rejects.toHaveProperty('trouble.next', expect.stringContaining('open it again'));
    expect(sheetOf(book.workbook, 'Summary').text(0, 0)).toContain('Unfinished: the last run broke off here.');

    const again = openWorkbook(book.workbook);
    expect(await again.port.repair()).toBe('The last run broke off while its result was put in place. That has been completed.');
    expect(standing(again)).toBe(SECOND);
    expect(await again.port.repair()).toBeNull();
  },
);

test.each([2, 5, 8])('Excel dies at request %i of the writing: the next start takes away what was begun', async (request) => {
  const book = openBook();
  await write(book, FIRST);
  const grids = await book.port.readSources(silent, patient());
  await settled(book.host);
  const start = book.host.requests.length;
  book.host.faults.fail({ when: ({ number }) => number >= start + 6 + request, code: 'ConnectionFailure', stage: 'before' });
  await expect(book.port.write(result(SECOND), grids, silent, patient())).rejects.toHaveProperty(
    'trouble.what',
    'Excel stopped answering.',
  );

  const again = openWorkbook(book.workbook);
  await again.port.repair();
  expect(standing(again)).toBe(FIRST);
});

test('cancelling while it writes leaves the workbook as it was', async () => {
  const book = openBook();
  const grids = await book.port.readSources(silent, patient());
  const controller = new AbortController();
  const writing = book.port.write(result(FIRST), grids, (_, done) => done > 0.5 && controller.abort(), controller.signal);
  await expect(writing).rejects.toHaveProperty('name', 'AbortError');
  expect(standing(book)).toBeNull();
});

test('a cell that is being edited holds the run until it is left', async () => {
  const book = openBook();
  book.host.setEditing(true);
  const reading = book.port.readSources(silent, patient());
  await new Promise((resolve) => setImmediate(resolve));
  book.host.setEditing(false);
  expect(await reading).toHaveLength(2);
});

test('a sheet that is deleted under way has its message', async () => {
  const book = openBook();
  const grids = await book.port.readSources(silent, patient());
  book.workbook.transact('person', () => book.workbook.deleteSheet(sheetOf(book.workbook, 'Deals')));
  await expect(book.port.write(result(FIRST), grids, silent, patient())).rejects.toHaveProperty('trouble.where.sheet', 'Deals');
});

test('headers that a person renames after a broken run was completed are known again', async () => {
  const book = openSmallBook();
  const isPlacing = ({ does }: { readonly does: readonly string[] }): boolean =>
    does.includes('SuspendScreenUpdatingUntilNextSync');
  book.host.faults.fail({ when: isPlacing, code: 'GeneralException', stage: { actions: 20 } });
  await expect(wholeRun(book)).rejects.toHaveProperty('trouble.next', expect.stringContaining('open it again'));

  const again = openWorkbook(book.workbook);
  expect(await again.port.repair()).toContain('has been completed');
  renameHeader(again.workbook, 'tblMatches', 'Decision', 'Our verdict');
  addColumn(again.workbook, 'tblMatches', 'My note', ['ask Kim']);
  expect(await wholeRun(again)).toEqual([
    'The column “Our verdict” of Matches was found in the place of “Decision” and has that name again.',
  ]);
  renameHeader(again.workbook, 'tblMatches', 'My note', 'My remark');
  expect(await wholeRun(again)).toEqual([]);
  expect(tableRows(again.workbook, 'tblMatches')[0]?.['My remark']).toBe('ask Kim');
});

test('a person’s own column is not taken for one of Tieout’s after a broken rerun was completed', async () => {
  const book = await afterFirstRun();
  addColumn(book.workbook, 'tblMatches', 'My note', ['ask Kim']);
  book.host.faults.fail({ when: isLastBatch, code: 'GeneralException', stage: { actions: 100 } });
  await expect(wholeRun(book)).rejects.toHaveProperty('trouble.next', expect.stringContaining('open it again'));

  const again = openWorkbook(book.workbook);
  expect(await again.port.repair()).toContain('has been completed');
  renameHeader(again.workbook, 'tblMatches', 'My note', 'My remark');
  expect(await wholeRun(again)).toEqual([]);
  expect(tableRows(again.workbook, 'tblMatches')[0]?.['My remark']).toBe('ask Kim');
});

test('a last batch that Excel refuses every time locks nobody out', async () => {
  const book = openBook();
  await write(book, FIRST);
  book.host.faults.fail({ when: isLastBatch, code: 'InvalidArgument', stage: { actions: 400 } });
  const grids = await book.port.readSources(silent, patient());
  await expect(book.port.write(result(SECOND), grids, silent, patient())).rejects.toHaveProperty('trouble.next');
  await expect(book.port.repair()).rejects.toHaveProperty('trouble.next');
  await expect(book.port.repair()).rejects.toHaveProperty('trouble.next');
  expect(await book.port.repair()).toContain('cannot be completed. Run again.');
  book.host.faults.clear();
  await write(book, SECOND);
  expect(standing(book)).toBe(SECOND);
});

test('results are removed though a last batch broke off, and what it staged with them', async () => {
  const book = openBook();
  await write(book, FIRST);
  book.host.faults.fail({ when: isLastBatch, code: 'InvalidArgument', stage: { actions: 400 } });
  await expect(write(book, SECOND)).rejects.toHaveProperty('trouble.next');
  expect(await book.port.removeResults(silent, patient())).toEqual({ removed: 7 });
  expect(namesOf(book.workbook)).toEqual(Object.keys(SOURCES));
  expect(book.workbook.settings.size).toBe(0);
});
