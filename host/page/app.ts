/** The page's state: which workbook is open, what is selected, what is being edited. Everything drawn follows from it. */

import { cellText } from '../workbook/address';
import { isSameArea, union } from '../workbook/area';
import { conditionalStyle } from '../workbook/conditionalFormat';
import { createHistory } from '../workbook/history';
import type { Place } from '../workbook/history';
import type { Area, Change, Workbook } from '../workbook/model';
import { Refusal } from '../workbook/model';
import { deleteLines, fill, fillOver, insertLines, toggleLetters, usedPart } from './actions';
import { cellMenu } from './cellMenu';
import { createClipboard } from './clipboard';
import { element, place } from './elements';
import { createEntering } from './entering';
import { filterAt } from './filterChoice';
import { openFilterMenu } from './filterMenu';
import { createFindBar } from './findBar';
import { charactersOf, pointsOf } from './geometry';
import { createGridView } from './gridView';
import type { Extent } from './gridView';
import { commandOf } from './keys';
import type { Command } from './keys';
import { linkAt } from './links';
import { listOf, openChoices } from './lists';
import { createMeasure } from './measure';
import { openMenu } from './menu';
import { advance, areaOf, areasOf, ofArea, overMerges, single, step } from './movement';
import type { Cell, Selection } from './movement';
import { placeOf, referenceReader } from './places';
import { followPointer } from './pointer';
import { automaticHeights } from './rowHeights';
import { inSlices } from './slices';
import { sumsOf } from './sums';
import { createTabs, sheetBeside } from './tabs';

export interface Parts {
  readonly sheet: HTMLElement;
  readonly tabs: HTMLElement;
  readonly addSheet: HTMLElement;
  readonly formula: HTMLInputElement;
  readonly nameBox: HTMLInputElement;
  readonly names: HTMLElement;
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
  undo(): void;
  redo(): void;
  find(): void;
  close(): void;
}

/** Shows a workbook in the page's parts until closed. */
export function openApp(workbook: Workbook, parts: Parts, { tell, setEditing }: Surroundings): App {
  let selection = currentSelection(workbook);
  let waiting: Extent | null = null;
  let areSumsOld = true;
  let isEndMode = false;
  let stopSums = (): void => undefined;
  let shownSheet = workbook.activeSheet.id;
  const scrolls = new Map<string, { readonly left: number; readonly top: number }>();
  const stop = new AbortController();
  const { signal } = stop;
  const read = referenceReader(workbook);
  const measure = createMeasure(document);
  const heights = automaticHeights(workbook, measure);
  const history = createHistory(workbook);
  const view = createGridView(measure, () => {
    const sheet = workbook.activeSheet;
    return {
      sheet,
      selection,
      copied: () => clipboard.copiedOn(sheet),
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

  /** Does what a person asked for as one step; a refusal is told and changes nothing. */
  const attempt = (work: () => void): boolean => {
    clipboard.forget();
    return told(() => history.run(work));
  };

  const told = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      tell(error.message);
      return false;
    }
  };

  const tabs = createTabs(parts.tabs, parts.addSheet, workbook, {
    parent: parts.sheet,
    choose: (chosen) => told(() => workbook.transact('person', () => workbook.activate(chosen))),
    attempt,
    leave: () => view.root.focus(),
  });

  const clipboard = createClipboard(view.root, workbook, {
    areas: () => areasOf(selection),
    attempt: (work) => told(() => history.run(work)),
    select: (area) => select(ofArea(area), false),
    redraw: () => drawSoon('moved'),
    tell,
  });

  const entering = createEntering(workbook, parts.sheet, parts.formula, {
    active: () => selection.active,
    areas: () => areasOf(selection),
    boxOf: (cell) => view.boxOf(cell),
    reveal: (cell) => view.scrollTo(cell),
    focusGrid: () => view.root.focus(),
    attempt,
    setEditing,
    goOn: (key, back) => {
      if (key === 'Enter' || key === 'Tab') select(advance(workbook.activeSheet, selection, key === 'Tab', back));
      else select(single(step(workbook.activeSheet, selection.active, key)));
    },
    tell,
    preview: (area) => view.preview(area),
    redraw: () => drawSoon('moved'),
  });

  const findBar = createFindBar(parts.sheet, workbook, {
    active: () => selection.active,
    show: ({ sheet, row, column }) => goToArea(sheet.id, { top: row, left: column, bottom: row, right: column }),
    leave: () => view.root.focus(),
  });

  const drawBars = (): void => {
    const sheet = workbook.activeSheet;
    const { row, column } = selection.active;
    if (document.activeElement !== parts.nameBox) parts.nameBox.value = cellText(row, column);
    entering.draw();
    tabs.draw();
    if (areSumsOld) {
      stopSums();
      stopSums = inSlices(sumsOf(sheet, areasOf(selection), (sums) => (parts.sums.textContent = sums)));
    }
    areSumsOld = false;
    drawListButton();
  };

  const select = (next: Selection, scroll = true): void => {
    selection = overMerges(workbook.activeSheet, next);
    areSumsOld = true;
    // As one's own area the browser would take the sheet's: the corner first, as Excel tells it.
    told(() => workbook.transact('person', () => workbook.select(workbook.activeSheet, areasOf(selection))));
    if (scroll) view.scrollTo(isInArea(selection) ? selection.active : selection.focus);
    drawSoon('moved');
  };

  /** Shows an area of a sheet, selected. */
  const goToArea = (sheetId: string, area: Area): boolean => {
    const sheet = workbook.sheet(sheetId);
    if (sheet === null) return false;
    return told(() =>
      workbook.transact('person', () => {
        workbook.activate(sheet);
        workbook.select(sheet, [area]);
      }),
    );
  };

  /** Goes to a place of the workbook that a reference, a name or a link tells; false where there is none. */
  const goTo = (reference: string): boolean => {
    const target = placeOf(workbook, reference);
    return target !== null && goToArea(target.sheet.id, target.area);
  };

  const goBack = (step: () => Place | null, nothing: string): void => {
    entering.finish();
    clipboard.forget();
    const changed = step();
    if (changed === null) tell(nothing);
    else if (changed.area !== null) goToArea(changed.sheet, usedIn(changed.sheet, changed.area));
    else drawSoon('all');
  };
  const usedIn = (sheetId: string, area: Area): Area => {
    const sheet = workbook.sheet(sheetId);
    return sheet === null ? area : usedPart(sheet, area);
  };
  const undo = (): void => goBack(() => history.undo(), 'There is nothing to undo.');
  const redo = (): void => goBack(() => history.redo(), 'There is nothing to redo.');

  const run = (command: Command): void => {
    const sheet = workbook.activeSheet;
    const { active } = selection;
    switch (command.kind) {
      case 'select':
        select(command.selection);
        return;
      case 'edit':
        entering.edit(command.text);
        return;
      case 'clear':
        attempt(() => areasOf(selection).forEach((area) => sheet.clear(area, 'Contents')));
        return;
      case 'sheet':
        told(() => workbook.transact('person', () => workbook.activate(sheetBeside(workbook, command.by))));
        return;
      case 'fill':
        attempt(() => areasOf(selection).forEach((area) => fill(sheet, area, command.direction)));
        return;
      case 'letters':
        attempt(() => toggleLetters(sheet, areasOf(selection), active, command.look));
        return;
      case 'enter':
        entering.edit(nowAs(command.what));
        return;
      case 'insert':
        attempt(() => insertLines(sheet, areaOf(selection)));
        return;
      case 'delete':
        attempt(() => deleteLines(sheet, areaOf(selection)));
        return;
      case 'undo':
        undo();
        return;
      case 'redo':
        redo();
        return;
      case 'find':
        findBar.open();
        return;
      case 'findNext':
        findBar.next(command.back);
        return;
      case 'goTo':
        parts.nameBox.focus();
        parts.nameBox.select();
        return;
      case 'menu':
        showMenu(view.boxOf(active));
        return;
      case 'open':
        openBelow();
        return;
      case 'follow':
        follow(active);
        return;
      case 'showActive':
        view.scrollTo(active);
        return;
      case 'endMode':
        isEndMode = true;
        parts.sums.textContent = 'End mode';
        areSumsOld = true;
        return;
      case 'leave':
        clipboard.forget();
        tell('');
        drawSoon('moved');
    }
  };

  const drawListButton = (): void => {
    parts.sheet.querySelector('.choose')?.remove();
    const cell = selection.active;
    const choices = listOf(workbook.activeSheet, cell);
    if (choices === null || entering.isEditing) return;
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
    const sheet = workbook.activeSheet;
    const cell = selection.active;
    openChoices(parts.sheet, view.boxOf(cell), choices, sheet.text(cell.row, cell.column), (chosen) => {
      if (chosen !== null) entering.enter(sheet, cell, chosen);
      view.root.focus();
    });
  };

  const openFilter = (cell: Cell): void => {
    const filter = filterAt(workbook.activeSheet, cell);
    if (filter !== null) openFilterMenu(parts.sheet, view.boxOf(cell), filter, attempt, () => view.root.focus());
  };

  /** What Alt and the down arrow open: a list of choices or a filter. */
  const openBelow = (): void => {
    const choices = listOf(workbook.activeSheet, selection.active);
    if (choices === null) openFilter(selection.active);
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

  const showMenu = (box: { readonly left: number; readonly top: number; readonly height: number }): void => {
    const choices = listOf(workbook.activeSheet, selection.active);
    const copy = (isCut: boolean): void => {
      clipboard.copy(isCut).catch(() => tell('The browser keeps the clipboard to itself here: press Ctrl+C.'));
    };
    const groups = cellMenu(workbook, selection, choices !== null, {
      attempt,
      copy: () => copy(false),
      cut: () => copy(true),
      paste: () => {
        view.root.focus();
        clipboard.paste().catch(() => tell('The browser keeps the clipboard to itself here: press Ctrl+V.'));
      },
      openFilter,
      chooseFromList: openBelow,
      follow,
    });
    openMenu(parts.sheet, box, 'Cells', groups, () => view.root.focus());
  };

  view.root.addEventListener('scroll', () => drawSoon('moved'), { signal });
  view.root.addEventListener(
    'keydown',
    (event) => {
      const key = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey };
      const command = commandOf(workbook.activeSheet, selection, key, { ...view.page(), isEndMode });
      if (command === null) return;
      event.preventDefault();
      if (isEndMode) drawSoon('moved');
      isEndMode = false;
      run(command);
    },
    { signal },
  );
  const stopPointer = followPointer(view, {
    selection: () => selection,
    isPointing: () => entering.isPointing(),
    point: (area) => entering.point(area),
    press: () => {
      entering.finish();
      view.root.focus();
    },
    select,
    click: follow,
    openFilter,
    resize: (axis, index, pixels) => attempt(() => resize(axis, index, pixels)),
    fill: (whole) => {
      const source = areaOf(selection);
      if (attempt(() => fillOver(workbook.activeSheet, source, whole))) select(ofArea(whole), false);
    },
    edit: () => entering.edit(null),
    openMenu: (clientX, clientY) => {
      const bounds = parts.sheet.getBoundingClientRect();
      showMenu({ left: clientX - bounds.left, top: clientY - bounds.top, height: 0 });
    },
  });

  /** One line, or all selected ones where it is one of several whole ones. */
  const resize = (axis: 'column' | 'row', index: number, pixels: number | null): void => {
    const sheet = workbook.activeSheet;
    const area = areaOf(selection);
    const lines = axis === 'column' ? ([area.left, area.right] as const) : ([area.top, area.bottom] as const);
    const isWhole = isSameArea(
      union(area, axis === 'column' ? { ...area, top: 0, bottom: 1_048_575 } : { ...area, left: 0, right: 16_383 }),
      area,
    );
    const [first, last] = isWhole && index >= lines[0] && index <= lines[1] ? lines : [index, index];
    if (axis === 'column' && pixels === null) sheet.autofitColumns(first, last);
    else if (axis === 'column') sheet.setColumnWidth(first, last, charactersOf(pixels ?? 0));
    else if (pixels === null) sheet.autofitRows(first, last);
    else sheet.setRowHeight(first, last, pointsOf(pixels));
  };

  parts.nameBox.addEventListener(
    'focus',
    () => {
      const names = workbook.names.filter(({ visible }) => visible).map(({ name }) => name);
      const tables = workbook.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
      parts.names.replaceChildren(...[...names, ...tables].map((name) => new Option(name)));
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
    const isNew = shownSheet !== workbook.activeSheet.id;
    if (isNew) scrolls.set(shownSheet, { left: view.root.scrollLeft, top: view.root.scrollTop });
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
      entering.finish();
      tell('');
    }
    const isElsewhere = !isSameArea(currentArea(workbook), areaOf(selection));
    if (isElsewhere || shownSheet !== workbook.activeSheet.id) {
      selection = currentSelection(workbook);
      areSumsOld = true;
      showActiveSheet();
      view.scrollTo(selection.active);
    }
    const active = workbook.activeSheet.id;
    const isSeen = changes.some(({ kind, sheet }) => kind !== 'selection' && (sheet === null || sheet === active));
    areSumsOld ||= isSeen;
    if (changes.some(({ kind }) => kind === 'cells')) findBar.forget();
    drawSoon(isSeen ? 'all' : 'moved');
  };

  const resizing = new ResizeObserver(() => drawSoon('all'));
  resizing.observe(parts.sheet);
  const stopHearing = workbook.onChange(hear);
  drawSoon('all');

  return {
    focus: () => view.root.focus(),
    undo,
    redo,
    find: () => findBar.open(),
    close: () => {
      entering.close();
      clipboard.close();
      findBar.close();
      tabs.close();
      history.close();
      stopSums();
      stop.abort();
      stopPointer();
      stopHearing();
      resizing.disconnect();
      parts.sheet.replaceChildren();
    },
  };
}

const currentArea = (workbook: Workbook): Area => workbook.selection[0] ?? { top: 0, left: 0, bottom: 0, right: 0 };

/** As the add-in or a link selected it: the first area's corner is the active cell. */
function currentSelection(workbook: Workbook): Selection {
  return overMerges(workbook.activeSheet, { ...ofArea(currentArea(workbook)), others: workbook.selection.slice(1) });
}

/** Whether Tab or Enter moved the active cell inside what is selected. */
const isInArea = ({ active, anchor }: Selection): boolean => active.row !== anchor.row || active.column !== anchor.column;

/** As typed; the machine's own day and time. */
function nowAs(what: 'date' | 'time'): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return what === 'date'
    ? `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
    : `${two(now.getHours())}:${two(now.getMinutes())}`;
}
