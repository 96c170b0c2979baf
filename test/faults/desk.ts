/** A person at the pane over a workbook: the add-in's own session, Excel's host, and a worker that may die. */

import { openOffice } from '../../host/node';
import { createHost } from '../../host/office/host';
import type { Host } from '../../host/office/host';
import type { Workbook } from '../../host/workbook/model';
import { createWorkbookPort } from '../../src/excel/workbookPort';
import { createSession } from '../../src/taskpane/session';
import type { Session } from '../../src/taskpane/session';
import { createReconciler } from '../../src/worker/client';
import type { Call } from '../../src/worker/protocol';
import { LocalWorker } from '../worker/support';
import { rememberedEngine } from './rememberedEngine';
import { holdClock, turns, until } from './turns';

/** A worker in a process of its own, as far as its death goes: what it was sent last is lost with it. */
class MortalWorker extends LocalWorker {
  private isDead = false;

  constructor(private readonly onCall: (call: Call) => void) {
    super(rememberedEngine());
  }

  override postMessage(call: Call): void {
    setImmediate(() => {
      this.onCall(call);
      if (!this.isDead) super.postMessage(call);
    });
  }

  /** @param isTold whether the browser tells the page of it. */
  die(isTold: boolean): void {
    this.isDead = true;
    if (isTold) this.crash('out of memory');
  }

  override terminate(): void {
    this.isDead = true;
    super.terminate();
  }
}

export interface Desk {
  readonly workbook: Workbook;
  readonly host: Host;
  readonly session: Session;
  /** Lets seconds pass. */
  pass(ms: number): void;
  /** Whether the pane waits for an answer of Excel. */
  isWaiting(): boolean;
  /** The worker's process ends. @param isTold whether the browser tells the page of it. */
  killWorker(isTold: boolean): void;
  hasWorker(): boolean;
  /** A person did something to the workbook meanwhile. */
  isEdited: boolean;
  /** Calls to workers so far. */
  readonly calls: readonly Call['kind'][];
  /** Told of each call before the worker takes it in. */
  onCall: (number: number) => void;
  /** Nothing of the pane runs any more; what it sent last is still carried out. */
  leave(): void;
  close(): void;
}

/** Milliseconds after which the pane tells that Excel does not answer. */
const PATIENCE = 10_000;
const TODAY = '2026-07-01';

export function openDesk(workbook: Workbook): Desk {
  const clock = holdClock();
  const host = createHost(workbook);
  const office = openOffice(host);
  const calls: Call['kind'][] = [];
  let worker: MortalWorker | null = null;
  const reconciler = createReconciler(() => {
    worker = new MortalWorker((call) => {
      calls.push(call.kind);
      desk.onCall(calls.length);
    });
    return worker;
  });
  const session = createSession(createWorkbookPort(), reconciler, () => TODAY);
  const desk: Desk = {
    workbook,
    host,
    session,
    calls,
    isEdited: false,
    onCall: () => undefined,
    pass: (ms) => clock.pass(ms),
    isWaiting: () => clock.isAwaited(PATIENCE),
    killWorker(isTold) {
      const dying = worker;
      worker = null;
      dying?.die(isTold);
    },
    hasWorker: () => worker !== null,
    leave() {
      clock.stop();
      office.close();
    },
    close() {
      desk.leave();
      host.close();
    },
  };
  return desk;
}

/** When the pane has opened: sheets read, nothing under way. */
export async function opened(desk: Desk): Promise<void> {
  desk.session.open();
  await rest(desk);
}

/** When the pane has nothing under way and all that office.js sends of itself has been answered. */
export async function rest({ session, host }: Desk): Promise<void> {
  await turns();
  await until(() => session.getState().work === null && session.explain.getState().waiting !== 'holding');
  await turns(3);
  await host.idle();
  await turns(3);
}
