/** Settling an exception or a match from the pane. */

import { count } from './count.en';

export const settle = {
  heading: 'Settle it',
  statuses: {
    Open: 'Open',
    'In review': 'In review',
    Waiting: 'Waiting',
    Accepted: 'Accept',
    Resolved: 'Resolved',
  } satisfies Record<'Open' | 'In review' | 'Waiting' | 'Accepted' | 'Resolved', string>,
  now: (status: string) => `Status: ${status}`,
  /** The letters are the same in every language. */
  keys: 'Keys while one of these buttons has the focus: A accept, R in review, W waiting, O open, D resolved, N next, P previous, U undo.',
  previous: 'Previous',
  next: 'Next',
  stepped: (at: string, of: string) => `${at} of ${of} to settle`,
  noFurther: (of: number, shown: string) =>
    of === 0 ? 'No exception in sight is to be settled.' : `No further one that way; ${shown} in sight to settle.`,
  details: 'Assign, due by, comment',
  assignee: 'Assignee',
  dueBy: 'Due by',
  acceptUntil: 'Accept until',
  comment: 'Comment',
  save: 'Save',
  statusOf: (name: string, status: string) => `${name}: ${status}`,

  writeOff: 'Write off…',
  writeOffTitle: (name: string) => `Write off ${name}?`,
  writeOffBody: (amount: string) =>
    `${amount} keeps its line and its month; its reason becomes “written off”, and it counts as expected. It comes back if the amount grows.`,
  writeOffReason: 'Reason',
  writeOffReasons: ['Rounding', 'Bank charges', 'Discount taken', 'Exchange difference', 'Not worth pursuing'],
  writeOffNeedsReason: 'Name a reason.',
  writeOffTooLarge: (amount: string, most: string) =>
    `${amount} is too large to be written off: at most ${most}, a fifth of what is material on the Definitions sheet. Accept it instead.`,
  writeOffPair: 'Part of it is expected to reverse by itself, so it cannot be written off. Accept it instead.',
  writeOffGo: 'Write off',

  bulk: (shown: string) => `Accept all ${shown}…`,
  bulkTitle: (shown: string) => `Accept ${shown} exceptions?`,
  bulkCounts: (n: number, shown: string) =>
    `${count(n, 'exception', 'exceptions', shown)} to settle among the selected rows in sight.`,
  bulkAmounts: (net: string, gross: string) => `Net ${net}, gross ${gross}.`,
  bulkUntil: 'Not required. A run as of a later day opens them again; left blank, each row keeps the date it has.',
  bulkUndo: 'Accepted is written into each row of the Exceptions sheet. Undo takes all of them back.',
  bulkNone: 'None of the selected rows in sight is to be settled.',
  bulkGo: (shown: string) => `Accept ${shown}`,
  bulkLabel: (n: number, shown: string) => count(n, 'exception', 'exceptions', shown),

  relink: 'Link to another…',
  relinkTitle: 'Link to another',
  replace: 'Replace',
  replaceEnd: (what: string, name: string) => `${what} ${name}`,
  replaceName: (name: string, documents: string) => `${name} (${documents})`,
  search: 'Number, name, text or amount',
  searchName: 'Name, id, tax number or domain',
  candidates: (shown: string, all: string) => `${shown} of ${all}, the likeliest first`,
  noCandidates: 'No record fits these words.',
  noNames: 'No other name fits these words.',
  openOf: (amount: string) => `open ${amount}`,
  anchor: (what: string, name: string, amount: string) => `For ${what} ${name}, ${amount} to be linked.`,
  anchorName: (facts: string) => `For ${facts}.`,
  relinkGo: 'Link',
  relinkChoose: 'Choose a record.',
  relinkLabel: (from: string, to: string) => `${from} → ${to}`,

  allocate: 'Change the amounts…',
  allocateTitle: (name: string) => `How ${name} is spread`,
  whole: (amount: string) => `To spread: ${amount}`,
  rest: (amount: string) => `Left over: ${amount}`,
  amountFor: (what: string, name: string) => `${what} ${name}`,
  notAnAmount: 'Type an amount.',
  tooMuchLeft: (name: string, most: string) => `Only ${most} is open on ${name}.`,
  tooMuchRight: (name: string, over: string) => `Together ${over} more than ${name} has.`,
  wrongSign: (name: string) => `${name} is open in the other direction.`,
  allocateGo: 'Write the amounts',
  notHeld: 'The run that this belongs to is not at hand. Run again, then try again.',

  cancel: 'Not now',
  decidedHere: 'Decided here; the next run honours it.',
  skip: 'Skip',
  progress: (done: string, of: string) => `${done} of ${of} decided`,
  progressAmount: (amounts: string) => `still to be confirmed: ${amounts}`,
  queueKeys: 'Keys on a match: C confirm, X refuse, S skip, L confirm all like it, U undo.',
  goThrough: 'Go through them',
};
