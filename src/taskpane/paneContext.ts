/** What every component of the pane shares: the state, the verbs, the user's formats and what is remembered of the user. */

import { createContext, useContext } from 'react';
import type { Format } from './format';
import type { PaneState } from './paneState';
import type { Preferences } from './ports';
import type { Session } from './session';
import type { Task } from './task';

export interface PaneValue {
  readonly state: PaneState;
  readonly session: Session;
  readonly format: Format;
  readonly preferences: Preferences;
  /** What a ribbon button opened the pane for. */
  readonly task: Task | null;
}

export const PaneContext = createContext<PaneValue | null>(null);

export function usePane(): PaneValue {
  const value = useContext(PaneContext);
  if (value === null) throw new Error('usePane outside the pane');
  return value;
}
