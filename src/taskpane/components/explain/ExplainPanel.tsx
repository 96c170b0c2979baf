/** What stands behind the selection, in place of the step; it follows the selection and never takes the focus. */

import { Button, makeStyles, mergeClasses, Subtitle2, ToggleButton, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular, Pin20Regular } from '@fluentui/react-icons';
import type { Explanation } from '../../../report/explain/explanation';
import type { Selection } from '../../../report/explain/selection';
import { usePane } from '../../paneContext';
import { focusStepHeading } from '../../stepFocus';
import { texts } from '../../texts';
import { TroubleBar } from '../TroubleBar';
import type { Actions } from './actions';
import { Bridges } from './Bridges';
import { Documents } from './Documents';
import { Exceptions } from './Exceptions';
import { LineFigures } from './LineFigures';
import { Matches } from './Matches';
import { Notes } from './Notes';
import { Part } from './Part';
import { SourceRows } from './SourceRows';
import { titleOf } from './titleOf';
import { useExplaining } from './useExplaining';
import { WaitingNote } from './WaitingNote';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  tools: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
  title: { margin: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingInlineStart: '18px', overflowWrap: 'anywhere' },
});

export function ExplainPanel({ actions: Settle }: { readonly actions: Actions | null }) {
  const styles = useStyles();
  const { session, state } = usePane();
  const { explain } = session;
  const { isPinned, selection, explanation, waiting, trouble } = useExplaining();
  const back = (): void => {
    explain.close();
    requestAnimationFrame(focusStepHeading);
  };
  return (
    <section className={styles.root} aria-label={texts.explain.heading}>
      <div className={styles.tools}>
        <Button appearance="subtle" size="small" icon={<ArrowLeft20Regular />} onClick={back}>
          {texts.explain.back(texts.steps[state.step])}
        </Button>
        <ToggleButton
          appearance="subtle"
          size="small"
          aria-label={texts.explain.pin}
          title={texts.explain.pin}
          icon={<Pin20Regular />}
          checked={isPinned}
          onClick={() => explain.pin(!isPinned)}
        />
      </div>
      {trouble === null ? null : <TroubleBar trouble={trouble} />}
      {waiting === null ? null : <WaitingNote waiting={waiting} selection={selection} />}
      {selection === null || explanation === null ? null : (
        <Explained selection={selection} explanation={explanation} actions={Settle} />
      )}
    </section>
  );
}

interface ExplainedProps {
  readonly selection: Selection;
  readonly explanation: Explanation;
  readonly actions: Actions | null;
}

function Explained({ selection, explanation, actions: Settle }: ExplainedProps) {
  const styles = useStyles();
  const { format } = usePane();
  const { sentences } = explanation;
  const { title, subtitle } = titleOf(selection, explanation, format);
  return (
    <>
      <div>
        <Subtitle2 as="h2" className={styles.title}>
          {title}
        </Subtitle2>
        {subtitle === '' ? null : <p className={styles.quiet}>{subtitle}</p>}
      </div>
      <Notes selection={selection} explanation={explanation} />
      {Settle === null ? null : <Settle selection={selection} explanation={explanation} />}
      <SourceRows explanation={explanation} />
      <Exceptions selection={selection} explanation={explanation} />
      <LineFigures explanation={explanation} />
      <Bridges explanation={explanation} />
      {sentences.shown.length === 0 ? null : (
        <Part title={texts.explain.sentences}>
          <ul className={mergeClasses(styles.list)}>
            {sentences.shown.map((sentence, at) => (
              <li key={at}>{format.dates(sentence)}</li>
            ))}
            {sentences.all === sentences.shown.length ? null : (
              <li className={styles.quiet}>{texts.explain.more(format.count(sentences.all - sentences.shown.length))}</li>
            )}
          </ul>
        </Part>
      )}
      <Documents explanation={explanation} />
      <Matches explanation={explanation} />
    </>
  );
}
