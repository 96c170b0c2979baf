/** The boxes of notes, drawn in VML as Excel still demands it: a note without one is taken for damage. */
import { parseA1, cellText } from '../workbook/address';
import { rawText } from './section';
import { attribute, child, childrenNamed, type XmlNode } from './xml';

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const NEW = `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>`;
const FIRST_SHAPE = 1025;

/**
 * The drawing with a box for each cell: boxes that are there stay as they are, and so does all that is no box of a note.
 * @param was the drawing as it was read
 * @param cells as "B2"
 * @returns null where nothing is left in it
 */
export function noteBoxes(
  was: { readonly source: string; readonly root: XmlNode } | null,
  cells: readonly string[],
): string | null {
  const missing = new Set(cells);
  const kept = (was?.root.children ?? []).filter((node) => {
    const cell = cellOf(node);
    return cell === null || missing.delete(cell);
  });
  const isEmpty = missing.size === 0 && kept.every(({ name }) => name === 'shapelayout' || name === 'shapetype');
  if (isEmpty) return null;
  const numbers = kept.map((node) => Number(/_s(\d+)$/.exec(attribute(node, 'id') ?? '')?.[1] ?? 0));
  const first = Math.max(FIRST_SHAPE - 1, ...numbers) + 1;
  const hasType = kept.some((node) => attribute(node, 'id') === '_x0000_t202');
  const added = (hasType ? '' : TYPE) + [...missing].map((cell, i) => box(cell, first + i)).join('');
  const head = was === null ? NEW : was.source.slice(0, was.root.contentStart);
  return `${head}${kept.map((node) => rawText(was?.source ?? '', node)).join('')}${added}</xml>`;
}

/** The cell whose note a shape shows; null for any other shape. */
function cellOf(shape: XmlNode): string | null {
  const data = childrenNamed(shape, 'ClientData').find((node) => attribute(node, 'ObjectType') === 'Note');
  if (data === undefined) return null;
  const [row, column] = ['Row', 'Column'].map((name) => Number(child(data, name)?.text ?? NaN));
  return cellText(row ?? 0, column ?? 0);
}

/** Hidden until a person points at the cell; it stands to the right of it. */
function box(cell: string, number: number): string {
  const { top, left } = parseA1(cell) ?? { top: 0, left: 0 };
  const anchor = [left + 1, 15, Math.max(0, top - 1), 10, left + 3, 15, top + 3, 4].join(', ');
  return (
    `<v:shape ${NAMESPACES} id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:108pt;height:60pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${top}</x:Row><x:Column>${left}</x:Column></x:ClientData></v:shape>`
  );
}
