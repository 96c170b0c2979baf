/** A worker that ends without a word while the columns or the definitions are understood: whoever waits gets on. */

import { createSession } from '../../src/taskpane/session';
import type { Session } from '../../src/taskpane/session';
import { createReconciler } from '../../src/worker/client';
import type { Call } from '../../src/worker/protocol';
import { countingEngine, LocalWorker } from '../worker/support';
import { FakeWorkbook } from './support/fakes';
import { inspection, SETTINGS_USED } from './support/workbook';

const engine = { ...countingEngine, inspect: () => inspection(), define: () => SETTINGS_USED };

/** A pane that has read its sheets, and whose worker answers no further call of a kind. */
async function deafTo(kind: Call['kind']): Promise<{ readonly session: Session; readonly workers: readonly LocalWorker[] }> {
  const workers: LocalWorker[] = [];
  const reconciler = createReconciler(() => {
    const worker = new LocalWorker(engine);
    workers.push(worker);
    return worker;
  });
  const session = createSession(new FakeWorkbook(), reconciler, () => '2026-05-04');
  await session.readAgain();
  for (const worker of workers) worker.deafTo = kind;
  return { session, workers };
}

describe.each([
  ['looking at a sheet in another role', 'inspect', ({ changeRole }: Session) => changeRole(0, 'ignore')],
  ['settling a definition', 'define', ({ changeSetting }: Session) => changeSetting('currency', 'EUR')],
] as const)('%s', (_, kind, ask) => {
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  test('it is cancelled, and asked again it is answered', async () => {
    const { session, workers } = await deafTo(kind);
    const asking = ask(session);
    await turn();
    session.cancel();
    await asking;
    expect(session.getState()).toMatchObject({ work: null, notice: { kind: 'cancelled' } });
    await ask(session);
    expect(session.getState()).toMatchObject({ work: null, trouble: null });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });

  test('a newer one that takes its place is answered', async () => {
    const { session } = await deafTo(kind);
    void ask(session);
    await turn();
    await ask(session);
    expect(session.getState()).toMatchObject({ work: null, trouble: null });
  });
});
