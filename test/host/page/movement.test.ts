/** Where keys take the active cell, on a small sheet. */

import { commandOf, jump, single, step } from '../../../host/page/movement';
import type { Selection } from '../../../host/page/movement';
import type { Sheet } from '../../../host/workbook/model';
import { MAX_ROWS } from '../../../host/workbook/model';
import { createWorkbook } from '../../../host/workbook/workbook';
import { cellText, parseA1 } from '../../../host/workbook/address';

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
const key = (name: string, ...held: ('ctrl' | 'shift')[]) => ({
  key: name,
  ctrl: held.includes('ctrl'),
  shift: held.includes('shift'),
  alt: false,
});

function after(sheet: Sheet, from: string, ...keys: ReturnType<typeof key>[]): string {
  let selection = at(from);
  for (const pressed of keys) {
    const command = commandOf(sheet, selection, pressed, 10);
    if (command?.kind !== 'select') throw new Error(`${pressed.key} selects nothing`);
    selection = command.selection;
  }
  const { anchor, focus } = selection;
  const from1 = cellText(anchor.row, anchor.column);
  const to1 = cellText(focus.row, focus.column);
  return from1 === to1 ? from1 : `${from1}:${to1}`;
}

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
  ['B2', [key('a', 'ctrl')], 'A1:C6'],
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
  const command = (pressed: ReturnType<typeof key>) => commandOf(sheet, at('A1'), pressed, 10);
  expect(command(key('7'))).toEqual({ kind: 'edit', text: '7' });
  expect(command(key('F2'))).toEqual({ kind: 'edit', text: null });
  expect(command(key('Delete'))).toEqual({ kind: 'clear' });
  expect(command(key('PageDown', 'ctrl'))).toEqual({ kind: 'sheet', by: 1 });
  expect(command(key('c', 'ctrl'))).toBeNull();
  expect(command(key('F5'))).toBeNull();
});
