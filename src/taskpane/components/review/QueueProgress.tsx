/** How far the suggested matches are decided, and what is still to be confirmed. */

import { Caption1, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReviewPlan } from '../../../report/plan';
import { amountWords } from '../../compareSides';
import { usePane } from '../../paneContext';
import { progressOf } from '../../reviewing';
import { texts } from '../../texts';

const useStyles = makeStyles({
  root: { alignSelf: 'stretch', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function QueueProgress({ review }: { readonly review: ReviewPlan }) {
  const styles = useStyles();
  const { state, format } = usePane();
  const { done, of, amounts } = progressOf(review, state.reviewing);
  if (of === 0) return null;
  const said = texts.settle.progress(format.count(done), format.count(of));
  return (
    <div className={styles.root}>
      <ProgressBar value={done} max={of} aria-label={said} />
      <Caption1>
        {amounts.length === 0 ? said : `${said} · ${texts.settle.progressAmount(amountWords(amounts, format))}`}
      </Caption1>
      <Caption1 className={styles.quiet}>{texts.settle.queueKeys}</Caption1>
    </div>
  );
}
