/** The third step: matches to decide on. */

import type { MatchState } from '../../report/matchRows';
import type { Place } from '../place';
import type { Verdict } from '../reviewing';
import { count } from './count.en';

export const review = {
  heading: 'Review',
  suggested: 'Suggested matches',
  suggestedCount: (n: number, shown: string) =>
    n === 0
      ? 'No match waits for a decision.'
      : `${count(n, 'match waits', 'matches wait', shown)} for a decision, the surest first.`,
  choices: 'Several fit',
  choicesCount: (n: number, shown: string) =>
    `${count(n, 'record fits', 'records fit', shown)} several others equally well. None was taken.`,
  others: 'All matches',
  othersLead: 'What was linked, what was refused, and the nearest candidate of what found no partner.',
  show: 'Show',
  states: {
    suggested: 'Suggested',
    matched: 'Sure',
    confirmed: 'Confirmed',
    refused: 'Refused',
    unmatched: 'Without a partner',
    'not linked': 'Decided, but no longer found',
    ambiguous: 'Several fit',
    stopped: 'Search stopped',
  } satisfies Record<MatchState, string>,
  ofState: (state: string, shown: string) => `${state} (${shown})`,
  openMatches: 'Open the Matches sheet',
  more: (shown: string) => `and ${shown} more on the Matches sheet`,
  showMore: (shown: string) => `Show ${shown} more`,
  versus: (left: string, right: string) => `${left} – ${right}`,
  sureOf: {
    suggested: (shown) => `${shown} sure`,
    matched: (shown) => `${shown} sure`,
    confirmed: (shown) => `${shown} sure`,
    refused: (shown) => `would be ${shown} sure`,
    unmatched: (shown) => `only ${shown} sure`,
    'not linked': (shown) => `${shown} sure`,
    ambiguous: (shown) => `${shown} sure`,
    stopped: (shown) => `${shown} sure`,
  } satisfies Record<MatchState, (shown: string) => string>,

  compared: (left: string, right: string) => `${left} and ${right} compared`,
  fact: 'Compared',
  facts: {
    name: 'Name',
    id: 'Id',
    identity: 'Tax no., web',
    documents: 'Has',
    customer: 'Customer',
    date: 'Date',
    amount: 'Amount',
    text: 'Text',
    source: 'Source',
  },
  documents: (what: string, n: number, shown: string) => {
    const word = what.toLowerCase();
    return `${shown} ${n === 1 ? word.replace(/s$/, '') : word}`;
  },
  differs: 'differs',
  otherCurrency: 'another currency',
  daysApart: (n: number, shown: string, isLater: boolean) => `${count(n, 'day', 'days', shown)} ${isLater ? 'later' : 'earlier'}`,
  amountApart: (shown: string, isMore: boolean) => `${shown} ${isMore ? 'more' : 'less'}`,
  sourceOf: (name: string, place: Place) => `Show ${name} at ${place.sheet}!${place.address}`,

  evidenceFor: 'What speaks for it and against it',
  prior: 'Before any evidence',
  inAllSure: (shown: string) => `In all: ${shown} sure`,
  scale: 'Each point of weight doubles the odds that the two belong together.',
  noEvidence: 'Nothing was compared in this run.',
  pass: (pass: string) => `Found by the pass “${pass}”.`,
  runnerUp: (text: string) => `Next best: ${text}.`,
  noRunnerUp: 'No other candidate came near.',
  against: (text: string) => `Not linked, ${text}.`,

  confirm: 'Confirm',
  refuse: 'Refuse',
  alias: 'Always the same customer',
  aliasHint: (from: string, to: string) => `Writes an alias: “${from}” is “${to}”, in every run.`,
  withdraw: 'Take the decision back',
  byAlias: 'Settled by an alias on the Definitions sheet.',
  deciding: (label: string) => `Decide on ${label}`,
  alike: (shown: string) => `Confirm ${shown} like it…`,
  alikeTitle: (shown: string) => `Confirm ${shown} matches?`,
  alikeBody: (kind: string, pass: string, sure: string) =>
    `All suggested ${kind} matches of the pass “${pass}”, each at least ${sure} sure.`,
  alikeAmounts: (amounts: string) => `Together they carry ${amounts}.`,
  alikeUndo: 'Confirmed is written into each row of the Matches sheet. Undo takes all of them back.',
  alikeConfirm: (shown: string) => `Confirm ${shown}`,
  alikeLabel: (shown: string) => `${shown} matches`,
  notNow: 'Not now',

  fits: (name: string, n: number, shown: string) => `${name} fits ${count(n, 'way', 'ways', shown)}`,
  stoppedAt: (name: string) => `${name}: the search was stopped`,
  candidate: (n: number, of: number) => `Candidate ${String(n)} of ${String(of)}`,
  why: (why: string) => `Why none was taken: ${why}.`,
  take: 'Take this one',
  takeFor: (candidate: string, name: string) => `Take this one: ${candidate} for ${name}`,
  noneOf: 'None of these',
  noneOfFor: (name: string) => `None of these for ${name}`,
  together: (names: readonly string[]) => names.join(' + '),

  initials: {
    title: 'Your initials',
    body: 'They are written beside your decisions and in their log. You are asked once.',
    label: 'Initials',
    go: 'Continue',
    without: 'Leave it blank',
  },

  signed: (initials: string) => (initials === '' ? 'Decisions are not signed.' : `Decisions are signed “${initials}”.`),
  changeInitials: 'Change',
  made: (n: number, shown: string) => `${count(n, 'decision waits', 'decisions wait', shown)} for the next run.`,
  honoured: 'The results honour it.',
  gone: (n: number, shown: string) =>
    n === 1 ? 'One of its rows is no longer there.' : `${shown} of its rows are no longer there.`,
  undo: 'Undo',
  undoOf: (label: string) => `Undo: ${label}`,
  verdicts: {
    confirmed: (label) => `Confirmed: ${label}.`,
    refused: (label) => `Refused: ${label}.`,
    alias: (label) => `Always the same customer: ${label}.`,
    withdrawn: (label) => `Taken back: ${label}.`,
    relinked: (label) => `Linked to another: ${label}.`,
    allocated: (label) => `Amounts written: ${label}.`,
    accepted: (label) => `Accepted: ${label}.`,
    status: (label) => `Status set, ${label}.`,
    noted: (label) => `Details saved: ${label}.`,
    writtenOff: (label) => `Written off: ${label}.`,
    undone: (label) => `Undone: ${label}.`,
  } satisfies Record<Verdict | 'undone', (label: string) => string>,

  exceptions: 'Open exceptions',
  exceptionsCount: (n: number, shown: string) =>
    n === 0 ? 'Nothing waits to be settled.' : `${count(n, 'exception waits', 'exceptions wait', shown)} to be settled.`,
  openExceptions: 'Open the Exceptions sheet',
  results: 'Back to the results',
};
