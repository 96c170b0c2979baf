/** The workbooks that faults are tried on: sources alone, and with a result that a reviewer has worked in. */

import { readXlsx } from '../../host/files/readXlsx';
import { writeXlsx } from '../../host/files/writeXlsx';
import type { Workbook } from '../../host/workbook/model';
import { largeSample } from '../../samples/large';
import type { SampleSheet } from '../../samples/sheet';
import { STORY } from '../../samples/story';
import { sampleWorkbook } from '../../samples/workbook';
import { copyOf } from './copy';
import { openDesk, opened, rest } from './desk';
import { typeInto } from './edits';

export interface Book {
  readonly sources: Uint8Array;
  /** After a first run, a reviewer's work, and a change of the sources that the next run will find. */
  readonly reviewed: Uint8Array;
  /** Key of an exception that nobody has typed at. */
  readonly exception: string;
}

const [COMMENT, ASSIGNEE, OWN, PREPARED, NOTE] = ['ask Kim again', 'Lee O.', 'own column', 'Prepared Pat', 'a note beside'];

/** What the reviewer typed. */
export const TYPED: readonly string[] = [COMMENT, ASSIGNEE, OWN, PREPARED, NOTE];

/** A sheet that every book has, and an amount in it. */
export const SOURCE = { sheet: 'Invoices', row: 6, column: 6 } as const;

/** Read once, and handed out as copies. */
const read = new WeakMap<Uint8Array, Workbook>();

export function openedBook(bytes: Uint8Array): Workbook {
  const workbook = read.get(bytes) ?? readXlsx(bytes, 'book.xlsx').workbook;
  read.set(bytes, workbook);
  return copyOf(workbook);
}

export const storyBook = (): Promise<Book> => bookOf(STORY);
export const largeBook = (deals: number): Promise<Book> => bookOf(largeSample(deals));

async function bookOf(sheets: readonly SampleSheet[]): Promise<Book> {
  const sources = writeXlsx(sampleWorkbook('book.xlsx', sheets));
  const workbook = openedBook(sources);
  const desk = openDesk(workbook);
  await opened(desk);
  await desk.session.reconcile();
  await rest(desk);
  const { trouble, step } = desk.session.getState();
  if (trouble !== null || step !== 'results') throw new Error(`the book has no result: ${trouble?.what ?? step}`);
  desk.close();
  review(workbook);
  const found = workbook.table('tblExceptions');
  const exception = found?.sheet.text(found.table.area.top + 3, found.table.area.left) ?? '';
  return { sources, reviewed: writeXlsx(workbook), exception };
}

function review(workbook: Workbook): void {
  typeInto(workbook, 'tblExceptions', 0, 'Comment', COMMENT);
  typeInto(workbook, 'tblExceptions', 1, 'Assignee', ASSIGNEE);
  workbook.transact('person', () => {
    const exceptions = workbook.table('tblExceptions');
    const summary = workbook.sheet('Summary');
    const invoices = workbook.sheet(SOURCE.sheet);
    if (exceptions === null || summary === null || invoices === null) throw new Error('the book has no result');
    const { sheet, table } = exceptions;
    const right = table.area.right + 1;
    workbook.resizeTable(sheet, table, { ...table.area, right });
    sheet.enter(table.area.top, right, 'Mine');
    sheet.enter(table.area.top + 1, right, OWN);
    summary.enter(30, 40, NOTE);
    const prepared = workbook.names.find(({ name }) => name === 'Tieout_Prepared_by');
    const place = /!\$([A-Z]+)\$(\d+)$/.exec(prepared?.formula ?? '');
    if (place?.[1] === undefined) throw new Error('Summary has no place for who prepared it');
    summary.enter(Number(place[2]) - 1, columnOf(place[1]), PREPARED);
    invoices.enter(SOURCE.row + 1, SOURCE.column, 777);
  });
}

const columnOf = (letters: string): number =>
  letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
