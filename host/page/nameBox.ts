/** The name box: shows the active cell's address, and goes to what is typed into it. */

import { cellText } from '../workbook/address';
import type { Workbook } from '../workbook/model';
import type { Cell } from './movement';

export interface NameBox {
  /** Shows a cell's address, unless another is being typed. */
  draw(cell: Cell): void;
  /** Puts the cursor into it. */
  open(): void;
  close(): void;
}

interface Answers {
  /** Goes to a reference or name; false where there is none. */
  goTo(reference: string): boolean;
  leave(): void;
  tell(message: string): void;
  redraw(): void;
}

/** @param list offers the names there are */
export function createNameBox(field: HTMLInputElement, list: HTMLElement, workbook: Workbook, answers: Answers): NameBox {
  const stop = new AbortController();
  const { signal } = stop;
  const offerNames = (): void => {
    const names = workbook.names.filter(({ visible }) => visible).map(({ name }) => name);
    const tables = workbook.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
    list.replaceChildren(...[...names, ...tables].map((name) => new Option(name)));
  };
  const press = ({ key }: KeyboardEvent): void => {
    if (key !== 'Enter' && key !== 'Escape') return;
    const reference = field.value.trim();
    answers.leave();
    if (key === 'Enter' && !answers.goTo(reference)) answers.tell(`There is no cell or name called ${reference}.`);
    answers.redraw();
  };
  field.addEventListener('focus', offerNames, { signal });
  field.addEventListener('keydown', press, { signal });
  return {
    draw: ({ row, column }) => {
      if (document.activeElement !== field) field.value = cellText(row, column);
    },
    open: () => {
      field.focus();
      field.select();
    },
    close: () => stop.abort(),
  };
}
