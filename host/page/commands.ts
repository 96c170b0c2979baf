/** Does what a key asks for. */

import type { Workbook } from '../workbook/model';
import { deleteLines, fill, insertLines, toggleLetters } from './actions';
import type { Entering } from './entering';
import { nowAs } from './entries';
import type { FindBar } from './findBar';
import type { Going } from './going';
import type { GridView } from './gridView';
import type { Command } from './keys';
import { areaOf, areasOf } from './movement';
import type { Selection } from './movement';
import type { NameBox } from './nameBox';
import type { OverCells } from './overCells';
import { sheetBeside } from './tabs';

/** What commands reach. */
export interface Desk {
  readonly workbook: Workbook;
  readonly view: GridView;
  readonly entering: Entering;
  readonly findBar: FindBar;
  readonly going: Going;
  readonly nameBox: NameBox;
  readonly overCells: OverCells;
  readonly selection: () => Selection;
  select(selection: Selection): void;
  /** Changes the workbook as one step. */
  readonly attempt: (work: () => void) => boolean;
  /** Does something that is no step; a refusal is told. */
  told(work: () => void): boolean;
  undo(): void;
  redo(): void;
  /** The next arrow goes as with Ctrl. */
  startEndMode(): void;
  /** Takes away marks and messages. */
  leave(): void;
}

type Work = { readonly [Kind in Command['kind']]: (command: Extract<Command, { readonly kind: Kind }>) => void };

export function createCommands(desk: Desk): (command: Command) => void {
  const { workbook, view, entering, findBar, going, nameBox, overCells, selection, attempt } = desk;
  const sheet = () => workbook.activeSheet;
  const active = () => selection().active;
  const areas = () => areasOf(selection());
  const work: Work = {
    select: (command) => desk.select(command.selection),
    edit: ({ text }) => entering.edit(text),
    enter: ({ what }) => entering.edit(nowAs(what, new Date())),
    clear: () => attempt(() => areas().forEach((area) => sheet().clear(area, 'Contents'))),
    fill: ({ direction }) => attempt(() => areas().forEach((area) => fill(sheet(), area, direction))),
    letters: ({ look }) => attempt(() => toggleLetters(sheet(), areas(), active(), look)),
    insert: () => attempt(() => insertLines(sheet(), areaOf(selection()))),
    delete: () => attempt(() => deleteLines(sheet(), areaOf(selection()))),
    undo: () => desk.undo(),
    redo: () => desk.redo(),
    sheet: ({ by }) => desk.told(() => workbook.transact('person', () => workbook.activate(sheetBeside(workbook, by)))),
    find: () => findBar.open(),
    findNext: ({ back }) => findBar.next(back),
    goTo: () => nameBox.open(),
    follow: () => going.follow(active()),
    menu: () => overCells.openMenu(view.boxOf(active())),
    open: () => overCells.openBelow(),
    showActive: () => view.scrollTo(active()),
    endMode: () => desk.startEndMode(),
    leave: () => desk.leave(),
  };
  // The compiler cannot see that each kind's work takes its own command.
  return (command) => work[command.kind](command as never);
}
