/** What a person settles reaches the workbook with its line in the log, all of it or nothing, and is taken back newest first. */

import type { Settling } from '../../src/taskpane/reviewing';
import { createSession } from '../../src/taskpane/session';
import type { Session } from '../../src/taskpane/session';
import { FakeReconciler, FakeWorkbook } from './support/fakes';

const desk = (): { readonly workbook: FakeWorkbook; readonly session: Session } => {
  const workbook = new FakeWorkbook();
  return { workbook, session: createSession(workbook, new FakeReconciler(), () => '2026-05-04') };
};

const status = (key: string, word: string): Settling => ({
  verdict: 'status',
  label: key,
  reviews: [{ key, cells: { Status: word } }],
  links: [],
  by: 'mk',
});

const log = ({ log: lines }: FakeWorkbook): string[] =>
  lines.map(({ when, who, what, key, before, after }) => [when, who, what, key, before || '-', after || '-'].join(' '));

test('each action is logged with who, when, before and after, and is taken back newest first', async () => {
  const { workbook, session } = desk();
  await session.settle.write(status('E1', 'Waiting'));
  await session.settle.write(status('E1', 'Accepted'));
  await session.settle.write({ ...status('E2', 'Accepted'), reviews: [{ key: 'E2', cells: { 'Due by': 46_147 } }] });
  await session.settle.undo('kb');
  await session.settle.undo('kb');
  expect(workbook.reviews.get('E1')).toEqual({ Status: 'Waiting' });
  expect(workbook.reviews.get('E2')).toEqual({ 'Due by': '' });
  expect(log(workbook)).toEqual([
    '2026-05-04 mk Status E1 - Waiting',
    '2026-05-04 mk Status E1 Waiting Accepted',
    '2026-05-04 mk Due by E2 - 2026-05-05',
    '2026-05-04 kb Undone: Due by E2 2026-05-05 -',
    '2026-05-04 kb Undone: Status E1 Accepted Waiting',
  ]);
  expect(session.getState().reviewing.made).toHaveLength(1);
});

test('linking to another refuses the one and confirms the other, which gets a row where it has none', async () => {
  const { workbook, session } = desk();
  workbook.unlisted = ['m9'];
  const links = [
    { matchKey: 'm1', typed: 'refused' },
    { matchKey: 'm9', typed: 'confirmed' },
  ];
  await session.settle.write({ verdict: 'relinked', label: 'D-1', reviews: [], links, by: 'mk' });
  expect(workbook.decisions.get('m1')).toMatchObject({ typed: 'refused', decidedBy: 'mk', decidedAt: '2026-05-04' });
  expect(workbook.addedMatches).toEqual([
    { key: 'm9', cells: { Decision: 'confirmed', 'Decided by': 'mk', 'Decided at': '2026-05-04' } },
  ]);
  await session.settle.undo('mk');
  expect(workbook.decisions.get('m1')).toMatchObject({ typed: '' });
  expect(workbook.addedMatches).toEqual([]);
});

test('where the log cannot be written nothing is, and that is told', async () => {
  const { workbook, session } = desk();
  workbook.logDecisions = () =>
    Promise.reject(
      Object.assign(new Error(), { trouble: { what: 'The sheet is protected.', next: 'Unprotect it.', where: null } }),
    );
  await session.settle.write(status('E1', 'Accepted'));
  await session.settle.decide({ keys: ['m1'], label: '', verdict: 'confirmed', alias: null, by: 'mk', next: null });
  await session.settle.decide({
    keys: ['m2'],
    label: '',
    verdict: 'alias',
    alias: { from: 'ACME', to: 'Acme Ltd' },
    by: 'mk',
    next: null,
  });
  expect([workbook.reviews.size, workbook.decisions.size, workbook.aliases.length]).toEqual([0, 0, 0]);
  expect(session.getState()).toMatchObject({ trouble: { what: 'The sheet is protected.' }, reviewing: { made: [] } });
});

test('where the second part cannot be written the first is not either', async () => {
  const { workbook, session } = desk();
  workbook.unlisted = ['m9'];
  workbook.addMatches = () => Promise.reject(new Error('no room'));
  const links = [
    { matchKey: 'm1', typed: 'refused' },
    { matchKey: 'm9', typed: 'confirmed' },
  ];
  await session.settle.write({ ...status('E1', 'Accepted'), links });
  expect([workbook.reviews.size, workbook.decisions.size, workbook.log.length]).toEqual([0, 0, 0]);
});

test('undo asks for the cells to be as they were written', async () => {
  const { workbook, session } = desk();
  await session.settle.write(status('E1', 'Accepted'));
  const writes = jest.spyOn(workbook, 'writeReviews');
  await session.settle.undo('mk');
  expect(writes.mock.calls).toEqual([[[{ key: 'E1', cells: { Status: '' }, expected: { Status: 'Accepted' } }]]]);
});

test('where the log cannot be written a decision stands, and can be taken back later', async () => {
  const { workbook, session } = desk();
  workbook.unlisted = ['m9'];
  const links = [
    { matchKey: 'm1', typed: 'refused' },
    { matchKey: 'm9', typed: 'confirmed' },
  ];
  await session.settle.write({ ...status('E1', 'Accepted'), links });
  const alias = { from: 'ACME', to: 'Acme Ltd' };
  await session.settle.decide({ keys: ['m2'], label: '', verdict: 'alias', alias, by: 'mk', next: null });
  const { addedMatches, aliases } = workbook;
  const logging = jest.spyOn(workbook, 'logDecisions');
  logging.mockRejectedValueOnce(new Error('the sheet is protected'));
  await session.settle.undo('mk');
  expect(workbook.aliases).toEqual(aliases);
  await session.settle.undo('mk');
  expect(workbook.aliases).toEqual([]);
  logging.mockRejectedValueOnce(new Error('the sheet is protected'));
  await session.settle.undo('mk');
  expect(session.getState().reviewing.made).toHaveLength(1);
  expect(workbook.reviews.get('E1')).toEqual({ Status: 'Accepted' });
  expect(workbook.decisions.get('m1')).toMatchObject({ typed: 'refused', decidedBy: 'mk' });
  expect(workbook.addedMatches).toEqual(addedMatches);
});

test('a second action while the first is written does nothing', async () => {
  const { workbook, session } = desk();
  await Promise.all([session.settle.write(status('E1', 'Accepted')), session.settle.write(status('E1', 'Waiting'))]);
  expect(workbook.reviews.get('E1')).toEqual({ Status: 'Accepted' });
});

test('a step that leads nowhere is told', async () => {
  const { workbook, session } = desk();
  workbook.queue = [{ key: 'E1', status: 'Open', amount: 1, comment: '' }];
  await session.settle.step(1);
  expect(session.getState().reviewing.stepped).toEqual({ key: 'E1', at: 1, of: 1 });
  await session.settle.step(1);
  expect(session.getState().reviewing.stepped).toEqual({ key: null, at: 0, of: 1 });
});
