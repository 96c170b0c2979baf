/** Registering for events: office.js asks by a method for each event and then picks from what the host tells. */

import type { Args } from '../args';
import type { Session } from '../session';

type Registration = (target: object, args: Args, session: Session) => null;

const register: Registration = (_, __, session) => {
  session.isHeard = true;
  return null;
};

const unregister: Registration = () => null;

export const registrations = (...events: readonly string[]): Record<string, Registration> =>
  Object.fromEntries(
    events.flatMap((event) => [
      [`_Register${event}`, register],
      [`_Unregister${event}`, unregister],
    ]),
  );
