/** What the menu of selected cells offers. */

import { columnsOf, isWholeColumns, isWholeRows, rowsOf, wholeColumns, wholeRows } from '../workbook/area';
import { clearFilters, setFilter } from '../workbook/filter';
import type { Workbook } from '../workbook/model';
import { deleteLines, hasHeader, insertLines, sortAround, usedPart } from './actions';
import { filterAt } from './filterChoice';
import { linkAt } from './links';
import type { MenuItem } from './menu';
import { areaOf, areasOf, isOneCell, regionAt } from './movement';
import type { Cell, Selection } from './movement';
import { tableAt } from './tableLook';

export interface MenuWork {
  attempt(work: () => void): void;
  copy(): void;
  cut(): void;
  paste(): void;
  openFilter(cell: Cell): void;
  chooseFromList(): void;
  follow(cell: Cell): void;
}

export function cellMenu(workbook: Workbook, selection: Selection, hasList: boolean, work: MenuWork): (readonly MenuItem[])[] {
  const sheet = workbook.activeSheet;
  const area = areaOf(selection);
  const { active } = selection;
  const areas = areasOf(selection);
  const change = (label: string, run: () => void, keys?: string): MenuItem => ({
    label,
    ...(keys === undefined ? {} : { keys }),
    run: () => work.attempt(run),
  });
  const areRows = isWholeRows(area);
  const areColumns = isWholeColumns(area);
  const many = (count: number, one: string, more: string): string =>
    count === 1 ? one : `${count.toLocaleString('en')} ${more}`;
  const rowCount = many(rowsOf(area), 'row', 'rows');
  const columnCount = many(columnsOf(area), 'column', 'columns');

  const lines: MenuItem[] = [];
  if (!areColumns)
    lines.push(
      change(`Insert ${rowCount} above`, () => insertLines(sheet, wholeRows(area)), 'Ctrl++'),
      change(`Delete ${rowCount}`, () => deleteLines(sheet, wholeRows(area)), 'Ctrl+-'),
    );
  if (!areRows)
    lines.push(
      change(`Insert ${columnCount} to the left`, () => insertLines(sheet, wholeColumns(area))),
      change(`Delete ${columnCount}`, () => deleteLines(sheet, wholeColumns(area))),
    );

  const looks: MenuItem[] = [
    change('Clear contents', () => areas.forEach((each) => sheet.clear(each, 'Contents')), 'Delete'),
    change('Clear formats', () => areas.forEach((each) => sheet.clear(each, 'Formats'))),
  ];

  const hidden: MenuItem[] = [];
  if (areRows && !areColumns)
    hidden.push(
      change('Hide', () => sheet.setRowHidden(area.top, area.bottom, true)),
      change('Show hidden', () => sheet.setRowHidden(area.top, area.bottom, false)),
      change('Fit the height', () => sheet.autofitRows(usedPart(sheet, area).top, usedPart(sheet, area).bottom)),
    );
  if (areColumns && !areRows)
    hidden.push(
      change('Hide', () => sheet.setColumnHidden(area.left, area.right, true)),
      change('Show hidden', () => sheet.setColumnHidden(area.left, area.right, false)),
      change('Fit the width', () => sheet.autofitColumns(area.left, area.right)),
    );

  const table = tableAt(sheet, active.row, active.column);
  const order: MenuItem[] = [
    change('Sort ascending', () => sortAround(sheet, active, true)),
    change('Sort descending', () => sortAround(sheet, active, false)),
  ];
  if (table !== null) {
    const head = { row: table.area.top, column: active.column };
    const place = filterAt(sheet, head);
    const isData = active.row > table.area.top;
    if (place !== null) {
      order.push({ label: 'Filter…', keys: 'Alt+↓', run: () => work.openFilter(head) });
      if (isData)
        order.push(
          change('Filter by this value', () =>
            setFilter(sheet, table, place.column, { kind: 'values', values: [sheet.text(active.row, active.column)] }),
          ),
        );
      if (table.columns.some(({ filter }) => filter !== null))
        order.push(change('Clear filters', () => clearFilters(sheet, table)));
    }
  } else if (sheet.content(active.row, active.column).kind !== 'empty')
    order.push(
      change('Make a table', () => {
        const region = isOneCell(selection) ? regionAt(sheet, active) : usedPart(sheet, area);
        workbook.addTable(sheet, region, hasHeader(sheet, region));
      }),
    );

  const more: MenuItem[] = [];
  if (hasList) more.push({ label: 'Choose from the list…', keys: 'Alt+↓', run: () => work.chooseFromList() });
  if (linkAt(sheet, active) !== null) more.push({ label: 'Follow the link', keys: 'Ctrl+Enter', run: () => work.follow(active) });

  return [
    [
      { label: 'Cut', keys: 'Ctrl+X', run: () => work.cut() },
      { label: 'Copy', keys: 'Ctrl+C', run: () => work.copy() },
      { label: 'Paste', keys: 'Ctrl+V', run: () => work.paste() },
    ],
    lines,
    hidden,
    looks,
    order,
    more,
  ];
}
