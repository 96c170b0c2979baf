/** Brings the focus to an item when the step before says that it is the next to look at. */

import { useEffect } from 'react';
import { usePane } from '../../paneContext';

/** @param keys match keys of the item · @param id of what takes the focus. */
export function useAskedFocus(keys: readonly string[], id: string): void {
  const { at, turn } = usePane().state.reviewing;
  const isAsked = turn > 0 && at !== null && keys.includes(at);
  useEffect(() => {
    if (isAsked) document.getElementById(id)?.focus();
  }, [isAsked, turn, id]);
}
