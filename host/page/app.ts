/** The page's state: which workbook is open, what is selected, what is being edited. Everything drawn follows from it. */

import { cellText } from '../workbook/address';
import { conditionalStyle } from '../workbook/conditionalFormat';
import type { Area, Change, Workbook } from '../workbook/model';
import { Refusal } from '../workbook/model';
import { brokenValidation } from '../workbook/validation';
import { openEditor } from './editor';
import type { Editor } from './editor';
import { element, place } from './elements';
import { copiedText, entryOf, pastedCells } from './entries';
import { filterAt, openFilterMenu } from './filterMenu';
import { charactersOf } from './geometry';
import { createGridView } from './gridView';
import type { Extent } from './gridView';
import { linkAt } from './links';
import { listOf, openChoices } from './lists';
import { createMeasure } from './measure';
import { areaOf, commandOf, single, step } from './movement';
import type { Cell, Command, Selection } from './movement';
import { placeOf, referenceReader } from './places';
import { followPointer } from './pointer';
import { automaticHeights } from './rowHeights';
import { sumsOf } from './sums';
import { createTabs, sheetBeside } from './tabs';

export interface Parts {
  readonly sheet: HTMLElement;
  readonly tabs: HTMLElement;
  readonly formula: HTMLInputElement;
  readonly nameBox: HTMLInputElement;
  readonly sums: HTMLElement;
}

export interface Surroundings {
  /** Says what was refused. */
  readonly tell: (message: string) => void;
  /** A person begins or ends editing a cell: the add-in's requests wait for that. */
  readonly setEditing: (editing: boolean) => void;
}

export interface App {
  focus(): void;
  close(): void;
}

/** Shows a workbook in the page's parts until closed. */
export function openApp(workbook: Workbook, parts: Parts, { tell, setEditing }: Surroundings): App {
  let selection = currentSelection(workbook);
  let editor: Editor | null = null;
  let waiting: Extent | null = null;
  let areSumsOld = true;
  let shownSheet = workbook.activeSheet.id;
  const scrolls = new Map<string, { readonly left: number; readonly top: number }>();
  const stop = new AbortController();
  const { signal } = stop;
  const read = referenceReader(workbook);
  const measure = createMeasure(document);
  const heights = automaticHeights(workbook, measure);
  const view = createGridView(measure, () => {
    const sheet = workbook.activeSheet;
    return {
      sheet,
      selection,
      conditional: (row, column) => conditionalStyle(sheet, row, column),
      heights: heights.of(sheet),
      read,
    };
  });
  parts.sheet.replaceChildren(view.root);

  const draw = (): void => {
    const extent = waiting ?? 'moved';
    waiting = null;
    view.draw(extent);
    drawBars();
  };
  const drawSoon = (extent: Extent): void => {
    const isAsked = waiting !== null;
    if (waiting !== 'all') waiting = extent;
    if (!isAsked) requestAnimationFrame(draw);
  };

  const tabs = createTabs(parts.tabs, workbook, (chosen) => attempt(() => workbook.activate(chosen)));

  const drawBars = (): void => {
    const sheet = workbook.activeSheet;
    const { row, column } = selection.anchor;
    if (document.activeElement !== parts.nameBox) parts.nameBox.value = cellText(row, column);
    if (document.activeElement !== parts.formula) parts.formula.value = entryOf(sheet, selection.anchor);
    tabs.draw();
    if (areSumsOld) parts.sums.textContent = sumsOf(sheet, areaOf(selection));
    areSumsOld = false;
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
    areSumsOld = true;
    attempt(() => workbook.select(workbook.activeSheet, [areaOf(next)]));
    if (scroll) view.scrollTo(next.focus);
    drawSoon('moved');
  };

  /** Goes to a place of the workbook that a reference, a name or a link tells; false where there is none. */
  const goTo = (reference: string): boolean => {
    const target = placeOf(workbook, reference);
    if (target === null) return false;
    return attempt(() => {
      workbook.activate(target.sheet);
      workbook.select(target.sheet, [target.area]);
    });
  };

  const enter = (cell: Cell, text: string): boolean => {
    const sheet = workbook.activeSheet;
    if (text === entryOf(sheet, cell)) return true;
    if (text === '') return attempt(() => sheet.clear(areaOf(single(cell)), 'Contents'));
    const broken = brokenValidation(sheet, cell.row, cell.column, text);
    if (broken !== null) tell(broken.message === '' ? 'This value is not one that the cell allows.' : broken.message);
    return broken?.style !== 'Stop' && attempt(() => sheet.enter(cell.row, cell.column, text));
  };

  const edit = (initial: string | null): void => {
    const cell = selection.anchor;
    const sheet = workbook.activeSheet;
    tell('');
    view.scrollTo(cell);
    setEditing(true);
    const stopEditing = (): void => {
      editor = null;
      setEditing(false);
    };
    editor = openEditor(parts.sheet, view.boxOf(cell), initial ?? entryOf(sheet, cell), initial === null ? 'edit' : 'enter', {
      commit: (text, direction) => {
        stopEditing();
        const isEntered = sheet === workbook.activeSheet && enter(cell, text);
        if (direction === null) return;
        view.root.focus();
        if (isEntered) select(single(step(sheet, cell, direction)));
      },
      cancel: () => {
        stopEditing();
        view.root.focus();
      },
    });
    drawSoon('moved');
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
    const choices = listOf(workbook.activeSheet, cell);
    if (choices === null || editor !== null) return;
    const box = view.boxOf(cell);
    const button = element('button', 'choose');
    button.tabIndex = -1;
    button.setAttribute('type', 'button');
    button.setAttribute('aria-label', 'Choose from the list');
    place(button, { left: box.left + box.width, top: box.top + box.height - 22 });
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

  const openFilter = (cell: Cell): void => {
    const filter = filterAt(workbook.activeSheet, cell);
    if (filter !== null) openFilterMenu(parts.sheet, view.boxOf(cell), filter, attempt, () => view.root.focus());
  };

  /** What Alt and the down arrow open: a list of choices or a filter. */
  const openBelow = (): void => {
    const choices = listOf(workbook.activeSheet, selection.anchor);
    if (choices === null) openFilter(selection.anchor);
    else chooseFrom(choices);
  };

  const follow = (cell: Cell): void => {
    const link = linkAt(workbook.activeSheet, cell);
    if (link === null) return;
    if (link.documentReference !== '') {
      if (!goTo(link.documentReference)) tell(`${link.documentReference} is no longer in this workbook.`);
    } else if (/^(https?|mailto):/i.test(link.address)) {
      window.open(link.address, '_blank', 'noopener');
    }
  };

  view.root.addEventListener('scroll', () => drawSoon('moved'), { signal });
  view.root.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'ArrowDown' && event.altKey) {
        event.preventDefault();
        openBelow();
        return;
      }
      if (event.key === 'Enter' && event.ctrlKey) {
        event.preventDefault();
        follow(selection.anchor);
        return;
      }
      const key = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey };
      const command = commandOf(workbook.activeSheet, selection, key, view.pageRows());
      if (command === null) return;
      event.preventDefault();
      run(command);
    },
    { signal },
  );
  const stopPointer = followPointer(view, {
    sheet: () => workbook.activeSheet,
    selection: () => selection,
    press: () => {
      editor?.finish();
      view.root.focus();
    },
    select,
    click: follow,
    openFilter,
    widen: (column, width) => attempt(() => workbook.activeSheet.setColumnWidth(column, column, charactersOf(width))),
    fit: (column) => attempt(() => workbook.activeSheet.autofitColumns(column, column)),
    edit: () => edit(null),
  });

  const copy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', copiedText(workbook.activeSheet, areaOf(selection)));
    event.preventDefault();
  };
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const cells = pastedCells(event.clipboardData?.getData('text/plain') ?? '');
    const sheet = workbook.activeSheet;
    const { top, left } = areaOf(selection);
    const right = left + Math.max(1, ...cells.map((row) => row.length)) - 1;
    attempt(() => {
      cells.forEach((row, r) => row.forEach((entry, c) => sheet.enter(top + r, left + c, entry)));
      select({ anchor: { row: top, column: left }, focus: { row: top + Math.max(1, cells.length) - 1, column: right } }, false);
    });
  };
  view.root.addEventListener('copy', copy, { signal });
  view.root.addEventListener(
    'cut',
    (event) => {
      copy(event);
      attempt(() => workbook.activeSheet.clear(areaOf(selection), 'Contents'));
    },
    { signal },
  );
  view.root.addEventListener('paste', paste, { signal });

  parts.formula.addEventListener('focus', () => setEditing(true), { signal });
  parts.formula.addEventListener(
    'blur',
    () => {
      setEditing(false);
      drawSoon('moved');
    },
    { signal },
  );
  parts.formula.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      const text = parts.formula.value;
      const cell = selection.anchor;
      view.root.focus();
      if (event.key === 'Enter' && enter(cell, text)) select(single(step(workbook.activeSheet, cell, 'down')));
    },
    { signal },
  );
  parts.nameBox.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      const reference = parts.nameBox.value.trim();
      view.root.focus();
      if (event.key === 'Enter' && !goTo(reference)) tell(`There is no cell or name called ${reference}.`);
      drawSoon('moved');
    },
    { signal },
  );

  /** Each sheet keeps where it was scrolled to. */
  const showActiveSheet = (): void => {
    if (shownSheet !== workbook.activeSheet.id) scrolls.set(shownSheet, { left: view.root.scrollLeft, top: view.root.scrollTop });
    const isNew = shownSheet !== workbook.activeSheet.id;
    shownSheet = workbook.activeSheet.id;
    // The sheet's own rows and columns must be known before anything can be scrolled to.
    view.draw('all');
    if (isNew) view.root.scrollTo(scrolls.get(shownSheet) ?? { left: 0, top: 0 });
    // The bars tell of the same cell as the grid at every moment, not from the next frame on.
    drawBars();
  };

  const hear = (changes: readonly Change[]): void => {
    heights.changed(changes);
    if (changes.some(({ kind }) => kind === 'activated')) {
      editor?.finish();
      tell('');
    }
    const isElsewhere = !isSame(areaOf(currentSelection(workbook)), areaOf(selection));
    if (isElsewhere || shownSheet !== workbook.activeSheet.id) {
      selection = currentSelection(workbook);
      areSumsOld = true;
      showActiveSheet();
      view.scrollTo(selection.anchor);
    }
    const active = workbook.activeSheet.id;
    const isSeen = changes.some(({ kind, sheet }) => kind !== 'selection' && (sheet === null || sheet === active));
    areSumsOld ||= isSeen;
    drawSoon(isSeen ? 'all' : 'moved');
  };

  const resize = new ResizeObserver(() => drawSoon('all'));
  resize.observe(parts.sheet);
  const stopHearing = workbook.onChange(hear);
  drawSoon('all');

  return {
    focus: () => view.root.focus(),
    close: () => {
      editor?.finish();
      stop.abort();
      stopPointer();
      stopHearing();
      resize.disconnect();
      parts.sheet.replaceChildren();
    },
  };
}

function isSame(one: Area, other: Area): boolean {
  return one.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;
}

function currentSelection(workbook: Workbook): Selection {
  const [area] = workbook.selection;
  if (area === undefined) return single({ row: 0, column: 0 });
  return { anchor: { row: area.top, column: area.left }, focus: { row: area.bottom, column: area.right } };
}
