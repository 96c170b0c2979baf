/** The page's state: which workbook is open, what is selected, what is being edited. Everything drawn follows from it. */

import { cellArea, isSameArea } from '../workbook/area';
import { conditionalStyle } from '../workbook/conditionalFormat';
import { createHistory } from '../workbook/history';
import type { Place } from '../workbook/history';
import type { Area, Change, Workbook } from '../workbook/model';
import { Refusal } from '../workbook/model';
import { fillOver, resize, usedPart } from './actions';
import { createClipboard } from './clipboard';
import { createCommands } from './commands';
import { createEntering } from './entering';
import { createFindBar } from './findBar';
import { createGoing } from './going';
import { createGridView } from './gridView';
import type { Extent } from './gridView';
import { commandOf } from './keys';
import { createMeasure } from './measure';
import { advance, areaOf, areasOf, ofArea, overMerges, single, step } from './movement';
import type { Selection } from './movement';
import { createNameBox } from './nameBox';
import { createOverCells } from './overCells';
import { referenceReader } from './places';
import { followPointer } from './pointer';
import { automaticHeights } from './rowHeights';
import { inSlices } from './slices';
import { sumsOf } from './sums';
import { createTabs } from './tabs';

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

  const going = createGoing(workbook, { told, tell });

  const nameBox = createNameBox(parts.nameBox, parts.names, workbook, {
    goTo: going.to,
    leave: () => view.root.focus(),
    tell,
    redraw: () => drawSoon('moved'),
  });

  const findBar = createFindBar(parts.sheet, workbook, {
    active: () => selection.active,
    show: ({ sheet, row, column }) => going.toArea(sheet.id, cellArea(row, column)),
    leave: () => view.root.focus(),
  });

  const drawBars = (): void => {
    const sheet = workbook.activeSheet;
    nameBox.draw(selection.active);
    entering.draw();
    tabs.draw();
    if (areSumsOld) {
      stopSums();
      stopSums = inSlices(sumsOf(sheet, areasOf(selection), (sums) => (parts.sums.textContent = sums)));
    }
    areSumsOld = false;
    overCells.drawListButton(entering.isEditing);
  };

  const select = (next: Selection, scroll = true): void => {
    selection = overMerges(workbook.activeSheet, next);
    areSumsOld = true;
    // As one's own area the browser would take the sheet's: the corner first, as Excel tells it.
    told(() => workbook.transact('person', () => workbook.select(workbook.activeSheet, areasOf(selection))));
    if (scroll) view.scrollTo(isInArea(selection) ? selection.active : selection.focus);
    drawSoon('moved');
  };

  const goBack = (step: () => Place | null, nothing: string): void => {
    entering.finish();
    clipboard.forget();
    const changed = step();
    if (changed === null) tell(nothing);
    else if (changed.area !== null) going.toArea(changed.sheet, usedIn(changed.sheet, changed.area));
    else drawSoon('all');
  };
  const usedIn = (sheetId: string, area: Area): Area => {
    const sheet = workbook.sheet(sheetId);
    return sheet === null ? area : usedPart(sheet, area);
  };
  const undo = (): void => goBack(() => history.undo(), 'There is nothing to undo.');
  const redo = (): void => goBack(() => history.redo(), 'There is nothing to redo.');

  const overCells = createOverCells(parts.sheet, workbook, view, {
    clipboard,
    selection: () => selection,
    enter: (sheet, cell, text) => void entering.enter(sheet, cell, text),
    attempt,
    follow: going.follow,
    tell,
  });

  const run = createCommands({
    workbook,
    view,
    entering,
    findBar,
    going,
    nameBox,
    overCells,
    selection: () => selection,
    select,
    attempt,
    told,
    undo,
    redo,
    startEndMode: () => {
      isEndMode = true;
      parts.sums.textContent = 'End mode';
      areSumsOld = true;
    },
    leave: () => {
      clipboard.forget();
      tell('');
      drawSoon('moved');
    },
  });

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
    click: going.follow,
    openFilter: overCells.openFilter,
    resize: (axis, index, pixels) => attempt(() => resize(workbook.activeSheet, areaOf(selection), axis, index, pixels)),
    fill: (whole) => {
      const source = areaOf(selection);
      if (attempt(() => fillOver(workbook.activeSheet, source, whole))) select(ofArea(whole), false);
    },
    edit: () => entering.edit(null),
    openMenu: (clientX, clientY) => {
      const bounds = parts.sheet.getBoundingClientRect();
      overCells.openMenu({ left: clientX - bounds.left, top: clientY - bounds.top, height: 0 });
    },
  });

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
      nameBox.close();
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

const currentArea = (workbook: Workbook): Area => workbook.selection[0] ?? cellArea(0, 0);

/** As the add-in or a link selected it: the first area's corner is the active cell. */
function currentSelection(workbook: Workbook): Selection {
  return overMerges(workbook.activeSheet, { ...ofArea(currentArea(workbook)), others: workbook.selection.slice(1) });
}

/** Whether Tab or Enter moved the active cell inside what is selected. */
const isInArea = ({ active, anchor }: Selection): boolean => active.row !== anchor.row || active.column !== anchor.column;
