/** What a workbook remembers of the file it came from, so that saving can leave alone what did not change. */
import type { Sheet, Workbook } from '../workbook/model';
import type { Palette } from './colors';
import type { CustomXmlOrigin } from './customXml';
import { propertiesState } from './documentProperties';
import { namesState } from './names';
import type { Package } from './package';
import type { Person } from './persons';
import type { ScanContext } from './cellScanner';
import { fingerprint, type Section } from './section';
import { SECTIONS } from './sections';
import type { XmlNode } from './xml';

/** One `<sheet>` of the file, in its order. */
export interface SheetOrigin {
  /** Id in the workbook; null for a sheet without cells. */
  readonly sheetId: string | null;
  readonly path: string;
  readonly relationId: string;
  readonly node: XmlNode;
  /** The part marks its sheet as selected. */
  readonly tabSelected: boolean;
}

/** How the file was understood, so that its parts can be understood the same way when it is saved. */
export interface FileTerms {
  readonly file: Package;
  readonly workbookPath: string;
  readonly stylesPath: string | null;
  readonly palette: Palette;
  readonly persons: readonly Person[];
  readonly scan: ScanContext;
  /** The workbook's style for a cellXfs index. */
  readonly styleIndex: (xf: number) => number;
}

export class Origin {
  private readonly revisions: ReadonlyMap<string, number>;
  private readonly sections: ReadonlyMap<string, readonly SectionMark[]>;
  private readonly book: string;
  readonly names: string;
  readonly properties: string;

  constructor(
    workbook: Workbook,
    readonly terms: FileTerms,
    readonly sheets: readonly SheetOrigin[],
    readonly customXml: CustomXmlOrigin,
  ) {
    this.revisions = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet.revision]));
    this.sections = new Map(
      workbook.sheets.map((sheet) => [sheet.id, SECTIONS.map((section) => markOf(section, sheet, workbook))]),
    );
    this.names = fingerprint(namesState(workbook));
    this.properties = propertiesState(workbook);
    this.book = bookState(workbook);
  }

  sheet(sheet: Sheet): SheetOrigin | null {
    return this.sheets.find((each) => each.sheetId === sheet.id) ?? null;
  }

  /** Nothing was done to the sheet that its part would show. */
  isUntouched(sheet: Sheet, workbook: Workbook): boolean {
    return (
      this.revisions.get(sheet.id) === sheet.revision && SECTIONS.every((_, index) => this.hasSection(sheet, workbook, index))
    );
  }

  /** A section of a sheet (by its place in SECTIONS) is as it was. */
  hasSection(sheet: Sheet, workbook: Workbook, index: number): boolean {
    const section = SECTIONS[index];
    return section !== undefined && this.sections.get(sheet.id)?.[index]?.state === markOf(section, sheet, workbook).state;
  }

  /** What a section stores in passing is as it was, too. */
  hasPassing(sheet: Sheet, workbook: Workbook, index: number): boolean {
    const section = SECTIONS[index];
    return section !== undefined && this.sections.get(sheet.id)?.[index]?.passing === markOf(section, sheet, workbook).passing;
  }

  /** Order, names and visibility of the sheets, and how the workbook calculates. */
  hasBook(workbook: Workbook): boolean {
    return this.book === bookState(workbook);
  }
}

interface SectionMark {
  readonly state: string;
  readonly passing: string;
}

const markOf = (section: Section, sheet: Sheet, workbook: Workbook): SectionMark => ({
  state: fingerprint(section.state(sheet)),
  passing: fingerprint(section.passing?.(sheet, workbook)),
});

const bookState = (workbook: Workbook): string =>
  fingerprint([
    workbook.sheets.map(({ id, name, visibility }) => [id, name, visibility]),
    workbook.calculationMode,
    workbook.date1904,
  ]);

/** Null for a workbook that came from no file of ours. */
export const originOf = (workbook: Workbook): Origin | null => (workbook.origin instanceof Origin ? workbook.origin : null);
