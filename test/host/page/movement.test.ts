/** Where keys take the active cell, on a small sheet. */

import { commandOf } from '../../../host/page/keys';
import { areaOf, areasOf, jump, ofArea, overMerges, regionAt, single, spanning, step } from '../../../host/page/movement';
import type { Selection } from '../../../host/page/movement';
import type { Sheet } from '../../../host/workbook/model';
import { MAX_ROWS } from '../../../host/workbook/model';
import { createWorkbook } from '../../../host/workbook/workbook';
import { cellText, parseA1, printA1 } from '../../../host/workbook/address';

/** A1:C3 filled, a gap, then A6. */
function smallSheet(): Sheet {
  const sheet = createWorkbook().addSheet('Data');
  for (const cell of ['A1', 'B1', 'C1', 'A2', 'B2', 'C2', 'A3', 'B3', 'C3', 'A6']) {
    const at = place(cell);
    sheet.setValue(at.row, at.column, cell);
  }
  return sheet;
}

function place(address: string): { row: number; column: number } {
  const area = parseA1(address);
  if (area === null) throw new RangeError(`${address} is no cell`);
  return { row: area.top, column: area.left };
}

const at = (address: string): Selection => single(place(address));
const PAGE = { rows: 10, columns: 5, isEndMode: false };

function range(address: string): Selection {
  const area = parseA1(address);
  if (area === null) throw new RangeError(`${address} is no area`);
  return ofArea(area);
}
const key = (name: string, ...held: ('ctrl' | 'shift')[]) => ({
  key: name,
  ctrl: held.includes('ctrl'),
  shift: held.includes('shift'),
  alt: false,
});

function afterKeys(sheet: Sheet, from: Selection, ...keys: ReturnType<typeof key>[]): Selection {
  return keys.reduce((selection, pressed) => {
    const command = commandOf(sheet, selection, pressed, PAGE);
    if (command?.kind !== 'select') throw new Error(`${pressed.key} selects nothing`);
    return command.selection;
  }, from);
}

const after = (sheet: Sheet, from: string, ...keys: ReturnType<typeof key>[]): string =>
  printA1(areaOf(afterKeys(sheet, at(from), ...keys)));

test.each([
  ['B2', [key('ArrowRight')], 'C2'],
  ['A1', [key('ArrowUp')], 'A1'],
  ['A1', [key('ArrowDown', 'shift'), key('ArrowRight', 'shift')], 'A1:B2'],
  ['A1', [key('ArrowDown', 'ctrl')], 'A3'],
  ['A3', [key('ArrowDown', 'ctrl')], 'A6'],
  ['A6', [key('ArrowDown', 'ctrl')], `A${MAX_ROWS}`],
  ['B3', [key('ArrowRight', 'ctrl')], 'C3'],
  ['A1', [key('ArrowDown', 'ctrl', 'shift')], 'A1:A3'],
  ['C3', [key('Home')], 'A3'],
  ['C3', [key('Home', 'ctrl')], 'A1'],
  ['A1', [key('End', 'ctrl')], 'C6'],
  ['A1', [key('PageDown')], 'A11'],
  ['A1', [key('Tab')], 'B1'],
  ['B1', [key('Tab', 'shift')], 'A1'],
  ['A1', [key('Enter')], 'A2'],
  ['B2', [key('a', 'ctrl')], 'A1:C3'],
  ['B2', [key(' ', 'ctrl')], 'B:B'],
  ['B2', [key(' ', 'shift')], '2:2'],
  ['B1', [key('Tab'), key('Enter')], 'B2'],
])('from %s', (from, keys, to) => {
  expect(after(smallSheet(), from, ...keys)).toBe(to);
});

test('hidden rows and columns are stepped over', () => {
  const sheet = smallSheet();
  sheet.setRowHidden(1, 1, true);
  sheet.setColumnHidden(1, 1, true);
  expect(step(sheet, place('A1'), 'down')).toEqual(place('A3'));
  expect(step(sheet, place('A1'), 'right')).toEqual(place('C1'));
});

test('on an empty sheet Ctrl and an arrow go to the edge', () => {
  const sheet = createWorkbook().addSheet('Empty');
  expect(jump(sheet, place('C3'), 'left')).toEqual(place('A3'));
  expect(jump(sheet, place('C3'), 'up')).toEqual(place('C1'));
});

test('typing and F2 edit, Delete clears, other keys are the browser’s', () => {
  const sheet = smallSheet();
  const command = (pressed: ReturnType<typeof key>) => commandOf(sheet, at('A1'), pressed, PAGE);
  expect(command(key('7'))).toEqual({ kind: 'edit', text: '7' });
  expect(command(key('F2'))).toEqual({ kind: 'edit', text: null });
  expect(command(key('Delete'))).toEqual({ kind: 'clear' });
  expect(command(key('PageDown', 'ctrl'))).toEqual({ kind: 'sheet', by: 1 });
  expect(command(key('c', 'ctrl'))).toBeNull();
  expect(command(key('F6'))).toBeNull();
});

test('after the End key an arrow goes as with Ctrl', () => {
  const command = commandOf(smallSheet(), at('A1'), key('ArrowDown'), { ...PAGE, isEndMode: true });
  expect(command).toEqual({ kind: 'select', selection: at('A3') });
});

test('Ctrl and A selects the block around, then everything', () => {
  const sheet = smallSheet();
  const block = afterKeys(sheet, at('B2'), key('a', 'ctrl'));
  expect([printA1(areaOf(block)), block.active]).toEqual(['A1:C3', place('B2')]);
  expect(areaOf(afterKeys(sheet, block, key('a', 'ctrl')))).toMatchObject({ top: 0, left: 0, bottom: MAX_ROWS - 1 });
});

test('in a table Ctrl and A selects its data, then its headers too', () => {
  const book = createWorkbook();
  const sheet = book.addSheet('Data');
  for (const [row, name] of ['Name', 'a', 'b'].entries()) sheet.setValue(row, 0, name);
  book.addTable(sheet, { top: 0, left: 0, bottom: 2, right: 0 }, true);
  const data = afterKeys(sheet, at('A2'), key('a', 'ctrl'));
  expect(printA1(areaOf(data))).toBe('A2:A3');
  expect(printA1(areaOf(afterKeys(sheet, data, key('a', 'ctrl'))))).toBe('A1:A3');
});

test('Tab and Enter go round inside what is selected, hidden cells left out', () => {
  const sheet = smallSheet();
  sheet.setColumnHidden(1, 1, true);
  const visit = (pressed: ReturnType<typeof key>): string[] => {
    let selection = range('A1:C2');
    return Array.from({ length: 5 }, () => {
      selection = afterKeys(sheet, selection, pressed);
      expect(printA1(areaOf(selection))).toBe('A1:C2');
      return cellText(selection.active.row, selection.active.column);
    });
  };
  expect(visit(key('Tab'))).toEqual(['C1', 'A2', 'C2', 'A1', 'C1']);
  expect(visit(key('Enter'))).toEqual(['A2', 'C1', 'C2', 'A1', 'A2']);
  expect(visit(key('Tab', 'shift'))).toEqual(['C2', 'A2', 'C1', 'A1', 'C2']);
});

test('Tab goes from one selected area to the next', () => {
  const sheet = smallSheet();
  const [b2, a1] = [range('A1'), range('B2')].map(areaOf);
  if (b2 === undefined || a1 === undefined) throw new Error('no areas');
  const next = afterKeys(sheet, spanning(place('B2'), place('B2'), [b2]), key('Tab'));
  expect(areasOf(next).map((area) => printA1(area))).toEqual(['A1', 'B2']);
  expect(next.active).toEqual(place('A1'));
});

test('merged cells are selected and left as one', () => {
  const sheet = smallSheet();
  sheet.merges.push(areaOf(range('B2:C3')));
  expect(printA1(areaOf(overMerges(sheet, range('A1:B2'))))).toBe('A1:C3');
  expect(overMerges(sheet, at('C3')).active).toEqual(place('B2'));
  expect(step(sheet, place('B2'), 'down')).toEqual(place('B4'));
});

test('a block ends at an empty row and column', () => {
  expect(printA1(regionAt(smallSheet(), place('C3')))).toBe('A1:C3');
  expect(printA1(regionAt(smallSheet(), place('A6')))).toBe('A6');
});

test('filtered rows are passed over by Ctrl and an arrow', () => {
  const sheet = smallSheet();
  sheet.setRowHidden(2, 4, true);
  expect(jump(sheet, place('A1'), 'down')).toEqual(place('A6'));
});

test.each([
  ['z', [], 'undo'],
  ['y', [], 'redo'],
  ['Z', ['shift'], 'redo'],
  ['f', [], 'find'],
  ['g', [], 'goTo'],
  ['-', [], 'delete'],
  ['+', ['shift'], 'insert'],
] as const)('Ctrl and %s', (name, held, kind) => {
  expect(commandOf(smallSheet(), at('A1'), key(name, 'ctrl', ...held), PAGE)).toMatchObject({ kind });
});
