/** What the ribbon's buttons do by themselves. Whatever they have to say is said in a small window. */

import type { Session } from '../taskpane/session';
import { isReadable } from '../taskpane/paneState';
import type { Stepped } from '../taskpane/ports';
import { texts } from '../taskpane/texts';
import { troubleOf } from '../taskpane/trouble';

export interface Desk {
  /** @returns whether an open pane of this workbook runs. */
  readonly runInPane: () => Promise<boolean>;
  /** A session without a screen. */
  readonly openSession: () => Session;
  readonly hasResult: () => Promise<boolean>;
  readonly stepException: (by: 1 | -1) => Promise<Stepped>;
  readonly say: (what: string, next: string) => void;
}

/** By the ids of the manifest. */
export type CommandId = 'runAgain' | 'previousException' | 'nextException';

export function createCommands(desk: Desk): Record<CommandId, () => Promise<void>> {
  const told = (work: () => Promise<void>) => async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const { what, next } = troubleOf(error);
      desk.say(what, next);
    }
  };
  const step = (by: 1 | -1): (() => Promise<void>) =>
    told(async () => {
      if (!(await desk.hasResult())) {
        desk.say(texts.commands.noResult, texts.commands.openFirst);
        return;
      }
      const { key, of } = await desk.stepException(by);
      if (key !== null) return;
      desk.say(of === 0 ? texts.commands.noneOpen : by === 1 ? texts.commands.noneAfter : texts.commands.noneBefore, '');
    });
  return {
    runAgain: told(async () => {
      if (!(await desk.runInPane())) await runAlone(desk);
    }),
    previousException: step(-1),
    nextException: step(1),
  };
}

async function runAlone({ openSession, say }: Desk): Promise<void> {
  const session = openSession();
  await session.readAgain();
  if (session.getState().trouble === null && isReadable(session.getState())) await session.reconcile();
  const state = session.getState();
  if (state.trouble !== null) say(state.trouble.what, state.trouble.next);
  else if (state.result === null) say(texts.commands.questions, texts.commands.openPane);
}
