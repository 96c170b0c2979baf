/** One conversation with Excel: held back while a cell is edited, its refusals told in words. */

import { beginConversation } from './keptWaiting';
import { asTrouble } from './trouble';

/** @throws TroubleError, or the AbortError of a cancelled run. */
export async function withExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const end = beginConversation();
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    throw asTrouble(error);
  } finally {
    end();
  }
}

export function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}
