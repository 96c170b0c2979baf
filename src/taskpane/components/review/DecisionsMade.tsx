/** Above the button that runs again: what was decided, and the way back from the last of it. */

import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Format } from '../../format';
import { usePane } from '../../paneContext';
import { isBusy } from '../../paneState';
import { lastMade } from '../../reviewing';
import type { Reviewing } from '../../reviewing';
import { useSigning } from '../settle/Signing';
import { texts } from '../../texts';
import { toldWords } from '../../toldWords';

const useStyles = makeStyles({
  root: { alignItems: 'center', columnGap: tokens.spacingHorizontalS, display: 'flex', justifyContent: 'space-between' },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  button: { flexShrink: 0 },
});

export function DecisionsMade() {
  const styles = useStyles();
  const { state, session, format } = usePane();
  const { sign } = useSigning();
  const { made, takenBack } = state.reviewing;
  const found = lastMade(state.reviewing);
  const waiting = [...takenBack, ...made].reduce((sum, { keys }) => sum + keys.length, 0);
  if (found === null && waiting === 0) return null;
  const [first, second] = [
    lastWords(state.reviewing, format),
    waiting === 0 ? '' : texts.review.made(waiting, format.count(waiting)),
  ];
  return (
    <div className={styles.root}>
      <Caption1 className={styles.words}>
        {first} {second}
      </Caption1>
      {found === null ? null : (
        <Button
          size="small"
          className={styles.button}
          disabledFocusable={isBusy(state)}
          aria-label={texts.review.undoOf(found.last.label)}
          onClick={() => sign((by) => void session.settle.undo(by))}
        >
          {texts.review.undo}
        </Button>
      )}
    </div>
  );
}

function lastWords({ made, honoured, takenBack, told }: Reviewing, format: Format): string {
  const last = made.at(-1);
  if (last !== undefined) return texts.review.verdicts[last.verdict](last.label);
  if (told?.what === 'undone') return toldWords(told, format);
  const back = takenBack.at(-1);
  if (back !== undefined) return texts.review.verdicts.undone(back.label);
  const before = honoured.at(-1);
  return before === undefined ? '' : `${texts.review.verdicts[before.verdict](before.label)} ${texts.review.honoured}`;
}
