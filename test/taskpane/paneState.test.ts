import { INITIAL, isOpen, isReadable, openQuestions, questionsOf, reduce, savedMappings } from '../../src/taskpane/paneState';
import type { PaneEvent, PaneState } from '../../src/taskpane/paneState';
import { HEADINGS } from '../../src/settings/mapping';
import type { Question } from '../../src/settings/inspection';
import { DATE_ORDER, inspection, KEPT } from './support/workbook';

const after = (...events: readonly PaneEvent[]): PaneState => events.reduce(reduce, INITIAL);
const READ = { type: 'read', grids: [], prints: {}, kept: KEPT, inspection: inspection() } as const;
const read = (...questions: readonly Question[]): PaneEvent => ({ ...READ, inspection: inspection(questions) });

const ROLE: Question = {
  id: 'role',
  sheet: 'Invoices',
  text: 'What is this sheet?',
  choices: [{ value: 'invoices', label: 'invoices' }],
  suggestion: null,
};
const AS_OF: Question = {
  id: 'asOf',
  sheet: null,
  text: 'As of when?',
  choices: [{ value: '2026-03-31', label: 'March' }],
  suggestion: null,
};
const ids = (state: PaneState): string[] => openQuestions(state).map(({ question }) => question.id);

describe('which step can be shown', () => {
  test('before the sheets are read, only the first', () => {
    expect(isOpen(INITIAL, 'sources')).toBe(true);
    expect(isOpen(INITIAL, 'definitions')).toBe(false);
    expect(reduce(INITIAL, { type: 'went', step: 'results' })).toBe(INITIAL);
  });

  test('definitions once nothing is open, results once there are some', () => {
    const state = after(read());
    expect(isReadable(state)).toBe(true);
    expect(isOpen(state, 'definitions')).toBe(true);
    expect(isOpen(state, 'review')).toBe(false);
  });

  test('none while a run is under way', () => {
    const state = after(read(), { type: 'started', work: 'run' });
    expect(isOpen(state, 'sources')).toBe(false);
  });
});

describe('questions', () => {
  test('until it is clear what a sheet is, only that is asked of it', () => {
    expect(ids(after(read(ROLE, DATE_ORDER, AS_OF)))).toEqual(['role', 'asOf']);
  });

  test('an answered question stays in sight and is not asked again', () => {
    const before = after(read(DATE_ORDER));
    const [placed] = questionsOf(before);
    if (placed === undefined) throw new Error('no question was asked');
    const state = [
      { type: 'answered', placed, value: 'dmy' } as const,
      { type: 'inspected', inspection: inspection() } as const,
    ].reduce(reduce, before);
    expect(questionsOf(state)).toEqual([placed]);
    expect(openQuestions(state)).toEqual([]);
  });

  test('one that the Definitions sheet answers is not asked', () => {
    expect(ids(reduce(INITIAL, { ...read(AS_OF), kept: { ...KEPT, definitions: { asOf: '2026-03-31' } } } as PaneEvent))).toEqual(
      [],
    );
  });
});

describe('mappings', () => {
  test('only those that a person changed are held to; the others are guessed anew', () => {
    const state = after(read());
    const [deals] = state.mappings;
    if (deals === undefined) throw new Error('no mapping');
    const changed = reduce(state, { type: 'mapped', mapping: { ...deals, role: 'ignore' } });
    expect(changed.settled.map(({ sheet, role }) => `${sheet} ${role}`)).toEqual(['Deals ignore']);
    expect(changed.mappings.map(({ role }) => role)).toEqual(['ignore', 'invoices', 'schedule']);
  });

  test('one made here stands in for the kept one of the same table', () => {
    const [deals, invoices] = inspection().sources.map(({ mapping }) => mapping);
    if (deals === undefined || invoices === undefined) throw new Error('no mapping');
    const made = { ...deals, role: 'ignore' as const };
    expect(savedMappings({ ...KEPT, mappings: [deals, invoices] }, [made])).toEqual([made, invoices]);
  });
});

describe('sheets that change', () => {
  test('are noticed; what was read while they did is read again before a run', () => {
    expect(after(read(), { type: 'sheetsChanged' }).isStale).toBe(true);
    expect(after(read(), { type: 'started', work: 'run' }, { type: 'sheetsChanged' }).isStale).toBe(false);
    expect(after({ type: 'sheetsChanged' }).isStale).toBe(false);
    const meanwhile = [{ type: 'started', work: 'sheets' }, { type: 'sheetsChanged' }] as const;
    expect(after(read(), ...meanwhile, read()).isStale).toBe(true);
    expect(after(read(), ...meanwhile, read(), { type: 'started', work: 'sheets' }, read()).isStale).toBe(false);
    expect(after(read(), { type: 'started', work: 'sample' }, { type: 'sheetsChanged' }, read()).isStale).toBe(false);
    const sampled = reduce(INITIAL, { ...READ, kept: { ...KEPT, sample: ['Sample receipts'] } });
    const forgetting = [{ type: 'started', work: 'remove' }, { type: 'sheetsChanged' }, read()] as const;
    expect(forgetting.reduce(reduce, sampled).isStale).toBe(false);
    expect(after(read(), ...forgetting).isStale).toBe(true);
    const trouble = { what: 'Excel is busy.', next: 'Run again.', where: null };
    const failed = after(read(), { type: 'started', work: 'run' }, { type: 'failed', of: 'run', trouble });
    expect([failed.isStale, failed.isSpent, reduce(failed, read()).isSpent]).toEqual([false, true, false]);
  });
});

describe('settings typed here', () => {
  test('are kept until the run has written them to the sheet', () => {
    const typed = after(read(), { type: 'typed', key: 'asOf', value: '2026-03-31' });
    expect(typed.typed).toEqual({ asOf: '2026-03-31' });
    expect(reduce(typed, { type: 'typed', key: 'asOf', value: null }).typed).toEqual({});
  });
});

describe('answers and what is changed afterwards', () => {
  const answeredWith = (question: Question, value: string): PaneState => {
    const before = after(read(question));
    const [placed] = questionsOf(before);
    if (placed === undefined) throw new Error('no question was asked');
    return reduce(before, { type: 'answered', placed, value });
  };
  const invoicesOf = (state: PaneState) => {
    const found = state.mappings.find(({ sheet }) => sheet === 'Invoices');
    if (found === undefined) throw new Error('no mapping');
    return found;
  };

  test('an answer about columns is about nothing once they are found anew; one about dates stands', () => {
    const headings: Question = { ...DATE_ORDER, id: 'headings' };
    for (const [question, kept] of [
      [headings, []],
      [DATE_ORDER, ['dmy']],
    ] as const) {
      const state = answeredWith(question, 'dmy');
      const mapping = { ...invoicesOf(state), columns: {}, dateOrder: 'dmy' as const };
      expect(reduce(state, { type: 'mapped', mapping }).answered.map(({ value }) => value)).toEqual(kept);
    }
  });

  test('an answer about headings follows when they are given another field', () => {
    const headings: Question = { ...DATE_ORDER, id: 'headings' };
    const state = answeredWith(headings, 'owner');
    const given = (columns: object): string[] =>
      reduce(state, { type: 'mapped', mapping: { ...invoicesOf(state), columns } }).answered.map(({ value }) => value);
    expect(given({ id: 0, customer: HEADINGS })).toEqual(['customer']);
    expect(given({ id: 0 })).toEqual(['none']);
  });

  test('an answer that is taken back may be asked for again', () => {
    const state = answeredWith(DATE_ORDER, 'dmy');
    const taken = reduce(state, { type: 'mapped', mapping: { ...invoicesOf(state), dateOrder: null } });
    expect(ids(taken)).toEqual(['dateOrder']);
  });

  test('nothing happens to the answers of another table of the sheet', () => {
    const state = answeredWith(DATE_ORDER, 'dmy');
    const other = { ...invoicesOf(state), block: 1, columns: {}, dateOrder: null };
    expect(reduce(state, { type: 'mapped', mapping: other }).answered).toHaveLength(1);
  });
});

describe('a decision that is written while something else is under way', () => {
  const made = { keys: ['m1'], label: 'D-7 – INV-12', verdict: 'confirmed', before: [], added: null } as const;
  const ends: readonly PaneEvent[] = [
    { type: 'decided', made, next: null },
    { type: 'undone', gone: 0 },
    { type: 'failed', of: 'decide', trouble: { what: 'The sheet is protected.', next: 'Unprotect it.', where: null } },
  ];

  test.each(ends)('leaves it be when it ends ($type)', (end) => {
    const defining = after(read(), { type: 'started', work: 'decide' }, { type: 'started', work: 'define' });
    expect(reduce(defining, end).work?.kind).toBe('define');
    expect(reduce(after(read(), { type: 'started', work: 'decide' }), end).work).toBeNull();
  });
});

test('a cell that cannot be shown is told, and a run goes on', () => {
  const running = after(read(), { type: 'started', work: 'run' });
  const trouble = { what: 'The sheet is gone.', next: 'Run again.', where: null };
  expect(reduce(running, { type: 'failed', of: null, trouble })).toMatchObject({ trouble, work: { kind: 'run' } });
});
