/** What the sheets say of a reason. */

import type { ReasonClass } from '../domain/reconciliation';
import { reasonOf } from '../variance/reasons';

/** The reason's name after its class: "invoiced in a later month"; a code of another version is its own name. */
export function reasonName(code: string): string {
  return reasonOf(code)?.name ?? code;
}

/** "Timing: invoiced in a later month" */
export function classAndReason(reasonClass: ReasonClass, code: string): string {
  return `${reasonClass}: ${reasonName(code)}`;
}

export function suggestedAction(code: string): string {
  return reasonOf(code)?.action ?? '';
}
