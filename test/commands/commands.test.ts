import { createCommands } from '../../src/commands/commands';
import type { Desk } from '../../src/commands/commands';
import { createSession } from '../../src/taskpane/session';
import { FakeReconciler, FakeWorkbook, SURROUNDINGS } from '../taskpane/support/fakes';
import { DATE_ORDER, inspection } from '../taskpane/support/workbook';

function desk(change: Partial<Desk> = {}) {
  const [workbook, reconciler] = [new FakeWorkbook(), new FakeReconciler()];
  const said: string[] = [];
  const commands = createCommands({
    runInPane: () => Promise.resolve(false),
    openSession: () => createSession(workbook, reconciler, SURROUNDINGS.today),
    hasResult: () => Promise.resolve(true),
    stepException: () => Promise.resolve({ key: 'BI.unbilled.deal.D-1', at: 1, of: 2 }),
    say: (what, next) => said.push([what, next].join(' ').trim()),
    ...change,
  });
  return { commands, workbook, reconciler, said };
}

test('an open pane runs, so that its progress is seen and the button does nothing itself', async () => {
  const { commands, workbook } = desk({ runInPane: () => Promise.resolve(true) });
  await commands.runAgain();
  expect(workbook.reads).toBe(0);
});

test('without a pane the button reads, reconciles and writes, and has nothing to say', async () => {
  const { commands, workbook, said } = desk();
  await commands.runAgain();
  expect(workbook.written).toHaveLength(1);
  expect(said).toEqual([]);
});

test('a question is not answered by the button', async () => {
  const { commands, workbook, reconciler, said } = desk();
  reconciler.inspections = [inspection([DATE_ORDER])];
  await commands.runAgain();
  expect(workbook.written).toEqual([]);
  expect(said).toEqual([
    'The sheets cannot be reconciled without an answer from you. Open Tieout on the Home tab: the questions stand there.',
  ]);
});

test('what Excel refuses is said', async () => {
  const { commands, workbook, said } = desk();
  const trouble = { what: 'The sheet is protected.', next: 'Unprotect it.', where: null };
  workbook.write = () => Promise.reject(Object.assign(new Error(), { trouble }));
  await commands.runAgain();
  expect(said).toEqual(['The sheet is protected. Unprotect it.']);
});

test.each<[1 | -1, number, string]>([
  [1, 3, 'This is the last exception in sight that waits to be settled.'],
  [-1, 3, 'This is the first exception in sight that waits to be settled.'],
  [1, 0, 'No exception that is in sight waits to be settled.'],
])('at the end of the list (%d of %d) it says so', async (by, of, sentence) => {
  const { commands, said } = desk({ stepException: () => Promise.resolve({ key: null, at: 0, of }) });
  await (by === 1 ? commands.nextException() : commands.previousException());
  expect(said).toEqual([sentence]);
});

test('without a result there is no exception to go to', async () => {
  const { commands, said } = desk({ hasResult: () => Promise.resolve(false) });
  await commands.nextException();
  expect(said).toEqual(['This workbook holds no result yet. Open Tieout on the Home tab and reconcile first.']);
});
