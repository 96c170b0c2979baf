/** What the run that is held says to a question. */

import { useEffect, useState } from 'react';
import type { LookedUp, LookUp } from '../../../report/settle/lookUp';
import { usePane } from '../../paneContext';

/** @returns undefined until it is answered, null where the run does not know. While a newer question waits, the older answer. */
export function useLookUp(asked: LookUp): LookedUp | null | undefined {
  const { session } = usePane();
  const [found, setFound] = useState<LookedUp | null | undefined>(undefined);
  const question = JSON.stringify(asked);
  useEffect(() => {
    let isCurrent = true;
    void session.settle.lookUp(JSON.parse(question) as LookUp).then((answer) => {
      if (isCurrent) setFound(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [session, question]);
  return found;
}
