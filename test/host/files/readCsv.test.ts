import fc from 'fast-check';
import { csvRecords, sniffDelimiter } from '../../../host/files/csvText';
import { csvValue } from '../../../host/files/csvValue';
import { Findings } from '../../../host/files/problem';
import type { FileProblem } from '../../../host/files/problem';
import { readCsv } from '../../../host/files/readCsv';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean): Uint8Array =>
  Uint8Array.from([
    ...(mark ? [0xff, 0xfe] : []),
    ...Array.from(text).flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
  ]);
/** The other byte of each pair first. */
const bigEndian = (bytes: Uint8Array): Uint8Array => bytes.map((_, at) => bytes[at ^ 1] ?? 0);
const marked = (bytes: Uint8Array): Uint8Array => Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]);
const latin = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text, (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0))));

/** Rows of the first sheet, fields parted by " | ", texts in quotes. */
function grid(bytes: Uint8Array, name = 'deals.csv'): string[] {
  const sheet = readCsv([{ name, bytes }]).sheets[0];
  const area = sheet?.usedArea(true);
  if (sheet === undefined || area === null || area === undefined) return [];
  return Array.from({ length: area.bottom + 1 }, (_, row) =>
    Array.from({ length: area.right + 1 }, (__, column) => {
      const value = sheet.value(row, column);
      return value === null ? '' : typeof value === 'object' ? value.error : JSON.stringify(value);
    }).join(' | '),
  );
}

test.each<[string, Uint8Array, string[]]>([
  ['plain', utf8('Customer,Amount\nAcme,12.50\n'), ['"Customer" | "Amount"', '"Acme" | 12.5']],
  [
    'semicolons and a decimal comma, which stays text',
    utf8('Kunde;Betrag\nAcme;1.234,56\nGlobex;1.234\n'),
    ['"Kunde" | "Betrag"', '"Acme" | "1.234,56"', '"Globex" | "1.234"'],
  ],
  ['tabs', utf8('a\tb\n1\t2'), ['"a" | "b"', '1 | 2']],
  ['pipes, with a comma in each line', utf8('a|b\nx, y|2\nz, w|3'), ['"a" | "b"', '"x, y" | 2', '"z, w" | 3']],
  ['a line that names the delimiter', utf8('sep=;\r\na;b,c\r\n1;2\r\n'), ['"a" | "b,c"', '1 | 2']],
  [
    'quotes with delimiters, quotes and line breaks',
    utf8('"Smith, ""J""","two\r\nlines",3\r\nx,y,4'),
    ['"Smith, \\"J\\"" | "two\\r\\nlines" | 3', '"x" | "y" | 4'],
  ],
  ['a quote that is never closed', utf8('a,b\n"5 inch,1\nx,2'), ['"a" | "b"', '"\\"5 inch" | 1', '"x" | 2']],
  ['a mark of UTF-8', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('Größe,1')]), ['"Größe" | 1']],
  ['UTF-16 with its mark', utf16('Größe\tA\n1\t2', true), ['"Größe" | "A"', '1 | 2']],
  ['UTF-16, big end first, with its mark', bigEndian(utf16('Größe\tA\n1\t2', true)), ['"Größe" | "A"', '1 | 2']],
  ['UTF-16, big end first, without', bigEndian(utf16('Groesse;A\n1;2', false)), ['"Groesse" | "A"', '1 | 2']],
  ['a mark before the line that names the delimiter', marked(utf8('sep=|\na|b;c\n1|2')), ['"a" | "b;c"', '1 | 2']],
  ['a mark before a quoted header', marked(utf8('"No.","Net"\n"00123",5')), ['"No." | "Net"', '"00123" | 5']],
  ['a header of one blank', utf8('No., ,Net\nA,x,5'), ['"No." |  | "Net"', '"A" | "x" | 5']],
  ['delimiters within quotes', utf8('a|b\n"x|y;z,w"|2\n"p|q"|3'), ['"a" | "b"', '"x|y;z,w" | 2', '"p|q" | 3']],
  ['blank lines and lines of blanks', utf8('a;b\n\n1;2\n  \n;\n3;4\n\n\n'), ['"a" | "b"', ' | ', '1 | 2', ' | ', ' | ', '3 | 4']],
  ['one column', utf8('Net\n5\n1.234\n'), ['"Net"', '5', '1.234']],
  ['a line break before the first record', utf8('\r\na,b\r\n1,2'), [' | ', '"a" | "b"', '1 | 2']],
  [
    'dates, as they are written',
    utf8('Due,Made\n2024-03-05,2024-05-03T14:30:00Z\n2024-13-05,5/3/24'),
    ['"Due" | "Made"', '"2024-03-05" | "2024-05-03T14:30:00Z"', '"2024-13-05" | "5/3/24"'],
  ],
  [
    'points that may part thousands, beside a decimal comma',
    utf8('No.,Betrag,Menge\n1,"1.234,56",1.125\n2,1.234,2.5\n'),
    ['"No." | "Betrag" | "Menge"', '1 | "1.234,56" | 1.125', '2 | "1.234" | 2.5'],
  ],
  ['UTF-16 without', utf16('Groesse\tA\n1\t2', false), ['"Groesse" | "A"', '1 | 2']],
  ['Windows-1252', latin('Müller;5 €\nx;y'), ['"Müller" | "5 €"', '"x" | "y"']],
  ['empty fields, an empty line, a delimiter at the end', utf8('a,,c,\n\n1,,3,\n'), ['"a" |  | "c"', ' |  | ', '1 |  | 3']],
  ['old Macintosh line ends', utf8('a,b\r1,2'), ['"a" | "b"', '1 | 2']],
])('%s', (_, bytes, rows) => {
  expect(grid(bytes)).toEqual(rows);
});

test.each<[string, string | number]>([
  ['00123', '00123'],
  ['0', 0],
  ['-0.5', -0.5],
  ['1200.00', 1200],
  ['123456789012345', 123456789012345],
  ['1234567890123456', '1234567890123456'],
  ['9.87654321098765432', '9.87654321098765432'],
  ['1E10', '1E10'],
  ['+1-800', '+1-800'],
  ['+5', '+5'],
  ['1,234.50', '1,234.50'],
  ['12%', '12%'],
  ['€ 5', '€ 5'],
  ['2026-03', '2026-03'],
  ['1-2', '1-2'],
  ['TRUE', 'TRUE'],
  ['=1+1', '=1+1'],
  ['=HYPERLINK("http://x","y")', '=HYPERLINK("http://x","y")'],
  ['03/04/2024', '03/04/2024'],
  ['2024-03-05', '2024-03-05'],
  ['2024-03-05 12:00', '2024-03-05 12:00'],
  ['1234567890123456789', '1234567890123456789'],
  ['1E5', '1E5'],
  ['1.10', 1.1],
  ['0x1F', '0x1F'],
  ['Infinity', 'Infinity'],
  [' 12 ', 12],
])('the field %p becomes %p', (field, value) => {
  expect(csvValue(field)).toBe(value);
});

test('a text longer than a cell holds is cut, and said to be', () => {
  const findings = new Findings();
  const [sheet] = readCsv(
    [{ name: 'x.csv', bytes: utf8(`No.,Memo\n1,${'x'.repeat(32_768)}\n2,${'y'.repeat(32_767)}`) }],
    findings,
  ).sheets;
  expect([sheet?.text(1, 1).length, sheet?.text(2, 1).length]).toEqual([32_767, 32_767]);
  expect(findings.list).toEqual([{ code: 'textTooLong', where: 'x', what: 'B2' }]);
});

test('several files become sheets with names that Excel takes', () => {
  const bytes = utf8('a,b');
  const names = ['Deals.csv', 'deals.CSV', 'in/2024: [all]*.csv', `${'x'.repeat(40)}.csv`, '.csv'].map((name) => ({
    name,
    bytes,
  }));
  expect(readCsv(names).sheets.map(({ name }) => name)).toEqual(['Deals', 'deals (2)', '2024   all', 'x'.repeat(31), 'data']);
});

test.each<[string, Uint8Array]>([
  ['empty', new Uint8Array()],
  ['empty', utf8('\uFEFF')],
  ['empty', utf8(' \r\n;;\r\n\n')],
  ['unreadableText', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
  ['unreadableText', Uint8Array.from([65, 66, 0, 0, 0, 67, 68])],
])('%s', (code, bytes) => {
  expect(() => readCsv([{ name: 'x.csv', bytes }])).toThrow(expect.objectContaining({ code }) as FileProblem);
});

test('what is quoted as RFC 4180 says reads back, whatever is in it', () => {
  const field = fc.string({ maxLength: 8, unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é') });
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (records) => {
      const text = records.map((fields) => fields.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      expect([...csvRecords(text, ',')]).toEqual(records);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('the delimiter is found among any even records', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(',', ';', '\t', '|'),
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 2, max: 20 }),
      (delimiter, width, height) => {
        const line = Array.from({ length: width }, (_, i) => `field ${i}`).join(delimiter);
        expect(sniffDelimiter(Array.from({ length: height }, () => line).join('\n')).delimiter).toBe(delimiter);
      },
    ),
    { seed: 7, numRuns: 100 },
  );
});
