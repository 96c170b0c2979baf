/** What Excel refuses, told to a person: what happened, what next, where. */

import { dictionary } from '../domain/dictionary';

export interface Trouble {
  readonly what: string;
  readonly next: string;
  readonly where: { readonly sheet: string; readonly address: string } | null;
  /** Trying again does not help. */
  readonly isLasting?: boolean | undefined;
}

/** Carries its own words, so that whoever shows it needs to know nothing of Excel. */
export class TroubleError extends Error {
  override readonly name = 'TroubleError';

  constructor(
    readonly trouble: Trouble,
    options?: ErrorOptions,
  ) {
    super(trouble.what, options);
  }
}

type Words = readonly [what: string, next: string];

const PROTECTED: Words = [
  'Excel does not let Tieout write: a sheet or the workbook is protected, or the file is read-only.',
  'Unprotect it under Review, or save a copy that can be edited, and run again.',
];
const TOO_LARGE: Words = [
  'Excel refused a request because it was too large.',
  'Shorten very long texts in the sources and run again.',
];
const LOST: Words = [
  'Excel stopped answering.',
  'Check that the workbook is still open, close the pane, open it again and run again.',
];
const BUSY: Words = ['Excel is busy.', 'Wait until it has finished what it is doing, then run again.'];

/** By the codes of Excel's JavaScript API. */
const WORDS: Readonly<Record<string, Words>> = dictionary({
  AccessDenied: PROTECTED,
  InvalidOperationInCellEditMode: ['A cell is being edited.', 'Press Enter or Esc to leave the cell, then try again.'],
  ItemNotFound: ['A sheet or table that Tieout was working with is no longer there.', 'Read the sheets again and run again.'],
  InvalidReference: ['A sheet or table that Tieout was working with is no longer there.', 'Read the sheets again and run again.'],
  ApiNotFound: ['This Excel lacks something that Tieout needs.', 'Update Excel, or use Excel on the web.'],
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  ConnectionFailure: LOST,
  InvalidOrTimedOutSession: LOST,
  RequestAborted: LOST,
  Timeout: BUSY,
  HostIsBusy: BUSY,
  ActivityLimitReached: BUSY,
  ServiceNotAvailable: BUSY,
});

/** Cancelling is no trouble, and a trouble already has its words: both come back as they are. */
export function asTrouble(error: unknown): unknown {
  if (error instanceof TroubleError || isAbort(error)) return error;
  const { code, message } = partsOf(error);
  const words = code === null ? undefined : WORDS[code];
  const [what, next] = words ?? [
    `Excel refused: ${message}`,
    'Your own sheets are as they were. Run again; if it happens again, read the sheets again first.',
  ];
  return new TroubleError({ what, next, where: null }, { cause: error });
}

export function isAbort(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError';
}

/** Whether Excel refused because no cells are selected: a chart, a picture, nothing. */
export function isNoCells(error: unknown): boolean {
  return error instanceof TroubleError && partsOf(error.cause).code === 'InvalidSelection';
}

/** Whether an answer had more bytes than Excel sends at once. */
export function isTooLarge(error: unknown): boolean {
  return partsOf(error).code === 'ResponsePayloadSizeLimitExceeded';
}

function partsOf(error: unknown): { readonly code: string | null; readonly message: string } {
  const code =
    typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { code, message: error instanceof Error ? error.message : String(error) };
}
