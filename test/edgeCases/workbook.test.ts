import { CLASSES } from '../../src/domain/reconciliation';
import { planReport } from '../../src/report/planReport';
import { namesOf, openBook, patient, settled, sheetOf, silent, snapshot, tableRows } from '../excel/support/open';
import { item, line, reconciliation } from '../report/support/reconciliations';
import { openSheets, runIn } from './support/workbook';

const BOOK = `
    deal     D-1  Acme / Alice    1,000  2026-03-20
    invoice  I-1  Acme            1,000  2026-04-05  deal=D-1
    deal     D-2  Birch / Bob     800    2026-03-06
    invoice  I-2  Birch           900    2026-03-21  deal=D-2
    invoice  I-3  Cobalt          300    2026-03-25
    deal     D-3  Delfin / Alice  500    2026-03-02
    invoice  I-4  Delfin          450    2026-03-09  deal=D-3  final=yes`;

test('59 · a large result goes out in blocks of values first and looks after, each request far below 5 MB', async () => {
  const customers = Array.from({ length: 2_100 }, (_, at) => `Customer ${at}`);
  const result = reconciliation(
    customers.map((customer) => line(`${customer}  2026-03  Ann  100.00  0.00  0.00  0.00`)),
    customers.map((customer, at) => item(`BI  Q1  ${customer}  2026-03  Ann  100.00  D-${at}`)),
  );
  const { host, port, workbook } = openBook();
  const grids = await port.readSources(silent, patient());
  await port.write(planReport(result), grids, silent, patient());
  await settled(host);
  expect(tableRows(workbook, 'tblVariances')).toHaveLength(customers.length);
  const { requests } = host;
  expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThan(4_000_000);
  expect(requests.length).toBeLessThan(60);
  const filling = requests.filter(({ does }) => does.includes('Values='));
  expect(filling.length).toBeGreaterThan(7);
  // A full block carries rows and nothing else; colours, rules and widths come with the last rows of a sheet.
  const looks = (does: readonly string[]): boolean => does.some((each) => /^(Color|Rule|ColumnWidth)=$/.test(each));
  const blocks = filling.filter(({ bytes }) => bytes > 250_000);
  expect(blocks.map(({ does }) => looks(does))).toEqual([false, false]);
  expect(filling.filter(({ does }) => looks(does)).length).toBeGreaterThan(5);
});

test('60 · colour never speaks alone: class, treatment and code stand in words beside it', async () => {
  const book = openSheets(BOOK);
  expect(await runIn(book, '2026-04-30')).toEqual([]);
  const cells = tableRows(book.workbook, 'tblReconciliation').map((row) => row['Reason: booked less invoiced']);
  expect(cells).toEqual([
    'Timing: invoiced in a later month',
    'Timing: invoiced in a later month',
    'Data quality: invoiced above the deal',
    'Data quality: invoice with no deal',
    'Unexplained: unexplained',
  ]);
  for (const row of tableRows(book.workbook, 'tblVariances')) {
    expect(CLASSES).toContain(row['Class']);
    expect(['Expected', 'Watch', 'Act']).toContain(row['Treatment']);
    expect(row['Code']).toMatch(/^[DTQ]\d+$/);
  }
});

test('61 · a protected sheet or workbook: what cannot be written is said, and nothing is written', async () => {
  const book = openSheets(BOOK);
  await runIn(book, '2026-04-30');
  const before = namesOf(book.workbook).map((name) => snapshot(sheetOf(book.workbook, name)));
  sheetOf(book.workbook, 'Exceptions').protection.protected = true;
  await expect(runIn(book, '2026-04-30')).rejects.toHaveProperty(
    'trouble.what',
    'The sheet “Exceptions” is protected, so Tieout cannot write its new result there.',
  );
  expect(namesOf(book.workbook).map((name) => snapshot(sheetOf(book.workbook, name)))).toEqual(before);
  const locked = openSheets(BOOK);
  await Excel.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  await expect(runIn(locked, '2026-04-30')).rejects.toHaveProperty(
    'trouble.what',
    'The workbook’s structure is protected, so Tieout cannot add its sheets.',
  );
  expect(namesOf(locked.workbook)).toEqual(['Deals', 'Invoices']);
});

test('62 · without the add-in the leader’s workbook is complete: Excel’s own formulas, over its own sheets', async () => {
  const book = openSheets(BOOK);
  await runIn(book, '2026-04-30');
  const ours = namesOf(book.workbook).filter((name) => name !== 'Deals' && name !== 'Invoices');
  expect(ours).toEqual(['Summary', 'Reconciliation', 'Variances', 'Exceptions', 'Matches', 'Left out', 'Definitions']);
  const formulas = ours.flatMap((name) => {
    const sheet = sheetOf(book.workbook, name);
    const found: { readonly formula: unknown; readonly value: unknown }[] = [];
    const area = sheet.usedArea(true);
    if (area !== null)
      sheet.forEachCell(area, (row, column, content) => {
        if (content.kind === 'formula') found.push({ formula: sheet.formula(row, column), value: sheet.value(row, column) });
      });
    return found;
  });
  expect(formulas.length).toBeGreaterThan(20);
  for (const { formula, value } of formulas) {
    expect(formula).not.toMatch(/TIEOUT\.|https?:|\.xlsx/i);
    expect(value).not.toHaveProperty('error');
  }
  expect(tableRows(book.workbook, 'tblReconciliation').map((row) => row['Booked less invoiced'])).toEqual([
    1_000, -1_000, -100, -300, 50,
  ]);
});

test('68 · opposite errors that net to zero: Summary shows the gross beside the net', async () => {
  const book = openSheets(`
    rate     USD  0.80 EUR  2026-03-01
    rate     USD  0.81 EUR  2026-03-10
    rate     USD  0.79 EUR  2026-03-20
    deal     D-1  Acme / Alice  1,000 USD  2026-03-02
    invoice  I-1  Acme          1,000 USD  2026-03-12  deal=D-1
    deal     D-2  Birch / Bob   1,000 USD  2026-03-02
    invoice  I-2  Birch         1,000 USD  2026-03-22  deal=D-2
    invoice  I-3  Cobalt        5,000 EUR  2026-03-23`);
  await runIn(book, '2026-03-31');
  const summary = sheetOf(book.workbook, 'Summary');
  const rows: unknown[][] = [];
  const area = summary.usedArea(true);
  for (let row = area?.top ?? 0; row <= (area?.bottom ?? -1); row += 1)
    for (let column = area?.left ?? 0; column <= (area?.right ?? -1); column += 1)
      if (summary.value(row, column) === 'Definition: exchange rate')
        rows.push([1, 2, 3].map((right) => summary.value(row, column + right)));
  expect(rows[0]).toEqual([0, 20, 2]);
});
