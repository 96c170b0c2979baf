import { connectFrame } from '../../../host/office/bridge';
import { createHost } from '../../../host/office/host';
import { createOffice, UNKNOWN_OFFICE } from '../../../host/office/officeShim';
import { connectPage } from '../../../host/office/paneBridge';
import { createWorkbook } from '../../../host/workbook/workbook';

const ORIGIN = 'https://localhost:3000';

/** A window that delivers messages a moment later, as browsers do. */
class FakeWindow {
  parent: FakeWindow = this;
  readonly location = { origin: ORIGIN };
  private readonly listeners = new Set<(event: object) => void>();

  constructor(readonly sender: () => FakeWindow) {}

  addEventListener(_type: string, listener: (event: object) => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: string, listener: (event: object) => void): void {
    this.listeners.delete(listener);
  }

  postMessage(data: unknown, origin: string): void {
    if (origin !== ORIGIN) return;
    const copy: unknown = structuredClone(data);
    queueMicrotask(() => this.deliver(copy, this.sender(), ORIGIN));
  }

  deliver(data: unknown, source: unknown, origin: string): void {
    for (const listener of [...this.listeners]) listener({ data, source, origin });
  }
}

const windows = (): { page: FakeWindow; pane: FakeWindow } => {
  const page: FakeWindow = new FakeWindow(() => pane);
  const pane: FakeWindow = new FakeWindow(() => page);
  pane.parent = page;
  return { page, pane };
};

const asWindow = (fake: FakeWindow): Window => fake as unknown as Window;

const openHost = () => {
  const workbook = createWorkbook();
  workbook.addSheet('Deals');
  return createHost(workbook, { excelApi: '1.10' });
};

/** A request that reads the names of the sheets, as office.js sends it. */
const REQUEST = JSON.stringify({
  id: 7,
  type: 1,
  flags: 0,
  message: {
    body: {
      Actions: [{ Id: 3, ActionType: 2, Name: '', ObjectPathId: 2, QueryInfo: { Select: ['name'] } }],
      ObjectPaths: {
        1: { Id: 1, ObjectPathType: 1, Name: '' },
        2: { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
      },
    },
  },
});

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const namesIn = (text: string | undefined): unknown => {
  const answer = JSON.parse(text ?? '{}') as { message: { body: { Results: { Value: { _Items: { Name: string }[] } }[] } } };
  return answer.message.body.Results[0]?.Value._Items.map(({ Name }) => Name);
};

test.each(['the page', 'the pane'])('requests are answered, whichever comes first: %s', async (first) => {
  const { page, pane } = windows();
  const host = openHost();
  if (first === 'the page') connectFrame(host, asWindow(pane), asWindow(page));
  await settle();
  const connection = connectPage(asWindow(pane));
  const answers: string[] = [];
  connection.bridge.onMessageFromHost = (text) => void answers.push(text);
  connection.bridge.sendMessageToHost(REQUEST);
  await settle();
  if (first === 'the pane') {
    expect(answers).toEqual([]);
    connectFrame(host, asWindow(pane), asWindow(page));
  }
  await settle();
  await settle();
  expect(answers.map(namesIn)).toEqual([['Deals']]);
});

test('messages of strangers are not heard', async () => {
  const { page, pane } = windows();
  const host = openHost();
  connectFrame(host, asWindow(pane), asWindow(page));
  const message = { embeddedExcel: { kind: 'toHost', text: REQUEST } };
  page.deliver(message, pane, 'https://elsewhere.example');
  page.deliver(message, {}, ORIGIN);
  page.deliver('text', pane, ORIGIN);
  await settle();
  expect(host.requests).toEqual([]);
});

test('Office is ready when the page has told of its host, and knows its requirement sets then', async () => {
  const { page, pane } = windows();
  const connection = connectPage(asWindow(pane));
  const office = createOffice({ EventType: 'kept' }, UNKNOWN_OFFICE, connection.ready);
  const ready = office.onReady();
  connectFrame(openHost(), asWindow(pane), asWindow(page));
  expect(await ready).toEqual({ host: 'Excel', platform: 'OfficeOnline' });
  const { requirements } = office.context;
  const asked = [
    requirements.isSetSupported('ExcelApi', '1.10'),
    requirements.isSetSupported('ExcelApi', 1.4),
    requirements.isSetSupported('ExcelApi', '1.11'),
    requirements.isSetSupported('WordApi'),
  ];
  expect(asked).toEqual([true, true, false, false]);
  expect((office as unknown as { EventType: string }).EventType).toBe('kept');
});

test('the page runs a command of the ribbon', async () => {
  const { page, pane } = windows();
  const connection = connectPage(asWindow(pane));
  const frame = connectFrame(openHost(), asWindow(pane), asWindow(page));
  const run: string[] = [];
  connection.onCommand((id) => void run.push(id));
  frame.runCommand('show');
  await settle();
  frame.close();
  expect(run).toEqual(['show']);
});
