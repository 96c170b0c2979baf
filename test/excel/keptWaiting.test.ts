/** While a cell is edited Excel answers nothing: that is told, and what was asked goes on when the entry is over. */

import { OFTEN, SILENCE } from '../../src/excel/keptWaiting';
import type { OpenBook } from './support/open';
import { openSmallBook } from './support/wholeRun';

let book: OpenBook;
let told: boolean[];
let stop: () => void;
/** What waits until a conversation has lasted long enough to be asked about. */
let later: (() => void)[];

beforeEach(() => {
  later = [];
  const real = globalThis.setTimeout;
  jest.spyOn(globalThis, 'setTimeout').mockImplementation((run: () => void, ms?: number) => {
    if (ms !== OFTEN && ms !== SILENCE) return real(run, ms);
    later.push(run);
    return real(() => undefined, 0);
  });
  told = [];
  book = openSmallBook();
  stop = book.port.onKeptWaiting((isWaiting) => told.push(isWaiting));
});
afterEach(() => {
  stop();
  jest.restoreAllMocks();
});

/** A while passes, and then a long one. */
function timePasses(): void {
  for (let times = 0; times < 2; times += 1) later.splice(0).forEach((run) => run());
}

test('an entry that lasts is told, and its end, and what was asked goes on', async () => {
  book.host.setEditing(true);
  const asked = book.port.readSelection();
  timePasses();
  expect(told).toEqual([true]);
  book.host.setEditing(false);
  expect((await asked).place).not.toBeNull();
  expect(told).toEqual([true, false]);
});

test('several that wait are told once', async () => {
  book.host.setEditing(true);
  const asked = [book.port.readSelection(), book.port.readSelection()];
  timePasses();
  book.host.setEditing(false);
  await Promise.all(asked);
  expect(told).toEqual([true, false]);
});

test('an Excel that answers meanwhile keeps nobody waiting, however long the conversation lasts', async () => {
  const gate = book.host.faults.hold(2);
  const asked = book.port.readKept();
  await gate.reached;
  later.splice(0).forEach((run) => run());
  gate.open();
  await asked;
  expect(told).toEqual([]);
});

test('nobody is asked or told where nobody listens', async () => {
  stop();
  await book.port.readSelection();
  expect(later).toEqual([]);
});
