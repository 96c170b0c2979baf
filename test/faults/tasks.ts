/** What a person asks of the pane, each with the workbook that it begins in. */

import type { Desk } from './desk';
import { rest } from './desk';

export interface Task {
  readonly name: string;
  readonly begins: 'sources' | 'reviewed';
  /** What stands in the workbook changes by it. */
  readonly changes: boolean;
  /** Of the pane itself: it opens. */
  readonly opens?: boolean;
  /** The pane's cancel button ends it. */
  readonly isCancellable: boolean;
  /** Done before, undisturbed. */
  readonly prepare?: (desk: Desk) => Promise<void>;
  readonly start: (desk: Desk) => Promise<void>;
}

/** What settling writes. */
export const SETTLED = 'settled by hand';

/** None where the table is gone. */
const keyAt = ({ workbook }: Desk, table: string, row: number): string => {
  const found = workbook.table(table);
  return found?.sheet.text(found.table.area.top + 1 + row, found.table.area.left) ?? '';
};

const settle = (desk: Desk): Promise<void> =>
  desk.session.settle.write({
    verdict: 'status',
    label: 'an exception',
    reviews: [{ key: keyAt(desk, 'tblExceptions', 3), cells: { Status: 'Accepted', Resolution: SETTLED } }],
    links: [],
    by: 'pk',
  });

const decide = (desk: Desk): Promise<void> =>
  desk.session.settle.decide({
    keys: [keyAt(desk, 'tblMatches', 40)],
    label: 'a match',
    verdict: 'confirmed',
    alias: null,
    by: 'pk',
    next: null,
  });

const addAlias = (desk: Desk): Promise<void> =>
  desk.session.settle.decide({
    keys: [],
    label: 'a customer',
    verdict: 'alias',
    alias: { from: 'Calder and F.', to: 'Calder & Finch' },
    by: 'pk',
    next: null,
  });

/** Where the exceptions are gone a person asks of what is selected. */
function explain({ workbook, session }: Desk): Promise<void> {
  const found = workbook.table('tblExceptions');
  workbook.transact('person', () => {
    if (found === null) return;
    const { sheet, table } = found;
    const at = { top: table.area.top + 1, left: table.area.left };
    workbook.activate(sheet);
    workbook.select(sheet, [{ ...at, bottom: at.top, right: at.left }]);
  });
  session.explain.open();
  return new Promise((resolve) => {
    const look = (): void => {
      const { explanation, trouble, waiting } = session.explain.getState();
      if (explanation === null && trouble === null && waiting !== 'questions' && waiting !== 'nothing') return;
      stop();
      resolve();
    };
    const stop = session.explain.subscribe(look);
  });
}

async function openPane(desk: Desk): Promise<void> {
  desk.session.open();
  await new Promise<void>((resolve) => {
    const stop = desk.session.subscribe(() => {
      if (desk.session.getState().work !== null) return;
      stop();
      resolve();
    });
  });
}

export const TASKS: readonly Task[] = [
  { name: 'opening the pane', begins: 'reviewed', changes: false, opens: true, isCancellable: true, start: openPane },
  { name: 'a run', begins: 'sources', changes: true, isCancellable: true, start: ({ session }) => session.reconcile() },
  { name: 'a rerun', begins: 'reviewed', changes: true, isCancellable: true, start: ({ session }) => session.reconcile() },
  {
    name: 'removing the results',
    begins: 'reviewed',
    changes: true,
    isCancellable: true,
    start: ({ session }) => session.remove(),
  },
  { name: 'settling an exception', begins: 'reviewed', changes: true, isCancellable: false, start: settle },
  { name: 'confirming a match', begins: 'reviewed', changes: true, isCancellable: false, start: decide },
  { name: 'adding an alias', begins: 'reviewed', changes: true, isCancellable: false, start: addAlias },
  {
    name: 'taking a decision back',
    begins: 'reviewed',
    changes: true,
    isCancellable: false,
    async prepare(desk) {
      await settle(desk);
      await rest(desk);
    },
    start: ({ session }) => session.settle.undo('pk'),
  },
  { name: 'explaining', begins: 'reviewed', changes: false, isCancellable: false, start: explain },
];
