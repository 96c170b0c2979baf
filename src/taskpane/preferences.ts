/** The pane's memory of its user. */

import type { Preferences } from './ports';
import type { Values } from './storage';

const WELCOMED = 'welcomed';
const INITIALS = 'initials';

export function createPreferences(storage: Values): Preferences {
  return {
    isWelcomed: () => storage.get(WELCOMED) === true,
    setWelcomed() {
      storage.set(WELCOMED, true);
    },
    initials() {
      const kept = storage.get(INITIALS);
      return typeof kept === 'string' ? kept : null;
    },
    setInitials(initials) {
      storage.set(INITIALS, initials);
    },
    forget: () => storage.clear(),
  };
}
