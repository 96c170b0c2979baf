import fc from 'fast-check';
import { cellsOf, oneSheet, partsOf, readParts, zipped } from './support/parts';
import { fullWorkbook } from './support/fullWorkbook';
import { writeXlsx } from '../../../host/files/writeXlsx';
import { FileProblem } from '../../../host/files/problem';
import { readXlsx } from '../../../host/files/readXlsx';

const row = (cells: string, number = 1): string => `<row r="${number}">${cells}</row>`;
const read = (rows: string, more: Parameters<typeof oneSheet>[1] = {}): string[] => cellsOf(readParts(oneSheet(rows, more)));

describe('cells', () => {
  test('every type of value', () => {
    const cells =
      '<c r="A1"><v>1200.5</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c>' +
      '<c r="E1" t="inlineStr"><is><t xml:space="preserve"> Acme </t></is></c><c r="F1" t="str"><f>A1&amp;"x"</f><v>1200.5x</v></c>' +
      '<c r="G1" t="d"><v>2024-03-05T12:00:00</v></c><c r="H1"/><c r="I1" t="n"><v>-1.5E-7</v></c>';
    expect(read(row(cells), { strings: '<si><t>Globex</t></si>' })).toEqual([
      'A1 1200.5',
      'B1 "Globex"',
      'C1 true',
      'D1 #N/A',
      'E1 " Acme "',
      'F1 =A1&"x" → "1200.5x"',
      'G1 45356.5',
      'I1 -1.5e-7',
    ]);
  });

  test('numbers keep every digit', () => {
    const numbers = [
      '0.1',
      '45356.123456789',
      '123456789012345',
      '1234567890.12345',
      '9007199254740993',
      '1e308',
      '5e-324',
      '-0.30000000000000004',
      '100',
      '.5',
      '1.10',
    ];
    const cells = numbers.map((text, i) => `<c r="${String.fromCharCode(65 + i)}1"><v>${text}</v></c>`).join('');
    expect(read(row(cells)).map((each) => each.split(' ')[1])).toEqual(numbers.map((text) => JSON.stringify(Number(text))));
  });

  test('shared texts: rich runs joined, phonetic guides left out, escapes undone, outer blanks only where kept', () => {
    const strings =
      '<si><r><rPr><b/></rPr><t xml:space="preserve">Total </t></r><r><t>due</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>' +
      '<si><t>a_x000D_b_x005F_x000D_</t></si><si><t> trimmed </t></si><si/><si><t>&lt;&amp;&#x41;</t></si>';
    const cells = [0, 1, 2, 3, 5].map((index, i) => `<c r="${String.fromCharCode(65 + i)}1" t="s"><v>${index}</v></c>`).join('');
    expect(read(row(cells), { strings })).toEqual([
      'A1 "Total due"',
      'B1 "東京"',
      'C1 "a\\rb_x000D_"',
      'D1 "trimmed"',
      'E1 "<&A"',
    ]);
  });

  test('cells and rows without an address follow each other', () => {
    expect(
      read('<row><c><v>1</v></c><c><v>2</v></c><c r="E1"><v>5</v></c><c><v>6</v></c></row><row><c><v>7</v></c></row>'),
    ).toEqual(['A1 1', 'B1 2', 'E1 5', 'F1 6', 'A2 7']);
  });

  test('shared formulas are written out for each follower', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">$B$1*B1+SUM(C:C)+LOG10(B1)&amp;"B1"</f><v>1</v></c></row>' +
      '<row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>';
    expect(read(rows)).toEqual(['A1 =$B$1*B1+SUM(C:C)+LOG10(B1)&"B1" → 1', 'A3 =$B$1*B3+SUM(C:C)+LOG10(B3)&"B1" → 3']);
  });

  test('prefixed elements, single quotes, comments and CDATA', () => {
    const parts = oneSheet('');
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    parts['xl/worksheets/sheet1.xml'] =
      `<x:worksheet xmlns:x='${main}'><x:sheetData><!-- <row> --><x:row r='1'><x:c r='A1' t='str'><x:v><![CDATA[a<b]]></x:v></x:c><x:c r='B1'><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(cellsOf(readParts(parts))).toEqual(['A1 "a<b"', 'B1 2']);
  });

  test('1904 files say so; their numbers stay as they are', () => {
    const result = readParts(oneSheet(row('<c r="A1"><v>100</v></c>'), { book: '<workbookPr date1904="1"/>' }));
    expect([result.workbook.date1904, ...cellsOf(result)]).toEqual([true, 'A1 100']);
  });

  test('what cannot be taken over is listed, and the rest read', () => {
    const result = readParts(
      oneSheet(
        row(
          '<c r="XFE1"><v>1</v></c><c r="B1"><v>1e400</v></c><c r="C1" t="s"><v>9</v></c><c r="D1" t="e"><v>#ODD!</v></c><c r="E1" s="7"><v>4</v></c>',
        ),
      ),
    );
    // What is there stays in sight: blank, it would be taken for nothing.
    expect(cellsOf(result)).toEqual(['B1 "1e400"', 'C1 #REF!', 'D1 "#ODD!"', 'E1 4']);
    expect(result.problems.map(({ code }) => code).sort()).toEqual([
      'cellOutOfRange',
      'cellUnreadable',
      'cellUnreadable',
      'styleMissing',
      'textMissing',
    ]);
  });
});

describe('looks', () => {
  const styles = (fonts: string, fills = ''): string =>
    `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts><fonts><font><sz val="11"/><name val="Calibri"/></font>${fonts}</fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills}</fills><borders><border/></borders><cellXfs><xf/><xf fontId="1" fillId="2" numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

  test('theme colours with tint, indexed colours, formats by number', () => {
    const result = readParts(
      oneSheet(row('<c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1</v></c>'), {
        styles: styles(
          '<font><b/><sz val="10"/><color indexed="10"/><name val="Arial"/></font>',
          '<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.3999755851924192"/></patternFill></fill>',
        ),
      }),
    );
    const sheet = result.workbook.sheets[0];
    const style = sheet?.style(0, 0);
    expect([
      style?.font.color,
      style?.font.bold,
      style?.font.name,
      style?.fill,
      style?.numberFormat,
      sheet?.style(0, 1).numberFormat,
    ]).toEqual(['#FF0000', true, 'Arial', '#8EA9DB', '0.000', 'm/d/yyyy']);
  });
});

describe('files that are refused, with a reason and a way on', () => {
  const codeOf = (bytes: Uint8Array, limits?: Parameters<typeof readXlsx>[2]): string => {
    try {
      readXlsx(bytes, 'deals.xlsx', limits);
    } catch (error) {
      if (error instanceof FileProblem && error.why !== '' && error.next !== '') return error.code;
      throw error;
    }
    return 'opened';
  };
  const good = zipped(oneSheet(row('<c r="A1"><v>1</v></c>')));
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const wide = (content: string): number[] => Array.from(content).flatMap((letter) => [letter.charCodeAt(0), 0]);
  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const without = (name: string): Uint8Array =>
    zipped(Object.fromEntries(Object.entries(oneSheet('')).filter(([each]) => each !== name)));
  const withSheet = (part: string): Uint8Array => zipped({ ...oneSheet(''), 'xl/worksheets/sheet1.xml': part });
  const twoSheetsOf = (relation: string): Uint8Array => {
    const parts = oneSheet(row('<c r="A1"><v>1</v></c>'));
    const [book, ways] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'] as const;
    return zipped({
      ...parts,
      [book]: parts[book]?.replace('</sheets>', `<sheet name="Same" sheetId="2" r:id="${relation}"/></sheets>`) ?? '',
      [ways]: parts[ways]?.replace(/<Relation[^>]*rId1"[^>]*>/, (way) => way + way.replace('rId1', 'rId9')) ?? '',
    });
  };
  const damaged = (): Uint8Array => {
    const bytes = good.slice();
    const at = new TextDecoder('latin1').decode(bytes).indexOf('xl/worksheets/sheet1.xml') + 24;
    bytes[at + 40] = (bytes[at + 40] ?? 0) ^ 0xff;
    return bytes;
  };

  test.each<[string, string, () => Uint8Array]>([
    ['opened', 'a sound file', () => good],
    ['empty', 'no bytes', () => new Uint8Array()],
    ['notZip', 'text', () => text('Customer;Amount')],
    ['notZip', 'a web page named .xlsx', () => text('<html><table><tr><td>1</td></tr></table></html>')],
    ['oldExcel', 'Excel 97-2003', () => new Uint8Array([...OLE, ...new Array<number>(600).fill(0)])],
    ['encrypted', 'a password', () => new Uint8Array([...OLE, ...new Array<number>(600).fill(0), ...wide('EncryptedPackage')])],
    ['truncated', 'the first half of a file', () => good.subarray(0, good.length / 2)],
    ['truncated', 'the end missing', () => good.subarray(0, good.length - 10)],
    ['damaged', 'a flipped byte in a sheet', damaged],
    ['noWorkbook', 'a zip of something else', () => zipped({ 'readme.txt': 'hello' })],
    [
      'otherFormat',
      'an OpenDocument file',
      () => zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    ],
    ['brokenPart', 'a sheet without its part', () => without('xl/worksheets/sheet1.xml')],
    ['brokenPart', 'a sheet cut off among its rows', () => withSheet('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>')],
    [
      'brokenPart',
      'a row that is not closed',
      () => withSheet('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></sheetData></worksheet>'),
    ],
    [
      'brokenPart',
      'a cell that is not closed',
      () => withSheet('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></row></sheetData></worksheet>'),
    ],
    ['brokenPart', 'two sheets with one part', () => twoSheetsOf('rId1')],
    ['brokenPart', 'two sheets with two ways to one part', () => twoSheetsOf('rId9')],
    ['brokenPart', 'no rows element', () => withSheet('<worksheet/>')],
    ['brokenPart', 'an empty sheet part', () => withSheet('')],
    [
      'brokenPart',
      'a document type',
      () => zipped({ ...oneSheet(''), 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>' }),
    ],
    ['brokenPart', 'an unknown entity in a text', () => zipped(oneSheet(row('<c r="A1" t="str"><v>&bomb;</v></c>')))],
  ])('%s: %s', (code, _, bytes) => {
    expect(codeOf(bytes())).toBe(code);
  });

  test('whatever is done to a part, the file is read or refused, and what was read can be saved', () => {
    const parts = partsOf(writeXlsx(fullWorkbook()));
    const names = Object.keys(parts);
    const damage = fc.record({
      name: fc.constantFrom(...names),
      at: fc.nat(5000),
      length: fc.nat(20),
      text: fc.constantFrom('', '<', '>', '"', '&', '-1', '1e999', 'A1:', '<x>', '</row>', '\u0000'),
    });
    fc.assert(
      fc.property(damage, ({ name, at, length, text }) => {
        const part = parts[name] ?? '';
        const start = at % part.length;
        const bytes = zipped({ ...parts, [name]: part.slice(0, start) + text + part.slice(start + length) });
        if (codeOf(bytes) === 'opened') expect(codeOf(writeXlsx(readXlsx(bytes, 'deals.xlsx').workbook))).toBe('opened');
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  test('limits hold for one part, for all together and for their number', () => {
    const limits = { entry: 1e6, total: 1e6, entries: 100, vouched: 0 };
    expect(codeOf(good, { ...limits, entry: 100 })).toBe('tooLarge');
    expect(codeOf(good, { ...limits, total: 1000 })).toBe('tooLarge');
    expect(codeOf(good, { ...limits, entries: 3 })).toBe('tooLarge');
    expect(codeOf(zipped({ ...oneSheet(''), 'bomb.bin': '0'.repeat(2e6) }), limits)).toBe('tooLarge');
  });

  test('a large book is large packed as well: its bytes vouch for what they hold, those of a bomb do not', () => {
    const limits = { entry: 100, total: 1000, entries: 100, vouched: 25 };
    expect(codeOf(good, limits)).toBe('opened');
    expect(codeOf(zipped({ ...oneSheet(''), 'bomb.bin': '0'.repeat(2e6) }), limits)).toBe('tooLarge');
  });

  test('a part whose header lies about its size is found out', () => {
    const bytes = zipped({ ...oneSheet('') }).slice();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 4 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x1fffffff, true);
    expect(codeOf(bytes, { entry: 2 ** 32, total: 2 ** 40, entries: 100, vouched: 0 })).toBe('damaged');
  });
});
