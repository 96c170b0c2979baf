/** From one exception to the next, as the sheet is sorted and filtered. */

import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeft16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { usePane } from '../../paneContext';
import { steppedWords } from '../../steppedWords';
import { texts } from '../../texts';

const useStyles = makeStyles({
  root: { alignItems: 'center', display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function ExceptionSteps() {
  const styles = useStyles();
  const { session, state, format } = usePane();
  const { stepped } = state.reviewing;
  return (
    <div className={styles.root}>
      <Button size="small" aria-keyshortcuts="P" icon={<ChevronLeft16Regular />} onClick={() => void session.settle.step(-1)}>
        {texts.settle.previous}
      </Button>
      <Button
        size="small"
        aria-keyshortcuts="N"
        icon={<ChevronRight16Regular />}
        iconPosition="after"
        onClick={() => void session.settle.step(1)}
      >
        {texts.settle.next}
      </Button>
      {stepped === null ? null : <Caption1 className={styles.quiet}>{steppedWords(stepped, format)}</Caption1>}
    </div>
  );
}
