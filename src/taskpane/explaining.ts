/** What the pane explains of a selection, and how each event changes it: pure. */

import type { Explanation } from '../report/explain/explanation';
import type { Selection } from '../report/explain/selection';
import type { Trouble } from './ports';

/** Why there is nothing to show yet, or nothing at all. */
export type Waiting =
  /** The sheets are being read. */
  | 'reading'
  /** The run that the sheets show is worked out again. */
  | 'holding'
  /** A question is open: the sheets cannot be understood as they are. */
  | 'questions'
  /** What is selected has nothing behind it. */
  | 'nothing';

export interface Explaining {
  readonly isOpen: boolean;
  /** What is shown stays, whatever is selected. */
  readonly isPinned: boolean;
  readonly selection: Selection | null;
  readonly explanation: Explanation | null;
  readonly waiting: Waiting | null;
  readonly trouble: Trouble | null;
  /** The run that is explained has other figures than the one that the sheets were written by. */
  readonly isOther: boolean;
  /** Rises each time a figure of the pane is asked about: the focus goes along. */
  readonly asked: number;
}

export const NOT_EXPLAINING: Explaining = {
  isOpen: false,
  isPinned: false,
  selection: null,
  explanation: null,
  waiting: null,
  trouble: null,
  isOther: false,
  asked: 0,
};

export type ExplainEvent =
  | { readonly type: 'explained'; readonly selection: Selection; readonly explanation: Explanation }
  | { readonly type: 'waits'; readonly selection: Selection | null; readonly waiting: Waiting }
  | { readonly type: 'failed'; readonly trouble: Trouble }
  | { readonly type: 'held'; readonly isOther: boolean }
  | { readonly type: 'pinned'; readonly isPinned: boolean }
  /** A figure of the pane is asked about; `isAsked` false: it could not be selected. */
  | { readonly type: 'asked'; readonly isAsked: boolean }
  | { readonly type: 'closed' };

export function explained(state: Explaining, event: ExplainEvent): Explaining {
  switch (event.type) {
    case 'explained': {
      const { selection, explanation } = event;
      return { ...state, isOpen: true, selection, explanation, waiting: null, trouble: null };
    }
    case 'waits': {
      const { selection, waiting } = event;
      return { ...state, isOpen: true, selection, explanation: null, waiting, trouble: null };
    }
    case 'failed':
      return { ...state, isOpen: true, explanation: null, waiting: null, trouble: event.trouble };
    case 'held':
      return { ...state, isOther: event.isOther };
    case 'pinned':
      return { ...state, isPinned: event.isPinned };
    case 'asked':
      return { ...state, asked: event.isAsked ? state.asked + 1 : 0 };
    case 'closed':
      return { ...NOT_EXPLAINING, isOther: state.isOther };
  }
}
