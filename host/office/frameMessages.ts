/** What the page and the pane's iframe say to each other; both are of one origin. */

import type { OfficeDescription } from './officeShim';

const MARK = 'embeddedExcel';

export type FrameMessage =
  /** The pane has loaded its bridge and waits. */
  | { readonly kind: 'hello' }
  /** The page has a host for it. */
  | { readonly kind: 'ready'; readonly office: OfficeDescription }
  | { readonly kind: 'toHost' | 'fromHost'; readonly text: string }
  /** A ribbon command of the add-in is to run. */
  | { readonly kind: 'command'; readonly id: string }
  /** The add-in opens Office's small window with a page. */
  | { readonly kind: 'dialog'; readonly address: string };

export const pack = (message: FrameMessage): object => ({ [MARK]: message });

/** A message of ours; null for anything else that arrives at a window. */
export const unpack = (data: unknown): FrameMessage | null => {
  if (typeof data !== 'object' || data === null || !(MARK in data)) return null;
  return data[MARK] as FrameMessage;
};
