/** workbook.xml: sheets in their order, names, how it calculates, which sheet is in front. */
import type { Sheet, Visibility, Workbook } from '../workbook/model';
import { namesState, writeNames } from './names';
import type { Origin } from './origin';
import { fingerprint } from './section';
import { MAIN } from './styleWrite';
import {
  attribute,
  child,
  element,
  numberAttribute,
  patchedAttributes,
  splice,
  XML_HEAD,
  type Splice,
  type XmlNode,
} from './xml';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Children of CT_Workbook in their order (ECMA-376 part 1, 18.2.27). */
const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/** A sheet's place in the file and the relation to its part. */
export interface PlacedSheet {
  /** Null for a sheet without cells, which the model does not hold. */
  readonly sheet: Sheet | null;
  readonly relationId: string;
  readonly node: XmlNode | null;
  /** Its part marks it as selected and is not written anew. */
  readonly keepsSelection: boolean;
}

const STATES: Readonly<Record<Visibility, string | null>> = { Visible: null, Hidden: 'hidden', VeryHidden: 'veryHidden' };
const MODES = { Automatic: null, AutomaticExceptTables: 'autoNoTable', Manual: 'manual' } as const;

export function newWorkbookPart(workbook: Workbook, placed: readonly PlacedSheet[]): string {
  const calculation = element('calcPr', { calcId: 191029, calcMode: MODES[workbook.calculationMode], fullCalcOnLoad: true });
  const base = `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">`;
  return (
    `${base}${element('workbookPr', { date1904: workbook.date1904 || null })}` +
    `<bookViews>${element('workbookView', { xWindow: 0, yWindow: 0, windowWidth: 28800, windowHeight: 15000, activeTab: activeTab(workbook, placed) })}</bookViews>` +
    `<sheets>${sheetElements(placed, 'r')}</sheets>` +
    `${writeNames(workbook, numbering(placed), [])}${calculation}</workbook>`
  );
}

/** The part with what changed replaced; null where nothing did. */
export function patchedWorkbookPart(
  workbook: Workbook,
  placed: readonly PlacedSheet[],
  origin: Origin,
  part: { readonly source: string; readonly root: XmlNode },
  recalculates: boolean,
): string | null {
  const { source, root } = part;
  const splices: Splice[] = [];
  const replace = (name: string, text: string): void => {
    const node = child(root, name);
    const later = ORDER.slice(ORDER.indexOf(name) + 1);
    const place = root.children.find((each) => later.includes(each.name))?.start ?? root.contentEnd;
    splices.push({
      start: node?.start ?? place,
      end: node?.end ?? place,
      text: root.prefix === '' ? text : text.replace(/^<\w+/, `$& xmlns="${MAIN}"`),
    });
  };
  if (!origin.hasBook(workbook)) {
    const prefix = [...root.attributes]
      .find(([name, uri]) => name.startsWith('xmlns:') && uri.endsWith('/relationships'))?.[0]
      .slice(6);
    replace(
      'sheets',
      `<sheets${prefix === undefined ? ` xmlns:r="${RELATIONS}"` : ''}>${sheetElements(placed, prefix ?? 'r')}</sheets>`,
    );
    const properties = child(root, 'workbookPr');
    if ((attribute(properties, 'date1904') ?? '0') !== (workbook.date1904 ? '1' : '0'))
      replace('workbookPr', `<workbookPr${patchedAttributes(properties, { date1904: workbook.date1904 || null })}/>`);
  }
  if (origin.names !== fingerprint(namesState(workbook))) {
    replace('definedNames', writeNames(workbook, numbering(placed), child(root, 'definedNames')?.children ?? []));
  }
  const tab = activeTab(workbook, placed);
  const views = child(root, 'bookViews');
  const view = child(views, 'workbookView');
  if ((numberAttribute(view, 'activeTab') ?? 0) !== (tab ?? 0)) {
    replace(
      'bookViews',
      `<bookViews><workbookView${patchedAttributes(view, { activeTab: tab, firstSheet: null })}/></bookViews>`,
    );
  }
  const mode = MODES[workbook.calculationMode];
  if (recalculates || !origin.hasBook(workbook)) {
    replace(
      'calcPr',
      `<calcPr${patchedAttributes(child(root, 'calcPr'), { calcMode: mode, ...(recalculates ? { fullCalcOnLoad: true } : {}) })}/>`,
    );
  }
  return splices.length === 0 ? null : splice(source, splices);
}

function sheetElements(placed: readonly PlacedSheet[], prefix: string): string {
  let next = Math.max(0, ...placed.map(({ node }) => numberAttribute(node, 'sheetId') ?? 0)) + 1;
  return placed
    .map(({ sheet, node, relationId }) => {
      const own =
        node === null ? null : { ...node, attributes: new Map([...node.attributes].filter(([name]) => !name.includes(':'))) };
      const changes = sheet === null ? {} : { name: sheet.name, state: STATES[sheet.visibility] };
      const sheetId = node === null ? next++ : undefined;
      const set = patchedAttributes(own, { ...changes, ...(sheetId === undefined ? {} : { sheetId }) });
      return `<sheet${set} ${prefix}:id="${relationId}"/>`;
    })
    .join('');
}

function numbering(placed: readonly PlacedSheet[]): (sheet: Sheet) => number {
  return (sheet) => placed.findIndex((each) => each.sheet === sheet);
}

/**
 * The workbook's active sheet, unless a part that is kept as it stands marks another as selected: Excel would open the
 * two as a group, and what is then typed goes into both.
 */
function activeTab(workbook: Workbook, placed: readonly PlacedSheet[]): number | null {
  const marked = placed.findIndex(({ keepsSelection }) => keepsSelection);
  const active = placed.findIndex(({ sheet }) => sheet === workbook.activeSheet);
  const tab = marked >= 0 ? marked : active;
  return tab <= 0 ? null : tab;
}
