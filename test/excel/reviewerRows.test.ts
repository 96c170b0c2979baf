import { addColumn, afterFirstRun, changed, exceptionOf, rowOf, shots, textsOf } from './support/edits';
import { sheetOf, tableRows, type } from './support/open';
import { byHand, NO_DEAL, UNBILLED, wholeRun } from './support/wholeRun';

test('what a person typed where the result now stands is kept on a sheet of its own', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  const summary = sheetOf(workbook, 'Summary');
  // The line under the headlines holds the messages of a run, and is free while there are none.
  expect(summary.text(6, 0)).toBe('Recognised: not provided.');
  const [row, column] = [11, 13] as const;
  byHand(workbook, () => {
    sheetOf(workbook, 'Invoices').enter(2, 7, 'Void');
  });
  await wholeRun(book);
  expect(summary.text(row, column)).toBe('');
  byHand(workbook, () => {
    summary.enter(row, column, 'ask Kim');
    sheetOf(workbook, 'Invoices').enter(2, 7, 'Open');
  });
  expect(await wholeRun(book)).toEqual(['1 note whose place is gone now stands on the sheet “Notes kept”.']);
  expect(summary.text(row, column)).toBe('Cedar SA');
  expect(tableRows(workbook, 'tblNotesKept')).toEqual([{ Sheet: 'Summary', Row: 'N12', Column: null, Note: 'ask Kim' }]);
});

test('a protected sheet of kept notes is told before anything is written', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  addColumn(workbook, 'tblReconciliation', 'My note', ['first', 'second', 'third', 'fourth', 'fifth']);
  byHand(workbook, () => sheetOf(workbook, 'Invoices').enter(2, 7, 'Void'));
  await wholeRun(book);
  sheetOf(workbook, 'Notes kept').protection.protected = true;
  byHand(workbook, () => sheetOf(workbook, 'Invoices').enter(2, 7, 'Open'));
  const before = shots(workbook);
  await expect(wholeRun(book)).rejects.toHaveProperty(
    'trouble.what',
    'The sheet “Notes kept” is protected, so Tieout cannot write its new result there.',
  );
  expect(changed(workbook, before)).toEqual([]);
});

test('where a sheet called Notes kept is a person’s own, Tieout says on which one the notes stand', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  addColumn(workbook, 'tblReconciliation', 'My note', ['first', 'second', 'third', 'fourth', 'fifth']);
  byHand(workbook, () => {
    workbook.addSheet('Notes kept');
    sheetOf(workbook, 'Invoices').enter(2, 7, 'Void');
  });
  expect(await wholeRun(book)).toEqual([
    'There is another sheet called “Notes kept”; Tieout’s is called “Notes kept (Tieout)”.',
    '1 note whose place is gone now stands on the sheet “Notes kept (Tieout)”.',
  ]);
});

test('a deleted row comes back as Open, a pasted copy keeps its text and is marked', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  type(workbook, 'tblExceptions', 0, 'Comment', 'called them');
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('tblExceptions');
    table.rows.getItemAt(1).delete();
    const row = table.rows.getItemAt(0).load('values');
    await context.sync();
    table.rows.add(undefined, row.values);
    await context.sync();
  });
  type(workbook, 'tblExceptions', 1, 'Comment', 'a copy');
  await wholeRun(book);
  expect(tableRows(workbook, 'tblExceptions').map((row) => [row['Exception key'], row['Status'], row['Comment']])).toEqual([
    [UNBILLED, 'Open', 'called them'],
    [UNBILLED, 'Copy', 'a copy'],
    [NO_DEAL, 'Open', null],
  ]);
});

test('a row of a person’s own in Exceptions stays, whatever is typed in it', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('tblExceptions').rows.add();
    await context.sync();
  });
  type(workbook, 'tblExceptions', 2, 'Customer', 'Dale plc');
  type(workbook, 'tblExceptions', 2, 'Comment', 'ask for the contract');
  for (const times of [1, 2]) {
    await wholeRun(book);
    expect([times, tableRows(workbook, 'tblExceptions').length]).toEqual([times, 3]);
    expect(tableRows(workbook, 'tblExceptions')[2]).toMatchObject({ Customer: 'Dale plc', Comment: 'ask for the contract' });
  }
});

test('words outside the list, texts as long as a cell and texts like formulas are kept', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  type(workbook, 'tblExceptions', 0, 'Status', 'with Kim');
  type(workbook, 'tblExceptions', 0, 'Comment', 'x'.repeat(32_767));
  type(workbook, 'tblExceptions', 1, 'Comment', "'=1+1");
  addColumn(workbook, 'tblExceptions', 'My note', ['y'.repeat(32_767)]);
  const typed = (): unknown[] =>
    tableRows(workbook, 'tblExceptions').map((row) => [row['Status'], row['Comment'], row['My note']]);
  const before = typed();
  for (const times of [1, 2]) {
    expect([times, await wholeRun(book)]).toEqual([times, []]);
    expect(typed()).toEqual(before);
  }
});

test('a note in an added column whose row is gone stands on a sheet of its own, and goes back when the row returns', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  addColumn(workbook, 'tblReconciliation', 'My note', ['first', 'second', 'third', 'fourth', 'fifth']);
  const invoices = sheetOf(workbook, 'Invoices');
  byHand(workbook, () => invoices.enter(2, 7, 'Void'));
  expect(await wholeRun(book)).toEqual(['1 note whose place is gone now stands on the sheet “Notes kept”.']);
  expect(tableRows(workbook, 'tblNotesKept')).toEqual([
    expect.objectContaining({ Sheet: 'Reconciliation', Column: 'My note', Note: 'fifth' }),
  ]);
  expect(await wholeRun(book)).toEqual([]);
  expect(tableRows(workbook, 'tblNotesKept')).toHaveLength(1);
  byHand(workbook, () => invoices.enter(2, 7, 'Open'));
  await wholeRun(book);
  expect(tableRows(workbook, 'tblReconciliation').find((row) => row['Customer'] === 'Cedar SA')?.['My note']).toBe('fifth');
  expect(tableRows(workbook, 'tblNotesKept').map((row) => row['Note'])).toEqual([null]);
});

test('a removed cause resolves, a returned one reopens', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  const invoices = sheetOf(workbook, 'Invoices');
  type(workbook, 'tblExceptions', rowOf(workbook, NO_DEAL), 'Comment', 'whose is it?');
  byHand(workbook, () => invoices.enter(2, 7, 'Void'));
  await wholeRun(book);
  expect(exceptionOf(workbook, NO_DEAL)).toMatchObject({
    Status: 'Resolved',
    Resolution: 'No longer occurs',
    Comment: 'whose is it?',
    Customer: 'Cedar SA',
    Amount: -300,
  });
  byHand(workbook, () => invoices.enter(2, 7, 'Open'));
  await wholeRun(book);
  expect(exceptionOf(workbook, NO_DEAL)).toMatchObject({
    Status: 'Reopened',
    'What changed': 'found again',
    Comment: 'whose is it?',
    Resolution: null,
  });
  const before = shots(workbook);
  await wholeRun(book);
  expect(changed(workbook, before)).toEqual([]);
});

test('an alias that a person has not finished is kept as it was typed, and told', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  const said = (): string => textsOf(sheetOf(workbook, 'Summary')).join(' ');
  type(workbook, 'tblAliases', 0, 'From', 'Nile');
  type(workbook, 'tblAliases', 0, 'Decided by', 'mk');
  for (const run of [1, 2]) {
    await wholeRun(book);
    expect([run, tableRows(workbook, 'tblAliases')]).toMatchObject([run, [{ From: 'Nile', To: null, 'Decided by': 'mk' }]]);
    expect(said()).toContain('The alias from Nile has no name under To and is not used; see Definitions.');
  }
  type(workbook, 'tblAliases', 0, 'To', 'Nile Traders');
  await wholeRun(book);
  expect(said()).not.toContain('is not used');
});
