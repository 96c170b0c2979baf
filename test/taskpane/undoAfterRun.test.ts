/** What was settled before a run is taken back after it, where its rows still stand as they were written. */

import { reviewedNow } from '../../src/taskpane/reviewing';
import type { Deciding, Settling } from '../../src/taskpane/reviewing';
import { createSession } from '../../src/taskpane/session';
import type { Session } from '../../src/taskpane/session';
import { FakeReconciler, FakeWorkbook } from './support/fakes';

interface Desk {
  readonly workbook: FakeWorkbook;
  readonly session: Session;
}

type Action = (session: Session, book: { readonly unlist: (key: string) => void }) => Promise<void>;

/** A pane that has run, with these actions done and then run again. */
async function afterRerun(...actions: readonly Action[]): Promise<Desk> {
  const workbook = new FakeWorkbook();
  const session = createSession(workbook, new FakeReconciler(), () => '2026-05-04');
  await session.readAgain();
  await session.reconcile();
  const unlist = (key: string): void => void (workbook.unlisted = [key]);
  for (const action of actions) await action(session, { unlist });
  await session.reconcile();
  expect(session.getState()).toMatchObject({ trouble: null, step: 'results', reviewing: { made: [] } });
  return { workbook, session };
}

const accept =
  (...keys: string[]) =>
  ({ settle }: Session): Promise<void> =>
    settle.write(accepting(keys));
const accepting = (keys: readonly string[]): Settling => ({
  verdict: 'accepted',
  label: keys.join(),
  reviews: keys.map((key) => ({ key, cells: { Status: 'Accepted' } })),
  links: [],
  by: 'mk',
});
const DECIDING: Deciding = { keys: ['m1'], label: 'm1', verdict: 'confirmed', alias: null, by: 'mk', next: null };

test('an exception accepted before the run is open again, logged, and told as it is now', async () => {
  const { workbook, session } = await afterRerun(accept('E1'));
  await session.settle.undo('kb');
  expect(workbook.reviews.get('E1')).toEqual({ Status: '' });
  expect(workbook.log.at(-1)).toMatchObject({ who: 'kb', what: 'Undone: Status', before: 'Accepted', after: '' });
  const { reviewing } = session.getState();
  expect(reviewing.told).toMatchObject({ what: 'undone', label: 'E1' });
  expect(reviewedNow(reviewing, 'E1', { Status: 'Accepted' })).toEqual({ Status: '' });
});

test('what was decided since comes first, then what was before, the newest first', async () => {
  const { workbook, session } = await afterRerun(accept('E1'), accept('E2'));
  await session.settle.write(accepting(['E3']));
  const stood = (): string[] => ['E1', 'E2', 'E3'].filter((key) => workbook.reviews.get(key)?.['Status'] === 'Accepted');
  await session.settle.undo('mk');
  expect(stood()).toEqual(['E1', 'E2']);
  await session.settle.undo('mk');
  expect(stood()).toEqual(['E1']);
  await session.settle.undo('mk');
  expect(stood()).toEqual([]);
  const before = session.getState();
  await session.settle.undo('mk');
  expect(session.getState().reviewing).toEqual(before.reviewing);
});

test('a confirmed match is undecided again; what a person typed there since stays, and is told', async () => {
  const first = await afterRerun(({ settle }) => settle.decide(DECIDING));
  await first.session.settle.undo('mk');
  expect(first.workbook.decisions.get('m1')).toMatchObject({ typed: '' });

  const { workbook, session } = await afterRerun(accept('E1'), ({ settle }) => settle.decide(DECIDING));
  workbook.decisions.set('m1', { matchKey: 'm1', typed: 'refused', decidedBy: 'xy', decidedAt: '' });
  await session.settle.undo('mk');
  expect(workbook.decisions.get('m1')).toMatchObject({ typed: 'refused', decidedBy: 'xy' });
  expect(session.getState().trouble).toMatchObject({ what: 'Somebody changed this row.' });
  // The way to the decision before it is free.
  await session.settle.undo('mk');
  expect(workbook.reviews.get('E1')).toEqual({ Status: '' });
});

test('a row that was added for a link is the run’s own by then: its decision goes, the row stays', async () => {
  const links = [{ matchKey: 'm9', typed: 'confirmed' }];
  const { workbook, session } = await afterRerun(({ settle }, { unlist }) => {
    unlist('m9');
    return settle.write({ verdict: 'relinked', label: 'D-1', reviews: [], links, by: 'mk' });
  });
  workbook.decisions.set('m9', { matchKey: 'm9', typed: 'confirmed', decidedBy: 'mk', decidedAt: '2026-05-04' });
  await session.settle.undo('mk');
  expect(workbook.decisions.get('m9')).toMatchObject({ typed: '' });
  expect(workbook.addedMatches).toHaveLength(1);
});

test('a row that the run closed is told; of many rows those that stand are taken back, and how many are gone is told', async () => {
  const { workbook, session } = await afterRerun(accept('E1'), accept('E2', 'E3'), accept('E4'));
  workbook.lost = 'E4';
  await session.settle.undo('mk');
  expect(session.getState().trouble?.what).toBe('The row of this exception is no longer on the Exceptions sheet.');
  workbook.lost = 'E3';
  await session.settle.undo('mk');
  expect(workbook.reviews.get('E2')).toEqual({ Status: '' });
  expect(session.getState().reviewing.told).toMatchObject({ what: 'undone', gone: 1 });
  await session.settle.undo('mk');
  expect(workbook.reviews.get('E1')).toEqual({ Status: '' });
});

test('an Excel that is busy for the moment lets nothing go', async () => {
  const { workbook, session } = await afterRerun(accept('E1'));
  const busy = Object.assign(new Error(), { trouble: { what: 'Excel is busy.', next: 'Wait.', where: null } });
  jest.spyOn(workbook, 'writeReviews').mockRejectedValueOnce(busy);
  await session.settle.undo('mk');
  expect(session.getState().trouble?.what).toBe('Excel is busy.');
  await session.settle.undo('mk');
  expect(workbook.reviews.get('E1')).toEqual({ Status: '' });
});

test('an alias of before the run is taken away', async () => {
  const alias = { from: 'ACME', to: 'Acme Ltd' };
  const { workbook, session } = await afterRerun(({ settle }) => settle.decide({ ...DECIDING, verdict: 'alias', alias }));
  expect(workbook.aliases).toHaveLength(1);
  await session.settle.undo('mk');
  expect(workbook.aliases).toEqual([]);
});
