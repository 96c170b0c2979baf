/** Entering: the field over a cell and the formula bar show one entry, and either can be typed into. */

import { printAddress, printA1 } from '../workbook/address';
import { cellArea } from '../workbook/area';
import type { Area, Sheet, Workbook } from '../workbook/model';
import { brokenValidation } from '../workbook/validation';
import { enterEverywhere } from './actions';
import { openEditor } from './editor';
import type { Editor, Entered } from './editor';
import type { Box } from './elements';
import { entryOf } from './entries';
import { isPointable, pointTo } from './pointing';
import type { Cell } from './movement';

export interface Entering {
  /** @param text what the entry begins with; null changes what is there. */
  edit(text: string | null): void;
  /** Puts an entry into a cell, and with it into others. @returns whether it was taken */
  enter(sheet: Sheet, cell: Cell, text: string, areas?: readonly Area[]): boolean;
  readonly isEditing: boolean;
  /** Commits what is being typed, for a click elsewhere. */
  finish(): void;
  /** Whether a click on a cell means its address for the formula being typed. */
  isPointing(): boolean;
  point(area: Area): void;
  /** Shows the active cell's entry in the formula bar, unless it is being typed there. */
  draw(): void;
  close(): void;
}

interface Answers {
  active(): Cell;
  areas(): readonly Area[];
  boxOf(cell: Cell): Box;
  reveal(cell: Cell): void;
  focusGrid(): void;
  attempt(work: () => void): boolean;
  setEditing(editing: boolean): void;
  /** Goes on from a cell after its entry was taken. */
  goOn(key: NonNullable<Entered['key']>, back: boolean): void;
  tell(message: string): void;
  /** Shows the area that a formula points at. */
  preview(area: Area | null): void;
  redraw(): void;
}

export function createEntering(workbook: Workbook, parent: HTMLElement, bar: HTMLInputElement, answers: Answers): Entering {
  let editor: Editor | null = null;
  /** The sheet and cell that the formula bar is about while it is typed into. */
  let barCell: { readonly sheet: Sheet; readonly cell: Cell } | null = null;
  const stop = new AbortController();
  const { signal } = stop;

  const enter = (sheet: Sheet, cell: Cell, text: string, areas: readonly Area[] = []): boolean => {
    if (areas.length === 0 && text === entryOf(sheet, cell)) return true;
    const targets = areas.length === 0 ? [cellArea(cell.row, cell.column)] : areas;
    if (text === '') return answers.attempt(() => targets.forEach((area) => sheet.clear(area, 'Contents')));
    const broken = brokenValidation(sheet, cell.row, cell.column, text);
    if (broken !== null) answers.tell(broken.message === '' ? 'This value is not one that the cell allows.' : broken.message);
    return broken?.style !== 'Stop' && answers.attempt(() => enterEverywhere(sheet, targets, cell, text));
  };

  const edit = (initial: string | null): void => {
    answers.tell('');
    if (initial === null) open(entryOf(workbook.activeSheet, answers.active()), 'edit');
    else open(initial, 'enter');
  };

  /** Opens the field over the active cell. */
  const open = (initial: string, mode: 'enter' | 'edit'): void => {
    const cell = answers.active();
    const sheet = workbook.activeSheet;
    answers.reveal(cell);
    answers.setEditing(true);
    const leave = (): void => {
      editor = null;
      answers.setEditing(false);
      answers.preview(null);
    };
    editor = openEditor(parent, answers.boxOf(cell), initial, mode, {
      input: (text) => {
        bar.value = text;
      },
      commit: ({ text, key, back, everywhere }) => {
        leave();
        const isHere = sheet === workbook.activeSheet;
        const isEntered = isHere && enter(sheet, cell, text, everywhere ? answers.areas() : []);
        answers.redraw();
        if (key === null) return;
        answers.focusGrid();
        // What was not taken is not lost: it is there to be mended.
        if (isHere && !isEntered) open(text, 'edit');
        else if (isEntered && !everywhere) answers.goOn(key, back);
      },
      cancel: () => {
        leave();
        answers.focusGrid();
        answers.redraw();
      },
    });
    bar.value = editor.text();
    answers.redraw();
  };

  bar.addEventListener(
    'focus',
    () => {
      barCell = { sheet: workbook.activeSheet, cell: answers.active() };
      answers.setEditing(true);
    },
    { signal },
  );
  bar.addEventListener(
    'blur',
    () => {
      barCell = null;
      answers.setEditing(false);
      answers.preview(null);
      answers.redraw();
    },
    { signal },
  );
  bar.addEventListener(
    'keydown',
    (event) => {
      const { key, shiftKey } = event;
      if (barCell === null || (key !== 'Enter' && key !== 'Escape' && key !== 'Tab')) return;
      event.preventDefault();
      const { sheet, cell } = barCell;
      const text = bar.value;
      answers.focusGrid();
      if (key === 'Escape') return;
      if (enter(sheet, cell, text)) answers.goOn(key, shiftKey);
      else if (sheet === workbook.activeSheet) open(text, 'edit');
    },
    { signal },
  );

  return {
    edit,
    enter,
    get isEditing() {
      return editor !== null || barCell !== null;
    },
    finish: () => editor?.finish(),
    isPointing: () => editor?.takesReference() ?? (barCell !== null && isPointable(bar)),
    point: (area) => {
      const address = printA1(area);
      answers.preview(area);
      if (editor !== null) editor.putReference(address);
      else if (barCell !== null) {
        const isElsewhere = barCell.sheet !== workbook.activeSheet;
        pointTo(bar, isElsewhere ? printAddress(workbook.activeSheet.name, area) : address);
      }
    },
    draw: () => {
      if (editor === null && document.activeElement !== bar) bar.value = entryOf(workbook.activeSheet, answers.active());
    },
    close: () => {
      editor?.finish();
      stop.abort();
    },
  };
}
