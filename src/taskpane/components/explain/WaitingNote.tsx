/** Why there is nothing to read yet, and what to do. */

import { Body1, Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { Selection } from '../../../report/explain/selection';
import type { Waiting } from '../../explaining';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalS },
  plain: { margin: 0 },
});

export interface WaitingNoteProps {
  readonly waiting: Waiting;
  readonly selection: Selection | null;
}

export function WaitingNote({ waiting, selection }: WaitingNoteProps) {
  const styles = useStyles();
  const { session } = usePane();
  return (
    <div className={styles.root}>
      {waiting === 'reading' || waiting === 'holding' ? <Spinner size="tiny" label={texts.explain.waiting[waiting]} /> : null}
      {waiting === 'nothing' ? (
        <Body1 as="p" className={styles.plain}>
          {texts.explain.waiting.nothing} {texts.explain.nothingNext[selection?.on ?? 'other']}
        </Body1>
      ) : null}
      {waiting === 'questions' ? (
        <>
          <Body1 as="p" className={styles.plain}>
            {texts.explain.waiting.questions}
          </Body1>
          <Button onClick={() => void session.go('sources')}>{texts.explain.toSources}</Button>
        </>
      ) : null}
    </div>
  );
}
