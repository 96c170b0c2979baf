/** Small files made part by part, and parts of files looked at. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx, type ReadResult } from '../../../../host/files/readXlsx';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]));

export const zipped = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

const relations = (...list: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** Parts of a workbook with one sheet, whose part holds the given text around and in `<sheetData>`. */
export function oneSheet(
  rows: string,
  more: { before?: string; after?: string; strings?: string; styles?: string; book?: string } = {},
): Record<string, string> {
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${more.book ?? ''}<sheets><sheet name="Deals" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${more.before ?? ''}<sheetData>${rows}</sheetData>${more.after ?? ''}</worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${more.strings ?? ''}</sst>`,
    'xl/styles.xml':
      more.styles ??
      `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`,
  };
}

export const readParts = (parts: Readonly<Record<string, string>>): ReadResult => readXlsx(zipped(parts), 'made.xlsx');

/** Values of a read sheet's first rows, as texts: errors by name, formulas as `=A1 → value`. */
export function cellsOf({ workbook }: ReadResult, sheetName = 'Deals'): string[] {
  const sheet = workbook.sheet(sheetName);
  if (sheet === null) throw new Error(`no sheet ${sheetName}`);
  const found: string[] = [];
  const area = sheet.usedArea(true);
  if (area === null) return [];
  sheet.forEachCell(area, (row, column, content) => {
    const value = sheet.value(row, column);
    const shown = typeof value === 'object' && value !== null ? value.error : JSON.stringify(value);
    const place = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (content.kind === 'formula') found.push(`${place} ${content.formula} → ${shown}`);
    else if (content.kind === 'value') found.push(`${place} ${shown}`);
  });
  return found;
}
