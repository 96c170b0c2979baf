import { answerCalls, askPane } from '../../src/commands/paneCalls';

const MARCH = 'March.xlsx|a';
const APRIL = 'April.xlsx|b';

let panes: (() => void)[] = [];
let taken: string[] = [];

function openPane(name: string, book: () => Promise<string>): void {
  panes.push(answerCalls(book, (task) => taken.push(`${name} ${task}`)));
}

/** A call that nobody answers ends when all messages of those before have come. */
const untilQuiet = (): Promise<boolean> => askPane('nobody', 'run');

afterEach(() => {
  for (const stop of panes) stop();
  [panes, taken] = [[], []];
});

test('the pane of the same workbook takes the task, the pane of another does not', async () => {
  for (const book of [MARCH, APRIL]) openPane(book, () => Promise.resolve(book));
  expect(await askPane(APRIL, 'run')).toBe(true);
  await untilQuiet();
  expect(taken).toEqual([`${APRIL} run`]);
});

test('of two panes over one workbook only one takes the task', async () => {
  for (const window of ['left', 'right']) openPane(window, () => Promise.resolve(MARCH));
  expect(await askPane(MARCH, 'run')).toBe(true);
  await untilQuiet();
  expect(taken).toHaveLength(1);
});

test('where no pane is open, or its workbook does not answer, nobody takes it', async () => {
  openPane('closed', () => Promise.reject(new Error('closed')));
  expect(await askPane(MARCH, 'run')).toBe(false);
  expect(taken).toEqual([]);
});

test('a pane that answers when the button no longer waits does not do the work a second time', async () => {
  let answer = (): void => undefined;
  const late = new Promise<string>((resolve) => (answer = () => resolve(MARCH)));
  openPane('late', () => late);
  expect(await askPane(MARCH, 'run')).toBe(false);
  answer();
  await untilQuiet();
  expect(taken).toEqual([]);
});
