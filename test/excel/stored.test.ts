/** What Tieout keeps in a workbook: told, and taken away as a whole, whatever somebody else wrote into its notes. */

import { patient, silent } from './support/open';
import { SMALL_BOOK } from './support/wholeRun';
import { afterFirstRun, SHEETS } from './support/edits';

const sources = Object.keys(SMALL_BOOK);

test('sheets, sample data and notes are told by name and number', async () => {
  const book = await afterFirstRun();
  await book.port.addSample(
    [{ name: 'Sample deals', rows: [['Deal ID'], ['D-1']], columns: [{ format: '@', width: 10 }] }],
    silent,
    patient(),
  );
  const { sheets, sample, notes } = await book.port.stored();
  expect(sheets).toEqual(SHEETS);
  expect(sample).toEqual(['Sample deals']);
  expect(notes).toBe([...book.workbook.settings.keys()].filter((key) => key.startsWith('tieout.')).length);
});

test('forgetting leaves the sources, what a person changed, and the notes of others', async () => {
  const book = await afterFirstRun();
  book.workbook.settings.set('another.addin', 'its own');
  await book.port.addSample(
    [{ name: 'Sample deals', rows: [['Deal ID'], ['D-1']], columns: [{ format: '@', width: 10 }] }],
    silent,
    patient(),
  );
  await book.port.addSample(
    [{ name: 'Mine now', rows: [['Deal ID'], ['D-1']], columns: [{ format: '@', width: 10 }] }],
    silent,
    patient(),
  );
  book.workbook.transact('person', () => book.workbook.sheet('Mine now')?.setValue(5, 0, 'typed'));
  expect(await book.port.forget(silent, patient())).toEqual({ removed: 8 });
  expect(book.workbook.sheets.map(({ name }) => name)).toEqual([...sources, 'Mine now']);
  expect([...book.workbook.settings.keys()]).toEqual(['another.addin']);
  expect(book.workbook.names).toEqual([]);
  expect(await book.port.stored()).toEqual({ sheets: [], sample: [], notes: 0 });
});

test('a registry that claims the sources as Tieout’s own is not believed', async () => {
  const book = await afterFirstRun();
  const claimed = book.workbook.sheets.map(({ id, name }) => ({ planned: name, id, name, tables: {}, typed: [], cells: [] }));
  book.workbook.settings.set('tieout.sheets', { version: 1, retired: [], sheets: claimed });
  expect((await book.port.stored()).sheets).toEqual([]);
  await book.port.removeResults(silent, patient());
  expect(book.workbook.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(sources));
});
