/** Registering for events: office.js asks by a method for each event and then picks from what the host tells. */

export const registrations = (...events: readonly string[]): Record<string, () => null> =>
  Object.fromEntries(events.flatMap((event) => [`_Register${event}`, `_Unregister${event}`]).map((name) => [name, () => null]));
