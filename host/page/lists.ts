/** Choices of a cell with list validation, and the list a person picks from. */

import type { Sheet } from '../workbook/model';
import { listChoices, validationAt } from '../workbook/validation';
import { popUpUntilLeft } from './elements';
import type { Box } from './elements';
import type { Cell } from './movement';

/** The choices of the cell's list; null where it has none or shows no arrow. */
export function listOf(sheet: Sheet, { row, column }: Cell): string[] | null {
  const rule = validationAt(sheet, row, column)?.rule;
  return rule?.type === 'list' && rule.inCellDropDown ? listChoices(sheet, row, column) : null;
}

export function openChoices(
  parent: HTMLElement,
  box: Box,
  choices: readonly string[],
  current: string,
  answer: (chosen: string | null) => void,
): void {
  const list = document.createElement('ul');
  list.className = 'choices';
  list.tabIndex = 0;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Choices');
  list.style.minWidth = `${String(box.width)}px`;
  let at = Math.max(0, choices.indexOf(current));
  let chosen: string | null = null;
  const options = choices.map((choice, i) => {
    const option = document.createElement('li');
    option.setAttribute('role', 'option');
    option.id = `choice-${String(i)}`;
    option.textContent = choice;
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      choose(choice);
    });
    return option;
  });
  const mark = (): void => {
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    list.setAttribute('aria-activedescendant', `choice-${String(at)}`);
    options[at]?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (choice: string | null): void => {
    chosen = choice;
    close();
  };
  list.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'ArrowDown') at = Math.min(choices.length - 1, at + 1);
    else if (event.key === 'ArrowUp') at = Math.max(0, at - 1);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(choices[at] ?? null);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    mark();
  });
  list.append(...options);
  const close = popUpUntilLeft(parent, list, box, () => answer(chosen));
  mark();
  list.focus();
}
