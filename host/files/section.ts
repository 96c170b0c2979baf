/**
 * A worksheet part is read and written section by section. One rule keeps what the model does not know: a section whose
 * `state` is what it was when the file was read is copied as it stands; only the others are written anew.
 */
import type { Sheet, Workbook } from '../workbook/model';
import type { Palette } from './colors';
import type { KeptRows } from './keptRows';
import type { Package, Relation, RelationList } from './package';
import type { Person, PersonList } from './persons';
import type { Findings } from './problem';
import type { FileStyles } from './styleRead';
import type { StyleWriter } from './styleWrite';
import type { XmlNode } from './xml';

/** The worksheet part without its rows, and what is needed to understand it. */
export interface SheetReading {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly package: Package;
  readonly path: string;
  /** The part's text with an empty `<sheetData>`; nodes have their places in it. */
  readonly source: string;
  readonly root: XmlNode;
  readonly relations: readonly Relation[];
  readonly palette: Palette;
  readonly styles: FileStyles;
  /** Who wrote the comments. */
  readonly persons: readonly Person[];
  /** The workbook's style for a cellXfs index. */
  readonly styleIndex: (xf: number) => number;
  /** Numbers that stay unique in the workbook, for ids. */
  readonly nextId: () => number;
  readonly findings: Findings;
}

/** What a section may use and add to while it is written. */
export interface SheetWriting {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly path: string;
  /** The part as it was read; null for a new sheet. */
  readonly original: OriginalSheet | null;
  readonly relations: RelationList;
  readonly styles: StyleWriter;
  readonly palette: Palette;
  readonly persons: PersonList;
  readonly parts: PartSink;
}

export interface OriginalSheet {
  readonly source: string;
  readonly root: XmlNode;
  readonly relations: readonly Relation[];
  readonly rows: KeptRows;
}

/** Parts of the file to be. */
export interface PartSink {
  /** Path with a number that no part has yet: `xl/tables/table#.xml`. */
  freePath(pattern: string): string;
  add(path: string, contentType: string, text: string): void;
  addRelations(path: string, relations: readonly Relation[]): void;
  /** A part of the file that was read; null where there is none. */
  original(path: string): { readonly source: string; readonly root: XmlNode } | null;
  /** As `original` for a part that may give way to one of our own; null too where it is broken. */
  readable(path: string): { readonly source: string; readonly root: XmlNode } | null;
  originalRelations(path: string): readonly Relation[];
  /** Takes a part and its relations out. */
  drop(path: string): void;
}

export interface Section {
  /** Names of the worksheet's children that it owns, in CT_Worksheet's order. */
  readonly elements: readonly string[];
  /** It needs the sizes of rows, which stand among the cells. */
  readonly afterRows?: true;
  /** What of the sheet it stores; compared as JSON. */
  state(sheet: Sheet): unknown;
  /** What it stores besides, but what is no reason to write a sheet anew. */
  passing?(sheet: Sheet, workbook: Workbook): unknown;
  read(reading: SheetReading): void;
  /** One text for each of `elements`, "" to leave it out. */
  write(writing: SheetWriting): readonly string[];
}

/** JSON that also sees into maps. */
export const fingerprint = (state: unknown): string =>
  JSON.stringify([state], (_, value: unknown) => (value instanceof Map ? [...(value as Map<unknown, unknown>)] : value));

export const rawText = (source: string, node: XmlNode): string => source.slice(node.start, node.end);
