/**
 * What the host's workbook is: plain data, and the two objects that own it. Rows and columns count from zero,
 * areas include their last row and column. `office`, `files`, `page` and the command line all speak to this.
 */

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
/** Of the outline: how many groups a row or column can be in. */
export const MAX_LEVEL = 7;

export type ErrorCode =
  '#NULL!' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#N/A' | '#GETTING_DATA' | '#SPILL!' | '#CALC!';

/** An error as a cell's value; one object for each code (`errorValue`). */
export interface ErrorValue {
  readonly error: ErrorCode;
}

/** A cell's value; null is empty. Dates are numbers. */
export type Scalar = number | string | boolean | ErrorValue | null;

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/* ---- styles ---- */

export type HorizontalAlignment =
  'General' | 'Left' | 'Center' | 'Right' | 'Fill' | 'Justify' | 'CenterAcrossSelection' | 'Distributed';
export type VerticalAlignment = 'Top' | 'Center' | 'Bottom' | 'Justify' | 'Distributed';
export type Underline = 'None' | 'Single' | 'Double' | 'SingleAccountant' | 'DoubleAccountant';
export type BorderStyle = 'None' | 'Continuous' | 'Dash' | 'DashDot' | 'DashDotDot' | 'Dot' | 'Double' | 'SlantDashDot';
export type BorderWeight = 'Hairline' | 'Thin' | 'Medium' | 'Thick';
export const BORDER_EDGES = ['left', 'right', 'top', 'bottom', 'diagonalDown', 'diagonalUp'] as const;
export type BorderEdge = (typeof BORDER_EDGES)[number];

export interface Border {
  readonly style: BorderStyle;
  readonly weight: BorderWeight;
  /** "#RRGGBB" */
  readonly color: string;
}

export interface Font {
  readonly name: string;
  /** points */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  readonly underline: Underline;
  /** "#RRGGBB" */
  readonly color: string;
  readonly vertical: 'Baseline' | 'Superscript' | 'Subscript';
}

/** A whole, immutable cell style; shared by index. */
export interface Style {
  readonly numberFormat: string;
  readonly font: Font;
  /** "#RRGGBB", or null for no fill. */
  readonly fill: string | null;
  readonly borders: Readonly<Record<BorderEdge, Border | null>>;
  readonly horizontal: HorizontalAlignment;
  readonly vertical: VerticalAlignment;
  readonly wrap: boolean;
  readonly indent: number;
  readonly rotation: number;
  readonly shrinkToFit: boolean;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** The cell's text was entered with a leading apostrophe. */
  readonly quotePrefix: boolean;
  /** The named style that the cell was given, as office.js words it; none is `Normal`. Not kept in files. */
  readonly named?: string;
}

/** A change to part of a style: given members replace, `font` and `borders` are merged member by member. */
export type StylePatch = Partial<Omit<Style, 'font' | 'borders'>> & {
  readonly font?: Partial<Font>;
  readonly borders?: Partial<Record<BorderEdge, Border | null>>;
};

/** Styles are interned: equal styles have one index; index 0 is the workbook's default. */
export interface StyleTable {
  readonly count: number;
  get(index: number): Style;
  /** Index of a style, added where new. */
  add(style: Style): number;
  /** Index of the style that results from a patch. */
  patch(index: number, patch: StylePatch): number;
}

/** What a conditional format lays over a cell; members left out are not touched. */
export interface DifferentialStyle {
  readonly numberFormat?: string;
  readonly font?: Partial<Pick<Font, 'bold' | 'italic' | 'strikethrough' | 'underline' | 'color'>>;
  readonly fill?: string;
  readonly borders?: Partial<Record<'left' | 'right' | 'top' | 'bottom', Border>>;
}

/* ---- objects on a sheet ---- */

/** Rules as office.js names them. Kinds that the host does not draw are kept as `raw`, so that files do not lose them. */
export type ConditionalRule =
  | {
      readonly type: 'containsText';
      readonly operator: 'Contains' | 'NotContains' | 'BeginsWith' | 'EndsWith';
      readonly text: string;
    }
  | { readonly type: 'cellValue'; readonly operator: CellValueOperator; readonly formula1: string; readonly formula2?: string }
  | { readonly type: 'custom'; readonly formula: string }
  | {
      readonly type: 'presetCriteria';
      readonly criterion:
        'Blanks' | 'NonBlanks' | 'Errors' | 'NonErrors' | 'UniqueValues' | 'DuplicateValues' | 'AboveAverage' | 'BelowAverage';
    }
  | {
      readonly type: 'topBottom';
      readonly kind: 'TopItems' | 'TopPercent' | 'BottomItems' | 'BottomPercent';
      readonly rank: number;
    }
  | {
      readonly type: 'colorScale';
      readonly stops: readonly {
        readonly kind: 'lowest' | 'highest' | 'number' | 'percent' | 'percentile' | 'formula';
        readonly value?: string;
        readonly color: string;
      }[];
    }
  | { readonly type: 'dataBar'; readonly color: string; readonly raw?: string }
  | { readonly type: 'iconSet'; readonly style: string; readonly raw?: string }
  | { readonly type: 'raw'; readonly xml: string };

export type CellValueOperator =
  'Between' | 'NotBetween' | 'EqualTo' | 'NotEqualTo' | 'GreaterThan' | 'LessThan' | 'GreaterThanOrEqual' | 'LessThanOrEqual';

export interface ConditionalFormat {
  readonly id: string;
  areas: Area[];
  rule: ConditionalRule;
  style: DifferentialStyle;
  stopIfTrue: boolean;
}

export type ValidationRule =
  | { readonly type: 'list'; readonly inCellDropDown: boolean; readonly source: string }
  | {
      readonly type: 'wholeNumber' | 'decimal' | 'date' | 'time' | 'textLength';
      readonly operator: CellValueOperator;
      readonly formula1: string;
      readonly formula2?: string;
    }
  | { readonly type: 'custom'; readonly formula: string };

export interface Validation {
  areas: Area[];
  rule: ValidationRule;
  ignoreBlanks: boolean;
  errorAlert: {
    readonly show: boolean;
    readonly style: 'Stop' | 'Warning' | 'Information';
    readonly title: string;
    readonly message: string;
  };
  prompt: { readonly show: boolean; readonly title: string; readonly message: string };
}

export interface Hyperlink {
  area: Area;
  /** Outside the workbook; "" for a place in it. */
  readonly address: string;
  /** `'Sheet name'!A1` or a defined name; "" for an address. */
  readonly documentReference: string;
  readonly screenTip: string;
}

export interface TableColumn {
  readonly id: number;
  /** Unique in its table; equal to the header cell's text. */
  name: string;
  /** The formula that fills the column, as in a file (`tbl[[#This Row],[X]]`), or null. */
  calculated: string | null;
  totalsFunction: string | null;
  totalsLabel: string | null;
  filter: TableFilter | null;
}

export type TableFilter =
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'custom'; readonly criterion1: string; readonly criterion2?: string; readonly and: boolean }
  | { readonly kind: 'top'; readonly bottom: boolean; readonly percent: boolean; readonly count: number }
  /** Above or below the average of the column, or dates of a month (`M4`) or quarter (`Q1`) of any year. */
  | { readonly kind: 'dynamic'; readonly criterion: 'aboveAverage' | 'belowAverage' | `M${number}` | `Q${number}` }
  | { readonly kind: 'raw'; readonly xml: string };

export interface Table {
  readonly id: string;
  /** The number a file gives it, unique in the workbook. */
  readonly number: number;
  name: string;
  /** Header and totals rows included. */
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  columns: TableColumn[];
  sort: readonly { readonly key: number; readonly ascending: boolean }[];
}

export interface DefinedName {
  readonly id: string;
  name: string;
  /** Without "=": `Sheet1!$A$1:$B$9`, a constant, a formula. */
  formula: string;
  /** Sheet id for a sheet's own name, null for the workbook's. */
  readonly scope: string | null;
  comment: string;
  visible: boolean;
}

/** A chart as office.js knows it (`ColumnStacked`, `BarClustered`, `Line`, `Pie` …). */
export interface Chart {
  readonly id: string;
  name: string;
  type: string;
  /** Position and size in points. */
  left: number;
  top: number;
  width: number;
  height: number;
  title: { text: string; visible: boolean; font: Partial<Font> };
  legend: { visible: boolean; position: 'Top' | 'Bottom' | 'Left' | 'Right' | 'Corner' };
  axes: { category: ChartAxis; value: ChartAxis };
  dataLabels: { visible: boolean; numberFormat: string; font: Partial<Font> };
  series: ChartSeries[];
  /** Text for people who cannot see it. */
  altText: string;
}

export interface ChartAxis {
  visible: boolean;
  title: string;
  numberFormat: string;
  minimum: number | null;
  maximum: number | null;
  /** The step of the scale; null is automatic. */
  majorUnit: number | null;
  majorGridlines: boolean;
  reversed: boolean;
  /** Null where nobody chose: beside the axis, those of categories below all values. */
  labels: ChartLabelPlace | null;
}

export type ChartLabelPlace = 'NextToAxis' | 'High' | 'Low' | 'None';

export interface ChartSeries {
  name: string;
  /** References without "=", with their sheet: `Summary!$B$4:$B$9`. `nameFormula` wins over `name`. */
  nameFormula: string | null;
  values: string;
  categories: string | null;
  type: string | null;
  /** "#RRGGBB"; null automatic; "none" no fill. */
  color: string | null;
  pointColors: Map<number, string>;
  gapWidth: number | null;
  overlap: number | null;
  dataLabels: boolean;
}

export interface Remark {
  /** "{GUID}" */
  readonly id: string;
  content: string;
  readonly authorName: string;
  readonly authorEmail: string;
  /** ISO, in UTC. */
  readonly created: string;
}

/** A thread of remarks on one cell. */
export interface Comment extends Remark {
  row: number;
  column: number;
  resolved: boolean;
  readonly replies: Remark[];
}

export interface PageLayout {
  orientation: 'Portrait' | 'Landscape';
  paperSize: number;
  /** Percent, or pages (0 = automatic) to fit. */
  zoom: { readonly scale: number } | { readonly fitWide: number; readonly fitTall: number };
  printArea: Area | null;
  titleRows: { readonly top: number; readonly bottom: number } | null;
  titleColumns: { readonly left: number; readonly right: number } | null;
  /** Columns that begin a printed page by hand; not honoured while the sheet is fitted to pages. */
  columnBreaks: readonly number[];
  /** Rows that begin a printed page by hand. */
  rowBreaks: readonly number[];
  /** inches */
  margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  headers: { left: string; center: string; right: string };
  footers: { left: string; center: string; right: string };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
}

export interface Protection {
  protected: boolean;
  /** Members as office.js names them (`allowFormatCells` …); true allows. */
  options: Record<string, boolean>;
  password: string | null;
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/* ---- the two owners ---- */

/** What a cell holds. `cached` is the last value known for a formula; null where a file had none. */
export type Content =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Exclude<Scalar, null> }
  | { readonly kind: 'formula'; readonly formula: string };

/** Who changed something: a person at the page, the add-in through office.js, or a file being read. */
export type Trigger = 'person' | 'addin' | 'load';

/** Where cells go that give way to others or close a gap. */
export type Direction = 'Down' | 'Right' | 'Up' | 'Left';

export type Change =
  | {
      readonly kind: 'cells';
      readonly sheet: string;
      readonly area: Area;
      readonly how:
        'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';
      /** Where the cells beside the area went; an edit moves none. */
      readonly to?: Direction;
      /** The value of the one cell that was edited, as it was before. */
      readonly before?: Scalar;
      readonly trigger: Trigger;
    }
  | { readonly kind: 'format'; readonly sheet: string; readonly area: Area; readonly trigger: Trigger }
  | { readonly kind: 'selection'; readonly sheet: string; readonly areas: readonly Area[]; readonly trigger: Trigger }
  | { readonly kind: 'activated'; readonly sheet: string; readonly previous: string | null; readonly trigger: Trigger }
  | {
      readonly kind:
        'sheetAdded' | 'sheetDeleted' | 'sheetRenamed' | 'sheetMoved' | 'visibility' | 'protection' | 'layout' | 'objects';
      readonly sheet: string;
      readonly before?: string | number;
      readonly after?: string | number;
      readonly trigger: Trigger;
    }
  | {
      readonly kind: 'tableAdded' | 'tableDeleted';
      readonly sheet: string;
      readonly table: string;
      readonly name: string;
      readonly trigger: Trigger;
    }
  | { readonly kind: 'tableChanged'; readonly sheet: string; readonly table: string; readonly trigger: Trigger }
  // 'workbook' is how it calculates and what is stored beside its sheets, but for the settings.
  | { readonly kind: 'workbook' | 'settings' | 'names' | 'calculated'; readonly sheet: string | null; readonly trigger: Trigger };

/** What Excel refuses, with Excel's own code; `office` turns it into an answer's Error. */
export class Refusal extends Error {
  /** @param code InvalidArgument, ItemNotFound, ItemAlreadyExists, AccessDenied, GeneralException, InvalidOperation … */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

interface Run {
  readonly hidden: boolean;
  /** Of the outline. */
  readonly level: number;
  readonly style: number;
}

export interface ColumnRun extends Run {
  readonly left: number;
  readonly right: number;
  /** Characters; null for the standard. */
  readonly width: number | null;
}

export interface RowRun extends Run {
  readonly top: number;
  readonly bottom: number;
  /** Points; null for the standard. */
  readonly height: number | null;
}

export interface Sheet {
  /** "{GUID}", unchanged by renaming. */
  readonly id: string;
  readonly name: string;
  visibility: Visibility;
  tabColor: string | null;
  showGridlines: boolean;
  showHeadings: boolean;
  /** percent */
  zoom: number;
  /** Characters, as a file's `defaultColWidth`. */
  standardWidth: number;
  /** points */
  standardHeight: number;
  freeze: { readonly rows: number; readonly columns: number };
  readonly protection: Protection;
  readonly pageLayout: PageLayout;
  readonly tables: Table[];
  readonly conditionalFormats: ConditionalFormat[];
  readonly validations: Validation[];
  readonly hyperlinks: Hyperlink[];
  readonly charts: Chart[];
  readonly comments: Comment[];
  readonly merges: Area[];
  /** A sheet's own filter (not a table's); kept for files. */
  autoFilter: Area | null;
  /** Raised by every change that a saved file would show; `files` compares it with the number at load. */
  readonly revision: number;

  /** Evaluated. */
  value(row: number, column: number): Scalar;
  content(row: number, column: number): Content;
  /** As `Range.formulas` shows it: "=A1" or the value. */
  formula(row: number, column: number): Scalar;
  /** As shown, by the number format; "####" is not simulated. */
  text(row: number, column: number): string;
  /** Reads an entry as if typed (formula, number, percent, currency, date, time, boolean, error), honouring "@" and a leading apostrophe; may set a number format as Excel does. */
  enter(row: number, column: number, entry: string | number | boolean): void;
  /** As `enter` for each cell of an area, told as one change; an empty text empties a cell. */
  enterBlock(area: Area, entries: readonly (readonly (string | number | boolean)[])[]): void;
  /** Sets exactly this, with no reading as typed. For files and tests. */
  setValue(row: number, column: number, value: Scalar): void;
  /** @param formula with "="; @param cached the value a file had, shown until something it depends on changes. */
  setFormula(row: number, column: number, formula: string, cached?: Scalar): void;
  /** Sets the values of an area of a sheet at a place, formulas as what they come to; the two may not overlap. */
  copyValues(source: Sheet, area: Area, top: number, left: number): void;

  /** Style index of a cell: its own, else its row's, else its column's, else 0. */
  styleIndex(row: number, column: number): number;
  style(row: number, column: number): Style;
  setStyleIndex(area: Area, index: number): void;
  patchStyle(area: Area, patch: StylePatch): void;
  /** Gives each cell the style that comes of its own; asked once for each style there is. */
  changeStyle(area: Area, change: (style: Style) => Style): void;

  /** Characters, as in a file. */
  columnWidth(column: number): number;
  setColumnWidth(left: number, right: number, width: number): void;
  columnHidden(column: number): boolean;
  setColumnHidden(left: number, right: number, hidden: boolean): void;
  /** points */
  rowHeight(row: number): number;
  setRowHeight(top: number, bottom: number, height: number): void;
  rowHidden(row: number): boolean;
  setRowHidden(top: number, bottom: number, hidden: boolean): void;
  autofitColumns(left: number, right: number): void;
  autofitRows(top: number, bottom: number): void;
  /** Of the outline: how many groups a column or row is in, up to seven. */
  changeColumnLevels(left: number, right: number, change: (level: number) => number): void;
  changeRowLevels(top: number, bottom: number, change: (level: number) => number): void;
  /** Runs of columns and rows that differ from the standard, in order. */
  columnRuns(): ColumnRun[];
  rowRuns(): RowRun[];

  /** Whether the host has all functions of a cell's formula; true for a cell without one. */
  isCalculable(row: number, column: number): boolean;

  /** Smallest area, of the sheet or within a part of it, with anything in it (contents, and formats unless `valuesOnly`); null where there is nothing. */
  usedArea(valuesOnly: boolean, within?: Area): Area | null;
  /** Visits cells that hold something or have a style of their own, row by row. */
  forEachCell(area: Area, visit: (row: number, column: number, content: Content, style: number) => void): void;
  clear(area: Area, what: 'All' | 'Contents' | 'Formats' | 'Hyperlinks'): void;
  /** Formulas, names, tables, formats and charts follow. */
  insert(area: Area, shift: 'Down' | 'Right'): void;
  delete(area: Area, shift: 'Up' | 'Left'): void;
  /** What a batch changed in a burst is announced once. */
  touch(change: Change): void;
}

/** What a file says of itself (ECMA-376 part 2, 11; part 1, 22.2 and 22.3). */
export interface DocumentProperties {
  title: string;
  subject: string;
  author: string;
  keywords: string;
  comments: string;
  category: string;
  manager: string;
  company: string;
  revision: number;
  /** Who saved the file last, and when it was made (ISO); "" where no file says so. */
  readonly lastAuthor: string;
  readonly created: string;
  /** Numbers, texts, booleans and others as JSON has them, by name. */
  readonly custom: Map<string, unknown>;
}

export interface Workbook {
  readonly name: string;
  properties: DocumentProperties;
  readonly styles: StyleTable;
  readonly sheets: readonly Sheet[];
  readonly names: DefinedName[];
  /** office.js settings, JSON values by key. */
  readonly settings: Map<string, unknown>;
  /** Custom XML parts by id. */
  readonly customXml: Map<string, string>;
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
  date1904: boolean;
  /** Of the structure: while protected, sheets cannot come, go, move, be renamed, hidden or shown. */
  readonly protection: Protection;
  readonly activeSheet: Sheet;
  /** Selected areas of the active sheet, the first active cell first. */
  readonly selection: readonly Area[];
  /** True while a person edits a cell. */
  editing: boolean;

  sheet(nameOrId: string): Sheet | null;
  /** @throws Refusal InvalidArgument on a bad name, ItemAlreadyExists on a taken one. */
  /** @param id what a file says the sheet's id is; it is given a new one where that is no id or another sheet has it. */
  addSheet(name: string | null, position?: number, id?: string | null): Sheet;
  /** @throws Refusal where it is the last visible sheet. */
  deleteSheet(sheet: Sheet): void;
  copySheet(sheet: Sheet, position: number, name?: string): Sheet;
  renameSheet(sheet: Sheet, name: string): void;
  moveSheet(sheet: Sheet, position: number): void;
  activate(sheet: Sheet): void;
  select(sheet: Sheet, areas: readonly Area[]): void;

  table(nameOrId: string): { readonly sheet: Sheet; readonly table: Table } | null;
  /** @throws Refusal on an overlap, a bad or taken name. */
  addTable(sheet: Sheet, area: Area, hasHeaders: boolean, name?: string): Table;
  resizeTable(sheet: Sheet, table: Table, area: Area): void;
  /** Keeps the cells. */
  removeTable(sheet: Sheet, table: Table): void;
  renameTable(table: Table, name: string): void;

  /** Runs changes as one: listeners hear each once, at the end. `trigger` names who did it. */
  transact<T>(trigger: Trigger, work: () => T): T;
  onChange(listener: (changes: readonly Change[]) => void): () => void;
  /** Recalculates all that is not up to date. */
  calculate(full: boolean): void;
  /** Bytes and relations of the file it came from, for saving by graft; owned by `files`. */
  origin: unknown;
}
