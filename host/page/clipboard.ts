/** Copying, cutting and pasting: whole cells within the page, texts and tables from and to other programs. */

import { intersect } from '../workbook/area';
import { copyCells, moveCells } from '../workbook/copyCells';
import type { Area, Change, Sheet, Workbook } from '../workbook/model';
import { enterEverywhere } from './actions';
import { copiedForms, pastedCells, pastedTable } from './entries';

/** What was copied last here. */
interface Copied {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly isCut: boolean;
  /** The text that other programs were given: while the clipboard holds it, it is these cells that are pasted. */
  readonly text: string;
}

export interface Clipboard {
  /** What is marked as copied on a sheet. */
  copiedOn(sheet: Sheet): Area | null;
  /** Takes the mark away; what the clipboard holds is pasted as text from then on. */
  forget(): void;
  /** Copies and pastes as from a menu, which browsers allow only after asking. */
  copy(isCut: boolean): Promise<void>;
  paste(): Promise<void>;
  close(): void;
}

interface Answers {
  /** Areas selected, the last one first. */
  areas(): readonly Area[];
  /** Does what a person asked for as one step. */
  attempt(work: () => void): boolean;
  select(area: Area): void;
  redraw(): void;
  tell(message: string): void;
}

export function createClipboard(target: HTMLElement, workbook: Workbook, answers: Answers): Clipboard {
  let copied: Copied | null = null;
  let onlyValues = false;
  const stop = new AbortController();
  const listen = (kind: 'copy' | 'cut' | 'paste', work: (event: ClipboardEvent) => void): void =>
    target.addEventListener(
      kind,
      (event) => {
        event.preventDefault();
        work(event);
      },
      { signal: stop.signal },
    );

  /** Marks what is selected as copied. @returns what other programs get; null where several areas are selected */
  const take = (isCut: boolean): { readonly text: string; readonly html: string } | null => {
    const sheet = workbook.activeSheet;
    const [area, ...others] = answers.areas();
    if (area === undefined) return null;
    if (others.length > 0) {
      answers.tell('Several areas cannot be copied at once.');
      return null;
    }
    const forms = copiedForms(sheet, area);
    copied = { sheet, area, isCut, text: forms.text };
    answers.tell('');
    answers.redraw();
    return forms;
  };

  const give = ({ clipboardData }: ClipboardEvent, isCut: boolean): void => {
    const taken = take(isCut);
    if (taken === null) return;
    clipboardData?.setData('text/plain', taken.text);
    clipboardData?.setData('text/html', taken.html);
  };

  const put = (text: string, html: string): void => {
    if (copied !== null && sameText(copied.text, text) && workbook.sheets.includes(copied.sheet)) pasteOwn(copied);
    else pasteTexts(pastedTable(html) ?? pastedCells(text));
    onlyValues = false;
  };

  const pasteOwn = (taken: Copied): void => {
    const { sheet: source, area, isCut } = taken;
    const sheet = workbook.activeSheet;
    const what = onlyValues ? 'values' : 'all';
    const places = [...answers.areas()].reverse();
    if (isCut && places.length > 1) {
      answers.tell('What was cut goes to one place: select one area.');
      return;
    }
    const isDone = answers.attempt(() => {
      for (const place of places) {
        const written = isCut
          ? moveCells(source, area, sheet, place.top, place.left)
          : copyCells(source, area, sheet, place, what);
        answers.select(written);
      }
    });
    // A paste over a part of what was copied does not end it.
    copied = isDone && isCut ? null : taken;
    answers.redraw();
  };

  const pasteTexts = (cells: readonly (readonly string[])[]): void => {
    const sheet = workbook.activeSheet;
    const [place] = answers.areas();
    if (place === undefined || cells.length === 0) return;
    const width = Math.max(1, ...cells.map(({ length }) => length));
    answers.attempt(() => {
      if (cells.length === 1 && width === 1) {
        enterEverywhere(sheet, answers.areas(), { row: place.top, column: place.left }, cells[0]?.[0] ?? '');
        return;
      }
      const area = { ...place, bottom: place.top + cells.length - 1, right: place.left + width - 1 };
      sheet.enterBlock(
        area,
        cells.map((line) => Array.from({ length: width }, (_cell, column) => line[column] ?? '')),
      );
      answers.select(area);
    });
  };

  // What was changed since is no longer what was copied: the clipboard's text is.
  const stopHearing = workbook.onChange((changes) => {
    const marked = copied;
    if (marked !== null && changes.some((change) => touches(change, marked))) copied = null;
  });

  // The browser tells of a paste, not of the key that asked for it without looks.
  target.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey) onlyValues = event.shiftKey && event.key.toLowerCase() === 'v';
    },
    { signal: stop.signal, capture: true },
  );
  listen('copy', (event) => give(event, false));
  listen('cut', (event) => give(event, true));
  listen('paste', ({ clipboardData }) =>
    put(clipboardData?.getData('text/plain') ?? '', clipboardData?.getData('text/html') ?? ''),
  );

  return {
    copiedOn: (sheet) => (copied?.sheet === sheet ? copied.area : null),
    forget: () => {
      copied = null;
    },
    copy: async (isCut) => {
      const taken = take(isCut);
      if (taken !== null) await navigator.clipboard.writeText(taken.text);
    },
    paste: async () => put(await navigator.clipboard.readText(), ''),
    close: () => {
      stop.abort();
      stopHearing();
    },
  };
}

/** Whether a change alters copied cells or moves them. */
const touches = (change: Change, { sheet, area }: Copied): boolean =>
  change.kind === 'cells' && change.sheet === sheet.id && (change.how !== 'RangeEdited' || intersect(change.area, area) !== null);

/** Systems change line ends on the way. */
const sameText = (one: string, other: string): boolean =>
  one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n').replace(/\n$/, '');
