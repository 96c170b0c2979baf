import type { SettingUsed } from '../../src/domain/reconciliation';
import {
  button,
  choose,
  click,
  closePane,
  control,
  heading,
  leave,
  openPane,
  pick,
  spoken,
  text,
  then,
  type,
} from './support/screen';
import { untilAborted } from './support/fakes';
import { DATE_ORDER, inspection, PLAN, SETTINGS_USED } from './support/workbook';

afterEach(closePane);

describe('a clean workbook', () => {
  test('is two clicks from its result', async () => {
    const { workbook, reconciler } = await openPane();
    await click('Next: definitions');
    await click('Reconcile');
    expect(heading()).toBe('Results');
    expect(workbook.written).toMatchObject([{ ...PLAN, run: { ...PLAN.run, ran: { on: '2026-05-04' } } }]);
    expect(reconciler.requests).toHaveLength(1);
  });

  test('shows the four totals, the missing one in words', async () => {
    await openPane();
    await click('Next: definitions');
    await click('Reconcile');
    expect(text()).toContain('Booked412,500.00');
    expect(text()).toContain('Invoiced380,123.45');
    expect(text()).toContain('Cashnot provided');
  });

  test('shows each gap with its expected part, its part to settle and its classes in words', async () => {
    await openPane();
    await click('Next: definitions');
    await click('Reconcile');
    const gap = document.querySelector('[aria-label="Booked less invoiced"]');
    expect(gap?.textContent).toContain('Booked less invoiced32,376.55');
    expect(gap?.textContent).toContain('Expected30,000.00');
    expect(gap?.textContent).toContain('To settle2,376.55');
    expect(gap?.querySelector('tbody')?.textContent).toBe(
      'Definition2 items-1,000.00Timing14 items31,000.00Data quality5 items2,376.55',
    );
  });

  test('says which sheet does not tie, should one not', async () => {
    const row = { role: 'invoices', currency: 'EUR', cause: 'read', rows: 3, amount: 1, measure: null };
    await openPane(({ reconciler }) => {
      const tieOut = [
        { ...row, source: 'Deals', ties: true },
        { ...row, source: 'Invoices', ties: false },
      ];
      reconciler.runs = () => Promise.resolve({ ...PLAN, digest: { ...PLAN.digest, tieOut } });
    });
    await click('Next: definitions');
    await click('Reconcile');
    expect(text()).toContain('Rows or amounts of Invoices are not all accounted for.');
  });

  test('remembers the mappings once the result is written', async () => {
    const { workbook } = await openPane();
    await click('Next: definitions');
    await click('Reconcile');
    expect(workbook.saved).toEqual([inspection().sources.map(({ mapping }) => mapping)]);
  });
});

describe('what a person hears and where the focus goes', () => {
  test('the pane leaves the focus to Excel when it opens', async () => {
    await openPane();
    expect(document.activeElement).toBe(document.body);
  });

  test('each step takes the focus to its heading', async () => {
    await openPane();
    await click('Next: definitions');
    expect(document.activeElement?.textContent).toBe('Definitions');
    await click('Reconcile');
    expect(document.activeElement?.textContent).toBe('Results');
  });

  test('the result is announced', async () => {
    await openPane();
    await click('Next: definitions');
    await click('Reconcile');
    expect(spoken()).toBe('Done. 48 lines, 4 exceptions to settle.');
  });
});

describe('questions', () => {
  test('come first and hold the way on until they are answered', async () => {
    const { reconciler } = await openPane(({ reconciler: asked }) => {
      asked.inspections = [inspection([DATE_ORDER])];
    });
    expect(text().indexOf(DATE_ORDER.text)).toBeLessThan(text().indexOf('Used as'));
    await click('Next: definitions');
    expect(heading()).toBe('Sources');
    expect([...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({ checked }) => checked)).toEqual([
      false,
      false,
    ]);

    await then(() => document.querySelector<HTMLInputElement>('input[type=radio][value=mdy]')?.click());
    expect(reconciler.looks.at(-1)).toEqual([expect.objectContaining({ sheet: 'Invoices', dateOrder: 'mdy' })]);
    expect(text()).toContain('Answered');
    await click('Next: definitions');
    expect(heading()).toBe('Definitions');
  });

  test('an obstacle is told and holds the way on', async () => {
    await openPane(({ reconciler }) => {
      reconciler.inspections = [
        { ...inspection(), obstacles: [{ code: 'no-invoices', sheet: null, message: 'No sheet holds invoices.' }] },
      ];
    });
    expect(text()).toContain('No sheet holds invoices.');
    await click('Next: definitions');
    expect(heading()).toBe('Sources');
  });
});

describe('sources', () => {
  test('a changed role asks for its columns anew', async () => {
    const { reconciler } = await openPane();
    await choose(control('Used as'), 'receipts');
    expect(reconciler.looks.at(-1)?.[0]).toMatchObject({ sheet: 'Deals', role: 'receipts', columns: {} });
  });

  test('a column is given another field', async () => {
    const { reconciler } = await openPane();
    await click('Columns (6 used)');
    await click('Notes: not used');
    await choose(control('Notes is read as'), 'text');
    expect(reconciler.looks.at(-1)?.[0]?.columns).toMatchObject({ text: 6, id: 0 });
  });

  test('sheets that change are read again before the run', async () => {
    const { workbook } = await openPane();
    await then(() => workbook.change());
    expect(text()).toContain('Sheets changed since they were read.');
    await click('Next: definitions');
    await click('Reconcile');
    expect(workbook.reads).toBe(2);
    expect(heading()).toBe('Results');
  });

  test('after a run that failed they are read again, and nothing is said of a change', async () => {
    const { workbook } = await openPane(({ workbook }) => {
      const trouble = { what: 'Excel is busy.', next: 'Wait, then run again.', where: null };
      workbook.write = () => {
        Reflect.deleteProperty(workbook, 'write');
        return Promise.reject(Object.assign(new Error(), { trouble }));
      };
    });
    await click('Next: definitions');
    await click('Reconcile');
    expect(text()).toContain('Excel is busy.');
    await click('Sources');
    expect(text()).not.toContain('Sheets changed since they were read.');
    await click('Next: definitions');
    await click('Reconcile');
    expect([workbook.reads, workbook.written.length]).toEqual([2, 1]);
  });

  test('a change that raises a question stops the run and asks it', async () => {
    const { workbook, reconciler } = await openPane(({ reconciler: changed }) => {
      changed.inspections = [inspection(), inspection([DATE_ORDER])];
    });
    await click('Next: definitions');
    await then(() => workbook.change());
    await click('Reconcile');
    expect(heading()).toBe('Sources');
    expect(text()).toContain(DATE_ORDER.text);
    expect(spoken()).toBe('The sheets changed, and what changed needs your answer first.');
    expect(reconciler.requests).toEqual([]);
  });
});

describe('definitions', () => {
  test('show each default with its reason', async () => {
    await openPane();
    await click('Next: definitions');
    await then(() => document.querySelectorAll<HTMLButtonElement>('main button')[0]?.click());
    expect(text()).toContain('auto: the latest invoice, credit or receipt (now 30 Apr 2026)');
  });

  test('a section tells what is not by default and counts the rest', async () => {
    await openPane();
    await click('Next: definitions');
    expect(text()).toContain('PeriodFrom: Jan 2026 · To: Mar 2026 · As-of: 30 Apr 2026 · 4 by default');
    expect(text()).toContain('Cashall 2 by default');
    expect(text()).toContain('Customerby default');
    expect(text()).toContain('CurrencyReporting: EUR · 1 by default');
  });

  test('a setting says what it does, and why a value that was set has no effect', async () => {
    const why = 'as set; without effect: no invoice tells such lines';
    await openPane(({ reconciler }) => {
      reconciler.settings = SETTINGS_USED.map((used) =>
        used.key === 'passThrough' ? { ...used, value: 'left out', used: 'counted', why } : used,
      );
    });
    await click('Next: definitions');
    await then(() => document.querySelectorAll<HTMLButtonElement>('main button')[3]?.click());
    expect(text()).toContain(`Usage, freight and expenses that are passed on.${why} (now counted)`);
  });

  test('recognised that is derived is told in words where there is no schedule', async () => {
    const derived = 'Recognised (derived)each invoice evenly over the days of its service';
    const open = (settings: readonly SettingUsed[]) =>
      openPane(({ reconciler }) => {
        reconciler.settings = settings;
        const { sources, ...rest } = inspection();
        reconciler.inspections = [{ ...rest, sources: sources.filter(({ role }) => role !== 'schedule') }];
      });
    await open(SETTINGS_USED);
    await click('Next: definitions');
    expect(text()).not.toContain(derived);
    await closePane();
    await open(
      SETTINGS_USED.map((used) => (used.key === 'recognisedSource' ? { ...used, value: 'derived', used: 'derived' } : used)),
    );
    await click('Next: definitions');
    expect(text()).toContain(derived);
  });

  test('a typed value is used in the run; one that is not allowed is refused with what is', async () => {
    const { reconciler } = await openPane();
    await click('Next: definitions');
    await then(() => document.querySelectorAll<HTMLButtonElement>('main button')[0]?.click());
    const asOf = control('As-of');
    await type(asOf, '31 March');
    expect(text()).toContain('Not allowed here. Allowed: auto, or a date (2026-03-31).');
    await type(asOf, '2026-03-31');
    await leave(asOf);
    expect(reconciler.defined.at(-1)?.definitions).toEqual({ asOf: '2026-03-31' });
    await click('Reconcile');
    expect(reconciler.requests[0]?.definitions).toEqual({ asOf: '2026-03-31' });
  });

  test('a changed value goes back to what the sheets say', async () => {
    const { reconciler } = await openPane();
    await click('Next: definitions');
    await then(() => document.querySelectorAll<HTMLButtonElement>('main button')[0]?.click());
    const asOf = control('As-of');
    await type(asOf, '2026-03-31');
    await leave(asOf);
    await click('Use what the sheets say');
    expect(reconciler.defined.at(-1)?.definitions).toEqual({});
  });
});

describe('a long run', () => {
  test('shows what is being done and how far it is', async () => {
    await openPane(({ reconciler }) => {
      reconciler.runs = (onProgress, signal) => {
        onProgress('match receipts', 0.5);
        return untilAborted(signal);
      };
    });
    await click('Next: definitions');
    await click('Reconcile');
    expect(spoken()).toBe('Matching receipts to invoices');
    expect(document.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow')).toBe('0.5');
    expect(document.activeElement).toBe(button('Cancel'));
  });

  test('is cancelled, and nothing is written', async () => {
    const { workbook } = await openPane(({ reconciler }) => {
      reconciler.runs = (_, signal) => untilAborted(signal);
    });
    await click('Next: definitions');
    await click('Reconcile');
    await click('Cancel');
    expect(spoken()).toBe('Cancelled. The workbook is as it was.');
    expect(workbook.written).toEqual([]);
    expect(document.activeElement).toBe(button('Reconcile'));
  });
});

describe('Excel does not answer', () => {
  test('that is told with what may hold it up, and the waiting can be stopped', async () => {
    const { workbook } = await openPane();
    await then(() => workbook.fallSilent());
    expect(text()).toContain('Excel has not answered for 10 seconds.');
    expect(text()).toContain('press Enter or Esc there');
    await click('Stop waiting');
    expect(workbook.givenUp).toBe(1);
    expect(text()).not.toContain('Excel has not answered');
  });

  test('who has cancelled waits no longer', async () => {
    const { workbook } = await openPane(({ reconciler }) => {
      reconciler.runs = () => new Promise(() => undefined);
    });
    await click('Next: definitions');
    await click('Reconcile');
    await click('Cancel');
    await then(() => workbook.fallSilent());
    expect(workbook.givenUp).toBe(1);
  });
});

test('a result that stands is shown though nothing could be read after it, and that is told', async () => {
  await openPane(({ workbook }) => {
    const trouble = { what: 'Excel is busy.', next: 'Wait.', where: null };
    workbook.saveMappings = () => Promise.reject(Object.assign(new Error(), { trouble }));
  });
  await click('Next: definitions');
  await click('Reconcile');
  expect(heading()).toContain('Results');
  expect(text()).toContain('The columns chosen could not be kept for the next run (Excel is busy.). The figures stand.');
});

describe('trouble', () => {
  test('says what happened, what next, and leads to where', async () => {
    const { workbook } = await openPane(({ reconciler }) => {
      const trouble = { what: 'Sheet Deals is protected.', next: 'Unprotect it.', where: { sheet: 'Deals', address: 'B4' } };
      reconciler.runs = () => Promise.reject(Object.assign(new Error('protected'), { trouble }));
    });
    await click('Next: definitions');
    await click('Reconcile');
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('Sheet Deals is protected. Unprotect it.');
    await click('Show Deals!B4');
    expect(workbook.shown).toEqual(['Deals!B4']);
    expect(heading()).toBe('Definitions');
  });

  test('a fault of our own is told, not hidden', async () => {
    await openPane(({ workbook }) => {
      workbook.readSources = () => Promise.reject(new TypeError('rows is undefined'));
    });
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('Something went wrong: rows is undefined');
    expect(button('Read the sheets again')).toBeDefined();
  });

  test('what was mended at the start is told', async () => {
    await openPane(({ workbook }) => {
      workbook.mended = 'The last run broke off; its half-written sheets were removed.';
    });
    expect(spoken()).toBe('The last run broke off; its half-written sheets were removed.');
  });
});

describe('after a run', () => {
  const run = async () => {
    const desk = await openPane(({ workbook }) => {
      workbook.names = { Exceptions: 'Exceptions (2)' };
    });
    await click('Next: definitions');
    await click('Reconcile');
    return desk;
  };

  test('links lead to the sheets by the names they got', async () => {
    const { workbook } = await run();
    await click('Open the Exceptions sheet');
    expect(workbook.shown).toEqual(['Exceptions (2)!A4']);
  });

  test('what changed since the last run is listed', async () => {
    await openPane(({ reconciler }) => {
      const changes = [
        'Since the last run (Jan 2026 to Feb 2026, as of 31 Mar 2026):',
        'Exceptions: 1 new (700.00).',
        'Another.',
      ];
      reconciler.runs = () => Promise.resolve({ ...PLAN, digest: { ...PLAN.digest, changes } });
    });
    await click('Next: definitions');
    await click('Reconcile');
    const part = document.querySelector('[aria-label="What changed since the last run"]');
    expect(part?.querySelector('p')?.textContent).toBe('Since the last run (Jan 2026 to Feb 2026, as of 31 Mar 2026):');
    expect([...(part?.querySelectorAll('li') ?? [])].map((line) => line.textContent)).toEqual([
      'Exceptions: 1 new (700.00).',
      'Another.',
    ]);
  });

  test('where no run found a change yet nothing is said of changes', async () => {
    await run();
    expect(heading()).toBe('Results');
    expect(text()).not.toContain('What changed');
  });

  test('running again reads the sheets again', async () => {
    const { workbook } = await run();
    await click('Run again');
    expect(workbook.reads).toBe(2);
    expect(workbook.written).toHaveLength(2);
  });

  test('results are removed only after asking', async () => {
    const { workbook } = await run();
    await click('Remove results');
    expect(document.querySelector('[role="alertdialog"]')?.textContent).toContain('It cannot be undone.');
    await click('Keep them');
    expect(workbook.removed).toBe(0);
    await click('Remove results');
    await click('Remove');
    expect(workbook.removed).toBe(1);
    expect(heading()).toBe('Sources');
    expect(spoken()).toContain('Removed 7 sheets');
  });
});

describe('what Tieout keeps', () => {
  test('is told by place, and goes at one press', async () => {
    const { workbook, preferences, setUps } = await openPane((desk) => {
      desk.workbook.keeps = { sheets: ['Summary', 'Exceptions'], sample: [], notes: 5 };
      desk.preferences.setInitials('mk');
      desk.setUps.keep([], { yearStarts: 'April' });
    });
    await pick('What Tieout keeps…');
    const told = document.querySelector('[role="alertdialog"]')?.textContent ?? '';
    expect(told).toContain('2 sheets, with what was typed there: Summary, Exceptions');
    expect(told).toContain('5 notes in its settings');
    expect(told).toContain('1 definition you chose');
    expect(told).toContain('your initials: mk');
    await click('Keep it');
    expect(workbook.keeps.notes).toBe(5);
    await pick('What Tieout keeps…');
    await click('Remove everything');
    expect([workbook.keeps.notes, preferences.initials(), setUps.definitions()]).toEqual([0, null, {}]);
    expect(spoken()).toContain('Tieout keeps nothing in this workbook or in this browser any more.');
  });

  test('a workbook that does not answer is told, and nothing is removed', async () => {
    const trouble = { what: 'Excel is busy.', next: 'Wait, then open this again.', where: null };
    await openPane(({ workbook }) => {
      workbook.stored = () => Promise.reject(Object.assign(new Error(), { trouble }));
    });
    await pick('What Tieout keeps…');
    const told = document.querySelector('[role="alertdialog"]')?.textContent ?? '';
    expect(told).toContain('Excel is busy. Wait, then open this again.');
    expect(told).not.toContain('Looking …');
    expect(button('Remove everything').getAttribute('aria-disabled')).toBe('true');
  });
});

describe('the first time', () => {
  test('says in three lines what it does, once', async () => {
    const { preferences } = await openPane();
    expect(document.querySelectorAll('[aria-label="What Tieout does"] li')).toHaveLength(3);
    await click('Got it');
    expect(document.querySelector('[aria-label="What Tieout does"]')).toBeNull();
    expect(preferences.isWelcomed()).toBe(true);
    expect(document.activeElement?.textContent).toBe('Sources');
  });
});
