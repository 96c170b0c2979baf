/** The way on, always at the bottom: the step's one main button, or the progress of the work it started. */

import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { isBusy, isLong, isReadable } from '../paneState';
import type { PaneState } from '../paneState';
import type { Session } from '../session';
import { texts } from '../texts';
import { ProgressPanel } from './ProgressPanel';
import { DecisionsMade } from './review/DecisionsMade';

const useStyles = makeStyles({
  root: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    maxWidth: '720px',
    boxSizing: 'border-box',
  },
  button: { width: '100%' },
});

interface Way {
  readonly label: string;
  readonly isBlocked: boolean;
  readonly reason: string;
  readonly take: () => void;
}

function wayOn(state: PaneState, session: Session): Way {
  const reconcile = { isBlocked: !isReadable(state), reason: texts.sources.blocked, take: () => void session.reconcile() };
  switch (state.step) {
    case 'sources':
      return state.inspection === null
        ? { label: texts.sources.readAgain, isBlocked: false, reason: '', take: () => void session.readAgain() }
        : {
            label: texts.sources.next,
            isBlocked: !isReadable(state),
            reason: texts.sources.blocked,
            take: () => void session.go('definitions'),
          };
    case 'definitions':
      return { ...reconcile, label: state.result === null ? texts.definitions.run : texts.definitions.runAgain };
    case 'review':
    case 'results':
      return { ...reconcile, isBlocked: false, label: texts.results.runAgain };
  }
}

export function Footer() {
  const styles = useStyles();
  const { state, session } = usePane();
  if (state.work !== null && isLong(state))
    return (
      <footer className={styles.root}>
        <ProgressPanel work={state.work} takesFocus={state.work.kind !== 'sheets'} />
      </footer>
    );
  const way = wayOn(state, session);
  // The button comes back in the place of Cancel, which had the focus.
  const brokeOff = state.inspection !== null && (state.notice?.kind === 'cancelled' || state.trouble !== null);
  return (
    <footer className={styles.root}>
      <DecisionsMade />
      {way.isBlocked ? <Caption1 id="blocked">{way.reason}</Caption1> : null}
      <Button
        autoFocus={brokeOff}
        appearance="primary"
        className={styles.button}
        disabledFocusable={way.isBlocked || isBusy(state)}
        aria-describedby={way.isBlocked ? 'blocked' : undefined}
        onClick={way.take}
      >
        {way.label}
      </Button>
    </footer>
  );
}
