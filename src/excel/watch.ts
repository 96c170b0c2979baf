/** Tells when the sheets that are read as sources come, go or change, and when something else is selected. */

import { withExcel } from './session';

/**
 * Where Excel gives no events nobody can know: the sources then count as changed.
 * @param isSource whether a sheet was read as a source.
 * @param isForeign whether a sheet that was added is none of ours.
 * @returns what stops the watch.
 */
export function watchSources(
  isSource: (id: string) => boolean,
  isForeign: (id: string) => Promise<boolean>,
  listener: () => void,
): () => void {
  return watch(
    ({ worksheets }, tell) => {
      const onSource = ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => {
        if (isSource(worksheetId)) tell();
        return Promise.resolve();
      };
      const onAdded = async ({ worksheetId }: Excel.WorksheetAddedEventArgs): Promise<void> => {
        if (await isForeign(worksheetId)) tell();
      };
      return [worksheets.onChanged.add(onSource), worksheets.onDeleted.add(onSource), worksheets.onAdded.add(onAdded)];
    },
    listener,
    listener,
  );
}

/**
 * Tells that another selection was made or another sheet came up. Where Excel gives no events nothing is told: what is selected
 * can still be asked for.
 * @returns what stops the watch.
 */
export function watchSelection(listener: () => void): () => void {
  return watch(
    (workbook, tell) => {
      const onSelected = (): Promise<void> => {
        tell();
        return Promise.resolve();
      };
      return [workbook.onSelectionChanged.add(onSelected), workbook.worksheets.onActivated.add(onSelected)];
    },
    listener,
    () => undefined,
  );
}

/**
 * @param listen adds the handlers; they tell until the watch is stopped.
 * @param onRefused told where Excel gives no events.
 */
function watch(
  listen: (workbook: Excel.Workbook, tell: () => void) => readonly Handler[],
  listener: () => void,
  onRefused: () => void,
): () => void {
  let isStopped = false;
  let stop: (() => Promise<void>) | null = null;
  const unlessStopped = (told: () => void) => (): void => {
    if (!isStopped) told();
  };
  const watching = withExcel(async (context) => {
    const handlers = listen(context.workbook, unlessStopped(listener));
    await context.sync();
    stop = () => withdraw(context, handlers);
  });
  watching.then(() => (isStopped ? stop?.() : undefined)).catch(unlessStopped(onRefused));
  return () => {
    isStopped = true;
    // A workbook that is gone takes its events along; nobody is left to tell.
    stop?.().catch(() => undefined);
  };
}

interface Handler {
  remove(): void;
}

async function withdraw(context: Excel.RequestContext, handlers: readonly Handler[]): Promise<void> {
  for (const handler of handlers) handler.remove();
  await context.sync();
}
