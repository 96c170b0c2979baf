/** An exception settled: its status by a click or a key, the rest in a few fields, and the way to the next. */

import { Button, Caption1Strong, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import type { RawCell } from '../../../domain/grid';
import type { ExceptionTold } from '../../../report/explain/explanation';
import { isToSettle } from '../../../settings/reviewWords';
import { usePane } from '../../paneContext';
import { isBusy } from '../../paneState';
import { reviewedNow } from '../../reviewing';
import { texts } from '../../texts';
import { ExceptionDetails } from './ExceptionDetails';
import { ExceptionSteps } from './ExceptionSteps';
import { onShortcut } from './onShortcut';
import { SettlePart } from './SettlePart';
import { useSigning } from './Signing';
import { WriteOffDialog } from './WriteOffDialog';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  button: { minWidth: 'auto' },
});

const SET_STATUSES = ['Accepted', 'In review', 'Waiting', 'Open', 'Resolved'] as const;
type SetStatus = (typeof SET_STATUSES)[number];

const KEYS: Readonly<Record<SetStatus, string>> = { Accepted: 'A', 'In review': 'R', Waiting: 'W', Open: 'O', Resolved: 'D' };

export interface ExceptionActionsProps {
  readonly exception: ExceptionTold;
  /** The reviewer's cells of its row as they stand, where they are known. */
  readonly cells: Readonly<Record<string, RawCell>>;
}

export function ExceptionActions({ exception, cells }: ExceptionActionsProps) {
  const styles = useStyles();
  const { session, state } = usePane();
  const { sign } = useSigning();
  const restoreFocus = useRestoreFocusTarget();
  const [isWritingOff, setWritingOff] = useState(false);
  const { key, reason, customer } = exception;
  const now = reviewedNow(state.reviewing, key, typedNow(exception, cells));
  const status = String(now['Status'] ?? '');
  const name = texts.explain.exceptionOf(texts.engine(reason), customer);
  const busy = isBusy(state);
  const set = (word: SetStatus): void =>
    sign(
      (by) =>
        void session.settle.write({
          verdict: word === 'Accepted' ? 'accepted' : 'status',
          label: word === 'Accepted' ? name : texts.settle.statusOf(name, texts.settle.statuses[word]),
          reviews: [{ key, cells: { Status: word } }],
          links: [],
          by,
        }),
    );
  const undo = (): void => sign((by) => void session.settle.undo(by));
  return (
    <SettlePart keys={texts.settle.keys} onKeyDown={onShortcut({ u: undo })}>
      <Caption1Strong aria-hidden>{texts.settle.now(texts.engine(status))}</Caption1Strong>
      <div className={styles.buttons} role="group" aria-label={texts.settle.now(texts.engine(status))}>
        {SET_STATUSES.map((word) => (
          <Button
            key={word}
            {...restoreFocus}
            size="small"
            className={styles.button}
            appearance={word === 'Accepted' && isToSettle(status) ? 'primary' : 'secondary'}
            aria-pressed={word === status}
            aria-keyshortcuts={KEYS[word]}
            disabledFocusable={busy}
            onClick={() => set(word)}
          >
            {texts.settle.statuses[word]}
          </Button>
        ))}
        <Button
          {...restoreFocus}
          size="small"
          className={styles.button}
          disabledFocusable={busy || exception.amount === 0}
          onClick={() => setWritingOff(true)}
        >
          {texts.settle.writeOff}
        </Button>
      </div>
      <ExceptionSteps />
      <ExceptionDetails key={key} exceptionKey={key} name={name} cells={now} />
      {isWritingOff ? <WriteOffDialog exceptionKey={key} name={name} onClose={() => setWritingOff(false)} /> : null}
    </SettlePart>
  );
}

const HEADERS = ['Status', 'Assignee', 'Due by', 'Accept until', 'Comment'] as const;

function typedNow(exception: ExceptionTold, cells: ExceptionActionsProps['cells']): Record<string, string | number> {
  if (!Object.hasOwn(cells, 'Status'))
    return { Status: exception.status, Assignee: exception.assignee, Comment: exception.comment };
  return Object.fromEntries(
    HEADERS.map((header) => {
      const cell = cells[header] ?? '';
      return [header, typeof cell === 'number' ? cell : String(cell)];
    }),
  );
}
