/** A workbook of the embedded Excel. */
import { replaceReferences } from '../calc/scanReferences';
import { createCalculator, type CalcHost } from '../calc/calculator';
import { quoteSheetName } from './address';
import { cellArea, isOnSheet } from './area';
import { createChangeLog } from './changes';
import { systemClock, type Clock } from './clock';
import { copyOfSheet } from './copySheet';
import type { Core } from './core';
import { rewriteFormulas } from './everyFormula';
import {
  Refusal,
  type Area,
  type Change,
  type DefinedName,
  type DocumentProperties,
  type Sheet,
  type Style,
  type Table,
  type Trigger,
  type Workbook,
} from './model';
import { badSheetName } from './nameRules';
import { newProtection } from './pageLayout';
import { checkPermission } from './protection';
import { sameName } from './shift';
import { WorkbookSheet } from './sheet';
import { createStyleTable, defaultStyle } from './styles';
import { TextPool } from './textPool';
import { addTable, dropTable, renameTable, resizeTable, tableToRange } from './tables';

/** Most formulas name no sheet: those need not be taken apart. */
const namesSheet = (formula: string): boolean => formula.includes('!');

export interface WorkbookOptions {
  /** Local time; the machine's where left out. */
  readonly clock?: Clock;
  /** Style of index 0. */
  readonly style?: Style;
  /** Ids of sheets, tables …; random where left out. */
  readonly newId?: () => string;
}

const newProperties = (): DocumentProperties => ({
  title: '',
  subject: '',
  author: 'Tieout',
  keywords: '',
  comments: '',
  category: '',
  manager: '',
  company: '',
  revision: 0,
  lastAuthor: '',
  created: '',
  custom: new Map(),
});

const GUID = /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i;

/** Ids in the order of asking, for files that must come out the same each time they are made. */
export const countedIds = (): (() => string) => {
  let last = 0;
  return () => `{00000000-0001-0000-0000-${(last += 1).toString(16).toUpperCase().padStart(12, '0')}}`;
};

const randomId = (): string => `{${crypto.randomUUID().toUpperCase()}}`;

/** An empty workbook: without any sheet, as `files` fills it. Use `addSheet(null)` for Excel's "Sheet1". */
export function createWorkbook(name = 'Book1.xlsx', options: WorkbookOptions = {}): Workbook {
  return new EngineWorkbook(name, options);
}

class EngineWorkbook implements Workbook, Core, CalcHost {
  readonly sheets: WorkbookSheet[] = [];
  readonly names: DefinedName[] = [];
  readonly settings = new Map<string, unknown>();
  readonly customXml = new Map<string, string>();
  readonly styles;
  readonly texts = new TextPool();
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log = createChangeLog((changes) => this.afterTransaction(changes));
  readonly calculator = createCalculator(this);
  date1904 = false;
  readonly protection = newProtection();
  properties: DocumentProperties = newProperties();
  editing = false;
  origin: unknown = null;
  change = 1;
  /** A file is being read: all its changes share one number, so that the values it brings along hold. */
  isLoading = false;
  private mode: Workbook['calculationMode'] = 'Automatic';
  private active: WorkbookSheet | null = null;
  private readonly selections = new Map<string, readonly Area[]>();
  private readonly bound = new Map<string, number>();

  constructor(
    readonly name: string,
    options: WorkbookOptions,
  ) {
    this.styles = createStyleTable(options.style ?? defaultStyle);
    this.clock = options.clock ?? systemClock;
    this.newId = options.newId ?? randomId;
  }

  /* ---- what sheets and formulas ask ---- */

  nextChange(): number {
    if (!this.isLoading) this.change++;
    return this.change;
  }

  note(change: Change): void {
    if (change.kind !== 'selection' && change.kind !== 'activated' && change.kind !== 'calculated') {
      const sheet = this.sheets.find((each) => each.id === change.sheet);
      if (sheet !== undefined) sheet.revision++;
    }
    if (change.kind === 'names') this.bind('names');
    if (change.kind === 'tableChanged') {
      const found = this.table(change.table);
      if (found !== null) this.bind(`table:${found.table.name}`);
    }
    this.log.add(change);
  }

  bind(key: string): void {
    const now = this.nextChange();
    this.bound.set(key.toLowerCase(), now);
    if (key.startsWith('table:')) this.bound.set('table:', now);
  }

  boundAt(key: string): number {
    return this.bound.get(key) ?? 0;
  }

  refusalToHide(sheet: WorkbookSheet): Refusal | null {
    const hasOther = this.sheets.some((each) => each !== sheet && each.visibility === 'Visible');
    return hasOther ? null : new Refusal('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  }

  get isManual(): boolean {
    return this.mode === 'Manual';
  }

  get calcSheets(): readonly WorkbookSheet[] {
    return this.sheets;
  }

  sheetNamed(name: string): WorkbookSheet | null {
    return this.sheets.find((sheet) => sheet.name === name) ?? this.sheets.find((sheet) => sameName(sheet.name, name)) ?? null;
  }

  tableNamed(name: string): { readonly sheet: WorkbookSheet; readonly table: Table } | null {
    for (const sheet of this.sheets) {
      const table = sheet.tables.find((each) => each.name === name || sameName(each.name, name));
      if (table !== undefined) return { sheet, table };
    }
    return null;
  }

  nameFormula(name: string, sheet: { readonly id: string }): string | null {
    const matching = this.names.filter((each) => sameName(each.name, name));
    return (matching.find((each) => each.scope === sheet.id) ?? matching.find((each) => each.scope === null))?.formula ?? null;
  }

  private afterTransaction(changes: readonly Change[]): void {
    this.noteCalculated(changes);
    if (this.active !== null && this.active.visibility !== 'Visible') {
      const other = this.sheets.find((sheet) => sheet.visibility === 'Visible');
      if (other !== undefined) this.activate(other);
    }
  }

  /** Sheets whose own cells changed and that have formulas are worked out anew, as far as the log can tell. */
  private noteCalculated(changes: readonly Change[]): void {
    if (this.isManual || this.log.trigger === 'load') return;
    const edited = new Set(changes.flatMap((change) => (change.kind === 'cells' ? [change.sheet] : [])));
    for (const sheet of this.sheets) {
      if (edited.has(sheet.id) && sheet.store.hadFormulas)
        this.note({ kind: 'calculated', sheet: sheet.id, trigger: this.log.trigger });
    }
  }

  /* ---- sheets ---- */

  checkStructure(): void {
    checkPermission(this.protection, this.log.trigger, null);
  }

  get activeSheet(): WorkbookSheet {
    const sheet = this.active ?? this.sheets[0];
    if (sheet === undefined) throw new RangeError('The workbook has no sheet.');
    return sheet;
  }

  get selection(): readonly Area[] {
    return this.selections.get(this.activeSheet.id) ?? [cellArea(0, 0)];
  }

  sheet(nameOrId: string): WorkbookSheet | null {
    return this.sheets.find((sheet) => sheet.id === nameOrId) ?? this.sheetNamed(nameOrId);
  }

  addSheet(name: string | null, position?: number, id: string | null = null): WorkbookSheet {
    this.checkStructure();
    const wanted = name ?? this.freeSheetName();
    this.checkSheetName(wanted, null);
    const sheet = new WorkbookSheet(this, id !== null && this.isFreeId(id) ? id : this.newId(), wanted);
    this.joinSheet(sheet, position ?? this.sheets.length);
    return sheet;
  }

  private isFreeId(id: string): boolean {
    return GUID.test(id) && this.sheets.every((sheet) => sheet.id !== id);
  }

  private joinSheet(sheet: WorkbookSheet, position: number): void {
    this.sheets.splice(Math.max(0, Math.min(position, this.sheets.length)), 0, sheet);
    this.active ??= sheet;
    this.bind(`sheet:${sheet.name}`);
    this.note({ kind: 'sheetAdded', sheet: sheet.id, trigger: this.log.trigger });
  }

  private freeSheetName(): string {
    for (let number = 1; ; number++) if (this.sheetNamed(`Sheet${number}`) === null) return `Sheet${number}`;
  }

  private checkSheetName(name: string, itself: WorkbookSheet | null): void {
    const fault = badSheetName(name);
    if (fault !== null) throw new Refusal('InvalidArgument', fault);
    const taken = this.sheetNamed(name);
    if (taken !== null && taken !== itself)
      throw new Refusal('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
  }

  private own(sheet: Sheet): WorkbookSheet {
    const found = this.sheets.find((each) => each === sheet);
    if (found === undefined) throw new Refusal('ItemNotFound', 'The requested sheet does not exist.');
    return found;
  }

  deleteSheet(sheet: Sheet): void {
    this.checkStructure();
    const own = this.own(sheet);
    const refusal = this.refusalToHide(own);
    if (refusal !== null) throw refusal;
    this.log.transact(this.log.trigger, () => {
      const place = this.sheets.indexOf(own);
      if (this.active === own) this.activate(this.neighbour(place));
      this.sheets.splice(place, 1);
      this.selections.delete(own.id);
      this.names.splice(0, this.names.length, ...this.names.filter((each) => each.scope !== own.id));
      this.bind(`sheet:${own.name}`);
      this.bind('names');
      for (const table of own.tables) this.bind(`table:${table.name}`);
      rewriteFormulas(
        this,
        (formula) =>
          namesSheet(formula)
            ? replaceReferences(formula, (found) => (found.sheet !== null && sameName(found.sheet, own.name) ? '#REF!' : null))
            : formula,
        false,
      );
      this.note({ kind: 'sheetDeleted', sheet: own.id, before: own.name, trigger: this.log.trigger });
    });
  }

  /** The visible sheet to the right of a place, else to its left. */
  private neighbour(place: number): WorkbookSheet {
    const isVisible = (sheet: WorkbookSheet): boolean => sheet.visibility === 'Visible';
    return this.sheets.slice(place + 1).find(isVisible) ?? this.sheets.slice(0, place).findLast(isVisible) ?? this.activeSheet;
  }

  copySheet(sheet: Sheet, position: number, name?: string): WorkbookSheet {
    this.checkStructure();
    const own = this.own(sheet);
    const wanted = name ?? this.copyName(own.name);
    this.checkSheetName(wanted, null);
    return this.log.transact(this.log.trigger, () => {
      const copy = copyOfSheet(this, own, wanted);
      this.joinSheet(copy, position);
      return copy;
    });
  }

  private copyName(name: string): string {
    for (let number = 2; ; number++) {
      const behind = ` (${number})`;
      const wanted = name.slice(0, 31 - behind.length) + behind;
      if (this.sheetNamed(wanted) === null) return wanted;
    }
  }

  renameSheet(sheet: Sheet, name: string): void {
    this.checkStructure();
    const own = this.own(sheet);
    const before = own.name;
    if (before === name) return;
    this.checkSheetName(name, own);
    this.log.transact(this.log.trigger, () => {
      this.bind(`sheet:${before}`);
      own.name = name;
      this.bind(`sheet:${name}`);
      const prefix = `${quoteSheetName(name)}!`;
      const renamed = (formula: string): string =>
        namesSheet(formula)
          ? replaceReferences(formula, (found) =>
              found.sheet !== null && sameName(found.sheet, before) ? prefix + formula.slice(found.localStart, found.end) : null,
            )
          : formula;
      rewriteFormulas(this, renamed, true);
      this.note({ kind: 'sheetRenamed', sheet: own.id, before, after: name, trigger: this.log.trigger });
    });
  }

  moveSheet(sheet: Sheet, position: number): void {
    this.checkStructure();
    const own = this.own(sheet);
    if (!(Number.isInteger(position) && position >= 0 && position < this.sheets.length))
      throw new Refusal('InvalidArgument', 'There is no such position.');
    const before = this.sheets.indexOf(own);
    if (before === position) return;
    this.sheets.splice(before, 1);
    this.sheets.splice(position, 0, own);
    this.note({ kind: 'sheetMoved', sheet: own.id, before, after: position, trigger: this.log.trigger });
  }

  activate(sheet: Sheet): void {
    const own = this.own(sheet);
    if (own.visibility !== 'Visible') throw new Refusal('InvalidOperation', 'A hidden sheet cannot be activated.');
    const previous = this.active;
    if (previous === own) return;
    this.active = own;
    this.note({ kind: 'activated', sheet: own.id, previous: previous?.id ?? null, trigger: this.log.trigger });
  }

  select(sheet: Sheet, areas: readonly Area[]): void {
    const own = this.own(sheet);
    if (areas.length === 0 || !areas.every(isOnSheet)) throw new Refusal('InvalidArgument', 'There is no such range.');
    this.activate(own);
    this.selections.set(own.id, [...areas]);
    this.note({ kind: 'selection', sheet: own.id, areas: [...areas], trigger: this.log.trigger });
  }

  /* ---- tables ---- */

  table(nameOrId: string): { readonly sheet: WorkbookSheet; readonly table: Table } | null {
    for (const sheet of this.sheets) {
      const table = sheet.tables.find((each) => each.id === nameOrId);
      if (table !== undefined) return { sheet, table };
    }
    return this.tableNamed(nameOrId);
  }

  addTable(sheet: Sheet, area: Area, hasHeaders: boolean, name?: string): Table {
    return addTable(this, this.own(sheet), area, hasHeaders, name);
  }

  resizeTable(sheet: Sheet, table: Table, area: Area): void {
    resizeTable(this, this.own(sheet), table, area);
  }

  removeTable(sheet: Sheet, table: Table): void {
    this.own(sheet).check(null);
    this.log.transact(this.log.trigger, () => tableToRange(this, this.own(sheet), table));
  }

  dropTable(sheet: WorkbookSheet, table: Table): void {
    dropTable(this, sheet, table);
  }

  renameTable(table: Table, name: string): void {
    renameTable(this, table, name);
  }

  /* ---- the whole ---- */

  get calculationMode(): Workbook['calculationMode'] {
    return this.mode;
  }
  set calculationMode(mode: Workbook['calculationMode']) {
    this.mode = mode;
    this.note({ kind: 'workbook', sheet: null, trigger: this.log.trigger });
  }

  transact<T>(trigger: Trigger, work: () => T): T {
    if (this.log.isOpen || trigger !== 'load') return this.log.transact(trigger, work);
    this.change++;
    this.isLoading = true;
    try {
      return this.log.transact(trigger, work);
    } finally {
      this.isLoading = false;
    }
  }

  onChange(listener: (changes: readonly Change[]) => void): () => void {
    return this.log.listen(listener);
  }

  calculate(full: boolean): void {
    this.change++;
    this.log.transact(this.log.trigger, () => {
      for (const sheet of this.calculator.calculate(full)) this.note({ kind: 'calculated', sheet, trigger: this.log.trigger });
    });
  }
}
