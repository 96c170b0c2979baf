import { sampleSheets } from '../../src/taskpane/sample/sampleSheets';
import { namesOf, openBook, patient, sheetOf, silent } from './support/open';
import { wholeRun } from './support/wholeRun';

const NAMES = ['Sample CRM deals', 'Sample invoices', 'Sample revenue schedule', 'Sample receipts'];
const EMPTY = { Sheet1: [] };
const openEmpty = () => openBook({}, EMPTY);

test('the sample is added beside what is there, under names that say what it is', async () => {
  const { workbook, port } = openEmpty();
  await port.addSample(sampleSheets(), silent, patient());
  expect(namesOf(workbook).slice(-4)).toEqual(NAMES);
  expect(workbook.activeSheet.name).toBe(NAMES[0]);
  expect(sheetOf(workbook, 'Sample invoices').text(1, 3)).toBe('2026-01-20');
  expect((await port.readKept()).sample).toEqual(NAMES);
});

test('it shows differences of every kind and ties', async () => {
  const book = openEmpty();
  await book.port.addSample(sampleSheets(), silent, patient());
  expect(await wholeRun(book)).toEqual([]);
  const digest = (await book.port.readKept()).lastRun?.digest;
  expect(digest?.totals).toEqual([
    { measure: 'Booked', amount: 5_620_000 },
    { measure: 'Invoiced', amount: 4_620_000 },
    { measure: 'Recognised', amount: 3_670_000 },
    { measure: 'Cash', amount: 3_272_000 },
  ]);
  const classes = new Set(
    digest?.gaps.flatMap(({ byClass }) => byClass.filter(({ count }) => count > 0).map((one) => one.reasonClass)),
  );
  expect(classes).toEqual(new Set(['Definition', 'Timing', 'Data quality']));
  expect(digest?.identitiesHold).toBe(true);
});

test('it is taken away without a trace, results and other sheets stay', async () => {
  const book = openEmpty();
  const before = namesOf(book.workbook);
  await book.port.addSample(sampleSheets(), silent, patient());
  await wholeRun(book);
  const results = namesOf(book.workbook).filter((name) => !before.includes(name) && !NAMES.includes(name));
  expect(results).toHaveLength(7);
  expect(await book.port.removeSample(false, silent, patient())).toEqual({ removed: 4, changed: [] });
  expect(namesOf(book.workbook)).toEqual([...before, ...results]);
  await book.port.removeResults(silent, patient());
  expect(namesOf(book.workbook)).toEqual(before);
  expect([...book.workbook.settings.keys()]).toEqual([]);
});

test('a sheet that a person changed stays until it is said that it shall go', async () => {
  const { workbook, port } = openEmpty();
  await port.addSample(sampleSheets(), silent, patient());
  workbook.transact('person', () => {
    sheetOf(workbook, 'Sample receipts').enter(1, 3, '11500');
    workbook.renameSheet(sheetOf(workbook, 'Sample receipts'), 'My receipts');
  });
  expect(await port.removeSample(false, silent, patient())).toEqual({ removed: 3, changed: ['My receipts'] });
  expect((await port.readKept()).sample).toEqual(['My receipts']);
  expect(await port.removeSample(true, silent, patient())).toEqual({ removed: 1, changed: [] });
  expect(namesOf(workbook)).not.toContain('My receipts');
});

test('a name that is taken is left to its owner', async () => {
  const { workbook, port } = openBook({}, { 'Sample invoices': [['mine']] });
  await port.addSample(sampleSheets(), silent, patient());
  expect(sheetOf(workbook, 'Sample invoices').text(0, 0)).toBe('mine');
  await port.removeSample(false, silent, patient());
  expect(sheetOf(workbook, 'Sample invoices').text(0, 0)).toBe('mine');
  expect(namesOf(workbook)).not.toContain('Sample invoices (2)');
});

test('a workbook that would be left without a sheet gets an empty one', async () => {
  const { workbook, port } = openEmpty();
  await port.addSample(sampleSheets().slice(0, 1), silent, patient());
  workbook.transact('person', () =>
    namesOf(workbook)
      .filter((name) => name !== NAMES[0])
      .forEach((name) => workbook.deleteSheet(sheetOf(workbook, name))),
  );
  await port.removeSample(false, silent, patient());
  expect(workbook.sheets).toHaveLength(1);
});
