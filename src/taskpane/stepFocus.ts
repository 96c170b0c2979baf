/** Where the focus goes when what had it is gone: the heading of the step. */

export const STEP_HEADING_ID = 'step-heading';

export function focusStepHeading(): void {
  document.getElementById(STEP_HEADING_ID)?.focus();
}
