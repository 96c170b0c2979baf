import { answerCalls, askPane } from '../../src/commands/paneCalls';

test('the pane of the same workbook takes the task, the pane of another does not', async () => {
  const taken: string[] = [];
  const stops = ['March.xlsx|a', 'April.xlsx|b'].map((book) =>
    answerCalls(
      () => Promise.resolve(book),
      (task) => taken.push(`${book} ${task}`),
    ),
  );
  expect(await askPane('April.xlsx|b', 'run')).toBe(true);
  expect(taken).toEqual(['April.xlsx|b run']);
  for (const stop of stops) stop();
});

test('where no pane is open, or its workbook does not answer, nobody takes it', async () => {
  const stop = answerCalls(
    () => Promise.reject(new Error('closed')),
    () => undefined,
  );
  expect(await askPane('March.xlsx|a', 'run')).toBe(false);
  stop();
});
