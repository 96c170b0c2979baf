/**
 * Styles of a file while it is written. What a file had keeps its place (other parts point at it by number); what is new
 * is appended.
 */
import type { Border, BorderEdge, DifferentialStyle, Font, Style, StyleTable } from '../workbook/model';
import { BUILT_IN, BUILT_IN_ID, FIRST_OWN_FORMAT } from './numberFormats';
import { BORDER_LOOKS, HORIZONTAL, UNDERLINES, VERTICAL, writeRotation, type FileStyles } from './styleRead';
import {
  attribute,
  child,
  childrenNamed,
  element,
  escapeXml,
  numberAttribute,
  splice,
  XML_HEAD,
  type Splice,
  type XmlNode,
} from './xml';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A styles part to append to. */
export interface StyleBase {
  readonly source: string;
  readonly root: XmlNode;
  readonly styles: FileStyles;
}

/** Order of CT_Stylesheet's children. */
const SECTIONS = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;
type Section = (typeof SECTIONS)[number];

export class StyleWriter {
  private readonly xfByStyle = new Map<number, number>();
  private readonly added: Record<'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs', string[]> = {
    numFmts: [],
    fonts: [],
    fills: [],
    borders: [],
    cellXfs: [],
    dxfs: [],
  };
  private readonly indices = new Map<string, number>();
  private readonly counts: Record<Section, number>;
  private readonly formats = new Map<string, number>(BUILT_IN_ID);
  private nextFormat = FIRST_OWN_FORMAT;

  /** @param table the workbook's styles, by whose index cells ask */
  constructor(
    private readonly table: StyleTable,
    private readonly base: StyleBase,
  ) {
    this.counts = Object.fromEntries(SECTIONS.map((name) => [name, child(base.root, name)?.children.length ?? 0])) as Record<
      Section,
      number
    >;
    for (const node of childrenNamed(child(base.root, 'numFmts'), 'numFmt')) {
      const id = numberAttribute(node, 'numFmtId') ?? 0;
      this.formats.set(attribute(node, 'formatCode') ?? '', id);
      this.nextFormat = Math.max(this.nextFormat, id + 1);
    }
    const byLook = new Map<string, number>();
    base.styles.cells.forEach((style, xf) => {
      const look = JSON.stringify(style);
      if (!byLook.has(look)) byLook.set(look, xf);
    });
    for (let index = 0; index < table.count; index += 1) {
      const xf = byLook.get(JSON.stringify(inOrder(table.get(index))));
      if (xf !== undefined) this.xfByStyle.set(index, xf);
    }
    base.styles.differential.forEach((style, index) => {
      const key = `dxfs ${JSON.stringify(style)}`;
      if (!this.indices.has(key)) this.indices.set(key, index);
    });
  }

  get changed(): boolean {
    return Object.values(this.added).some((list) => list.length > 0);
  }

  /** cellXfs index for a style of the workbook. */
  xf(index: number): number {
    const known = this.xfByStyle.get(index);
    if (known !== undefined) return known;
    const xf = this.append('cellXfs', this.xfElement(this.table.get(index)));
    this.xfByStyle.set(index, xf);
    return xf;
  }

  /** dxf index; null for a style that changes nothing. */
  dxf(style: DifferentialStyle): number | null {
    const content = this.dxfContent(style);
    if (content === '') return null;
    const key = `dxfs ${JSON.stringify(style)}`;
    const known = this.indices.get(key);
    if (known !== undefined) return known;
    const index = this.append('dxfs', `<dxf>${content}</dxf>`);
    this.indices.set(key, index);
    return index;
  }

  /** The whole part, with what was asked for appended. */
  text(): string {
    const { source, root } = this.base;
    const splices: Splice[] = [];
    const namespace = root.prefix === '' ? '' : ` xmlns="${MAIN}"`;
    for (const section of SECTIONS) {
      if (!(section in this.added)) continue;
      const items = this.added[section as keyof typeof this.added].map((item) => item.replace(/^<\w+/, (tag) => tag + namespace));
      if (items.length === 0) continue;
      const node = child(root, section);
      const count = this.counts[section];
      if (node === null) {
        const start = this.placeFor(section);
        splices.push({ start, end: start, text: `<${section}${namespace} count="${count}">${items.join('')}</${section}>` });
        continue;
      }
      const name = node.prefix === '' ? node.name : `${node.prefix}:${node.name}`;
      const tag = source
        .slice(node.start, node.contentStart)
        .replace(/(?<!\s)\s+count="[^"]*"/, '')
        .replace(/(?:(?<!\s)\s+)?\/?>$/, '');
      splices.push({ start: node.start, end: node.contentStart, text: `${tag} count="${count}">` });
      const closed = node.contentEnd === node.end;
      splices.push({ start: node.contentEnd, end: node.contentEnd, text: items.join('') + (closed ? `</${name}>` : '') });
    }
    return splice(source, splices);
  }

  /** Where a section that a file lacks must stand. */
  private placeFor(section: Section): number {
    const later = SECTIONS.slice(SECTIONS.indexOf(section) + 1);
    return (
      this.base.root.children.find((node) => (later as readonly string[]).includes(node.name))?.start ?? this.base.root.contentEnd
    );
  }

  private append(section: keyof typeof this.added, item: string): number {
    const key = `${section} ${item}`;
    const known = this.indices.get(key);
    if (known !== undefined) return known;
    const index = this.counts[section];
    this.counts[section] += 1;
    this.added[section].push(item);
    this.indices.set(key, index);
    return index;
  }

  private xfElement(style: Style): string {
    const format = this.formatId(style.numberFormat);
    const font = this.append('fonts', `<font>${fontContent(style.font, true)}</font>`);
    const fill = style.fill === null ? 0 : this.append('fills', `<fill>${solidFill(style.fill)}</fill>`);
    const border = this.append('borders', borderElement(style.borders));
    const alignment = alignmentElement(style);
    const protection =
      style.locked && !style.formulaHidden
        ? ''
        : element('protection', { locked: style.locked ? null : false, hidden: style.formulaHidden || null });
    return element(
      'xf',
      {
        numFmtId: format,
        fontId: font,
        fillId: fill,
        borderId: border,
        xfId: 0,
        quotePrefix: style.quotePrefix || null,
        applyNumberFormat: format !== 0 || null,
        applyFont: font !== 0 || null,
        applyFill: fill !== 0 || null,
        applyBorder: border !== 0 || null,
        applyAlignment: alignment !== '' || null,
        applyProtection: protection !== '' || null,
      },
      alignment + protection,
    );
  }

  private formatId(code: string): number {
    const known = this.formats.get(code);
    if (known !== undefined) return known;
    const id = this.nextFormat;
    this.nextFormat += 1;
    this.formats.set(code, id);
    this.append('numFmts', element('numFmt', { numFmtId: id, formatCode: code }));
    return id;
  }

  private dxfContent(style: DifferentialStyle): string {
    const { font, fill, borders, numberFormat } = style;
    const fontXml = font === undefined ? '' : fontContent(font, false);
    const formatXml =
      numberFormat === undefined ? '' : element('numFmt', { numFmtId: this.dxfFormatId(numberFormat), formatCode: numberFormat });
    const edges = (['left', 'right', 'top', 'bottom'] as const).map((edge) =>
      borders?.[edge] === undefined ? '' : edgeElement(edge, borders[edge]),
    );
    return (
      (fontXml === '' ? '' : `<font>${fontXml}</font>`) +
      formatXml +
      (fill === undefined
        ? ''
        : `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor rgb="${argb(fill)}"/></patternFill></fill>`) +
      (edges.join('') === '' ? '' : `<border>${edges.join('')}</border>`)
    );
  }

  /** A dxf carries its own code; its id must not mean another format. */
  private dxfFormatId(code: string): number {
    const known = this.formats.get(code);
    if (known !== undefined && (BUILT_IN.get(known) ?? code) === code) return known;
    const id = this.nextFormat;
    this.nextFormat += 1;
    return id;
  }
}

/** Members in the order `readStyles` gives them, so that equal styles have equal JSON. */
function inOrder(style: Style): Style {
  const {
    numberFormat,
    font,
    fill,
    borders,
    horizontal,
    vertical,
    wrap,
    indent,
    rotation,
    shrinkToFit,
    locked,
    formulaHidden,
    quotePrefix,
  } = style;
  const { name, size, bold, italic, strikethrough, underline, color, vertical: script } = font;
  const line = (border: Border | null): Border | null =>
    border === null ? null : { style: border.style, weight: border.weight, color: border.color };
  return {
    numberFormat,
    font: { name, size, bold, italic, strikethrough, underline, color, vertical: script },
    fill,
    borders: {
      left: line(borders.left),
      right: line(borders.right),
      top: line(borders.top),
      bottom: line(borders.bottom),
      diagonalDown: line(borders.diagonalDown),
      diagonalUp: line(borders.diagonalUp),
    },
    horizontal,
    vertical,
    wrap,
    indent,
    rotation,
    shrinkToFit,
    locked,
    formulaHidden,
    quotePrefix,
  };
}

const argb = (color: string): string => `FF${color.replace('#', '').toUpperCase()}`;

const keyOf = (words: Readonly<Record<string, string>>, word: string): string =>
  Object.entries(words).find(([, value]) => value === word)?.[0] ?? '';

/** CT_Font in Excel's order. @param whole also name and size, which a cell's font must have and a dxf's must not */
function fontContent(font: Partial<Font>, whole: boolean): string {
  const toggle = (name: string, on: boolean | undefined): string =>
    on === undefined || (whole && !on) ? '' : on ? `<${name}/>` : `<${name} val="0"/>`;
  const underline =
    font.underline === undefined || (whole && font.underline === 'None')
      ? ''
      : font.underline === 'Single'
        ? '<u/>'
        : `<u val="${keyOf(UNDERLINES, font.underline)}"/>`;
  const script =
    font.vertical === undefined || font.vertical === 'Baseline' ? '' : `<vertAlign val="${font.vertical.toLowerCase()}"/>`;
  return (
    toggle('b', font.bold) +
    toggle('i', font.italic) +
    toggle('strike', font.strikethrough) +
    underline +
    script +
    (whole ? `<sz val="${font.size ?? 11}"/>` : '') +
    (font.color === undefined ? '' : `<color rgb="${argb(font.color)}"/>`) +
    (whole ? `<name val="${escapeXml(font.name ?? 'Calibri')}"/><family val="2"/>` : '')
  );
}

const solidFill = (color: string): string =>
  `<patternFill patternType="solid"><fgColor rgb="${argb(color)}"/><bgColor indexed="64"/></patternFill>`;

function edgeElement(name: string, border: Border | null): string {
  const style =
    border === null
      ? undefined
      : Object.entries(BORDER_LOOKS).find(([, look]) => look[0] === border.style && look[1] === border.weight)?.[0];
  if (border === null || border.style === 'None') return `<${name}/>`;
  const fallback = Object.entries(BORDER_LOOKS).find(([, look]) => look[0] === border.style)?.[0] ?? 'thin';
  return `<${name} style="${style ?? fallback}"><color rgb="${argb(border.color)}"/></${name}>`;
}

function borderElement(borders: Readonly<Record<BorderEdge, Border | null>>): string {
  const content = (['left', 'right', 'top', 'bottom'] as const).map((edge) => edgeElement(edge, borders[edge])).join('');
  const diagonal = edgeElement('diagonal', borders.diagonalUp ?? borders.diagonalDown);
  return element(
    'border',
    { diagonalUp: borders.diagonalUp !== null || null, diagonalDown: borders.diagonalDown !== null || null },
    content + diagonal,
  );
}

function alignmentElement(style: Style): string {
  const content = {
    horizontal: style.horizontal === 'General' ? null : keyOf(HORIZONTAL, style.horizontal),
    vertical: style.vertical === 'Bottom' ? null : keyOf(VERTICAL, style.vertical),
    textRotation: style.rotation === 0 ? null : writeRotation(style.rotation),
    wrapText: style.wrap || null,
    indent: style.indent === 0 ? null : style.indent,
    shrinkToFit: style.shrinkToFit || null,
  };
  return Object.values(content).some((value) => value !== null) ? element('alignment', content) : '';
}

/** A styles part for a workbook that came from no file; style 0 of the workbook becomes its Normal style. */
export function newStylesPart(normal: Style): string {
  return (
    `${XML_HEAD}<styleSheet xmlns="${MAIN}">` +
    `<fonts count="1"><font>${fontContent(normal.font, true)}</font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
    '</styleSheet>'
  );
}
