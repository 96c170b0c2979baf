/** A ribbon button asks an open pane of the same workbook to do its work, so that progress and result are seen there. */

const CHANNEL = 'tieout';

/** How long a pane has to answer, milliseconds: it must look up which workbook it is in. */
const PATIENCE = 700;

export type PaneTask = 'run';

/** The button asks, panes of the workbook offer, and the one that is chosen takes the task: nobody does it twice. */
type Message =
  | { readonly kind: 'ask'; readonly id: string; readonly book: string; readonly task: PaneTask }
  | { readonly kind: 'offer'; readonly id: string; readonly pane: string }
  | { readonly kind: 'choose'; readonly id: string; readonly pane: string };

function isMessage(data: unknown): data is Message {
  return typeof data === 'object' && data !== null && 'kind' in data && 'id' in data;
}

/** Older browsers have no channel between pages: then no pane is found. */
const open = (): BroadcastChannel | null => (typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL));

/** @returns whether a pane has taken the task. */
export function askPane(book: string, task: PaneTask, id = crypto.randomUUID()): Promise<boolean> {
  const channel = open();
  if (channel === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    const send = (message: Message): void => channel.postMessage(message);
    const end = (isTaken: boolean): void => {
      clearTimeout(timer);
      channel.close();
      resolve(isTaken);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isMessage(data) || data.kind !== 'offer' || data.id !== id) return;
      send({ kind: 'choose', id, pane: data.pane });
      end(true);
    };
    send({ kind: 'ask', id, book, task });
  });
}

/**
 * @param book the pane's own workbook, as it is called when asked.
 * @returns what stops listening.
 */
export function answerCalls(
  book: () => Promise<string>,
  take: (task: PaneTask) => void,
  pane: string = crypto.randomUUID(),
): () => void {
  const channel = open();
  if (channel === null) return () => undefined;
  const offered = new Map<string, PaneTask>();
  const answer = async (message: Message): Promise<void> => {
    const { kind, id } = message;
    if (kind === 'ask' && (await book()) === message.book) {
      offered.set(id, message.task);
      const offer: Message = { kind: 'offer', id, pane };
      channel.postMessage(offer);
    }
    if (kind !== 'choose') return;
    const task = offered.get(id);
    offered.delete(id);
    if (task !== undefined && message.pane === pane) take(task);
  };
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    // A workbook that does not answer takes no task; the button then does the work itself.
    if (isMessage(data)) answer(data).catch(() => undefined);
  };
  return () => channel.close();
}
