/** Paper: orientation, scale, margins, headers and footers. Print areas and titles are names (`names.ts`). */
import { MAX_COLUMNS, MAX_ROWS, type PageLayout } from '../workbook/model';
import type { Section } from './section';
import {
  attribute,
  attributes,
  child,
  childrenNamed,
  escapeXml,
  flag,
  numberAttribute,
  patchedAttributes,
  type XmlNode,
} from './xml';

const MARGINS = ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const;

export const pageLayout: Section = {
  elements: ['printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks'],
  state: ({ pageLayout: layout }) => [
    layout.orientation,
    layout.paperSize,
    layout.zoom,
    layout.margins,
    layout.headers,
    layout.footers,
    layout.centerHorizontally,
    layout.centerVertically,
    layout.printGridlines,
    layout.printHeadings,
    layout.columnBreaks,
    layout.rowBreaks,
  ],
  read: ({ sheet, root }) => {
    const layout = sheet.pageLayout;
    readOptions(layout, child(root, 'printOptions'));
    const margins = child(root, 'pageMargins');
    for (const side of MARGINS) layout.margins[side] = numberAttribute(margins, side) ?? layout.margins[side];
    const setup = child(root, 'pageSetup');
    layout.orientation = attribute(setup, 'orientation') === 'landscape' ? 'Landscape' : 'Portrait';
    layout.paperSize = numberAttribute(setup, 'paperSize') ?? layout.paperSize;
    const fits = flag(child(child(root, 'sheetPr'), 'pageSetUpPr'), 'fitToPage');
    layout.zoom = fits
      ? { fitWide: numberAttribute(setup, 'fitToWidth') ?? 1, fitTall: numberAttribute(setup, 'fitToHeight') ?? 1 }
      : { scale: numberAttribute(setup, 'scale') ?? 100 };
    const texts = child(root, 'headerFooter');
    layout.headers = splitHeader(child(texts, 'oddHeader')?.text ?? '');
    layout.footers = splitHeader(child(texts, 'oddFooter')?.text ?? '');
    layout.columnBreaks = readBreaks(child(root, 'colBreaks'));
    layout.rowBreaks = readBreaks(child(root, 'rowBreaks'));
  },
  write: ({ sheet, original }) => {
    const layout = sheet.pageLayout;
    const was = (name: string): XmlNode | null => child(original?.root, name);
    return [
      writeOptions(layout, was('printOptions')),
      writeMargins(layout),
      writeSetup(layout, was('pageSetup')),
      writeHeaders(layout, was('headerFooter')),
      writeBreaks('rowBreaks', layout.rowBreaks, MAX_COLUMNS - 1),
      writeBreaks('colBreaks', layout.columnBreaks, MAX_ROWS - 1),
    ];
  },
};

function readOptions(layout: PageLayout, node: XmlNode | null): void {
  layout.centerHorizontally = flag(node, 'horizontalCentered');
  layout.centerVertically = flag(node, 'verticalCentered');
  layout.printGridlines = flag(node, 'gridLines');
  layout.printHeadings = flag(node, 'headings');
}

function writeOptions(layout: PageLayout, was: XmlNode | null): string {
  const set = patchedAttributes(was, {
    horizontalCentered: layout.centerHorizontally || null,
    verticalCentered: layout.centerVertically || null,
    headings: layout.printHeadings || null,
    gridLines: layout.printGridlines || null,
  });
  return set === '' ? '' : `<printOptions${set}/>`;
}

const writeMargins = ({ margins }: PageLayout): string =>
  `<pageMargins${attributes(Object.fromEntries(MARGINS.map((side) => [side, margins[side]])))}/>`;

function writeSetup(layout: PageLayout, was: XmlNode | null): string {
  const fits = 'fitWide' in layout.zoom ? layout.zoom : null;
  return `<pageSetup${patchedAttributes(was, {
    paperSize: layout.paperSize,
    scale: 'scale' in layout.zoom && layout.zoom.scale !== 100 ? layout.zoom.scale : null,
    fitToWidth: fits === null || fits.fitWide === 1 ? null : fits.fitWide,
    fitToHeight: fits === null || fits.fitTall === 1 ? null : fits.fitTall,
    orientation: layout.orientation.toLowerCase(),
  })}/>`;
}

function writeHeaders(layout: PageLayout, was: XmlNode | null): string {
  const content = (['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'] as const)
    .map((name) => {
      const text =
        name === 'oddHeader'
          ? joinHeader(layout.headers)
          : name === 'oddFooter'
            ? joinHeader(layout.footers)
            : (child(was, name)?.text ?? '');
      return text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`;
    })
    .join('');
  return content === '' ? '' : `<headerFooter${patchedAttributes(was, {})}>${content}</headerFooter>`;
}

const readBreaks = (node: XmlNode | null): number[] =>
  childrenNamed(node, 'brk').flatMap((brk) => numberAttribute(brk, 'id') ?? []);

/** A break's id is the row or column that it stands before. */
function writeBreaks(name: 'rowBreaks' | 'colBreaks', lines: readonly number[], max: number): string {
  if (lines.length === 0) return '';
  const breaks = lines.map((line) => `<brk id="${line}" max="${max}" man="1"/>`).join('');
  return `<${name} count="${lines.length}" manualBreakCount="${lines.length}">${breaks}</${name}>`;
}

interface Thirds {
  left: string;
  center: string;
  right: string;
}

/** `&L…&C…&R…`; text before the first mark stands in the middle. `&&` is an ampersand and no mark. */
export function splitHeader(text: string): Thirds {
  const thirds: Thirds = { left: '', center: '', right: '' };
  let side: keyof Thirds = 'center';
  for (const [piece] of text.matchAll(/&&|&[LCR]|&"[^"]*"|[^&]+|&/gs)) {
    if (piece === '&L') side = 'left';
    else if (piece === '&C') side = 'center';
    else if (piece === '&R') side = 'right';
    else thirds[side] += piece;
  }
  return thirds;
}

const joinHeader = ({ left, center, right }: Thirds): string =>
  (left === '' ? '' : `&L${left}`) + (center === '' ? '' : `&C${center}`) + (right === '' ? '' : `&R${right}`);
