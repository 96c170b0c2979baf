/** Comments and their replies through a file and back, beside notes that a person wrote. */

import { readXlsx } from '../../../host/files/readXlsx';
import { writeXlsx } from '../../../host/files/writeXlsx';
import type { Comment, Remark, Sheet, Workbook } from '../../../host/workbook/model';
import { createWorkbook } from '../../../host/workbook/workbook';
import { within } from '../../support/quietTime';
import { oneSheet, partsOf, zipped } from './support/parts';
import { faultsOf } from './support/strictCheck';

const id = (number: number): string => `{AAAAAAAA-0000-0000-0000-00000000000${number}}`;
const remark = (number: number, authorName: string, content: string): Remark => ({
  id: id(number),
  content,
  authorName,
  authorEmail: authorName === 'Greta Solberg' ? 'greta@alcroft.example' : '',
  created: '2026-04-30T08:15:00.250Z',
});

const THREADS: readonly Comment[] = [
  {
    ...remark(1, 'Greta Solberg', 'Is 1,200.00 < what was agreed?\nPlease look'),
    row: 1,
    column: 1,
    resolved: true,
    replies: [remark(2, 'Hugo Vidal', 'It is & stays'), remark(3, 'Greta Solberg', 'Thank you')],
  },
  { ...remark(4, 'Hugo Vidal', 'Müller _x000D_'), row: 4, column: 0, resolved: false, replies: [] },
];

const first = ({ sheets: [sheet] }: Workbook): Sheet => {
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

function commented(): Workbook {
  const workbook = createWorkbook('commented.xlsx');
  const sheet = workbook.addSheet('Lines');
  sheet.setValue(1, 1, 1200);
  sheet.comments.push(...structuredClone(THREADS));
  return workbook;
}

test('threads read back as they were: who said what when, replies, what is resolved', () => {
  const bytes = writeXlsx(commented());
  expect(faultsOf(bytes)).toEqual([]);
  expect(first(readXlsx(bytes, 'again.xlsx').workbook).comments).toEqual(THREADS);
});

test('each thread has a note and a box for programs that know no threads', () => {
  const parts = partsOf(writeXlsx(commented()));
  expect(parts['xl/comments1.xml']).toContain(
    'Greta Solberg: Is 1,200.00 &lt; what was agreed?\nPlease look\n\nHugo Vidal: It is &amp; stays\n\nGreta Solberg: Thank you',
  );
  expect(parts['xl/comments1.xml']).toContain(`<author>tc=${id(1)}</author><author>tc=${id(4)}</author>`);
  expect(parts['xl/drawings/vmlDrawing1.vml']?.match(/<x:Row>\d+<\/x:Row><x:Column>\d+<\/x:Column>/g)).toEqual([
    '<x:Row>1</x:Row><x:Column>1</x:Column>',
    '<x:Row>4</x:Row><x:Column>0</x:Column>',
  ]);
});

test('comments move with their cells, and go with them', () => {
  const { workbook } = readXlsx(writeXlsx(commented()), 'commented.xlsx');
  const sheet = first(workbook);
  sheet.insert({ top: 0, bottom: 0, left: 0, right: 16_383 }, 'Down');
  sheet.delete({ top: 5, bottom: 5, left: 0, right: 16_383 }, 'Up');
  const saved = writeXlsx(workbook);
  expect(faultsOf(saved)).toEqual([]);
  expect(first(readXlsx(saved, 'again.xlsx').workbook).comments.map(({ row, column }) => [row, column])).toEqual([[2, 1]]);
  sheet.comments.length = 0;
  sheet.touch({ kind: 'objects', sheet: sheet.id, trigger: 'addin' });
  expect(Object.keys(partsOf(writeXlsx(workbook))).filter((path) => /omment|vml/.test(path))).toEqual([]);
});

/** A sheet with one note of a person in A1, as Excel writes it. */
function noted(): Uint8Array {
  const parts = oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>', { after: '<legacyDrawing r:id="rId1"/>' });
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipped({
    ...parts,
    '[Content_Types].xml': (parts['[Content_Types].xml'] ?? '').replace(
      '</Types>',
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
        '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>',
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId2" Type="${office}/comments" Target="../comments1.xml"/></Relationships>`,
    'xl/comments1.xml':
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Ines Duarte</author></authors><commentList>' +
      '<comment ref="A1" authorId="0"><text><r><rPr><b/></rPr><t>Checked</t></r></text></comment></commentList></comments>',
    'xl/drawings/vmlDrawing1.vml':
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s2049" style="width:200pt"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>',
  });
}

test('a note of a person stays with its box as it stands where a comment comes beside it, and when that goes', () => {
  const { workbook } = readXlsx(noted(), 'noted.xlsx');
  const sheet = first(workbook);
  expect(sheet.comments).toEqual([]);
  sheet.comments.push({ ...remark(5, 'Hugo Vidal', 'Agreed'), row: 2, column: 2, resolved: false, replies: [] });
  const note = '<text><r><rPr><b/></rPr><t>Checked</t></r></text></comment>';
  const box = '<v:shape id="_x0000_s2049" style="width:200pt"><x:ClientData ObjectType="Note">';
  const saved = writeXlsx(workbook);
  expect(faultsOf(saved)).toEqual([]);
  const parts = partsOf(saved);
  expect(parts['xl/comments1.xml']).toContain(note);
  expect(parts['xl/comments1.xml']).toContain('ref="C3"');
  expect(parts['xl/drawings/vmlDrawing1.vml']).toContain(box);
  expect(parts['xl/drawings/vmlDrawing1.vml']).toContain('id="_x0000_s2050"');
  const again = readXlsx(saved, 'again.xlsx').workbook;
  first(again).comments.length = 0;
  const without = partsOf(writeXlsx(again));
  expect(without['xl/comments1.xml']).toContain(note);
  expect(without['xl/comments1.xml']).not.toContain('C3');
  expect(without['xl/drawings/vmlDrawing1.vml']).toContain(box);
  expect(without['xl/drawings/vmlDrawing1.vml']).not.toContain('_x0000_s2050');
});

test('whom a remark names stays named where its thread moves or is resolved', () => {
  const parts = partsOf(writeXlsx(commented()));
  const path = 'xl/threadedComments/threadedComment1.xml';
  const named =
    '<mentions><mention mentionpersonId="{P}" mentionId="{M}" startIndex="0" length="6"/></mentions></threadedComment>';
  const { workbook } = readXlsx(
    zipped({ ...parts, [path]: (parts[path] ?? '').replaceAll('</threadedComment>', named) }),
    'named.xlsx',
  );
  const sheet = first(workbook);
  const [, open] = sheet.comments;
  if (open === undefined) throw new Error('two threads');
  open.resolved = true;
  sheet.insert({ top: 0, bottom: 0, left: 0, right: 16_383 }, 'Down');
  const saved = writeXlsx(workbook);
  expect(partsOf(saved)[path]?.split(named)).toHaveLength(5);
  const again = first(readXlsx(saved, 'again.xlsx').workbook).comments;
  expect(again).toEqual(THREADS.map((thread) => ({ ...thread, row: thread.row + 1, resolved: true })));
});

test('who is not in the list of persons does not come into it where the remark stays as it stands', () => {
  const parts = partsOf(writeXlsx(commented()));
  const path = 'xl/persons/person.xml';
  const without = (parts[path] ?? '').replace(/<person [^>]*Hugo Vidal[^>]*>/, '');
  expect(without.match(/<person /g)).toHaveLength(1);
  const { workbook } = readXlsx(zipped({ ...parts, [path]: without }), 'unknown.xlsx');
  first(workbook).comments[0]?.replies.pop();
  expect(partsOf(writeXlsx(workbook))[path]).toBe(without);
});

/** Many times what each comment takes once; where each is held against all others it takes half a minute. */
const SLOW = 5_000;

test('twenty thousand threads with a reply each are read in a moment', () => {
  const workbook = commented();
  const { comments } = first(workbook);
  comments.length = 0;
  for (let row = 0; row < 20_000; row += 1) {
    const said = { ...remark(1, 'Hugo Vidal', 'Look'), id: `{${row}}` };
    comments.push({ ...said, row, column: 0, resolved: false, replies: [{ ...said, id: `{${row}, reply}` }] });
  }
  const bytes = writeXlsx(workbook);
  const again = within(SLOW, () => first(readXlsx(bytes, 'many.xlsx').workbook).comments);
  expect(again).toHaveLength(comments.length);
  expect(again.at(-1)).toEqual(comments.at(-1));
});

test('comments that are no XML are listed, and the cells are there all the same', () => {
  const parts = partsOf(writeXlsx(commented()));
  const { workbook, problems } = readXlsx(
    zipped({ ...parts, 'xl/threadedComments/threadedComment1.xml': '<Threaded', 'xl/persons/person.xml': '<p' }),
    'broken.xlsx',
  );
  expect(problems).toEqual([{ code: 'objectUnreadable', where: 'Lines', what: 'comments' }]);
  const sheet = first(workbook);
  expect(sheet.value(1, 1)).toBe(1200);
  sheet.comments.push(...structuredClone(THREADS));
  expect(first(readXlsx(writeXlsx(workbook), 'again.xlsx').workbook).comments).toEqual(THREADS);
});
