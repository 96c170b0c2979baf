/** What the catalogue says of a reason. */

import type { Gap } from '../../domain/measure';
import type { ReasonClass, Treatment } from '../../domain/reconciliation';

export type Form = 'pair' | 'single' | 'move' | 'note' | 'left out';

export interface Reason {
  readonly reasonClass: ReasonClass;
  /** As shown, after the class: "Timing: invoiced in a later month". */
  readonly name: string;
  /** What happened, in a sentence for those who meet the reason for the first time. */
  readonly meaning: string;
  readonly gaps: readonly Gap[];
  readonly forms: readonly Form[];
  readonly treatment: Treatment;
  /** Where a single is treated otherwise than a pair. */
  readonly singleTreatment?: Treatment;
  /** no · yes · once its age passes the days set for overdue or for unapplied. */
  readonly exception: 'no' | 'yes' | 'overdue' | 'unapplied';
  /** The exception's family where the code decides it; else the record's situation does. */
  readonly family?: 'match' | 'owner' | 'read' | 'deduction';
  readonly action: string;
  readonly fixIn: 'CRM' | 'Billing' | 'Revenue' | 'Cash application' | 'Tieout';
}

export const BI: readonly Gap[] = ['BI'];
export const IR: readonly Gap[] = ['IR'];
export const IC: readonly Gap[] = ['IC'];
export const ALL: readonly Gap[] = ['BI', 'IR', 'IC'];

type Rest = Pick<Reason, 'meaning' | 'gaps' | 'forms' | 'treatment' | 'exception' | 'action' | 'fixIn'> &
  Partial<Pick<Reason, 'singleTreatment' | 'family'>>;

/** Permanent, both sides right. */
export const definition = (name: string, rest: Rest): Reason => ({ reasonClass: 'Definition', name, ...rest });
/** A partner exists in another month, or is expected by a stated date. */
export const timing = (name: string, rest: Rest): Reason => ({ reasonClass: 'Timing', name, ...rest });
/** Somebody must correct or confirm a record. */
export const quality = (name: string, rest: Rest): Reason => ({ reasonClass: 'Data quality', name, ...rest });
