/** What the pane decides, written into the workbook as a person would have typed it. */

import type { CustomerLink, Link } from '../../src/domain/link';
import type { Reconciliation } from '../../src/domain/reconciliation';
import { planReport } from '../../src/report/planReport';
import type { Alias, LinkNote } from '../../src/settings/decisions';
import { deal, invoice, marchDeal } from '../report/support/reconciliations';
import { bookOf } from '../support/book';
import { renameHeader } from './support/edits';
import { openBook, openWorkbook, patient, settled, silent, tableRows, type } from './support/open';
import type { OpenBook } from './support/open';
import { SMALL_BOOK, wholeRun } from './support/wholeRun';

const customer = (left: string, right: string): CustomerLink => ({
  left,
  right,
  leftId: '',
  rightId: '',
  customer: left,
  pass: 'name',
  probability: 0.8,
  certainty: 'inferred',
  evidence: [],
  runnerUp: '',
  state: 'suggested',
  leftRecord: '',
  rightRecord: '',
});

const link = (left: string, right: string): Link => ({
  kind: 'deal-invoice',
  left: `deal.${left}`,
  right: `invoice.${right}`,
  allocated: 10_000,
  currency: 'EUR',
  pass: 'within tolerance',
  probability: 0.8,
  certainty: 'inferred',
  evidence: [],
  runnerUp: '',
  state: 'suggested',
});

/** Links D-0–INV-0, D-1–INV-1 … of one deal and invoice each. */
function withLinks(count: number): Reconciliation {
  const base = marchDeal();
  const numbers = Array.from({ length: count }, (_, index) => String(index));
  const records = numbers.flatMap((n) => [
    deal(`D-${n}`, 'Acme', '100.00', '2026-03-05', 2),
    invoice(`INV-${n}`, 'Acme', '100.00', '2026-03-09', 2),
  ]);
  return {
    ...base,
    customerLinks: [customer('Acme Ltd', 'ACME')],
    links: numbers.map((n) => link(`D-${n}`, `INV-${n}`)),
    records: new Map([...base.records, ...records.map((record) => [record.key, record] as const)]),
  };
}

async function bookWith(count: number): Promise<OpenBook> {
  const book = openBook();
  const grids = await book.port.readSources(silent, patient());
  await book.port.write(planReport(withLinks(count)), grids, silent, patient());
  return book;
}

const KEY = (n: number): string => `deal-invoice|deal.D-${String(n)}|invoice.INV-${String(n)}`;

const note = (matchKey: string, typed = 'confirmed', decidedBy = 'mk', decidedAt = '2026-05-04'): LinkNote => ({
  matchKey,
  typed,
  decidedBy,
  decidedAt,
});

/** Rows with a decision: `INV-2 confirmed mk 2026-05-04`. */
const decided = ({ workbook }: OpenBook): string[] =>
  tableRows(workbook, 'tblMatches')
    .filter((row) => row['Decision'] !== null && row['Decision'] !== '')
    .map((row) => [row['Right'], row['Decision'], row['Decided by'], row['Decided at']].join(' '));

test('a decision stands in the row with its key, and the next run reads it', async () => {
  const book = await bookWith(3);
  expect(await book.writes.writeDecisions([note(KEY(1))])).toEqual([note(KEY(1), '', '', '')]);
  expect(decided(book)).toEqual(['INV-1 confirmed mk 2026-05-04']);
  expect((await book.port.readKept()).decisions.links).toEqual([
    { matchKey: KEY(1), decision: 'confirmed', decidedBy: 'mk', decidedAt: '2026-05-04' },
  ]);
});

test('what stood there comes back, and writing it takes the decision back', async () => {
  const book = await bookWith(2);
  type(book.workbook, 'tblMatches', 1, 'Decision', 'ask Kim');
  const before = await book.writes.writeDecisions([note(KEY(0), 'refused')]);
  expect(before).toEqual([note(KEY(0), 'ask Kim', '', '')]);
  await book.writes.writeDecisions(before);
  expect(decided(book)).toEqual(['INV-0 ask Kim  ']);
  expect((await book.port.readKept()).decisions).toMatchObject({ links: [], notes: [note(KEY(0), 'ask Kim', '', '')] });
});

test('a word that is no decision is kept by the next run', async () => {
  const book = await bookWith(2);
  type(book.workbook, 'tblMatches', 1, 'Decision', 'ask Kim');
  type(book.workbook, 'tblMatches', 2, 'Decided by', 'mk');
  const kept = await book.port.readKept();
  const grids = await book.port.readSources(silent, patient());
  await book.port.write(planReport(withLinks(1), kept), grids, silent, patient());
  expect(
    tableRows(book.workbook, 'tblMatches').map((row) => [row['Right'], row['State'], row['Decision'], row['Decided by']]),
  ).toEqual([
    ['ACME', 'suggested', null, null],
    ['INV-0', 'suggested', 'ask Kim', null],
    ['INV-1', 'not linked', null, 'mk'],
  ]);
});

test('of two rows with one key each gets its own cells back', async () => {
  const book = await bookWith(2);
  const copied = tableRows(book.workbook, 'tblMatches')[1] ?? {};
  type(book.workbook, 'tblMatches', 2, 'Match key', String(copied['Match key']));
  type(book.workbook, 'tblMatches', 1, 'Decision', 'ask Kim');
  type(book.workbook, 'tblMatches', 2, 'Decision', 'refused');
  const before = await book.writes.writeDecisions([note(KEY(0))]);
  expect(tableRows(book.workbook, 'tblMatches').map((row) => row['Decision'])).toEqual([null, 'confirmed', 'confirmed']);
  await book.writes.writeDecisions(before);
  expect(tableRows(book.workbook, 'tblMatches').map((row) => row['Decision'])).toEqual([null, 'ask Kim', 'refused']);
});

test('a table that was sorted, filtered, widened and renamed is still hit in the right row', async () => {
  const book = await bookWith(4);
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('tblMatches');
    table.sort.apply([{ key: 0, ascending: false }]);
    table.columns.getItem('Right').filter.applyValuesFilter(['INV-3']);
    table.columns.add(1, undefined, 'My mark');
    table.worksheet.name = 'Pairs';
    await context.sync();
  });
  await book.writes.writeDecisions([note(KEY(1)), note(KEY(2), 'refused')]);
  expect(decided(book).sort()).toEqual(['INV-1 confirmed mk 2026-05-04', 'INV-2 refused mk 2026-05-04']);
});

test('a header of the decisions that a reviewer renamed is still the one that is written', async () => {
  const book = await bookWith(2);
  renameHeader(book.workbook, 'tblMatches', 'Decision', 'Our verdict');
  renameHeader(book.workbook, 'tblMatches', 'Match key', 'Key');
  await book.writes.writeDecisions([note(KEY(1))]);
  expect((await book.port.readKept()).decisions.links).toEqual([
    { matchKey: KEY(1), decision: 'confirmed', decidedBy: 'mk', decidedAt: '2026-05-04' },
  ]);
  expect(tableRows(book.workbook, 'tblMatches').map((row) => row['Our verdict'])).toEqual([null, null, 'confirmed']);
});

test('a refund that fits two receipts goes to the one that a person confirms', async () => {
  const book = openWorkbook(
    bookOf({
      ...SMALL_BOOK,
      Receipts: `
        Receipt No. | Customer | Date | Amount | Currency | Invoice No. | Type
        R-1 | Acme Ltd | 2026-03-02 | 1000 | EUR | | Payment
        R-2 | Acme Ltd | 2026-03-02 | 1000 | EUR | | Payment
        R-3 | Acme Ltd | 2026-03-20 | -1000 | EUR | | Refund`,
    }),
  );
  await wholeRun(book);
  const refunds = (): unknown[] =>
    tableRows(book.workbook, 'tblMatches')
      .filter((row) => row['Kind'] === 'Receipt–refund')
      .map((row) => [row['Left'], row['Right'], row['State']].join(' '));
  expect(refunds()).toEqual(['R-1 R-3 ambiguous', 'R-2 R-3 ambiguous']);
  const row = tableRows(book.workbook, 'tblMatches').find((one) => one['Left'] === 'R-2' && one['Right'] === 'R-3');
  await book.writes.writeDecisions([note(String(row?.['Match key']))]);
  await wholeRun(book);
  expect(refunds()).toEqual(['R-2 R-3 confirmed']);
});

test('many decisions go in few requests, each row to its own', async () => {
  const book = await bookWith(1_200);
  await settled(book.host);
  const start = book.host.requests.length;
  const keys = Array.from({ length: 1_200 }, (_, n) => n).filter((n) => n % 3 === 0 || n > 1_000);
  await book.writes.writeDecisions(keys.map((n) => note(KEY(n))));
  expect(decided(book)).toEqual(keys.map((n) => `INV-${String(n)} confirmed mk 2026-05-04`));
  expect(book.host.requests.length - start).toBeLessThan(8);
});

test('a table that is sorted at the very moment keeps all its cells', async () => {
  const book = await bookWith(4);
  type(book.workbook, 'tblMatches', 2, 'Decision', 'ask Kim');
  await settled(book.host);
  const before = decided(book);
  book.host.faults.before(
    ({ does }) => does.includes('Values='),
    () => {
      const found = book.workbook.table('tblMatches');
      if (found === null) throw new Error('no matches');
      const { sheet, table } = found;
      const [first, third] = [1, 3].map((row) => table.area.top + 1 + row) as [number, number];
      const [a, b] = [sheet.value(first, table.area.left), sheet.value(third, table.area.left)];
      book.workbook.transact('person', () => {
        sheet.setValue(first, table.area.left, b);
        sheet.setValue(third, table.area.left, a);
      });
    },
  );
  await expect(book.writes.writeDecisions([note(KEY(0))])).rejects.toHaveProperty(
    'trouble.next',
    'Nothing was written. Try again.',
  );
  expect(decided(book)).toEqual(before);
  book.host.faults.clear();
  await book.writes.writeDecisions([note(KEY(0))]);
  expect((await book.port.readKept()).decisions.links.map(({ matchKey }) => matchKey)).toEqual([KEY(0)]);
});

test('a row that is gone is told, and nothing is written', async () => {
  const book = await bookWith(2);
  await expect(book.writes.writeDecisions([note(KEY(7))])).rejects.toHaveProperty(
    'trouble.what',
    'The row of this match is no longer on the Matches sheet.',
  );
  book.workbook.transact('person', () => {
    const found = book.workbook.table('tblMatches');
    if (found !== null) book.workbook.deleteSheet(found.sheet);
  });
  await expect(book.writes.writeDecisions([note(KEY(1))])).rejects.toHaveProperty(
    'trouble.what',
    'The sheet that holds the decisions is no longer there.',
  );
});

describe('faults', () => {
  test.each(['before', 'middle', 'after'] as const)('%s each request leave all decisions or none', async (stage) => {
    const probe = await bookWith(1_300);
    const keys = Array.from({ length: 1_300 }, (_, n) => n).filter((n) => n % 60 === 0);
    const notes = keys.map((n) => note(KEY(n)));
    await settled(probe.host);
    const start = probe.host.requests.length;
    await probe.writes.writeDecisions(notes);
    await settled(probe.host);
    const requests = probe.host.requests.slice(start);
    const stood = new Set<number>();
    for (const [index, { actions, kind }] of requests.entries()) {
      if (stage !== 'before' && kind === 'read') continue;
      await probe.writes.writeDecisions(keys.map((n) => note(KEY(n), '', '', '')));
      await settled(probe.host);
      const next = probe.host.requests.length;
      probe.host.faults.fail({
        when: ({ number }) => number === next + index + 1,
        code: 'GeneralException',
        stage: stage === 'middle' ? { actions: Math.floor(actions / 2) } : stage,
      });
      await probe.writes.writeDecisions(notes).catch((error: unknown) => expect(error).toHaveProperty('trouble.next'));
      await settled(probe.host);
      probe.host.faults.clear();
      stood.add(decided(probe).length);
    }
    expect([...stood].filter((count) => count !== 0 && count !== keys.length)).toEqual([]);
  });

  test('a protected sheet has its message', async () => {
    const book = await bookWith(2);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Matches').protection.protect();
      await context.sync();
    });
    await expect(book.writes.writeDecisions([note(KEY(1))])).rejects.toHaveProperty(
      'trouble.what',
      'Excel does not let Tieout write: a sheet or the workbook is protected, or the file is read-only.',
    );
  });
});

describe('aliases', () => {
  const alias: Alias = {
    kind: 'Customer',
    from: 'ACME',
    to: 'Acme Ltd',
    fromDate: '',
    decidedBy: 'mk',
    decidedAt: '2026-05-04',
  };

  test('stand among those of the Definitions sheet, once, and are read by the next run', async () => {
    const { port, writes } = await bookWith(1);
    expect(await writes.addAlias(alias)).toBe(true);
    expect(await writes.addAlias(alias)).toBe(false);
    const other = { ...alias, from: '=1+1', to: '007' };
    expect(await writes.addAlias(other)).toBe(true);
    expect((await port.readKept()).decisions.aliases).toEqual([alias, other]);
  });

  test('are taken away again without touching the others', async () => {
    const { port, writes } = await bookWith(1);
    await writes.addAlias(alias);
    await writes.addAlias({ ...alias, from: 'Akme' });
    await writes.removeAlias(alias);
    expect((await port.readKept()).decisions.aliases.map(({ from }) => from)).toEqual(['Akme']);
    await writes.addAlias(alias);
    expect((await port.readKept()).decisions.aliases.map(({ from }) => from)).toEqual(['ACME', 'Akme']);
  });

  test('are added, found and taken away under headers that a reviewer renamed', async () => {
    const { port, workbook, writes } = await bookWith(1);
    renameHeader(workbook, 'tblAliases', 'From', 'Also called');
    expect([await writes.addAlias(alias), await writes.addAlias(alias)]).toEqual([true, false]);
    await writes.addAlias({ ...alias, from: 'Akme' });
    expect((await port.readKept()).decisions.aliases.map(({ from }) => from)).toEqual(['ACME', 'Akme']);
    await writes.removeAlias(alias);
    expect((await port.readKept()).decisions.aliases.map(({ from }) => from)).toEqual(['Akme']);
  });

  test('leave what stands below the table in place', async () => {
    const { port, workbook, writes } = await bookWith(1);
    await writes.addAlias(alias);
    const { sheet, table } = workbook.table('tblAliases') ?? {};
    if (sheet === undefined || table === undefined) throw new Error('no aliases');
    workbook.transact('person', () => sheet.enter(table.area.bottom + 2, 1, 'my note'));
    for (const from of ['Akme', 'Acmme', 'Ackme']) await writes.addAlias({ ...alias, from });
    expect((await port.readKept()).decisions.aliases).toHaveLength(4);
    expect(sheet.value(table.area.bottom + 1, 1)).toBe('my note');
  });
});
