/**
 * The pane's side, first half: a script file of its own, loaded before `excel-web-16.00.js`, so that office.js finds
 * its native bridge. What is sent before the page has a host waits here.
 */

import { pack, unpack, type FrameMessage } from './frameMessages';
import type { Bridge } from './host';
import type { OfficeDescription } from './officeShim';

export interface PaneConnection {
  readonly bridge: Bridge;
  /** The page's description of its host, once it has one. */
  readonly ready: Promise<OfficeDescription>;
  /** Takes what runs a ribbon command; commands that came before wait for it. */
  onCommand(run: (id: string) => void): void;
  openDialog(address: string): void;
}

/** Connects a pane to the page around it. */
export const connectPage = (pane: Window): PaneConnection => {
  const page = pane.parent;
  const origin = pane.location.origin;
  const waiting: string[] = [];
  let isReady = false;
  let settle: (office: OfficeDescription) => void = () => undefined;
  let setRunner: (run: (id: string) => void) => void = () => undefined;
  const runner = new Promise<(id: string) => void>((resolve) => (setRunner = resolve));
  const send = (message: FrameMessage): void => page.postMessage(pack(message), origin);
  const connection: PaneConnection = {
    bridge: {
      sendMessageToHost: (text) => {
        if (isReady) send({ kind: 'toHost', text });
        else waiting.push(text);
      },
      onMessageFromHost: null,
    },
    ready: new Promise((resolve) => (settle = resolve)),
    onCommand: (run) => setRunner(run),
    openDialog: (address) => send({ kind: 'dialog', address }),
  };
  pane.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== page || event.origin !== origin) return;
    const message = unpack(event.data);
    if (message?.kind === 'fromHost') connection.bridge.onMessageFromHost?.(message.text);
    else if (message?.kind === 'command') void runner.then((run) => run(message.id));
    else if (message?.kind === 'ready') {
      isReady = true;
      settle(message.office);
      for (const text of waiting.splice(0)) send({ kind: 'toHost', text });
    }
  });
  send({ kind: 'hello' });
  return connection;
};
