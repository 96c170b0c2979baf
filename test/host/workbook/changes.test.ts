import type { Change } from '../../../host/workbook/model';
import { printA1 } from '../../../host/workbook/address';
import { area, enter, newSheet, refusalOf, textOf } from './sheetText';

/** "cells A1:B2 person" for each change that is told, a line for each burst. */
function listening() {
  const made = newSheet();
  const bursts: string[] = [];
  const describe = (change: Change): string => {
    if (change.kind === 'cells') return `${change.how} ${printA1(change.area)} ${change.trigger}`;
    if (change.kind === 'format') return `format ${printA1(change.area)}`;
    if (change.kind === 'selection') return `selection ${change.areas.map((each) => printA1(each)).join()}`;
    return 'before' in change ? `${change.kind} ${change.before ?? ''}>${change.after ?? ''}` : change.kind;
  };
  const stop = made.book.onChange((changes) => bursts.push(changes.map(describe).join(', ')));
  return { ...made, bursts, stop };
}

test('an entry is told at once', () => {
  const { sheet, bursts } = listening();
  enter(sheet, 'A1', '5');
  enter(sheet, 'B1', '12%');
  expect(bursts).toEqual(['RangeEdited A1 load', 'RangeEdited B1 load']);
});

test('a block written cell by cell is told once, as one area, when its transaction ends', () => {
  const { sheet, book, bursts } = listening();
  book.transact('addin', () => {
    for (let row = 0; row < 3; row++)
      for (let column = 0; column < 4; column++) book.transact('person', () => sheet.enter(row, column, 1));
    expect(bursts).toEqual([]);
    sheet.enter(9, 0, 1);
    sheet.patchStyle(area('A1:D1'), { font: { bold: true } });
  });
  expect(bursts).toEqual(['RangeEdited A1:D3 addin, RangeEdited A10 addin, format A1:D1']);
});

test('what was done before a fault is told, and the fault goes on', () => {
  const { sheet, book, bursts } = listening();
  expect(() =>
    book.transact('addin', () => {
      enter(sheet, 'A1', '5');
      throw new Error('broken off');
    }),
  ).toThrow('broken off');
  expect(bursts).toEqual(['RangeEdited A1 addin']);
  enter(sheet, 'A2', '6');
  expect(bursts).toHaveLength(2);
});

test('sheets, selection and rows have changes of their own', () => {
  const { sheet, book, bursts } = listening();
  const other = book.addSheet('Second');
  book.renameSheet(other, 'Two');
  book.moveSheet(other, 0);
  book.transact('person', () => book.select(other, [area('B2:C3')]));
  book.select(other, [area('A1'), area('C1')]);
  sheet.insert(area('2:3'), 'Down');
  other.visibility = 'Hidden';
  book.deleteSheet(other);
  expect(bursts).toEqual(
    [
      'sheetAdded >',
      'sheetRenamed Second>Two',
      'sheetMoved 1>0',
      'activated, selection B2:C3',
      'selection A1,C1',
      'RowInserted 2:3 load, layout >',
      'visibility Visible>Hidden, activated',
      'sheetDeleted Two>',
    ].map((each) => each.replace('sheetAdded >', 'sheetAdded').replace('layout >', 'layout')),
  );
  expect(book.activeSheet).toBe(sheet);
});

test('a listener that left hears no more', () => {
  const { sheet, bursts, stop } = listening();
  stop();
  enter(sheet, 'A1', '5');
  expect(bursts).toEqual([]);
});

test('a sheet’s revision rises with what a file would show, and with nothing else', () => {
  const { sheet, book } = newSheet('1 | =A1');
  const before = sheet.revision;
  textOf(sheet, 'B1');
  book.select(sheet, [area('B2')]);
  book.calculate(true);
  expect(sheet.revision).toBe(before);
  const work: (() => void)[] = [
    () => enter(sheet, 'A1', 2),
    () => sheet.patchStyle(area('A1'), { fill: '#FF0000' }),
    () => sheet.setColumnWidth(0, 0, 20),
    () => (sheet.tabColor = '#00FF00'),
    () => sheet.touch({ kind: 'objects', sheet: sheet.id, trigger: 'addin' }),
  ];
  for (const each of work) {
    const revision = sheet.revision;
    each();
    expect(sheet.revision).toBeGreaterThan(revision);
  }
});

describe('a protected sheet', () => {
  const guarded = () => {
    const made = newSheet('1 | 2');
    made.sheet.patchStyle(area('B1'), { locked: false });
    made.sheet.protection.protected = true;
    return made;
  };

  test.each<[string, (sheet: ReturnType<typeof newSheet>['sheet'], book: ReturnType<typeof newSheet>['book']) => unknown]>([
    ['an entry', (sheet) => enter(sheet, 'A1', 5)],
    ['a value', (sheet) => sheet.setValue(0, 0, 5)],
    ['clearing', (sheet) => sheet.clear(area('A1:B1'), 'Contents')],
    ['a format', (sheet) => sheet.patchStyle(area('B1'), { fill: '#FF0000' })],
    ['a column width', (sheet) => sheet.setColumnWidth(0, 0, 9)],
    ['a hidden row', (sheet) => sheet.setRowHidden(0, 0, true)],
    ['new rows', (sheet) => sheet.insert(area('1:1'), 'Down')],
    ['deleted cells', (sheet) => sheet.delete(area('B1'), 'Left')],
    ['a table', (sheet, book) => book.addTable(sheet, area('D1:E2'), true)],
  ])('refuses %s of a person and the add-in', (_what, work) => {
    const { sheet, book } = guarded();
    expect(refusalOf(() => book.transact('person', () => work(sheet, book)))).toBe('AccessDenied');
    expect(refusalOf(() => book.transact('addin', () => work(sheet, book)))).toBe('AccessDenied');
    expect(textOf(sheet, 'A1')).toBe('1');
    expect(refusalOf(() => book.transact('load', () => work(sheet, book)))).toBe('');
  });

  test('lets unlocked cells and what it grants through', () => {
    const { sheet, book } = guarded();
    sheet.protection.options['allowFormatColumns'] = true;
    book.transact('person', () => {
      enter(sheet, 'B1', 7);
      sheet.setColumnWidth(0, 0, 30);
    });
    expect([textOf(sheet, 'B1'), sheet.columnWidth(0)]).toEqual(['7', 30]);
  });
});

test('a workbook of protected structure keeps its sheets as they are', () => {
  const { sheet, book } = newSheet('1');
  const other = book.addSheet('Other');
  book.protection.protected = true;
  const works: (() => unknown)[] = [
    () => book.addSheet('New'),
    () => book.deleteSheet(other),
    () => book.copySheet(sheet, 0),
    () => book.renameSheet(sheet, 'New'),
    () => book.moveSheet(sheet, 1),
    () => (other.visibility = 'Hidden'),
  ];
  for (const work of works) expect(refusalOf(() => book.transact('addin', work))).toBe('AccessDenied');
  expect(book.sheets.map((each) => `${each.name} ${each.visibility}`)).toEqual(['Sheet1 Visible', 'Other Visible']);
  book.transact('addin', () => enter(sheet, 'A1', 2));
  expect(textOf(sheet, 'A1')).toBe('2');
});
