/** `<definedNames>`: the workbook's names, and the ones by which Excel keeps print areas, print titles and filters. */
import { parseA1, printAddress, splitSheet } from '../workbook/address';
import type { Area, DefinedName, Sheet, Workbook } from '../workbook/model';
import { fromFileFormula, toFileFormula } from './formulas';
import type { Findings } from './problem';
import { attribute, element, escapeXml, flag, numberAttribute, patchedAttributes, type XmlNode } from './xml';

const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';
const FILTER = '_xlnm._FilterDatabase';

/**
 * @param bySheetNumber the sheet for a `localSheetId`; null for one that the model does not hold
 * @param nextId gives each name its id
 */
export function readNames(
  nodes: readonly XmlNode[],
  workbook: Workbook,
  bySheetNumber: readonly (Sheet | null)[],
  nextId: () => number,
  findings: Findings,
): void {
  for (const node of nodes) {
    const name = attribute(node, 'name') ?? '';
    const local = numberAttribute(node, 'localSheetId');
    const sheet = local === null ? null : (bySheetNumber[local] ?? null);
    if (local !== null && sheet === null) findings.add('nameUnreadable', 'xl/workbook.xml', name);
    else if (sheet !== null && name === PRINT_AREA && readPrintArea(sheet, node.text)) continue;
    else if (sheet !== null && name === PRINT_TITLES && readPrintTitles(sheet, node.text)) continue;
    else if (name !== FILTER) workbook.names.push(readName(node, name, sheet, nextId()));
  }
}

const readName = (node: XmlNode, name: string, sheet: Sheet | null, id: number): DefinedName => ({
  id: `{${id.toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`,
  name,
  formula: fromFileFormula(node.text, null),
  scope: sheet?.id ?? null,
  comment: attribute(node, 'comment') ?? '',
  visible: !flag(node, 'hidden'),
});

/** False where it is more than one area or no area at all: it then stays a name like any other. */
function readPrintArea(sheet: Sheet, formula: string): boolean {
  const area = parseA1(splitSheet(formula).local);
  if (area === null) return false;
  sheet.pageLayout.printArea = area;
  return true;
}

function readPrintTitles(sheet: Sheet, formula: string): boolean {
  const areas = splitList(formula).map((each) => parseA1(splitSheet(each).local));
  if (areas.some((area) => area === null) || areas.length > 2) return false;
  for (const area of areas) {
    if (area === null) continue;
    if (area.left === 0 && area.right > 16_000) sheet.pageLayout.titleRows = { top: area.top, bottom: area.bottom };
    else sheet.pageLayout.titleColumns = { left: area.left, right: area.right };
  }
  return true;
}

/** Parts of a union, parted by commas outside of quotes. */
const splitList = (formula: string): string[] => formula.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];

/** What `writeNames` stores; compared as JSON. */
export const namesState = (workbook: Workbook): unknown => [
  workbook.names,
  workbook.sheets.map(({ id, name, pageLayout, autoFilter }) => [
    id,
    name,
    pageLayout.printArea,
    pageLayout.titleRows,
    pageLayout.titleColumns,
    autoFilter,
  ]),
];

/**
 * @param sheetNumber place of a sheet among all sheets of the file, those included that the model does not hold
 * @param originals names as they were, for attributes that the model does not know
 */
export function writeNames(workbook: Workbook, sheetNumber: (sheet: Sheet) => number, originals: readonly XmlNode[]): string {
  const own = workbook.names.flatMap((name) => {
    const sheet = name.scope === null ? null : workbook.sheet(name.scope);
    if (name.scope !== null && sheet === null) return [];
    const was = originals.find(
      (node) => attribute(node, 'name') === name.name && (attribute(node, 'localSheetId') === null) === (sheet === null),
    );
    const set = patchedAttributes(was ?? null, {
      name: name.name,
      localSheetId: sheet === null ? null : sheetNumber(sheet),
      comment: name.comment === '' ? null : name.comment,
      hidden: name.visible ? null : true,
    });
    return [`<definedName${set}>${escapeXml(toFileFormula(name.formula.replace(/^=/, ''), null))}</definedName>`];
  });
  const printed = workbook.sheets.flatMap((sheet) => sheetNames(sheet, sheetNumber(sheet)));
  const all = [...own, ...printed];
  return all.length === 0 ? '' : `<definedNames>${all.join('')}</definedNames>`;
}

function sheetNames(sheet: Sheet, localSheetId: number): string[] {
  const { printArea, titleRows, titleColumns } = sheet.pageLayout;
  const titles: Area[] = [
    ...(titleColumns === null ? [] : [{ top: 0, bottom: 1_048_575, ...titleColumns }]),
    ...(titleRows === null ? [] : [{ left: 0, right: 16_383, ...titleRows }]),
  ];
  const name = (text: string, areas: readonly Area[], hidden: true | null): string[] =>
    areas.length === 0
      ? []
      : [
          element(
            'definedName',
            { name: text, localSheetId, hidden },
            escapeXml(areas.map((area) => printAddress(sheet.name, area, '$')).join(',')),
          ),
        ];
  return [
    ...name(FILTER, sheet.autoFilter === null ? [] : [sheet.autoFilter], true),
    ...name(PRINT_AREA, printArea === null ? [] : [printArea], null),
    ...name(PRINT_TITLES, titles, null),
  ];
}
