/** What stands in a workbook, for telling whole results from half-written ones. */

import { createHash } from 'node:crypto';
import { isFormulaCell } from '../../host/workbook/chunk';
import type { FormulaCell } from '../../host/workbook/chunk';
import { engineSheet } from '../../host/workbook/engineSheet';
import type { Scalar, Sheet, Workbook } from '../../host/workbook/model';

/** What each sheet holds and shows, by name; sheets that hold what is not yet a result are left out. */
export type Standing = ReadonlyMap<string, Shown>;

interface Shown {
  readonly head: string;
  /** Row, column and number of the content of each cell. */
  readonly cells: Uint32Array;
}

const isStaged = ({ name }: Sheet): boolean => name.startsWith('~Tieout ');

export function standing({ sheets }: Workbook): Standing {
  return new Map(sheets.filter((sheet) => !isStaged(sheet)).map((sheet) => [sheet.name, shown(sheet)]));
}

/** Looks are left out: what a cell without content looks like differs between a first writing and a later one. */
function shown(sheet: Sheet): Shown {
  const { visibility, protection, tables, charts } = sheet;
  const lines = [
    `${visibility} ${protection.protected}`,
    ...tables.map(({ name, area }) => `${name} ${JSON.stringify(area)}`),
    ...charts.map(({ name }) => name),
  ];
  const cells: number[] = [];
  const area = sheet.usedArea(true);
  if (area !== null)
    engineSheet(sheet).store.forEach(area, (row, column, content) => {
      if (content !== null) cells.push(row, column, numberOf(content));
    });
  return { head: lines.join('\n'), cells: kept(Uint32Array.from(cells)) };
}

/** Whatever stood in a cell gets a number, so that standings are small, and compared at once. */
const contents: string[] = [];
const values = new Map<Scalar, number>();
const formulas = new Map<string, number>();

function numberOf(content: Scalar | FormulaCell): number {
  const isFormula = isFormulaCell(content);
  const known = isFormula ? formulas.get(content.formula) : values.get(content);
  if (known !== undefined) return known;
  if (isFormula) formulas.set(content.formula, contents.length);
  else values.set(content, contents.length);
  return contents.push(isFormula ? `formula ${JSON.stringify(content.formula)}` : JSON.stringify(content)) - 1;
}

/** Most sheets of two standings are the same: each is held once. */
const held = new Map<string, WeakRef<Uint32Array>>();

function kept(cells: Uint32Array): Uint32Array {
  const print = hashOf(cells);
  const known = held.get(print)?.deref();
  if (known === undefined) held.set(print, new WeakRef(cells));
  return known ?? cells;
}

/** A source to the byte: contents, formats, tables, what a person set. */
export function sourcesOf({ sheets }: Workbook, ids: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(
    sheets
      .filter(({ id }) => ids.has(id))
      .map((sheet) => {
        const styles: number[] = [];
        const area = sheet.usedArea(false);
        if (area !== null) sheet.forEachCell(area, (row, column, _, style) => styles.push(row, column, style));
        const { name, visibility, protection, tables, hyperlinks, conditionalFormats, validations, merges } = sheet;
        const looks = { name, visibility, protection, tables, hyperlinks, conditionalFormats, validations, merges };
        return [sheet.id, [hashOf(JSON.stringify(looks)), hashOf(Uint32Array.from(styles)), hashOf(shown(sheet).cells)].join()];
      }),
  );
}

/** Sheets and settings that a write leaves behind which did not end. */
export function unfinished({ sheets, settings }: Workbook): readonly string[] {
  return [...sheets.filter(isStaged).map(({ name }) => name), ...(settings.has('tieout.journal') ? ['tieout.journal'] : [])];
}

/** The first difference of two standings in words; null where there is none. */
export function differenceOf(is: Standing, should: Standing): string | null {
  const names = [...is.keys()].join(', ');
  if (names !== [...should.keys()].join(', ')) return `sheets ${names}`;
  for (const [name, shows] of is) {
    const other = should.get(name);
    if (other === undefined || (shows.head === other.head && shows.cells === other.cells)) continue;
    const [lines, others] = [linesOf(shows), linesOf(other)];
    const longer = lines.length < others.length ? others : lines;
    const at = longer.findIndex((_, index) => lines[index] !== others[index]);
    return `${name}: ${lines[at] ?? 'nothing'} instead of ${others[at] ?? 'nothing'}`;
  }
  return null;
}

const linesOf = ({ head, cells }: Shown): readonly string[] => [
  ...head.split('\n'),
  ...Array.from({ length: cells.length / 3 }, (_, cell) => {
    const [row = 0, column = 0, content = 0] = cells.subarray(3 * cell);
    return `${row} ${column} ${contents[content] ?? ''}`;
  }),
];

/** Everything in the workbook that the next run depends on; the same for two workbooks that differ in made-up ids alone. */
export function printOf(workbook: Workbook): string {
  const ids = new Map<string, string>(
    workbook.sheets.flatMap((sheet) => [
      [sheet.id, sheet.name] as const,
      ...sheet.tables.map(({ id, name }) => [id, name] as const),
    ]),
  );
  const settings = JSON.stringify(
    [...workbook.settings].sort(([a], [b]) => (a < b ? -1 : 1)),
    (_, value: unknown) => (typeof value === 'string' ? (ids.get(value) ?? value) : value),
  );
  const sheets = workbook.sheets.map((sheet) => {
    const { head, cells } = shown(sheet);
    return `${sheet.name}\n${head}\n${hashOf(cells)}`;
  });
  return hashOf([...sheets, settings, String(workbook.protection.protected), workbook.activeSheet.name].join('\n\n'));
}

export const hashOf = (what: string | Uint32Array): string => createHash('sha256').update(what).digest('base64');
