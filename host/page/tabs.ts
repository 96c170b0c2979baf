/** Sheet tabs: a tab list that arrow keys move through. */

import type { Sheet, Workbook } from '../workbook/model';
import { element } from './elements';

const shown = (workbook: Workbook): Sheet[] => workbook.sheets.filter((sheet) => sheet.visibility === 'Visible');

/** The next or previous visible sheet; the same one at the end. */
export function sheetBeside(workbook: Workbook, by: 1 | -1): Sheet {
  const sheets = shown(workbook);
  return sheets[sheets.indexOf(workbook.activeSheet) + by] ?? workbook.activeSheet;
}

export interface Tabs {
  draw(): void;
}

/** The tabs are made anew only when sheets come, go or change their names: a click must find the tab it began on. */
export function createTabs(parent: HTMLElement, workbook: Workbook, choose: (sheet: Sheet) => void): Tabs {
  let made = '';
  let buttons: HTMLElement[] = [];
  let active = '';

  const tabOf = (sheet: Sheet): HTMLElement => {
    const tab = element('button', '', 'tab');
    tab.setAttribute('type', 'button');
    tab.textContent = sheet.name;
    tab.title = sheet.name;
    if (sheet.tabColor !== null && sheet.tabColor !== '') tab.style.setProperty('--tab', sheet.tabColor);
    tab.addEventListener('click', () => choose(sheet));
    tab.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
      event.preventDefault();
      choose(sheetBeside(workbook, event.key === 'ArrowRight' ? 1 : -1));
    });
    return tab;
  };

  const draw = (): void => {
    const sheets = shown(workbook);
    const wanted = JSON.stringify(sheets.map(({ id, name, tabColor }) => [id, name, tabColor]));
    const hadFocus = parent.contains(document.activeElement);
    if (wanted !== made) {
      buttons = sheets.map(tabOf);
      parent.replaceChildren(...buttons);
      made = wanted;
      active = '';
    }
    if (active === workbook.activeSheet.id) return;
    active = workbook.activeSheet.id;
    buttons.forEach((button, i) => {
      const isActive = sheets[i] === workbook.activeSheet;
      button.setAttribute('aria-selected', String(isActive));
      button.tabIndex = isActive ? 0 : -1;
      if (!isActive) return;
      if (hadFocus) button.focus();
      button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  };

  return { draw };
}
