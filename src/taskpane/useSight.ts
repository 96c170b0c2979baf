/** What is told at the top of the pane is seen there, however far down somebody has scrolled. */

import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** @param told brought into sight anew with each change. @returns the ref of what tells it. */
export function useSight(told: object): RefObject<HTMLDivElement | null> {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const main = bar.current?.closest('main');
    if (main) main.scrollTop = 0;
  }, [told]);
  return bar;
}
