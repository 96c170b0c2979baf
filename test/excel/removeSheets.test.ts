/** Sheets taken away: the results as a whole, those of the sample one after another. */

import { sampleSheets } from '../../src/taskpane/sample/sampleSheets';
import { namesOf, openBook, patient, settled, sheetOf, silent, SOURCES } from './support/open';
import type { OpenBook } from './support/open';
import { byHand, openSmallBook, wholeRun } from './support/wholeRun';

/** Cancels with the n-th step of progress. */
function cancelledAt(times: number) {
  const controller = new AbortController();
  const told: [string, number][] = [];
  return {
    told,
    signal: controller.signal,
    onProgress: (step: string, done: number) => {
      told.push([step, done]);
      if (told.length === times) controller.abort();
    },
  };
}

async function written(): Promise<OpenBook> {
  const book = openSmallBook();
  await wholeRun(book);
  await settled(book.host);
  return book;
}

test('cancelled before the first sheet went, the workbook is as it was', async () => {
  const book = await written();
  const before = namesOf(book.workbook);
  await expect(book.port.removeResults(silent, AbortSignal.abort())).rejects.toHaveProperty('name', 'AbortError');
  expect(namesOf(book.workbook)).toEqual(before);
});

test('the results go in one request: a cancel that comes then is too late', async () => {
  const book = await written();
  const { told, signal, onProgress } = cancelledAt(1);
  expect(await book.port.removeResults(onProgress, signal)).toEqual({ removed: 7 });
  expect(told).toEqual([['remove sheets', 0]]);
  expect(namesOf(book.workbook)).toEqual(['Deals', 'Invoices', 'Receipts']);
  expect(book.workbook.settings.size).toBe(0);
});

test('whatever Excel refuses of the removal, all of the results go or none', async () => {
  const first = await written();
  const start = first.host.requests.length;
  await first.port.removeResults(silent, patient());
  await settled(first.host);
  const requests = first.host.requests.slice(start);
  for (const [index, { actions, kind }] of requests.entries())
    for (const stage of kind === 'write'
      ? (['before', { actions: Math.floor(actions / 2) }, 'after'] as const)
      : ['before' as const]) {
      const book = await written();
      const before = namesOf(book.workbook);
      book.host.faults.fail({ when: index + 1, code: 'GeneralException', stage });
      const isGone = await book.port.removeResults(silent, patient()).then(
        () => true,
        () => false,
      );
      expect([index, stage, namesOf(book.workbook)]).toEqual([index, stage, isGone ? ['Deals', 'Invoices', 'Receipts'] : before]);
      expect([index, stage, isGone]).toEqual([index, stage, kind === 'cleanUp' || stage !== 'before']);
    }
});

test('where nothing but the results is in sight a blank sheet stays in sight', async () => {
  const { workbook, port, host } = await written();
  byHand(workbook, () => {
    for (const name of ['Deals', 'Invoices', 'Receipts']) sheetOf(workbook, name).visibility = 'Hidden';
  });
  await port.removeResults(silent, patient());
  await settled(host);
  expect(namesOf(workbook).slice(3)).toHaveLength(1);
});

test('cancelling the sample half way takes away again what was added', async () => {
  const { workbook, port } = openBook();
  const { told, signal, onProgress } = cancelledAt(3);
  await expect(port.addSample(sampleSheets(), onProgress, signal)).rejects.toHaveProperty('name', 'AbortError');
  expect(told).toEqual([0, 1, 2].map((sheets) => ['add sheets', sheets / 4]));
  expect(namesOf(workbook)).toEqual(Object.keys(SOURCES));
  expect(workbook.settings.size).toBe(0);
});

test('where Excel refuses a sample sheet, those added before it go again', async () => {
  const { workbook, port, host } = openBook();
  let sent = 0;
  host.faults.fail({ when: () => (sent += 1) === 4, code: 'AccessDenied', stage: 'before' });
  await expect(port.addSample(sampleSheets(), silent, patient())).rejects.toHaveProperty('trouble.next');
  expect(namesOf(workbook)).toEqual(Object.keys(SOURCES));
});

test('cancelling the removal of the sample keeps the rest known as sample', async () => {
  const { port } = openBook();
  await port.addSample(sampleSheets(), silent, patient());
  const { signal, onProgress } = cancelledAt(2);
  expect(await port.removeSample(false, onProgress, signal)).toEqual({ removed: 2, changed: [] });
  expect((await port.readKept()).sample).toEqual(['Sample revenue schedule', 'Sample receipts']);
  expect(await port.removeSample(false, silent, patient())).toEqual({ removed: 2, changed: [] });
});
