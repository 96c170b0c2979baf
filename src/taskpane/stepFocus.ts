/** Where the focus goes when what had it is gone: the heading of the step. */

export const STEP_HEADING_ID = 'step-heading';

export function focusStepHeading(): void {
  document.getElementById(STEP_HEADING_ID)?.focus();
}

/** Back to what had the focus before, where it can still have it; else to the heading. */
export function focusAgain(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus();
  if (element === null || document.activeElement !== element) focusStepHeading();
}
