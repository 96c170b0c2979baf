/** The pane in Office's theme, on the ports it was handed. */

import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Pane } from './components/Pane';
import { createFormat } from './format';
import { PaneContext } from './paneContext';
import type { Preferences, Surroundings } from './ports';
import type { Session } from './session';
import type { Task } from './task';
import { useTheme } from './useTheme';

export interface AppProps {
  readonly session: Session;
  readonly surroundings: Surroundings;
  readonly preferences: Preferences;
  /** What a ribbon button opened the pane for. */
  readonly task?: Task | null;
}

export function App({ session, surroundings, preferences, task = null }: AppProps) {
  const theme = useTheme(surroundings);
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const format = useMemo(() => createFormat(surroundings.locale), [surroundings.locale]);
  const value = useMemo(() => ({ state, session, format, preferences, task }), [state, session, format, preferences, task]);
  useEffect(() => session.open(), [session]);
  useEffect(() => {
    if (task === 'explain') session.explain.open();
  }, [session, task]);
  return (
    <FluentProvider theme={theme} dir={surroundings.direction}>
      <PaneContext.Provider value={value}>
        <Pane />
      </PaneContext.Provider>
    </FluentProvider>
  );
}
