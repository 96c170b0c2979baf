/** The pane's memory of its user, kept by office-js-helpers; where the browser allows none, it lasts as long as the pane. */

import { Storage, StorageType } from '@microsoft/office-js-helpers';
import type { Preferences } from './ports';

const WELCOMED = 'welcomed';
const INITIALS = 'initials';

/** @param partition Office's partition key: one part of the browser's storage for each Office user; "" where there is none. */
export function createPreferences(partition: string): Preferences {
  const storage = openStorage(`tieout${partition.replace(/[^A-Za-z0-9]/g, '')}`);
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
  };
}

type Value = boolean | string;

interface Values {
  get(key: string): Value | null;
  set(key: string, value: Value): void;
}

/** Storage can be refused at opening (blocked for frames) and at each write (full): both fall back to memory. */
function openStorage(container: string): Values {
  const memory = new Map<string, Value>();
  let storage: Storage<Value> | null = openOrNull(container);
  return {
    get: (key) => memory.get(key) ?? storage?.get(key) ?? null,
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

function openOrNull(container: string): Storage<Value> | null {
  try {
    return new Storage<Value>(container, StorageType.LocalStorage);
  } catch {
    return null;
  }
}
