/** How far the work is, what is being done, and the way out. */

import { Button, Caption1, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { RUN_STEPS } from '../../domain/progress';
import type { Step } from '../../domain/progress';
import { usePane } from '../paneContext';
import type { Work } from '../paneState';
import { texts } from '../texts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  bar: { flexGrow: 1, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  line: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
});

/** The steps of each work in their order: after sheets came or went, those that are there are read. */
function stepsOf({ kind, step }: Work): readonly Step[] {
  if (kind === 'run') return RUN_STEPS;
  if (kind === 'remove') return ['remove sheets', 'read'];
  // Sample sheets are added or removed.
  if (kind === 'sample') return [step === 'add sheets' ? step : 'remove sheets', 'read'];
  return ['read'];
}

/** Share of the whole work: all steps count alike. */
export function shareDone(work: Work): number {
  if (work.step === null) return 0;
  const steps = stepsOf(work);
  return (steps.indexOf(work.step) + Math.min(1, work.done)) / steps.length;
}

export interface ProgressPanelProps {
  readonly work: Work;
  /** Whether the panel replaced what had the focus. */
  readonly takesFocus: boolean;
}

export function ProgressPanel({ work, takesFocus }: ProgressPanelProps) {
  const styles = useStyles();
  const { session, format } = usePane();
  const share = shareDone(work);
  const doing = work.step === null ? texts.working[work.kind] : texts.progress[work.step];
  return (
    <div className={styles.root}>
      <div className={styles.bar}>
        <div className={styles.line}>
          <Caption1>{doing}</Caption1>
          <Caption1>{format.percent(share)}</Caption1>
        </div>
        <ProgressBar value={share} aria-label={texts.working[work.kind]} aria-valuetext={`${doing}, ${format.percent(share)}`} />
      </div>
      <Button autoFocus={takesFocus} disabledFocusable={work.isCancelling} onClick={session.cancel}>
        {work.isCancelling ? texts.cancelling : texts.cancel}
      </Button>
    </div>
  );
}
