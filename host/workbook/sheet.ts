/** A sheet: its cells, lines, looks and the objects on it. */
import { autofitColumns, autofitRows } from './autofit';
import { cellArea, containsCell, intersect, isOnSheet, isSingleCell, isWholeColumns, isWholeRows } from './area';
import { CellStore } from './cellStore';
import { isFormulaCell, type FormulaCell } from './chunk';
import { copyValues } from './copyValues';
import type { Core } from './core';
import { enterOne, newFormula } from './entering';
import { LONGEST_TEXT } from './entry';
import { changeStyles, styleIndexAt } from './formatting';
import { LineRuns, type Line } from './lineRuns';
import {
  MAX_COLUMNS,
  MAX_ROWS,
  Refusal,
  type Area,
  type Change,
  type Chart,
  type ColumnRun,
  type Comment,
  type ConditionalFormat,
  type Content,
  type Hyperlink,
  type Protection,
  type RowRun,
  type Scalar,
  type Sheet,
  type Style,
  type StylePatch,
  type Table,
  type Validation,
  type Visibility,
} from './model';
import { newPageLayout, newProtection } from './pageLayout';
import { checkPermission, checkUnlocked, type Permission } from './protection';
import { showValue } from './show';
import { deleteCells, insertCells } from './structure';
import { afterClearing, afterEntry } from './tableEntry';

/** In a file's characters: 64 pixels, which Excel's dialog shows as 8.43 without the padding. */
const STANDARD_WIDTH = 64 / 7;
const STANDARD_HEIGHT = 15;

export class WorkbookSheet implements Sheet {
  name: string;
  readonly store = new CellStore();
  readonly rows = new LineRuns(MAX_ROWS);
  readonly columns = new LineRuns(MAX_COLUMNS);
  readonly protection: Protection = newProtection();
  readonly pageLayout = newPageLayout();
  readonly tables: Table[] = [];
  readonly conditionalFormats: ConditionalFormat[] = [];
  readonly validations: Validation[] = [];
  readonly hyperlinks: Hyperlink[] = [];
  readonly charts: Chart[] = [];
  readonly comments: Comment[] = [];
  readonly merges: Area[] = [];
  revision = 0;
  /** Rows were hidden or shown at this change; formulas that pass over hidden rows look at it. */
  rowsHiddenAt = 0;

  /** Replaced as a whole with each change. */
  looks = {
    visibility: 'Visible' as Visibility,
    tabColor: null as string | null,
    showGridlines: true,
    showHeadings: true,
    zoom: 100,
    standardWidth: STANDARD_WIDTH,
    standardHeight: STANDARD_HEIGHT,
    freeze: { rows: 0, columns: 0 } as { readonly rows: number; readonly columns: number },
    autoFilter: null as Area | null,
  };

  constructor(
    readonly core: Core,
    readonly id: string,
    name: string,
  ) {
    this.name = name;
  }

  /* ---- looks ---- */

  get visibility(): Visibility {
    return this.looks.visibility;
  }
  set visibility(visibility: Visibility) {
    const before = this.looks.visibility;
    if (before === visibility) return;
    this.core.checkStructure();
    const refusal = visibility === 'Visible' ? null : this.core.refusalToHide(this);
    if (refusal !== null) throw refusal;
    this.looks = { ...this.looks, visibility };
    this.touch({ kind: 'visibility', sheet: this.id, before, after: visibility, trigger: this.core.log.trigger });
  }
  get tabColor(): string | null {
    return this.looks.tabColor;
  }
  set tabColor(tabColor: string | null) {
    this.look({ tabColor });
  }
  get showGridlines(): boolean {
    return this.looks.showGridlines;
  }
  set showGridlines(showGridlines: boolean) {
    this.look({ showGridlines });
  }
  get showHeadings(): boolean {
    return this.looks.showHeadings;
  }
  set showHeadings(showHeadings: boolean) {
    this.look({ showHeadings });
  }
  get zoom(): number {
    return this.looks.zoom;
  }
  set zoom(zoom: number) {
    this.look({ zoom });
  }
  get standardWidth(): number {
    return this.looks.standardWidth;
  }
  set standardWidth(standardWidth: number) {
    this.look({ standardWidth });
  }
  get standardHeight(): number {
    return this.looks.standardHeight;
  }
  set standardHeight(standardHeight: number) {
    this.look({ standardHeight });
  }
  get freeze(): { readonly rows: number; readonly columns: number } {
    return this.looks.freeze;
  }
  set freeze(freeze: { readonly rows: number; readonly columns: number }) {
    this.look({ freeze });
  }
  get autoFilter(): Area | null {
    return this.looks.autoFilter;
  }
  set autoFilter(autoFilter: Area | null) {
    this.look({ autoFilter });
  }

  private look(change: Partial<WorkbookSheet['looks']>): void {
    this.looks = { ...this.looks, ...change };
    this.layoutChanged();
  }

  layoutChanged(): void {
    this.touch({ kind: 'layout', sheet: this.id, trigger: this.core.log.trigger });
  }

  touch(change: Change): void {
    this.core.note(change);
  }

  /* ---- cells ---- */

  value(row: number, column: number): Scalar {
    const content = this.store.get(row, column);
    return isFormulaCell(content) ? this.core.calculator.value(this, row, column, content) : content;
  }

  content(row: number, column: number): Content {
    return asContent(this.store.get(row, column));
  }

  formula(row: number, column: number): Scalar {
    const content = this.store.get(row, column);
    return isFormulaCell(content) ? content.formula : content;
  }

  isCalculable(row: number, column: number): boolean {
    const content = this.store.get(row, column);
    return !isFormulaCell(content) || this.core.calculator.isSupported(content.formula, row, column);
  }

  text(row: number, column: number): string {
    const value = this.value(row, column);
    return value === null ? '' : showValue(value, this.style(row, column).numberFormat, this.core.date1904);
  }

  enter(row: number, column: number, entry: string | number | boolean): void {
    this.checkCells(cellArea(row, column));
    this.core.log.transact(this.core.log.trigger, () => {
      const before = this.value(row, column);
      enterOne(this, row, column, entry);
      this.edited(cellArea(row, column), before);
      if (this.tables.length > 0) afterEntry(this, row, column);
    });
  }

  enterBlock(area: Area, entries: readonly (readonly (string | number | boolean)[])[]): void {
    this.checkCells(area);
    this.core.log.transact(this.core.log.trigger, () => {
      this.edited(area, isSingleCell(area) ? this.value(area.top, area.left) : undefined);
      entries.forEach((line, down) =>
        line.forEach((entry, right) => {
          const [row, column] = [area.top + down, area.left + right];
          if (entry === '') this.store.set(row, column, null, this.core.nextChange());
          else {
            enterOne(this, row, column, entry);
            if (this.tables.length > 0) afterEntry(this, row, column);
          }
        }),
      );
    });
  }

  setValue(row: number, column: number, value: Scalar): void {
    if (typeof value === 'string' && value.length > LONGEST_TEXT)
      throw new Refusal('InvalidArgument', `A cell holds at most ${LONGEST_TEXT} characters.`);
    this.checkCells(cellArea(row, column));
    this.putValue(row, column, value);
  }

  copyValues(source: Sheet, area: Area, top: number, left: number): void {
    const own = this.core.sheets.find((each) => each === source);
    if (own === undefined) throw new Refusal('ItemNotFound', 'The requested sheet does not exist.');
    copyValues(own, area, this, top, left);
  }

  setFormula(row: number, column: number, formula: string, cached?: Scalar): void {
    this.checkCells(cellArea(row, column));
    this.putFormula(row, column, formula, cached);
  }

  /** Puts a value without asking for leave. */
  putValue(row: number, column: number, value: Scalar): void {
    this.store.set(row, column, value, this.core.nextChange());
    this.edited(cellArea(row, column));
  }

  putFormula(row: number, column: number, formula: string, cached?: Scalar): void {
    const now = this.core.nextChange();
    this.store.set(row, column, newFormula(formula, cached, now), now);
    this.edited(cellArea(row, column));
  }

  /** @param before the value of the one cell that is edited, where it is known */
  edited(area: Area, before?: Scalar): void {
    if (this.core.isLoading) this.revision++;
    else {
      const change = { kind: 'cells', sheet: this.id, area, how: 'RangeEdited', trigger: this.core.log.trigger } as const;
      this.touch(before === undefined ? change : { ...change, before });
    }
  }

  /* ---- styles ---- */

  styleIndex(row: number, column: number): number {
    return styleIndexAt(this, row, column);
  }

  style(row: number, column: number): Style {
    return this.core.styles.get(styleIndexAt(this, row, column));
  }

  setStyleIndex(area: Area, index: number): void {
    this.core.styles.get(index);
    this.restyle(area, () => index);
  }

  patchStyle(area: Area, patch: StylePatch): void {
    this.restyle(area, (index) => this.core.styles.patch(index, patch));
  }

  changeStyle(area: Area, change: (style: Style) => Style): void {
    const { styles } = this.core;
    this.restyle(area, (index) => styles.add(change(styles.get(index))));
  }

  private restyle(area: Area, change: (index: number) => number): void {
    this.checkArea(area);
    this.check('allowFormatCells');
    changeStyles(this, area, change);
    this.touch({ kind: 'format', sheet: this.id, area, trigger: this.core.log.trigger });
  }

  /* ---- rows and columns ---- */

  columnWidth(column: number): number {
    return this.columns.at(column).size ?? this.standardWidth;
  }

  setColumnWidth(left: number, right: number, width: number): void {
    if (!(width >= 0 && width <= 255)) throw new Refusal('InvalidArgument', 'A column is between 0 and 255 characters wide.');
    this.changeColumns(left, right, (line) => ({ ...line, size: width === 0 ? line.size : width, hidden: width === 0 }));
  }

  columnHidden(column: number): boolean {
    return this.columns.at(column).hidden;
  }

  setColumnHidden(left: number, right: number, hidden: boolean): void {
    this.changeColumns(left, right, (line) => ({ ...line, hidden }));
  }

  rowHeight(row: number): number {
    return this.rows.at(row).size ?? this.standardHeight;
  }

  setRowHeight(top: number, bottom: number, height: number): void {
    if (!(height >= 0 && height <= 409.5)) throw new Refusal('InvalidArgument', 'A row is between 0 and 409.5 points high.');
    this.changeRows(top, bottom, (line) => ({
      ...line,
      size: height === 0 ? line.size : height,
      hidden: height === 0,
      filtered: height === 0 && line.filtered,
    }));
  }

  rowHidden(row: number): boolean {
    return this.rows.at(row).hidden;
  }

  /** Whether a filter, not a person, hides the row. */
  rowFiltered(row: number): boolean {
    return this.rows.at(row).filtered;
  }

  setRowHidden(top: number, bottom: number, hidden: boolean): void {
    this.changeRows(top, bottom, (line) => ({ ...line, hidden, filtered: false }));
  }

  /** Hides the rows of a stretch that do not pass a filter and shows the others. */
  filterRows(top: number, bottom: number, passes: (row: number) => boolean): void {
    this.rows.changeEach(top, bottom, (line, row) => {
      const filtered = !passes(row);
      return filtered || line.filtered ? { ...line, filtered, hidden: filtered } : line;
    });
    this.rowsHiddenAt = this.core.nextChange();
    this.layoutChanged();
  }

  private changeColumns(left: number, right: number, change: (line: Line) => Line): void {
    this.checkArea({ top: 0, bottom: MAX_ROWS - 1, left, right });
    this.check('allowFormatColumns');
    this.columns.change(left, right, change);
    this.layoutChanged();
  }

  private changeRows(top: number, bottom: number, change: (line: Line) => Line): void {
    this.checkArea({ top, bottom, left: 0, right: MAX_COLUMNS - 1 });
    this.check('allowFormatRows');
    this.rows.change(top, bottom, change);
    this.rowsHiddenAt = this.core.nextChange();
    this.layoutChanged();
  }

  autofitColumns(left: number, right: number): void {
    this.check('allowFormatColumns');
    autofitColumns(this, left, right);
    this.layoutChanged();
  }

  autofitRows(top: number, bottom: number): void {
    this.check('allowFormatRows');
    autofitRows(this, top, bottom);
    this.layoutChanged();
  }

  changeColumnLevels(left: number, right: number, change: (level: number) => number): void {
    this.changeColumns(left, right, (line) => ({ ...line, level: change(line.level) }));
  }

  changeRowLevels(top: number, bottom: number, change: (level: number) => number): void {
    this.changeRows(top, bottom, (line) => ({ ...line, level: change(line.level) }));
  }

  columnRuns(): ColumnRun[] {
    return this.columns.runs().map(({ from, to, line }) => ({ left: from, right: to, width: line.size, ...lookOf(line) }));
  }

  rowRuns(): RowRun[] {
    return this.rows.runs().map(({ from, to, line }) => ({ top: from, bottom: to, height: line.size, ...lookOf(line) }));
  }

  /* ---- areas ---- */

  usedArea(valuesOnly: boolean, within?: Area): Area | null {
    return this.store.used(valuesOnly, within);
  }

  forEachCell(area: Area, visit: (row: number, column: number, content: Content, style: number) => void): void {
    this.store.forEach(area, (row, column, content, style) =>
      visit(row, column, asContent(content), style === 0 ? this.styleIndex(row, column) : style - 1),
    );
  }

  clear(area: Area, what: 'All' | 'Contents' | 'Formats' | 'Hyperlinks'): void {
    this.checkArea(area);
    const log = this.core.log;
    log.transact(log.trigger, () => {
      if (what === 'All' || what === 'Contents') this.clearContents(area);
      if (what === 'All' || what === 'Formats') this.clearFormats(area);
      if (what === 'All' || what === 'Hyperlinks') this.clearLinks(area);
    });
  }

  private clearContents(area: Area): void {
    const before = isSingleCell(area) ? this.value(area.top, area.left) : undefined;
    const used = this.usedArea(true);
    const filled = used === null ? null : intersect(used, area);
    if (filled !== null) {
      this.checkCells(filled);
      this.store.clearContents(filled, this.core.nextChange());
    }
    this.edited(area, before);
    afterClearing(this, area);
  }

  private clearFormats(area: Area): void {
    this.check('allowFormatCells');
    if (isWholeColumns(area)) this.columns.change(area.left, area.right, (line) => ({ ...line, style: 0 }));
    if (isWholeRows(area)) this.rows.change(area.top, area.bottom, (line) => ({ ...line, style: 0 }));
    this.store.clearStyles(area);
    if (this.columns.runs().some(({ line }) => line.style !== 0) || this.rows.runs().some(({ line }) => line.style !== 0)) {
      changeStyles(this, area, () => 0);
    }
    this.touch({ kind: 'format', sheet: this.id, area, trigger: this.core.log.trigger });
  }

  private clearLinks(area: Area): void {
    const kept = this.hyperlinks.filter((link) => intersect(link.area, area) === null);
    if (kept.length === this.hyperlinks.length) return;
    this.hyperlinks.splice(0, this.hyperlinks.length, ...kept);
    this.touch({ kind: 'objects', sheet: this.id, trigger: this.core.log.trigger });
  }

  insert(area: Area, shift: 'Down' | 'Right'): void {
    this.checkArea(area);
    insertCells(this, area, shift);
  }

  delete(area: Area, shift: 'Up' | 'Left'): void {
    this.checkArea(area);
    deleteCells(this, area, shift);
  }

  /** The table a cell lies in, its header and totals included. */
  tableAt(row: number, column: number): Table | null {
    return this.tables.find((table) => containsCell(table.area, row, column)) ?? null;
  }

  /* ---- leave ---- */

  /** @throws Refusal AccessDenied where the sheet is protected against it */
  check(permission: Permission | null): void {
    checkPermission(this.protection, this.core.log.trigger, permission);
  }

  /** @throws Refusal on cells off the sheet, or locked ones of a protected sheet */
  checkCells(area: Area): void {
    this.checkArea(area);
    if (this.protection.protected)
      checkUnlocked(this.protection, this.core.log.trigger, area, (row, column) => this.style(row, column).locked);
  }

  private checkArea(area: Area): void {
    if (!isOnSheet(area)) throw new Refusal('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
  }
}

const lookOf = ({ hidden, level, style }: Line): { hidden: boolean; level: number; style: number } => ({
  hidden,
  level,
  style: Math.max(0, style - 1),
});

function asContent(content: Scalar | FormulaCell): Content {
  if (content === null) return { kind: 'empty' };
  if (isFormulaCell(content)) return { kind: 'formula', formula: content.formula };
  return { kind: 'value', value: content };
}
