/** The page behind the ribbon's buttons, which nobody sees. The engine is loaded when a run needs it. */

import '../settings/jitless';
import { bookKey } from '../excel/bookKey';
import { stepException } from '../excel/exceptionQueue';
import { openOffice } from '../excel/officeHost';
import { resultPlaces } from '../excel/resultPlaces';
import { createWorkbookPort } from '../excel/workbookPort';
import { createSession } from '../taskpane/session';
import { createSurroundings } from '../taskpane/surroundings';
import { speak, texts } from '../taskpane/texts';
import { createReconciler } from '../worker/client';
import { createCommands } from './commands';
import { askPane } from './paneCalls';
import { say } from './say';

async function start(): Promise<void> {
  const office = await openOffice();
  if (office === null) return;
  const surroundings = createSurroundings(window, office);
  document.documentElement.lang = await speak(surroundings.language);
  const createWorker = (): Worker =>
    new Worker(/* webpackChunkName: 'worker' */ new URL('../worker/reconcile.worker.ts', import.meta.url));
  const commands = createCommands({
    runInPane: async () => askPane(await bookKey(), 'run'),
    openSession: () => createSession(createWorkbookPort(), createReconciler(createWorker), surroundings.today),
    hasResult: async () => Object.keys(await resultPlaces()).length > 0,
    stepException,
    say,
  });
  for (const [id, run] of Object.entries(commands))
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => {
      if (!office.isSupported) {
        say(texts.hostUnsupported.what, texts.hostUnsupported.next);
        event.completed();
        return;
      }
      // Office waits for that before it lets the button be pressed again.
      void run().finally(() => event.completed());
    });
}

void start();
