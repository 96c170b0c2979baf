/** A decision's cells, rows and line in the log stand together or not at all, whichever request fails. */

import { afterFirstRun } from './support/edits';
import { settled, tableRows, type } from './support/open';
import type { OpenBook } from './support/open';
import { byHand, UNBILLED } from './support/wholeRun';

const ALIAS = { kind: 'Customer', from: 'ACME', to: 'Acme Ltd', fromDate: '', decidedBy: 'mk', decidedAt: '' } as const;
const ADDED = 'deal-invoice|deal.D-1|invoice.INV-9';
const LINE = { when: '2026-05-04', who: 'mk', what: 'Status', key: UNBILLED, before: 'Open', after: 'Accepted' };

/** Everything at once: a review, a decision, a link that is not listed, an alias, two lines in the log. */
const settleAll = ({ port, workbook }: OpenBook): Promise<void> =>
  port.settle(async (writes) => {
    await writes.writeReviews([{ key: UNBILLED, cells: { Status: 'Accepted', Comment: 'agreed' } }]);
    const matchKey = String(tableRows(workbook, 'tblMatches')[0]?.['Match key']);
    await writes.writeDecisions([{ matchKey, typed: 'refused', decidedBy: 'mk', decidedAt: '2026-05-04' }]);
    await writes.addMatches([{ key: ADDED, cells: { Decision: 'confirmed' } }]);
    await writes.addAlias(ALIAS);
    await writes.logDecisions([LINE, { ...LINE, what: 'Decision' }]);
  });

const undoAll = ({ port, workbook }: OpenBook): Promise<void> =>
  port.settle(async (writes) => {
    await writes.writeReviews([{ key: UNBILLED, cells: { Status: 'Open', Comment: '' }, expected: { Status: 'Accepted' } }]);
    const matchKey = String(tableRows(workbook, 'tblMatches')[0]?.['Match key']);
    await writes.writeDecisions([{ matchKey, typed: '', decidedBy: '', decidedAt: '', expected: 'refused' }]);
    await writes.removeMatches([ADDED]);
    await writes.removeAlias(ALIAS);
    await writes.logDecisions([{ ...LINE, what: 'Undone: Status' }]);
  });

const TABLES = ['tblExceptions', 'tblMatches', 'tblAliases', 'tblDecisionLog'];

/** Rows with anything in them: a blank row more or less is no loss. */
const standing = ({ workbook }: OpenBook): string =>
  TABLES.flatMap((table) => tableRows(workbook, table))
    .map((row) => Object.values(row).map((cell) => JSON.stringify(cell ?? '')))
    .filter((cells) => cells.some((cell) => cell !== '""'))
    .map((cells) => cells.join(' | '))
    .join('\n');

const ACTIONS = [
  ['settling', () => Promise.resolve(), settleAll],
  ['taking back', settleAll, undoAll],
] as const;

describe.each(ACTIONS)('%s', (_, prepare, act) => {
  const prepared = async (): Promise<OpenBook> => {
    const book = await afterFirstRun();
    await prepare(book);
    await settled(book.host);
    return book;
  };

  const writesOf = async (): Promise<{
    readonly before: string;
    readonly after: string;
    readonly at: number;
    readonly actions: number;
  }> => {
    const book = await prepared();
    const before = standing(book);
    const start = book.host.requests.length;
    await act(book);
    await settled(book.host);
    const requests = book.host.requests.slice(start);
    const writing = requests.flatMap(({ kind }, index) => (kind === 'write' ? [index + 1] : []));
    expect(writing).toHaveLength(1);
    const at = writing[0] ?? 0;
    return { before, after: standing(book), at, actions: requests[at - 1]?.actions ?? 0 };
  };

  test('all is written in one request, and an answer that is lost leaves all of it', async () => {
    const { before, after, at } = await writesOf();
    expect(after).not.toBe(before);
    const book = await prepared();
    book.host.faults.lose(at, 'answer');
    void act(book).catch(() => undefined);
    await settled(book.host);
    while (standing(book) === before) await settled(book.host);
    expect(standing(book)).toBe(after);
    book.port.giveUp();
  });

  test('a refusal half way or after the writing leaves nothing of it', async () => {
    const { before, at, actions } = await writesOf();
    const steps = [3, 5, 7].map((step) => ({ actions: Math.floor((actions * step) / 8) }));
    for (const stage of [...steps, 'after'] as const) {
      const book = await prepared();
      book.host.faults.fail({ when: at, code: 'GeneralException', stage });
      await expect(act(book)).rejects.toHaveProperty('trouble.next');
      await settled(book.host);
      expect(standing(book)).toBe(before);
    }
  });
});

test('a row that somebody changed since it was looked up keeps what it says, and nothing else is written', async () => {
  const book = await afterFirstRun();
  await settled(book.host);
  book.host.faults.before(
    ({ does }) => does.includes('Values='),
    () => byHand(book.workbook, () => type(book.workbook, 'tblExceptions', 0, 'Comment', 'Kim was here')),
  );
  const key = String(tableRows(book.workbook, 'tblExceptions')[0]?.['Exception key']);
  const settling = book.port.settle(async (writes) => {
    await writes.writeReviews([{ key, cells: { Comment: 'mine' } }]);
    await writes.addMatches([{ key: ADDED, cells: { Decision: 'confirmed' } }]);
    await writes.logDecisions([LINE]);
  });
  await expect(settling).rejects.toHaveProperty('trouble.what', expect.stringContaining('Somebody changed this row'));
  expect(standing(book)).toContain('Kim was here');
  expect(standing(book)).not.toContain('mine');
  expect(standing(book)).not.toContain(ADDED);
  expect(tableRows(book.workbook, 'tblDecisionLog').filter((row) => row['When'] !== null && row['When'] !== '')).toEqual([]);
});
