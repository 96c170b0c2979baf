import { openWorkbook, refusal, type Opened } from './support';

/** Two requests: one reads, one writes two cells. */
const readThenWrite = ({ Excel }: Opened): Promise<void> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const range = sheet.getRange('A1').load('values');
    await context.sync();
    const seen: unknown = range.values[0]?.[0];
    sheet.getRange('B1').values = [[seen === '' ? 'nothing' : seen]];
    sheet.getRange('B2').values = [['second']];
    await context.sync();
  });

const written = ({ workbook }: Opened): unknown[] => [workbook.sheets[0]?.value(0, 1), workbook.sheets[0]?.value(1, 1)];

test('the n-th request fails before anything ran', async () => {
  const opened = openWorkbook();
  opened.host.faults.fail({ when: 2, code: 'GeneralException', stage: 'before' });
  expect((await refusal(readThenWrite(opened))).code).toBe('GeneralException');
  expect(written(opened)).toEqual([null, null]);
});

test('the n-th request fails after all ran: the answer is lost', async () => {
  const opened = openWorkbook();
  opened.host.faults.fail({ when: 2, code: 'ConnectionFailure', message: 'lost', stage: 'after' });
  expect(await refusal(readThenWrite(opened))).toMatchObject({ code: 'ConnectionFailure', message: 'lost' });
  expect(written(opened)).toEqual(['nothing', 'second']);
});

test('a request breaks off after any number of actions: what ran before stays, nothing after it ran', async () => {
  const states: unknown[][] = [];
  for (let actions = 0; ; actions += 1) {
    const opened = openWorkbook();
    opened.host.faults.fail({ when: 2, code: 'GeneralException', stage: { actions } });
    const told = await readThenWrite(opened).then(
      () => null,
      (error: unknown) => error,
    );
    states.push(written(opened));
    if (told === null) break;
  }
  const distinct = states.filter((state, index) => JSON.stringify(state) !== JSON.stringify(states[index - 1]));
  expect(distinct).toEqual([
    [null, null],
    ['nothing', null],
    ['nothing', 'second'],
  ]);
});

test('the clean-up fails and nobody minds', async () => {
  const opened = openWorkbook();
  opened.host.faults.fail({ when: ({ kind }) => kind === 'cleanUp', code: 'GeneralException', stage: 'before' });
  await readThenWrite(opened);
  await opened.host.idle();
  expect(opened.host.requests.map(({ kind, code }) => [kind, code])).toEqual([
    ['read', null],
    ['write', null],
    ['cleanUp', 'GeneralException'],
  ]);
});

test('the session is lost', async () => {
  const opened = openWorkbook();
  opened.host.faults.before(2, () => opened.host.faults.dropSession());
  expect((await refusal(readThenWrite(opened))).code).toBe('InvalidOrTimedOutSession');
  expect((await refusal(readThenWrite(opened))).code).toBe('InvalidOrTimedOutSession');
});

test('a person changes the sheet between read and write', async () => {
  const opened = openWorkbook();
  const { host, workbook } = opened;
  host.faults.before(1, () => workbook.transact('person', () => workbook.sheets[0]?.enter(0, 0, 'typed')));
  await readThenWrite(opened);
  expect(written(opened)).toEqual(['typed', 'second']);
});

test('a late answer comes when the gate opens', async () => {
  const opened = openWorkbook();
  const gate = opened.host.faults.hold(2);
  const run = readThenWrite(opened);
  const held = await gate.reached;
  expect([held.number, held.kind, written(opened)]).toEqual([2, 'write', [null, null]]);
  gate.open();
  await run;
  expect(written(opened)).toEqual(['nothing', 'second']);
});

test('an answer is held back: the work is done, the add-in does not know it yet', async () => {
  const opened = openWorkbook();
  const gate = opened.host.faults.hold(2, 'answer');
  let isOver = false;
  const run = readThenWrite(opened).then(() => (isOver = true));
  await gate.reached;
  expect([written(opened), isOver]).toEqual([['nothing', 'second'], false]);
  gate.open();
  await run;
  expect(isOver).toBe(true);
});

test.each([
  ['request', [null, null]],
  ['answer', ['nothing', 'second']],
] as const)('a lost %s is never answered, later requests are', async (what, stands) => {
  const opened = openWorkbook();
  opened.host.faults.lose(2, what);
  let isOver = false;
  void readThenWrite(opened).finally(() => (isOver = true));
  await new Promise((resolve) => setImmediate(resolve));
  await opened.host.idle();
  expect([written(opened), isOver]).toEqual([stands, false]);
  await readThenWrite(opened);
  expect(written(opened)).toEqual(['nothing', 'second']);
});

test('an answer that comes twice is taken once', async () => {
  const opened = openWorkbook();
  const texts: string[] = [];
  const { bridge } = opened.host;
  const take = bridge.onMessageFromHost;
  bridge.onMessageFromHost = (text) => {
    texts.push(text);
    take?.(text);
  };
  opened.host.faults.repeat(2);
  await readThenWrite(opened);
  expect(written(opened)).toEqual(['nothing', 'second']);
  expect(texts.filter((text) => text === texts[1])).toHaveLength(2);
});
