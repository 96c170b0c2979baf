/** What stands in a workbook, for telling whole results from half-written ones. */

import { createHash } from 'node:crypto';
import type { Sheet, Workbook } from '../../host/workbook/model';

/** What each sheet holds and shows, by name; sheets that hold what is not yet a result are left out. */
export type Standing = ReadonlyMap<string, string>;

const isStaged = ({ name }: Sheet): boolean => name.startsWith('~Tieout ');

export function standing({ sheets }: Workbook): Standing {
  return new Map(sheets.filter((sheet) => !isStaged(sheet)).map((sheet) => [sheet.name, shown(sheet)]));
}

/** Looks are left out: what a cell without content looks like differs between a first writing and a later one. */
function shown(sheet: Sheet): string {
  const lines = [
    `${sheet.visibility} ${sheet.protection.protected}`,
    ...sheet.tables.map(({ name, area }) => `${name} ${JSON.stringify(area)}`),
    ...sheet.charts.map(({ name }) => name),
  ];
  const area = sheet.usedArea(true);
  if (area !== null)
    sheet.forEachCell(area, (row, column, content) => {
      if (content.kind !== 'empty') lines.push(`${row} ${column} ${JSON.stringify(content)}`);
    });
  return lines.join('\n');
}

/** A source to the byte: contents, formats, tables, what a person set. */
export function sourcesOf({ sheets }: Workbook, ids: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(
    sheets
      .filter(({ id }) => ids.has(id))
      .map((sheet) => {
        const cells: unknown[] = [];
        const area = sheet.usedArea(false);
        if (area !== null) sheet.forEachCell(area, (...cell) => cells.push(cell));
        const { name, visibility, protection, tables, hyperlinks, conditionalFormats, validations, merges } = sheet;
        const looks = { name, visibility, protection, tables, hyperlinks, conditionalFormats, validations, merges };
        return [sheet.id, hashOf(JSON.stringify([looks, cells]))];
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
  for (const [name, text] of is) {
    const other = should.get(name) ?? '';
    if (text === other) continue;
    const [lines, others] = [text.split('\n'), other.split('\n')];
    const at = lines.findIndex((line, index) => line !== others[index]);
    return `${name}: ${lines[at] ?? 'nothing'} instead of ${others[at] ?? 'nothing'}`;
  }
  return null;
}

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
  const sheets = workbook.sheets.map((sheet) => `${sheet.name}\n${shown(sheet)}`);
  return hashOf([...sheets, settings, String(workbook.protection.protected), workbook.activeSheet.name].join('\n\n'));
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');
