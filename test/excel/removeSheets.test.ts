/** Sheets taken away one after another: told how far it is, and stopped without a loss of what people typed. */

import { sampleSheets } from '../../src/taskpane/sample/sampleSheets';
import { namesOf, openBook, patient, silent, SOURCES, tableRows, type } from './support/open';
import { openSmallBook, UNBILLED, wholeRun } from './support/wholeRun';

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

test('removing the results tells each sheet of the way', async () => {
  const book = openSmallBook();
  await wholeRun(book);
  const { told, signal, onProgress } = cancelledAt(Infinity);
  expect(await book.port.removeResults(onProgress, signal)).toEqual({ removed: 7, left: 0 });
  expect(told).toEqual(Array.from({ length: 7 }, (_, index) => ['remove sheets', index / 7]));
});

test('cancelled before the first sheet went, the workbook is as it was', async () => {
  const book = openSmallBook();
  await wholeRun(book);
  const before = namesOf(book.workbook);
  await expect(book.port.removeResults(silent, AbortSignal.abort())).rejects.toHaveProperty('name', 'AbortError');
  expect(namesOf(book.workbook)).toEqual(before);
});

test('cancelled half way, what people typed is still there, and the next run carries it over', async () => {
  const book = openSmallBook();
  await wholeRun(book);
  const comments = (): unknown =>
    tableRows(book.workbook, 'tblExceptions').find((row) => row['Exception key'] === UNBILLED)?.['Comment'];
  const row = tableRows(book.workbook, 'tblExceptions').findIndex((one) => one['Exception key'] === UNBILLED);
  type(book.workbook, 'tblExceptions', row, 'Comment', 'asked Ann');
  const { signal, onProgress } = cancelledAt(4);
  expect(await book.port.removeResults(onProgress, signal)).toEqual({ removed: 4, left: 3 });
  expect(namesOf(book.workbook)).toEqual(['Deals', 'Invoices', 'Receipts', 'Exceptions', 'Matches', 'Definitions']);
  expect(await wholeRun(book)).toEqual([]);
  expect(namesOf(book.workbook)).toHaveLength(10);
  expect(comments()).toBe('asked Ann');
  expect(await book.port.removeResults(silent, patient())).toEqual({ removed: 7, left: 0 });
  expect(book.workbook.settings.size).toBe(0);
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
