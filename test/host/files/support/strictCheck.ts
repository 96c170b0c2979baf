/**
 * What Excel demands of a file and repairs or refuses otherwise, as far as it can be told without Excel: order of elements,
 * references that resolve, counts, uniqueness. It reads the file by itself, with none of the writer's code but the XML tree.
 */
import { unzipSync } from 'fflate';
import {
  attribute,
  child,
  childrenNamed,
  decodeXstring,
  descendants,
  numberAttribute,
  parseXml,
  prefixedAttribute,
  type XmlNode,
} from '../../../../host/files/xml';
import { WORKSHEET_ORDER } from '../../../../host/files/sections';

const ORDERS: Readonly<Record<string, readonly string[]>> = {
  worksheet: WORKSHEET_ORDER,
  workbook: [
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
    'extLst',
  ],
  styleSheet: [
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
  ],
  table: ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'],
  tableColumn: ['calculatedColumnFormula', 'totalsRowFormula', 'xmlColumnPr', 'extLst'],
  xf: ['alignment', 'protection', 'extLst'],
  dxf: ['font', 'numFmt', 'fill', 'alignment', 'border', 'protection'],
  border: ['left', 'right', 'top', 'bottom', 'diagonal', 'vertical', 'horizontal'],
  sheetPr: ['tabColor', 'outlinePr', 'pageSetUpPr'],
  sheetView: ['pane', 'selection', 'pivotSelection', 'extLst'],
  c: ['f', 'v', 'is', 'extLst'],
  cfRule: ['formula', 'colorScale', 'dataBar', 'iconSet', 'extLst'],
  dataValidation: ['formula1', 'formula2'],
  headerFooter: ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'],
  chartSpace: [
    'date1904',
    'lang',
    'roundedCorners',
    'AlternateContent',
    'style',
    'clrMapOvr',
    'pivotSource',
    'protection',
    'chart',
    'spPr',
    'txPr',
    'externalData',
    'printSettings',
    'userShapes',
    'extLst',
  ],
  chart: [
    'title',
    'autoTitleDeleted',
    'pivotFmts',
    'view3D',
    'floor',
    'sideWall',
    'backWall',
    'plotArea',
    'legend',
    'plotVisOnly',
    'dispBlanksAs',
  ],
  title: ['tx', 'layout', 'overlay', 'spPr', 'txPr'],
  legend: ['legendPos', 'legendEntry', 'layout', 'overlay', 'spPr', 'txPr'],
  barChart: ['barDir', 'grouping', 'varyColors', 'ser', 'dLbls', 'gapWidth', 'overlap', 'serLines', 'axId'],
  lineChart: ['grouping', 'varyColors', 'ser', 'dLbls', 'dropLines', 'hiLowLines', 'upDownBars', 'marker', 'smooth', 'axId'],
  areaChart: ['grouping', 'varyColors', 'ser', 'dLbls', 'dropLines', 'axId'],
  pieChart: ['varyColors', 'ser', 'dLbls', 'firstSliceAng'],
  doughnutChart: ['varyColors', 'ser', 'dLbls', 'firstSliceAng', 'holeSize'],
  ser: [
    'idx',
    'order',
    'tx',
    'spPr',
    'invertIfNegative',
    'marker',
    'pictureOptions',
    'explosion',
    'dPt',
    'dLbls',
    'trendline',
    'errBars',
    'cat',
    'val',
    'smooth',
    'shape',
  ],
  dPt: ['idx', 'invertIfNegative', 'marker', 'bubble3D', 'explosion', 'spPr'],
  dLbls: [
    'dLbl',
    'delete',
    'numFmt',
    'spPr',
    'txPr',
    'dLblPos',
    'showLegendKey',
    'showVal',
    'showCatName',
    'showSerName',
    'showPercent',
    'showBubbleSize',
    'separator',
    'showLeaderLines',
  ],
  catAx: [
    'axId',
    'scaling',
    'delete',
    'axPos',
    'majorGridlines',
    'minorGridlines',
    'title',
    'numFmt',
    'majorTickMark',
    'minorTickMark',
    'tickLblPos',
    'spPr',
    'txPr',
    'crossAx',
    'crosses',
    'crossesAt',
    'auto',
    'lblAlgn',
    'lblOffset',
    'noMultiLvlLbl',
  ],
  valAx: [
    'axId',
    'scaling',
    'delete',
    'axPos',
    'majorGridlines',
    'minorGridlines',
    'title',
    'numFmt',
    'majorTickMark',
    'minorTickMark',
    'tickLblPos',
    'spPr',
    'txPr',
    'crossAx',
    'crosses',
    'crossesAt',
    'crossBetween',
    'majorUnit',
  ],
  scaling: ['logBase', 'orientation', 'max', 'min'],
  twoCellAnchor: ['from', 'to', 'graphicFrame', 'pic', 'sp', 'clientData'],
  plotArea: ['layout', 'barChart', 'lineChart', 'areaChart', 'pieChart', 'doughnutChart', 'catAx', 'valAx', 'spPr'],
};

interface File {
  readonly texts: ReadonlyMap<string, string>;
  readonly trees: ReadonlyMap<string, XmlNode>;
  readonly faults: string[];
}

/** What is wrong with a file; empty where nothing is. */
export function faultsOf(bytes: Uint8Array): string[] {
  const decoder = new TextDecoder();
  const texts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, decoder.decode(part)]));
  const faults: string[] = [];
  const trees = new Map<string, XmlNode>();
  for (const [name, text] of texts) {
    if (!/\.(xml|rels|vml)$/.test(name)) continue;
    try {
      trees.set(name, parseXml(text));
    } catch (error) {
      faults.push(`${name} is not XML: ${String(error)}`);
    }
  }
  const file: File = { texts, trees, faults };
  checkContentTypes(file);
  checkRelations(file);
  for (const [name, root] of trees) checkOrders(file, name, root);
  checkWorkbook(file);
  return faults;
}

function checkContentTypes({ texts, trees, faults }: File): void {
  const types = trees.get('[Content_Types].xml');
  const overrides = childrenNamed(types, 'Override').map((node) => attribute(node, 'PartName') ?? '');
  const defaults = childrenNamed(types, 'Default').map((node) => (attribute(node, 'Extension') ?? '').toLowerCase());
  if (new Set(overrides).size !== overrides.length) faults.push('content types: a part is named twice');
  for (const path of overrides) if (!texts.has(path.slice(1))) faults.push(`content types: ${path} is not there`);
  for (const name of texts.keys()) {
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    if (name !== '[Content_Types].xml' && !overrides.includes(`/${name}`) && !defaults.includes(extension))
      faults.push(`content types: ${name} has none`);
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

function targetOf(from: string, target: string): string {
  return new URL(target, `http://x/${from}`).pathname.slice(1);
}

function relationsOf(file: File, path: string): Map<string, { type: string; target: string; external: boolean }> {
  const folder = folderOf(path);
  const root = file.trees.get(`${folder}_rels/${path.slice(folder.length)}.rels`);
  return new Map(
    (root?.children ?? []).map((node) => {
      const external = attribute(node, 'TargetMode') === 'External';
      const target = attribute(node, 'Target') ?? '';
      return [
        attribute(node, 'Id') ?? '',
        { type: attribute(node, 'Type') ?? '', target: external ? target : targetOf(path, target), external },
      ];
    }),
  );
}

function checkRelations(file: File): void {
  for (const [name, root] of file.trees) {
    if (!name.endsWith('.rels')) continue;
    const owner = name.replace('_rels/', '').replace(/\.rels$/, '');
    if (owner !== '' && !file.texts.has(owner)) file.faults.push(`${name}: belongs to no part`);
    const ids = root.children.map((node) => attribute(node, 'Id'));
    if (new Set(ids).size !== ids.length) file.faults.push(`${name}: an id stands twice`);
    for (const [id, { target, external }] of relationsOf(file, owner)) {
      if (!external && !file.texts.has(target)) file.faults.push(`${name}: ${id} points at ${target}, which is not there`);
    }
  }
  for (const [name, root] of file.trees) {
    if (name.endsWith('.rels')) continue;
    const known = relationsOf(file, name);
    for (const node of [root, ...everyNode(root)]) {
      const id = ['sheet', 'hyperlink', 'tablePart', 'drawing', 'legacyDrawing', 'chart', 'pageSetup'].includes(node.name)
        ? prefixedAttribute(node, 'id')
        : null;
      if (id !== null && !known.has(id)) file.faults.push(`${name}: <${node.name}> uses ${id}, which is not there`);
    }
  }
}

/** All elements below, with a list instead of the stack. */
function everyNode(root: XmlNode): XmlNode[] {
  const nodes = [...root.children];
  for (let at = 0; at < nodes.length; at += 1) for (const child of nodes[at]?.children ?? []) nodes.push(child);
  return nodes;
}

function checkOrders({ faults }: File, name: string, root: XmlNode): void {
  for (const node of [root, ...everyNode(root)]) {
    const order = ORDERS[node.name];
    if (order === undefined || (node.name === 'chart' && node.children.length === 0) || name.includes('theme')) continue;
    let last = 0;
    for (const each of node.children) {
      const place = order.indexOf(each.name);
      if (place < 0) {
        if (each.name !== 'AlternateContent') faults.push(`${name}: <${each.name}> has no place in <${node.name}>`);
      } else if (place < last) faults.push(`${name}: <${each.name}> stands too late in <${node.name}>`);
      else last = place;
    }
    const count = numberAttribute(node, 'count');
    if (
      count !== null &&
      [
        'mergeCells',
        'dataValidations',
        'tableParts',
        'tableColumns',
        'fonts',
        'fills',
        'borders',
        'cellXfs',
        'cellStyleXfs',
        'cellStyles',
        'dxfs',
        'numFmts',
      ].includes(node.name) &&
      count !== node.children.length
    )
      faults.push(`${name}: <${node.name}> counts ${count} and has ${node.children.length}`);
  }
}

function checkWorkbook(file: File): void {
  const { faults } = file;
  const main = [...relationsOf(file, '').values()].find(({ type }) => type.endsWith('/officeDocument'));
  const path = main?.target ?? '';
  const root = file.trees.get(path);
  if (root === undefined) {
    faults.push('there is no workbook part');
    return;
  }
  const relations = relationsOf(file, path);
  const sheets = childrenNamed(child(root, 'sheets'), 'sheet');
  const names = sheets.map((node) => (attribute(node, 'name') ?? '').toLowerCase());
  if (sheets.length === 0) faults.push('workbook: no sheets');
  if (new Set(names).size !== names.length) faults.push('workbook: a sheet name stands twice');
  if (new Set(sheets.map((node) => attribute(node, 'sheetId'))).size !== sheets.length)
    faults.push('workbook: a sheetId stands twice');
  for (const name of names)
    if (name === '' || name.length > 31 || /[:\\/?*[\]]/.test(name)) faults.push(`workbook: bad sheet name ${name}`);
  const tab = numberAttribute(descendants(root, 'workbookView')[0], 'activeTab') ?? 0;
  const front = sheets[tab];
  if (front === undefined || attribute(front, 'state') !== null) faults.push(`workbook: tab ${tab} is not a visible sheet`);
  checkNames(file, root, sheets.length);
  const styles = checkStyles(file, [...relations.values()].find(({ type }) => type.endsWith('/styles'))?.target ?? '');
  const strings = [...relations.values()].find(({ type }) => type.endsWith('/sharedStrings'));
  const stringCount = strings === undefined ? 0 : (file.trees.get(strings.target)?.children.length ?? 0);
  const tables: TableMark[] = [];
  sheets.forEach((node, i) => {
    const relation = relations.get(prefixedAttribute(node, 'id') ?? '');
    if (relation?.type.endsWith('/worksheet') !== true) return;
    const sheetRoot = file.trees.get(relation.target);
    if (sheetRoot === undefined) return;
    const selected = attribute(descendants(sheetRoot, 'sheetView')[0], 'tabSelected') === '1';
    if (selected && i !== tab) faults.push(`${relation.target}: is selected beside the active sheet`);
    checkSheet(file, relation.target, sheetRoot, { ...styles, strings: stringCount });
    tables.push(...checkTables(file, relation.target, sheetRoot));
  });
  for (const key of ['id', 'name'] as const)
    if (new Set(tables.map((table) => table[key])).size !== tables.length) faults.push(`tables: a ${key} stands twice`);
  const defined = childrenNamed(child(root, 'definedNames'), 'definedName').map((node) =>
    (attribute(node, 'name') ?? '').toLowerCase(),
  );
  for (const { name } of tables) if (defined.includes(name)) faults.push(`table ${name} has a name's name`);
}

function checkNames({ faults }: File, root: XmlNode, sheetCount: number): void {
  const seen = new Set<string>();
  for (const node of childrenNamed(child(root, 'definedNames'), 'definedName')) {
    const name = attribute(node, 'name') ?? '';
    const local = numberAttribute(node, 'localSheetId');
    const key = `${name.toLowerCase()} ${local ?? ''}`;
    if (seen.has(key)) faults.push(`names: ${key} stands twice`);
    seen.add(key);
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name)) faults.push(`names: ${name} is no name`);
    if (local !== null && local >= sheetCount) faults.push(`names: ${name} belongs to sheet ${local} of ${sheetCount}`);
    if (node.text === '' || node.text.startsWith('=')) faults.push(`names: ${name} holds ${node.text}`);
  }
}

function checkStyles(file: File, path: string): { readonly xfs: number; readonly dxfs: number } {
  const root = file.trees.get(path);
  const count = (name: string): number => child(root, name)?.children.length ?? 0;
  if (root === undefined) {
    file.faults.push('there are no styles');
    return { xfs: 1, dxfs: 0 };
  }
  const own = new Set(childrenNamed(child(root, 'numFmts'), 'numFmt').map((node) => numberAttribute(node, 'numFmtId')));
  if (own.size !== count('numFmts')) file.faults.push(`${path}: a number format id stands twice`);
  if (count('fonts') < 1 || count('fills') < 2 || count('borders') < 1 || count('cellXfs') < 1)
    file.faults.push(`${path}: lacks the first styles`);
  for (const [list, xf] of [
    ...childrenNamed(child(root, 'cellXfs'), 'xf').map((node) => ['cellXfs', node] as const),
    ...childrenNamed(child(root, 'cellStyleXfs'), 'xf').map((node) => ['cellStyleXfs', node] as const),
  ]) {
    for (const [name, within] of [
      ['fontId', 'fonts'],
      ['fillId', 'fills'],
      ['borderId', 'borders'],
      ['xfId', 'cellStyleXfs'],
    ] as const) {
      if ((numberAttribute(xf, name) ?? 0) >= count(within) && !(name === 'xfId' && list === 'cellStyleXfs'))
        file.faults.push(`${path}: ${name} out of ${within}`);
    }
    const format = numberAttribute(xf, 'numFmtId') ?? 0;
    if (format >= 164 && !own.has(format)) file.faults.push(`${path}: number format ${format} is not there`);
  }
  return { xfs: count('cellXfs'), dxfs: count('dxfs') };
}

const CELL = /^([A-Z]{1,3})(\d+)$/;
const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

interface Limits {
  readonly xfs: number;
  readonly dxfs: number;
  readonly strings: number;
}

function checkSheet({ faults }: File, path: string, root: XmlNode, limits: Limits): void {
  const names = root.children
    .map((node) => node.name)
    .filter((name) => name !== 'conditionalFormatting' && name !== 'AlternateContent');
  if (new Set(names).size !== names.length) faults.push(`${path}: an element stands twice`);
  let lastRow = 0;
  for (const row of childrenNamed(child(root, 'sheetData'), 'row')) {
    const number = numberAttribute(row, 'r') ?? 0;
    if (number <= lastRow || number > 1_048_576) faults.push(`${path}: row ${number} after ${lastRow}`);
    lastRow = number;
    let lastColumn = 0;
    for (const cell of childrenNamed(row, 'c')) {
      const match = CELL.exec(attribute(cell, 'r') ?? '');
      const column = columnOf(match?.[1] ?? '');
      if (match === null || Number(match[2]) !== number || column <= lastColumn || column > 16_384)
        faults.push(`${path}: cell ${attribute(cell, 'r') ?? ''} in row ${number}`);
      lastColumn = column;
      checkCell(faults, path, cell, limits);
    }
  }
  let lastColumn = 0;
  for (const node of child(root, 'cols')?.children ?? []) {
    const min = numberAttribute(node, 'min') ?? 0;
    if (min <= lastColumn) faults.push(`${path}: columns from ${min} overlap`);
    lastColumn = numberAttribute(node, 'max') ?? 0;
    if (lastColumn < min || lastColumn > 16_384 || (numberAttribute(node, 'style') ?? 0) >= limits.xfs)
      faults.push(`${path}: bad columns ${min}`);
    if (numberAttribute(node, 'width') === null) faults.push(`${path}: columns from ${min} have no width`);
  }
  const priorities = descendants(root, 'cfRule')
    .filter((node) => node.prefix === '')
    .map((node) => numberAttribute(node, 'priority'));
  if (new Set(priorities).size !== priorities.length || priorities.includes(null))
    faults.push(`${path}: priorities of conditional formats`);
  for (const node of descendants(root, 'cfRule'))
    if ((numberAttribute(node, 'dxfId') ?? -1) >= limits.dxfs) faults.push(`${path}: dxf ${attribute(node, 'dxfId') ?? ''}`);
  for (const node of descendants(root, 'dataValidation')) {
    const formula = child(node, 'formula1')?.text ?? '';
    if (formula.startsWith('"') && formula.length > 257) faults.push(`${path}: a list of more than 255 letters`);
    for (const name of ['error', 'prompt'])
      if ((attribute(node, name) ?? '').length > 255) faults.push(`${path}: a message of more than 255 letters`);
    for (const name of ['errorTitle', 'promptTitle'])
      if ((attribute(node, name) ?? '').length > 32) faults.push(`${path}: a title of more than 32 letters`);
  }
  for (const text of descendants(root, 'headerFooter').flatMap((node) => node.children))
    if (text.text.length > 255) faults.push(`${path}: a header of more than 255 letters`);
}

function checkCell(faults: string[], path: string, cell: XmlNode, { xfs, strings }: Limits): void {
  const place = attribute(cell, 'r') ?? '';
  const type = attribute(cell, 't') ?? 'n';
  const text = child(cell, 'v')?.text;
  const formula = child(cell, 'f');
  if ((numberAttribute(cell, 's') ?? 0) >= xfs) faults.push(`${path}: ${place} has a style that is not there`);
  if (type === 's' && !(Number(text) < strings)) faults.push(`${path}: ${place} has a text that is not there`);
  if (type === 'n' && text !== undefined && text !== '' && !Number.isFinite(Number(text)))
    faults.push(`${path}: ${place} is no number`);
  if (type === 'b' && text !== '0' && text !== '1') faults.push(`${path}: ${place} is no boolean`);
  if (type === 'e' && !/^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA)$/.test(text ?? ''))
    faults.push(`${path}: ${place} is no error`);
  if (type === 'inlineStr' && (formula !== null || child(cell, 'is') === null))
    faults.push(`${path}: ${place} is no inline text`);
  if (formula !== null && text === undefined && attribute(formula, 't') !== 'shared')
    faults.push(`${path}: ${place} has no saved value`);
  if (formula !== null && (formula.text.startsWith('=') || /\[@/.test(formula.text.replace(/"[^"]*"/g, ''))))
    faults.push(`${path}: ${place} has the formula ${formula.text}`);
  if (
    type === 'inlineStr' &&
    descendants(cell, 't').some((node) => /^\s|\s$/.test(node.text) && attribute(node, 'xml:space') !== 'preserve')
  )
    faults.push(`${path}: ${place} loses blanks`);
}

interface TableMark {
  readonly id: number | null;
  readonly name: string;
}

function checkTables(file: File, sheetPath: string, sheet: XmlNode): TableMark[] {
  const texts = new Map(
    descendants(sheet, 'c').map((cell) => [
      attribute(cell, 'r') ?? '',
      attribute(cell, 't') === 'inlineStr'
        ? decodeXstring(
            descendants(cell, 't')
              .map((node) => node.text)
              .join(''),
          )
        : null,
    ]),
  );
  const relations = relationsOf(file, sheetPath);
  return descendants(sheet, 'tablePart').flatMap((part) => {
    const path = relations.get(prefixedAttribute(part, 'id') ?? '')?.target ?? '';
    const root = file.trees.get(path);
    if (root === undefined) return [];
    const [from = '', to = from] = (attribute(root, 'ref') ?? '').split(':');
    const [left = 0, right = 0] = [from, to].map((place) => columnOf(CELL.exec(place)?.[1] ?? ''));
    const top = CELL.exec(from)?.[2] ?? '';
    const columns = childrenNamed(child(root, 'tableColumns'), 'tableColumn');
    const names = columns.map((node) => attribute(node, 'name') ?? '');
    if (columns.length !== right - left + 1)
      file.faults.push(`${path}: ${columns.length} columns over ${attribute(root, 'ref') ?? ''}`);
    if (new Set(names.map((name) => name.toLowerCase())).size !== names.length)
      file.faults.push(`${path}: a column name stands twice`);
    if (new Set(columns.map((node) => attribute(node, 'id'))).size !== columns.length)
      file.faults.push(`${path}: a column id stands twice`);
    if (numberAttribute(root, 'headerRowCount') !== 0) {
      names.forEach((name, i) => {
        const text = texts.get(`${lettersOf(left + i)}${top}`);
        const shown = decodeXstring(name);
        if (text !== null && text !== shown) file.faults.push(`${path}: column ${name} has the header ${text ?? 'nothing'}`);
      });
    }
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(attribute(root, 'displayName') ?? '')) file.faults.push(`${path}: bad name`);
    for (const name of ['id', 'displayName', 'ref'])
      if (attribute(root, name) === null) file.faults.push(`${path}: lacks ${name}`);
    return [{ id: numberAttribute(root, 'id'), name: (attribute(root, 'displayName') ?? '').toLowerCase() }];
  });
}

function lettersOf(number: number): string {
  let letters = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}
