/** The add-in's buttons of the ribbon, as its manifest has them: each does here what Excel does with it. */

import { connectFrame } from '../office/bridge';
import type { FrameConnection } from '../office/bridge';
import { unpack } from '../office/frameMessages';
import { createHost } from '../office/host';
import type { Host } from '../office/host';
import { button } from './elements';

export interface RibbonDesk {
  /** The workbook that is open, as the pane's host shows it. */
  readonly host: () => Host | null;
  /** Opens the pane at an address of the add-in: its page and what stands behind it. */
  readonly openPane: (query: string) => void;
  readonly tell: (text: string) => void;
}

interface Command {
  readonly label: string;
  readonly tip: string;
  /** A function of the function file, or an address of the pane. */
  readonly run: { readonly functionName: string } | { readonly query: string };
}

/** Shows the buttons, and says what the add-in says in Office's small window. */
export async function openRibbon(root: HTMLElement, desk: RibbonDesk): Promise<void> {
  const response = await fetch('manifest.xml');
  const manifest = new DOMParser().parseFromString(await response.text(), 'text/xml');
  const runFunction = createFunctionFile(desk);
  for (const { label, tip, run } of commandsOf(manifest)) {
    const made = button(label, () => ('query' in run ? desk.openPane(run.query) : runFunction(run.functionName)));
    made.title = tip;
    root.append(made);
  }
  window.addEventListener('message', ({ origin, data }: MessageEvent<unknown>) => {
    const message = origin === location.origin ? unpack(data) : null;
    if (message?.kind === 'dialog') desk.tell(saidIn(message.address));
  });
}

function commandsOf(manifest: Document): Command[] {
  const value = (resid: string | null | undefined): string =>
    [...manifest.getElementsByTagName('*')]
      .find((element) => element.getAttribute('id') === resid)
      ?.getAttribute('DefaultValue') ?? '';
  const resource = (element: Element, name: string): string =>
    value(element.getElementsByTagName(name)[0]?.getAttribute('resid'));
  const [group] = manifest.getElementsByTagName('Group');
  return [...(group?.getElementsByTagName('Control') ?? [])].map((control) => {
    const functionName = control.getElementsByTagName('FunctionName')[0]?.textContent ?? null;
    return {
      label: resource(control, 'Title'),
      tip: resource(control, 'Description'),
      run: functionName === null ? { query: new URL(resource(control, 'SourceLocation')).search } : { functionName },
    };
  });
}

const saidIn = (address: string): string =>
  (JSON.parse(decodeURIComponent(new URL(address).hash.slice(1))) as string[]).join(' ');

/** As in Excel the function file is a page that nobody sees, loaded at the first button, over a connection of its own. */
function createFunctionFile({ host }: RibbonDesk): (functionName: string) => void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'Function file of the ribbon';
  let served: { readonly over: Host; readonly own: Host; readonly connection: FrameConnection } | null = null;
  let isReady = false;
  let waiting: string[] = [];

  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (served === null || source !== frame.contentWindow || unpack(data)?.kind !== 'hello') return;
    isReady = true;
    for (const name of waiting) served.connection.runCommand(name);
    waiting = [];
  });

  return (functionName) => {
    const over = host();
    if (over === null) return;
    if (served?.over !== over) {
      served?.connection.close();
      served?.own.close();
      isReady = false;
      frame.remove();
      document.body.append(frame);
      const own = createHost(over.workbook, { office: over.office });
      if (frame.contentWindow !== null) served = { over, own, connection: connectFrame(own, frame.contentWindow, window) };
      frame.src = 'ribbon.html';
    }
    if (isReady) served?.connection.runCommand(functionName);
    else waiting.push(functionName);
  };
}
