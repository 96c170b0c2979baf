/** Words round the steps: title, steps, progress, notices, troubles. */

import type { Step } from '../../domain/progress';
import type { Notice, PaneStep, Work } from '../paneState';
import type { Place } from '../place';
import { count } from './count.en';

export const pane = {
  title: 'Tieout',
  stepsLabel: 'Steps',
  more: 'More',
  and: ' and ',
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  cancelling: 'Cancelling…',

  officeMissing: {
    what: 'Excel did not answer.',
    next: 'Tieout runs inside Excel. Open the workbook in Excel and start Tieout from the Home tab. If it is open there already, the file office.js did not load: check the connection and open the pane again.',
  },
  officeSlow: {
    what: 'Excel has not answered yet.',
    next: 'Tieout goes on as soon as it does. If it stays like this, leave the cell that is being edited, check the connection, and open the pane again.',
  },
  hostUnsupported: {
    what: 'This Excel is too old for Tieout.',
    next: 'Tieout needs ExcelApi 1.10: Excel 2021, Microsoft 365 or Excel on the web.',
  },
  unexpected: (detail: string) => ({
    what: `Something went wrong: ${detail}`,
    next: 'Your own sheets are as they were. Try again; if it happens again, close the pane and open it anew.',
  }),
  silence: {
    what: 'Excel has not answered for 10 seconds.',
    next: 'It may be calculating, or a cell is being edited: then press Enter or Esc there. It goes on as soon as Excel answers.',
    stop: 'Stop waiting',
  },
  showCell: (place: Place) => `Show ${place.sheet}!${place.address}`,

  welcome: {
    title: 'What Tieout does',
    lines: [
      'It reads the CRM and finance sheets in this workbook; it never changes them.',
      'It matches deals, invoices, schedules and receipts and explains every difference, to the cent.',
      'It writes seven sheets of its own. Nothing leaves this machine.',
    ],
    done: 'Got it',
    trySample: 'Try it on sample data',
    sampleAdds: 'This adds four sheets of made-up data to this workbook and reconciles them. You can remove them again.',
    again: 'What Tieout does',
  },

  steps: {
    sources: 'Sources',
    definitions: 'Definitions',
    review: 'Review',
    results: 'Results',
  } satisfies Record<PaneStep, string>,
  stepLocked: {
    sources: '',
    definitions: 'after the sources are clear',
    review: 'after a run',
    results: 'after the first run',
  } satisfies Record<PaneStep, string>,

  progress: {
    read: 'Reading the sheets',
    'match customers': 'Matching customers',
    'match invoices': 'Matching invoices to deals',
    'match receipts': 'Matching receipts to invoices',
    explain: 'Explaining the differences',
    'plan sheets': 'Laying out the sheets',
    write: 'Writing the sheets',
    'add sheets': 'Adding the sample sheets',
    'remove sheets': 'Removing sheets',
  } satisfies Record<Step, string>,
  working: {
    sheets: 'Reading the sheets',
    look: 'Looking at the columns',
    define: 'Working out the definitions',
    run: 'Reconciling',
    remove: 'Removing the results',
    decide: 'Writing the decision',
    sample: 'Working on the sample data',
  } satisfies Record<Work['kind'], string>,

  notice(notice: Notice): string {
    switch (notice.kind) {
      case 'mended':
        return notice.sentence;
      case 'cancelled':
        return notice.work === 'run' || notice.work === 'remove' || notice.work === 'sample'
          ? 'Cancelled. The workbook is as it was.'
          : 'Cancelled.';
      case 'removed':
        return notice.sheets === 0
          ? 'There were no results to remove.'
          : `Removed ${count(notice.sheets, 'sheet', 'sheets')} that Tieout made. Everything else is as it was.`;
      case 'forgotten':
        return notice.sheets === 0
          ? 'Tieout keeps nothing in this workbook or in this browser any more.'
          : `Removed ${count(notice.sheets, 'sheet', 'sheets')}. Tieout keeps nothing in this workbook or in this browser any more.`;
      case 'sampleRemoved': {
        const removed = `Removed ${count(notice.sheets, 'sample sheet', 'sample sheets')}.`;
        return notice.changed.length === 0 ? removed : `${removed} Changed since and kept: ${notice.changed.join(', ')}.`;
      }
      case 'newQuestions':
        return 'The sheets changed, and what changed needs your answer first.';
    }
  },

  sample: {
    note: (sheets: readonly string[]) => `Made-up sample data: ${sheets.join(', ')}.`,
    remove: 'Remove the sample data',
    changedTitle: 'Remove changed sample sheets too?',
    changedBody: (sheets: readonly string[]) =>
      `Somebody changed ${sheets.join(', ')} since Tieout added them. What was typed there goes with them and cannot be brought back.`,
    removeChanged: 'Remove them',
    keepChanged: 'Keep them',
  },

  remove: {
    title: 'Remove the results?',
    body: 'This deletes the sheets that Tieout made, with the comments, statuses and decisions typed there. It cannot be undone. Your own sheets stay as they are.',
    confirm: 'Remove',
    keep: 'Keep them',
  },
};
