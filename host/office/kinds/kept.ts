/** Properties that the host keeps while the workbook is open, because neither its drawing nor its files have a place for them. */

import type { Property } from '../schema';
import type { Session } from '../session';

/** @param owner what the value belongs to. @param allow refuses where the owner may not be changed. */
export const keptOf =
  <T>(owner: (target: T) => object, allow: (target: T, session: Session) => void = () => undefined) =>
  (name: string, read: (value: unknown) => unknown, normal: unknown): Property<T> => ({
    get: (target, session) => session.besideOf(owner(target)).get(name) ?? normal,
    set: (target, value, session) => {
      allow(target, session);
      session.besideOf(owner(target)).set(name, read(value));
    },
  });
