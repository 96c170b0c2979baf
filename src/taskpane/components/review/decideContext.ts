/** How an item of the review hands on what a person decides: the step asks for the initials first, once. */

import { createContext, useContext } from 'react';
import type { Deciding } from '../../reviewing';

export type Decide = (deciding: Omit<Deciding, 'by'>) => void;

export const DecideContext = createContext<Decide | null>(null);

export function useDecide(): Decide {
  const decide = useContext(DecideContext);
  if (decide === null) throw new Error('useDecide outside the review');
  return decide;
}
