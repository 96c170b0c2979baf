/** The page's side: answers the requests of an add-in that runs in an iframe of the page. */

import { pack, unpack, type FrameMessage } from './frameMessages';
import type { Host } from './host';

export interface FrameConnection {
  /** Runs a ribbon command of the add-in, by the id it was associated with. */
  runCommand(id: string): void;
  close(): void;
}

/**
 * Connects a host to the pane's iframe, whether that has loaded already or not.
 * @param pane the iframe's window.
 * @param page the window that the iframe sees as its parent.
 */
export const connectFrame = (host: Host, pane: Window, page: Window): FrameConnection => {
  const origin = page.location.origin;
  const send = (message: FrameMessage): void => pane.postMessage(pack(message), origin);
  const greet = (): void => send({ kind: 'ready', office: host.office });
  const hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== pane || event.origin !== origin) return;
    const message = unpack(event.data);
    if (message?.kind === 'hello') greet();
    else if (message?.kind === 'toHost') host.bridge.sendMessageToHost(message.text);
  };
  host.bridge.onMessageFromHost = (text) => send({ kind: 'fromHost', text });
  page.addEventListener('message', hear);
  greet();
  return {
    runCommand: (id) => send({ kind: 'command', id }),
    close: () => {
      page.removeEventListener('message', hear);
      host.bridge.onMessageFromHost = null;
    },
  };
};
