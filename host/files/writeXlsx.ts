/**
 * Saves a workbook. One that came from a file is grafted onto it: parts that did not change are the same bytes, what
 * changed or is new is written and joined in.
 */
import type { Sheet, Workbook } from '../workbook/model';
import { writeCustomXml } from './customXml';
import { writeDocumentProperties } from './documentProperties';
import { originOf, type Origin } from './origin';
import { CONTENT, RELATION, relationKind, RelationList, resolveTarget } from './package';
import { KeptRows } from './keptRows';
import { PartSet } from './parts';
import { PersonList } from './persons';
import type { OriginalSheet, SheetWriting } from './section';
import { openSheetPart } from './sheetPart';
import { sheetPart } from './sheetWriter';
import { readStyles } from './styleRead';
import { newStylesPart, StyleWriter, type StyleBase } from './styleWrite';
import { Palette } from './colors';
import { themePart } from './theme';
import { parseXml } from './xml';
import { deflateInScript, joinedBytes, type Deflate } from './zip';
import { newWorkbookPart, patchedWorkbookPart, type PlacedSheet } from './workbookPart';

/** The same workbook gives the same bytes. @param deflate a faster packer, where the platform has one */
export const writeXlsx = (workbook: Workbook, deflate: Deflate = deflateInScript): Uint8Array =>
  joinedBytes(xlsxPieces(workbook, deflate));

/** As `writeXlsx`, the file in pieces one after another: a large one need not be held twice. */
export function xlsxPieces(workbook: Workbook, deflate: Deflate = deflateInScript): Uint8Array[] {
  const origin = originOf(workbook);
  const parts = new PartSet(origin?.terms.file ?? null, deflate);
  const path = origin?.terms.workbookPath ?? 'xl/workbook.xml';
  const relations = new RelationList(path, origin?.terms.file.relations(path));
  const styles = new StyleWriter(workbook.styles, styleBase(workbook, origin));
  const persons = new PersonList(origin?.terms.persons ?? []);
  let recalculates = false;
  const placed = placeSheets(workbook, origin).map((each): PlacedSheet => {
    const { sheet } = each;
    if (sheet === null || (each.path !== null && origin?.isUntouched(sheet, workbook) === true)) return each;
    const part = each.path ?? parts.freePath('xl/worksheets/sheet#.xml');
    if (!writeSheet({ workbook, sheet, path: part, styles, persons, parts }, origin)) return each;
    recalculates = true;
    return { ...each, keepsSelection: false, relationId: relations.toPart(RELATION.worksheet, part) };
  });
  if (dropSheets(origin, placed, relations, parts, path)) recalculates = true;
  persons.write(path, relations, parts);
  writeCustomXml(workbook, origin?.customXml ?? null, path, relations, parts);
  if (origin === null) writeNewBook(workbook, placed, styles, relations, parts);
  else {
    if (styles.changed) writeStyles(origin, styles, relations, parts);
    if (recalculates) dropCalculationChain(path, relations, parts);
    const text = patchedWorkbookPart(workbook, placed, origin, origin.terms.file.xml(path), recalculates);
    if (text !== null) parts.add(path, CONTENT.workbook, text);
  }
  writeProperties(workbook, origin, parts);
  if (relations.isChanged) parts.addRelations(path, relations.all);
  return parts.toZip();
}

function writeProperties(workbook: Workbook, origin: Origin | null, parts: PartSet): void {
  const relations = new RelationList('', origin?.terms.file.relations(''));
  if (origin === null) relations.toPart(RELATION.workbook, 'xl/workbook.xml');
  writeDocumentProperties(workbook, origin?.properties ?? null, relations, parts);
  if (relations.isChanged) parts.addRelations('', relations.all);
}

type SheetPlace = PlacedSheet & { readonly path: string | null };

/** Sheets in the workbook's order; those without cells stay behind the sheet that they followed. */
function placeSheets(workbook: Workbook, origin: Origin | null): SheetPlace[] {
  const placed = workbook.sheets.map((sheet): SheetPlace => {
    const was = origin?.sheet(sheet) ?? null;
    return {
      sheet,
      relationId: was?.relationId ?? '',
      node: was?.node ?? null,
      keepsSelection: was?.tabSelected ?? false,
      path: was?.path ?? null,
    };
  });
  origin?.sheets.forEach((was, i) => {
    if (was.sheetId !== null) return;
    const previous = origin.sheets[i - 1];
    const at = previous === undefined ? 0 : placed.findIndex(({ relationId }) => relationId === previous.relationId) + 1;
    placed.splice(at, 0, { sheet: null, relationId: was.relationId, node: was.node, keepsSelection: false, path: was.path });
  });
  return placed;
}

type GivenSheet = Omit<SheetWriting, 'original' | 'relations' | 'palette'> & { readonly parts: PartSet };

/** False where the sheet's part stays as it is. */
function writeSheet(given: GivenSheet, origin: Origin | null): boolean {
  const { workbook, sheet, path, parts } = given;
  const original = origin === null || origin.sheet(sheet) === null ? null : openOriginal(sheet, path, origin);
  const relations = new RelationList(path, original?.relations);
  const writing = { ...given, original, relations, palette: origin?.terms.palette ?? Palette.read(null, null) };
  const part = sheetPart(writing, {
    isSame: (section) => origin?.hasSection(sheet, workbook, section) === true,
    isSameInPassing: (section) => origin?.hasPassing(sheet, workbook, section) === true,
  });
  if (part === null) return false;
  parts.write(path, CONTENT.worksheet, part);
  if (relations.isChanged) parts.addRelations(path, relations.all);
  return true;
}

function openOriginal(sheet: Sheet, path: string, { terms }: Origin): OriginalSheet {
  const part = openSheetPart(path, terms.file.bytes(path));
  const rows = new KeptRows(sheet, part, terms.scan, terms.styleIndex);
  return { source: part.source, root: part.root, relations: terms.file.relations(path), rows };
}

/** Takes out the parts of sheets that are no more; true where there were any. */
function dropSheets(
  origin: Origin | null,
  placed: readonly PlacedSheet[],
  relations: RelationList,
  parts: PartSet,
  path: string,
): boolean {
  const gone = (origin?.sheets ?? []).filter(({ relationId }) => !placed.some((each) => each.relationId === relationId));
  for (const sheet of gone) {
    relations.drop((relation) => !relation.external && resolveTarget(path, relation.target) === sheet.path);
    parts.drop(sheet.path);
  }
  return gone.length > 0;
}

/** The order in which cells were calculated; Excel works it out again. */
function dropCalculationChain(path: string, relations: RelationList, parts: PartSet): void {
  for (const relation of relations.all.filter((each) => relationKind(each) === 'calcChain'))
    parts.drop(resolveTarget(path, relation.target));
  relations.drop((relation) => relationKind(relation) === 'calcChain');
}

function styleBase(workbook: Workbook, origin: Origin | null): StyleBase {
  const known = origin?.terms.stylesPath === null || origin === null ? null : origin.terms.file.xml(origin.terms.stylesPath);
  const source = known?.source ?? newStylesPart(workbook.styles.get(0));
  const root = known?.root ?? parseXml(source);
  return { source, root, styles: readStyles(root, origin?.terms.palette ?? Palette.read(null, root)) };
}

function writeStyles(origin: Origin, styles: StyleWriter, relations: RelationList, parts: PartSet): void {
  // What led to styles that could not be read must not go before these.
  if (origin.terms.stylesPath === null) relations.drop((relation) => relationKind(relation) === 'styles');
  const path = origin.terms.stylesPath ?? parts.freePath('xl/styles#.xml');
  parts.add(path, CONTENT.styles, styles.text());
  relations.toPart(RELATION.styles, path);
}

function writeNewBook(
  workbook: Workbook,
  placed: readonly PlacedSheet[],
  styles: StyleWriter,
  relations: RelationList,
  parts: PartSet,
): void {
  const add = (path: string, type: string, relation: string, text: string): void => {
    parts.add(path, type, text);
    relations.toPart(relation, path);
  };
  add('xl/theme/theme1.xml', CONTENT.theme, RELATION.theme, themePart());
  add('xl/styles.xml', CONTENT.styles, RELATION.styles, styles.text());
  parts.add('xl/workbook.xml', CONTENT.workbook, newWorkbookPart(workbook, placed));
}
