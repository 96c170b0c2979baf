/** Sheet tabs: a tab list that arrow keys move through; sheets are added, renamed, moved and deleted from it. */

import type { Sheet, Workbook } from '../workbook/model';
import { element } from './elements';
import { openMenu } from './menu';

const shown = (workbook: Workbook): Sheet[] => workbook.sheets.filter((sheet) => sheet.visibility === 'Visible');

/** The next or previous visible sheet; the same one at the end. */
export function sheetBeside(workbook: Workbook, by: 1 | -1, sheet: Sheet = workbook.activeSheet): Sheet {
  const sheets = shown(workbook);
  return sheets[sheets.indexOf(sheet) + by] ?? sheet;
}

export interface Tabs {
  draw(): void;
  close(): void;
}

interface Answers {
  /** Where menus pop up. */
  readonly parent: HTMLElement;
  choose(sheet: Sheet): void;
  attempt(work: () => void): boolean;
  leave(): void;
}

/** The tabs are made anew only when sheets come, go or change their names: a click must find the tab it began on. */
export function createTabs(list: HTMLElement, adder: HTMLElement, workbook: Workbook, answers: Answers): Tabs {
  let made = '';
  let buttons: HTMLElement[] = [];
  let active = '';
  const stop = new AbortController();

  const add = (): void => {
    answers.attempt(() => workbook.activate(workbook.addSheet(null, workbook.sheets.indexOf(workbook.activeSheet) + 1)));
  };
  adder.addEventListener('click', add, { signal: stop.signal });

  const rename = (sheet: Sheet, tab: HTMLElement): void => {
    const field = document.createElement('input');
    field.className = 'tab-name';
    field.value = sheet.name;
    field.maxLength = 31;
    field.setAttribute('aria-label', 'Name of the sheet');
    field.style.width = `${String(Math.max(60, tab.offsetWidth))}px`;
    let isOpen = true;
    const close = (isKept: boolean): void => {
      if (!isOpen) return;
      isOpen = false;
      const name = field.value.trim();
      field.replaceWith(tab);
      if (isKept && name !== '' && name !== sheet.name) answers.attempt(() => workbook.renameSheet(sheet, name));
      tab.focus();
    };
    field.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Enter') close(true);
      else if (event.key === 'Escape') close(false);
    });
    field.addEventListener('blur', () => close(true));
    tab.replaceWith(field);
    field.focus();
    field.select();
  };

  const openTabMenu = (sheet: Sheet, tab: HTMLElement): void => {
    const at = workbook.sheets.indexOf(sheet);
    const move = (label: string, by: 1 | -1) => {
      const beside = sheetBeside(workbook, by, sheet);
      return change(label, () => workbook.moveSheet(sheet, workbook.sheets.indexOf(beside)), beside === sheet);
    };
    const change = (label: string, run: () => void, isOff = false) => ({ label, isOff, run: () => answers.attempt(run) });
    const bounds = answers.parent.getBoundingClientRect();
    openMenu(
      answers.parent,
      { left: tab.getBoundingClientRect().left - bounds.left, top: bounds.height, height: 0 },
      `Sheet ${sheet.name}`,
      [
        [
          { label: 'Rename', run: () => rename(sheet, tab) },
          change('Duplicate', () => workbook.activate(workbook.copySheet(sheet, at + 1))),
          change('Delete', () => workbook.deleteSheet(sheet), shown(workbook).length === 1),
        ],
        [move('Move left', -1), move('Move right', 1)],
        [
          change('Hide', () => (sheet.visibility = 'Hidden'), shown(workbook).length === 1),
          ...workbook.sheets
            .filter(({ visibility }) => visibility === 'Hidden')
            .map((hidden) => change(`Show ${hidden.name}`, () => (hidden.visibility = 'Visible'))),
        ],
      ],
      () => answers.leave(),
    );
  };

  const tabOf = (sheet: Sheet): HTMLElement => {
    const tab = element('button', '', 'tab');
    tab.setAttribute('type', 'button');
    tab.textContent = sheet.name;
    tab.title = sheet.name;
    if (sheet.tabColor !== null && sheet.tabColor !== '') tab.style.setProperty('--tab', sheet.tabColor);
    tab.addEventListener('click', () => answers.choose(sheet));
    tab.addEventListener('dblclick', () => rename(sheet, tab));
    tab.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      answers.choose(sheet);
      openTabMenu(sheet, tab);
    });
    tab.addEventListener('keydown', (event) => {
      const { key } = event;
      if (key === 'F2') rename(sheet, tab);
      else if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) openTabMenu(sheet, tab);
      else if (key === 'ArrowRight' || key === 'ArrowLeft') answers.choose(sheetBeside(workbook, key === 'ArrowRight' ? 1 : -1));
      else return;
      event.preventDefault();
    });
    return tab;
  };

  const draw = (): void => {
    const sheets = shown(workbook);
    const wanted = JSON.stringify(sheets.map(({ id, name, tabColor }) => [id, name, tabColor]));
    const hadFocus = list.contains(document.activeElement);
    if (wanted !== made) {
      buttons = sheets.map(tabOf);
      list.replaceChildren(...buttons);
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

  return { draw, close: () => stop.abort() };
}
