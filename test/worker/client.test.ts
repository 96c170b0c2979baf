import { createReconciler, SILENCE, WorkerFailure } from '../../src/worker/client';
import type { RunRequest } from '../../src/worker/protocol';
import type { Asked, Explanation } from '../../src/report/explain/explanation';
import type { Engine } from '../../src/worker/serve';
import { PLAN } from '../taskpane/support/workbook';
import { countingEngine, LocalWorker, sheetOf } from './support';

const REQUEST: RunRequest = {
  mappings: [],
  definitions: {},
  reasons: {},
  decisions: { aliases: [], links: [] },
  previous: [],
  typed: {},
  lastRun: null,
  refusedSettings: [],
};
const NONE = { all: 0, shown: [] };
const UNTOLD: Explanation = {
  kind: 'exceptions',
  currency: 'EUR',
  unknown: 0,
  lines: null,
  bridges: [],
  sentences: NONE,
  exceptions: NONE,
  documents: NONE,
  matches: NONE,
  rows: NONE,
};
const silent = (): void => undefined;
const quiet = (): AbortSignal => new AbortController().signal;

/** A client and the workers it started, the last one last. */
function desk(engine: Engine = countingEngine, prepare: (worker: LocalWorker) => void = () => undefined) {
  const workers: LocalWorker[] = [];
  const reconciler = createReconciler(() => {
    const worker = new LocalWorker(engine);
    prepare(worker);
    workers.push(worker);
    return worker;
  });
  return { workers, reconciler };
}

const seen = (inspection: { readonly obstacles: readonly { readonly message: string }[] }): string[] =>
  inspection.obstacles.map(({ message }) => message);

describe('what travels', () => {
  test('every cell of a large sheet arrives, in blocks', async () => {
    const { reconciler, workers } = desk();
    const inspection = await reconciler.inspect([sheetOf('Deals', 5_000, 20), sheetOf('Invoices', 3, 2)], []);
    expect(seen(inspection)).toEqual(['100000 cells, 0 saved', '6 cells, 0 saved']);
    expect(workers[0]?.kinds().filter((kind) => kind === 'rows')).toHaveLength(11);
  });

  test('what else is known of a sheet arrives with its cells', async () => {
    const heads: unknown[] = [];
    const { reconciler } = desk({
      ...countingEngine,
      inspect: (grids, saved) => {
        heads.push(...grids);
        return countingEngine.inspect(grids, saved);
      },
    });
    const grid = { ...sheetOf('Deals', 3, 2), hiddenRows: 2, isSheetHidden: true, apart: ['XFD1048576'] };
    await reconciler.inspect([grid], []);
    expect(heads).toEqual([grid]);
  });

  test('sheets that the worker holds are not sent again', async () => {
    const { reconciler, workers } = desk();
    const grids = [sheetOf('Deals', 2, 2)];
    await reconciler.inspect(grids, []);
    await reconciler.define(grids, REQUEST);
    await reconciler.run(grids, REQUEST, silent, quiet());
    expect(workers[0]?.kinds()).toEqual(['grids', 'rows', 'inspect', 'define', 'run']);
    expect(seen(await reconciler.inspect([sheetOf('Deals', 1, 1)], []))).toEqual(['1 cells, 0 saved']);
  });

  test('the plan arrives whole, and progress before it', async () => {
    const { reconciler } = desk();
    const steps: string[] = [];
    const plan = await reconciler.run([], REQUEST, (step, done) => steps.push(`${step} ${done}`), quiet());
    expect(plan).toEqual(PLAN);
    expect(steps).toEqual(['match invoices 0.5']);
  });

  test('a sheet is made once the one before it was sent', async () => {
    const order: string[] = [];
    function* sheets() {
      for (const sheet of PLAN.sheets) {
        order.push(`made ${sheet.name}`);
        yield sheet;
      }
    }
    const { reconciler } = desk({ ...countingEngine, run: () => ({ ...PLAN, sheets: sheets() }) }, (worker) => {
      const answer = worker.answer.bind(worker);
      worker.answer = (data) => {
        if (data.kind === 'planSheet') order.push(`sent ${data.sheet.name}`);
        answer(data);
      };
    });
    expect(await reconciler.run([], REQUEST, silent, quiet())).toEqual(PLAN);
    expect(order).toEqual(PLAN.sheets.flatMap(({ name }) => [`made ${name}`, `sent ${name}`]));
  });

  test('progress finer than a percent is not sent', async () => {
    const { reconciler } = desk({
      ...countingEngine,
      run(_, __, onProgress) {
        for (let i = 0; i <= 10_000; i += 1) onProgress('explain', i / 10_000);
        return PLAN;
      },
    });
    let told = 0;
    await reconciler.run([], REQUEST, () => (told += 1), quiet());
    expect(told).toBeGreaterThan(50);
    expect(told).toBeLessThanOrEqual(102);
  });
});

describe('one request at a time', () => {
  test('a newer look takes the place of an older one, whose answer is dropped', async () => {
    const { reconciler } = desk();
    const older = reconciler.inspect([sheetOf('Old', 1, 1)], []);
    const newer = reconciler.inspect([sheetOf('New', 2, 2)], []);
    await expect(older).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen(await newer)).toEqual(['4 cells, 0 saved']);
  });

  test('an answer with an older number changes nothing', async () => {
    const { reconciler, workers } = desk(countingEngine, (worker) => (worker.deafTo = 'inspect'));
    const look = reconciler.inspect([], []);
    workers[0]?.answer({ kind: 'inspected', id: 0, inspection: { sources: [], questions: [], obstacles: [] } });
    workers[0]?.answer({ kind: 'failed', id: 0, message: 'of an older call' });
    workers[0]?.answer({
      kind: 'inspected',
      id: 1,
      inspection: { sources: [], questions: [], obstacles: [{ code: 'empty', sheet: null, message: 'mine' }] },
    });
    expect(seen(await look)).toEqual(['mine']);
  });
});

describe('cancel', () => {
  test('takes effect at once though the engine does not look up, and the next run works', async () => {
    let isDeaf = true;
    const { reconciler, workers } = desk(countingEngine, (worker) => {
      if (isDeaf) worker.deafTo = 'run';
    });
    const grids = [sheetOf('Deals', 2, 2)];
    await reconciler.inspect(grids, []);
    const controller = new AbortController();
    const run = reconciler.run(grids, REQUEST, silent, controller.signal);
    controller.abort();
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);

    isDeaf = false;
    expect(await reconciler.run(grids, REQUEST, silent, quiet())).toEqual(PLAN);
    expect(workers[1]?.kinds()).toEqual(['grids', 'rows', 'run']);
  });

  test('before the start, nothing is sent', async () => {
    const { reconciler, workers } = desk();
    await expect(reconciler.run([], REQUEST, silent, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers).toEqual([]);
  });

  test('after the end, nothing happens', async () => {
    const { reconciler, workers } = desk();
    const controller = new AbortController();
    await reconciler.run([], REQUEST, silent, controller.signal);
    controller.abort();
    expect(workers[0]?.isTerminated).toBe(false);
  });
});

describe('what breaks', () => {
  test('a fault of the engine is told with a way on, and the worker lives', async () => {
    const { reconciler, workers } = desk({
      ...countingEngine,
      run: () => {
        throw new RangeError('amount 1e300 EUR is beyond exact arithmetic');
      },
    });
    const run = reconciler.run([], REQUEST, silent, quiet());
    await expect(run).rejects.toBeInstanceOf(WorkerFailure);
    await expect(run).rejects.toMatchObject({
      trouble: { what: 'The calculation stopped: amount 1e300 EUR is beyond exact arithmetic' },
    });
    expect(await reconciler.inspect([], [])).toBeDefined();
    expect(workers).toHaveLength(1);
  });

  test('a crashed worker is told and replaced', async () => {
    let isDeaf = true;
    const { reconciler, workers } = desk(countingEngine, (worker) => {
      if (isDeaf) worker.deafTo = 'run';
    });
    const grids = [sheetOf('Deals', 2, 2)];
    await reconciler.inspect(grids, []);
    const run = reconciler.run(grids, REQUEST, silent, quiet());
    isDeaf = false;
    workers[0]?.crash('out of memory');
    await expect(run).rejects.toMatchObject({ trouble: { what: 'The calculation stopped: out of memory' } });
    expect(seen(await reconciler.inspect(grids, []))).toEqual(['4 cells, 0 saved']);
    expect(workers).toHaveLength(2);
  });

  test('a worker that cannot be started is told', async () => {
    const reconciler = createReconciler(() => {
      throw new Error('blocked by policy');
    });
    await expect(reconciler.inspect([], [])).rejects.toMatchObject({
      trouble: { what: 'The calculation stopped: blocked by policy' },
    });
  });
});

describe('explaining', () => {
  const ASKED: Asked = { kind: 'exceptions', keys: ['BI.unbilled.deal.D-1'] };
  const knowing: Engine = {
    ...countingEngine,
    explain: (asked) => ({ ...UNTOLD, unknown: asked.kind === 'exceptions' ? asked.keys.length : 0 }),
  };

  // What waits for a worker that fell silent would keep the process alive.
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
  afterEach(() => void jest.useRealTimers());

  test('before any worker was started nothing is held', async () => {
    const { reconciler, workers } = desk(knowing);
    expect(await reconciler.explain(ASKED)).toBeNull();
    expect(workers).toHaveLength(0);
  });

  test('what the held run says comes back', async () => {
    const { reconciler } = desk(knowing);
    await reconciler.hold([sheetOf('Deals', 2, 2)], REQUEST, quiet());
    expect(await reconciler.explain(ASKED)).toEqual({ ...UNTOLD, unknown: 1 });
  });

  test('a question does not end a run, and waits for it', async () => {
    const { reconciler, workers } = desk(knowing, (worker) => (worker.deafTo = 'run'));
    const run = reconciler.run([sheetOf('Deals', 2, 2)], REQUEST, silent, quiet());
    await reconciler.explain(ASKED);
    workers[0]?.answer({ kind: 'plan', id: 1, plan: PLAN });
    workers[0]?.answer({ kind: 'planned', id: 1 });
    expect((await run).digest).toEqual(PLAN.digest);
  });

  test('a newer question takes the place of an older one', async () => {
    const { reconciler } = desk(knowing, (worker) => (worker.deafTo = 'explain'));
    await reconciler.hold([sheetOf('Deals', 2, 2)], REQUEST, quiet());
    const older = reconciler.explain(ASKED);
    void reconciler.explain(ASKED);
    await expect(older).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('a worker that is killed holds nothing any more; the next hold starts another', async () => {
    const { reconciler, workers } = desk(knowing, (worker) => (worker.deafTo = workers.length === 0 ? 'explain' : null));
    await reconciler.hold([sheetOf('Deals', 2, 2)], REQUEST, quiet());
    const asked = reconciler.explain(ASKED);
    workers[0]?.crash('out of memory');
    expect(await asked).toBeNull();
    expect(await reconciler.explain(ASKED)).toBeNull();
    await reconciler.hold([sheetOf('Deals', 2, 2)], REQUEST, quiet());
    expect(workers).toHaveLength(2);
    expect(await reconciler.explain(ASKED)).toEqual({ ...UNTOLD, unknown: 1 });
  });

  test('a worker that falls silent over a question is given up, and the next hold starts another', async () => {
    const { reconciler, workers } = desk(knowing, (worker) => (worker.deafTo = workers.length === 0 ? 'explain' : null));
    await reconciler.hold([sheetOf('Deals', 2, 2)], REQUEST, quiet());
    const asked = reconciler.explain(ASKED);
    jest.advanceTimersByTime(SILENCE - 1);
    expect(workers[0]?.isTerminated).toBe(false);
    jest.advanceTimersByTime(1);
    expect(await asked).toBeNull();
    expect(workers[0]?.isTerminated).toBe(true);
    await reconciler.hold([sheetOf('Deals', 2, 2)], REQUEST, quiet());
    expect(await reconciler.explain(ASKED)).toEqual({ ...UNTOLD, unknown: 1 });
  });

  test('one that falls silent while a run is worked out again is told, unless it tells of its progress', async () => {
    const { reconciler, workers } = desk(knowing, (worker) => (worker.deafTo = 'hold'));
    const holding = reconciler.hold([], REQUEST, quiet());
    jest.advanceTimersByTime(SILENCE - 1);
    workers[0]?.answer({ kind: 'progress', id: 1, step: 'explain', done: 0.5 });
    jest.advanceTimersByTime(SILENCE - 1);
    expect(workers[0]?.isTerminated).toBe(false);
    jest.advanceTimersByTime(1);
    await expect(holding).rejects.toMatchObject({ trouble: { what: 'The calculation stopped: its worker does not answer' } });
  });

  test('a run is a person’s to cancel, however long it takes and whatever is asked meanwhile', async () => {
    const { reconciler, workers } = desk(knowing, (worker) => (worker.deafTo = 'run'));
    const run = reconciler.run([], REQUEST, silent, quiet());
    const asked = reconciler.explain(ASKED);
    jest.advanceTimersByTime(10 * SILENCE);
    expect(await asked).toEqual({ ...UNTOLD, unknown: 1 });
    workers[0]?.answer({ kind: 'plan', id: 1, plan: PLAN });
    workers[0]?.answer({ kind: 'planned', id: 1 });
    expect((await run).digest).toEqual(PLAN.digest);
  });

  test('what the engine throws is told in words', async () => {
    const { reconciler } = desk({
      ...countingEngine,
      explain: () => {
        throw new RangeError('a fault');
      },
    });
    await reconciler.hold([sheetOf('Deals', 2, 2)], REQUEST, quiet());
    await expect(reconciler.explain(ASKED)).rejects.toBeInstanceOf(WorkerFailure);
  });
});
