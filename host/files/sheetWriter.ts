/** A worksheet part written anew; where it was read from a file, what the model does not know stays in its place. */
import { dictionary } from '../../src/domain/dictionary';
import { writeRows } from './cellWriter';
import type { PartWriter } from './partWriter';
import { rawText, type SheetWriting } from './section';
import { SECTIONS, WORKSHEET_ORDER } from './sections';
import { MAIN } from './styleWrite';
import { usedAreaText } from './usedArea';
import { attributes, XML_HEAD, type XmlNode } from './xml';

const NAMESPACES: Readonly<Record<string, string>> = dictionary({
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  x14: 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main',
  x14ac: 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac',
  xm: 'http://schemas.microsoft.com/office/excel/2006/main',
  xr: 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision',
  xr2: 'http://schemas.microsoft.com/office/spreadsheetml/2015/revision2',
  xr3: 'http://schemas.microsoft.com/office/spreadsheetml/2016/revision3',
});

/** Prefixes that a reader who does not know them may pass over. */
const IGNORABLE = ['x14ac', 'xr', 'xr2', 'xr3'];

/** Whether a section (by its place in SECTIONS) is as it was in the file, and whether what it stores in passing is. */
export interface KeptSections {
  isSame(section: number): boolean;
  isSameInPassing(section: number): boolean;
}

/** What writes the part; null where nothing of it differs from the part it was read from. */
export function sheetPart(writing: SheetWriting, was: KeptSections): ((out: PartWriter) => void) | null {
  const { original, sheet, styles } = writing;
  const kept = original === null ? null : original.rows;
  const sameRows = kept?.isUnchanged() === true;
  const sameSections = original !== null && SECTIONS.every((_, index) => was.isSame(index));
  if (sameRows && sameSections) return null;
  const texts = originalTexts(writing);
  SECTIONS.forEach((section, index) => {
    if (original !== null && was.isSame(index) && was.isSameInPassing(index)) return;
    section.write(writing).forEach((text, i) => texts.set(section.elements[i] ?? '', text));
  });
  if (!sameRows) texts.set('dimension', `<dimension ref="${usedAreaText(sheet)}"/>`);
  const at = WORKSHEET_ORDER.indexOf('sheetData');
  const before = WORKSHEET_ORDER.slice(0, at)
    .map((name) => texts.get(name) ?? '')
    .join('');
  const after = WORKSHEET_ORDER.slice(at + 1)
    .map((name) => texts.get(name) ?? '')
    .join('');
  return (out) => {
    out.text(`${XML_HEAD}<worksheet${rootAttributes(original?.root ?? null, sheet.id, before + after)}>${before}<sheetData>`);
    if (sameRows) out.bytes(kept.bytes);
    else writeRows(out, sheet, styles, kept);
    out.text(`</sheetData>${after}</worksheet>`);
  };
}

/** Text of each child as it was; elements with names of no place of their own go with the one before them. */
function originalTexts({ original }: SheetWriting): Map<string, string> {
  const texts = new Map<string, string>();
  let place = 'sheetPr';
  for (const node of original?.root.children ?? []) {
    if ((WORKSHEET_ORDER as readonly string[]).includes(node.name)) place = node.name;
    texts.set(place, (texts.get(place) ?? '') + rawText(original?.source ?? '', node));
  }
  return texts;
}

/** The id stands in the file, as Excel has it there: what is kept by a sheet's id outlives the session. */
function rootAttributes(was: XmlNode | null, id: string, content: string): string {
  const set: Record<string, string> = { xmlns: MAIN, ...Object.fromEntries(was?.attributes ?? []) };
  const used = Object.keys(NAMESPACES).filter((prefix) => prefix === 'r' || prefix === 'xr' || content.includes(`${prefix}:`));
  for (const prefix of used) set[`xmlns:${prefix}`] ??= NAMESPACES[prefix] ?? '';
  const ignorable = used.filter((prefix) => IGNORABLE.includes(prefix));
  if (ignorable.length > 0) {
    set['xmlns:mc'] ??= NAMESPACES['mc'] ?? '';
    set['mc:Ignorable'] = [...new Set([...(set['mc:Ignorable'] ?? '').split(' '), ...ignorable])]
      .filter((prefix) => prefix !== '')
      .join(' ');
  }
  set['xr:uid'] = id;
  return attributes(set);
}
