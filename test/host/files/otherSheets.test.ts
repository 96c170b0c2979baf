/** Files with parts that the host has no use for: they open, are read as what they are, and are kept as they were. */

import { reopened } from '../../support/book';
import { writeXlsx } from '../../../host/files/writeXlsx';
import { openWorkbook, patient, silent } from '../../excel/support/open';
import { oneSheet, partsOf, readParts } from './support/parts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const text = (reference: string, value: string): string => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (reference: string, value: number): string => `<c r="${reference}"><v>${value}</v></c>`;

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
const relations = (...list: string[]): string => `<Relationships xmlns="${PACKAGE}">${list.join('')}</Relationships>`;

/** A workbook's parts with more of them, each part named in the list of content types, and more sheets. */
function withParts(
  parts: Record<string, string>,
  more: Record<string, readonly [type: string, text: string]>,
): Record<string, string> {
  const types = Object.entries(more).map(
    ([path, [type]]) => `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  const list = parts['[Content_Types].xml'] ?? '';
  return {
    ...parts,
    ...Object.fromEntries(Object.entries(more).map(([path, [, part]]) => [path, part])),
    '[Content_Types].xml': list.replace('</Types>', `${types.join('')}</Types>`),
  };
}

/** Sales by region as a pivot table leaves them: labels, a crosstab, grand totals. */
const PIVOT_ROWS =
  `<row r="3">${text('A3', 'Sum of Amount')}${text('B3', 'Column Labels')}</row>` +
  `<row r="4">${text('A4', 'Row Labels')}${text('B4', 'Q1')}${text('C4', 'Q2')}${text('D4', 'Grand Total')}</row>` +
  `<row r="5">${text('A5', 'North')}${number('B5', 10)}${number('C5', 20)}${number('D5', 30)}</row>` +
  `<row r="6">${text('A6', 'Grand Total')}${number('B6', 10)}${number('C6', 20)}${number('D6', 30)}</row>`;

function pivotFile(): Record<string, string> {
  const parts = oneSheet(PIVOT_ROWS, { book: '<bookViews><workbookView/></bookViews>' });
  const book = parts['xl/workbook.xml'] ?? '';
  const bookRelations = parts['xl/_rels/workbook.xml.rels'] ?? '';
  parts['xl/workbook.xml'] = book.replace(
    '</sheets>',
    '</sheets><pivotCaches><pivotCache cacheId="1" r:id="rId9"/></pivotCaches>',
  );
  parts['xl/_rels/workbook.xml.rels'] = bookRelations.replace(
    '</Relationships>',
    `${relation('rId9', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml')}</Relationships>`,
  );
  parts['xl/worksheets/_rels/sheet1.xml.rels'] = relations(relation('rId1', 'pivotTable', '../pivotTables/pivotTable1.xml'));
  parts['xl/pivotTables/_rels/pivotTable1.xml.rels'] = relations(
    relation('rId1', 'pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml'),
  );
  parts['xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels'] = relations(
    relation('rId1', 'pivotCacheRecords', 'pivotCacheRecords1.xml'),
  );
  return withParts(parts, {
    'xl/pivotTables/pivotTable1.xml': [
      'spreadsheetml.pivotTable',
      `<pivotTableDefinition xmlns="${MAIN}" name="PivotTable1" cacheId="1"><location ref="A3:D6" firstHeaderRow="1" firstDataRow="2" firstDataCol="1"/></pivotTableDefinition>`,
    ],
    'xl/pivotCache/pivotCacheDefinition1.xml': [
      'spreadsheetml.pivotCacheDefinition',
      `<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${OFFICE}" r:id="rId1"><cacheSource type="worksheet"><worksheetSource ref="A1:C9" sheet="Gone"/></cacheSource><cacheFields count="0"/></pivotCacheDefinition>`,
    ],
    'xl/pivotCache/pivotCacheRecords1.xml': ['spreadsheetml.pivotCacheRecords', `<pivotCacheRecords xmlns="${MAIN}" count="0"/>`],
  });
}

function chartSheetFile(): Record<string, string> {
  const parts = oneSheet(`<row r="1">${text('A1', 'No.')}${text('B1', 'Net')}</row>`);
  const book = parts['xl/workbook.xml'] ?? '';
  const bookRelations = parts['xl/_rels/workbook.xml.rels'] ?? '';
  parts['xl/workbook.xml'] = book.replace('<sheets>', '<sheets><sheet name="Chart1" sheetId="7" r:id="rId9"/>');
  parts['xl/_rels/workbook.xml.rels'] = bookRelations.replace(
    '</Relationships>',
    `${relation('rId9', 'chartsheet', 'chartsheets/sheet1.xml')}</Relationships>`,
  );
  parts['xl/chartsheets/_rels/sheet1.xml.rels'] = relations(relation('rId1', 'drawing', '../drawings/drawing1.xml'));
  return withParts(parts, {
    'xl/chartsheets/sheet1.xml': [
      'spreadsheetml.chartsheet',
      `<chartsheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
    ],
    'xl/drawings/drawing1.xml': [
      'drawing',
      '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
    ],
  });
}

/** Parts of a file, with those given changed or gone, after a new sheet was added and saved. */
function changedBySaving(parts: Record<string, string>): string[] {
  const { workbook } = readParts(parts);
  workbook.transact('addin', () => workbook.addSheet('Results').setValue(0, 0, 'x'));
  const saved = partsOf(writeXlsx(workbook));
  return Object.keys(parts).filter((path) => saved[path] !== parts[path]);
}

test('a pivot table: its values are read, its parts kept byte for byte', async () => {
  const { workbook, problems } = readParts(pivotFile());
  expect(problems).toEqual([]);
  const [grid] = await openWorkbook(workbook).port.readSources(silent, patient());
  expect([grid?.top, grid?.values.at(-1)]).toEqual([2, ['Grand Total', 10, 20, 30]]);
  expect(changedBySaving(pivotFile()).filter((path) => /pivot|worksheets/.test(path))).toEqual([]);
  const saved = readParts(pivotFile()).workbook;
  saved.transact('addin', () => saved.addSheet('Results'));
  const parts = partsOf(writeXlsx(saved));
  expect(parts['xl/workbook.xml']).toContain('<pivotCache cacheId="1" r:id="rId9"/>');
  expect(parts['xl/_rels/workbook.xml.rels']).toContain('pivotCacheDefinition1.xml');
});

test('a chart sheet is no source, is listed, and is kept', async () => {
  const { workbook, problems } = readParts(chartSheetFile());
  expect(problems.map(({ code, where }) => `${code} ${where}`)).toEqual(['sheetSkipped Chart1']);
  const grids = await openWorkbook(workbook).port.readSources(silent, patient());
  expect(grids.map(({ sheet }) => sheet)).toEqual(['Deals']);
  expect(changedBySaving(chartSheetFile()).filter((path) => /chartsheets|drawings|worksheets/.test(path))).toEqual([]);
});

test('rich text is read as its text, merged cells as the file has them', async () => {
  const strings = '<si><r><rPr><b/></rPr><t xml:space="preserve">Acme </t></r><r><t>Ltd</t></r></si>';
  const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"/></row><row r="2">${text('A2', 'INV-1')}${number('B2', 5)}</row>`;
  const { workbook } = readParts(
    oneSheet(rows, { strings, after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' }),
  );
  const [grid] = await openWorkbook(workbook).port.readSources(silent, patient());
  expect(grid?.values).toEqual([
    ['Acme Ltd', ''],
    ['INV-1', 5],
  ]);
});

test('names of a file: ranges are sources, what is printed or filtered is not', async () => {
  const parts = oneSheet(
    `<row r="1">${text('A1', 'Invoices of March')}</row>` +
      `<row r="3">${text('A3', 'No.')}${text('B3', 'Net')}</row><row r="4">${text('A4', 'INV-1')}${number('B4', 5)}</row>`,
  );
  const names = [
    '<definedName name="_xlnm.Print_Area" localSheetId="0">Deals!$A$1:$B$4</definedName>',
    '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Deals!$A$3:$B$4</definedName>',
    '<definedName name="Lost">#REF!</definedName>',
    '<definedName name="Invoices">Deals!$A$3:$B$4</definedName>',
  ];
  parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace(
    '</sheets>',
    `</sheets><definedNames>${names.join('')}</definedNames>`,
  );
  const grids = await openWorkbook(readParts(parts).workbook).port.readSources(silent, patient());
  expect(grids.map(({ table, top, values }) => [table, top, values])).toEqual([
    [
      'Invoices',
      2,
      [
        ['No.', 'Net'],
        ['INV-1', 5],
      ],
    ],
  ]);
});

test.each([
  ['a part for styles to which nothing leads', 'relationships/styles"', 'relationships/none"'],
  ['a way to styles that are not there', 'Target="styles.xml"', 'Target="nowhere.xml"'],
])('a file with %s is saved with styles of its own', (_, from, to) => {
  const parts = oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>');
  const ways = 'xl/_rels/workbook.xml.rels';
  const { workbook } = readParts({ ...parts, [ways]: parts[ways]?.replace(from, to) ?? '' });
  workbook.transact('person', () => {
    workbook.sheets[0]?.patchStyle({ top: 0, left: 0, bottom: 0, right: 0 }, { numberFormat: '0.000' });
  });
  const saved = reopened(writeXlsx(workbook));
  expect(saved.sheets[0]?.style(0, 0).numberFormat).toBe('0.000');
});
