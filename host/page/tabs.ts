/** Sheet tabs: a tab list that arrow keys move through. */

import type { Sheet, Workbook } from '../workbook/model';

const shown = (workbook: Workbook): Sheet[] => workbook.sheets.filter((sheet) => sheet.visibility === 'Visible');

/** The next or previous visible sheet; the same one at the end. */
export function sheetBeside(workbook: Workbook, by: 1 | -1): Sheet {
  const sheets = shown(workbook);
  return sheets[sheets.indexOf(workbook.activeSheet) + by] ?? workbook.activeSheet;
}

export function drawTabs(parent: HTMLElement, workbook: Workbook, choose: (sheet: Sheet) => void): void {
  const sheets = shown(workbook);
  const had = document.activeElement?.parentElement === parent;
  const tabs = sheets.map((sheet) => {
    const tab = document.createElement('button');
    const active = sheet === workbook.activeSheet;
    tab.type = 'button';
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(active));
    tab.tabIndex = active ? 0 : -1;
    tab.textContent = sheet.name;
    if (sheet.tabColor !== null && sheet.tabColor !== '') tab.style.setProperty('--tab', sheet.tabColor);
    tab.addEventListener('click', () => choose(sheet));
    tab.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
        choose(sheetBeside(workbook, event.key === 'ArrowRight' ? 1 : -1));
    });
    return tab;
  });
  parent.replaceChildren(...tabs);
  const active = tabs[sheets.indexOf(workbook.activeSheet)];
  if (had) active?.focus();
  active?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
