import { partsOf, oneSheet, zipped } from './support/parts';
import { faultsOf } from './support/strictCheck';
import { bridgeChart, fullWorkbook } from './support/fullWorkbook';
import { fingerprint } from '../../../host/files/section';
import { readXlsx } from '../../../host/files/readXlsx';
import { writeXlsx } from '../../../host/files/writeXlsx';
import { deflateInScript, readZip } from '../../../host/files/zip';
import { nativeDeflate } from '../../../host/nativeDeflate';
import { WHOLE_SHEET } from '../../../host/workbook/area';
import type { Sheet, Workbook } from '../../../host/workbook/model';
import { countedIds, createWorkbook } from '../../../host/workbook/workbook';

const reopened = (workbook: Workbook): Workbook => readXlsx(writeXlsx(workbook), 'again.xlsx').workbook;

/** All that a file holds of a sheet, without the ids that a reader gives. */
function contentOf(sheet: Sheet): unknown {
  const cells: unknown[] = [];
  sheet.forEachCell(WHOLE_SHEET, (row, column, content, style) => {
    cells.push([
      row,
      column,
      content,
      sheet.value(row, column),
      sheet.style(row, column),
      style === sheet.styleIndex(row, column),
    ]);
  });
  const {
    name,
    visibility,
    tabColor,
    showGridlines,
    showHeadings,
    zoom,
    standardWidth,
    standardHeight,
    freeze,
    protection,
    pageLayout,
    validations,
    hyperlinks,
    merges,
    autoFilter,
  } = sheet;
  return {
    cells,
    name,
    visibility,
    tabColor,
    showGridlines,
    showHeadings,
    zoom,
    standardWidth,
    standardHeight,
    freeze,
    protection,
    pageLayout,
    validations,
    hyperlinks,
    merges,
    autoFilter,
    columns: sheet.columnRuns().map(({ left, right, width, hidden }) => [left, right, width, hidden]),
    rows: sheet.rowRuns().map(({ top, bottom, height, hidden }) => [top, bottom, height, hidden]),
    tables: sheet.tables.map((table) => ({ ...table, id: '' })),
    formats: sheet.conditionalFormats.map((format) => ({ ...format, id: '' })),
    charts: sheet.charts.map((chart) => ({ ...chart, id: '' })),
  };
}

describe('a workbook that came from no file', () => {
  test('is written as Excel demands', () => {
    expect(faultsOf(writeXlsx(fullWorkbook()))).toEqual([]);
  });

  test('reads back as it was: cells, looks, tables, formats, rules, links, names, pages, protection, charts', () => {
    const before = fullWorkbook();
    const after = reopened(before);
    expect(after.sheets.map((sheet) => JSON.parse(fingerprint(contentOf(sheet))) as unknown)).toEqual(
      before.sheets.map((sheet) => JSON.parse(fingerprint(contentOf(sheet))) as unknown),
    );
    const scopes = (workbook: Workbook): unknown =>
      workbook.names.map(({ name, formula, scope, comment, visible }) => [
        name,
        formula,
        scope === null ? null : workbook.sheet(scope)?.name,
        comment,
        visible,
      ]);
    expect(scopes(after)).toEqual(scopes(before));
    expect([...after.settings]).toEqual([...before.settings]);
    expect([...after.customXml]).toEqual([...before.customXml]);
    expect([after.calculationMode, after.date1904, after.activeSheet.name, after.selection]).toEqual([
      'Manual',
      false,
      'Summary',
      [{ top: 3, left: 1, bottom: 7, right: 1 }],
    ]);
  });

  test('keeps the ids of its sheets, as Excel does', () => {
    const ids = ({ sheets }: Workbook): string[] => sheets.map(({ id }) => id);
    const full = fullWorkbook();
    expect(ids(readXlsx(writeXlsx(full), 'again.xlsx').workbook)).toEqual(ids(full));
  });

  test('gives the same bytes every time', () => {
    expect(Buffer.compare(writeXlsx(fullWorkbook()), writeXlsx(fullWorkbook()))).toBe(0);
  });

  test('formulas are written as a file spells them, with the values they have', () => {
    const workbook = fullWorkbook();
    const sheet = workbook.sheets[0];
    sheet?.setFormula(20, 0, '=XLOOKUP(1,A1:A2,B1:B2)', 5);
    sheet?.setFormula(21, 0, '=IFERROR(1/0,"none")');
    const text = partsOf(writeXlsx(workbook))['xl/worksheets/sheet1.xml'] ?? '';
    expect(text).toContain('<f>Lines[[#This Row],[Booked]]-Lines[[#This Row],[Invoiced]]</f><v>600.1666666666667</v>');
    expect(text).toContain('<f>_xlfn.XLOOKUP(1,A1:A2,B1:B2)</f>');
    expect(text).toContain('t="e"><f>1/0</f><v>#DIV/0!</v>');
    expect(text).toMatch(/t="str"><f>IFERROR\(1\/0,(?:"|&quot;)none(?:"|&quot;)\)<\/f><v>none<\/v>/);
  });

  test('the header cell of a table is its column name', () => {
    const workbook = fullWorkbook();
    workbook.sheets[0]?.setValue(0, 1, 17);
    expect(faultsOf(writeXlsx(workbook))).toEqual([]);
  });
});

describe('a sheet of many megabytes', () => {
  const ROWS = 2_000;
  const WIDTH = 10;
  const valueAt = (row: number, column: number): number | string =>
    column % 2 === 0 ? row * 1.25 + column : `Zoë & Sons ${(row * 31 + column) % 997} in row ${row}, `.repeat(32);

  test.each([
    ['in script', deflateInScript],
    ['by Node', nativeDeflate],
  ])('packed %s it reads back cell by cell', (_, deflate) => {
    const workbook = createWorkbook('large.xlsx', { newId: countedIds() });
    workbook.transact('load', () => {
      const sheet = workbook.addSheet('Large');
      for (let row = 0; row < ROWS; row += 1)
        for (let column = 0; column < WIDTH; column += 1) sheet.setValue(row, column, valueAt(row, column));
    });
    const bytes = writeXlsx(workbook, deflate);
    expect(readZip(bytes).get('xl/worksheets/sheet1.xml')?.size).toBeGreaterThan(9 * 2 ** 20);
    let cells = 0;
    let other = 0;
    readXlsx(bytes, 'large.xlsx').workbook.sheets[0]?.forEachCell(WHOLE_SHEET, (row, column, content) => {
      cells += 1;
      if (content.kind !== 'value' || content.value !== valueAt(row, column)) other += 1;
    });
    expect([cells, other]).toEqual([ROWS * WIDTH, 0]);
  });
});

describe('a workbook that came from a file', () => {
  const original = (): Uint8Array => writeXlsx(fullWorkbook());

  test('saved without a change is the same file, byte for byte', () => {
    const bytes = original();
    expect(Buffer.compare(writeXlsx(readXlsx(bytes, 'full.xlsx').workbook), bytes)).toBe(0);
  });

  test('a new sheet with a table, a chart, formats and names leaves every part of the others as it was', () => {
    const bytes = original();
    const { workbook } = readXlsx(bytes, 'full.xlsx');
    workbook.transact('addin', () => {
      const sheet = workbook.addSheet('Reconciliation', 0);
      ['Customer', 'Booked'].forEach((text, column) => sheet.setValue(0, column, text));
      sheet.setValue(1, 0, 'Acme');
      sheet.setFormula(1, 1, '=SUM(Lines[Booked])');
      workbook.addTable(sheet, { top: 0, left: 0, bottom: 1, right: 1 }, true, 'TieoutLines');
      sheet.patchStyle({ top: 1, left: 1, bottom: 1, right: 1 }, { fill: '#123456', numberFormat: '0.0000' });
      sheet.conditionalFormats.push({
        id: 'x',
        areas: [{ top: 1, left: 0, bottom: 1, right: 0 }],
        rule: { type: 'custom', formula: '=A2="x"' },
        style: { fill: '#ABCDEF' },
        stopIfTrue: false,
      });
      sheet.charts.push({ ...bridgeChart(), id: 'new' });
      sheet.pageLayout.printArea = { top: 0, left: 0, bottom: 1, right: 1 };
      sheet.hyperlinks.push({
        area: { top: 1, left: 0, bottom: 1, right: 0 },
        address: '',
        documentReference: "'Deals ''n'' lines'!A2",
        screenTip: '',
      });
      sheet.touch({ kind: 'objects', sheet: sheet.id, trigger: 'addin' });
      workbook.activate(sheet);
    });
    const saved = writeXlsx(workbook);
    expect(faultsOf(saved)).toEqual([]);
    const before = partsOf(bytes);
    const after = partsOf(saved);
    const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
    expect(changed.sort()).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml']);
    const again = readXlsx(saved, 'again').workbook;
    expect(again.sheets.map(({ name }) => name)).toEqual(['Reconciliation', "Deals 'n' lines", 'Summary', 'Quiet']);
    expect(again.activeSheet.name).toBe('Reconciliation');
    expect(again.names.find(({ name }) => name === 'Here')?.scope).toBe(again.sheet('Summary')?.id);
    expect(again.sheet('Summary')?.pageLayout.titleRows).toEqual({ top: 0, bottom: 2 });
    expect(again.sheet('Reconciliation')?.style(1, 1).fill).toBe('#123456');
  });

  test('renamed, moved and hidden sheets keep the bytes of their parts', () => {
    const bytes = original();
    const { workbook } = readXlsx(bytes, 'full.xlsx');
    const quiet = workbook.sheet('Quiet');
    if (quiet === null) throw new Error('no sheet');
    workbook.renameSheet(quiet, 'Calm');
    workbook.moveSheet(quiet, 0);
    quiet.visibility = 'Hidden';
    const saved = writeXlsx(workbook);
    expect(faultsOf(saved)).toEqual([]);
    const [before, after] = [partsOf(bytes), partsOf(saved)];
    expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual(['xl/workbook.xml']);
    expect(readXlsx(saved, 'again').workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Calm', 'Hidden'],
      ["Deals 'n' lines", 'Visible'],
      ['Summary', 'Visible'],
    ]);
  });

  test('renaming a sheet follows into the formulas and charts of others, and those parts only', () => {
    const bytes = original();
    const { workbook } = readXlsx(bytes, 'full.xlsx');
    const deals = workbook.sheets[0];
    if (deals === undefined) throw new Error('no sheet');
    workbook.renameSheet(deals, 'Deals');
    const saved = writeXlsx(workbook);
    expect(faultsOf(saved)).toEqual([]);
    expect(partsOf(saved)['xl/worksheets/sheet1.xml']).toBe(partsOf(bytes)['xl/worksheets/sheet1.xml']);
    expect(partsOf(saved)['xl/worksheets/sheet2.xml']).toContain('SUM(Deals!D2:D6)');
  });

  test('a deleted sheet takes its table, its drawing and its charts with it', () => {
    const { workbook } = readXlsx(original(), 'full.xlsx');
    const summary = workbook.sheet('Summary');
    if (summary === null) throw new Error('no sheet');
    workbook.deleteSheet(summary);
    const saved = writeXlsx(workbook);
    expect(faultsOf(saved)).toEqual([]);
    expect(Object.keys(partsOf(saved)).filter((name) => /chart|drawing|sheet2/.test(name))).toEqual([]);
  });

  test('one edited cell changes that cell alone, and what the model does not know stays', () => {
    const rows =
      '<row r="1" spans="1:3" ht="15" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c><c r="B1" cm="1"><f t="array" ref="B1">SUM(C1:C1*1)</f><v>5</v></c><c r="C1"><v>5</v></c></row>' +
      '<row r="2" outlineLevel="1"><c r="A2"><f t="shared" ref="A2:A3" si="0">C1+1</f><v>6</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c></row>';
    const parts = oneSheet(rows, {
      strings: '<si><r><rPr><b/></rPr><t>rich</t></r></si>',
      before: '<sheetPr codeName="Sheet1"/>',
      after:
        '<ignoredErrors><ignoredError sqref="A1" numberStoredAsText="1"/></ignoredErrors><extLst><ext uri="{X}"><y/></ext></extLst>',
    });
    parts['xl/worksheets/sheet1.xml'] = (parts['xl/worksheets/sheet1.xml'] ?? '').replace(
      '<worksheet ',
      '<worksheet xmlns:x14ac="urn:x14ac" ',
    );
    parts['xl/vbaProject.bin'] = 'macro';
    const { workbook } = readXlsx(zipped(parts), 'made.xlsx');
    workbook.sheets[0]?.setValue(0, 3, 'new');
    const text = partsOf(writeXlsx(workbook));
    const sheet = text['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('<sheetPr codeName="Sheet1"/>');
    expect(sheet).toContain(
      '<c r="A1" t="s"><v>0</v></c><c r="B1" cm="1"><f t="array" ref="B1">SUM(C1:C1*1)</f><v>5</v></c><c r="C1"><v>5</v></c><c r="D1" t="inlineStr">',
    );
    expect(sheet).toContain('<row r="1" ht="15" x14ac:dyDescent="0.25">');
    expect(sheet).toContain(
      '<row r="2" outlineLevel="1"><c r="A2"><f>C1+1</f><v>6</v></c></row><row r="3"><c r="A3"><f>C2+1</f><v>1</v></c></row>',
    );
    expect(sheet).toContain('<ignoredErrors>');
    expect(sheet).toContain('<extLst><ext uri="{X}"><y/></ext></extLst></worksheet>');
    expect(text['xl/vbaProject.bin']).toBe('macro');
    expect(text['xl/sharedStrings.xml']).toBe(parts['xl/sharedStrings.xml']);
  });

  test('a sheet marked as selected stays the one in front, so that no two are grouped', () => {
    const parts = oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>', {
      before: '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>',
    });
    const { workbook } = readXlsx(zipped(parts), 'made.xlsx');
    workbook.activate(workbook.addSheet('Summary', 0));
    const saved = writeXlsx(workbook);
    expect(faultsOf(saved)).toEqual([]);
    expect(readXlsx(saved, 'again').workbook.activeSheet.name).toBe('Deals');
  });
});
