/** Tells when the sheets that are read as sources come, go or change. */

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
  let isStopped = false;
  let stop: (() => Promise<void>) | null = null;
  const tell = (): void => {
    if (!isStopped) listener();
  };
  const onSource = ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => {
    if (isSource(worksheetId)) tell();
    return Promise.resolve();
  };
  const onAdded = async ({ worksheetId }: Excel.WorksheetAddedEventArgs): Promise<void> => {
    if (await isForeign(worksheetId)) tell();
  };
  const watching = withExcel(async (context) => {
    const { worksheets } = context.workbook;
    const handlers = [worksheets.onChanged.add(onSource), worksheets.onDeleted.add(onSource), worksheets.onAdded.add(onAdded)];
    await context.sync();
    stop = () => withdraw(context, handlers);
  });
  watching.then(() => (isStopped ? stop?.() : undefined)).catch(tell);
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
