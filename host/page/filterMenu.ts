/** The menu of a table's header: sort by the column, and choose which of its values are shown. */

import { clearFilters, setFilter } from '../workbook/filter';
import { sortTable } from '../workbook/sort';
import { button, element, popUpUntilLeft } from './elements';
import type { Box } from './elements';
import { createFilterChoice, valuesOf } from './filterChoice';
import type { FilterPlace } from './filterChoice';

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
  const choice = createFilterChoice(valuesOf(filter), column.filter?.kind === 'values' ? column.filter.values : null);

  const all = tick('(Select all)', () => {
    choice.setAll(all.input.checked);
    show();
  });
  const list = element('div', 'filter-values');
  list.tabIndex = -1;
  const rest = element('p', 'filter-rest');
  let ticks: { readonly value: string; readonly input: HTMLInputElement }[] = [];
  const show = (): void => {
    for (const { value, input } of ticks) input.checked = choice.isOn(value);
    all.input.checked = choice.isAll();
  };
  const draw = (): void => {
    const made = choice.listed().map((value) => {
      const { label, input } = tick(value === '' ? '(Blanks)' : value, () => {
        choice.set(value, input.checked);
        show();
      });
      return { value, input, label };
    });
    ticks = made;
    const more = choice.unlisted();
    rest.textContent = more === 0 ? '' : `${more.toLocaleString('en')} more: search for them.`;
    list.replaceChildren(all.label, ...made.map(({ label }) => label), rest);
    show();
  };
  const search = document.createElement('input');
  search.type = 'search';
  search.className = 'filter-search';
  search.placeholder = 'Search';
  search.setAttribute('aria-label', 'Search the values');
  search.addEventListener('input', () => {
    choice.search(search.value);
    draw();
  });
  draw();

  const run = (work: () => void): void => {
    act(work);
    close();
  };
  const item = (text: string, work: () => void): HTMLButtonElement => button(text, () => run(work));
  const apply = (): void => {
    const kept = choice.kept();
    setFilter(sheet, table, column, kept === null ? null : { kind: 'values', values: kept });
  };
  const feet = element('div', 'filter-feet');
  feet.append(
    item('Apply', apply),
    button('Cancel', () => close()),
  );
  menu.append(
    item('Sort ascending', () => sortTable(sheet, table, [{ key: index, ascending: true }])),
    item('Sort descending', () => sortTable(sheet, table, [{ key: index, ascending: false }])),
    ...(column.filter === null ? [] : [item('Clear this filter', () => setFilter(sheet, table, column, null))]),
    item('Clear filters', () => clearFilters(sheet, table)),
    search,
    list,
    feet,
  );
  menu.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) run(apply);
  });
  const close = popUpUntilLeft(parent, menu, box, done);
  menu.querySelector('button')?.focus();
}

function tick(text: string, changed: () => void): { readonly label: HTMLElement; readonly input: HTMLInputElement } {
  const label = element('label', 'filter-value');
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.addEventListener('change', changed);
  label.append(input, text);
  return { label, input };
}
