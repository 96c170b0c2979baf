/** Wires the pane to Excel and to the worker. The only file that knows what stands behind the ports. */

import '../settings/jitless';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { answerCalls } from '../commands/paneCalls';
import { bookKey } from '../excel/bookKey';
import { openOffice } from '../excel/officeHost';
import type { OfficeHost } from '../excel/officeHost';
import { createWorkbookPort } from '../excel/workbookPort';
import { createReconciler } from '../worker/client';
import { App } from './App';
import { taskOf } from './task';
import { NoOffice } from './components/NoOffice';
import type { Surroundings } from './ports';
import { createPreferences } from './preferences';
import { createSession } from './session';
import { createSetUps } from './setUps';
import { openStorage } from './storage';
import { createSurroundings } from './surroundings';
import { speak, texts } from './texts';

/** Milliseconds after which a pane without an answer from Office says so, and waits on. */
const SLOW = 4000;

/** Turns the page to the user's language and direction. */
async function turnTo(office: OfficeHost | null): Promise<Surroundings> {
  const surroundings = createSurroundings(window, office);
  const lang = await speak(surroundings.language);
  Object.assign(document.documentElement, { lang, dir: surroundings.direction });
  return surroundings;
}

/** Office may never answer: where only a part of office.js came, or Excel is held up. */
async function openPatiently(root: Root): Promise<OfficeHost | null> {
  const tell = async (): Promise<void> => {
    const surroundings = await turnTo(null);
    if (isWaiting) root.render(<NoOffice surroundings={surroundings} trouble={texts.officeSlow} />);
  };
  let isWaiting = true;
  let telling = Promise.resolve();
  const timer = setTimeout(() => {
    telling = tell();
  }, SLOW);
  const office = await openOffice();
  isWaiting = false;
  clearTimeout(timer);
  // Texts that come late would take the place of those in the language of Office.
  await telling;
  return office;
}

async function start(container: HTMLElement): Promise<void> {
  const root = createRoot(container);
  const office = await openPatiently(root);
  const surroundings = await turnTo(office);
  if (office === null || !office.isSupported) {
    root.render(<NoOffice surroundings={surroundings} trouble={office === null ? texts.officeMissing : texts.hostUnsupported} />);
    return;
  }
  const createWorker = (): Worker =>
    new Worker(/* webpackChunkName: 'worker' */ new URL('../worker/reconcile.worker.ts', import.meta.url));
  const storage = openStorage(office.partition);
  const session = createSession(createWorkbookPort(), createReconciler(createWorker), surroundings.today, createSetUps(storage));
  answerCalls(bookKey, () => void session.reconcile());
  const task = new URLSearchParams(location.search).get('task');
  root.render(<App session={session} surroundings={surroundings} preferences={createPreferences(storage)} task={taskOf(task)} />);
}

const container = document.getElementById('pane');
if (container === null) throw new Error('the page has no place for the pane');
void start(container);
