/** What the pane explains now. */

import { useSyncExternalStore } from 'react';
import type { Explaining } from '../../explaining';
import { usePane } from '../../paneContext';

export function useExplaining(): Explaining {
  const { explain } = usePane().session;
  return useSyncExternalStore(explain.subscribe, explain.getState);
}
