import { planReport } from '../../src/report/planReport';
import { marchDeal } from '../report/support/reconciliations';
import { namesOf, openBook, patient, sheetOf, silent, snapshot, SOURCES, tableRows, type } from './support/open';
import type { OpenBook } from './support/open';

const SEVEN = ['Summary', 'Reconciliation', 'Variances', 'Exceptions', 'Matches', 'Left out', 'Definitions'];

async function run({ port }: OpenBook, reconciliation = marchDeal()): Promise<Awaited<ReturnType<OpenBook['port']['write']>>> {
  const grids = await port.readSources(silent, patient());
  return port.write(planReport(reconciliation, await port.readKept()), grids, silent, patient());
}

test('the first run adds seven sheets and leaves the sources as they are', async () => {
  const book = openBook();
  const before = Object.keys(SOURCES).map((name) => snapshot(sheetOf(book.workbook, name)));
  const outcome = await run(book);
  expect(namesOf(book.workbook)).toEqual([...Object.keys(SOURCES), ...SEVEN]);
  expect(book.workbook.sheets.map(({ visibility }) => visibility)).not.toContain('Hidden');
  expect(outcome).toEqual({ names: Object.fromEntries(SEVEN.map((name) => [name, name])), messages: [] });
  expect(Object.keys(SOURCES).map((name) => snapshot(sheetOf(book.workbook, name)))).toEqual(before);
  expect(book.workbook.activeSheet.name).toBe('Summary');
});

test('differences are live: the formula of a line gives its difference', async () => {
  const book = openBook();
  await run(book);
  const [first] = tableRows(book.workbook, 'tblReconciliation');
  expect(first).toMatchObject({
    Customer: 'Acme Ltd',
    Booked: 12_300,
    Invoiced: 0,
    'Booked less invoiced': 12_300,
    Cash: 'not provided',
  });
});

test('no cell of the result holds an error, and every check ties', async () => {
  const book = openBook();
  await run(book);
  for (const name of SEVEN) {
    const sheet = sheetOf(book.workbook, name);
    const area = sheet.usedArea(true);
    if (area === null) throw new Error(`${name} is empty`);
    for (let row = 0; row <= area.bottom; row += 1)
      for (let column = 0; column <= area.right; column += 1) expect(sheet.text(row, column)).not.toMatch(/^#[A-Z]|does not tie/);
  }
  expect(tableRows(book.workbook, 'tblTieOut').map(({ Check }) => Check)).toEqual(['ties', 'ties', 'left out']);
});

test('the tie-out’s check fails where a row is missing', async () => {
  const book = openBook();
  await run(book);
  type(book.workbook, 'tblTieOut', 2, 'Rows', 0);
  expect(tableRows(book.workbook, 'tblTieOut').map(({ Check }) => Check)).toEqual(['does not tie', 'ties', 'left out']);
});

const AS_TEXT = [
  '2026-03',
  '00123',
  '1-2',
  'TRUE',
  '=1+1',
  '+1-800',
  '=HYPERLINK("http://x","y")',
  '-5',
  '50%',
  '#N/A',
  '$5',
  '10:30',
  "'t Hart",
  "''",
];

test.each(AS_TEXT)('a customer called %s stays that text, in tables and on Summary', async (customer) => {
  const book = openBook();
  const base = marchDeal();
  const named = {
    ...base,
    lines: base.lines.map((one) => ({ ...one, customer, owner: customer })),
    exceptions: base.exceptions.map((one) => ({ ...one, customer, comment: customer, dueBy: customer })),
  };
  for (const times of [1, 2]) {
    await run(book, named);
    expect(tableRows(book.workbook, 'tblReconciliation').map((row) => [times, row['Customer'], row['Owner']])).toEqual(
      Array(3).fill([times, customer, customer]),
    );
    expect(tableRows(book.workbook, 'tblExceptions')[0]).toMatchObject({
      Customer: customer,
      Comment: customer,
      'Due by': customer,
    });
    const summary = sheetOf(book.workbook, 'Summary');
    const area = summary.usedArea(true);
    const shown = Array.from({ length: (area?.bottom ?? 0) + 1 }, (_, row) =>
      Array.from({ length: (area?.right ?? 0) + 1 }, (_cell, column) => summary.value(row, column)),
    );
    expect(shown.flat()).toContain(customer);
  }
});

test('a foreign sheet called Reconciliation, with a table called tblReconciliation, is not touched', async () => {
  const book = openBook(
    {},
    {
      ...SOURCES,
      Reconciliation: [
        ['Mine', 'Sum'],
        ['a', 1],
      ],
    },
  );
  const foreign = sheetOf(book.workbook, 'Reconciliation');
  book.workbook.transact('person', () =>
    book.workbook.addTable(foreign, { top: 0, left: 0, bottom: 1, right: 1 }, true, 'tblReconciliation'),
  );
  const before = snapshot(foreign);
  const outcome = await run(book);
  expect(outcome.names['Reconciliation']).toBe('Reconciliation (Tieout)');
  expect(outcome.messages).toEqual([
    'There is another sheet called “Reconciliation”; Tieout’s is called “Reconciliation (Tieout)”.',
  ]);
  expect(snapshot(foreign)).toBe(before);
  expect(sheetOf(book.workbook, 'Summary').value(10, 1)).toBe(12_300);
  expect(await run(book)).toEqual({ ...outcome, messages: [] });
  expect(snapshot(foreign)).toBe(before);
});

test('a text longer than a cell holds is cut with a mark', async () => {
  const book = openBook();
  const base = marchDeal();
  await run(book, { ...base, exceptions: base.exceptions.map((one) => ({ ...one, evidence: 'x'.repeat(40_000) })) });
  const evidence = String(tableRows(book.workbook, 'tblExceptions')[0]?.['Evidence']);
  expect(evidence.length).toBeLessThanOrEqual(32_767);
  expect(evidence).toMatch(/… \(cut\)$/);
});

test('headers are frozen, Summary shows no gridlines and prints on one page', async () => {
  const book = openBook();
  await run(book);
  const summary = sheetOf(book.workbook, 'Summary');
  expect(sheetOf(book.workbook, 'Reconciliation').freeze).toEqual({ rows: 4, columns: 3 });
  expect([summary.showGridlines, summary.pageLayout.zoom, summary.charts.length]).toEqual([false, { fitWide: 1, fitTall: 1 }, 2]);
});

test('Reconciliation prints a page for each gap, customer, month and owner on each; the other tables one page wide', async () => {
  const book = openBook();
  await run(book);
  const { columnBreaks, titleColumns, titleRows, zoom } = sheetOf(book.workbook, 'Reconciliation').pageLayout;
  expect([columnBreaks, titleColumns, titleRows]).toEqual([[11, 15], { left: 0, right: 2 }, { top: 3, bottom: 3 }]);
  expect(zoom).toEqual({ scale: expect.any(Number) as number });
  expect(sheetOf(book.workbook, 'Variances').pageLayout).toMatchObject({ columnBreaks: [], zoom: { fitWide: 1, fitTall: 0 } });
});

test('source cells are linked', async () => {
  const book = openBook();
  await run(book);
  expect(sheetOf(book.workbook, 'Exceptions').hyperlinks.map(({ documentReference }) => documentReference)).toEqual([
    "'Deals'!A2",
    "'Kim''s invoices'!A7",
  ]);
  expect(tableRows(book.workbook, 'tblExceptions')[0]?.['Source']).toBe('Deals!A2');
});

test('a protected workbook and a protected sheet are told before anything is written', async () => {
  const book = openBook();
  await run(book);
  sheetOf(book.workbook, 'Exceptions').protection.protected = true;
  const before = book.workbook.sheets.map(snapshot);
  const failing = run(book);
  await expect(failing).rejects.toHaveProperty('trouble.what', expect.stringContaining('“Exceptions” is protected'));
  await expect(failing).rejects.toHaveProperty('trouble.where', { sheet: 'Exceptions', address: 'A1' });
  expect(book.workbook.sheets.map(snapshot)).toEqual(before);
});

test('a source that changed while the engine worked stops the write', async () => {
  const book = openBook();
  const grids = await book.port.readSources(silent, patient());
  book.workbook.transact('person', () => sheetOf(book.workbook, 'Deals').enter(1, 2, 12_301));
  await expect(book.port.write(planReport(marchDeal()), grids, silent, patient())).rejects.toMatchObject({
    trouble: { where: { sheet: 'Deals', address: 'A1' } },
  });
  expect(namesOf(book.workbook)).toEqual(Object.keys(SOURCES));
});

test('removing takes what Tieout made and nothing else', async () => {
  const book = openBook({}, { ...SOURCES, Notes: [['mine']] });
  book.workbook.settings.set('somebody', 'else');
  await run(book);
  expect(await book.port.removeResults(silent, patient())).toEqual({ removed: 7 });
  expect(namesOf(book.workbook)).toEqual([...Object.keys(SOURCES), 'Notes']);
  expect([...book.workbook.settings.keys()]).toEqual(['somebody']);
});

test('a person who hid Summary gets the new result all the same, and Summary stays hidden', async () => {
  const book = openBook();
  await run(book);
  book.workbook.transact('person', () => (sheetOf(book.workbook, 'Summary').visibility = 'Hidden'));
  expect((await run(book)).messages).toEqual([]);
  expect(sheetOf(book.workbook, 'Summary').visibility).toBe('Hidden');
});

test('what Excel refuses beside the figures is told, and takes nothing else along', async () => {
  const book = openBook();
  book.host.faults.fail({ when: ({ does }) => does.includes('Orientation='), code: 'GeneralException', stage: 'before' });
  const { messages } = await run(book);
  expect(messages).toEqual([expect.stringMatching(/^Pages could not be set up for print \(.+\)\. The figures stand\.$/)]);
  expect(sheetOf(book.workbook, 'Reconciliation').freeze).toEqual({ rows: 4, columns: 3 });
  expect(sheetOf(book.workbook, 'Exceptions').hyperlinks).toHaveLength(2);
});

test('a workbook that calculates by hand has Summary up to date, and says how its sources were read', async () => {
  const book = openBook();
  await run(book);
  book.workbook.calculationMode = 'Manual';
  const base = marchDeal();
  const doubled = base.lines.map((one) => ({ ...one, measures: { ...one.measures, booked: (one.measures.booked ?? 0) * 2 } }));
  const { messages } = await run(book, { ...base, lines: doubled });
  expect(messages).toEqual([expect.stringContaining('calculates only when told to')]);
  expect(sheetOf(book.workbook, 'Summary').value(10, 1)).toBe(24_600);
});
