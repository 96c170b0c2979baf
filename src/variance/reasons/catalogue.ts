/** The catalogue of reasons as data. Codes are stable names; a code stands here once something in the columns can prove it. */

import { DEFINITIONS } from './definitions';
import { QUALITIES } from './qualities';
import type { Reason } from './reason';
import { TIMINGS } from './timings';

export type { Form, Reason } from './reason';

export const REASONS = { ...DEFINITIONS, ...TIMINGS, ...QUALITIES } as const satisfies Record<string, Reason>;

export type Code = keyof typeof REASONS;
