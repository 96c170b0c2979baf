/** The bar to find a text: Enter goes to the next cell, Shift and Enter to the one before. */

import type { Workbook } from '../workbook/model';
import { button, element } from './elements';
import { MOST_HITS, hitsFrom } from './find';
import type { Hit } from './find';
import type { Cell } from './movement';
import { inSlices } from './slices';

export interface FindBar {
  open(): void;
  /** Goes to the next cell of the last search; opens the bar where there was none. */
  next(back: boolean): void;
  /** Cells changed: what was found may no longer be there. */
  forget(): void;
  close(): void;
}

interface Answers {
  readonly active: () => Cell;
  readonly show: (hit: Hit) => void;
  readonly leave: () => void;
}

export function createFindBar(parent: HTMLElement, workbook: Workbook, { active, show, leave }: Answers): FindBar {
  const bar = element('form', 'find-bar', 'search');
  bar.setAttribute('aria-label', 'Find in cells');
  bar.hidden = true;
  const query = document.createElement('input');
  query.setAttribute('aria-label', 'Find');
  query.placeholder = 'Find';
  query.spellcheck = false;
  const everywhere = document.createElement('input');
  everywhere.type = 'checkbox';
  const label = element('label', 'find-everywhere');
  label.append(everywhere, 'All sheets');
  const told = element('output', 'find-told', 'status');
  const before = button('Previous', () => go(true));
  const after = button('Next', () => go(false));
  bar.append(
    query,
    label,
    before,
    after,
    told,
    button('Close', () => shut()),
  );
  parent.append(bar);

  let hits: Hit[] = [];
  let at = -1;
  let isComplete = false;
  let isFresh = false;
  /** Steps asked for before all hits are known. */
  let wanted = 0;
  let stop = (): void => undefined;

  const count = (): string => (hits.length >= MOST_HITS ? `more than ${MOST_HITS.toLocaleString('en')}` : String(hits.length));
  const tell = (): void => {
    if (query.value === '') told.textContent = '';
    else if (isComplete) told.textContent = hits.length === 0 ? 'Not found' : `${String(at + 1)} of ${count()}`;
    else told.textContent = 'Searching…';
  };

  const move = (by: number): void => {
    at = (((at + by) % hits.length) + hits.length) % hits.length;
    const hit = hits[at];
    if (hit !== undefined) show(hit);
    tell();
  };

  const search = (back: boolean): void => {
    stop();
    [hits, at, isComplete, isFresh] = [[], -1, false, true];
    wanted = back ? -1 : 0;
    const shown = workbook.sheets.filter(({ visibility }) => visibility === 'Visible');
    const sheets = everywhere.checked ? shown : [workbook.activeSheet];
    const work = hitsFrom(sheets, { sheet: workbook.activeSheet, ...active() }, query.value);
    stop = inSlices(collect(work), () => {
      isComplete = true;
      if (wanted !== 0 && hits.length > 0) move(at < 0 && wanted < 0 ? 0 : wanted);
      tell();
    });
    tell();
  };

  function* collect(work: Generator<Hit | null>): Generator<void> {
    for (const hit of work) {
      if (hit !== null) hits.push(hit);
      if (hit !== null && at < 0 && wanted === 0) move(1);
      yield;
    }
  }

  const go = (back: boolean): void => {
    if (query.value === '') return;
    if (!isFresh) search(back);
    else if (isComplete) {
      if (hits.length > 0) move(back ? -1 : 1);
    } else wanted += back ? -1 : 1;
  };

  const shut = (): void => {
    stop();
    bar.hidden = true;
    leave();
  };

  const forget = (): void => {
    isFresh = false;
  };
  query.addEventListener('input', forget);
  everywhere.addEventListener('change', forget);
  bar.addEventListener('submit', (event) => event.preventDefault());
  bar.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') shut();
    else if (event.key === 'Enter' && event.target === query) {
      event.preventDefault();
      go(event.shiftKey);
    }
  });

  const open = (): void => {
    bar.hidden = false;
    query.focus();
    query.select();
  };
  return {
    open,
    next: (back) => {
      if (query.value === '') open();
      else go(back);
    },
    forget,
    close: () => {
      stop();
      bar.remove();
    },
  };
}
