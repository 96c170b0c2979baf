/** One conversation with Excel: held back while a cell is edited, its refusals told in words. */

import { patience } from './patience';
import { asTrouble } from './trouble';

/** @throws TroubleError, or the AbortError of a cancelled run. */
export async function withExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const { answered, orGivenUp } = patience();
  try {
    return await orGivenUp(
      Excel.run({ delayForCellEdit: true }, (context) => {
        const sync = context.sync.bind(context);
        context.sync = (passThrough) => answered(() => sync(passThrough));
        return work(context);
      }),
    );
  } catch (error) {
    throw asTrouble(error);
  }
}

export function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}
