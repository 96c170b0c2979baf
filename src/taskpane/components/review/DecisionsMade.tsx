/** Above the button that runs again: what was decided since the last run, and the way back from the last of it. */

import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../../paneContext';
import { isBusy } from '../../paneState';
import { useSigning } from '../settle/Signing';
import { texts } from '../../texts';

const useStyles = makeStyles({
  root: { alignItems: 'center', columnGap: tokens.spacingHorizontalS, display: 'flex', justifyContent: 'space-between' },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  button: { flexShrink: 0 },
});

export function DecisionsMade() {
  const styles = useStyles();
  const { state, session, format } = usePane();
  const { sign } = useSigning();
  const { made } = state.reviewing;
  const last = made.at(-1);
  if (last === undefined) return null;
  const decisions = made.reduce((sum, { keys }) => sum + keys.length, 0);
  return (
    <div className={styles.root}>
      <Caption1 className={styles.words}>
        {texts.review.verdicts[last.verdict](last.label)} {texts.review.made(decisions, format.count(decisions))}
      </Caption1>
      <Button
        size="small"
        className={styles.button}
        disabledFocusable={isBusy(state)}
        aria-label={texts.review.undoOf(last.label)}
        onClick={() => sign((by) => void session.settle.undo(by))}
      >
        {texts.review.undo}
      </Button>
    </div>
  );
}
