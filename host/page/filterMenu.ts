/** The menu of a table's header: sort by the column, and choose which of its values are shown. */

import { clearFilters, setFilter } from '../workbook/filter';
import type { Sheet, Table, TableColumn } from '../workbook/model';
import { sortTable } from '../workbook/sort';
import { button, element, popUp } from './elements';
import type { Box } from './gridView';
import type { Cell } from './movement';
import { hasFilterButton, tableAt } from './tableLook';

export interface FilterPlace {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly column: TableColumn;
  /** Column of the table, from 0. */
  readonly index: number;
}

/** The filter that a header cell opens; null where the cell has none. */
export function filterAt(sheet: Sheet, cell: Cell): FilterPlace | null {
  const table = tableAt(sheet, cell.row, cell.column);
  if (table === null || !hasFilterButton(table, cell.row)) return null;
  const index = cell.column - table.area.left;
  const column = table.columns[index];
  return column === undefined ? null : { sheet, table, column, index };
}

/** More values than this are not worth ticking one by one; Excel stops at ten thousand. */
const MOST_VALUES = 2000;

/** Texts of a column, each once, in the order of their values: numbers, then texts. */
export function valuesOf({ sheet, table, index }: FilterPlace): string[] {
  const numbers = new Map<string, number>();
  const texts = new Set<string>();
  const column = table.area.left + index;
  const last = table.area.bottom - (table.showTotals ? 1 : 0);
  for (let row = table.area.top + 1; row <= last; row += 1) {
    const value = sheet.value(row, column);
    if (typeof value === 'number') numbers.set(sheet.text(row, column), value);
    else texts.add(sheet.text(row, column));
  }
  const sorted = [...numbers].sort(([, one], [, other]) => one - other).map(([text]) => text);
  return [...sorted, ...[...texts].sort((one, other) => one.localeCompare(other, 'en'))].slice(0, MOST_VALUES);
}

/** @param act runs a change of the workbook, as a person's; `done` is called when the menu is gone. */
export function openFilterMenu(
  parent: HTMLElement,
  box: Box,
  filter: FilterPlace,
  act: (work: () => void) => void,
  done: () => void,
): void {
  const { sheet, table, column, index } = filter;
  const menu = element('div', 'filter-menu', 'dialog');
  menu.setAttribute('aria-label', `Sort and filter ${column.name}`);
  const values = valuesOf(filter);
  const chosen = column.filter?.kind === 'values' ? new Set(column.filter.values.map((value) => value.toLowerCase())) : null;
  const boxes = values.map((value) => tick(value === '' ? '(Blanks)' : value, chosen?.has(value.toLowerCase()) ?? true));
  const all = tick('(Select all)', chosen === null);
  all.input.addEventListener('change', () => {
    for (const { input, label } of boxes) if (!label.hidden) input.checked = all.input.checked;
  });
  const search = document.createElement('input');
  search.type = 'search';
  search.className = 'filter-search';
  search.placeholder = 'Search';
  search.setAttribute('aria-label', 'Search the values');
  /** What is searched for is what is to be shown. */
  search.addEventListener('input', () => {
    const wanted = search.value.trim().toLowerCase();
    boxes.forEach(({ label, input }, i) => {
      label.hidden = !(values[i] ?? '').toLowerCase().includes(wanted);
      input.checked = wanted === '' ? (chosen?.has((values[i] ?? '').toLowerCase()) ?? true) : !label.hidden;
    });
    all.input.checked = boxes.every(({ input, label }) => input.checked || label.hidden);
  });
  const list = element('div', 'filter-values');
  list.tabIndex = -1;
  list.append(all.label, ...boxes.map(({ label }) => label));

  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    menu.remove();
    done();
  };
  const choice = (text: string, work: () => void): HTMLButtonElement =>
    button(text, () => {
      act(work);
      close();
    });
  const apply = (): void => {
    const kept = values.filter((_, i) => boxes[i]?.input.checked === true);
    setFilter(sheet, table, column, kept.length === values.length ? null : { kind: 'values', values: kept });
  };
  const feet = element('div', 'filter-feet');
  feet.append(
    choice('Apply', apply),
    button('Cancel', () => close()),
  );
  menu.append(
    choice('Sort ascending', () => sortTable(sheet, table, [{ key: index, ascending: true }])),
    choice('Sort descending', () => sortTable(sheet, table, [{ key: index, ascending: false }])),
    ...(column.filter === null ? [] : [choice('Clear this filter', () => setFilter(sheet, table, column, null))]),
    choice('Clear filters', () => clearFilters(sheet, table)),
    search,
    list,
    feet,
  );
  menu.addEventListener('submit', (event) => {
    event.preventDefault();
    act(apply);
    close();
  });
  menu.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
      menu.dispatchEvent(new Event('submit', { cancelable: true }));
  });
  menu.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node) || !menu.contains(event.relatedTarget)) close();
  });
  popUp(parent, menu, box);
  menu.querySelector('button')?.focus();
}

function tick(text: string, isChecked: boolean): { readonly label: HTMLElement; readonly input: HTMLInputElement } {
  const label = element('label', 'filter-value');
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.checked = isChecked;
  label.append(input, text);
  return { label, input };
}
