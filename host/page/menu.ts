/** A menu that pops up: arrow keys, Home and End, letters, Escape; Enter or a click does an item's work. */

import { element, popUpUntilLeft } from './elements';
import type { PopUpBox } from './elements';

export interface MenuItem {
  readonly label: string;
  /** The keys that do the same. */
  readonly keys?: string;
  readonly isOff?: boolean;
  readonly run: () => void;
}

/** @param groups parted by lines; empty ones are left out. `done` is called when the menu is gone, before an item's work. */
export function openMenu(
  parent: HTMLElement,
  box: PopUpBox,
  name: string,
  groups: readonly (readonly MenuItem[])[],
  done: () => void,
): void {
  const menu = element('div', 'menu', 'menu');
  menu.setAttribute('aria-label', name);
  const makeItem = ({ label, keys, isOff = false, run }: MenuItem): HTMLElement => {
    const item = element('div', 'menu-item', 'menuitem');
    item.tabIndex = -1;
    item.append(label);
    if (isOff) item.setAttribute('aria-disabled', 'true');
    if (keys !== undefined) {
      const hint = element('span', 'menu-keys');
      hint.setAttribute('aria-hidden', 'true');
      hint.textContent = keys;
      item.append(hint);
    }
    item.addEventListener('click', () => {
      if (isOff) return;
      close();
      run();
    });
    item.addEventListener('pointermove', () => item.focus());
    return item;
  };
  const items: HTMLElement[] = [];
  for (const group of groups.filter(({ length }) => length > 0)) {
    if (items.length > 0) menu.append(element('div', 'menu-line', 'separator'));
    const made = group.map(makeItem);
    items.push(...made);
    menu.append(...made);
  }
  const at = (): number => items.findIndex((item) => item === document.activeElement);
  const focusOn = (index: number): void => items[((index % items.length) + items.length) % items.length]?.focus();
  const focusLetter = (letter: string): void => {
    const order = [...items.slice(at() + 1), ...items.slice(0, at() + 1)];
    order.find((item) => item.textContent.toLowerCase().startsWith(letter))?.focus();
  };
  menu.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const { key } = event;
    if (key === 'ArrowDown') focusOn(at() + 1);
    else if (key === 'ArrowUp') focusOn(at() - 1);
    else if (key === 'Home') focusOn(0);
    else if (key === 'End') focusOn(-1);
    else if (key === 'Escape' || key === 'Tab') close();
    else if (key === 'Enter' || key === ' ') items[at()]?.click();
    else if (key.length === 1 && !event.ctrlKey) focusLetter(key.toLowerCase());
    else return;
    event.preventDefault();
  });
  menu.addEventListener('contextmenu', (event) => event.preventDefault());
  const close = popUpUntilLeft(parent, menu, box, done);
  focusOn(0);
}
