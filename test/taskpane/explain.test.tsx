/** The pane follows the selection: the newest wins, its own selecting is passed over, and it recovers a run that is gone. */

import type { Explanation } from '../../src/report/explain/explanation';
import type { Selection } from '../../src/report/explain/selection';
import { afterRun, byKey, explanationOf, line, select } from './support/explained';
import { click, closePane, heading, openPane, pick, text, then } from './support/screen';
import type { Desk } from './support/screen';
import { untilAborted } from './support/fakes';
import { DATE_ORDER, inspection, KEPT, PLAN } from './support/workbook';

afterEach(closePane);

const NOTHING: Selection = { ...line(''), asked: null };
const SOURCE: Selection = line('', { on: 'source', asked: { kind: 'source', sheet: 'Deals', rows: [4] } });

function isInSight(said: string): boolean {
  const found = [...document.querySelectorAll('main *')].filter(
    ({ textContent, children }) => children.length === 0 && textContent.includes(said),
  );
  const isHidden = (element: Element | null): boolean =>
    element !== null && (getComputedStyle(element).display === 'none' || isHidden(element.parentElement));
  return found.some((element) => !isHidden(element));
}

const panel = (): string => document.querySelector('[aria-label="What stands behind it"]')?.textContent ?? '';

describe('following', () => {
  test('a row of the results is explained, and the focus stays where it was', async () => {
    const desk = await afterRun();
    const focused = document.activeElement;
    await select(desk, line('Alder GmbH'));
    expect(panel()).toContain('Alder GmbH · Mar 2026 · Ann');
    expect(document.activeElement).toBe(focused);
  });

  test('the way back leads to the step as it was', async () => {
    const desk = await afterRun();
    await select(desk, line('Alder GmbH'));
    await click('Back to Results');
    expect(panel()).toBe('');
    expect(heading()).toBe('Results');
  });

  test('what is told beside a step is told beside the explanation too', async () => {
    const desk = await afterRun();
    await select(desk, line('Alder GmbH'));
    desk.workbook.readSources = (_, signal) => untilAborted(signal);
    await pick('Read the sheets again');
    await click('Cancel');
    expect(panel()).toContain('Alder GmbH');
    expect(isInSight('Cancelled.')).toBe(true);
  });

  test('what Tieout does is told where an explanation was', async () => {
    const desk = await afterRun();
    await select(desk, line('Alder GmbH'));
    await pick('What Tieout does');
    expect(isInSight('it never changes them')).toBe(true);
  });

  test('going to a step closes it', async () => {
    const desk = await afterRun();
    await select(desk, line('Alder GmbH'));
    await click('Sources');
    expect(panel()).toBe('');
    expect(heading()).toBe('Sources');
  });

  test('pinned, it stays whatever is selected; let go, it shows what is selected by then', async () => {
    const desk = await afterRun();
    await select(desk, line('Alder GmbH'));
    await click('Keep this while I select other cells');
    await select(desk, line('Birch Ltd'));
    expect(panel()).toContain('Alder GmbH');
    await click('Keep this while I select other cells');
    expect(panel()).toContain('Birch Ltd');
  });

  test('a place that the pane selects itself does not take the pane along', async () => {
    const desk = await afterRun();
    desk.workbook.show = (sheet, address) => {
      desk.workbook.select(line('Alder GmbH', { place: { sheet, address } }));
      return Promise.resolve();
    };
    await click('Exceptions');
    expect(panel()).toBe('');
    await select(desk, line('Birch Ltd'));
    expect(panel()).toContain('Birch Ltd');
  });

  test('a cell with nothing behind it opens nothing, and says so where the explanation is open', async () => {
    const desk = await afterRun();
    await select(desk, NOTHING);
    expect(panel()).toBe('');
    await select(desk, line('Alder GmbH'));
    await select(desk, NOTHING);
    expect(panel()).toContain('Nothing stands behind this cell.');
    await select(desk, { ...NOTHING, place: null, on: 'drawing' });
    expect(panel()).toContain('A chart or picture is selected. Select a cell.');
  });

  test('a row of a source is followed once the explanation is open, or asked for', async () => {
    const desk = await afterRun();
    await select(desk, SOURCE);
    expect(panel()).toBe('');
    await click('Explain the selection');
    expect(panel()).toContain('source');
  });

  test('a new run leads to its results', async () => {
    const desk = await afterRun();
    await select(desk, line('Alder GmbH'));
    await click('Run again');
    expect(panel()).toBe('');
    expect(heading()).toBe('Results');
  });
});

describe('a slow Excel or a slow engine', () => {
  test('an answer to an older selection is dropped', async () => {
    const answers: ((explanation: Explanation) => void)[] = [];
    const desk = await afterRun(({ reconciler }) => {
      reconciler.explains = () => new Promise((resolve) => answers.push(resolve));
    });
    await select(desk, line('Alder GmbH'));
    await select(desk, line('Birch Ltd'));
    await then(() => answers[1]?.(explanationOf('Birch Ltd')));
    await then(() => answers[0]?.(explanationOf('Alder GmbH')));
    expect(panel()).toContain('Birch Ltd');
    expect(panel()).not.toContain('Alder GmbH');
  });

  test('selections made while one is read are read once, the last of them', async () => {
    const reads: ((selection: Selection) => void)[] = [];
    const desk = await afterRun(({ workbook }) => {
      workbook.readSelection = () => new Promise((resolve) => reads.push(resolve));
    });
    for (const key of ['a', 'b', 'c', 'd']) await select(desk, line(key));
    expect(reads).toHaveLength(1);
    await then(() => reads[0]?.(line('a')));
    expect(reads).toHaveLength(2);
    await then(() => reads[1]?.(line('Delta plc')));
    expect(reads).toHaveLength(2);
    expect(desk.reconciler.asked.map((asked) => (asked.kind === 'lines' ? asked.keys : []))).toEqual([['Delta plc']]);
  });

  test('what Excel refuses is told where an explanation is asked for', async () => {
    const desk = await afterRun();
    desk.workbook.readSelection = () => Promise.reject(new Error('busy'));
    await click('Explain the selection');
    expect(text()).toContain('busy');
  });

  test('a selection made while Excel refuses the one before is explained', async () => {
    const desk = await afterRun();
    let refuse: () => void = () => undefined;
    desk.workbook.readSelection = () => new Promise((_, reject) => (refuse = () => reject(new Error('busy'))));
    await select(desk, line('Alder GmbH'));
    desk.workbook.readSelection = () => Promise.resolve(desk.workbook.selected);
    await select(desk, line('Birch Ltd'));
    await then(() => refuse());
    expect(panel()).toContain('Birch Ltd');
  });

  test('what Excel refuses is told where the explanation is open, and the next selection is explained again', async () => {
    const desk = await afterRun();
    await select(desk, line('Alder GmbH'));
    desk.workbook.readSelection = () => Promise.reject(new Error('busy'));
    await select(desk, line('Birch Ltd'));
    expect(text()).toContain('busy');
    desk.workbook.readSelection = () => Promise.resolve(desk.workbook.selected);
    await select(desk, line('Cedar SA'));
    expect(panel()).toContain('Cedar SA');
    expect(text()).not.toContain('busy');
  });
});

describe('results that are there already, without a run in the worker', () => {
  /** A worker that knows nothing until a run was worked out. */
  const untilHeld = ({ reconciler }: Desk): void => {
    reconciler.explains = (asked) => (reconciler.holds.length === 0 ? Promise.resolve(null) : byKey(asked));
  };

  test('are worked out in the background, nothing is written, and then explained', async () => {
    const desk = await openPane(untilHeld);
    await select(desk, line('Alder GmbH'));
    expect(desk.reconciler.holds).toHaveLength(1);
    expect(desk.workbook.written).toEqual([]);
    expect(panel()).toContain('Alder GmbH');
  });

  test('it is said while it lasts, and a newer selection waits for the same work', async () => {
    let done: (value: { readonly isSame: boolean }) => void = () => undefined;
    const desk = await openPane((made) => {
      let isHeld = false;
      made.reconciler.explains = (asked) => (isHeld ? byKey(asked) : Promise.resolve(null));
      made.reconciler.holding = () =>
        new Promise((resolve) => {
          done = (value) => {
            isHeld = true;
            resolve(value);
          };
        });
    });
    await select(desk, line('Alder GmbH'));
    expect(panel()).toContain('Working out the results again');
    await select(desk, line('Birch Ltd'));
    await then(() => done({ isSame: true }));
    expect(desk.reconciler.holds).toHaveLength(1);
    expect(panel()).toContain('Birch Ltd');
  });

  test.each([
    ['', null],
    [', though the workbook still tells their figures', { ...PLAN.run, digest: PLAN.digest, ran: null }],
  ])('that came from other sources or decisions are said to be old%s', async (_, lastRun) => {
    const desk = await openPane((made) => {
      made.workbook.kept = { ...KEPT, lastRun };
      untilHeld(made);
      made.reconciler.holding = () => Promise.resolve({ isSame: false });
    });
    await select(desk, line('Alder GmbH'));
    expect(panel()).toContain('changed since the results were written');
  });

  test('are told to be gone where their worker ends before it explains', async () => {
    const desk = await openPane((made) => (made.reconciler.explains = () => Promise.resolve(null)));
    await select(desk, line('Alder GmbH'));
    expect(desk.reconciler.holds).toHaveLength(1);
    expect(text()).toContain('The calculation stopped: its worker ended');
    expect(panel()).not.toContain('Working out the results again');
  });

  test('with a question open it is said what to do', async () => {
    const desk = await openPane((made) => {
      untilHeld(made);
      made.reconciler.inspections = [inspection([DATE_ORDER])];
    });
    await select(desk, line('Alder GmbH'));
    expect(panel()).toContain('A question about the sheets is open.');
    await click('Go to Sources');
    expect(heading()).toBe('Sources');
    expect(panel()).toBe('');
  });

  test('a run that a person starts takes the place of the one in the background', async () => {
    const stopped: AbortSignal[] = [];
    const desk = await openPane((made) => {
      made.reconciler.holding = (signal) => {
        stopped.push(signal);
        return untilAborted(signal);
      };
    });
    await select(desk, line('Alder GmbH'));
    await click('Next: definitions');
    expect(stopped.map(({ aborted }) => aborted)).toEqual([true]);
    expect(heading()).toBe('Definitions');
  });

  test('where the sheets are still being read the explanation follows', async () => {
    let read: () => void = () => undefined;
    const desk = await openPane((made) => {
      untilHeld(made);
      const { workbook } = made;
      workbook.readKept = () =>
        new Promise((resolve) => {
          read = () => {
            workbook.readKept = () => Promise.resolve(KEPT);
            resolve(KEPT);
          };
        });
    });
    await select(desk, line('Alder GmbH'));
    expect(panel()).toBe('');
    await then(() => read());
    expect(panel()).toContain('Alder GmbH');
  });
});

describe('what changed since', () => {
  test('a source that changed after the run is said', async () => {
    const desk = await afterRun();
    await select(desk, line('Alder GmbH'));
    await then(() => desk.workbook.change());
    expect(panel()).toContain('A source changed since the run.');
  });

  test('rows that the run does not know, and rows beyond those looked at, are said', async () => {
    const desk = await afterRun(({ reconciler }) => {
      reconciler.explains = () => Promise.resolve({ ...explanationOf('Alder GmbH'), unknown: 2 });
    });
    await select(desk, line('Alder GmbH', { rows: 5_000, omitted: 1_200 }));
    expect(panel()).toContain('2 of these rows are not in the last run');
    expect(panel()).toContain('The first 5,000 rows are looked at; 1,200 more are selected.');
  });
});

test.each(['Sources', 'Definitions', 'Review', 'Results'])('the explanation is reached from %s, and leads back', async (step) => {
  const desk = await afterRun();
  await click(step);
  desk.workbook.selected = SOURCE;
  await click('Explain the selection');
  expect(panel()).toContain('source');
  await click(`Back to ${step}`);
  expect(heading()).toBe(step);
});
