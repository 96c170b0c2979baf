/** Two panes, or a pane and a ribbon button, over one workbook: one of them writes at a time. */

import { bookName } from './bookKey';
import { TroubleError } from './trouble';

/** Older browsers have no locks: then nobody waits. */
function locks(): LockManager | null {
  const { locks: found } = (globalThis.navigator as { readonly locks?: LockManager } | undefined) ?? {};
  return found ?? null;
}

const lockName = async (): Promise<string> => `tieout ${await bookName()}`;

/** @throws TroubleError where another page of Tieout is writing. */
export async function aloneOrRefuse<T>(work: () => Promise<T>): Promise<T> {
  const manager = locks();
  if (manager === null) return work();
  return manager.request(await lockName(), { ifAvailable: true }, (lock) => {
    if (lock === null)
      throw new TroubleError({
        what: 'Tieout is writing into this workbook from another pane or button.',
        next: 'Wait until that has finished, then try again.',
        where: null,
      });
    return work();
  });
}

/** Waits until no other page of Tieout writes. */
export async function aloneAfterOthers<T>(work: () => Promise<T>): Promise<T> {
  const manager = locks();
  return manager === null ? work() : manager.request(await lockName(), () => work());
}
