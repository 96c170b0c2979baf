/** Title, author, company, a firm's own properties: through a file and back, and untouched where nothing changes. */

import { readXlsx } from '../../../host/files/readXlsx';
import { writeXlsx } from '../../../host/files/writeXlsx';
import type { Workbook } from '../../../host/workbook/model';
import { createWorkbook } from '../../../host/workbook/workbook';
import { oneSheet, partsOf, zipped } from './support/parts';
import { faultsOf } from './support/strictCheck';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const reopened = (workbook: Workbook): Workbook => readXlsx(writeXlsx(workbook), 'again.xlsx').workbook;

function described(): Workbook {
  const workbook = createWorkbook('described.xlsx');
  workbook.addSheet('Lines');
  Object.assign(workbook.properties, {
    title: 'Booked & cash <2026>',
    subject: 'Reconciliation',
    author: 'Jonas Pihl',
    keywords: 'booked; cash',
    comments: 'Two\nlines',
    category: 'Finance',
    manager: 'Katya Orlova',
    company: 'Alcroft GmbH',
    revision: 3,
  });
  const { custom } = workbook.properties;
  custom.set('Period', '2026-04');
  custom.set('Checked', true);
  custom.set('Lines', 1200);
  custom.set('Rate', 0.19);
  return workbook;
}

test('all properties read back as they were written', () => {
  const bytes = writeXlsx(described());
  expect(faultsOf(bytes)).toEqual([]);
  expect(readXlsx(bytes, 'again.xlsx').workbook.properties).toEqual(described().properties);
});

test('a change of one leaves the others as they stand in the file', () => {
  const parts = oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>');
  const file = zipped({
    ...parts,
    '[Content_Types].xml': (parts['[Content_Types].xml'] ?? '').replace(
      '</Types>',
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
        '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>',
    ),
    '_rels/.rels': (parts['_rels/.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>' +
        `<Relationship Id="rId8" Type="${OFFICE}/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
    ),
    'docProps/core.xml':
      '<a:coreProperties xmlns:a="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:d="http://purl.org/dc/elements/1.1/" ' +
      'xmlns:t="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><d:creator>Greta Solberg</d:creator>' +
      '<a:lastModifiedBy>Hugo Vidal</a:lastModifiedBy><t:created xsi:type="t:W3CDTF">2025-03-05T08:00:00Z</t:created></a:coreProperties>',
    'docProps/custom.xml':
      `<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="4" name="Due">` +
      '<vt:filetime>2026-04-30T00:00:00Z</vt:filetime></property></Properties>',
  });
  const { workbook } = readXlsx(file, 'firm.xlsx');
  const { author, lastAuthor, created, custom } = workbook.properties;
  expect([author, lastAuthor, created, custom.get('Due')]).toEqual([
    'Greta Solberg',
    'Hugo Vidal',
    '2025-03-05T08:00:00Z',
    '2026-04-30T00:00:00Z',
  ]);
  workbook.properties.title = 'April';
  workbook.properties.custom.set('Checked', false);
  const saved = writeXlsx(workbook);
  expect(faultsOf(saved)).toEqual([]);
  const text = partsOf(saved);
  expect(text['docProps/core.xml']).toContain(
    '<t:created xsi:type="t:W3CDTF">2025-03-05T08:00:00Z</t:created><d:title>April</d:title></a:coreProperties>',
  );
  expect(text['docProps/custom.xml']).toMatch(/pid="4" name="Due"><vt:filetime>.*pid="5" name="Checked"/);
  expect(text['docProps/app.xml']).toBeUndefined();
});

test('properties that were taken out are gone from the file', () => {
  const workbook = reopened(described());
  workbook.properties.custom.clear();
  workbook.properties.manager = '';
  const saved = writeXlsx(workbook);
  expect(faultsOf(saved)).toEqual([]);
  expect(partsOf(saved)['docProps/custom.xml']).toBeUndefined();
  expect(partsOf(saved)['docProps/app.xml']).not.toContain('Manager');
  expect(reopened(workbook).properties.company).toBe('Alcroft GmbH');
});

test.each(['docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml'])(
  'what comes into %s finds room where it was empty',
  (path) => {
    const parts = partsOf(writeXlsx(described()));
    const empty = (parts[path] ?? '').replace(/(<(?:cp:coreP|P)roperties\b[^>]*)>.*$/s, '$1/>');
    expect(empty).toMatch(/\/>$/);
    const { workbook } = readXlsx(zipped({ ...parts, [path]: empty }), 'empty.xlsx');
    const { properties } = described();
    workbook.properties = properties;
    const saved = writeXlsx(workbook);
    expect(faultsOf(saved)).toEqual([]);
    expect(readXlsx(saved, 'again.xlsx').workbook.properties).toEqual(properties);
  },
);

test('a part that is no XML is listed, and the sheets are there all the same', () => {
  const parts = partsOf(writeXlsx(described()));
  const { workbook, problems } = readXlsx(zipped({ ...parts, 'docProps/core.xml': '<cp:core' }), 'broken.xlsx');
  expect(problems).toEqual([{ code: 'objectUnreadable', where: 'docProps/core.xml', what: 'document properties' }]);
  workbook.properties.title = 'Mended';
  expect(reopened(workbook).properties.title).toBe('Mended');
});
