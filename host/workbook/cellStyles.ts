/** Excel's own named cell styles, each as what it changes of `Normal`. */

import type { Border, StylePatch } from './model';

const line = (style: Border['style'], color: string, weight: Border['weight'] = 'Thin'): Border => ({ style, weight, color });
const box = (color: string): NonNullable<StylePatch['borders']> => {
  const edge = line('Continuous', color);
  return { left: edge, right: edge, top: edge, bottom: edge };
};

const colored = (fill: string, color: string): StylePatch => ({ fill, font: { color } });
const DARK = '#44546A';

const heading = (size: number, bottom: Border | null): StylePatch => ({
  font: { size, bold: true, color: DARK },
  ...(bottom ? { borders: { bottom } } : {}),
});

/** The theme's six accents with their tints of 20, 40 and 60 %. */
const ACCENTS = [
  ['#4472C4', '#D9E1F2', '#B4C6E7', '#8EA9DB'],
  ['#ED7D31', '#FCE4D6', '#F8CBAD', '#F4B084'],
  ['#A5A5A5', '#EDEDED', '#DBDBDB', '#C9C9C9'],
  ['#FFC000', '#FFF2CC', '#FFE699', '#FFD966'],
  ['#5B9BD5', '#DDEBF7', '#BDD7EE', '#9BC2E6'],
  ['#70AD47', '#E2EFDA', '#C6E0B4', '#A9D08E'],
] as const;

const accents = ACCENTS.flatMap(([full, ...tints], index): [string, string, StylePatch][] => [
  [`Accent${index + 1}`, `Accent${index + 1}`, colored(full, '#FFFFFF')],
  ...([20, 40, 60] as const).map((percent, at): [string, string, StylePatch] => [
    `Accent${index + 1}_${percent}`,
    `${percent}% - Accent${index + 1}`,
    colored(tints[at] ?? full, percent === 60 ? '#FFFFFF' : '#000000'),
  ]),
]);

/** Word of office.js's `BuiltInStyle`, name that Excel shows, and what it changes. */
export const BUILT_IN_STYLES: readonly (readonly [string, string, StylePatch])[] = [
  ['Normal', 'Normal', {}],
  ['Comma', 'Comma', { numberFormat: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)' }],
  ['WholeComma', 'Comma [0]', { numberFormat: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)' }],
  ['Currency', 'Currency', { numberFormat: '_($* #,##0.00_);_($* \\(#,##0.00\\);_($* "-"??_);_(@_)' }],
  ['WholeDollar', 'Currency [0]', { numberFormat: '_($* #,##0_);_($* \\(#,##0\\);_($* "-"_);_(@_)' }],
  ['Percent', 'Percent', { numberFormat: '0%' }],
  ['Hlink', 'Hyperlink', { font: { color: '#0563C1', underline: 'Single' } }],
  ['HlinkTrav', 'Followed Hyperlink', { font: { color: '#954F72', underline: 'Single' } }],
  ['Good', 'Good', colored('#C6EFCE', '#006100')],
  ['Bad', 'Bad', colored('#FFC7CE', '#9C0006')],
  ['Neutral', 'Neutral', colored('#FFEB9C', '#9C5700')],
  ['Calculation', 'Calculation', { fill: '#F2F2F2', font: { bold: true, color: '#FA7D00' }, borders: box('#7F7F7F') }],
  ['CheckCell', 'Check Cell', { fill: '#A5A5A5', font: { bold: true, color: '#FFFFFF' }, borders: box('#3F3F3F') }],
  ['ExplanatoryText', 'Explanatory Text', { font: { italic: true, color: '#7F7F7F' } }],
  ['Input', 'Input', { fill: '#FFCC99', font: { color: '#3F3F76' }, borders: box('#7F7F7F') }],
  ['LinkedCell', 'Linked Cell', { font: { color: '#FA7D00' }, borders: { bottom: line('Double', '#FF8001', 'Thick') } }],
  ['Note', 'Note', { fill: '#FFFFCC', borders: box('#B2B2B2') }],
  ['Output', 'Output', { fill: '#F2F2F2', font: { bold: true, color: '#3F3F3F' }, borders: box('#3F3F3F') }],
  ['WarningText', 'Warning Text', { font: { color: '#FF0000' } }],
  ['SheetTitle', 'Title', { font: { name: 'Calibri Light', size: 18, color: DARK } }],
  ['Heading1', 'Heading 1', heading(15, line('Continuous', '#4472C4', 'Thick'))],
  ['Heading2', 'Heading 2', heading(13, line('Continuous', '#A2B8E1', 'Thick'))],
  ['Heading3', 'Heading 3', heading(11, line('Continuous', '#8EA9DB', 'Medium'))],
  ['Heading4', 'Heading 4', heading(11, null)],
  [
    'Total',
    'Total',
    { font: { bold: true }, borders: { top: line('Continuous', '#4472C4'), bottom: line('Double', '#4472C4', 'Thick') } },
  ],
  ...accents,
];
