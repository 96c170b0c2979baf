/** The log of decisions on `Definitions`, and links that `Matches` did not list, kept from run to run. */

import type { KeyedCells, LoggedDecision } from '../../src/settings/decisions';
import { afterFirstRun } from './support/edits';
import { tableRows } from './support/open';
import type { OpenBook } from './support/open';
import { openSmallBook, UNBILLED, wholeRun } from './support/wholeRun';

const rowOf = ({ workbook }: OpenBook, key: string): Record<string, unknown> =>
  tableRows(workbook, 'tblExceptions').find((row) => row['Exception key'] === key) ?? {};

const accepted = (key: string): KeyedCells => ({ key, cells: { Status: 'Accepted', Comment: 'agreed with Kim' } });

const logged = (what: string, key = UNBILLED): LoggedDecision => ({
  when: '2026-05-04',
  who: 'mk',
  what,
  key,
  before: 'Open',
  after: 'Accepted',
});

const log = ({ workbook }: OpenBook): unknown[] =>
  tableRows(workbook, 'tblDecisionLog')
    .filter((row) => row['When'] !== null)
    .map((row) => Object.values(row).join(' '));

describe('the log', () => {
  test('grows line by line, keeps what stands below it in place, and is kept by the next run', async () => {
    const book = await afterFirstRun();
    await book.writes.addAlias({ kind: 'Customer', from: 'ACME', to: 'Acme Ltd', fromDate: '', decidedBy: 'mk', decidedAt: '' });
    expect(await book.writes.logDecisions([logged('Accepted')])).toBe(true);
    expect(await book.writes.logDecisions([logged('Commented'), logged('Undone: Commented')])).toBe(true);
    const lines = ['Accepted', 'Commented', 'Undone: Commented'].map((what) => `2026-05-04 mk ${what} ${UNBILLED} Open Accepted`);
    expect(log(book)).toEqual(lines);
    expect(tableRows(book.workbook, 'tblAliases').map((row) => row['From'])).toEqual(['ACME']);
    await wholeRun(book);
    expect(log(book)).toEqual(lines);
    await book.writes.logDecisions([logged('Refused')]);
    await wholeRun(book);
    expect(log(book)).toHaveLength(4);
    expect(tableRows(book.workbook, 'tblAliases').map((row) => row['From'])).toEqual(['ACME']);
    expect((await book.port.readKept()).decisions.log).toHaveLength(4);
  });

  test('where the workbook has none it says so', async () => {
    const book = openSmallBook();
    expect(await book.writes.logDecisions([logged('Accepted')])).toBe(false);
  });
});

describe('matches that the sheet does not list', () => {
  const key = 'deal-invoice|deal.D-1|invoice.INV-9';
  const cells = { Decision: 'confirmed', 'Decided by': 'mk', 'Decided at': '2026-05-04' };

  test('are added as rows, honoured by the next run, and taken away again', async () => {
    const book = await afterFirstRun();
    expect([...(await book.writes.listedMatches([key, 'other']))]).toEqual([]);
    const rows = tableRows(book.workbook, 'tblMatches').length;
    await book.writes.addMatches([{ key, cells }]);
    expect([...(await book.writes.listedMatches([key, 'other']))]).toEqual([key]);
    await book.writes.removeMatches([key]);
    expect(tableRows(book.workbook, 'tblMatches')).toHaveLength(rows);
    await book.writes.addMatches([{ key, cells }]);
    await wholeRun(book);
    expect(tableRows(book.workbook, 'tblMatches').filter((row) => row['Match key'] === key)).toEqual([
      expect.objectContaining({ State: 'confirmed', Decision: 'confirmed', 'Decided by': 'mk' }),
    ]);
  });

  test('an amount under Decision is carried, kept and shown again', async () => {
    const book = await afterFirstRun();
    await book.writes.addMatches([{ key, cells: { ...cells, Decision: 'confirmed 120.50 EUR' } }]);
    await wholeRun(book);
    expect(tableRows(book.workbook, 'tblMatches').find((row) => row['Match key'] === key)).toMatchObject({
      Allocated: 120.5,
      Decision: 'confirmed 120.50 EUR',
    });
    await wholeRun(book);
    expect(tableRows(book.workbook, 'tblMatches').find((row) => row['Match key'] === key)).toMatchObject({ Allocated: 120.5 });
  });
});

test('a result that was written without a log gets one at the next run, and loses nothing', async () => {
  const book = await afterFirstRun();
  await book.writes.writeReviews([accepted(UNBILLED)]);
  await Excel.run(async (context) => {
    const registry = context.workbook.settings.getItem('tieout.sheets');
    registry.load('value');
    await context.sync();
    const stored = JSON.parse(JSON.stringify(registry.value)) as { sheets: { tables: Record<string, string> }[] };
    for (const { tables } of stored.sheets) delete tables['tblDecisionLog'];
    context.workbook.settings.add('tieout.sheets', stored);
    context.workbook.tables.getItem('tblDecisionLog').delete();
    await context.sync();
  });
  expect(await book.writes.logDecisions([logged('Accepted')])).toBe(false);
  await wholeRun(book);
  expect(rowOf(book, UNBILLED)).toMatchObject({ Status: 'Accepted' });
  expect(await book.writes.logDecisions([logged('Accepted')])).toBe(true);
  expect(log(book)).toHaveLength(1);
});
