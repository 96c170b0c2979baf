import { planReport } from '../../src/report/planReport';
import type { Reconciliation } from '../../src/domain/reconciliation';
import { exception, item, line, marchDeal } from '../report/support/reconciliations';
import { openBook, openWorkbook, patient, sheetOf, silent, tableRows, type } from './support/open';
import type { OpenBook } from './support/open';

async function run({ port }: OpenBook, reconciliation: Reconciliation = marchDeal()): Promise<readonly string[]> {
  const grids = await port.readSources(silent, patient());
  const kept = await port.readKept();
  const exceptions = reconciliation.exceptions.map((one) => {
    const before = kept.previous.find(({ key }) => key === one.key);
    return before === undefined ? one : { ...one, status: before.status, comment: before.comment, assignee: before.assignee };
  });
  return (await port.write(planReport({ ...reconciliation, exceptions }, kept), grids, silent, patient())).messages;
}

/** The same run a month later: one line and exception more, in another order. */
function april(): Reconciliation {
  const base = marchDeal();
  return {
    ...base,
    lines: [line('Aaron  2026-04  Ann  700.00  0.00  -  -'), ...base.lines],
    items: [item('BI  Q1  Aaron  2026-04  Ann  700.00  D-7', { exceptionKey: 'BI.unbilled.deal..D-7' }), ...base.items],
    exceptions: [exception('BI.unbilled.deal..D-7  Q1  Aaron  Ann  700.00  Open'), ...base.exceptions],
  };
}

test.each(['1.15', '1.10'])(
  'with ExcelApi %s, a rerun keeps comments, added columns, typed cells and other sheets’ formulas',
  async (excelApi) => {
    const book = openBook({ excelApi });
    const { workbook } = book;
    await run(book);
    const exceptions = workbook.table('tblExceptions');
    if (exceptions === null) throw new Error('no exceptions');
    type(workbook, 'tblExceptions', 0, 'Comment', 'called them');
    type(workbook, 'tblExceptions', 1, 'Status', 'Waiting');
    workbook.transact('person', () => {
      const { sheet, table } = exceptions;
      const { top, right } = table.area;
      workbook.resizeTable(sheet, table, { ...table.area, right: right + 2 });
      sheet.enter(top, right + 1, 'My note');
      sheet.enter(top + 1, right + 1, 'first');
      sheet.enter(top + 2, right + 1, '=1+1');
      sheet.enter(top, right + 2, 'Double');
      for (const row of [top + 1, top + 2]) sheet.enter(row, right + 2, '=[@Amount]*2');
      sheetOf(workbook, 'Summary').enter(25, 1, 'Kim');
      sheetOf(workbook, 'Summary').enter(22, 1, 795);
      sheetOf(workbook, 'Deals').enter(0, 9, '=SUM(tblReconciliation[Booked])');
      sheetOf(workbook, 'Deals').enter(1, 9, '=Summary!B11');
    });
    const messages = await run(book, april());
    expect(messages).toEqual([]);
    expect(
      tableRows(workbook, 'tblExceptions').map((row) => [
        row['Exception key'],
        row['Comment'],
        row['Status'],
        row['My note'],
        row['Double'],
      ]),
    ).toEqual([
      ['BI.unbilled.deal..D-7', null, 'Open', null, 1_400],
      ['BI.unbilled.deal..D-1', 'called them', 'Open', 'first', 2_600],
      ['BI.nodeal.invoice..INV-2', null, 'Waiting', 2, -1_000],
    ]);
    expect(tableRows(workbook, 'tblReconciliation').map((row) => [row['Customer'], row['Booked less invoiced']])).toEqual([
      ['Aaron', 700],
      ['Acme Ltd', 12_300],
      ['Acme Ltd', -11_000],
      ['Zeta', -500],
    ]);
    const summary = sheetOf(workbook, 'Summary');
    expect([summary.value(25, 1), summary.value(22, 1), summary.value(23, 1)]).toEqual(['Kim', 795, 1_500 - 795]);
    expect([sheetOf(workbook, 'Deals').value(0, 9), sheetOf(workbook, 'Deals').value(1, 9)]).toEqual([13_000, 13_000]);
    expect(workbook.sheets.map(({ name }) => name).filter((name) => name.startsWith('~'))).toEqual([]);
  },
);

test('fewer rows than before: the table shrinks and nothing is left below', async () => {
  const book = openBook();
  await run(book, april());
  await run(book, { ...marchDeal(), lines: marchDeal().lines.slice(0, 1) });
  const found = book.workbook.table('tblReconciliation');
  expect(tableRows(book.workbook, 'tblReconciliation')).toHaveLength(1);
  expect(found?.sheet.usedArea(true)?.bottom).toBe(found?.table.area.bottom);
});

test('filters, sort order and column widths stay', async () => {
  const book = openBook();
  const { workbook } = book;
  await run(book);
  const found = workbook.table('tblReconciliation');
  if (found === null) throw new Error('no table');
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('tblReconciliation');
    table.sort.apply([{ key: 3, ascending: true }]);
    table.columns.getItem('Customer').filter.applyValuesFilter(['Acme Ltd']);
    await context.sync();
  });
  found.sheet.setColumnWidth(0, 0, 55);
  await run(book, april());
  expect(tableRows(workbook, 'tblReconciliation').map(({ Booked }) => Booked)).toEqual([0, 0, 700, 12_300]);
  expect(found.table.columns[0]?.filter).toEqual({ kind: 'values', values: ['Acme Ltd'] });
  expect(found.sheet.columnWidth(0)).toBe(55);
});

test('a rerun does not pile up colours, and a person’s own stay', async () => {
  const book = openBook();
  await run(book);
  await run(book, april());
  const formats = (): number[] => book.workbook.sheets.map(({ conditionalFormats }) => conditionalFormats.length);
  const first = formats();
  await Excel.run(async (context) => {
    const own = context.workbook.worksheets.getItem('Variances').getRange('A1:A9').conditionalFormats.add('Custom');
    own.custom.rule.formula = '=TRUE';
    await context.sync();
  });
  await run(book, april());
  const second = formats();
  expect(second.reduce((sum, count) => sum + count, 0)).toBe(first.reduce((sum, count) => sum + count, 0) + 1);
});

test('decisions, aliases and settings typed in the sheets are read back', async () => {
  const book = openBook();
  await run(
    book,
    marchDeal({
      customerLinks: [
        {
          left: 'Acme Ltd',
          right: 'ACME',
          leftId: '',
          rightId: '',
          customer: 'acme',
          pass: 'name',
          probability: 0.8,
          certainty: 'inferred',
          evidence: [],
          runnerUp: '',
          state: 'suggested',
          leftRecord: 'deal.D-1',
          rightRecord: 'invoice.INV-1',
        },
      ],
    }),
  );
  type(book.workbook, 'tblMatches', 0, 'Decision', 'Confirmed');
  type(book.workbook, 'tblMatches', 0, 'Decided by', 'mk');
  type(book.workbook, 'tblDefinitions', 0, 'Value', '2026-03-31');
  for (const [header, entry] of Object.entries({ Kind: 'Customer', From: 'ACME Inc', To: 'Acme Ltd' }))
    type(book.workbook, 'tblAliases', 0, header, entry);
  const kept = await book.port.readKept();
  expect(kept.decisions).toEqual({
    aliases: [{ kind: 'Customer', from: 'ACME Inc', to: 'Acme Ltd', fromDate: '', decidedBy: '', decidedAt: '' }],
    links: [{ matchKey: 'customer|Acme Ltd|ACME', decision: 'confirmed', decidedBy: 'mk', decidedAt: '' }],
    notes: [],
  });
  expect(kept.definitions).toEqual({ asOf: '2026-03-31' });
  await run(book, marchDeal());
  expect((await book.port.readKept()).decisions).toEqual(kept.decisions);
});

test('a refused setting is told, and the last one used stands in for it', async () => {
  const book = openBook();
  await run(book);
  type(book.workbook, 'tblDefinitions', 0, 'Value', 'soon');
  const kept = await book.port.readKept();
  expect(kept.refusedSettings).toEqual([{ setting: 'As-of', typed: 'soon', key: 'asOf' }]);
  expect(kept.definitions).toEqual({ asOf: '2026-04-30' });
});

test('Definitions says in words what the latest run counts, in as many lines as before', async () => {
  const book = openBook();
  await run(book);
  const words = (): unknown[] => {
    const found = book.workbook.table('tblDefinitions');
    return Array.from({ length: found?.table.area.top ?? 0 }, (_, row) => found?.sheet.value(row, 0) ?? null);
  };
  const before = words();
  expect(before).toContain('Months: calendar months; a year starts in January.');
  const gross = { key: 'invoicedAmount', value: 'gross', used: 'gross', why: 'as set' };
  const weeks = { kind: 'weeks', pattern: '4-4-5', yearEnd: { which: 'last', weekday: 'Saturday' } } as const;
  const base = marchDeal();
  await run(book, { ...base, settingsUsed: [...base.settingsUsed, gross], calendar: { yearStarts: 1, months: weeks } });
  expect(words()).toHaveLength(before.length);
  expect(words()).toEqual(
    expect.arrayContaining([
      'Definitions: what the numbers mean',
      expect.stringMatching(/^Invoiced: .* tax included, /),
      expect.stringMatching(/^Months: 4-4-5 /),
      expect.stringMatching(/^Fiscal months: /),
    ]),
  );
  await run(book);
  expect(words()).toEqual(before);
});

/** "Summary!$B$4:$B$9": 6 */
function rowsIn(reference: string | null): number {
  const [first = 0, last = 0] = [...(reference ?? '').matchAll(/\$(\d+)/g)].map(([, row]) => Number(row));
  return last - first + 1;
}

test('a chart shows the steps of the latest run', async () => {
  const book = openBook();
  const steps = (): number[] =>
    sheetOf(book.workbook, 'Summary').charts.map(({ series }) => {
      const rows = series.map(({ values, categories }) => [rowsIn(values), rowsIn(categories)]).flat();
      expect(new Set(rows).size).toBe(1);
      return rows[0] ?? 0;
    });
  await run(book);
  const [before = 0] = steps();
  const base = marchDeal();
  const more = item('BI  D4  Acme Ltd  2026-03  Ann  0.00  D-1  INV-1');
  await run(book, { ...base, items: [...base.items, more] });
  expect(steps()[0]).toBe(before + 1);
  await run(book);
  expect(steps()[0]).toBe(before);
});

test('what stands beside the tie-out stands there whole', async () => {
  const book = openBook();
  const busy = (amount: string, lag: number): Reconciliation => {
    const names = ['Ada', 'Bea', 'Cid', 'Dan', 'Eve'];
    return {
      ...marchDeal(),
      lines: names.map((name) => line(`${name}  2026-03  ${name}  ${amount}  0.00  -  -`)),
      items: names.map((name) => item(`BI  Q1  ${name}  2026-03  ${name}  ${amount}  D-${name}`)),
      exceptions: names.map((name) => exception(`BI.unbilled.deal..D-${name}  Q1  ${name}  ${name}  ${amount}  Open`)),
      settingsUsed: (['invoicingLag', 'paymentTime', 'overdueAfter', 'unappliedAfter', 'matchDays'] as const).map((key) => ({
        key,
        value: lag,
        used: lag,
        why: 'as set',
      })),
    };
  };
  await run(book, busy('100.00', 20));
  await run(book, busy('200.00', 30));
  const summary = sheetOf(book.workbook, 'Summary');
  const right = Array.from({ length: 200 }, (_, row) => summary.value(row, 13));
  const tieOut = book.workbook.table('tblTieOut')?.table.area.top ?? 0;
  expect(right).toContain('Settings changed since the last run');
  expect(right.indexOf('Assumed')).toBeGreaterThan(0);
  expect(right.indexOf('Assumed')).toBeLessThan(tieOut);
});

test('where a row above a table is gone, the words above it are written all the same', async () => {
  const book = openBook();
  await run(book);
  const { workbook } = book;
  const top = (): number => workbook.table('tblDefinitions')?.table.area.top ?? 0;
  const planned = top();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Definitions').getRange('3:3').delete('Up');
    await context.sync();
  });
  expect(top()).toBe(planned - 1);
  await run(book);
  expect(top()).toBe(planned);
  expect(sheetOf(workbook, 'Definitions').value(0, 0)).toBe('Definitions: what the numbers mean');
  expect(sheetOf(workbook, 'Definitions').value(2, 0)).toMatch(/^Invoiced: /);
});

test('a sheet that a person renamed is still ours; one that was deleted comes back', async () => {
  const book = openBook();
  const { workbook } = book;
  await run(book);
  workbook.transact('person', () => {
    workbook.renameSheet(sheetOf(workbook, 'Exceptions'), 'To do');
    workbook.deleteSheet(sheetOf(workbook, 'Matches'));
  });
  await run(book, april());
  expect(
    workbook.sheets
      .map(({ name }) => name)
      .slice(2)
      .sort(),
  ).toEqual(['Definitions', 'Left out', 'Matches', 'Reconciliation', 'Summary', 'To do', 'Variances']);
  expect(tableRows(workbook, 'tblExceptions')).toHaveLength(3);
});

test('at the next start everything kept is found again', async () => {
  const book = openBook();
  await run(book);
  type(book.workbook, 'tblExceptions', 0, 'Comment', 'called them');
  const again = openWorkbook(book.workbook);
  expect((await again.port.readKept()).previous[0]?.comment).toBe('called them');
});

test.each(['1.15', '1.10'])(
  'with ExcelApi %s, what a person wrote below a table moves down and is not taken in',
  async (excelApi) => {
    const book = openBook({ excelApi });
    const { workbook } = book;
    await run(book, { ...marchDeal(), lines: marchDeal().lines.slice(0, 1) });
    const found = workbook.table('tblReconciliation');
    if (found === null) throw new Error('no table');
    workbook.transact('person', () => found.sheet.enter(found.table.area.bottom + 2, 1, 'my note'));
    await run(book, april());
    const { sheet, table } = workbook.table('tblReconciliation') ?? found;
    expect(tableRows(workbook, 'tblReconciliation')).toHaveLength(4);
    expect(sheet.value(table.area.bottom + 2, 1)).toBe('my note');
  },
);

test('recognised is derived in one run and not in the next: its column changes its name in place', async () => {
  const book = openBook();
  const { workbook } = book;
  const recognised = (isDerived: boolean): Reconciliation => ({
    ...marchDeal(),
    isDerived,
    lines: [line('Acme Ltd  2026-03  Ann  1,000.00  200.00  50.00  -')],
  });
  const headers = (): string[] => Object.keys(tableRows(workbook, 'tblReconciliation')[0] ?? {}).slice(0, 7);
  await run(book, recognised(true));
  const derived = headers();
  const messages = await run(book, recognised(false));
  expect(messages).toEqual([]);
  expect(derived).toEqual(['Customer', 'Month', 'Owner', 'Booked', 'Invoiced', 'Recognised (derived)', 'Cash']);
  expect(headers()).toEqual(['Customer', 'Month', 'Owner', 'Booked', 'Invoiced', 'Recognised', 'Cash']);
  await run(book, recognised(true));
  expect(headers()).toEqual(derived);
});

/** How a table's column looks, row by row. */
function looksOf({ workbook }: OpenBook, name: string, header: string): string[] {
  const found = workbook.table(name);
  if (found === null) throw new Error(`no table ${name}`);
  const { sheet, table } = found;
  const column = table.area.left + table.columns.findIndex((one) => one.name === header);
  return Array.from({ length: table.area.bottom - table.area.top }, (_, row) => {
    const { horizontal, indent, vertical, wrap, fill, numberFormat } = sheet.style(table.area.top + 1 + row, column);
    return [horizontal, indent, vertical, wrap, fill, numberFormat].join(' ');
  });
}

test.each(['1.15', '1.10'])('with ExcelApi %s, rows that a rerun adds look like the first ones', async (excelApi) => {
  const book = openBook({ excelApi });
  const lag = (value: number) => marchDeal({ settingsUsed: [{ key: 'invoicingLag', value, used: value, why: 'typed' }] });
  for (const days of [30, 45, 60, 75]) await run(book, lag(days));
  expect(tableRows(book.workbook, 'tblSettingsLog').map(({ To }) => To)).toEqual(['75', '60', '45']);
  const log = looksOf(book, 'tblSettingsLog', 'Setting');
  expect(log).toEqual(Array(3).fill('Left 1 Top false  @'));
  await run(book, april());
  for (const header of ['Exception key', 'Amount', 'Status', 'Comment'])
    expect(new Set(looksOf(book, 'tblExceptions', header)).size).toBe(1);
});

test('a column of ours that a person deleted comes back looking as it did', async () => {
  const book = openBook();
  const { workbook } = book;
  await run(book);
  const before = looksOf(book, 'tblExceptions', 'Suggested action');
  const found = workbook.table('tblExceptions');
  if (found === null) throw new Error('no exceptions');
  const column = found.table.area.left + found.table.columns.findIndex(({ name }) => name === 'Suggested action');
  workbook.transact('person', () => found.sheet.delete({ top: 0, bottom: 1_048_575, left: column, right: column }, 'Left'));
  await run(book);
  expect(looksOf(book, 'tblExceptions', 'Suggested action')).toEqual(before);
});
