/** What opens over the cells: lists of choices, filters, the menu. */

import type { Sheet, Workbook } from '../workbook/model';
import { cellMenu } from './cellMenu';
import type { Clipboard } from './clipboard';
import { button, place } from './elements';
import type { PopUpBox } from './elements';
import { filterAt } from './filterChoice';
import { openFilterMenu } from './filterMenu';
import type { GridView } from './gridView';
import { listOf, openChoices } from './lists';
import { openMenu } from './menu';
import type { Cell, Selection } from './movement';

export interface OverCells {
  /** Shows the arrow beside a cell that has a list. @param isHidden while something is typed */
  drawListButton(isHidden: boolean): void;
  readonly openFilter: (cell: Cell) => void;
  /** What Alt and the down arrow open: a list of choices or a filter. */
  openBelow(): void;
  openMenu(box: PopUpBox): void;
}

interface Answers {
  readonly clipboard: Clipboard;
  readonly selection: () => Selection;
  /** Puts what was chosen into a cell. */
  enter(sheet: Sheet, cell: Cell, text: string): void;
  readonly attempt: (work: () => void) => boolean;
  readonly follow: (cell: Cell) => void;
  readonly tell: (message: string) => void;
}

export function createOverCells(parent: HTMLElement, workbook: Workbook, view: GridView, answers: Answers): OverCells {
  const { attempt, clipboard, follow, selection, tell } = answers;
  const leave = (): void => view.root.focus();
  const choicesHere = (): string[] | null => listOf(workbook.activeSheet, selection().active);

  const chooseFrom = (choices: readonly string[]): void => {
    const sheet = workbook.activeSheet;
    const cell = selection().active;
    openChoices(parent, view.boxOf(cell), choices, sheet.text(cell.row, cell.column), (chosen) => {
      if (chosen !== null) answers.enter(sheet, cell, chosen);
      leave();
    });
  };

  const drawListButton = (isHidden: boolean): void => {
    parent.querySelector('.choose')?.remove();
    const choices = choicesHere();
    if (choices === null || isHidden) return;
    const box = view.boxOf(selection().active);
    const arrow = button('', () => chooseFrom(choices), 'choose');
    arrow.tabIndex = -1;
    arrow.setAttribute('aria-label', 'Choose from the list');
    place(arrow, { left: box.left + box.width, top: box.top + box.height - 22 });
    parent.append(arrow);
  };

  const openFilter = (cell: Cell): void => {
    const filter = filterAt(workbook.activeSheet, cell);
    if (filter !== null) openFilterMenu(parent, view.boxOf(cell), filter, attempt, leave);
  };

  const openBelow = (): void => {
    const choices = choicesHere();
    if (choices === null) openFilter(selection().active);
    else chooseFrom(choices);
  };

  const openCellMenu = (box: PopUpBox): void => {
    const byKeys = (work: Promise<void>, keys: string): void => {
      work.catch(() => tell(`The browser keeps the clipboard to itself here: press ${keys}.`));
    };
    const groups = cellMenu(workbook, selection(), choicesHere() !== null, {
      attempt,
      copy: () => byKeys(clipboard.copy(false), 'Ctrl+C'),
      cut: () => byKeys(clipboard.copy(true), 'Ctrl+X'),
      paste: () => {
        leave();
        byKeys(clipboard.paste(), 'Ctrl+V');
      },
      openFilter,
      chooseFromList: openBelow,
      follow,
    });
    openMenu(parent, box, 'Cells', groups, leave);
  };

  return { drawListButton, openFilter, openBelow, openMenu: openCellMenu };
}
