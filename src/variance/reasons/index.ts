/** The reasons' one door: what a code means and how it is treated. */

import type { Treatment } from '../../domain/reconciliation';
import { REASONS } from './catalogue';
import type { Code, Form, Reason } from './catalogue';

export type { Code, Reason } from './catalogue';

const BY_CODE: ReadonlyMap<string, Reason> = new Map(Object.entries(REASONS));

/** The reason of a code; null for a code this version does not know, as an older workbook may hold. */
export function reasonOf(code: string): Reason | null {
  return BY_CODE.get(code) ?? null;
}

export function isCode(code: string): code is Code {
  return BY_CODE.has(code);
}

/** @param creditsReduceBookings an unchanged deal is then a fault: D16 must be settled. */
export function treatmentOf(code: Code, form: Form, creditsReduceBookings: boolean): Treatment {
  if (code === 'D16' && creditsReduceBookings) return 'Act';
  const reason: Reason = REASONS[code];
  return form === 'single' && reason.singleTreatment !== undefined ? reason.singleTreatment : reason.treatment;
}
