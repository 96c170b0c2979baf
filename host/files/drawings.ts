/**
 * `<drawing>`: charts that the model knows, and pictures, shapes and other charts that it does not. An anchor whose chart
 * still reads as it did is kept as it stands; so is everything that is no chart of ours.
 */
import type { Chart, Sheet } from '../workbook/model';
import { anchorElement, readAnchor } from './anchors';
import { readChart } from './chartRead';
import { chartPart } from './chartWrite';
import type { Palette } from './colors';
import { CONTENT, partOfKind, RELATION, RelationList, relationKind, resolveTarget, type Relation } from './package';
import { fingerprint, type Section, type SheetReading, type SheetWriting } from './section';
import {
  attribute,
  child,
  descend,
  descendants,
  element,
  escapeXml,
  numberAttribute,
  prefixedAttribute,
  splice,
  XML_HEAD,
  type XmlNode,
} from './xml';

const NAMESPACES =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const drawings: Section = {
  elements: ['drawing'],
  afterRows: true,
  state: (sheet) => sheet.charts,
  read: (reading) => {
    const path = partOfKind(reading.path, reading.relations, 'drawing');
    if (path === null || reading.package.find(path) === null) return;
    const source: Source = {
      sheet: reading.sheet,
      palette: reading.palette,
      relations: reading.package.relations(path),
      open: (part) => (reading.package.find(part) === null ? null : reading.package.xml(part).root),
    };
    for (const anchor of reading.package.xml(path).root.children) readInto(reading, source, path, anchor);
  },
  write: (writing) => [writeDrawing(writing)],
};

/** Where a drawing's charts are found. */
interface Source {
  readonly sheet: Sheet;
  readonly palette: Palette;
  readonly relations: readonly Relation[];
  readonly open: (path: string) => XmlNode | null;
}

function readInto(reading: SheetReading, source: Source, path: string, anchor: XmlNode): void {
  const chart = chartOf(source, path, anchor);
  if (chart !== null)
    reading.sheet.charts.push({
      id: `{${reading.nextId().toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`,
      ...chart,
    });
}

/** Null where the anchor holds something else than a chart of a kind that the model knows. */
function chartOf({ sheet, palette, relations, open }: Source, path: string, anchor: XmlNode): Omit<Chart, 'id'> | null {
  const frame = child(anchor, 'graphicFrame');
  const mark = descend(frame, 'graphic', 'graphicData', 'chart');
  const relation = mark === null ? undefined : relations.find((each) => each.id === prefixedAttribute(mark, 'id'));
  const root = relation === undefined ? null : open(resolveTarget(path, relation.target));
  const box = readAnchor(sheet, anchor);
  const look = root === null ? null : readChart(root, palette);
  if (look === null || box === null) return null;
  const properties = descend(frame, 'nvGraphicFramePr', 'cNvPr');
  return { name: attribute(properties, 'name') ?? '', altText: attribute(properties, 'descr') ?? '', ...box, ...look };
}

/** Members in one order, so that what was read and what is held compare equal. */
const chartMark = ({
  name,
  type,
  left,
  top,
  width,
  height,
  title,
  legend,
  axes,
  dataLabels,
  series,
  altText,
}: Omit<Chart, 'id'>): string =>
  fingerprint([name, type, left, top, width, height, title, legend, axes, dataLabels, series, altText]);

function writeDrawing(writing: SheetWriting): string {
  const { sheet, parts, relations, original } = writing;
  const was = original === null ? null : partOfKind(writing.path, original.relations, 'drawing');
  const drawing = was === null ? null : parts.original(was);
  const path = was ?? parts.freePath('xl/drawings/drawing#.xml');
  const own = new RelationList(path, was === null ? [] : parts.originalRelations(was));
  const source: Source = {
    sheet,
    palette: writing.palette,
    relations: own.all.slice(),
    open: (part) => parts.original(part)?.root ?? null,
  };
  const left = [...sheet.charts];
  const dropped = (drawing?.root.children ?? []).filter((anchor) => {
    const chart = chartOf(source, path, anchor);
    if (chart === null) return false;
    const same = left.findIndex((each) => chartMark(each) === chartMark(chart));
    if (same >= 0) left.splice(same, 1);
    return same < 0;
  });
  for (const anchor of dropped) dropChart(anchor, path, own, parts);
  const first =
    Math.max(1, ...(drawing === null ? [] : descendants(drawing.root, 'cNvPr').map((node) => numberAttribute(node, 'id') ?? 1))) +
    1;
  const added = left.map((chart, i) => chartAnchor(writing, chart, first + i, own));
  const remaining = (drawing?.root.children.length ?? 0) - dropped.length + added.length;
  if (remaining === 0) {
    relations.drop((relation) => relationKind(relation) === 'drawing');
    if (was !== null) parts.drop(was);
    return '';
  }
  parts.add(path, CONTENT.drawing, drawing === null ? newDrawing(added) : patched(drawing, dropped, added));
  parts.addRelations(path, own.all);
  return element('drawing', { 'r:id': relations.toPart(RELATION.drawing, path) });
}

const newDrawing = (anchors: readonly string[]): string => `${XML_HEAD}<xdr:wsDr ${NAMESPACES}>${anchors.join('')}</xdr:wsDr>`;

function patched(
  drawing: { readonly source: string; readonly root: XmlNode },
  dropped: readonly XmlNode[],
  added: readonly string[],
): string {
  const { source, root } = drawing;
  const anchors = added.map((anchor) => anchor.replace(/^<xdr:\w+/, `$& ${NAMESPACES}`));
  return splice(source, [
    ...dropped.map(({ start, end }) => ({ start, end, text: '' })),
    { start: root.contentEnd, end: root.contentEnd, text: anchors.join('') },
  ]);
}

function dropChart(anchor: XmlNode, path: string, own: RelationList, parts: SheetWriting['parts']): void {
  const mark = descend(anchor, 'graphicFrame', 'graphic', 'graphicData', 'chart');
  const id = mark === null ? null : prefixedAttribute(mark, 'id');
  for (const relation of own.all.filter((each) => each.id === id)) parts.drop(resolveTarget(path, relation.target));
  own.drop((relation) => relation.id === id);
}

function chartAnchor(writing: SheetWriting, chart: Chart, number: number, own: RelationList): string {
  const part = writing.parts.freePath('xl/charts/chart#.xml');
  writing.parts.add(part, CONTENT.chart, chartPart(writing.workbook, chart));
  const id = own.toPart(RELATION.chart, part);
  const properties = `<xdr:cNvPr id="${number}" name="${escapeXml(chart.name === '' ? `Chart ${number - 1}` : chart.name)}"${chart.altText === '' ? '' : ` descr="${escapeXml(chart.altText)}"`}/>`;
  const frame =
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${properties}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONS}" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  return anchorElement(writing.sheet, chart, frame);
}
