/** A ribbon button asks an open pane of the same workbook to do its work, so that progress and result are seen there. */

const CHANNEL = 'tieout';

/** How long a pane has to answer, milliseconds: it must look up which workbook it is in. */
const PATIENCE = 700;

export type PaneTask = 'run';

type Message =
  | { readonly kind: 'ask'; readonly id: string; readonly book: string; readonly task: PaneTask }
  | { readonly kind: 'taken'; readonly id: string };

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
    const end = (isTaken: boolean): void => {
      clearTimeout(timer);
      channel.close();
      resolve(isTaken);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isMessage(data) && data.kind === 'taken' && data.id === id) end(true);
    };
    const message: Message = { kind: 'ask', id, book, task };
    channel.postMessage(message);
  });
}

/**
 * @param book the pane's own workbook, as it is called when asked.
 * @returns what stops listening.
 */
export function answerCalls(book: () => Promise<string>, take: (task: PaneTask) => void): () => void {
  const channel = open();
  if (channel === null) return () => undefined;
  const answer = async (message: Message): Promise<void> => {
    if (message.kind !== 'ask' || (await book()) !== message.book) return;
    const taken: Message = { kind: 'taken', id: message.id };
    channel.postMessage(taken);
    take(message.task);
  };
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    // A workbook that does not answer takes no task; the button then does the work itself.
    if (isMessage(data)) answer(data).catch(() => undefined);
  };
  return () => channel.close();
}
