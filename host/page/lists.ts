/** Choices of a cell with list validation, and the list a person picks from. */

import type { Sheet } from '../workbook/model';
import type { ReadReference } from './charts';
import type { Cell } from './movement';

/** The choices of the cell's list validation; null where it has none. */
export function listOf(sheet: Sheet, { row, column }: Cell, read: ReadReference): string[] | null {
  const validation = sheet.validations.find(({ areas }) =>
    areas.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right),
  );
  if (validation === undefined || validation.rule.type !== 'list' || !validation.rule.inCellDropDown) return null;
  const { source } = validation.rule;
  if (!source.startsWith('=')) return source.split(',').map((choice) => choice.trim());
  const reference = source.slice(1);
  return read(reference.includes('!') ? reference : `'${sheet.name.replaceAll("'", "''")}'!${reference}`).map(({ text }) => text);
}

export function openChoices(
  parent: HTMLElement,
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  choices: readonly string[],
  current: string,
  answer: (chosen: string | null) => void,
): void {
  const list = document.createElement('ul');
  list.className = 'choices';
  list.tabIndex = 0;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Choices');
  Object.assign(list.style, { left: `${box.left}px`, top: `${box.top + box.height}px`, minWidth: `${box.width}px` });
  let at = Math.max(0, choices.indexOf(current));
  const options = choices.map((choice, i) => {
    const option = document.createElement('li');
    option.setAttribute('role', 'option');
    option.id = `choice-${i}`;
    option.textContent = choice;
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      close(choice);
    });
    return option;
  });
  const mark = (): void => {
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    list.setAttribute('aria-activedescendant', `choice-${at}`);
    options[at]?.scrollIntoView({ block: 'nearest' });
  };
  let open = true;
  const close = (chosen: string | null): void => {
    if (!open) return;
    open = false;
    list.remove();
    answer(chosen);
  };
  list.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'ArrowDown') at = Math.min(choices.length - 1, at + 1);
    else if (event.key === 'ArrowUp') at = Math.max(0, at - 1);
    else if (event.key === 'Enter' || event.key === 'Tab') close(choices[at] ?? null);
    else if (event.key === 'Escape') close(null);
    else return;
    event.preventDefault();
    mark();
  });
  list.addEventListener('blur', () => close(null));
  list.append(...options);
  parent.append(list);
  mark();
  list.focus();
}
