/** The pane's memory of its user, kept by office-js-helpers; where the browser allows none, it lasts as long as the pane. */

import { Storage, StorageType } from '@microsoft/office-js-helpers';
import type { Preferences } from './ports';

const WELCOMED = 'welcomed';

/** @param partition Office's partition key: one part of the browser's storage for each Office user; "" where there is none. */
export function createPreferences(partition: string): Preferences {
  const storage = openStorage(`tieout${partition.replace(/[^A-Za-z0-9]/g, '')}`);
  return {
    isWelcomed: () => storage.get(WELCOMED),
    setWelcomed() {
      storage.set(WELCOMED, true);
    },
  };
}

interface Flags {
  get(key: string): boolean;
  set(key: string, value: boolean): void;
}

/** Storage can be refused at opening (blocked for frames) and at each write (full): both fall back to memory. */
function openStorage(container: string): Flags {
  const memory = new Map<string, boolean>();
  let storage: Storage<boolean> | null = openOrNull(container);
  return {
    get: (key) => memory.get(key) ?? storage?.get(key) === true,
    set(key, value) {
      memory.set(key, value);
      try {
        storage?.set(key, value);
      } catch {
        storage = null;
      }
    },
  };
}

function openOrNull(container: string): Storage<boolean> | null {
  try {
    return new Storage<boolean>(container, StorageType.LocalStorage);
  } catch {
    return null;
  }
}
