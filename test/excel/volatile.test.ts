import { planReport } from '../../src/report/planReport';
import { reconciliation } from '../report/support/reconciliations';
import { openBook, patient, sheetOf, silent } from './support/open';
import type { OpenBook } from './support/open';

function opened(): OpenBook {
  const book = openBook({}, { Deals: [['Printed at', null], [], ['Deal ID', 'Amount'], ['D-1', 12_300]] });
  book.workbook.transact('person', () => sheetOf(book.workbook, 'Deals').enter(0, 1, '=NOW()'));
  return book;
}

test('a cell that Excel works out anew each time does not count as changed', async () => {
  const book = opened();
  const grids = await book.port.readSources(silent, patient());
  await book.port.saveMappings([]);
  await Excel.run(async (context) => {
    context.workbook.application.calculate('Full');
    await context.sync();
  });
  await expect(book.port.write(planReport(reconciliation([], [])), grids, silent, patient())).resolves.toHaveProperty('messages');
});

test('what a person changes beside it does', async () => {
  const book = opened();
  const grids = await book.port.readSources(silent, patient());
  book.workbook.transact('person', () => sheetOf(book.workbook, 'Deals').enter(3, 1, 5));
  await expect(book.port.write(planReport(reconciliation([], [])), grids, silent, patient())).rejects.toHaveProperty(
    'trouble.where.sheet',
    'Deals',
  );
});
