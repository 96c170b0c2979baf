/** What somebody could write into the parts of a workbook's file, by name. */

import type { Random } from '../../samples/random';
import { CANARY, hostileText } from './texts';

/** Parts by path, as text. */
export type Parts = Map<string, string>;
export type Spoil = (parts: Parts, random: Random) => void;

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'xl/worksheets/sheet1.xml';

const edit =
  (path: string | ((path: string) => boolean), change: (text: string, random: Random) => string): Spoil =>
  (parts, random) => {
    for (const [name, text] of parts)
      if (typeof path === 'string' ? name === path : path(name)) parts.set(name, change(text, random));
  };
const isXml = (path: string): boolean => /\.(xml|rels)$/.test(path);
const isSheet = (path: string): boolean => /worksheets\/sheet\d+\.xml$/.test(path);

const anyPart =
  (change: (text: string, random: Random) => string): Spoil =>
  (parts, random) => {
    const path = random.pick([...parts.keys()].filter(isXml));
    parts.set(path, change(parts.get(path) ?? '', random));
  };

const escaped = (text: string): string =>
  text.replace(/[&<>"\p{Cc}\uD800-\uDFFF\uFFFE\uFFFF]/gu, (mark) => `_x${mark.charCodeAt(0).toString(16).padStart(4, '0')}_`);

const intoRows = (rows: string): Spoil => edit(SHEET, (text) => text.replace('</sheetData>', () => `${rows}</sheetData>`));
const afterRows = (markup: string): Spoil => edit(isSheet, (text) => text.replace('</sheetData>', () => `</sheetData>${markup}`));
const intoWorkbook = (markup: string): Spoil =>
  edit(WORKBOOK, (text) => text.replace('</workbook>', () => `${markup}</workbook>`));

const deep = (levels: number, name = 'x'): string => `<${name}>`.repeat(levels) + `</${name}>`.repeat(levels);

const ENTITIES = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
  .split('')
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at] ?? 'a'};`.repeat(10)}">`)
  .join('')}]>`;

const HOSTILE_NUMBERS = [
  '-1',
  '0',
  '1e999',
  'NaN',
  '4294967296',
  '2147483647',
  '99999999999999999999',
  '1048577',
  '16385',
  '',
  ' 1',
  '0x10',
  '٣',
  '1.5',
  '-2147483648',
];
const HOSTILE_AREAS = [
  'A1:XFD1048576',
  'XFE1',
  'A0',
  'A1048577',
  'B2:A1',
  '#REF!',
  'A:A',
  '1:1',
  '',
  'A1:A1:A1',
  'ZZZZ99999999',
  '__proto__',
  "'x'!A1",
];

/** One attribute of a part gets a value that nobody expects. */
const attribute = anyPart((text, random) => {
  const all = [...text.matchAll(/\s[\w:]+="([^"]*)"/g)];
  if (all.length === 0) return text;
  const found = random.pick(all);
  const value = random.pick([
    random.pick(HOSTILE_NUMBERS),
    random.pick(HOSTILE_AREAS),
    escaped(hostileText(random)),
    'x'.repeat(100_000),
    '../../../../etc/passwd',
  ]);
  const at = found.index + found[0].indexOf('"') + 1;
  return text.slice(0, at) + value + text.slice(at + (found[1] ?? '').length);
});

const content = anyPart((text, random) => {
  const all = [...text.matchAll(/>([^<]+)</g)];
  if (all.length === 0) return text;
  const found = random.pick(all);
  const value = random.chance(0.5) ? random.pick([...HOSTILE_NUMBERS, ...HOSTILE_AREAS]) : escaped(hostileText(random));
  return text.slice(0, found.index + 1) + value + text.slice(found.index + found[0].length - 1);
});

const element = (change: (markup: string, random: Random) => string): Spoil =>
  anyPart((text, random) => {
    const all = [...text.matchAll(/<(\w[\w:]*)(?:\s[^>]*)?(?:\/>|>[^<]*<\/\1>)/g)];
    if (all.length === 0) return text;
    const found = random.pick(all);
    return text.slice(0, found.index) + change(found[0], random) + text.slice(found.index + found[0].length);
  });

const cell = (attributes: string, inner: string): string => `<row r="900"><c ${attributes}>${inner}</c></row>`;

const relationId = (path: string): string => `rId${path.replace(/\W/g, '')}`;

/** A part that the workbook refers to. */
function addPart(path: string, type: string, text: string): Spoil {
  return (parts) => {
    parts.set(path, text);
    const relation = `<Relationship Id="${relationId(path)}" Type="${type}" Target="/${path}"/>`;
    parts.set(
      RELATIONS,
      (parts.get(RELATIONS) ?? '').replace('</Relationships>', () => `${relation}</Relationships>`),
    );
  };
}

const SMALL_SHEET =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C3"><f>A1+B1</f></c></row></sheetData></worksheet>';

export const SPOILS: Readonly<Record<string, Spoil>> = {
  'an attribute': attribute,
  'several attributes': (parts, random) => {
    for (let n = random.whole(2, 12); n > 0; n -= 1) attribute(parts, random);
  },
  'a content': content,
  'an element left out': element(() => ''),
  'an element a thousand times': element((markup) => markup.repeat(1000)),
  'an element inside out': element((markup) => markup.split('').reverse().join('')),
  'a part cut off': anyPart((text, random) => text.slice(0, random.whole(0, text.length))),
  'a part without content': anyPart(() => ''),
  'a character': anyPart((text, random) => {
    const at = random.whole(0, text.length);
    return (
      text.slice(0, at) +
      random.pick(['<', '>', '&', '"', "'", '/', '\u0000', '=', ' ', '\uFFFF', '--', ']]>']) +
      text.slice(at + random.whole(0, 2))
    );
  }),
  'a part missing': (parts, random) => void parts.delete(random.pick([...parts.keys()])),
  'parts changed over': (parts, random) => {
    const [one, other] = [random.pick([...parts.keys()]), random.pick([...parts.keys()])];
    const [first, second] = [parts.get(one) ?? '', parts.get(other) ?? ''];
    parts.set(one, second).set(other, first);
  },
  'entities that grow': anyPart((text) => `${ENTITIES}${text.replace(/^<\?xml[^>]*>\s*/, '').replace(/>([^<]*)</, '>&j;<')}`),
  'an entity from outside': anyPart(
    (text) => `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${text.replace(/^<\?xml[^>]*>/, '')}`,
  ),
  'an unknown entity': anyPart((text, random) =>
    text.replace(/>([^<]*)</, `>&${random.pick(['constructor', 'nbsp', '#xFFFFFFFF', '#', ''])};<`),
  ),
  'deep nesting': anyPart((text, random) =>
    text.replace(/<\/(\w[\w:]*)>\s*$/, (close) => `${deep(random.pick([200, 20_000, 200_000]))}${close}`),
  ),
  'deep nesting in a cell': intoRows(cell('r="A900"', `<is>${deep(50_000)}</is>`)),
  'deep nesting in rows': intoRows(`<row r="901">${deep(50_000, 'c')}</row>`),
  'deep formula': intoRows(cell('r="A900"', `<f>${'('.repeat(20_000)}1${')'.repeat(20_000)}</f>`)),
  'deep calls': intoRows(cell('r="A900"', `<f>${'ABS('.repeat(8_000)}1${')'.repeat(8_000)}</f><v>1</v>`)),
  'long formula': intoRows(cell('r="A900"', `<f>${'1+'.repeat(30_000)}1</f>`)),
  'formula as long as may be': intoRows(
    cell('r="A900"', `<f>${'1+'.repeat(4_090)}1</f>`) + cell('r="A901"', `<f>${'IF(1,'.repeat(1_300)}1${')'.repeat(1_300)}</f>`),
  ),
  'many signs': intoRows(cell('r="A900"', `<f>${'-'.repeat(30_000)}1</f>`)),
  'formulas in a chain': intoRows(
    Array.from({ length: 20_000 }, (_, n) => `<row r="${900 + n}"><c r="A${900 + n}"><f>A${901 + n}+1</f></c></row>`).join(''),
  ),
  'formulas in a circle': intoRows(
    '<row r="900"><c r="A900"><f>B900+1</f></c><c r="B900"><f>A900+1</f></c><c r="C900"><f>SUM(A:D)</f></c></row>',
  ),
  'formulas that grow': intoRows(cell('r="A900"', `<f>REPT(REPT("x",32767),32767)</f>`)),
  'formulas over all cells': intoRows(cell('r="XFC900"', '<f>SUMPRODUCT((A1:XFB1048576=A1:XFB1048576)*1)</f>')),
  'a formula that reaches out': intoRows(cell('r="A900"', `<f>WEBSERVICE("http://${CANARY}.example")</f>`)),
  'a command': intoRows(cell('r="A900"', `<f>cmd|'/c calc ${CANARY}'!A0</f><v>1</v>`)),
  'shared formula without a master': intoRows(cell('r="A900"', '<f t="shared" si="77"/>')),
  'shared formula of itself': intoRows(cell('r="A900"', '<f t="shared" si="78" ref="A900:XFD1048576">A901</f>')),
  'array over the sheet': intoRows(cell('r="A900"', '<f t="array" ref="A1:XFD1048576">1</f>')),
  'text index out of range': intoRows(`${cell('r="A900" t="s"', '<v>4294967295</v>')}${cell('r="A901" t="s"', '<v>-1</v>')}`),
  'style index out of range': intoRows(`${cell('r="A900" s="4294967295"', '<v>1</v>')}${cell('r="A901" s="-1"', '<v>1</v>')}`),
  'kind of value unknown': intoRows(cell('r="A900" t="__proto__"', '<v>1</v>')),
  'numbers beyond numbers': intoRows(
    `${cell('r="A900"', '<v>1e999</v>')}${cell('r="A901"', `<v>${'9'.repeat(50_000)}</v>`)}${cell('r="A902"', '<v>NaN</v>')}`,
  ),
  'rows beyond the sheet': intoRows(
    '<row r="1048577"><c r="A1048577"><v>1</v></c></row><row r="0"/><row r="-5"/><row r="99999999999"/>',
  ),
  'cells beyond the sheet': intoRows(cell('r="XFE900"', '<v>1</v>') + cell('r="A0"', '<v>1</v>') + cell('r=""', '<v>1</v>')),
  'a cell at the last place': intoRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  'the same cell many times': intoRows(`<row r="900">${'<c r="A900"><v>1</v></c>'.repeat(20_000)}</row>`),
  'styles over the sheet': intoRows(
    Array.from({ length: 3_000 }, (_, n) => `<row r="${900 + n}" s="${n % 3}" customFormat="1" ht="${n}"/>`).join(''),
  ),
  'columns over each other': edit(isSheet, (text) =>
    text.replace(
      /<cols>.*?<\/cols>|(?=<sheetData)/s,
      `<cols>${Array.from({ length: 2_000 }, (_, n) => `<col min="${n - 5}" max="${n * 99_999}" width="1e9" style="9"/>`).join('')}</cols>`,
    ),
  ),
  'a huge dimension': edit(isSheet, (text) =>
    text.replace(/<dimension[^>]*\/>|(?=<sheetData)/, '<dimension ref="A1:XFD1048576"/>'),
  ),
  'many merged cells': afterRows(
    `<mergeCells count="99">${Array.from({ length: 20_000 }, (_, n) => `<mergeCell ref="A${n + 1}:XFD${n + 2}"/>`).join('')}</mergeCells>`,
  ),
  'odd merged cells': afterRows(`<mergeCells>${HOSTILE_AREAS.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`),
  'rules without end': afterRows(
    Array.from(
      { length: 3_000 },
      (_, n) =>
        `<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="${n}" dxfId="${n}"><formula>cmd|'x'!A0</formula></cfRule></conditionalFormatting>`,
    ).join(''),
  ),
  'lists without end': afterRows(
    `<dataValidations>${`<dataValidation type="list" sqref="${'A1 '.repeat(5_000)}"><formula1>"${'x,'.repeat(500)}"</formula1></dataValidation>`.repeat(20)}</dataValidations>`,
  ),
  'links to anywhere': afterRows(
    '<hyperlinks><hyperlink ref="A1" location="javascript:alert(1)"/><hyperlink ref="A1:XFD1048576" location="x"/><hyperlink ref="A2" r:id="rIdNone"/></hyperlinks>',
  ),
  'a table that is not there': afterRows('<tableParts count="1"><tablePart r:id="rIdNone"/></tableParts>'),
  'panes beyond the sheet': edit(isSheet, (text) =>
    text.replace(
      /<sheetViews>.*?<\/sheetViews>|(?=<sheetData)/s,
      '<sheetViews><sheetView workbookViewId="-1" zoomScale="999999"><pane xSplit="99999" ySplit="9999999" state="frozen" topLeftCell="A0"/><selection sqref="A1:XFD1048576 A0"/></sheetView></sheetViews>',
    ),
  ),
  'names that are none': intoWorkbook(
    `<definedNames>${['__proto__', 'A1', '', 'x y', 'a', 'a', '_xlnm.Print_Area'].map((name) => `<definedName name="${name}" localSheetId="99">${name}!cmd|x</definedName>`).join('')}<definedName name="loop">loop+1</definedName></definedNames>`,
  ),
  'many names': intoWorkbook(
    `<definedNames>${Array.from({ length: 10_000 }, (_, n) => `<definedName name="n${n}">n${n + 1}</definedName>`).join('')}</definedNames>`,
  ),
  'many sheets': (parts, random) => {
    const hasPart = random.chance(0.5);
    const numbers = Array.from({ length: 300 }, (_, n) => n);
    const path = (n: number): string => `xl/worksheets/many${n}.xml`;
    edit(WORKBOOK, (text) =>
      text.replace(/<sheet [^>]*\/>/, (sheet) => {
        const named = (n: number): string => sheet.replace(/name="[^"]*"/, `name="S${n}"`);
        const own = (n: number): string => named(n).replace(/(\w+:id)="[^"]*"/, `$1="${relationId(path(n))}"`);
        return sheet + numbers.map(hasPart ? own : named).join('');
      }),
    )(parts, NO_RANDOM);
    if (hasPart) for (const n of numbers) addPart(path(n), `${REL}/worksheet`, SMALL_SHEET)(parts, NO_RANDOM);
  },
  'sheets of one name': edit(WORKBOOK, (text, random) =>
    text.replace(
      /(<sheet [^>]*name=")[^"]*/g,
      `$1${escaped(random.pick(['', 'a/b', 'x'.repeat(5_000), 'History', "'x'", hostileText(random)]))}`,
    ),
  ),
  'sheet without a part': edit(WORKBOOK, (text) => text.replace(/r:id="[^"]*"/, 'r:id="rIdNone"')),
  'every sheet hidden': edit(WORKBOOK, (text) => text.replace(/<sheet /g, '<sheet state="veryHidden" ')),
  'an active sheet that is not': intoWorkbook('<bookViews><workbookView activeTab="4294967295" firstSheet="-1"/></bookViews>'),
  'many styles': edit('xl/styles.xml', (text) =>
    text.replace(
      /<cellXfs[^>]*>/,
      (open) => open + '<xf numFmtId="9999" fontId="77" fillId="-1" borderId="1e9" xfId="5"/>'.repeat(60_000),
    ),
  ),
  'odd number formats': edit('xl/styles.xml', (text) =>
    text
      .replace(
        /<fonts/,
        `<numFmts>${['[', ';;;;;;', '0'.repeat(50_000), '[h]:mm[', '"', '[$-x]', 'yyyy'.repeat(10_000), '\\'].map((code, n) => `<numFmt numFmtId="${164 + n}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><fonts`,
      )
      .replace(/numFmtId="\d+"/g, (_, at: number) => `numFmtId="${164 + (at % 8)}"`),
  ),
  'many texts': addPart(
    'xl/hostileStrings.xml',
    `${REL}/sharedStrings`,
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="-1">${'<si><t>x</t></si>'.repeat(100_000)}<si>${deep(20_000, 'r')}</si></sst>`,
  ),
  'a text beyond a cell': intoRows(cell('r="A900" t="inlineStr"', `<is><t>${'x'.repeat(2_000_000)}</t></is>`)),
  macros: (parts) => {
    edit('[Content_Types].xml', (text) =>
      text
        .replace('sheet.main+xml', 'sheet.macroEnabled.main+xml')
        .replace(
          '</Types>',
          '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
        ),
    )(parts, NO_RANDOM);
    addPart(
      'xl/vbaProject.bin',
      'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
      'Attribute VB_Name',
    )(parts, NO_RANDOM);
  },
  'links to other books': (parts) => {
    const path = 'xl/externalLinks/externalLink1.xml';
    addPart(
      path,
      `${REL}/externalLink`,
      `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><ddeLink ddeService="cmd" ddeTopic="/c calc ${CANARY}"/></externalLink>`,
    )(parts, NO_RANDOM);
    intoWorkbook(`<externalReferences><externalReference r:id="${relationId(path)}"/></externalReferences>`)(parts, NO_RANDOM);
    intoRows(cell('r="A900"', '<f>[1]Sheet1!A1</f><v>5</v>'))(parts, NO_RANDOM);
  },
  'relations in a circle': (parts) => {
    for (const path of [...parts.keys()].filter((name) => name.endsWith('.rels')))
      parts.set(path, (parts.get(path) ?? '').replace(/Target="[^"]*"/g, 'Target="/xl/workbook.xml"'));
  },
  'relations to the outside': (parts) => {
    for (const path of [...parts.keys()].filter((name) => name.endsWith('.rels')))
      parts.set(
        path,
        (parts.get(path) ?? '').replace(/Target="([^"]*)"/g, `Target="http://${CANARY}.example/$1" TargetMode="External"`),
      );
  },
  'relations up and away': edit(
    (path) => path.endsWith('.rels'),
    (text) => text.replace(/Target="/g, 'Target="../../../../../..//..\\'),
  ),
  'foreign custom XML': addPart('customXml/itemHostile.xml', `${REL}/customXml`, `<a xmlns="urn:x">${deep(3_000)}</a>`),
  'custom XML that is none': addPart('customXml/itemHostile.xml', `${REL}/customXml`, '<a><b></a>'),
  'settings in a deep place': addPart(
    'customXml/itemHostile.xml',
    `${REL}/customXml`,
    `<settings xmlns="urn:tieout:workbook-settings">${deep(100_000)}</settings>`,
  ),
  'settings that are deep': addPart(
    'customXml/itemHostile.xml',
    `${REL}/customXml`,
    `<settings xmlns="urn:tieout:workbook-settings"><setting name="tieout.sheets">${'['.repeat(100_000)}${']'.repeat(100_000)}</setting><setting name="a">${'['.repeat(3_000)}${']'.repeat(3_000)}</setting></settings>`,
  ),
  'settings that are none': addPart(
    'customXml/itemHostile.xml',
    `${REL}/customXml`,
    '<settings xmlns="urn:tieout:workbook-settings"><setting name="tieout.sheets">{"version":1,</setting><setting name="__proto__">{"a":1}</setting><setting/></settings>',
  ),
  'prefixes everywhere': edit(isSheet, (text) => text.replace(/<(\/?)(?!\?)/g, '<$1x:').replace('xmlns=', 'xmlns:x=')),
  'wide characters': anyPart((text) => `\uFEFF${text.replace('UTF-8', 'UTF-16')}`),
};

const NO_RANDOM: Random = {
  next: () => 0,
  whole: (from) => from,
  pick: <T>(choices: readonly T[]): T => choices[0] as T,
  chance: () => false,
};
