/** The small door to the browser's storage, by office-js-helpers; where there is none, it lasts as long as the pane. */

import { Storage, StorageType } from '@microsoft/office-js-helpers';

type Value = boolean | string;

export interface Values {
  get(key: string): Value | null;
  set(key: string, value: Value): void;
  /** Forgets all that is kept for this user. */
  clear(): void;
}

/**
 * Storage can be refused at opening (blocked for frames) and at each write (full): both fall back to memory.
 * @param partition Office's partition key: one part of the browser's storage for each Office user; "" where there is none.
 */
export function openStorage(partition: string): Values {
  const memory = new Map<string, Value>();
  let storage: Storage<Value> | null = openOrNull(`tieout${partition.replace(/[^A-Za-z0-9]/g, '')}`);
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
    clear() {
      memory.clear();
      try {
        // `clear` takes away the container's own key and leaves those of its values, which `keys` gives in full.
        for (const key of storage?.keys() ?? []) storage?.delete(key.slice(key.indexOf('/') + 1));
        storage?.clear();
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
