/** The page's state: which workbook is open, what is selected, what is being edited. Everything drawn follows from it. */

import { columnLetters } from '../workbook/address';
import { conditionalStyle } from '../workbook/conditionalFormat';
import type { Area, Sheet, Workbook } from '../workbook/model';
import { Refusal } from '../workbook/model';
import { openEditor } from './editor';
import type { Editor } from './editor';
import { createGridView } from './gridView';
import { listOf, openChoices } from './lists';
import { areaOf, commandOf, single, step } from './movement';
import type { Cell, Command, Selection } from './movement';
import { placeOf, referenceReader } from './places';
import { sumsOf } from './sums';
import { drawTabs, sheetBeside } from './tabs';

export interface Parts {
  readonly sheet: HTMLElement;
  readonly tabs: HTMLElement;
  readonly formula: HTMLInputElement;
  readonly nameBox: HTMLElement;
  readonly sums: HTMLElement;
}

export interface App {
  focus(): void;
  close(): void;
}

/** Shows a workbook in the page's parts until closed; `tell` says what was refused. */
export function openApp(workbook: Workbook, parts: Parts, tell: (message: string) => void): App {
  let selection = currentSelection(workbook);
  let editor: Editor | null = null;
  let waiting = false;
  let relayout = false;
  const stops: (() => void)[] = [];
  const read = referenceReader(workbook);
  const view = createGridView(() => ({
    sheet: workbook.activeSheet,
    selection,
    conditional: (row, column) => conditionalStyle(workbook.activeSheet, row, column),
    read,
  }));
  parts.sheet.replaceChildren(view.root);

  const listen = <K extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ): void => {
    target.addEventListener(type, listener);
    stops.push(() => target.removeEventListener(type, listener));
  };

  const draw = (): void => {
    waiting = false;
    view.draw(relayout);
    relayout = false;
    drawBars();
  };
  const drawSoon = (again: boolean): void => {
    relayout ||= again;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(draw);
  };

  const drawBars = (): void => {
    const sheet = workbook.activeSheet;
    const { row, column } = selection.anchor;
    parts.nameBox.textContent = `${columnLetters(column)}${row + 1}`;
    if (document.activeElement !== parts.formula) parts.formula.value = entryOf(sheet, selection.anchor);
    drawTabs(parts.tabs, workbook, (chosen) => workbook.transact('person', () => workbook.activate(chosen)));
    parts.sums.textContent = sumsOf(sheet, areaOf(selection));
    drawListButton();
  };

  /** Does what a person asked for; a refusal is told and changes nothing. */
  const attempt = (work: () => void): boolean => {
    try {
      workbook.transact('person', work);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      tell(error.message);
      return false;
    }
  };

  const select = (next: Selection, scroll = true): void => {
    selection = next;
    const area = areaOf(next);
    attempt(() => workbook.select(workbook.activeSheet, [area]));
    if (scroll) view.scrollTo(next.focus);
    drawSoon(false);
  };

  const enter = (cell: Cell, text: string): boolean => {
    const sheet = workbook.activeSheet;
    return attempt(() =>
      text === ''
        ? sheet.clear({ top: cell.row, left: cell.column, bottom: cell.row, right: cell.column }, 'Contents')
        : sheet.enter(cell.row, cell.column, text),
    );
  };

  const edit = (initial: string | null): void => {
    const cell = selection.anchor;
    const sheet = workbook.activeSheet;
    workbook.editing = true;
    const stopEditing = (): void => {
      workbook.editing = false;
      editor = null;
      view.root.focus();
    };
    editor = openEditor(parts.sheet, view.boxOf(cell), initial ?? entryOf(sheet, cell), {
      commit: (text, direction) => {
        stopEditing();
        if (enter(cell, text)) select(single(step(sheet, cell, direction)));
      },
      cancel: stopEditing,
    });
  };

  const run = (command: Command): void => {
    switch (command.kind) {
      case 'select':
        select(command.selection);
        return;
      case 'edit':
        edit(command.text);
        return;
      case 'clear':
        attempt(() => workbook.activeSheet.clear(areaOf(selection), 'Contents'));
        return;
      case 'sheet':
        attempt(() => workbook.activate(sheetBeside(workbook, command.by)));
    }
  };

  const drawListButton = (): void => {
    parts.sheet.querySelector('.choose')?.remove();
    const cell = selection.anchor;
    const choices = listOf(workbook.activeSheet, cell, read);
    if (choices === null || editor !== null) return;
    const box = view.boxOf(cell);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'choose';
    button.textContent = '▾';
    button.tabIndex = -1;
    button.setAttribute('aria-label', 'Choose from the list');
    Object.assign(button.style, { left: `${box.left + box.width}px`, top: `${box.top}px` });
    button.addEventListener('click', () => chooseFrom(choices));
    parts.sheet.append(button);
  };

  const chooseFrom = (choices: readonly string[]): void => {
    const cell = selection.anchor;
    openChoices(parts.sheet, view.boxOf(cell), choices, workbook.activeSheet.text(cell.row, cell.column), (chosen) => {
      if (chosen !== null) enter(cell, chosen);
      view.root.focus();
    });
  };

  /** A click on a linked cell goes where the link points within the workbook. */
  const follow = (cell: Cell): boolean => {
    const link = workbook.activeSheet.hyperlinks.find(
      ({ area }) => area.top === cell.row && area.left === cell.column && area.right === cell.column,
    );
    if (link === undefined || link.documentReference === '') return false;
    const place = placeOf(workbook, link.documentReference);
    if (place === null) return false;
    return attempt(() => {
      workbook.activate(place.sheet);
      workbook.select(place.sheet, [place.area]);
    });
  };

  listen(view.root, 'scroll', () => drawSoon(false));
  listen(view.root, 'keydown', (event) => {
    if (event.key === 'ArrowDown' && event.altKey) {
      const choices = listOf(workbook.activeSheet, selection.anchor, read);
      if (choices !== null) {
        event.preventDefault();
        chooseFrom(choices);
      }
      return;
    }
    const key = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey };
    const command = commandOf(workbook.activeSheet, selection, key, view.pageRows());
    if (command === null) return;
    event.preventDefault();
    run(command);
  });
  listen(view.root, 'pointerdown', (event) => {
    if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('.grid-chart') !== null) return;
    if (event.offsetX > view.root.clientWidth || event.offsetY > view.root.clientHeight) return;
    const from = view.cellAt(event.clientX, event.clientY);
    editor?.finish();
    view.root.focus();
    select(event.shiftKey ? { anchor: selection.anchor, focus: from } : single(from), false);
    const drag = (moved: PointerEvent): void => {
      const focus = view.cellAt(moved.clientX, moved.clientY);
      if (focus.row !== selection.focus.row || focus.column !== selection.focus.column)
        select({ anchor: selection.anchor, focus });
    };
    const drop = (): void => {
      view.root.removeEventListener('pointermove', drag);
      view.root.removeEventListener('pointerup', drop);
      const area = areaOf(selection);
      if (area.top === area.bottom && area.left === area.right) follow(from);
    };
    view.root.addEventListener('pointermove', drag);
    view.root.addEventListener('pointerup', drop);
  });
  listen(view.root, 'dblclick', () => edit(null));
  listen(view.root, 'copy', (event) => copySelection(event));
  listen(view.root, 'paste', (event) => paste(event));
  listen(parts.formula, 'focus', () => {
    workbook.editing = true;
  });
  listen(parts.formula, 'blur', () => {
    workbook.editing = false;
    drawSoon(false);
  });
  listen(parts.formula, 'keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    const text = parts.formula.value;
    const cell = selection.anchor;
    view.root.focus();
    if (event.key === 'Enter' && enter(cell, text)) select(single(step(workbook.activeSheet, cell, 'down')));
  });

  const copySelection = (event: ClipboardEvent): void => {
    const sheet = workbook.activeSheet;
    const area = within(areaOf(selection), sheet.usedArea(true));
    const lines: string[] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      const texts: string[] = [];
      for (let column = area.left; column <= area.right; column += 1) texts.push(sheet.text(row, column));
      lines.push(texts.join('\t'));
    }
    event.clipboardData?.setData('text/plain', lines.join('\n'));
    event.preventDefault();
  };

  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    const { row, column } = selection.anchor;
    attempt(() =>
      text
        .replace(/\r?\n$/, '')
        .split(/\r?\n/)
        .forEach((line, r) => line.split('\t').forEach((entry, c) => workbook.activeSheet.enter(row + r, column + c, entry))),
    );
  };

  const resize = new ResizeObserver(() => drawSoon(false));
  resize.observe(parts.sheet);
  stops.push(
    () => resize.disconnect(),
    workbook.onChange((changes) => {
      if (changes.some(({ kind }) => kind === 'activated' || kind === 'selection')) {
        selection = currentSelection(workbook);
        view.scrollTo(selection.anchor);
      }
      drawSoon(true);
    }),
  );
  drawSoon(true);

  return {
    focus: () => view.root.focus(),
    close: () => {
      editor?.finish();
      for (const stop of stops) stop();
      parts.sheet.replaceChildren();
    },
  };
}

function currentSelection(workbook: Workbook): Selection {
  const [area] = workbook.selection;
  if (area === undefined) return single({ row: 0, column: 0 });
  return { anchor: { row: area.top, column: area.left }, focus: { row: area.bottom, column: area.right } };
}

/** What the formula bar shows: the formula, or the entry that would give the value. */
function entryOf(sheet: Sheet, { row, column }: Cell): string {
  const content = sheet.content(row, column);
  switch (content.kind) {
    case 'empty':
      return '';
    case 'formula':
      return content.formula;
    case 'value':
      return typeof content.value === 'number' && !/[ymdhs]/i.test(sheet.style(row, column).numberFormat)
        ? String(content.value)
        : sheet.text(row, column);
  }
}

function within(area: Area, used: Area | null): Area {
  if (used === null) return { ...area, bottom: area.top, right: area.left };
  return {
    ...area,
    bottom: Math.max(area.top, Math.min(area.bottom, used.bottom)),
    right: Math.max(area.left, Math.min(area.right, used.right)),
  };
}
