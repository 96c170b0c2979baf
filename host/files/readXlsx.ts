/** Opens an .xlsx file as a workbook. Anything that would leave out a sheet or half of one is refused, not passed over. */
import { dictionary } from '../../src/domain/dictionary';
import { createWorkbook } from '../workbook/workbook';
import { Refusal, type Sheet, type Visibility, type Workbook } from '../workbook/model';
import type { ScanContext } from './cellScanner';
import { Palette } from './colors';
import { readCustomXml } from './customXml';
import { readDocumentProperties } from './documentProperties';
import { readNames } from './names';
import { Origin, type SheetOrigin } from './origin';
import { Package, partOfKind, relationKind, resolveTarget, wellFormed, type Relation } from './package';
import { readPersons, type Person } from './persons';
import { FileProblem, Findings, type Finding } from './problem';
import { readRows } from './sheetRows';
import { openSheetPart, type SheetPart } from './sheetPart';
import { SECTIONS } from './sections';
import { refuseOtherFiles } from './sniff';
import { readStyles, type FileStyles } from './styleRead';
import { readSharedStrings } from './text';
import { isTabSelected, readSelection } from './viewSections';
import { attribute, child, childrenNamed, flag, numberAttribute, prefixedAttribute, type XmlNode } from './xml';
import { Uncalculated } from './uncalculated';
import type { ZipLimits } from './zip';

export interface ReadResult {
  readonly workbook: Workbook;
  /** What could not be taken over as it stands; empty for a sound file. */
  readonly problems: readonly Finding[];
}

/**
 * @param name as a person knows the file; it becomes the workbook's
 * @throws FileProblem with what is wrong, why, and what to do
 */
export function readXlsx(bytes: Uint8Array, name: string, limits?: ZipLimits): ReadResult {
  refuseOtherFiles(bytes, name);
  const file = Package.open(bytes, limits);
  const path = workbookPath(file, name);
  // Not needed to read, but a file cannot be saved on top of broken ones.
  file.xml('[Content_Types].xml');
  const { root } = file.xml(path);
  if (root.name !== 'workbook') throw noWorkbook(name, `Its main part is a <${root.name}>.`);
  const relations = file.relations(path);
  const partOf = (kind: string): string | null => {
    const target = partOfKind(path, relations, kind);
    return target === null ? null : file.find(target);
  };
  const themePath = partOf('theme');
  const stylesPath = partOf('styles');
  const stringsPath = partOf('sharedStrings');
  const personsPath = partOf('person');
  const stylesRoot = stylesPath === null ? null : file.xml(stylesPath).root;
  const palette = Palette.read(themePath === null ? null : file.xml(themePath).root, stylesRoot);
  const reading: FileReading = {
    file,
    path,
    root,
    relations,
    palette,
    styles: readStyles(stylesRoot, palette),
    persons: readPersons(personsPath === null ? null : (file.readable(personsPath)?.root ?? null)),
    strings: stringsPath === null ? [] : wellFormed(stringsPath, () => readSharedStrings(file.text(stringsPath))),
    findings: new Findings(),
  };
  const firstStyle = reading.styles.cells[0];
  const workbook = createWorkbook(name, firstStyle === undefined ? {} : { style: firstStyle });
  workbook.transact('load', () => load(workbook, reading, stylesPath));
  return { workbook, problems: reading.findings.list };
}

interface FileReading {
  readonly file: Package;
  readonly path: string;
  readonly root: XmlNode;
  readonly relations: readonly Relation[];
  readonly palette: Palette;
  readonly styles: FileStyles;
  readonly persons: readonly Person[];
  readonly strings: readonly string[];
  readonly findings: Findings;
}

function load(workbook: Workbook, reading: FileReading, stylesPath: string | null): void {
  const { file, path, root, findings } = reading;
  workbook.date1904 = flag(child(root, 'workbookPr'), 'date1904');
  const calculation = child(root, 'calcPr');
  const mode = attribute(calculation, 'calcMode');
  workbook.calculationMode = mode === 'manual' ? 'Manual' : mode === 'autoNoTable' ? 'AutomaticExceptTables' : 'Automatic';
  const isVouched = numberAttribute(calculation, 'calcId') !== null && !flag(calculation, 'fullCalcOnLoad');
  const uncalculated = new Uncalculated(isVouched);
  const scan = { strings: reading.strings, date1904: workbook.date1904 };
  const styleIndex = stylesInWorkbook(workbook, reading);
  let id = 0;
  const terms = { scan, styleIndex, nextId: (): number => (id += 1), uncalculated, sheetOf: new Map<string, string>() };
  // One after another: the bytes of a large sheet's part are let go before those of the next are unpacked.
  const opened = childrenNamed(child(root, 'sheets'), 'sheet').map((node) => openSheet(workbook, reading, node, terms));
  hideSheets(opened);
  if (opened.every(({ sheet }) => sheet === null)) throw noWorkbook(workbook.name, 'It has no worksheet.');
  const sheets = opened.map(({ sheet }) => sheet);
  readNames(child(root, 'definedNames')?.children ?? [], workbook, sheets, terms.nextId, findings);
  uncalculated.settle(findings);
  readDocumentProperties(file, workbook, findings);
  const customXml = readCustomXml(file, path, reading.relations, workbook, findings);
  activate(workbook, root, opened);
  const origins = opened.map(({ sheet, sheetRoot, partPath, relationId, node }): SheetOrigin => ({
    sheetId: sheet?.id ?? null,
    path: partPath,
    relationId,
    node,
    tabSelected: sheetRoot !== null && isTabSelected(sheetRoot),
  }));
  workbook.origin = new Origin(
    workbook,
    { file, workbookPath: path, stylesPath, palette: reading.palette, persons: reading.persons, scan, styleIndex },
    origins,
    customXml,
  );
}

/** How the sheets of the file are understood. */
interface SheetTerms {
  readonly scan: ScanContext;
  readonly styleIndex: (xf: number) => number;
  readonly nextId: () => number;
  readonly uncalculated: Uncalculated;
  /** The sheet that each part is, by the part's path. */
  readonly sheetOf: Map<string, string>;
}

interface OpenedSheet {
  readonly node: XmlNode;
  readonly relationId: string;
  readonly partPath: string;
  /** Null for sheets without cells (chart sheets), which stay in the file. */
  readonly sheet: Sheet | null;
  /** The part without its rows. */
  readonly sheetRoot: XmlNode | null;
}

function openSheet(workbook: Workbook, reading: FileReading, node: XmlNode, terms: SheetTerms): OpenedSheet {
  const { file, path, relations, findings } = reading;
  const relationId = prefixedAttribute(node, 'id') ?? '';
  const name = attribute(node, 'name') ?? '';
  const relation = relations.find((each) => each.id === relationId);
  if (relation === undefined)
    throw new FileProblem(
      'brokenPart',
      `The sheet "${name}" has no part in the file.`,
      `The relation ${relationId} is missing.`,
      REPAIR,
    );
  const target = resolveTarget(path, relation.target);
  if (relationKind(relation) !== 'worksheet') {
    findings.add('sheetSkipped', name, relationKind(relation));
    return { node, relationId, partPath: target, sheet: null, sheetRoot: null };
  }
  const partPath = file.find(target) ?? target;
  const other = terms.sheetOf.get(partPath);
  if (other !== undefined) throw sharedPart(other, name, partPath);
  terms.sheetOf.set(partPath, name);
  const part = openSheetPart(target, file.bytes(target));
  const sheet = addSheet(workbook, name, attribute(part.root, 'xr:uid') ?? null, findings);
  readSheet({ workbook, sheet, part, partPath }, reading, terms);
  return { node, relationId, partPath, sheet, sheetRoot: part.root };
}

interface UnreadSheet {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly part: SheetPart;
  readonly partPath: string;
}

function readSheet({ workbook, sheet, part, partPath }: UnreadSheet, reading: FileReading, terms: SheetTerms): void {
  const { file, palette, styles, persons, findings } = reading;
  const { scan, styleIndex, nextId, uncalculated } = terms;
  const context = {
    workbook,
    sheet,
    styleIndex,
    nextId,
    findings,
    package: file,
    path: partPath,
    source: part.source,
    root: part.root,
    relations: file.relations(partPath),
    palette,
    styles,
    persons,
  };
  for (const section of SECTIONS) if (section.afterRows !== true) section.read(context);
  wellFormed(partPath, () => readRows(part, sheet, scan, styleIndex, findings, uncalculated));
  for (const section of SECTIONS) if (section.afterRows === true) section.read(context);
}

/** A name that Excel would not take, or has twice, gives way to a free one. */
function addSheet(workbook: Workbook, name: string, id: string | null, findings: Findings): Sheet {
  try {
    return workbook.addSheet(name, undefined, id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const sheet = workbook.addSheet(null, undefined, id);
    findings.add('sheetRenamed', sheet.name, name);
    return sheet;
  }
}

/** A file in which no sheet is visible keeps its first one in sight: a workbook must have one. */
function hideSheets(opened: readonly OpenedSheet[]): void {
  const stateOf = ({ node }: OpenedSheet): Visibility => VISIBILITY[attribute(node, 'state') ?? 'visible'] ?? 'Visible';
  const sheets = opened.filter(({ sheet }) => sheet !== null);
  const front = sheets.find((each) => stateOf(each) === 'Visible') ?? sheets[0];
  for (const each of sheets) if (each !== front && each.sheet !== null) each.sheet.visibility = stateOf(each);
}

const VISIBILITY: Readonly<Record<string, Visibility>> = dictionary({
  visible: 'Visible',
  hidden: 'Hidden',
  veryHidden: 'VeryHidden',
});

/** The workbook's style for each cellXfs index, added when first asked for. */
function stylesInWorkbook(workbook: Workbook, { styles, findings, path }: FileReading): (xf: number) => number {
  const indices: number[] = [];
  return (xf) => {
    const known = indices[xf];
    if (known !== undefined) return known;
    const style = styles.cells[xf];
    if (style === undefined && xf !== 0) findings.add('styleMissing', path, `cellXfs ${xf}`);
    return (indices[xf] = style === undefined ? 0 : workbook.styles.add(style));
  };
}

function activate(workbook: Workbook, root: XmlNode, opened: readonly OpenedSheet[]): void {
  const place = numberAttribute(child(child(root, 'bookViews'), 'workbookView'), 'activeTab') ?? 0;
  const wanted =
    opened[place]?.sheet?.visibility === 'Visible' ? opened[place] : opened.find(({ sheet }) => sheet?.visibility === 'Visible');
  if (wanted?.sheet === undefined || wanted.sheet === null || wanted.sheetRoot === null) return;
  workbook.activate(wanted.sheet);
  const areas = readSelection(wanted.sheetRoot);
  if (areas.length > 0) workbook.select(wanted.sheet, areas);
}

const REPAIR = 'Open the file in Excel, let Excel repair it, and save it again as .xlsx.';

/** Hundreds of sheets would be made of the cells of one, and none of them could be saved without the others. */
const sharedPart = (one: string, other: string, path: string): FileProblem =>
  new FileProblem('brokenPart', `The sheets "${one}" and "${other}" are the same part of the file.`, `Both are ${path}.`, REPAIR);

const noWorkbook = (name: string, why: string): FileProblem =>
  new FileProblem(
    'noWorkbook',
    `The file ${name} holds no workbook.`,
    why,
    'Open it in Excel and save it as an Excel workbook (.xlsx).',
  );

function workbookPath(file: Package, name: string): string {
  const target = partOfKind('', file.relations(''), 'officeDocument');
  if (target === null) {
    if (file.find('mimetype') !== null || file.find('content.xml') !== null)
      throw new FileProblem(
        'otherFormat',
        `The file ${name} is not an .xlsx workbook.`,
        'It is an OpenDocument file.',
        'Save it as an Excel workbook (.xlsx).',
      );
    throw noWorkbook(name, 'It is a zip archive without a workbook in it.');
  }
  if (target.endsWith('.bin'))
    throw new FileProblem(
      'binaryWorkbook',
      `The file ${name} is a binary workbook (.xlsb).`,
      'Its parts are not XML.',
      'Save it as an Excel workbook (.xlsx).',
    );
  if (file.find(target) === null) throw noWorkbook(name, `Its main part ${target} is missing.`);
  return file.find(target) ?? target;
}
