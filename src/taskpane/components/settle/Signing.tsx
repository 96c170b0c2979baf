/** Asks for the initials before the first decision, once, and hands them to what is to be done. */

import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import { usePane } from '../../paneContext';
import { InitialsDialog } from '../review/InitialsDialog';

interface Signs {
  /** @param task is given the initials, "" where a person gives none. */
  readonly sign: (task: (by: string) => void) => void;
  /** Asks for the initials anew. */
  readonly change: () => void;
}

const SigningContext = createContext<Signs | null>(null);

export function useSigning(): Signs {
  const signs = useContext(SigningContext);
  if (signs === null) throw new Error('useSigning outside the pane');
  return signs;
}

export function Signing({ children }: { readonly children: React.ReactNode }) {
  const { preferences } = usePane();
  const [waiting, setWaiting] = useState<{ readonly task: (by: string) => void } | null>(null);
  const sign = useCallback(
    (task: (by: string) => void): void => {
      const by = preferences.initials();
      if (by === null) setWaiting({ task });
      else task(by);
    },
    [preferences],
  );
  const signs = useMemo(() => ({ sign, change: () => setWaiting({ task: () => undefined }) }), [sign]);
  return (
    <SigningContext.Provider value={signs}>
      {children}
      {waiting === null ? null : (
        <InitialsDialog
          initials={preferences.initials() ?? ''}
          onClose={() => setWaiting(null)}
          onGiven={(by) => {
            preferences.setInitials(by);
            setWaiting(null);
            waiting.task(by);
          }}
        />
      )}
    </SigningContext.Provider>
  );
}
