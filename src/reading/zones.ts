/** The zone that a column of time stamps is in. Days are read as they are written; near a month's end the zone can matter. */

import { addDays, monthOf } from '../domain/day';
import type { Day } from '../domain/day';
import type { RawCell } from '../domain/grid';
import type { ZoneFinding } from '../settings/inspection';
import { dayFromNumber, parseDateText } from './dates';
import type { DateOrder } from './dates';
import { trimBlanks } from './text';

/** The hours that lie between the zones of a company's offices at most; the date line itself is 14. */
const FURTHEST = 14;

const STAMP =
  /(\d{1,2})[:.h](\d{2})(?:[:.]\d{2}(?:[.,:]\d{1,9})?)?(?: ?([ap])\.? ?m\.?)? ?(Z|[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{1,2}:?\d{2})?$/i;
const NOT_ZONES = new Set(['UHR', 'AM', 'PM']);
const IN_HEADER = /(?:^|[\s(_])(UTC|GMT|Zulu|CES?T|[ECMP][SD]T|BST|IST|JST|AES?T)(?=$|[\s)_])/i;

/**
 * The zones of a column's stamps, or of its header ("Created date (UTC)", "created_utc"); null where neither names one, or
 * where no cell has a time of day: midnight throughout is how systems write days.
 */
export function zoneOf(cells: Iterable<RawCell>, header: string, order: DateOrder | null): ZoneFinding | null {
  const zones = new Set<string>();
  let timed = false;
  let nearMonthEnd = 0;
  for (const cell of cells) {
    const stamp = typeof cell === 'number' ? serialStamp(cell) : typeof cell === 'string' ? textStamp(cell, order) : null;
    if (stamp === null) continue;
    timed ||= stamp.hour > 0;
    if (stamp.zone !== '') zones.add(stamp.zone);
    if (isNearMonthEnd(stamp)) nearMonthEnd += 1;
  }
  const named = IN_HEADER.exec(header)?.[1];
  if (zones.size === 0 && named !== undefined) zones.add(named.toUpperCase());
  return !timed || zones.size === 0 ? null : { zones: [...zones].sort(), nearMonthEnd };
}

interface Stamp {
  readonly day: Day;
  readonly hour: number;
  readonly zone: string;
}

function serialStamp(serial: number): Stamp | null {
  const day = Number.isInteger(serial) ? null : dayFromNumber(serial);
  return day === null ? null : { day, hour: (serial % 1) * 24, zone: '' };
}

function textStamp(cell: string, order: DateOrder | null): Stamp | null {
  const text = trimBlanks(cell);
  const match = STAMP.exec(text);
  const day = match === null ? null : parseDateText(text, order);
  if (match === null || day === null) return null;
  const [, hours, minutes, half = '', named = ''] = match;
  const clock = half === '' ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const zone = named.toUpperCase();
  return { day, hour: clock + Number(minutes) / 60, zone: zone === 'Z' ? 'UTC' : NOT_ZONES.has(zone) ? '' : zone };
}

function isNearMonthEnd({ day, hour }: Stamp): boolean {
  const month = monthOf(day);
  return (
    (monthOf(addDays(day, 1)) !== month && hour >= 24 - FURTHEST) || (monthOf(addDays(day, -1)) !== month && hour < FURTHEST)
  );
}
