/** Tells when Excel keeps the add-in waiting: while a cell is being edited it answers nothing until the entry is over. */

import { isCellEdit } from './trouble';

/** A conversation that takes longer is asked about, and again each time. Milliseconds. */
export const OFTEN = 700;
/** An Excel that has not answered next to nothing for so long keeps us waiting. */
export const SILENCE = 2_000;

type Listener = (isWaiting: boolean) => void;
const listeners = new Set<Listener>();
/** Conversations that are kept waiting. */
let waiting = 0;

/** @returns what stops the watch. */
export function watchKeptWaiting(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A conversation begins. @returns what is called when it is over. */
export function beginConversation(): () => void {
  if (listeners.size === 0) return () => undefined;
  let isOver = false;
  let isTold = false;
  const tell = (isWaiting: boolean): void => {
    if (isWaiting === isTold || (isWaiting && isOver)) return;
    isTold = isWaiting;
    waiting += isWaiting ? 1 : -1;
    if (waiting === (isWaiting ? 1 : 0)) for (const listener of listeners) listener(isWaiting);
  };
  const ask = async (): Promise<void> => {
    const silence = setTimeout(() => tell(true), SILENCE);
    const isEdited = await isCellEdited();
    clearTimeout(silence);
    if (isOver) return;
    tell(isEdited);
    timer = setTimeout(() => void ask(), OFTEN);
  };
  let timer = setTimeout(() => void ask(), OFTEN);
  return () => {
    isOver = true;
    clearTimeout(timer);
    tell(false);
  };
}

/** Asks for next to nothing, not ready to wait: some Excels refuse it at once, others answer when the entry is over. */
async function isCellEdited(): Promise<boolean> {
  try {
    await Excel.run({ delayForCellEdit: false }, async (context) => {
      context.workbook.load('name');
      await context.sync();
    });
    return false;
  } catch (error) {
    return isCellEdit(error);
  }
}
