/** A few of the pairs of request and fault that `npm run faults` tries all of: after each nothing is lost, half-written or stuck. */

import { storyBook } from './books';
import type { Book } from './books';
import { tryRandom, tryWorkers, whole } from './matrix';
import type { Outcome } from './matrix';
import { TASKS } from './tasks';

let book: Book;
beforeAll(async () => {
  book = await storyBook();
}, 120_000);

const wrong = (outcomes: readonly Outcome[]): Outcome[] => outcomes.filter(({ findings }) => findings.length > 0);

test.each(TASKS)(
  '$name: whatever fails, what people have is whole and the next run works',
  async (task) => {
    const outcomes: Outcome[] = [];
    const { faults } = whole(book);
    await tryRandom(book, { tasks: [task], faults, every: 1 }, 2, 7, (outcome) => outcomes.push(outcome));
    expect(wrong(outcomes)).toEqual([]);
    expect(outcomes).toHaveLength(2);
  },
  120_000,
);

test('a worker that dies while the pane opens is told, or cancelled and replaced', async () => {
  const outcomes: Outcome[] = [];
  const tasks = TASKS.filter(({ name }) => name === 'opening the pane');
  await tryWorkers(book, tasks, (outcome) => outcomes.push(outcome));
  expect(wrong(outcomes)).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(0);
}, 120_000);
